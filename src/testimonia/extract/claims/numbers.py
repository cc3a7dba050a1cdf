"""Claims of how many and how much: what a figure counts or measures, of whom, in what event."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from spacy.tokens import Token

from testimonia.base.extractions import Claim, Quantity
from testimonia.base.spans import Span
from testimonia.extract.claims.echoes import asked_for
from testimonia.extract.claims.frames import Frame
from testimonia.extract.claims.making import CASUALTIES, claim, interval, parties, party, phase, place_of, time_of, words_of
from testimonia.extract.claims.meant import bound, set_right, weighed
from testimonia.extract.claims.owners import owner, thing_of
from testimonia.extract.claims.parts import part, whole_of
from testimonia.extract.claims.people import being_in, carried, lives, of_people, thing
from testimonia.extract.claims.reading import Reading
from testimonia.extract.claims.shapes import Figure, is_thing, shaped
from testimonia.extract.claims.sizes import MEASURED, grouped, grown, lasting, measured_thing, number_of, offspring, sized, sized_thing

THOSE = ("them", "these", "those", "whom")  # what stands for those who were counted before
UNCOUNTED = ("age", "figure")  # predicates of figures that count nobody
NEAR_BEHIND = 5  # words between a size and the thing that has it
MOST_FIGURES = 6  # in one sentence; with more it is a list


def number_claims(reading: Reading) -> Iterator[Claim]:
    """One claim for each figure that counts or measures something."""
    before: Claim | None = None
    for quantity in reading.quantities:
        made = number_claim(reading, quantity)
        if made is not None:
            made = of_those(reading, quantity, made, before)
            before = made if counts(made) else before
            yield made


def counts(one: Claim) -> bool:
    """Whether a claim says how many there are, and of what another figure of "them" may be a part."""
    return one.kind == "number" and " " not in one.value and one.predicate not in UNCOUNTED


def of_those(reading: Reading, quantity: Quantity, one: Claim, before: Claim | None) -> Claim:
    """A figure of "them" with the noun of the one before: a part, if the same is said of both ("11 were hurt, 3 of them badly")."""
    counted = reading.token_at(*quantity.counted_span) if quantity.counted_span else None
    if before is None and (last := reading.setting.last.get("count")) is not None and reading.index - last[1] <= 1:
        before = last[0]
    if counted is None or counted.lower_ not in THOSE or before is None:
        return one
    if only_called(reading, quantity):
        span = Span(quantity.start, quantity.counted_span.end) if quantity.counted_span else one.span
        return replace(one, predicate=before.predicate, object=before.object, span=span, phase="part")
    return replace(one, object=before.object, phase="part" if one.predicate == before.predicate else one.phase)


def only_called(reading: Reading, quantity: Quantity) -> bool:
    """Whether nothing befell some of those counted before: it is only said what they are ("nine of them officers", "nine of whom were")."""
    number = reading.token_at(quantity.start, quantity.end)
    if number is None:
        return False
    verb = number.head
    named = any(child.i != number.i and child.pos_ in ("NOUN", "PROPN") for child in verb.children)
    return verb.pos_ != "VERB" and not (verb.pos_ == "AUX" and not named)


def number_claim(reading: Reading, quantity: Quantity) -> Claim | None:
    """What a figure claims: how many of what underwent what, how many there are, or how large a thing is."""
    quantity, number = answering(reading, quantity, reading.token_at(quantity.start, quantity.end))
    if sized(reading, quantity) and not of_somebody(reading, quantity, number):
        return sized_claim(reading, quantity, number)
    head = counted_by(reading, quantity, number)
    if number is None or head is None:
        return None
    frame = governing(reading, head)
    asked = shaped(Figure(reading, quantity, number, head, frame)) or slot(reading, quantity, frame, (number, head))
    if asked is None:
        return None
    predicate, counted, stated = asked
    time, time_inherited = time_of_figure(reading, frame, predicate, counted)
    place, _ = place_of(reading, frame)
    subject, subject_span = owner(reading, quantity, head, frame)
    if predicate == "age" and subject_span is None and taken_up(reading, quantity):
        subject, subject_span = reading.setting.person or ("", None)
    if subject_span is None and (thing := thing_of(reading, stated, (number, frame))) is not None:
        subject, subject_span = party(reading, thing)
    if predicate == "stock" and frame is None and subject_span is None and not any(t.pos_ in ("VERB", "AUX") for t in reading.tokens):
        return None  # an item of a list says nothing of how many there are
    if predicate == "stock" and len(reading.quantities) > MOST_FIGURES:
        return None  # a table, a recipe, a price list
    told: dict[str, Any] = dict(  # noqa: C408  reads as the call that it becomes
        span=words_of(reading, list(stretches(reading, quantity, frame, (predicate, stated)))), frame=frame, predicate=predicate,
        subject=subject, subject_span=subject_span, object=counted,
        place=place, time=time, inherited=time_inherited, quantity=quantity.id,
        phase="part" if part(reading, head, predicate, price=quantity.measure == "money") else phase(reading, frame),
        parties=parties(reading, (number, head, stated, frame.token if frame is not None else None)),
    )  # fmt: skip
    value, bounded = interval(replace(quantity, unit="a") if predicate == "age" else quantity), bound(reading, number)
    made = claim(reading, "number", value, told)
    made = replace(made, attribution=given_by(reading, quantity, made))
    made = replace(made, modality=weighed(reading, frame, predicate)) if made.modality == "conditional" else made
    return limited(replace(made, polarity="negative") if set_right(reading, quantity) else made, quantity, bounded=bounded)


def limited(made: Claim, quantity: Quantity, *, bounded: bool) -> Claim:
    """A claim of none, which denies no figure ("not a single person was hurt"), and one whose words only bound the figure."""
    if quantity.low == quantity.high == 0:
        return replace(made, value=made.value.lstrip("~"), polarity="positive")
    return replace(made, value=f"..{made.value.lstrip('~')}", polarity="positive") if bounded and ".." not in made.value else made


def answering(reading: Reading, quantity: Quantity, number: Token | None) -> tuple[Quantity, Token | None]:
    """A figure with its number; one that answers a "how many" before it, with that and what is asked for."""
    question = asked_for(reading, quantity, number) if number is not None else None
    if question is None:
        return quantity, number
    many, noun = question
    return replace(quantity, counted=noun.lemma_.lower(), counted_span=reading.at(noun)), many


def given_by(reading: Reading, quantity: Quantity, one: Claim) -> str | None:
    """Who says it: where the claim's words hold the verb by which somebody gives the figure, that one ("the hospital counted 30 dead")."""
    voice = reading.holding.voice(quantity.start, quantity.end)
    return voice.id if voice is not None and voice.cue is not None and one.span.overlap(voice.cue) else one.attribution


def stretches(reading: Reading, quantity: Quantity, frame: Frame | None, of: tuple[str, Token | None]) -> Iterator[Span]:
    """What a figure's claim stands on: the figure, what it counts, the verb that tells what befell it, the noun whose size it is."""
    predicate, stated = of
    yield Span(quantity.start, quantity.end)
    if quantity.counted_span is not None:
        yield quantity.counted_span
    if frame is not None and predicate not in ("stock", *UNCOUNTED):
        yield reading.at(frame.token)
    if stated is not None:
        yield reading.at(stated)


def taken_up(reading: Reading, quantity: Quantity) -> bool:
    """Whether an age stands for the one just named ("The 61-year-old pocketed")."""
    end = reading.token_at(quantity.end - 1, quantity.end)
    first = reading.token_at(quantity.start, quantity.start + 1)
    if end is None or first is None or first.i == 0 or end.i + 1 >= len(end.doc):
        return False
    behind = end.nbor()
    return first.nbor(-1).lower_ == "the" and end.lower_.endswith("old") and (behind.pos_ in ("VERB", "AUX", "ADV") or behind.is_punct)


def of_somebody(reading: Reading, quantity: Quantity, number: Token | None) -> bool:
    """Whether a figure is the age of a human being or of a named one, and no thing's."""
    thing = noun_above(number)
    return quantity.measure == "age" and (number is None or thing is None or thing.i < number.i or not is_thing(reading, thing))


def noun_above(number: Token | None) -> Token | None:
    """The nearest noun or name above a figure."""
    return None if number is None else next((t for t in number.ancestors if t.pos_ in ("NOUN", "PROPN")), None)


def sized_claim(reading: Reading, quantity: Quantity, number: Token | None) -> Claim | None:
    """How large the one thing is that a size stands before ("the 17-kilometre tunnel"); nothing where there are several of it."""
    thing = noun_above(number)
    thing = thing if thing is not None and thing.pos_ == "NOUN" else None  # "the 12-inch Vela" is one of many
    if (
        number is None
        or thing is None
        or thing.i - number.i > NEAR_BEHIND
        or thing.tag_ in ("NNS", "NNPS")
        or quantity.measure not in ("distance", "other", "age", "duration")
    ):
        return None
    subject, subject_span = party(reading, thing)
    predicate, size = ("last", "term") if quantity.measure == "duration" else ("figure", "age" if quantity.measure == "age" else "size")
    told: dict[str, Any] = dict(  # noqa: C408  reads as the call that it becomes
        span=words_of(reading, [Span(quantity.start, quantity.end), reading.at(thing)]), predicate=predicate, subject=subject,
        subject_span=subject_span, object=f"{quantity.unit or ''} {size}".strip(),
        quantity=quantity.id, parties=parties(reading, (thing,)),
    )  # fmt: skip
    return claim(reading, "number", interval(quantity), told)


def counted_by(reading: Reading, quantity: Quantity, number: Token | None) -> Token | None:
    """The noun that a figure counts, or the number itself; none where it is refused, belongs to a name or says how often."""
    if number is None or refused(number):
        return None
    head = (reading.token_at(*quantity.counted_span) if quantity.counted_span else None) or number
    return None if (in_title(head) and quantity.low != 1) or how_often(head) else head


def refused(number: Token) -> bool:
    """Whether the text gives the figure only to refuse it ("174, not 67, were killed")."""
    before = number.nbor(-1) if number.i > 0 else number
    return before.lower_ == "not" and before.i != number.i


def in_title(head: Token) -> bool:
    """Whether a counted noun in the singular stands before somebody's name ("11 News reporter Ana Varga"): the number belongs to a name."""
    return head.tag_ == "NN" and head.i + 1 < len(head.doc) and head.nbor().tag_ == "NNP" and head.nbor().ent_type_ == "PERSON"


def how_often(head: Token) -> bool:
    """Whether it is told how often something is done in a stretch of time ("three times a week"): that counts nothing."""
    return head.lemma_.lower() == "time" and head.i + 2 < len(head.doc) and head.nbor().lower_ in ("a", "an", "each", "every", "per")


def time_of_figure(reading: Reading, frame: Frame | None, predicate: str, counted: str) -> tuple[str | None, bool]:
    """When a figure holds, and whether that is taken over from the sentence before; none where the date near it is another's."""
    known = reading.known
    time, inherited = time_of(reading, frame)
    other = frame is not None and frame.known and predicate != frame.predicate and predicate in known.counted.values()
    if other and not inherited:
        return None, False  # "gathered on Monday with a list of 39 dead": they did not die on Monday
    if predicate == "age" and (frame is None or not frame.times or frame.token.lemma_.lower() != "be"):
        return None, False  # "Ana, 34, has led it since 1999": she was not 34 then
    if predicate == "figure" and counted.rpartition(" ")[2] in known.raw.get("dimensions", {}).values():
        return None, False  # a bridge "opened in 1967" is as long as it was
    return time, inherited


def slot(reading: Reading, quantity: Quantity, frame: Frame | None, at: tuple[Token, Token]) -> tuple[str, str, Token | None] | None:
    """What question the figure answers: its predicate, what it counts or measures, and the noun whose size it is, if it is one's."""
    number, head = at
    known, measured = reading.known, quantity.measure in MEASURED
    sum_of = quantity.measure == "count" and head.lemma_.lower() in known.words("units", "money")
    if quantity.measure == "duration":
        return lasting(reading, quantity, frame)
    if frame is not None and measured and (dimension := known.raw.get("giving_size", {}).get(frame.token.lemma_.lower())):
        return "figure", f"{quantity.unit or ''} {dimension}", None
    if quantity.counted is None and (child_of := offspring(reading, number)):
        return child_of
    if quantity.measure == "other" and frame is not None and frame.known and frame.predicate in known.words("measuring", "classes"):
        return frame.predicate, quantity.unit or "", None
    if measured or sum_of or (quantity.counted is None and not counting(reading, number)):
        thing = measured_thing(reading, number if measured or quantity.counted is None else head)
        numbered = number_of(reading, thing) if thing is not None and not measured else None
        if numbered is not None and thing is not None:
            return (*numbered, thing)
        if numbered is None and quantity.counted is None and not measured and (told := grown(reading, thing)) is not None:
            return (*told, thing)
        if thing is not None and thing.lemma_.lower() not in known.words("phrases", "nouns"):
            return sized_thing(reading, quantity, thing, head.lemma_.lower() if sum_of else quantity.unit or "")
    counted, noun_class = counted_as(reading, quantity, head)
    if quantity.measure in ("age", *MEASURED):
        counted = quantity.unit or counted
    predicate = undergone(predicate_of(reading, quantity, frame, (noun_class, head)), frame, head)
    if predicate is None or (quantity.counted is None and quantity.measure in ("people", "count") and not bare(reading, predicate, frame)):
        return None  # a bare number counts people only where people die, are hurt, fall ill or work
    employing = frame is not None and frame.token.lemma_.lower() in known.words("employing", "verbs")
    if employing and predicate == "stock" and counted == "people":
        return predicate, "worker", None
    return predicate, counted_in(reading, predicate, counted), None


def undergone(predicate: str | None, frame: Frame | None, head: Token) -> str | None:
    """What befalls the counted ones; those who kill are not killed: an owner says that they are there ("its 300 guards shot five")."""
    if predicate not in CASUALTIES or frame is None or not frame.patients or not any(t.i == head.i for t in frame.agents):
        return predicate
    return "stock" if any(child.dep_ == "poss" for child in head.lefts) else None


def counted_in(reading: Reading, predicate: str, counted: str) -> str:
    """What is counted in an event of a class: anybody, where it befalls anybody; jobs, where they are cut; shots, where they are fired."""
    known = reading.known
    if known.befalls_anybody(predicate, counted):
        return "people"
    return str(known.raw.get("counts_as", {}).get(predicate, {}).get(counted, counted))


def bare(reading: Reading, predicate: str, frame: Frame | None) -> bool:
    """Whether a number without a noun counts people there."""
    if predicate in reading.known.words("anybody", "bare"):
        return True
    return frame is not None and frame.token.lemma_.lower() in reading.known.words("employing", "verbs")


def counting(reading: Reading, number: Token) -> bool:
    """Whether the word behind a bare number tells what befell those who are counted ("39 dead")."""
    following = number.nbor() if number.i + 1 < len(number.doc) else number
    return following.lower_ in reading.known.counted


def counted_as(reading: Reading, quantity: Quantity, head: Token) -> tuple[str, str | None]:
    """The group of nouns that the counted one belongs to, and the event class that the noun itself tells ("13 dead")."""
    known = reading.known
    lemma = head.lemma_.lower()
    if quantity.counted is None and quantity.measure in ("people", "count"):
        following = head.nbor() if head.i + 1 < len(head.doc) else head
        return "people", known.counted.get(lemma) or known.counted.get(following.lower_)
    happened = known.counted.get(lemma)
    if happened in known.words("anybody", "classes") and lemma in known.nouns:
        return "people", happened  # "27 arrests" are so many people
    return known.same.get(lemma, lemma), happened


def governing(reading: Reading, head: Token) -> Frame | None:
    """The frame that a counted noun stands in: a participle behind it, else the verb or event noun above it, else one before it."""
    described = [child for child in head.children if child.dep_ in ("acl", "relcl", "amod") and child.i in reading.frames]
    known = [reading.frames[child.i] for child in described if reading.frames[child.i].known]
    above = frame_above(reading, head)
    if known and not (known[0].token.i < head.i and above is not None and above.known):  # "executed 30 captured soldiers"
        return known[0]
    return meant_by(reading, above) if above is not None else None


def meant_by(reading: Reading, frame: Frame) -> Frame:
    """What somebody is said to have done, or stands to do, instead of the saying ("nine are said to have fled")."""
    token = frame.token
    said = any(child.dep_ in ("nsubjpass", "auxpass") for child in token.children)
    if frame.known or not (said or token.lemma_.lower() in reading.known.words("raising", "verbs")):
        return frame
    below = (child for child in token.children if child.dep_ in ("xcomp", "advcl") and any(c.tag_ == "TO" for c in child.lefts))
    return next((reading.frames[child.i] for child in below if child.i in reading.frames), frame)


def frame_above(reading: Reading, head: Token) -> Frame | None:
    """The verb or event noun above a counted noun."""
    at = head
    for _ in range(8):
        if at.head.i == at.i:
            return None
        stop = at.dep_ in ("relcl", "advcl", "ccomp", "acl", "parataxis")
        at = at.head
        if at.i in reading.frames and (reading.frames[at.i].known or at.pos_ == "VERB"):
            return reading.frames[at.i]
        if stop or at.pos_ in ("VERB", "AUX"):
            return None
    return None


def predicate_of(reading: Reading, quantity: Quantity, frame: Frame | None, noun: tuple[str | None, Token]) -> str | None:
    """What the figure says of what it counts: an event class, a plain verb, or `stock` for how many there are."""
    noun_class, head = noun
    verb = frame.token.lemma_.lower() if frame is not None else ""
    if lives(reading, head) and (frame is None or frame.predicate != "bury"):  # which is said of the dead
        return "kill"
    if quantity.measure in ("people", "count") and (held := being_in(reading, head)) is not None:
        return held
    if whole := reading.known.phrases.get(f"{verb} {head.lemma_.lower()}"):
        return whole  # "claimed 57 lives"
    if quantity.measure == "percent" and frame is not None and frame.token.lemma_.lower() in reading.known.words("telling", "verbs"):
        return None  # so many percent say something: that is no one thing's share
    if quantity.measure in ("age", "percent"):
        return quantity.measure if quantity.measure == "age" or frame is None else f"percent {frame.token.lemma_.lower()}"
    suffered = frame is not None and (frame.predicate in CASUALTIES or (frame.known and noun_class not in CASUALTIES))
    if noun_class is not None and not suffered:
        return noun_class
    special = in_special(reading, quantity, frame, head) if frame is not None else None
    return special or plainly(reading, quantity, frame, head)


def in_special(reading: Reading, quantity: Quantity, frame: Frame, head: Token) -> str | None:
    """What a verb that says many things says of money, or of people."""
    of_money = reading.known.raw.get("of_money", {})
    if quantity.measure == "money" and frame.token.lemma_.lower() in of_money:
        return str(of_money[frame.token.lemma_.lower()])
    return of_people(reading, frame, head)


def plainly(reading: Reading, quantity: Quantity, frame: Frame | None, head: Token) -> str | None:
    """What a figure says of what it counts by its verb alone."""
    if whole_of(reading, reading.token_at(quantity.start, quantity.end), head):
        return "stock"
    if carried(reading, head):
        return "board"
    if frame is not None and frame.predicate in ("kill", "cut") and thing(reading, head):
        return "destroy"  # books perish and are lost
    if frame is not None and frame.predicate == "pay" and reading.known.same.get(head.lemma_.lower()) == "job":
        return "cut"  # what costs jobs
    if quantity.counted is not None and grouped(reading, quantity):
        return None
    if frame is not None and frame.known and reading.known.set_phrase(frame.token) is not None:
        return frame.predicate  # "were on board" is more than "were"
    if frame is None or frame.token.lemma_.lower() in reading.known.stock or frame.predicate in reading.known.stock:
        return "stock"
    if not frame.known and head.dep_ == "pobj" and head.head.head.i == frame.token.i:
        return f"{frame.predicate} {head.head.lower_}"  # "rose to 80" is not "rose 80"
    counts = quantity.measure in ("people", "count")
    doing = not frame.known and any(t.i == head.i for t in frame.agents)
    if counts and (frame.predicate == "pay" or not (frame.known or doing)) and reading.known.same.get(head.lemma_.lower()) == "member":
        return "stock"
    return frame.predicate

"""Claims of how many and how much: what a figure counts or measures, of whom, in what event."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from spacy.tokens import Token

from testimonia.base.extractions import Claim, Quantity
from testimonia.base.spans import Span
from testimonia.extract.claims.frames import Frame, governed
from testimonia.extract.claims.making import CASUALTIES, claim, interval, parties, party, phase, place_of, time_of, words_of
from testimonia.extract.claims.reading import Reading

HYPHENED = re.compile(r"\d-[a-z]")
MEASURED = ("money", "percent", "distance", "other")
MOST_FIGURES = 6  # in one sentence; with more it is a list


def number_claims(reading: Reading) -> Iterator[Claim]:
    """One claim for each figure that counts or measures something."""
    for quantity in reading.quantities:
        made = number_claim(reading, quantity)
        if made is not None:
            yield made


def number_claim(reading: Reading, quantity: Quantity) -> Claim | None:
    """What a figure claims: how many of what underwent what, how many there are, or how large a thing is."""
    if sized(reading, quantity):
        return None
    number = reading.token_at(quantity.start, quantity.end)
    if number is None:
        return None
    head = reading.token_at(*quantity.counted_span) if quantity.counted_span else number
    head = head if head is not None else number
    frame = governing(reading, head)
    asked = slot(reading, quantity, frame, (number, head))
    if asked is None:
        return None
    predicate, counted, stated = asked
    time, time_inherited = time_of(reading, frame)
    if (
        frame is not None
        and frame.known
        and predicate != frame.predicate
        and predicate in reading.known.counted.values()
        and not time_inherited
    ):
        time = None  # "gathered on Monday with a list of 39 dead": they did not die on Monday
    if predicate == "age" and (frame is None or not frame.times or frame.token.lemma_.lower() != "be"):
        time, time_inherited = None, False  # "Ana, 34, has led it since 1999": she was not 34 then
    place, _ = place_of(reading, frame)
    subject, subject_span = owner(reading, quantity, head, frame)
    if subject_span is None and (thing := thing_of(reading, stated, (number, frame))) is not None:
        subject, subject_span = party(reading, thing)
    if predicate == "stock" and frame is None and subject_span is None and not any(t.pos_ in ("VERB", "AUX") for t in reading.tokens):
        return None  # an item of a list says nothing of how many there are
    if predicate == "stock" and len(reading.quantities) > MOST_FIGURES:
        return None  # a table, a recipe, a price list
    spans = [Span(quantity.start, quantity.end)]
    if quantity.counted_span is not None:
        spans.append(quantity.counted_span)
    if frame is not None and predicate not in ("stock", "age", "figure"):
        spans.append(reading.at(frame.token))
    if stated is not None:
        spans.append(reading.at(stated))
    told: dict[str, Any] = dict(  # noqa: C408  reads as the call that it becomes
        span=words_of(reading, spans), frame=frame, predicate=predicate, subject=subject, subject_span=subject_span, object=counted,
        place=place, time=time, inherited=time_inherited, quantity=quantity.id,
        phase="part" if part(reading, head) else phase(reading, frame),
        parties=parties(reading, (number, head, stated, frame.token if frame is not None else None)),
    )  # fmt: skip
    value, bounded = interval(quantity), bound(reading, number)
    made = claim(reading, "number", value, told)
    return replace(made, value=f"..{value.lstrip('~')}", polarity="positive") if bounded and ".." not in value else made


def bound(reading: Reading, number: Token) -> bool:
    """Whether the figure is only said not to be reached."""
    above = next((t for t in number.ancestors if t.pos_ in ("VERB", "AUX")), None)
    frame = reading.frames.get(above.i) if above is not None else None
    return frame is not None and frame.negated and frame.token.lemma_.lower() in reading.known.words("bounding", "verbs")


def slot(reading: Reading, quantity: Quantity, frame: Frame | None, at: tuple[Token, Token]) -> tuple[str, str, Token | None] | None:
    """What question the figure answers: its predicate, what it counts or measures, and the noun whose size it is, if it is one's."""
    number, head = at
    known, measured = reading.known, quantity.measure in MEASURED
    sum_of = quantity.measure == "count" and head.lemma_.lower() in known.words("units", "money")
    if quantity.measure == "duration":
        return lasting(reading, quantity, frame)
    if quantity.counted is None and (child_of := offspring(reading, number)):
        return child_of
    if quantity.measure == "other" and frame is not None and frame.known and frame.predicate in known.words("measuring", "classes"):
        return frame.predicate, quantity.unit or "", None
    if measured or sum_of or (quantity.counted is None and not counting(reading, number)):
        thing = measured_thing(reading, number if measured or quantity.counted is None else head)
        numbered = number_of(reading, thing) if thing is not None and not measured else None
        if numbered is not None and thing is not None:
            return (*numbered, thing)
        if thing is not None and thing.lemma_.lower() not in known.words("phrases", "nouns"):
            return sized_thing(reading, quantity, thing, head.lemma_.lower() if sum_of else quantity.unit or "")
    counted, noun_class = counted_as(reading, quantity, head)
    if quantity.measure in ("age", *MEASURED):
        counted = quantity.unit or counted
    predicate = predicate_of(reading, quantity, frame, (noun_class, head))
    if predicate is None or (quantity.counted is None and quantity.measure in ("people", "count") and predicate not in CASUALTIES):
        return None  # a bare number counts people only where people die or are hurt
    anybody = predicate in known.words("anybody", "classes") and counted in known.words("anybody", "nouns")
    return predicate, "people" if anybody else counted, None


def counting(reading: Reading, number: Token) -> bool:
    """Whether the word behind a bare number tells what befell those who are counted ("39 dead")."""
    following = number.nbor() if number.i + 1 < len(number.doc) else number
    return following.lower_ in reading.known.counted


def number_of(reading: Reading, thing: Token) -> tuple[str, str] | None:
    """What is counted where a noun only says that something is ("the number of dead", "the count of infections")."""
    if thing.lemma_.lower() not in reading.known.words("sizing", "counts"):
        return None
    known, below = reading.known, objects_of(thing)
    if not below:
        return None
    noun = below[0].lemma_.lower()
    happened = known.counted.get(noun) or known.counted.get(below[0].lower_)
    frame = next((reading.frames[c.i] for c in below[0].children if c.dep_ in ("acl", "relcl") and c.i in reading.frames), None)
    predicate = happened or (frame.predicate if frame is not None and frame.known else "stock")
    counted = "people" if happened in CASUALTIES else known.same.get(noun, noun)
    anybody = predicate in known.words("anybody", "classes") and counted in known.words("anybody", "nouns")
    return predicate, "people" if anybody else counted


def objects_of(noun: Token) -> list[Token]:
    """What a noun governs through "of"."""
    return governed(noun, ("of",))


def offspring(reading: Reading, number: Token) -> tuple[str, str, Token | None] | None:
    """The children of one who is called their parent ("a father of five")."""
    above = number.head
    if number.dep_ == "pobj" and above.lower_ == "of" and above.head.lemma_.lower() in reading.known.words("parents", "nouns"):
        return "stock", "child", None
    return None


def lasting(reading: Reading, quantity: Quantity, frame: Frame | None) -> tuple[str, str, Token | None] | None:
    """A length of time that is itself the answer: "sentenced to 14 years", "lasted three weeks"."""
    if frame is None:
        return None
    terms = reading.known.words("terms", "verbs")
    if frame.predicate in reading.known.words("terms", "classes") or frame.token.lemma_.lower() in terms:
        return frame.predicate, f"{quantity.unit or ''} term".strip(), None
    return None


def measured_thing(reading: Reading, number: Token) -> Token | None:
    """The noun whose size a sum, a share or a bare number gives: "debts of X", "turnout was X", "X of the vote", "the toll rose to X"."""
    top = number
    while top.dep_ in ("nummod", "quantmod", "compound", "nmod") and top.head.i > top.i and top.head.pos_ in ("NUM", "SYM", "NOUN"):
        top = top.head
    for child in top.children:
        if child.dep_ == "prep" and child.lower_ == "of":
            return next((t for t in child.children if t.dep_ == "pobj" and t.pos_ == "NOUN"), None)
    if top.i != number.i and top.pos_ == "NOUN" and top.lemma_.lower() in reading.known.raw.get("sizes", {}):
        return top
    above = top.head
    if (
        above.pos_ in ("ADJ", "ADV")
        and top.dep_ in ("npadvmod", "nummod", "quantmod", "amod")
        and above.lower_ in reading.known.raw.get("dimensions", {})
    ):
        return above
    if top.dep_ == "pobj" and above.lower_ == "of":
        return above.head if above.head.pos_ == "NOUN" else None
    verb = above.head if top.dep_ == "pobj" and above.lower_ in ("at", "to", "by") else above
    if top.dep_ == "pobj" and above.lower_ == "at" and verb.lemma_.lower() in reading.known.words("sizing", "giving"):
        return next((t for t in verb.children if t.dep_ == "dobj" and t.pos_ == "NOUN"), None)  # "estimated the crowd at"
    if verb.lemma_.lower() not in reading.known.words("sizing", "verbs"):
        return None
    if top.dep_ not in ("attr", "dobj", "pobj", "npadvmod", "acomp", "oprd"):
        return None
    subjects = [t for t in verb.children if t.dep_ in ("nsubj", "nsubjpass") and t.pos_ == "NOUN" and t.i != top.i]
    return subjects[0] if subjects else None


def sized_thing(reading: Reading, quantity: Quantity, thing: Token, unit: str) -> tuple[str, str, Token | None] | None:
    """The slot of a thing's size; some nouns are counts of their own ("the death toll", "a crowd of")."""
    noun = thing.lemma_.lower()
    meant = reading.known.raw.get("sizes", {}).get(noun)
    if meant is not None and quantity.measure in ("people", "count"):
        return meant[0], meant[1], thing
    if quantity.measure not in MEASURED and not unit:
        return None
    dimension = reading.known.raw.get("dimensions", {}).get(noun)
    if dimension is not None:
        return "figure", f"{unit} {dimension}", None
    beside = sorted(child.lemma_.lower() for child in thing.lefts if child.dep_ in ("compound", "amod") and child.pos_ in ("NOUN", "ADJ"))
    return "figure", " ".join([unit, *beside[:1], noun]), thing


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
    """The frame that a counted noun stands in: a participle that describes it, else the verb or event noun above it."""
    for child in head.children:
        if child.dep_ in ("acl", "relcl", "amod") and child.i in reading.frames and reading.frames[child.i].known:
            return reading.frames[child.i]
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
    whole = reading.known.phrases.get(f"{frame.token.lemma_.lower()} {head.lemma_.lower()}") if frame is not None else None
    if whole is not None:
        return whole  # "claimed 57 lives"
    if quantity.measure == "percent" and frame is not None and frame.token.lemma_.lower() in reading.known.words("telling", "verbs"):
        return None  # so many percent say something: that is no one thing's share
    if quantity.measure in ("age", "percent"):
        return quantity.measure if quantity.measure == "age" or frame is None else f"percent {frame.token.lemma_.lower()}"
    suffered = frame is not None and (frame.predicate in CASUALTIES or (frame.known and noun_class not in CASUALTIES))
    if noun_class is not None and not suffered:
        return noun_class
    if whole_of(reading.token_at(quantity.start, quantity.end), head):
        return "stock"
    if quantity.counted is not None and grouped(reading, quantity):
        return None
    if frame is None or frame.token.lemma_.lower() in reading.known.stock or frame.predicate in reading.known.stock:
        return "stock"
    if not frame.known and head.dep_ == "pobj" and head.head.head.i == frame.token.i:
        return f"{frame.predicate} {head.head.lower_}"  # "rose to 80" is not "rose 80"
    counts = quantity.measure in ("people", "count")
    doing = not frame.known and any(t.i == head.i for t in frame.agents)
    if counts and (frame.predicate == "pay" or not (frame.known or doing)) and reading.known.same.get(head.lemma_.lower()) == "member":
        return "stock"
    return frame.predicate


def whole_of(number: Token | None, head: Token) -> bool:
    """Whether the counted ones are the whole of which another figure is a part ("600 of the 4,000 employees")."""
    above = head.head
    return (
        number is not None
        and number.head.i == head.i
        and head.dep_ == "pobj"
        and above.lower_ == "of"
        and above.head.pos_ == "NUM"
        and any(c.dep_ == "det" for c in head.lefts)
    )


def part(reading: Reading, head: Token) -> bool:
    """Whether the counted ones are a part of others ("among them two children", "each"), or of another event than the one spoken of."""
    words = reading.known.words("parts", "words")
    if any(t.lower_ in reading.known.words("elsewhere", "words") for t in reading.tokens):
        return True
    if any(partitive(child) for child in head.children):
        return True
    if any(child.lower_ in reading.known.words("parts", "added") for child in head.lefts):
        return head.lemma_.lower() in reading.known.same and reading.known.same[head.lemma_.lower()] == "member"
    behind = reading.known.words("parts", "behind")
    near = [(t.lower_, t.i > head.i) for t in reading.tokens if head.i - 6 <= t.i <= head.i + 3 and t.i != head.i]
    return any(word in (behind if after else words) for word, after in near)


def partitive(child: Token) -> bool:
    """Whether the words behind a number name the whole that it is a part of ("eight of the dead")."""
    definite = ("the", "those", "these", "them", "whom", "our", "their", "his", "its")
    named = [t for t in child.children if t.dep_ == "pobj"] if child.dep_ == "prep" and child.lower_ == "of" else []
    return any(t.lower_ in definite or any(c.lower_ in definite for c in t.lefts) for t in named) and child.head.pos_ == "NUM"


def sized(reading: Reading, quantity: Quantity) -> bool:
    """Whether the figure is the size of a thing ("a six-member jury", "the 12-inch pipe")."""
    words = reading.parsed.text[quantity.start : quantity.end].lower()
    if quantity.measure in ("distance", "other") and HYPHENED.search(words):
        return True
    return quantity.measure in ("people", "count") and "-" in words and words.rsplit("-", 1)[1] in reading.known.words("parts", "sizes")


def grouped(reading: Reading, quantity: Quantity) -> bool:
    """Whether the figure is the size of one group among several ("in groups of 20 members")."""
    if quantity.counted_span is None:
        return False
    head = reading.token_at(*quantity.counted_span)
    if head is None or head.dep_ != "pobj" or head.head.lower_ != "of":
        return False
    return head.head.head.lemma_.lower() in reading.known.words("groups", "nouns") and head.head.head.tag_ == "NNS"


def apart(reading: Reading, token: Token | None, head: Token) -> bool:
    """Whether a name or description stands on the token, without the counted noun in it."""
    mention = reading.mention_of(token)
    return mention is not None and not Span(mention.start, mention.end).holds(reading.at(head))


def owner(reading: Reading, quantity: Quantity, head: Token, frame: Frame | None) -> tuple[str, Span | None]:
    """Whose count it is: "members of X", "X members", "X has members", "X's members"; for an age, the person; else who undergoes it."""
    thing = spent_on(reading, head, frame)
    if thing is not None:
        return party(reading, thing)
    for child in head.children if quantity.measure != "duration" else ():
        if child.dep_ == "prep" and child.lower_ in ("of", "from", "in", "for", "to"):
            for token in child.children:
                if token.dep_ == "pobj" and apart(reading, token, head):
                    return party(reading, token)
        if child.dep_ in ("poss", "compound", "nmod") and apart(reading, child, head):
            return party(reading, child)
    if head.dep_ == "pobj" and head.head.lower_ == "of" and apart(reading, head.head.head, head):
        return party(reading, head.head.head)
    telling = reading.known.words("telling", "verbs") if quantity.measure != "age" else ()
    if frame is not None and frame.token.lemma_.lower() not in telling:
        held = [*frame.patients, *frame.agents] if quantity.measure == "duration" else [*frame.agents, *frame.patients]
        others = [t for t in held if t.i != head.i and apart(reading, t, head)]
        if others:
            return party(reading, others[0])
    subject = subject_above(head)
    if subject is not None and subject.head.lemma_.lower() in telling:
        return "", None
    return party(reading, subject) if apart(reading, subject, head) else ("", None)


def thing_of(reading: Reading, stated: Token | None, of: tuple[Token, Frame | None]) -> Token | None:
    """Whose size it is that a noun gives ("its membership", "the cost of the dam"), or the definite subject that is measured."""
    number, frame = of
    if stated is not None:
        return next((t for t in [*(c for c in stated.lefts if c.dep_ == "poss"), *governed(stated, ("of",))] if t.pos_ != "NUM"), None)
    subject = subject_above(number) or (frame.agents[0] if frame is not None and frame.agents else None)
    if (
        subject is None
        or subject.pos_ != "NOUN"
        or (frame is not None and frame.token.lemma_.lower() in reading.known.words("telling", "verbs"))
    ):
        return None
    return subject if subject.n_lefts and subject.tag_ == "NN" else None


def spent_on(reading: Reading, head: Token, frame: Frame | None) -> Token | None:
    """What money goes into, where the verb is one of spending."""
    if frame is None or frame.token.lemma_.lower() not in reading.known.words("spending", "verbs"):
        return None
    verb = frame.token
    held = [verb, *(child for child in verb.children if child.dep_ == "dobj")]  # "spent a million on the bridge"
    return next((t for word in held for t in governed(word, ("on", "in")) if apart(reading, t, head)), None)


def subject_above(head: Token) -> Token | None:
    """The subject of the nearest verb above a noun that is its object."""
    at = head
    for _ in range(6):
        if at.head.i == at.i:
            return None
        at = at.head
        for child in at.children:
            if child.dep_ in ("nsubj", "nsubjpass") and child.i != head.i:
                return at.head if child.tag_ in ("WP", "WDT") and at.dep_ == "relcl" else child
        if at.pos_ in ("VERB", "AUX"):
            return None
    return None

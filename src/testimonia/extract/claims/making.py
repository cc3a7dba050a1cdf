"""Claims out of frames: numbers, dates and places, each with the exact words that give it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from spacy.tokens import Token

from testimonia.base.extractions import Claim, Quantity, Time
from testimonia.base.ids import row_id
from testimonia.base.spans import Span, hull
from testimonia.extract.claims.frames import Frame
from testimonia.extract.claims.reading import Reading, content_words, points

WIDEST = 240  # characters; where the words of a claim lie further apart, its value and its event's word are shown alone
CASUALTIES = ("kill", "injure")
NEAR = 2  # steps (sentences, and one for each paragraph's end) over which a date or a place still holds


def claim(reading: Reading, kind: str, value: str, told: dict[str, Any]) -> Claim:
    """A claim of this sentence; `told` holds what differs from one kind to the other."""
    span: Span = told.pop("span")
    document, article = reading.parsed.document.id, reading.parsed.article.id
    frame: Frame | None = told.pop("frame", None)
    return Claim(
        id=row_id("w", document, article, kind, *span, value, told.get("predicate", ""), reading.paragraph.part),
        document=document, article=article, sentence=reading.span, span=span, kind=kind, value=value,
        about=content_words(reading.sentence), names=reading.names, context=reading.context(),
        polarity="negative" if frame is not None and frame.negated else "positive",
        modality=frame.modality if frame is not None else "asserted",
        attribution=reading.holding.innermost(*span), part=reading.paragraph.part, **told,
    )  # fmt: skip


def phase(reading: Reading, frame: Frame | None) -> str:
    """Whether the sentence speaks of the first or of the last part of a course of events, or of a part of a whole."""
    if frame is None:
        return ""
    around = {t.lower_ for t in frame.token.subtree} | {t.lemma_.lower() for t in (frame.token, frame.token.head)}
    if around & reading.known.words("phase", "rest"):
        return "rest"
    return "first" if around & reading.known.words("phase", "first") else ""


def time_of(reading: Reading, frame: Frame | None) -> tuple[str | None, bool]:
    """The time of an event: its own date, the only date of the sentence, or the one that the text goes on with."""
    if frame is not None and frame.times:
        return frame.times[0].value, False
    dated = [time for time in reading.times if points(time)]
    if len(dated) == 1:
        return dated[0].value, False
    setting = reading.setting
    if not dated and setting.time is not None and reading.index - setting.time_at <= NEAR:
        return setting.time.value, True
    return None, False


def place_of(reading: Reading, frame: Frame | None) -> tuple[str | None, bool]:
    """The place of an event: its own, or the one that the text goes on with."""
    text = reading.parsed.text
    if frame is not None and frame.places:
        token = frame.places[0]
        mention = reading.mention_of(token)
        return (text[mention.start : mention.end] if mention else token.text), False
    own = [m for m in reading.mentions if m.type == "place" and m.form == "name"]
    if own:
        return own[0].name, False
    setting = reading.setting
    if setting.place is not None and reading.index - setting.place_at <= NEAR:
        return setting.place.of(text), True
    return None, False


def words_of(reading: Reading, spans: list[Span]) -> Span:
    """The exact words of a claim: the stretch from the first to the last of its parts, if it is not too wide."""
    for parts in (spans, spans[:2]):
        whole = hull(parts)
        if whole.end - whole.start <= WIDEST:
            return whole
    return spans[0]


def party(reading: Reading, token: Token | None) -> tuple[str, Span | None]:
    """Who takes part: the name, role or pronoun that stands there, else the noun's lemma."""
    if token is None:
        return "", None
    mention = reading.named(token)
    if mention is not None and mention.form == "pronoun" and mention.antecedent is not None:
        return mention.antecedent.of(reading.parsed.text), Span(mention.start, mention.end)
    if mention is not None:
        return mention.name, Span(mention.start, mention.end)
    return token.lemma_.lower(), reading.at(token)


def interval(quantity: Quantity) -> str:
    """A quantity's value as a claim's value: low and high end, a tilde when approximate, its unit."""
    low, high = ("" if end is None else f"{end:.12g}" for end in (quantity.low, quantity.high))
    body = low if low == high else f"{low}..{high}"
    return f"{'~' if quantity.approximate else ''}{body}{' ' + quantity.unit if quantity.unit else ''}"


def number_claims(reading: Reading) -> Iterator[Claim]:
    """One claim for each figure that counts or measures something."""
    for quantity in reading.quantities:
        made = number_claim(reading, quantity)
        if made is not None:
            yield made


def number_claim(reading: Reading, quantity: Quantity) -> Claim | None:
    """What a figure claims: how many of what underwent what, or how many there are."""
    if quantity.measure == "duration" or sized(reading, quantity):
        return None
    number = reading.token_at(quantity.start, quantity.end)
    if number is None:
        return None
    head = reading.token_at(*quantity.counted_span) if quantity.counted_span else number
    head = head if head is not None else number
    counted, noun_class = counted_as(reading, quantity, head)
    frame = governing(reading, head)
    if quantity.measure in ("age", "money", "percent", "distance", "other"):
        counted = quantity.unit or counted
    if quantity.measure == "money" and frame is not None and frame.token.pos_ == "NOUN":
        counted = f"{counted} {frame.token.lemma_.lower()}"  # a budget is not a fine
    predicate = predicate_of(reading, quantity, frame, (noun_class, head))
    if quantity.counted is None and quantity.measure in ("people", "count") and predicate not in CASUALTIES:
        return None  # a bare number counts people only where people die or are hurt
    if predicate is None:
        return None
    time, time_inherited = time_of(reading, frame)
    place, _ = place_of(reading, frame)
    subject, subject_span = owner(reading, quantity, head, frame)
    spans = [Span(quantity.start, quantity.end)]
    if quantity.counted_span is not None:
        spans.append(quantity.counted_span)
    if frame is not None and predicate not in ("stock", "age"):
        spans.append(reading.at(frame.token))
    told: dict[str, Any] = dict(  # noqa: C408  reads as the call that it becomes
        span=words_of(reading, spans), frame=frame, predicate=predicate, subject=subject, subject_span=subject_span, object=counted,
        place=place, time=time, inherited=time_inherited, quantity=quantity.id,
        phase="part" if part(reading, head) else phase(reading, frame),
    )  # fmt: skip
    return claim(reading, "number", interval(quantity), told)


def counted_as(reading: Reading, quantity: Quantity, head: Token) -> tuple[str, str | None]:
    """The group of nouns that the counted one belongs to, and the event class that the noun itself tells ("13 dead")."""
    known = reading.known
    lemma = head.lemma_.lower()
    if quantity.counted is None and quantity.measure in ("people", "count"):
        following = head.nbor() if head.i + 1 < len(head.doc) else head
        return "people", known.counted.get(lemma) or known.counted.get(following.lower_)
    return known.same.get(lemma, lemma), known.counted.get(lemma)


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
    if quantity.measure in ("age", "percent"):
        return quantity.measure if quantity.measure == "age" or frame is None else f"percent {frame.token.lemma_.lower()}"
    if noun_class is not None and not (frame is not None and frame.predicate in CASUALTIES):
        return noun_class
    if quantity.counted is not None and grouped(reading, quantity):
        return None
    if frame is None or frame.token.lemma_.lower() in reading.known.stock:
        return "stock"
    if not frame.known and head.dep_ == "pobj" and head.head.head.i == frame.token.i:
        return f"{frame.predicate} {head.head.lower_}"  # "rose to 80" is not "rose 80"
    counts = quantity.measure in ("people", "count")
    if counts and (frame.predicate == "pay" or not frame.known) and reading.known.same.get(head.lemma_.lower()) == "member":
        return "stock"
    return frame.predicate


def part(reading: Reading, head: Token) -> bool:
    """Whether the counted ones are a part of others ("among them two children", "each"), or of another event than the one spoken of."""
    words = reading.known.words("parts", "words")
    if any(t.lower_ in reading.known.words("elsewhere", "words") for t in reading.sentence):
        return True
    if any(child.lower_ in reading.known.words("parts", "added") for child in head.lefts):
        return head.lemma_.lower() in reading.known.same and reading.known.same[head.lemma_.lower()] == "member"
    near = [t.lower_ for t in reading.sentence if head.i - 6 <= t.i <= head.i + 3 and t.i != head.i]
    return any(word in words for word in near)


def sized(reading: Reading, quantity: Quantity) -> bool:
    """Whether the figure is the size of a thing ("a six-member jury")."""
    words = reading.parsed.text[quantity.start : quantity.end].lower()
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
    for child in head.children:
        if child.dep_ == "prep" and child.lower_ in ("of", "from", "in", "for", "to"):
            for token in child.children:
                if token.dep_ == "pobj" and apart(reading, token, head):
                    return party(reading, token)
        if child.dep_ in ("poss", "compound", "nmod") and apart(reading, child, head):
            return party(reading, child)
    if head.dep_ == "pobj" and head.head.lower_ == "of" and apart(reading, head.head.head, head):
        return party(reading, head.head.head)
    if frame is not None:
        others = [t for t in [*frame.agents, *frame.patients] if t.i != head.i and apart(reading, t, head)]
        if others:
            return party(reading, others[0])
    subject = subject_above(head)
    return party(reading, subject) if apart(reading, subject, head) else ("", None)


def subject_above(head: Token) -> Token | None:
    """The subject of the nearest verb above a noun that is its object."""
    at = head
    for _ in range(6):
        if at.head.i == at.i:
            return None
        at = at.head
        for child in at.children:
            if child.dep_ in ("nsubj", "nsubjpass") and child.i != head.i:
                return child
        if at.pos_ in ("VERB", "AUX"):
            return None
    return None


def date_claims(reading: Reading) -> Iterator[Claim]:
    """When each event happened: by its own date, or by the date that the text goes on with for what happens once."""
    for frame in reading.frames.values():
        time, inherited = frame.times[0] if frame.times else None, False
        once = frame.predicate in reading.known.once
        told = any(t.kind in ("date", "time") for t in reading.times)  # a sentence with a time of its own takes none over
        if time is None and once and frame.patients and frame.token.pos_ == "VERB" and not (told and len(reading.times) > 1):
            value, inherited = time_of(reading, frame)
            if inherited and told:
                continue
            time = reading.setting.time if inherited else next((t for t in reading.times if t.value == value and value), None)
        if time is None or not (frame.known or frame.patients or frame.agents):
            continue
        yield from dated(reading, frame, time, inherited)


def dated(reading: Reading, frame: Frame, time: Time, inherited: bool) -> Iterator[Claim]:
    """A date claim for each named one who undergoes the event, or one for the event as a whole."""
    named = [t for t in frame.patients if reading.named(t) is not None]
    for token in named or frame.patients[:1] or [None]:  # type: ignore[list-item]
        subject, subject_span = party(reading, token)
        agent, agent_span = party(reading, frame.agents[0] if frame.agents else None)
        own = [] if inherited else [Span(time.start, time.end)]
        spans = [reading.at(frame.token), *own, *([subject_span] if subject_span else [])]
        place, _ = place_of(reading, frame)
        told: dict[str, Any] = dict(  # noqa: C408  reads as the call that it becomes
            span=words_of(reading, spans), frame=frame, predicate=frame.predicate, subject=subject, subject_span=subject_span,
            object=agent, object_span=agent_span, place=place, time=time.value, inherited=inherited, phase=phase(reading, frame),
        )  # fmt: skip
        yield claim(reading, "date", time.value or "", told)


def place_claims(reading: Reading) -> Iterator[Claim]:
    """Where an event happened, when the sentence names the place and who underwent it."""
    for frame in reading.frames.values():
        if not frame.known or not frame.places or frame.token.pos_ != "VERB":
            continue
        named = [t for t in frame.patients if reading.named(t) is not None]
        for token in named[:2]:
            subject, subject_span = party(reading, token)
            where, where_span = party(reading, frame.places[0])
            time, inherited = time_of(reading, frame)
            spans = [reading.at(frame.token), *([where_span] if where_span else []), *([subject_span] if subject_span else [])]
            told: dict[str, Any] = dict(  # noqa: C408  reads as the call that it becomes
                span=words_of(reading, spans), frame=frame, predicate=frame.predicate, subject=subject, subject_span=subject_span,
                place=where, time=time, inherited=inherited,
            )  # fmt: skip
            yield claim(reading, "place", where, told)

"""What all claims are made with: their words, their time and place, those who take part."""

from __future__ import annotations

from itertools import islice
from typing import Any

from spacy.tokens import Token

from testimonia.base.extractions import Claim, Party, Quantity, Time
from testimonia.base.ids import row_id
from testimonia.base.spans import Span, hull
from testimonia.extract.claims.frames import Frame
from testimonia.extract.claims.reading import Reading, points

WIDEST = 240  # characters; where the words of a claim lie further apart, its value and its event's word are shown alone
CASUALTIES = ("kill", "injure")
ROLES = ("of", "for", "from", "to", "against", "with", "by", "at", "in")
OTHER = "other"  # the phase of what was before, or comes after
NEAR = 2  # steps (sentences, and one for each paragraph's end) over which a date or a place still holds


def claim(reading: Reading, kind: str, value: str, told: dict[str, Any]) -> Claim:
    """A claim of this sentence; `told` holds what differs from one kind to the other."""
    span: Span = told.pop("span")
    document, article = reading.parsed.document.id, reading.parsed.article.id
    frame: Frame | None = told.pop("frame", None)
    return Claim(
        id=row_id("w", document, article, kind, *span, value, told.get("predicate", ""), reading.paragraph.part),
        document=document, article=article, sentence=reading.span, span=span, kind=kind, value=value,
        about=reading.content, names=reading.names, context=reading.context(),
        polarity="negative" if frame is not None and frame.negated else "positive",
        modality=frame.modality if frame is not None else "asserted",
        attribution=reading.holding.innermost(*span), part=reading.paragraph.part, **told,
    )  # fmt: skip


def phase(reading: Reading, frame: Frame | None) -> str:
    """Whether the sentence speaks of the first or of the last part of a course of events, or of another one before or after it."""
    if frame is None:
        return ""
    around = {t.lower_ for t in frame.token.subtree} | {t.lemma_.lower() for t in (frame.token, frame.token.head)}
    if around & reading.known.words("phase", "rest"):
        return "rest"
    if around & reading.known.words("phase", "first"):
        return "first"
    return OTHER if beside(frame) & reading.known.words("phase", OTHER) else ""


def beside(frame: Frame | None) -> set[str]:
    """The adverbs right beside the verb or noun of an event."""
    return {child.lower_ for child in frame.token.children if child.dep_ == "advmod"} if frame is not None else set()


def time_of(reading: Reading, frame: Frame | None) -> tuple[str | None, bool]:
    """The time of an event: its own date, the only date of the sentence, or the one that the text goes on with."""
    if frame is not None and frame.times:
        return frame.times[0].value, False
    dated = [time for time in reading.times if points(time)]
    if len(dated) == 1 and reaches(reading, dated[0], frame):
        return dated[0].value, False
    setting = reading.setting
    if not dated and setting.time is not None and reading.index - setting.time_at <= NEAR:
        return setting.time.value, True
    return None, False


def reaches(reading: Reading, time: Time, frame: Frame | None) -> bool:
    """Whether the only date of a sentence holds for an event in it: that of a saying or of a side clause does not."""
    if compared_with(reading, time):
        return False
    owner = reading.dated.get(time.start)
    if owner is None or frame is None or owner is frame:
        return owner is None or not telling(reading, owner)
    if telling(reading, owner):
        return False
    return owner.token.is_ancestor(frame.token) or owner.token.dep_ in ("advcl", "conj") or within_clause(owner.token, frame.token)


def compared_with(reading: Reading, time: Time) -> bool:
    """Whether a date only says since when nothing was so high or low ("the highest since 1994")."""
    first = reading.token_at(time.start, time.start + 1)
    above = [*islice(first.ancestors, NEAR)] if first is not None else []
    return any(prep.lower_ == "since" and prep.head.tag_ in ("JJS", "RBS", "JJR") for prep in above)


def within_clause(noun: Token, verb: Token) -> bool:
    """Whether an event noun stands in the verb's own clause ("in an attack on Monday, ten people died")."""
    at = noun
    while at.pos_ not in ("VERB", "AUX") and at.head.i != at.i:
        at = at.head
    return noun.pos_ == "NOUN" and at.i == verb.i


def telling(reading: Reading, frame: Frame) -> bool:
    """Whether the verb tells that something is said or written."""
    return not frame.known and frame.token.lemma_.lower() in reading.known.words("telling", "verbs")


def in_medium(reading: Reading, frame: Frame) -> bool:
    """Whether the "in" of a verb leads to a paper, a programme or a text: "published in the Herald" is no place."""
    return frame.token.lemma_.lower() in reading.known.words("sites", "media")


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


def told_of(reading: Reading, frame: Frame | None, spans: list[Span]) -> dict[str, Any]:
    """What claims of deeds and states tell alike: their words, time and place."""
    time, inherited = time_of(reading, frame)
    place, _ = place_of(reading, frame)
    told = {"span": words_of(reading, spans), "frame": frame, "time": time, "inherited": inherited, "place": place}
    return told | ({"phase": OTHER} if beside(frame) & reading.known.words("phase", "before") else {})


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
    mention, speaker = reading.named(token), reading.speaking(token)
    if speaker is not None:
        return speaker.of(reading.parsed.text), speaker
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


def parties(reading: Reading, tokens: tuple[Token | None, ...]) -> tuple[Party, ...]:
    """The names that hang directly on some words of a claim, each with the word that ties it: "paid X for Y", "members of Z"."""
    found: dict[Span, str] = {}
    for child in (child for token in tokens if token is not None for child in token.children):
        if child.dep_ in ("prep", "agent", "dative") and child.lower_ in ROLES:
            for inner in child.children:
                tie(reading, inner, child.lower_, found)
        elif child.dep_ in ("poss", "compound", "nmod"):
            tie(reading, child, "of", found)
    return tuple(Party(role, span) for span, role in sorted(found.items()))


def tie(reading: Reading, token: Token, role: str, found: dict[Span, str]) -> None:
    """Take a name into the list, if one stands there."""
    mention = reading.named(token)
    if mention is not None and (mention.form == "name" or mention.antecedent is not None):
        found.setdefault(Span(mention.start, mention.end), role)

"""What somebody is said to deny of what was said right before ("The police denied this"), each set against it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from testimonia.base.extractions import Claim
from testimonia.base.ids import row_id
from testimonia.base.pronouns import pronouns
from testimonia.base.spans import Span
from testimonia.extract.claims.frames import Frame, rejected
from testimonia.extract.claims.making import WIDEST, claim, party, told_of
from testimonia.extract.claims.reading import Reading
from testimonia.extract.claims.stances import happened_to

OF = ("of", "about")
STEM = 5  # letters that a verb and its noun have in common ("resign", "resignation")
TAKING_UP = pronouns("pointing", "thing")


def answer_claims(reading: Reading) -> Iterator[Claim]:
    """What a sentence denies of the one before: the denial, and what it denies as an accusation, in its own words."""
    yield from nominal_denials(reading)
    before, at = reading.setting.before, reading.setting.before_at
    if before is None or reading.index - at > 1:
        return
    for frame in reading.frames.values():
        held = taken_up(reading, frame)
        if held is None:
            continue
        who, who_span = party(reading, frame.agents[0])
        slot = {"predicate": "accusation", "subject": who, "subject_span": who_span}
        told = told_of(reading, frame, [reading.at(frame.token), reading.at(held)])
        denial = claim(reading, "polarity", "denied", {**told, **slot})
        first = denied_there(reading, denial, before)
        if first is not None:
            yield first
            yield replace(denial, rival=first.id)


def nominal_denials(reading: Reading) -> Iterator[Claim]:
    """What did not befall somebody, where a report of it is denied ("denied reports of her arrest", "rumours of his death are untrue")."""
    for frame in reading.frames.values():
        noun = frame.token
        told = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ in OF else None
        if noun.pos_ != "NOUN" or not frame.known or not frame.patients or told is None:
            continue
        if told.lemma_.lower() in reading.known.words("denying", "reports") and rejected(told, reading.known):
            own = any(verb[:STEM] == noun.lower_[:STEM] for verb in reading.known.subject_verbs)
            yield from happened_to(reading, replace(frame, negated=True), f"{frame.predicate} oneself" if own else frame.predicate)


def taken_up(reading: Reading, frame: Frame) -> Token | None:
    """The word by which a verb of denying takes up what was said before, if it does: "denied this", "rejected these claims"."""
    known = reading.known
    if (
        frame.token.lemma_.lower() not in known.words("denying", "verbs")
        or frame.negated
        or frame.modality != "asserted"
        or not frame.agents
    ):
        return None
    held = next((child for child in frame.token.children if child.dep_ == "dobj"), None)
    if held is None or any(child.dep_ in ("acl", "relcl", "prep", "conj") for child in held.children):
        return None
    if held.pos_ == "PRON":
        return held if held.lower_ in TAKING_UP else None
    charged = held.lemma_.lower() in known.words("denying", "reports")
    return held if charged and any(child.lower_ in TAKING_UP for child in held.lefts) else None


def denied_there(reading: Reading, denial: Claim, before: Span) -> Claim | None:
    """What the sentence before says as somebody's words, else in the text's own voice; none where it is too long to be shown."""
    said = [span for span in reading.setting.contents if before.start <= span.start and span.end <= before.end]
    words = said[0] if said else before
    if words.end - words.start > WIDEST or reading.parsed.text[words.start : words.end].rstrip().endswith("?"):
        return None
    ident = row_id("w", denial.document, denial.article, denial.kind, *words, "accused", "denied behind it")
    charge = " ".join(words.of(reading.parsed.text).split()).strip(" .,;:“”\"'").removeprefix("that ")
    return replace(
        denial, id=ident, span=words, sentence=before, value="accused", object=charge,
        attribution=reading.holding.innermost(*words), polarity="positive", modality="asserted",
    )  # fmt: skip

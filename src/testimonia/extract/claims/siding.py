"""Claims of who belongs to whom, of what is accepted or refused, and of who was behind what, where no verb of a deed says so."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from testimonia.base.extractions import Claim
from testimonia.extract.claims.frames import Frame, governed, modality, objects, subjects_of
from testimonia.extract.claims.making import claim, party, time_of, words_of
from testimonia.extract.claims.reading import Reading

JOINED = ("appos", "attr")
OF, BE = ("of", "for"), "be"


def members(reading: Reading) -> Iterator[Claim]:
    """Who is called a member of what ("X, a member of the Y Front"): the claim that "X belongs to Y" makes."""
    nouns = reading.known.words("membership", "nouns")
    for token in reading.tokens:
        if token.lemma_.lower() not in nouns or token.dep_ not in JOINED:
            continue
        bodies = [t for t in governed(token, ("of",)) if reading.named(t) is not None]
        holder = token.head if token.dep_ == "appos" else next(iter(subjects_of(token.head)[0]), None)
        named = reading.named(holder) if holder is not None else None
        if not bodies or holder is None or named is None or supposed(reading, token.head):
            continue
        denied = token.dep_ == "attr" and any(child.dep_ == "neg" for child in token.head.children)
        subject, span = party(reading, holder)
        if span is None:
            continue
        time, inherited = time_of(reading, None)
        told = {"span": words_of(reading, [reading.at(token), span, reading.at(bodies[0])]), "time": time, "inherited": inherited}
        slot = {"predicate": "act belong", "subject": subject, "subject_span": span, "object": f"to {bodies[0].lemma_.lower()}"}
        yield claim(reading, "polarity", "no" if denied else "yes", {**told, **slot})


def taken(reading: Reading, frame: Frame) -> tuple[bool, str, Token] | None:
    """Whether a verb says that something is accepted or refused, and what: the noun, what is offered, or the act ("refused to sign")."""
    known, lemma = reading.known, frame.token.lemma_.lower()
    accepts, refuses = lemma in known.words("accepting", "yes"), lemma in known.words("accepting", "no")
    if not (accepts or refuses) or not frame.agents:
        return None
    held = [t for t in [*frame.patients, *governed(frame.token, ("to",))] if t.pos_ in ("NOUN", "PROPN")]
    if not held:
        return None
    what = held[0]
    if what.lemma_.lower() in known.words("denying", "reports"):
        return None  # who rejects a claim denies it
    if what.lemma_.lower() in known.words("accepting", "offers"):
        what = next(iter(governed(what, OF)), what)
    return accepts != frame.negated, what.lemma_.lower(), what


def behind(reading: Reading) -> Iterator[tuple[Token, Token]]:
    """The pairs of doer and event that a copula gives: "X was behind the raid", "is responsible for it", "the raid was the work of X"."""
    events = reading.known.words("responsibility", "events")
    for token in reading.tokens:
        verb = token.head
        if verb.lemma_.lower() != BE or supposed(reading, verb) or any(child.dep_ == "neg" for child in verb.children):
            continue
        subjects = [child for child in verb.children if child.dep_ == "nsubj"]
        done = objects(token) if token.lower_ in reading.known.words("responsibility", "behind") else []
        done = done or (governed(token, ("for",)) if token.lower_ in reading.known.words("responsibility", "answering") else [])
        yield from ((doer, event) for doer in subjects[:1] for event in done[:1] if event.lemma_.lower() in events)
        if token.lower_ in reading.known.words("responsibility", "work") and token.dep_ == "attr":
            yield from ((doer, event) for event in subjects[:1] for doer in governed(token, ("of",))[:1] if event.lemma_.lower() in events)


def supposed(reading: Reading, copula: Token) -> bool:
    """Whether what a copula says is only held possible or asked about."""
    return modality(copula, reading.known) in ("conditional", "question")

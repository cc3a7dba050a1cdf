"""How many, where the answer is none or one ("nobody was hurt", "no injuries were reported", "one guard was on duty").

No figure stands in such a sentence, and it answers the same question as a figure does elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from spacy.tokens import Token

from testimonia.base.extractions import Claim
from testimonia.base.spans import hull
from testimonia.extract.claims.frames import SUBJECTS, Frame, governed
from testimonia.extract.claims.making import claim, parties, phase, place_of, time_of, words_of
from testimonia.extract.claims.parts import part
from testimonia.extract.claims.reading import Reading
from testimonia.extract.claims.shapes import is_human

NONE, ONE = "0", "1"
TOLD = ("attr", "dobj", "pobj", *SUBJECTS)  # where the noun stands whose number is told
ANYTHING = "item"  # what nothing is none of


def none_claims(reading: Reading) -> Iterator[Claim]:
    """The claims of a sentence that something befell nobody, that there was none of a kind, or one of some human beings only."""
    if not {t.lower_ for t in reading.tokens}.isdisjoint(reading.known.words("none", "determiners") | pronouns(reading)):
        yield from befell_nobody(reading)
        yield from none_counted(reading)
    yield from one_only(reading)


def pronouns(reading: Reading) -> frozenset[str]:
    """The words that stand for nobody and nothing."""
    return reading.known.words("none", "pronouns")


def befell_nobody(reading: Reading) -> Iterator[Claim]:
    """What happened to none: "no civilians were hurt", "nobody drowned", "none of the passengers was injured"."""
    for frame in reading.frames.values():
        token = frame.patient
        if not (frame.known and frame.negated) or token is None or any(c.dep_ == "neg" and c.lower_ != "no" for c in frame.token.children):
            continue
        noun = meant(reading, token)
        if noun is not None:
            yield made(reading, frame, (NONE, frame.predicate, counted(reading, frame.predicate, noun)), token)


def meant(reading: Reading, token: Token) -> str | None:
    """The noun of which there is none; empty for nobody at all, none where the word does not say so."""
    determined = any(c.lower_ in reading.known.words("none", "determiners") and c.dep_ in ("det", "neg") for c in token.lefts)
    if determined:
        return "" if token.lower_ == "one" else token.lemma_.lower()
    if token.lower_ not in pronouns(reading):
        return None
    below = governed(token, ("of",))
    return below[0].lemma_.lower() if below else ANYTHING if token.lower_ in reading.known.words("none", "things") else ""


def counted(reading: Reading, predicate: str, noun: str) -> str:
    """What is counted: people, where it may befall anybody."""
    known = reading.known
    if not noun or noun == "them":
        return "people"
    group = known.same.get(noun, noun)
    return "people" if known.befalls_anybody(predicate, group) or known.befalls_anybody(predicate, noun) else group


def none_counted(reading: Reading) -> Iterator[Claim]:
    """None of those whom a noun counts by what befell them: "there were no casualties", "no arrests have been reported"."""
    for token in reading.tokens:
        if token.tag_ != "NNS" or token.dep_ not in TOLD or meant(reading, token) in (None, ""):
            continue
        happened = reading.known.counted.get(token.lemma_.lower()) or reading.known.counted.get(token.lower_)
        above = token.head.head if token.dep_ == "pobj" else token.head
        if happened is None or above.lemma_.lower() not in reading.known.words("none", "verbs"):
            continue
        noun, frame = token.lemma_.lower(), reading.frames.get(above.i)
        both = reading.known.raw.get("none", {}).get("entails", {}).get(noun, (happened,))
        for predicate in both:
            yield made(reading, frame, (NONE, predicate, counted(reading, predicate, "" if predicate in anybody(reading) else noun)), token)


def anybody(reading: Reading) -> frozenset[str]:
    """The classes of events that may befall anybody."""
    return reading.known.words("anybody", "classes")


def one_only(reading: Reading) -> Iterator[Claim]:
    """One human being who is there or whom something befell, where "one" is no figure ("there was one guard")."""
    figures = {(quantity.start, quantity.end) for quantity in reading.quantities}
    for token in reading.tokens:
        noun = token.head
        if token.lower_ != "one" or token.dep_ != "nummod" or noun.i < token.i or noun.tag_ != "NN" or tuple(reading.at(token)) in figures:
            continue
        verb = noun.head
        frame = reading.frames.get(verb.i)
        there = noun.dep_ in (*SUBJECTS, "attr") and verb.lemma_.lower() in reading.known.stock
        befell = frame is not None and frame.known and any(t.i == noun.i for t in frame.patients)
        if not (there or befell) or not is_human(reading, noun):
            continue
        predicate = frame.predicate if frame is not None and befell else "stock"
        yield made(reading, frame, (ONE, predicate, counted(reading, predicate, noun.lemma_.lower())), noun, token)


def made(reading: Reading, frame: Frame | None, told: tuple[str, str, str], *tokens: Token) -> Claim:
    """The claim of so many, of what befell them, and of what is counted; the tokens are its words beside the verb."""
    value, predicate, noun = told
    head = tokens[0]
    time, inherited = time_of(reading, frame)
    place, _ = place_of(reading, frame)
    determiners = [c for c in head.lefts if c.dep_ in ("det", "neg", "nummod")]
    words = hull([reading.at(t) for t in (*tokens, *determiners)])
    more: dict[str, Any] = dict(  # noqa: C408  reads as the call that it becomes
        span=words_of(reading, [words, *([reading.at(frame.token)] if frame is not None else [])]), frame=frame, predicate=predicate,
        object=noun, place=place, time=time, inherited=inherited, phase="part" if part(reading, head, predicate) else phase(reading, frame),
        parties=parties(reading, (head, frame.token if frame is not None else None)),
    )  # fmt: skip
    found = claim(reading, "number", value, more)
    return found if found.polarity == "positive" else replace(found, polarity="positive")

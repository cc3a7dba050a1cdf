"""Claims of where something happened, whoever underwent it: a place with a name behind a word of place, on a verb or noun of an event."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from spacy.tokens import Token

from testimonia.base.extractions import Claim
from testimonia.base.spans import Span
from testimonia.extract.claims.frames import NO_PLACES, Frame, objects
from testimonia.extract.claims.making import claim, in_medium, party, phase, telling, time_of, words_of
from testimonia.extract.claims.people import several_people
from testimonia.extract.claims.reading import Reading

NO_SITES = (*NO_PLACES, "NORP", "QUANTITY", "PERCENT", "ORDINAL")
INSIDE = ("in", "near", "outside", "inside")
BODIES = ("ORG", "NORP")
NOWHERE = ("person", "group", "event", "work")  # types of names that are no places
DEEP = 2  # prepositions below a noun that are gone through ("in a scuffle outside the Nordkai depot")
PASSIVE = ("nsubjpass", "auxpass")


def site_claims(reading: Reading) -> Iterator[Claim]:
    """Where each event is said to have happened, of those that the sentence gives a place with a name."""
    for frame in reading.frames.values():
        if frame.modality != "asserted" or frame.negated or not placeable(reading, frame):
            continue
        found = next((where for token in held(frame) for where in sites(reading, token, DEEP)), None)
        if found is None:
            continue
        subject, subject_span = party(reading, undergoing(frame))
        time, inherited = time_of(reading, frame)
        told: dict[str, Any] = dict(  # noqa: C408  reads as the call that it becomes
            span=words_of(reading, [reading.at(frame.token), found]), frame=frame, predicate=frame.predicate, subject=subject,
            subject_span=subject_span, place=found.of(reading.parsed.text), time=time, inherited=inherited, phase=phase(reading, frame),
        )  # fmt: skip
        yield claim(reading, "place", found.of(reading.parsed.text), told)


def placeable(reading: Reading, frame: Frame) -> bool:
    """Whether the word tells of an event that has a place: a class of events, or what is done to somebody or something."""
    if in_medium(reading, frame):
        return False
    if frame.known or frame.predicate in reading.known.words("support", "occurring"):
        return True
    passive = any(child.dep_ in PASSIVE for child in frame.token.children)
    return passive and not telling(reading, frame)


def held(frame: Frame) -> list[Token]:
    """The words on which the place of an event may hang: its own, and what it is done to, behind it."""
    return [frame.token, *(token for token in frame.patients if token.i > frame.token.i)]


def undergoing(frame: Frame) -> Token | None:
    """Whom or what the event is told of."""
    return next((token for token in (*frame.patients, *frame.agents)), None)


def sites(reading: Reading, token: Token, deep: int) -> Iterator[Span]:
    """The places with names behind the words of place that hang on a word, or on what these govern."""
    words = reading.known.words("sites", "words")
    for child in token.children:
        for noun in objects(child) if child.dep_ == "prep" and child.lower_ in words else ():
            if one_of_several(noun):
                return
            span = site(reading, noun, inside=child.lower_ in INSIDE) if not aimed_at(reading, child, noun) else None
            if span is not None:
                yield span
            elif deep > 1 and noun.pos_ == "NOUN":
                yield from sites(reading, noun, deep - 1)


def one_of_several(noun: Token) -> bool:
    """Whether a place is told together with others ("used in Norland and Ostria"): of these none alone is where it happened."""
    return any(child.dep_ == "conj" and child.pos_ == "PROPN" for child in noun.children)


def aimed_at(reading: Reading, preposition: Token, noun: Token) -> bool:
    """Whether an event is one "on" those who are called by a body's or a people's name ("a raid on Orbis guards"): they are no place."""
    named = any(child.ent_type_ in BODIES for child in noun.lefts if child.dep_ in ("compound", "nmod", "amod"))
    return several_people(reading, noun) or (preposition.lower_ == "on" and named)


def site(reading: Reading, noun: Token, *, inside: bool) -> Span | None:
    """The words of a place with a name: the name, with the common noun behind it, or the name that the noun is of.

    `inside` tells that the word before it is one of places alone: nobody is hurt "near" a person of one name.
    """
    mention, held = reading.mention_of(noun), reading.at(noun)
    held = held if mention is None else Span(mention.start, mention.end)
    if (
        noun.ent_type_ in NO_SITES
        or (noun.ent_type_ == "PERSON" and not inside)
        or any(time.start < held.end and held.start < time.end for time in reading.times)
    ):
        return None
    if mention is not None and mention.form == "name":
        single = inside and mention.type == "person" and " " not in mention.name
        return held if single or mention.type not in NOWHERE else None
    names = [child for child in noun.lefts if child.pos_ == "PROPN" and child.dep_ in ("compound", "nmod", "amod") and not led_by(child)]
    if names:
        return Span(reading.at(min(names, key=lambda child: child.i)).start, reading.at(noun).end)
    if noun.pos_ == "PROPN":
        return reading.at(noun)
    inner = [t for child in noun.children if child.dep_ == "prep" and child.lower_ in ("of", "in", "at", "near") for t in objects(child)]
    return next((span for t in inner if t.pos_ == "PROPN" and (span := site(reading, t, inside=True)) is not None), None)


def led_by(name: Token) -> bool:
    """Whether a name is only the first half of an adjective ("Norland-led raids")."""
    following = name.doc[name.i + 1] if name.i + 1 < len(name.doc) else None
    return ("-" in name.text.strip("-") and name.text.rpartition("-")[2].islower()) or (following is not None and following.text == "-")

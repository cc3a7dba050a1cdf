"""Claims of when and where something happened."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from spacy.tokens import Token

from testimonia.base.extractions import Claim, Time
from testimonia.base.spans import Span
from testimonia.extract.claims.frames import Frame, objects
from testimonia.extract.claims.making import claim, in_medium, parties, party, phase, place_of, time_of, words_of
from testimonia.extract.claims.reading import Reading, points


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
        if time is None or spanning(reading, time) or not (frame.known or frame.patients or frame.agents) or several(reading, frame):
            continue
        yield from dated(reading, frame, time, inherited)
    yield from dated_nouns(reading)


def spanning(reading: Reading, time: Time) -> bool:
    """Whether a time is a stretch over which is counted ("in the whole of last year"): it dates no event."""
    opening = reading.parsed.text[reading.span.start : time.start].casefold().rstrip()
    return opening.endswith(tuple(reading.known.raw.get("spanning", {}).get("before", ())))


def several(reading: Reading, frame: Frame) -> bool:
    """Whether a noun speaks of several of what is asked about one by one ("Monday's best deals")."""
    single = reading.known.raw.get("classes", {}).get(frame.predicate, {}).get("singly", False)
    return bool(single) and frame.token.tag_ == "NNS"


def dated_nouns(reading: Reading) -> Iterator[Claim]:
    """The date that a noun carries: "the permit of March"."""
    kinds = {noun: predicate for predicate, nouns in sorted(reading.known.raw.get("dated", {}).items()) for noun in nouns}
    for time in reading.times if kinds else ():
        token = reading.token_at(time.start, time.end)
        if token is None or token.dep_ != "pobj" or token.head.lower_ not in ("of", "from", "dated"):
            continue
        noun = token.head.head
        predicate = kinds.get(noun.lemma_.lower())
        if predicate is None or noun.i in reading.frames or not points(time):
            continue
        told: dict[str, Any] = dict(  # noqa: C408  reads as the call that it becomes
            span=words_of(reading, [Span(time.start, time.end), reading.at(noun)]), predicate=predicate, subject=noun.lemma_.lower(),
            subject_span=reading.at(noun), time=time.value, parties=parties(reading, (noun,)),
        )  # fmt: skip
        yield claim(reading, "date", time.value or "", told)


def dated(reading: Reading, frame: Frame, time: Time, inherited: bool) -> Iterator[Claim]:
    """A date claim for each named one who undergoes the event, or one for the event as a whole."""
    undergone = frame.patients or (frame.agents if not frame.known and frame.token.pos_ == "VERB" else [])  # "the town fell"
    patients = [meant(reading, token) for token in undergone]
    named = [t for t in patients if reading.named(t) is not None]
    for token in named or patients[:1] or [None]:  # type: ignore[list-item]
        subject, subject_span = party(reading, token)
        agent, agent_span = party(reading, frame.agents[0] if frame.agents and frame.patients else None)
        own = [] if inherited else [Span(time.start, time.end)]
        spans = [reading.at(frame.token), *own, *([subject_span] if subject_span else [])]
        place, _ = place_of(reading, frame)
        told: dict[str, Any] = dict(  # noqa: C408  reads as the call that it becomes
            span=words_of(reading, spans), frame=frame, predicate=frame.predicate, subject=subject, subject_span=subject_span,
            object=agent, object_span=agent_span, place=place, time=time.value, inherited=inherited, phase=phase(reading, frame),
            parties=parties(reading, (token,)),
        )  # fmt: skip
        yield claim(reading, "date", time.value or "", told)


def meant(reading: Reading, token: Token) -> Token:
    """What a noun of doing is done to: "work on the bridge" is the bridge; "three of our men" are men."""
    if token.pos_ == "NUM":
        return next((t for child in token.children if child.lower_ == "of" for t in objects(child)), token)
    if token.lemma_.lower() not in reading.known.words("standing", "nouns"):
        return token
    below = [t for child in token.children if child.dep_ == "prep" and child.lower_ in ("on", "of") for t in objects(child)]
    return below[0] if below else token


def place_claims(reading: Reading) -> Iterator[Claim]:
    """Where an event happened, when the sentence names the place and who underwent it."""
    for frame in reading.frames.values():
        if not frame.known or not frame.places or frame.token.pos_ != "VERB" or in_medium(reading, frame):
            continue
        named = [t for t in frame.patients if reading.named(t) is not None]
        for token in named[:2]:
            subject, subject_span = party(reading, token)
            where, where_span = party(reading, frame.places[0])
            time, inherited = time_of(reading, frame)
            spans = [reading.at(frame.token), *([where_span] if where_span else []), *([subject_span] if subject_span else [])]
            told: dict[str, Any] = dict(  # noqa: C408  reads as the call that it becomes
                span=words_of(reading, spans), frame=frame, predicate=frame.predicate, subject=subject, subject_span=subject_span,
                place=where, time=time, inherited=inherited, phase=phase(reading, frame),
            )  # fmt: skip
            yield claim(reading, "place", where, told)

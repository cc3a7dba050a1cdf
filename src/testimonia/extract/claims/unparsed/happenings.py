"""When and where something happened, in languages without a parser: a date or a place's name, next to a word of the pack for an event."""

from __future__ import annotations

import re
from collections.abc import Iterator

from testimonia.base.extractions import Claim
from testimonia.base.spans import Span
from testimonia.extract.claims.reading import points
from testimonia.extract.claims.unparsed.sentences import STOPS, WORD, Sentence, made, nearest
from testimonia.extract.claims.unparsed.words import Words, key_words
from testimonia.extract.quantities.holding import Holding

DAY = re.compile(r"\d{4}-\d\d-\d\d(?:T\w+)?")
SITES, NOWHERE = ("place", "facility"), ("person", "group", "event", "work")  # types of names that are places, and that are none
REACH, MOST_BETWEEN = 30, 4  # characters before a name in which a word of place stands; the words that one is looked for among


def date_claims(sentence: Sentence, holding: Holding) -> Iterator[Claim]:
    """When something happened to the one named in the sentence, or in the one before; of what may happen again, the day."""
    others = [Span(time.start, time.end) for time in sentence.times if points(time)]
    for time in sentence.times:
        event = dated_event(sentence, Span(time.start, time.end), others) if points(time) else None
        if event is None and DAY.fullmatch(time.value or ""):
            of_days = [row for row in sentence.events if row[1] not in key_words("dayless")]
            event = nearest(sentence, of_days, Span(time.start, time.end), others)
        if event is None or time.value is None:
            continue
        place, name = event
        names = sentence.names or sentence.names_before or (place,)
        subject = min(names, key=lambda span: (abs(span.start - place.start), span))
        told = {"subject": subject.of(sentence.parsed.text), "subject_span": subject, "time": time.value}
        spans = [Span(time.start, time.end), place, *([subject] if sentence.names else [])]
        yield made(sentence, ("date", name, time.value), spans, holding, told)


def dated_event(sentence: Sentence, span: Span, others: list[Span]) -> tuple[Span, str] | None:
    """The event next to a date, of those that happen once; what came down or sank rather than who died in it."""
    rest = [(place, name) for place, name in sentence.events if name in key_words("once")]
    of_things = [(place, name) for place, name in rest if name != "kill"]
    return nearest(sentence, of_things, span, others) or nearest(sentence, rest, span, others)


def sites(sentence: Sentence, known: Words) -> list[Span]:
    """The names of places behind words of place, with or without a few words between them ("in der Stadt X")."""
    text, found = sentence.parsed.text, list[Span]()
    for mention in sentence.mentions if known.siting else ():
        before = STOPS.split(text[max(sentence.span.start, mention.start - REACH) : mention.start])[-1]
        words = [word.rpartition("'")[0] or word for word in WORD.findall(before.lower().replace("’", "'"))]
        near = words[-1:] if mention.type not in SITES else words[-MOST_BETWEEN:]
        if mention.form == "name" and mention.type not in NOWHERE and not known.siting.isdisjoint(near):
            found.append(Span(mention.start, mention.end))
    return found


def site_claims(sentence: Sentence, sited: list[Span], holding: Holding) -> Iterator[Claim]:
    """Where what the nearest word of an event tells of happened; nothing of a place that is only denied ("not in X but in Y")."""
    text = sentence.parsed.text
    for span in sited:
        event = nearest(sentence, sentence.events, span, sited)
        if event is None or any(span.start - REACH < at < span.start for at in sentence.negated):
            continue
        place, name = event
        value = span.of(text)
        yield made(sentence, ("place", name, value), [span, place], holding, {"place": value})

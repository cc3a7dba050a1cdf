"""What befell somebody with a name, or did not, in languages without a parser: a name, and behind it a word of the pack."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from testimonia.base.extractions import Claim, Mention
from testimonia.base.grammar import grammar
from testimonia.base.languages import primary, table
from testimonia.base.spans import Span, hull
from testimonia.extract.claims.reading import points
from testimonia.extract.claims.unparsed.sentences import WORD, Sentence, stated
from testimonia.extract.claims.unparsed.words import key_words
from testimonia.extract.quantities.holding import Holding

REACH = 80  # characters between a name and what is said to have befallen it
AFTER = 8  # characters behind the event word in which a negation may stand ("entlassen wurde er nicht")
STOP = re.compile(r"[,;:()«»\"“”–—]")
SET_BESIDE = re.compile(r",[^,;:()«»\"“”–—]{2,60},")  # what stands between a name and its verb
PERSONS = ("person",)
BODIES = ("organisation", "place", "group", "other", "event", "work", "facility")


@dataclass(frozen=True, eq=False)
class Turns:
    """The words of a language that say what befell somebody, those that deny, those that put it off, those that hang a name on another."""

    events: Mapping[str, str]
    negations: frozenset[str]
    coming: frozenset[str]
    below: frozenset[str]

    def of(self, words: list[str]) -> str | None:
        """What the last of some words, with or without those before it, says befell somebody."""
        return next((event for size in (3, 2, 1) if (event := self.events.get(" ".join(words[-size:])))), None)


@cache
def turns_of(language: str) -> Turns:
    """The words of a language's pack."""
    pack: Mapping[str, Any] = table(primary(language), "claims")
    told = pack.get("turns", {})
    return Turns(
        {word: event for event, words in sorted(told.get("events", {}).items()) for word in words},
        grammar(language).negations,
        frozenset(told.get("coming", ())),
        frozenset(told.get("below", ())),
    )


def turn_claims(sentence: Sentence, holding: Holding) -> Iterator[Claim]:
    """What a sentence says befell those whom it names."""
    known = turns_of(sentence.parsed.language)
    named = [m for m in sentence.mentions if m.form == "name" and m.type in (*PERSONS, *BODIES)] if known.events else []
    if not named:
        return
    text, start = sentence.parsed.text, sentence.span.start
    words: list[str] = []
    for match in WORD.finditer(sentence.span.of(text).lower()):
        words = [*words[-2:], match.group()]
        event = known.of(words)
        place = Span(start + match.start(), start + match.end())
        who = befallen(sentence, named, place, kinds_befallen(event), known) if event is not None else None
        if event is not None and who is not None:
            yield turned(sentence, (event, place, who), known, holding)


def kinds_befallen(event: str) -> tuple[str, ...]:
    """The types of names of those whom an event befalls."""
    return BODIES if event in key_words("of_bodies") else PERSONS


def befallen(sentence: Sentence, named: list[Mention], place: Span, kinds: tuple[str, ...], known: Turns) -> Mention | None:
    """The name right before an event word in its clause; one that hangs on another ("the lawyer of X") does not undergo it."""
    text = sentence.parsed.text
    before = [m for m in named if m.end <= place.start][-2:]
    for who in reversed(before):
        gap, beside = text[who.end : place.start], SET_BESIDE.match(text, who.end, place.start)
        if beside is not None and beside.end() >= before[-1].end:
            gap = text[beside.end() : place.start]  # "X, captain of the Y, is at liberty"
        elif who is not before[-1]:
            return None
        if reached(sentence, who, gap, known):
            return who if fits(who, kinds) else None
    return None


def fits(who: Mention, kinds: tuple[str, ...]) -> bool:
    """Whether a name is of one whom it can befall; without a parser a name of two words may be a person's whatever it was taken for."""
    return who.type in kinds or kinds == BODIES or (" " in who.name and who.type in ("place", "other"))


def reached(sentence: Sentence, who: Mention, gap: str, known: Turns) -> bool:
    """Whether an event word behind a gap is said of a name, which may stand set between commas itself."""
    ahead = sentence.parsed.text[sentence.span.start : who.start].rstrip()
    set_between = ahead.endswith(",") and gap.startswith(",")
    words = WORD.findall(ahead.lower())
    hangs = bool(words) and words[-1].replace("’", "'") in known.below and ahead[-1:] != ","
    return len(gap) <= REACH and not STOP.search(gap[1:] if set_between else gap) and not hangs


def turned(sentence: Sentence, told: tuple[str, Span, Mention], known: Turns, holding: Holding) -> Claim:
    """The claim that it befell somebody, or not."""
    event, place, who = told
    text, who_span = sentence.parsed.text, Span(who.start, who.end)
    around = parts(text[who.end : place.end + AFTER])
    denied = not known.negations.isdisjoint(around)
    dated = [time.value for time in sentence.times if points(time)]
    slot = {"predicate": f"undergo {event.partition(' ')[0]}", "subject": who.name, "subject_span": who_span, "object": event}
    modality = "asserted" if known.coming.isdisjoint(around) else "future"
    time = dated[0] if len(dated) == 1 else None
    mark = ("polarity", "no" if denied else "yes", event)
    return stated(sentence, mark, hull([who_span, place]), holding, {**slot, "denied": denied, "modality": modality, "time": time})


def parts(text: str) -> list[str]:
    """The words of a stretch, what an apostrophe joins taken apart."""
    return re.findall(r"[^\W\d_]+", text.lower())

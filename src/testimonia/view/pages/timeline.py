"""The timeline: what the pages date, in the order of the dates; copies of one text are told once."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from testimonia.base.extractions import Time
from testimonia.view.pages.passages import Mark, Passage
from testimonia.view.pages.shelf import Shelf

DATED = re.compile(r"[0-9]{4}(-[0-9]{2}){0,2}")
MONTHS = ("", "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")


@dataclass(frozen=True, slots=True)
class Dated:
    """A sentence with a date: the words of the date, what they were resolved against, and the articles that hold the sentence."""

    value: str
    shown: str
    words: str
    reason: str
    passage: Passage
    article: str
    origins: int
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Year:
    """All dated sentences of one year."""

    year: str
    total: int
    events: tuple[Dated, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """The years, earliest first; `unresolved` counts expressions that could not be set to a date."""

    years: tuple[Year, ...]
    total: int
    shown: int
    unresolved: int


def timeline(shelf: Shelf, *, each: int) -> Timeline:
    """Every dated sentence, at most `each` of one year."""
    times = list(shelf.case.records("times"))
    dated = [time for time in times if time.kind == "date" and time.value and DATED.fullmatch(time.value)]
    unresolved = sum(1 for time in times if time.kind == "date" and not time.value)
    events = told_once(shelf, dated)
    years: dict[str, list[Dated]] = {}
    for event in events:
        years.setdefault(event.value[:4], []).append(event)
    listed = tuple(Year(year, len(found), tuple(found[:each])) for year, found in sorted(years.items()))
    return Timeline(listed, len(events), sum(len(year.events) for year in listed), unresolved)


def told_once(shelf: Shelf, times: Iterable[Time]) -> list[Dated]:
    """The dated sentences by date; a sentence that several articles share comes once, with all of them."""
    held: dict[tuple[str, str], list[Time]] = {}
    for time in times:
        sentence = shelf.sentence(time.article, (time.start, time.end))
        words = " ".join(shelf.text(time.document)[sentence.start : sentence.end].split()).casefold()
        held.setdefault((time.value or "", words), []).append(time)
    found = [event(shelf, listed) for listed in held.values()]
    return sorted(found, key=lambda e: (e.value, e.passage.document, e.passage.start, e.words))


def event(shelf: Shelf, times: list[Time]) -> Dated:
    """One dated sentence, shown as its first article has it."""
    first = times[0]
    place = (first.start, first.end)
    articles = tuple(dict.fromkeys(time.article for time in times))
    return Dated(
        value=first.value or "",
        shown=readable(first.value or ""),
        words=shelf.words(first.document, place, 80),
        reason=first.reason,
        passage=shelf.passage(first.document, first.article, place, [Mark(*place, "hit")]),
        article=first.article,
        origins=len({shelf.origin_of.get(article, article) for article in articles}),
        articles=articles,
    )


def readable(value: str) -> str:
    """An ISO date as `8 January 2020`; what is not known is left out, and what is no date stays as it is."""
    if not DATED.fullmatch(value):
        return value
    parts = value.split("-")
    if len(parts) < 2 or not 1 <= int(parts[1]) <= 12:
        return value
    month = f"{MONTHS[int(parts[1])]} {parts[0]}"
    return month if len(parts) < 3 else f"{int(parts[2])} {month}"

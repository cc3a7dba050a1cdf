"""The timeline: what the pages date, in the order of the dates; copies of one text are told once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from testimonia.base.extractions import Time
from testimonia.base.readable import begins, readable
from testimonia.view.pages.passages import Mark, Passage
from testimonia.view.pages.shelf import Shelf

EACH = 100  # dated expressions of a year on one page
PART = 500
NO_DAY = re.compile(r"(T|XXXX)")  # an hour without a day, a day without a year


class Placed(NamedTuple):
    """A dated expression where it stands on the line: the first day that it may mean, as precise as it is known."""

    begins: str
    value: str
    document: str
    start: int
    id: str


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
    """What is dated to one year. `total` counts the dated expressions, `held` those whose sentences are in `events`."""

    year: str
    total: int
    held: int
    events: tuple[Dated, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """The years, earliest first; `unresolved` counts expressions that could not be set to a date."""

    years: tuple[Year, ...]
    total: int
    unresolved: int


def timeline(shelf: Shelf, *, start: int = 0, only: str | None = None) -> Timeline:
    """Every year, with the sentences of `EACH` of its dates: of the days that most pages name, or of one year from `start` on."""
    years, unresolved = shelf.once("dates", dated_by_year)
    wanted = {year: (held[start : start + EACH] if only else most_named(held)) for year, held in years.items() if only in (None, year)}
    ids = [one.id for held in wanted.values() for one in held]
    times = {time.id: time for part in in_parts(ids) for time in shelf.rows("times", id=part)}
    shown = {year: told_once(shelf, (times[one.id] for one in held)) for year, held in wanted.items()}
    listed = (Year(year, len(held), len(wanted.get(year, ())), tuple(shown.get(year, ()))) for year, held in sorted(years.items()))
    return Timeline(tuple(listed), sum(map(len, years.values())), unresolved)


def most_named(held: Sequence[Placed]) -> list[Placed]:
    """The expressions of the days that most documents name, in their order; all of them where they are not too many."""
    naming: dict[str, set[str]] = {}
    for one in held:
        naming.setdefault(one.begins, set()).add(one.document)
    return sorted(sorted(held, key=lambda one: (-len(naming[one.begins]), one))[:EACH])


def dated_by_year(shelf: Shelf) -> tuple[dict[str, list[Placed]], int]:
    """The expressions of each year, in the order of their days, and how many have no day; what dates an article tells of no event."""
    table = shelf.case.arrow("times", ["id", "document", "start", "value", "kind"]).to_pydict()
    heads = dates_of_articles(shelf)
    years: dict[str, list[Placed]] = {}
    unresolved = 0
    for id, document, start, value, kind in zip(*(table[key] for key in ("id", "document", "start", "value", "kind")), strict=True):
        day = begins(value or "") if kind in ("date", "time") and (document, start) not in heads else ""
        if day:
            years.setdefault(day[:4], []).append(Placed(day, value, document, start, id))
        unresolved += kind in ("date", "time") and (not value or NO_DAY.match(value) is not None)
    return {year: sorted(held) for year, held in years.items()}, unresolved


def dates_of_articles(shelf: Shelf) -> set[tuple[str, int]]:
    """Where the dates stand that date the articles themselves."""
    facts = ((article.document, fact) for article in shelf.rows("articles") for fact in (article.published, article.first_published))
    return {(document, fact.span.start) for document, fact in facts if fact is not None and fact.span is not None}


def busiest(shelf: Shelf) -> str:
    """The year that has most dates; empty when there is none."""
    years, _ = shelf.once("dates", dated_by_year)
    return max(years, key=lambda year: (len(years[year]), year), default="")


def in_parts(ids: list[str]) -> Iterable[list[str]]:
    """A long list in parts that a query can take."""
    return (ids[at : at + PART] for at in range(0, len(ids), PART))


def told_once(shelf: Shelf, times: Iterable[Time]) -> list[Dated]:
    """The dated sentences by date; a sentence that several articles share comes once, with all of them."""
    held: dict[tuple[str, str], list[Time]] = {}
    times = list(times)
    shelf.ahead(time.article for time in times)
    for time in times:
        sentence = shelf.sentence(time.article, (time.start, time.end))
        text = shelf.text(time.document)
        if any(
            map(str.isalnum, text[sentence.start : time.start] + text[time.end : sentence.end])
        ):  # a line that is only a date tells nothing
            words = " ".join(text[sentence.start : sentence.end].split()).casefold()
            held.setdefault((time.value or "", words), []).append(time)
    found = [event(shelf, listed) for listed in held.values()]
    return sorted(found, key=lambda e: (begins(e.value), e.value, e.passage.document, e.passage.start, e.words))


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

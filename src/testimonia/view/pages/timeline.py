"""The timeline: what the pages date, in the order of the dates; copies of one text are told once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from testimonia.base.extractions import Time
from testimonia.base.readable import DATED, readable
from testimonia.view.pages.passages import Mark, Passage
from testimonia.view.pages.shelf import Shelf

REPEATED = 4  # expressions looked at for each sentence shown: copies of a sentence fall together
PART = 500


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
    """What is dated to one year. `total` counts the dated expressions; `events` holds the sentences that are shown."""

    year: str
    total: int
    events: tuple[Dated, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """The years, earliest first; `unresolved` counts expressions that could not be set to a date."""

    years: tuple[Year, ...]
    total: int
    unresolved: int


def timeline(shelf: Shelf, *, each: int, start: int = 0, only: str | None = None) -> Timeline:
    """Every year, with the sentences of its first dated expressions (or of those from `start` on, of one year only)."""
    years, unresolved = shelf.once("dates", dated_by_year)
    wanted = {year: ids[start * REPEATED : (start + each) * REPEATED] for year, ids in years.items() if only in (None, year)}
    times = {time.id: time for part in in_parts([id for ids in wanted.values() for id in ids]) for time in shelf.rows("times", id=part)}
    shown = {year: told_once(shelf, (times[id] for id in ids))[:each] for year, ids in wanted.items()}
    listed = tuple(Year(year, len(ids), tuple(shown.get(year, ()))) for year, ids in sorted(years.items()))
    return Timeline(listed, sum(len(ids) for ids in years.values()), unresolved)


def dated_by_year(shelf: Shelf) -> tuple[dict[str, list[str]], int]:
    """The ids of the dates of each year, in their order, and how many have no value."""
    table = shelf.case.arrow("times", ["id", "document", "start", "value", "kind"]).to_pydict()
    rows = list(zip(table["value"], table["document"], table["start"], table["id"], table["kind"], strict=True))
    years: dict[str, list[str]] = {}
    for value, _, _, id, _ in sorted(row for row in rows if row[4] == "date" and row[0] and DATED.fullmatch(row[0])):
        years.setdefault(value[:4], []).append(id)
    return years, sum(1 for row in rows if row[4] == "date" and not row[0])


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

"""Events that the pages date differently, as spans of time: from the earliest date that is given to the latest."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from testimonia.base.links import Disagreement
from testimonia.base.readable import DATED, readable
from testimonia.view.pages.shelf import Shelf

MOST = 40
LEFT, RIGHT = 20, 780  # the ends of the drawing, in its own units


@dataclass(frozen=True, slots=True)
class GivenDate:
    """One date that is given: where it lies in the drawing, and how many independent origins stand behind it."""

    shown: str
    x: float
    width: float
    witnesses: int


@dataclass(frozen=True, slots=True)
class Spread:
    """One event with the dates that are given for it; `days` lie between the earliest and the latest."""

    id: str
    question: str
    days: int
    given: tuple[GivenDate, ...]


def spreads(shelf: Shelf, year: str = "") -> tuple[Spread, ...]:
    """The disagreements on dates of which one falls into the year (all of them for none), by their earliest date."""
    found = []
    for record in shelf.disagreements.values():
        dated = sorted((first_day(answer.value), last_day(answer.value), answer.value, answer.witnesses) for answer in record.answers
                       if record.kind == "date" and is_date(answer.value))  # fmt: skip
        if len(dated) > 1 and any(part.startswith(year) for _, _, value, _ in dated for part in value.split(" / ")):
            found.append((dated[0][0], record.id, spread(record, dated)))
    return tuple(made for _, _, made in sorted(found, key=lambda item: item[:2]))[:MOST]


def spread(record: Disagreement, dated: list[tuple[int, int, str, int]]) -> Spread:
    """One event, its dates laid out between the earliest and the latest."""
    opening, closing = dated[0][0], max(last for _, last, _, _ in dated)
    scale = (RIGHT - LEFT) / max(1, closing - opening)
    given = tuple(
        GivenDate(readable(value), round(LEFT + (first - opening) * scale, 1), round(max(0.0, (last - first) * scale), 1), witnesses)
        for first, last, value, witnesses in dated
    )
    return Spread(record.id, record.question, dated[-1][0] - opening, given)


def is_date(value: str) -> bool:
    """Whether a value is a year, a month or a day of the calendar, or several of them with ` / ` between."""
    parts = value.split(" / ")
    if not all(DATED.fullmatch(part) and not part.startswith("0000") for part in parts):
        return False
    try:
        first_day(value)
    except ValueError:
        return False
    return True


def first_day(value: str) -> int:
    """The first day of a date, counted as the calendar counts days. Raises `ValueError` when there is none."""
    return min(begin(part) for part in value.split(" / "))


def last_day(value: str) -> int:
    """The last day of a date."""
    return max(end(part) for part in value.split(" / "))


def begin(value: str) -> int:
    """The first day of a year, month or day."""
    year, month, day = (*map(int, value.split("-")), 1, 1)[:3]
    return date(year, month, day).toordinal()


def end(value: str) -> int:
    """The last day of a year, month or day."""
    year, month, day = (*map(int, value.split("-")), 0, 0)[:3]
    if day or year == 9999:
        return begin(value)
    return date(year + (month or 12) // 12, (month or 12) % 12 + 1, 1).toordinal() - 1

"""Events that the pages date differently, as spans of time: from the earliest date that is given to the latest."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from testimonia.base.links import Disagreement
from testimonia.view.pages.shelf import Shelf
from testimonia.view.pages.timeline import DATED, readable

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
        if len(dated) > 1 and any(value.startswith(year) for _, _, value, _ in dated):
            found.append((dated[0][0], record.id, spread(record, dated)))
    return tuple(made for _, _, made in sorted(found, key=lambda item: item[:2]))[:MOST]


def spread(record: Disagreement, dated: list[tuple[int, int, str, int]]) -> Spread:
    """One event, its dates laid out between the earliest and the latest."""
    begin, end = dated[0][0], max(last for _, last, _, _ in dated)
    scale = (RIGHT - LEFT) / max(1, end - begin)
    given = tuple(
        GivenDate(readable(value), round(LEFT + (first - begin) * scale, 1), round(max(0.0, (last - first) * scale), 1), witnesses)
        for first, last, value, witnesses in dated
    )
    return Spread(record.id, record.question, dated[-1][0] - begin, given)


def is_date(value: str) -> bool:
    """Whether a value is a year, a month or a day of the calendar."""
    if not DATED.fullmatch(value) or value.startswith("0000"):
        return False
    try:
        first_day(value)
    except ValueError:
        return False
    return True


def first_day(value: str) -> int:
    """The first day of a year, month or day, counted as the calendar counts days. Raises `ValueError` when there is none."""
    year, month, day = (*map(int, value.split("-")), 1, 1)[:3]
    return date(year, month, day).toordinal()


def last_day(value: str) -> int:
    """The last day of it."""
    parts = value.split("-")
    if len(parts) == 3 or not is_date(value):
        return first_day(value) if is_date(value) else 0
    year, month = int(parts[0]), int(parts[1]) if len(parts) == 2 else 12
    return date(year + month // 12, month % 12 + 1, 1).toordinal() - 1 if year < 9999 else first_day(value)

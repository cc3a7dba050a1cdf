"""TIMEX3 values as arithmetic on what is known: a year, a month or a day, never more precise than the text."""

from __future__ import annotations

import calendar
import datetime
import re
from dataclasses import dataclass
from datetime import timedelta

ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
DURATION_UNITS = {"a": "Y", "mo": "M", "wk": "W", "d": "D", "h": "H", "min": "M", "s": "S"}


@dataclass(frozen=True, slots=True)
class Point:
    """A date as precise as it is known."""

    year: int
    month: int | None = None
    day: int | None = None

    def __str__(self) -> str:
        parts = [f"{self.year:04d}", *(f"{part:02d}" for part in (self.month, self.day) if part)]
        return "-".join(parts)

    @property
    def date(self) -> datetime.date | None:
        """The day, when it is known."""
        return datetime.date(self.year, self.month, self.day) if self.month and self.day else None

    @property
    def first(self) -> datetime.date:
        """The first day that it may mean."""
        return datetime.date(self.year, self.month or 1, self.day or 1)


def point(value: str | None) -> Point | None:
    """The date that a TIMEX3 value begins with, if it is one of the calendar."""
    match = ISO.match(value or "")
    if match is None:
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    if year is None or not valid(year, month, day):
        return None
    return Point(year, month, day)


def valid(year: int, month: int | None = None, day: int | None = None) -> bool:
    """Whether the calendar has such a date."""
    if not 1 <= year <= 9999 or (month is not None and not 1 <= month <= 12):
        return False
    return day is None or (month is not None and 1 <= day <= calendar.monthrange(year, month)[1])


def shifted(start: Point, unit: str, by: int) -> str | None:
    """The date `by` units away, as precise as the unit and the start allow."""
    if unit == "a":
        return str(Point(start.year + by)) if 1 <= start.year + by <= 9999 else None
    if unit == "mo" and start.month:
        months = start.year * 12 + start.month - 1 + by
        return str(Point(months // 12, months % 12 + 1)) if 12 <= months < 120_000 else None
    if unit in ("wk", "d") and start.date and abs(by) < 100_000:
        day = start.date + timedelta(days=by * (7 if unit == "wk" else 1))
        return week(day) if unit == "wk" else day.isoformat()
    return str(Point(start.year)) if unit in ("mo", "wk", "d") and abs(by) < 3 and not start.month else None


def week(day: datetime.date) -> str:
    """The ISO week of a day."""
    year, number, _ = day.isocalendar()
    return f"{year:04d}-W{number:02d}"


def duration(low: float | None, high: float | None, unit: str) -> str | None:
    """The TIMEX3 duration, the bound where one end is open ("up to 40 hours"); none where its length is a range."""
    length = high if low is None else low
    if length is None or (high is not None and high != length) or unit not in DURATION_UNITS:
        return None
    mark = "PT" if unit in ("h", "min", "s") else "P"
    return f"{mark}{int(length) if length % 1 == 0 else length}{DURATION_UNITS[unit]}"

"""Whether two values can both hold: figures as intervals, dates as stretches of days."""

from __future__ import annotations

import calendar
import math
import re
from datetime import date
from functools import lru_cache

from testimonia.base.calendars import months_of
from testimonia.base.extractions import Claim

MOST_KEPT = 1 << 16  # values whose stretch of days is kept at hand
IMPLIED = 2.0  # times a lower bound: what is said to be more than so much is not twice as much
UNCOUNTED, VAGUE = (1e6, 1e9), 1000.0  # "millions" are as many as there is no higher word for
SLACK = 0.1  # how far an approximate figure may lie from its word ("about 100" allows 90 to 110)
BIRTHDAY = 31  # days between two texts in which somebody's birthday may well lie: in fewer it does once in twelve times, at most
DATE = re.compile(r"(\d{2,4})(?:-(\d{2}|W\d{2}|Q\d|H\d|SP|SU|FA|WI))?(?:-(\d{2}))?")
Stretch = tuple[float, float]


def number(value: str) -> Stretch | None:
    """The interval of a claim's figure, widened when it is approximate."""
    body, _, _ = value.partition(" ")
    loose = body.startswith("~")
    low_text, dots, high_text = body.lstrip("~").partition("..")
    try:
        low = float(low_text) if low_text else -math.inf
        high = (float(high_text) if high_text else math.inf) if dots else low
    except ValueError:
        return None
    if loose and low == high:
        return low * (1 - SLACK), high * (1 + SLACK)
    return low, high


def implied(stretch: Stretch | None) -> Stretch | None:
    """What a bound implies: who says "more than 200" of 900 would have said more (Grice's maxim of quantity)."""
    if stretch is None or stretch[0] == stretch[1]:
        return stretch
    low, high = stretch
    if high == math.inf and low > 0:
        return low, low * (VAGUE if low in UNCOUNTED else IMPLIED)
    return (high / IMPLIED, high) if low == -math.inf and high > 0 else stretch


def exact(claim: Claim) -> float | None:
    """A figure with one value, as a number."""
    stretch = number(claim.value.lstrip("~"))
    return stretch[0] if stretch is not None and stretch[0] == stretch[1] else None


@lru_cache(MOST_KEPT)
def days(value: str | None) -> Stretch | None:
    """The stretch of days (as ordinals) that a TIMEX3 value may mean; none for what is no date."""
    if not value:
        return None
    if "/" in value:
        first, last = (days(part) for part in value.split("/", 1))
        low = first[0] if first else -math.inf
        high = last[1] if last else math.inf
        return (low, high) if first or last else None
    day, _, hour = value.partition("T")
    match = DATE.match(day)
    stretch = None if match is None else of_parts(*match.groups())
    return (stretch[0], stretch[1] + 1) if stretch and hour == "NI" else stretch  # a night goes on into the next day


def of_parts(year_text: str, part: str | None, day_text: str | None) -> Stretch | None:
    """The stretch of a century, decade, year, season, quarter, month, week or day."""
    if len(year_text) < 4:
        factor = 10 ** (4 - len(year_text))
        start = int(year_text) * factor
        if not 1 <= start <= 9999 - factor:
            return None
        return float(date(max(start, 1), 1, 1).toordinal()), float(date(start + factor - 1, 12, 31).toordinal())
    year = int(year_text)
    if not 1 <= year <= 9998:
        return None
    try:
        if part and part[0] == "W":
            monday = date.fromisocalendar(year, int(part[1:]), 1).toordinal()
            return float(monday), float(monday + 6)
        first, last = months_of(part)
        start = date(year, first, int(day_text) if day_text else 1)
        end = start if day_text else date(year, last, calendar.monthrange(year, last)[1])
    except ValueError:
        return None
    return float(start.toordinal()), float(end.toordinal())


def meet(a: Stretch | None, b: Stretch | None) -> bool:
    """Whether two stretches share anything; what is unknown meets everything."""
    return a is None or b is None or (a[0] <= b[1] and b[0] <= a[1])


def precision(value: str | None) -> float:
    """How many days a date may mean; infinite when open or unknown."""
    stretch = days(value)
    return math.inf if stretch is None else stretch[1] - stretch[0] + 1


def stretch_of(claim: Claim) -> Stretch | None:
    """The value of a number or date claim as a stretch."""
    return number(claim.value) if claim.kind == "number" else days(claim.value)


def compatible(a: Claim, b: Claim, days_between: float = 0) -> bool:
    """Whether the values of two claims on one question can both hold; `days_between` are those between their texts, as far as known."""
    if a.kind == "date":
        return meet(stretch_of(a), stretch_of(b))
    if a.kind != "number":
        return same_end(a, b)
    one, other = implied(stretch_of(a)), implied(stretch_of(b))
    if a.predicate == "age" and one and days_between > BIRTHDAY:
        one = one[0] - 1, one[1] + 1
    return meet(one, other)


def why_compatible(a: Claim, b: Claim) -> str:
    """Why two different values can both hold, in words."""
    if a.kind == "status":
        return "two words for one state"
    if a.kind == "date":
        return "the one day or year lies within the other"
    if a.predicate == "age":
        return "a birthday may lie between"
    if a.kind == "number" and (".." in a.value or ".." in b.value):
        return "the one lies within the range of the other"
    if a.kind == "number" and (a.value.startswith("~") or b.value.startswith("~")):
        return "an approximate figure allows it"
    return "the same in other words"


def same_end(a: Claim, b: Claim) -> bool:
    """Whether two words stand for one answer."""
    return a.object == b.object if a.kind == "status" else a.value.casefold() == b.value.casefold()

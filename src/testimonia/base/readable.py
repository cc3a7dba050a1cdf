"""Dates in words: what a TIMEX3 value says, as a person writes it."""

from __future__ import annotations

import re
from datetime import date

from testimonia.base.calendars import months_of

DATED = re.compile(r"[0-9]{4}(-[0-9]{2}){0,2}")  # a year, a month or a day
WEEK = re.compile(r"([0-9]{4})-W([0-9]{2})")
LAST_WEEK = 53  # which not every year has
STRETCH = re.compile(r"([0-9]{4})-(Q[1-4]|H[12]|SP|SU|FA|WI)")
STRETCHES = {
    "Q1": "first quarter", "Q2": "second quarter", "Q3": "third quarter", "Q4": "fourth quarter", "H1": "first half", "H2": "second half",
    "SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter",
}  # fmt: skip
PART = re.compile(r"(?P<day>[0-9]{4}-[0-9]{2}-[0-9]{2})T(?P<part>NI|MO|AF|EV|DT|MI)")
CLOCK = re.compile(r"(?P<day>[0-9]{4}-[0-9]{2}-[0-9]{2})T(?P<clock>[0-9]{2}(:[0-9]{2})?)(:[0-9]{2})?")
PARTS = {"NI": "night", "MO": "morning", "AF": "afternoon", "EV": "evening", "DT": "daytime", "MI": "midday"}
MONTHS = ("", "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")


def readable(value: str) -> str:
    """A TIMEX3 value in words, as `8 January 2020`; several with ` / ` between stay several, and what is no date stays as it is."""
    if " / " in value:
        return " / ".join(readable(part) for part in value.split(" / "))
    if found := PART.fullmatch(value):
        return f"{day(found['day'])} ({PARTS[found['part']]})"
    if found := CLOCK.fullmatch(value):
        return f"{day(found['day'])}, {found['clock']}"
    if WEEK.fullmatch(value):
        return f"week of {day(begins(value))}"
    if found := STRETCH.fullmatch(value):
        return f"{STRETCHES[found[2]]} of {found[1]}"
    begin, slash, end = value.partition("/")
    if not slash or any(part and not DATED.fullmatch(part) for part in (begin, end)):
        return day(value)
    return f"{day(begin)} to {day(end)}" if begin and end else f"until {day(end)}" if end else f"from {day(begin)}"


def begins(value: str) -> str:
    """The year, month or day that a TIMEX3 value begins with, for its place in a line of time; empty where it has no year.

    Of a range that is open before, its end; of a week its Monday, of a quarter or season its first month.
    """
    first = next(filter(None, value.split("/")), "")
    if found := WEEK.fullmatch(first):
        known = int(found[1]) > 0 and 0 < int(found[2]) < LAST_WEEK
        return date.fromisocalendar(int(found[1]), int(found[2]), 1).isoformat() if known else found[1]
    if found := STRETCH.fullmatch(first):
        return f"{found[1]}-{months_of(found[2])[0]:02d}"
    found = DATED.match(first)
    return found.group() if found is not None and first[found.end() : found.end() + 1] in ("", "T") else ""


def day(value: str) -> str:
    """A year, a month or a day in words; what is none of them as it is."""
    parts = value.split("-")
    if not DATED.fullmatch(value) or len(parts) < 2 or not 1 <= int(parts[1]) <= 12:
        return value
    month = f"{MONTHS[int(parts[1])]} {parts[0]}"
    return month if len(parts) < 3 else f"{int(parts[2])} {month}"

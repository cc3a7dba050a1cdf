"""Dates in words: what a TIMEX3 value says, as a person writes it."""

from __future__ import annotations

import re

DATED = re.compile(r"[0-9]{4}(-[0-9]{2}){0,2}")  # a year, a month or a day
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
    begin, slash, end = value.partition("/")
    if not slash or any(part and not DATED.fullmatch(part) for part in (begin, end)):
        return day(value)
    return f"{day(begin)} to {day(end)}" if begin and end else f"until {day(end)}" if end else f"from {day(begin)}"


def day(value: str) -> str:
    """A year, a month or a day in words; what is none of them as it is."""
    parts = value.split("-")
    if not DATED.fullmatch(value) or len(parts) < 2 or not 1 <= int(parts[1]) <= 12:
        return value
    month = f"{MONTHS[int(parts[1])]} {parts[0]}"
    return month if len(parts) < 3 else f"{int(parts[2])} {month}"

"""Dates and hours whose numbers stand before a sign of their own: "2020年7月25日", "令和2年", "25日", "午後3時半", "7월 25일"."""

from __future__ import annotations

import re
from datetime import timedelta

from testimonia.extract.times.absolute import day_reading, group
from testimonia.extract.times.context import Context, Reading, year_for
from testimonia.extract.times.lengths import LATE
from testimonia.extract.times.values import Point, valid
from testimonia.extract.times.vocabulary import FIRST

NUMERALS = {"一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
MORNING, NIGHT = 0, 2  # parts of the day, as the packs number them
AHEAD = 3  # days after the article's date that it may name by their number alone


def number(text: str | None) -> int:
    """The value of one or two digits, or of a numeral below a hundred; 0 for what is none."""
    if not text:
        return 0
    if text.isdigit():
        return int(text)
    tens, ten, ones = text.rpartition("十")
    return (NUMERALS.get(tens, 1 if ten else 0) * 10 if ten else 0) + NUMERALS.get(ones, 0)


def dated(match: re.Match[str], context: Context) -> Reading | None:
    """A year with what follows of month and day, or a month and a day of the year that is meant."""
    month, day = number(group(match, "month")), number(group(match, "day"))
    year = year_of(match, context)
    if year and not day:
        right = valid(year, month or None)
        return Reading(str(Point(year, month or None)) if right else None, "date", "" if right else "no such month", on_line=right)
    if year:
        return day_reading(year, month, day, None)
    if not 1 <= month <= 12:
        return None
    found, why = year_for(context, month, day or None, match.span())
    if found is None:
        return Reading(f"XXXX-{month:02d}" + (f"-{day:02d}" if day else ""), "date", why)
    reading = day_reading(found, month, day, None, why) if day else Reading(str(Point(found, month)), "date", why)
    return Reading(reading.value, "date", reading.reason)


def year_of(match: re.Match[str], context: Context) -> int | None:
    """The year named, also by the reign of a ruler."""
    era = group(match, "era")
    if era:
        reign = match["reign"]
        return int(context.words.raw["eras"][era]) + (1 if reign == FIRST else int(reign))
    return int(match["year"]) if group(match, "year") else None


def day_alone(match: re.Match[str], context: Context) -> Reading | None:
    """A day without its month ("25日"): the last such day by the article's date, or one that comes right after it."""
    day = int(match["day"])
    anchor = context.anchor.date if context.anchor else None
    if not 1 <= day <= 31:
        return None
    if anchor is None:
        return Reading(None, "date", "no month in the text and no day of the article")
    latest = anchor + timedelta(days=AHEAD)
    months = latest.year * 12 + latest.month - 1 - (day > latest.day)
    found = Point(months // 12, months % 12 + 1, day)
    right = valid(found.year, found.month, day)
    return Reading(str(found) if right else None, "date", f"against the article's date {anchor}" if right else "the month has no such day")


def clock(match: re.Match[str], context: Context) -> Reading | None:
    """An hour of the clock, with minutes and the half of the day where they are said."""
    hour, minute = int(match["hour"]), int(group(match, "minute") or 0) or 30 * bool(group(match, "thirty"))
    part = context.words.raw["halves"][match["half"]] if group(match, "half") else None
    if hour > 24 or minute > 59:
        return None
    if part is not None and hour <= 12:
        small = hour % 12 <= LATE if part == NIGHT else part == MORNING
        hour = hour % 12 + 12 * (not small)
    hour %= 24
    return Reading(f"T{hour:02d}:{minute:02d}", "time", "no day named with it")

"""Readers of expressions that count from another date: the article's own, or one that the text names before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import timedelta

from testimonia.extract.times.absolute import group, month_number
from testimonia.extract.times.context import Context, Reading, number_of
from testimonia.extract.times.lengths import unit_of
from testimonia.extract.times.values import Point, duration, shifted


def deictic(match: re.Match[str], context: Context) -> Reading:
    """Today, yesterday."""
    shift = context.words.raw["deictic"][match["word"]]
    anchor = context.anchor.date if context.anchor else None
    part = group(match, "daypart")
    if anchor is None:
        return Reading("PRESENT_REF" if shift == 0 else None, "date", "no day of the article to count from")
    day = (anchor + timedelta(days=shift)).isoformat()
    return timed(day, part, context)


def timed(day: str, part: str | None, context: Context) -> Reading:
    """A day, or a part of one."""
    why = f"against the article's date {context.anchor}" if context.anchor else ""
    code = context.words.raw.get("dayparts", {}).get(part or "")
    return Reading(f"{day}T{code}", "time", why) if code else Reading(day, "date", why)


def thispart(match: re.Match[str], context: Context) -> Reading:
    """This morning, last night, tonight."""
    part = match["tonight"] or match["daypart"]
    anchor = context.anchor.date if context.anchor else None
    if anchor is None:
        return Reading(None, "time", "no day of the article to count from")
    return timed((anchor + timedelta(days=direction(match["which"], context))).isoformat(), part, context)


def weekday(match: re.Match[str], context: Context) -> Reading | None:
    """On Tuesday, next Friday, every Monday."""
    number, which = context.words.weekdays[match["weekday"]], group(match, "which")
    told = which or group(match, "part") or group(match, "set")
    doubtful = context.words.raw.get("doubtful_weekdays", {})
    if match["weekday"] in doubtful.get("words", ()) and not led_by(context.before(match.start("weekday")), doubtful["before"]):
        return None
    if not told and not group(match, "daypart") and context.modifies(*match.span("weekday")):
        return None
    if group(match, "set"):
        return Reading(f"XXXX-WXX-{number + 1}", "set")
    anchor = context.anchor.date if context.anchor else None
    if anchor is None:
        return Reading(f"XXXX-WXX-{number + 1}", "date", "no day of the article to count from")
    back, by = (anchor.weekday() - number) % 7, direction(which, context)
    if (by > 0 and not of_line(which, context)) or (by >= 0 and not group(match, "part") and back and context.future(*match.span())):
        day = anchor + timedelta(days=(number - anchor.weekday() - 1) % 7 + 1)
    else:
        day = anchor - timedelta(days=back or (7 if by < 0 else 0))
    return timed(day.isoformat(), group(match, "daypart"), context)


def direction(side: str | None, context: Context) -> int:
    """Which way a word leads: back (-1), ahead (1), or neither."""
    return int(context.words.raw.get("sides", {}).get(side, 0))


def of_line(side: str | None, context: Context) -> bool:
    """Whether a word counts from the day that the text names before, not from the article's."""
    return side in context.words.words("from_line")


def led_by(before: str, words: Sequence[str]) -> bool:
    """Whether one of some words stands right before."""
    return before.endswith(" ") and any(f" {before}".endswith(f" {word} ") for word in words)


def basis(context: Context, side: str) -> tuple[Point | None, str]:
    """What "ago" counts from is the article's date; what "later" counts from is the text's time line."""
    if not of_line(side, context):
        return context.anchor, f"against the article's date {context.anchor}" if context.anchor else "no date of the article to count from"
    return (
        context.near_line,
        f"counted from {context.near_line}, which the text names before" if context.near_line else "nothing to count from",
    )


def ago(match: re.Match[str], context: Context) -> Reading | None:
    """Two years ago, three weeks later."""
    side, number = match["side"], number_of(match["number"], context)
    unit, factor = unit_of(match, context)
    start, why = basis(context, side)
    if match["event"] and not re.match(r"\s*(?:[,.;]|$)", context.text[match.end() : match.end() + 2]):
        return Reading(None, "date", "counted from an event that the text does not date here")
    if start is None or number is None or group(match, "number2"):
        return Reading(None if of_line(side, context) or start else "PAST_REF", "date", why)
    by = round(number * factor) * direction(side, context)
    return Reading(shifted(start, unit, by), "date", why)


def ahead(match: re.Match[str], context: Context) -> Reading:
    """In three years' time, two weeks from now."""
    number = number_of(match["number"] or match["number2"], context)
    unit, factor = unit_of(match, context, "unit" if match["unit"] else "unit2")
    if context.anchor is None or number is None:
        return Reading("FUTURE_REF", "date", "" if context.anchor else "no date of the article to count from")
    return Reading(shifted(context.anchor, unit, round(number * factor)), "date", f"against the article's date {context.anchor}")


def window(match: re.Match[str], context: Context) -> Reading | None:
    """In the past three years, the coming 10 to 20 years."""
    side, number = match["side"], number_of(match["number"], context) if group(match, "number") else 1
    unit, factor = unit_of(match, context)
    ahead = direction(side, context) > 0
    anchor = context.near_line if of_line(side, context) else context.anchor
    if number is None or anchor is None:
        return Reading("FUTURE_REF" if ahead else "PAST_REF", "duration", "" if anchor else "no date of the article to count from")
    year = group(match, "year")
    if year:
        return Reading(part_of_year(year, bool(group(match, "first")), (unit, round(number * factor))), "duration", "of the year named")
    value = stretch(anchor, unit, (round(number * factor), round((number_of(group(match, "number2"), context) or number) * factor)), ahead)
    return Reading(value, "duration", f"against the article's date {anchor}")


def part_of_year(year: str, first: bool, length: tuple[str, int]) -> str | None:
    """The first or last months of a year."""
    unit, count = length
    if unit != "mo" or not 0 < count <= 12:
        return None
    return f"{year}-01/{year}-{count:02d}" if first else f"{year}-{13 - count:02d}/{year}-12"


def stretch(anchor: Point, unit: str, counts: tuple[int, int], ahead: bool) -> str | None:
    """So many units up to a date, or from it on; hours and the like are a length only. Of "10 to 20" ahead what lies between the two."""
    count, last = counts
    if unit not in ("a", "mo", "wk", "d"):
        return duration(count, last, unit)
    if ahead:
        start, end = shifted(anchor, unit, count if last != count else 0), shifted(anchor, unit, last)
    else:
        start, end = shifted(anchor, unit, 1 - count if unit in ("a", "mo") else -count), shifted(anchor, unit, 0)
    if start is None or end is None:
        return None
    return start if start == end else f"{start}/{end}"


def which(match: re.Match[str], context: Context) -> Reading | None:
    """Last year, this month, the following week."""
    side = match["side"]
    unit, factor = unit_of(match, context)
    start = context.near_line if of_line(side, context) else context.anchor
    if start is None:
        return Reading(None, "date", "no date to count from")
    return Reading(shifted(start, unit, direction(side, context) * factor), "date", f"against {start}")


def whichmonth(match: re.Match[str], context: Context) -> Reading | None:
    """Last March, next May."""
    if context.anchor is None:
        return Reading(f"XXXX-{month_number(match, context):02d}", "date", "no date of the article to count from")
    number, now = month_number(match, context), context.anchor.month or 12
    way = direction(match["side"], context)
    by = way * (number >= now if way < 0 else number <= now)
    return Reading(str(Point(context.anchor.year + by, number)), "date", f"against the article's date {context.anchor}")


def now(match: re.Match[str], context: Context) -> Reading:
    """Now, currently: as precise as the article's month."""
    anchor = context.anchor
    if anchor is None:
        return Reading("PRESENT_REF", "date", "no date of the article")
    return Reading(str(Point(anchor.year, anchor.month)), "date", f"against the article's date {anchor}")


def until_now(match: re.Match[str], context: Context) -> Reading:
    """To date."""
    return Reading(f"/{context.anchor}" if context.anchor else None, "date", "up to the article's date")


def past(match: re.Match[str], context: Context) -> Reading:
    """Recently, in the past."""
    return Reading("PAST_REF", "date")


def future(match: re.Match[str], context: Context) -> Reading:
    """In the coming years."""
    return Reading("FUTURE_REF", "date")


def same(match: re.Match[str], context: Context) -> Reading | None:
    """At that time, the then minister: the date that the text named last."""
    line = context.line if context.line_paragraph == context.paragraph else None
    if match["then"] and line is None:
        return Reading(None, "date", "a time that the text names elsewhere")
    if line is not None and match["after"]:
        return Reading(shifted(line, "d", 1), "date", f"the day after {line}")
    return Reading(str(line) if line else None, "date", f"the date {line} named before" if line else "a time that the text names elsewhere")

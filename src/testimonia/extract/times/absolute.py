"""Readers of expressions that name their own day, month, year, season or century."""

from __future__ import annotations

import re

from testimonia.base.calendars import converted
from testimonia.base.phrases import any_of
from testimonia.extract.times.context import Context, Reading, year_for
from testimonia.extract.times.values import Point, valid


def group(match: re.Match[str], name: str) -> str | None:
    """A group of the match, or none where the pattern has no such group."""
    return match.groupdict().get(name)


def month_number(match: re.Match[str], context: Context, name: str = "month") -> int:
    """The number of the month named."""
    return context.words.months[(group(match, name) or "").rstrip(".")]


def iso(match: re.Match[str], context: Context) -> Reading:
    """2020-01-08."""
    year, month, day = int(match["year"]), int(match["month"]), int(match["day"])
    return day_reading(year, month, day, None)


def cjk(match: re.Match[str], context: Context) -> Reading:
    """2014年5月3日."""
    year, number, day = (int(part) if part else None for part in (match["year"], match["month"], match["day"]))
    if year is not None and number and day:
        return day_reading(year, number, day, None)
    if year is None or not valid(year, number):
        return Reading(None, "date", "the calendar has no such month")
    return Reading(str(Point(year, number)), "date", on_line=True)


def day_reading(year: int, month: int, day: int, weekday: int | None, why: str = "") -> Reading:
    """An absolute day, checked against the calendar and the weekday named with it."""
    if not valid(year, month, day):
        return Reading(None, "date", f"the calendar has no day {year}-{month:02d}-{day:02d}")
    found = Point(year, month, day)
    real = found.date.weekday() if found.date else None
    if weekday is not None and weekday != real:
        why = f"weekday mismatch: {found} was not the weekday named" + (f"; {why}" if why else "")
    return Reading(str(found), "date", why, on_line=True)


def slashed(match: re.Match[str], context: Context) -> Reading | None:
    """8/1/2020, 08.01.2020, 2020/01/08, 1398/10/18: the order is told by the numbers themselves, or by another date of the text."""
    first, second, third = match["first"], int(match["second"]), match["third"]
    if len(first) == 4:
        if 1300 <= int(first) <= 1450 and len(third) <= 2:
            return calendar_reading("jalali", int(first), second, int(third))
        return day_reading(int(first), second, int(third), None) if len(third) <= 2 and int(first) >= 1000 else None
    if len(first) > 2 or len(third) == 3 or (len(third) == 2 and match["mark"] == "."):
        return None
    year = int(third) if len(third) == 4 else 2000 + int(third) if int(third) < 50 else 1900 + int(third)
    one = int(first)
    if match["mark"] == "." and one <= 12 < second:
        one, second = second, one  # "11.15.2019": no month has that number
    if not 1000 <= year <= 2200:
        return None
    if len(third) == 2 and not (valid(year, second, one) or valid(year, one, second)):
        return None
    if one > 12 or one == second or match["mark"] == ".":
        return day_reading(year, second, one, None)
    if second > 12:
        return day_reading(year, one, second, None)
    if context.day_first is None:
        return Reading(str(year), "date", "day and month cannot be told apart")
    day, month = (one, second) if context.day_first else (second, one)
    return day_reading(year, month, day, None, "day and month in the order of the text's other dates")


def full(match: re.Match[str], context: Context) -> Reading | None:
    """A day and a month, with or without year and weekday."""
    month, day = month_number(match, context), int(match["day"])
    name = group(match, "weekday")
    weekday = context.words.weekdays.get(name) if name else None
    if not 1 <= day <= 31:
        return None
    if group(match, "year"):
        return day_reading(int(match["year"]), month, day, weekday)
    if ambiguous(match, context) and group(match, "weekday") is None and match["month"].rstrip(".") in ("mar", "may", "march") and day > 31:
        return None
    year, why = year_for(context, month, day, match.span())
    if year is None:
        return Reading(f"XXXX-{month:02d}-{day:02d}", "date", why) if day <= 31 else None
    reading = day_reading(year, month, day, weekday, why)
    return Reading(reading.value, "date", reading.reason)


def ambiguous(match: re.Match[str], context: Context) -> bool:
    """Whether the month's name is a common word or first name too."""
    return match["month"] in context.words.ambiguous


def small(match: re.Match[str], context: Context) -> bool:
    """Whether the month stands in small letters, in a language that writes it with a capital and in a text that has any ("and may end")."""
    written = context.written[match.start("month") : match.end("month")]
    return bool(context.words.raw.get("capital_months")) and written.islower() and not context.written.islower()


def days(match: re.Match[str], context: Context) -> Reading | None:
    """17 to 19 December 2019."""
    month, first, last = month_number(match, context), int(match["day"]), int(match["day2"])
    if group(match, "year"):
        year: int | None = int(match["year"])
        why = ""
    else:
        year, why = year_for(context, month, first, match.span())
    if year is None or not valid(year, month, first) or not valid(year, month, last) or first >= last:
        return None if first >= last else Reading(None, "date", why or "the calendar has no such days")
    return Reading(f"{Point(year, month, first)}/{Point(year, month, last)}", "date", why, on_line=bool(group(match, "year")))


def dates(match: re.Match[str], context: Context) -> Reading | None:
    """From March 3 to April 5, 2019."""
    months = month_number(match, context), month_number(match, context, "month2")
    if group(match, "year"):
        year: int | None = int(match["year"])
    else:
        year, _ = year_for(context, months[1], int(match["day2"]), match.span())
    if year is None:
        return Reading(None, "date", "no year in the text and no date of the article")
    start = year - (months[0] > months[1])
    if not (valid(start, months[0], int(match["day"])) and valid(year, months[1], int(match["day2"]))):
        return Reading(None, "date", "the calendar has no such days")
    return Reading(f"{Point(start, months[0], int(match['day']))}/{Point(year, months[1], int(match['day2']))}", "date")


def month(match: re.Match[str], context: Context) -> Reading | None:
    """A month, with or without its year."""
    number = month_number(match, context)
    if group(match, "year"):
        return Reading(str(Point(int(match["year"]), number)), "date", on_line=True)
    if not group(match, "part"):
        words = re.findall(r"[\w']+", context.before(match.start(), 24))
        led = (bool(words) and words[-1] in context.words.before_month) or dated_behind(context, match.end())
        if (ambiguous(match, context) or len(match["month"]) < 4) and (not led or small(match, context)):
            return None
        if not context.words.raw.get("capital_months") and not led and context.words.before_month:
            return None
    year, why = year_for(context, number, None, match.span())
    return Reading(str(Point(year, number)) if year else f"XXXX-{number:02d}", "date", why)


def dated_behind(context: Context, end: int) -> bool:
    """Whether the words behind a month say of which year it is ("May of this year")."""
    return any(context.text.startswith(f" of {year}", end) for year in context.words.words("this_year"))


def calendar_reading(calendar: str, year: int, number: int | None, day: int | None) -> Reading:
    """A date of another calendar, with the original kept in the reason."""
    original = "-".join(str(part) for part in (year, number, day) if part)
    exact = "" if calendar == "jalali" else "; a sighted month may begin a day earlier or later"
    try:
        return Reading(
            converted(calendar, year, number, day), "date", f"{calendar} {original} converted{exact}", on_line=bool(number and day)
        )
    except (ValueError, OverflowError):
        return Reading(None, "date", f"the {calendar} calendar has no {original}")


def jalali(match: re.Match[str], context: Context) -> Reading:
    """18 Dey 1398."""
    return other(match, context, "jalali")


def hijri(match: re.Match[str], context: Context) -> Reading:
    """1 Muharram 1441."""
    return other(match, context, "hijri")


def other(match: re.Match[str], context: Context, calendar: str) -> Reading:
    """A date with a month of another calendar."""
    number = context.words.raw["calendars"][calendar][re.sub(r"\s+", " ", match["month"])]
    day = group(match, "day") or group(match, "day2")
    return calendar_reading(calendar, int(match["year"]), number, int(day) if day else None)


def years(match: re.Match[str], context: Context) -> Reading | None:
    """2013 to 2016, 1980-88."""
    first, last = int(match["year"]), match["year2"]
    end = int(last) if len(last) == 4 else first // 100 * 100 + int(last)
    if end <= first or end - first > 300 or not 1000 <= first <= 2199 or end > 2199:
        return None
    return Reading(f"{first}/{end}", "date")


def open_side(match: re.Match[str], context: Context) -> Reading:
    """Before 2019, after 2003."""
    return Reading(f"{match['year']}/" if match["side"] == "after" else f"/{match['year']}", "date")


def decade(match: re.Match[str], context: Context) -> Reading | None:
    """The 1980s, the early '90s."""
    digits = re.sub(r"\D", "", match["decade"])
    if len(digits) == 2:
        told = match["led"] or match["part"] or "'" in match.group() or "’" in match.group()
        if not told or re.search(rf"\b(?:{any_of(context.words.words('owners'))})\s(?:\w+\s)?$", context.before(match.start(), 14)):
            return None
        digits = ("20" if int(digits) <= 20 else "19") + digits
    return Reading(digits[:3], "date")


def century(match: re.Match[str], context: Context) -> Reading:
    """The 19th century."""
    told = group(match, "told")
    number = context.words.raw["ordinals"][told] if told else int(match["ordinal"])
    return Reading(f"{max(0, number - 1):02d}", "date")


def season(match: re.Match[str], context: Context) -> Reading | None:
    """Last summer, the winter of 2014."""
    code = context.words.raw["seasons"][match["season"]]
    if group(match, "year"):
        return Reading(f"{match['year']}-{code}", "date", on_line=False)
    which = (match["which"] or "").strip()
    by = context.words.raw["sides"].get(which)
    led = re.search(rf"\b(?:{any_of(context.words.words('led_seasons'))})\s$", context.before(match.start(), 12))
    if not (which or led) or (match["season"] in context.words.words("doubtful_seasons") and by is None and not (led and which)):
        return None
    if context.anchor is None or by is None:
        return Reading(f"XXXX-{code}", "date", "no year in the text")
    shift = by if by >= 0 or ((context.anchor.month or 12) < 9 and code != "WI") else 0
    return Reading(f"{context.anchor.year + shift}-{code}", "date", f"against the article's date {context.anchor}")


def quarter(match: re.Match[str], context: Context) -> Reading:
    """Q3 2010, the first half of 2010."""
    half = match["half"] is not None
    number = int(match["q"]) if match["q"] else context.words.raw["nths"].get(match["nth"], 2 if half else 4)
    return Reading(f"{match['year']}-{'H' if half else 'Q'}{number}", "date")

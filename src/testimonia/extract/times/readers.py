"""One reader for each pattern: a match and its context become a value, a kind and the reason."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta

from testimonia.base.calendars import converted
from testimonia.extract.times.context import Context, Reading, number_of, year_for
from testimonia.extract.times.values import Point, shifted, valid

Reader = Callable[[re.Match[str], Context], Reading | None]


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
        led = bool(words) and words[-1] in context.words.before_month
        if (ambiguous(match, context) or len(match["month"]) < 4) and not led:
            return None
        if context.words.language != "en" and not led and context.words.before_month:
            return None
    year, why = year_for(context, number, None, match.span())
    return Reading(str(Point(year, number)) if year else f"XXXX-{number:02d}", "date", why)


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


def year(match: re.Match[str], context: Context) -> Reading | None:
    """A bare year, where the number is not a count."""
    number = int(match["year"])
    if not 1000 <= number <= 2199 or context.counts(*match.span("year")):
        return None
    led = re.search(
        r"(?:^|\W)(?:in|since|until|till|by|from|to|of|year|during|after|before|between|circa|and|early|late|mid|the|around|back in)[\s-]$",
        context.before(match.start()),
    )
    if not led and not 1700 <= number <= 2100:
        return None
    return Reading(str(number), "date", on_line=True)


def open_side(match: re.Match[str], context: Context) -> Reading:
    """Before 2019, after 2003."""
    return Reading(f"{match['year']}/" if match["side"] == "after" else f"/{match['year']}", "date")


def decade(match: re.Match[str], context: Context) -> Reading | None:
    """The 1980s, the early '90s."""
    digits = re.sub(r"\D", "", match["decade"])
    if len(digits) == 2:
        if not re.search(r"(?:^|\W)(?:the|early|mid|late)", match.group()) and "'" not in match.group() and "’" not in match.group():
            return None
        if re.search(r"\b(?:his|her|their|my|our|your)\s(?:\w+\s)?$", context.before(match.start(), 14)):
            return None
        digits = ("20" if int(digits) <= 20 else "19") + digits
    return Reading(digits[:3], "date")


def century(match: re.Match[str], context: Context) -> Reading:
    """The 19th century."""
    return Reading(f"{max(0, int(match['ordinal']) - 1):02d}", "date")


def season(match: re.Match[str], context: Context) -> Reading | None:
    """Last summer, the winter of 2014."""
    code = context.words.raw["seasons"][match["season"]]
    if group(match, "year"):
        return Reading(f"{match['year']}-{code}", "date", on_line=False)
    which = (match["which"] or "").strip()
    led = re.search(r"\b(?:in|during|that)\s$", context.before(match.start(), 12))
    if match["season"] in ("fall", "spring") and which not in ("last", "next", "this") and not (led and which == "the"):
        return None
    if not which and not led:
        return None
    if context.anchor is None or which == "the" or not which:
        return Reading(f"XXXX-{code}", "date", "no year in the text")
    shift = {"last": -1 if (context.anchor.month or 12) < 9 and code != "WI" else 0, "next": 1}.get(which, 0)
    return Reading(f"{context.anchor.year + shift}-{code}", "date", f"against the article's date {context.anchor}")


def quarter(match: re.Match[str], context: Context) -> Reading:
    """Q3 2010, the first half of 2010."""
    order = {"first": 1, "second": 2, "third": 3, "fourth": 4}
    half = group(match, "span") == "half"
    last = 2 if half else 4
    number = int(match["q"]) if match["q"] else order.get(match["qword"], last)
    return Reading(f"{match['year']}-{'H' if half else 'Q'}{number}", "date")


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
    part = "night" if match["tonight"] else match["daypart"]
    anchor = context.anchor.date if context.anchor else None
    if anchor is None:
        return Reading(None, "time", "no day of the article to count from")
    return timed((anchor - timedelta(days=match["which"] == "last")).isoformat(), part, context)


def weekday(match: re.Match[str], context: Context) -> Reading | None:
    """On Tuesday, next Friday, every Monday."""
    number, which = context.words.weekdays[match["weekday"]], (group(match, "which") or "").strip()
    if len(match["weekday"]) <= 4 and context.words.language == "en" and which not in ("on", "last", "next", "this", "every"):
        return None
    if not which and not group(match, "daypart") and context.modifies(*match.span("weekday")):
        return None
    if which in ("every", "each"):
        return Reading(f"XXXX-WXX-{number + 1}", "set")
    anchor = context.anchor.date if context.anchor else None
    if anchor is None:
        return Reading(f"XXXX-WXX-{number + 1}", "date", "no day of the article to count from")
    back = (anchor.weekday() - number) % 7
    if which == "next" or (which not in ("last", "previous", "past", "late", "early") and back and context.future(*match.span())):
        day = anchor + timedelta(days=(number - anchor.weekday() - 1) % 7 + 1)
    else:
        day = anchor - timedelta(days=back or (7 if which == "last" else 0))
    return timed(day.isoformat(), group(match, "daypart"), context)


UNITS = {
    "year": "a",
    "month": "mo",
    "week": "wk",
    "day": "d",
    "decade": "a",
    "century": "a",
    "centurie": "a",
    "hour": "h",
    "minute": "min",
    "quarter": "mo",
}
FACTORS = {"decade": 10, "century": 100, "centurie": 100, "quarter": 3}


def unit_of(match: re.Match[str]) -> tuple[str, int]:
    """The unit named, and how many of the basic unit one of it is."""
    word = match["unit"].removesuffix("s")
    return UNITS[word], FACTORS.get(word, 1)


def basis(context: Context, side: str) -> tuple[Point | None, str]:
    """What "ago" counts from is the article's date; what "later" counts from is the text's time line."""
    if side == "ago":
        return context.anchor, f"against the article's date {context.anchor}" if context.anchor else "no date of the article to count from"
    return (
        context.near_line,
        f"counted from {context.near_line}, which the text names before" if context.near_line else "nothing to count from",
    )


def ago(match: re.Match[str], context: Context) -> Reading | None:
    """Two years ago, three weeks later."""
    side, number = match["side"], number_of(match["number"])
    unit, factor = unit_of(match)
    start, why = basis(context, side)
    if side in ("before", "after") and not re.match(r"\s*(?:[,.;]|$)", context.text[match.end() : match.end() + 2]):
        return Reading(None, "date", "counted from an event that the text does not date here")
    if start is None or number is None or group(match, "number2"):
        return Reading(None if side != "ago" or start else "PAST_REF", "date", why)
    by = round(number * factor) * (-1 if side in ("ago", "earlier", "before") else 1)
    return Reading(shifted(start, unit, by), "date", why)


def window(match: re.Match[str], context: Context) -> Reading | None:
    """In the past three years, the coming 10 to 20 years."""
    side, number = match["side"], number_of(group(match, "number") or "one")
    unit, factor = unit_of(match)
    ahead = side in ("coming", "next", "following")
    anchor = context.anchor if side not in ("previous", "following") else context.near_line
    if number is None or anchor is None:
        return Reading("FUTURE_REF" if ahead else "PAST_REF", "duration", "" if anchor else "no date of the article to count from")
    count = round(number * factor)
    last = number_of(group(match, "number2"))
    why = f"against the article's date {anchor}"
    if ahead:
        start = shifted(anchor, unit, count) if last is not None else shifted(anchor, unit, 0)
        end = shifted(anchor, unit, round((last if last is not None else number) * factor))
    else:
        start, end = shifted(anchor, unit, 1 - count if unit in ("a", "mo") else -count), shifted(anchor, unit, 0)
    if start is None or end is None:
        return Reading(None, "duration", why)
    return Reading(start if start == end else f"{start}/{end}", "duration", why)


def which(match: re.Match[str], context: Context) -> Reading | None:
    """Last year, this month, the following week."""
    side = match["side"].removeprefix("the ")
    unit, factor = unit_of(match)
    start = context.near_line if side in ("previous", "following") else context.anchor
    if start is None:
        return Reading(None, "date", "no date to count from")
    by = {"last": -1, "previous": -1, "this": 0}.get(side, 1) * factor
    return Reading(shifted(start, unit, by), "date", f"against {start}")


def whichmonth(match: re.Match[str], context: Context) -> Reading | None:
    """Last March, next May."""
    if context.anchor is None:
        return Reading(f"XXXX-{month_number(match, context):02d}", "date", "no date of the article to count from")
    number, now = month_number(match, context), context.anchor.month or 12
    by = {"last": -(number >= now), "next": int(number <= now)}.get(match["side"], 0)
    return Reading(str(Point(context.anchor.year + by, number)), "date", f"against the article's date {context.anchor}")


def set_unit(match: re.Match[str], context: Context) -> Reading:
    """Every two years, per month, a week."""
    unit, factor = {"morning": ("d", 1), "evening": ("d", 1), "night": ("d", 1)}.get(match["unit"]) or unit_of(match)
    count = round((number_of(group(match, "number")) or 1) * factor)
    mark = {"a": "P{}Y", "mo": "P{}M", "wk": "P{}W", "d": "P{}D", "h": "PT{}H"}.get(unit, "P{}D")
    return Reading(mark.format(count), "set")


def set_word(match: re.Match[str], context: Context) -> Reading:
    """Daily, on a monthly basis."""
    return Reading(context.words.raw["sets"][match["word"]], "set")


def vague(match: re.Match[str], context: Context) -> Reading:
    """For many years: a duration of unknown length."""
    return Reading(None, "duration", "a length that the text leaves open")


def duration(match: re.Match[str], context: Context) -> Reading | None:
    """Three years, a six-month stay."""
    number, last = number_of(match["number"]), number_of(group(match, "number2"))
    unit, factor = unit_of(match)
    if match["number"] in ("a", "an") and match["unit"] not in ("decade", "century"):
        return None
    if number is None:
        return None
    if last is not None:
        return Reading(None, "duration", "a length that the text leaves open")
    mark = {"a": "P{:g}Y", "mo": "P{:g}M", "wk": "P{:g}W", "d": "P{:g}D", "h": "PT{:g}H", "min": "PT{:g}M"}[unit]
    return Reading(mark.format(number * factor), "duration")


def clock(match: re.Match[str], context: Context) -> Reading | None:
    """10.30 am, 22:15, noon."""
    if group(match, "noon"):
        hour, minute = (12, 0) if match["noon"] == "noon" else (0, 0)
    elif match["hour24"]:
        hour, minute = int(match["hour24"]), int(match["minute24"])
    else:
        hour, minute = int(match["hour"]), int(match["minute"] or 0)
        if hour > 12 or minute > 59:
            return None
        hour = hour % 12 + (12 if match["half"].startswith("p") else 0)
    day = context.line if context.line_paragraph == context.paragraph and context.line and context.line.day else None
    return Reading(f"{day or ''}T{hour:02d}:{minute:02d}", "time", "" if day else "no day named with it")


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
    if match.group() in ("the then", "then-") and line is None:
        return Reading(None, "date", "a time that the text names elsewhere")
    if line is not None and re.search(r"next|following", match.group()):
        return Reading(shifted(line, "d", 1), "date", f"the day after {line}")
    return Reading(str(line) if line else None, "date", f"the date {line} named before" if line else "a time that the text names elsewhere")


READERS: dict[str, Reader] = {
    "iso": iso, "cjk": cjk,
    "slashed": slashed, "days": days, "dates": dates, "date": full, "month": month, "jalali": jalali, "hijri": hijri,
    "years": years, "year": year, "open": open_side, "decade": decade, "century": century, "season": season, "quarter": quarter,
    "deictic": deictic, "thispart": thispart, "weekday": weekday, "ago": ago, "window": window, "which": which, "whichmonth": whichmonth,
    "set": set_unit, "set_word": set_word, "vague": vague, "decades": vague, "duration": duration, "clock": clock, "now": now,
    "until_now": until_now, "past": past, "future": future, "same": same,
}  # fmt: skip

"""Dates in the heads of articles: day, month and year as pages write them, in the page's language and order.

Whole dates count (a day of a year), and a month of a year only where no day is given; a numeric date that can be read
two ways is kept as both until the page settles it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from babel.core import Locale, UnknownLocaleError

from testimonia.base.calendars import hijri, jalali
from testimonia.base.languages import having, primary, table
from testimonia.base.phrases import LETTER, TOPIC, words_of
from testimonia.base.shapes import EASTERN, month_numbers
from testimonia.base.spans import Span

READ = 400  # characters of a line that are looked at
TOKEN = re.compile(rf"\d{{1,4}}|[A-Z]*(?:(?![\d_A-Z]){LETTER})+|[A-Z]+")  # words run together are two ("Posted onMarch 3, 2021May 4, 2021")
NUMERIC = re.compile(r"(?<!\d)(\d{1,4})\s?([./\-年년])\s?(\d{1,2})\s?([./\-月월])\s?(\d{1,4})(?:\s?[日일]|(?!\d))")
DAY_MONTH_YEAR = re.compile(r"(?<!\d)(?P<day>\d{1,2})\s(?P<month>[^\W\d_]{2,20}(?:\s[^\W\d_]{2,20})?)\s(?P<year>1[2-4]\d\d)(?!\d)")
STRETCH, SEVERAL = re.compile(r"(?<!\d)\d{1,2}\.?\s?(?:[–—-]|[^\W\d]{1,3})\s?$"), 12  # what stands before the last of several days
COUNTING, COUNTED = re.compile(r"(?<!\w)[^\W\d_A-Z][^\W\d_]{0,30}\s$"), re.compile(r"\d{1,2},\s")  # "paper 7, January 2014"
YEARS = (1800, 2100)  # what a four-figure year of a post may be
DAY_FIRST, MONTH_FIRST = "day first", "month first"


@dataclass(frozen=True, slots=True)
class Dated:
    """A date found in the text: its span, its value, and the other value it may have when its order is open."""

    span: Span
    value: str
    other: str | None = None
    order: str | None = None
    calendar: str = ""


@cache
def months(language: str | None) -> dict[str, int]:
    """Month names: the language's own before those of all packs."""
    own = {} if primary(language) in having(TOPIC) else foreign_months(primary(language))
    for number, names in enumerate(table(primary(language), TOPIC).get("months", ()), start=1):
        own.update({" ".join(words_of(name)): number for name in names})
    return {**month_numbers(), **own}


def foreign_months(language: str | None) -> dict[str, int]:
    """Month names of a language without a pack of page phrases (CLDR)."""
    try:
        known = Locale.parse(language or "und").months
    except (ValueError, UnknownLocaleError):
        return {}
    forms = [form.get(width, {}) for form in known.values() for width in ("wide", "abbreviated")]
    return {" ".join(words_of(name)): number for names in forms for number, name in names.items() if not name.isdigit()}


def iso(year: int, month: int, day: int) -> str | None:
    """The ISO date, none when there is no such day."""
    if year < 100:
        year += 2000 if year < 70 else 1900
    if not YEARS[0] <= year <= YEARS[1]:
        return None
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def dates_in(text: str, span: tuple[int, int], language: str | None = None) -> list[Dated]:
    """The whole dates in a stretch of text (its first `READ` characters), in order."""
    start, end = span[0], min(span[1], span[0] + READ)
    line = text[start:end].translate(EASTERN)
    found = [*numeric_dates(line), *worded_dates(line, months(language)), *calendar_dates(line, language)]
    found.sort(key=lambda dated: (dated.span.start, -dated.span.end))
    kept: list[Dated] = []
    for dated in found:
        if not kept or dated.span.start >= kept[-1].span.end:
            kept.append(dated)
    return [replace(dated, span=dated.span.shifted(start)) for dated in kept]


def ends_stretch(text: str, start: int) -> bool:
    """Whether a date (where it starts) is the last day of several: "from 6 to 12 October 2014", "6–12 October 2014"."""
    return STRETCH.search(text[max(0, start - SEVERAL) : start]) is not None


def numeric_dates(line: str) -> Iterable[Dated]:
    """Dates written in figures alone."""
    for match in NUMERIC.finditer(line):
        first, mark, second, mark2, third = match.groups()
        if mark != mark2 and mark in "./-":
            continue
        dated = numeric(Span(*match.span()), (first, second, third), mark)
        if dated:
            yield dated


def numeric(span: Span, parts: tuple[str, str, str], mark: str) -> Dated | None:
    """One date in figures: year first, or day and month in an order that may be open."""
    a, b, c = (int(part) for part in parts)
    if len(parts[0]) == 4:
        value = iso(a, b, c) if len(parts[2]) <= 2 else None
        return Dated(span, value) if value else None
    if len(parts[0]) > 2 or len(parts[2]) not in (2, 4):
        return None
    day_first, month_first = iso(c, b, a), iso(c, a, b)
    if day_first and (mark == "." or day_first == month_first or not month_first):
        return Dated(span, day_first, order=None if mark == "." else DAY_FIRST)
    if not day_first or not month_first:
        return Dated(span, month_first, order=MONTH_FIRST) if month_first else None
    return Dated(span, day_first, other=month_first)


@cache
def between_parts() -> frozenset[str]:
    """The small words and endings that stand between the parts of a date, in the languages of all packs."""
    return frozenset(word for language in having(TOPIC) for word in table(language, TOPIC).get("in_dates", "").split())


def worded_dates(line: str, names: dict[str, int]) -> Iterable[Dated]:
    """Dates with the month's name: "8 January 2020", "January 8, 2020", "2020. január 8."."""
    tokens = [(match.group().lower(), match.start(), match.end()) for match in TOKEN.finditer(line)]
    tokens = [token for token in tokens if token[0] not in between_parts()]
    tokens = tokens if line.isascii() else joined(line, tokens, names)
    for place, (word, _, _) in enumerate(tokens):
        month = names.get(word)
        if month is None:
            continue
        near = tokens[max(0, place - 2) : place + 3]
        dated = worded(near, min(place, 2), month)
        if dated and not (line[dated.span.start].isdigit() and counts_on(line, dated.span.start)):
            yield dated


def joined(line: str, tokens: list[tuple[str, int, int]], names: dict[str, int]) -> list[tuple[str, int, int]]:
    """The words of a line, a month's name of two words as one, and of the two names of a month that a stroke parts the first, as Arabic
    pages write it for readers of all countries.
    """
    found: list[tuple[str, int, int]] = []
    for word, start, end in tokens:
        before = found[-1] if found else ("", 0, 0)
        both = f"{before[0]} {word}" if before[2] + 1 == start else ""
        if both in names:
            found[-1] = (both, before[1], end)
        else:
            found.append((word, start, end))
        if len(found) > 1 and same_month(line, found[-2], found[-1], names):
            found.pop()
    return found


def same_month(line: str, first: tuple[str, int, int], second: tuple[str, int, int], names: dict[str, int]) -> bool:
    """Whether two words are names of one month, a stroke between them."""
    return line[first[2] : second[1]].strip() == "/" and first[0] in names and names.get(first[0]) == names.get(second[0])


def counts_on(line: str, at: int) -> bool:
    """Whether a number before a month counts what a small word before it names, a comma behind it."""
    return COUNTED.match(line, at) is not None and COUNTING.search(line[max(0, at - 32) : at]) is not None


def worded(near: list[tuple[str, int, int]], at: int, month: int) -> Dated | None:
    """One date around the month's name at place `at` of the tokens near it."""
    for day_at, year_at in ((at - 1, at + 1), (at + 1, at + 2), (at + 1, at - 1)):
        if not (0 <= day_at < len(near) and 0 <= year_at < len(near)):
            continue
        day, year = near[day_at][0], near[year_at][0]
        if not (day.isdigit() and len(day) <= 2 and year.isdigit() and len(year) == 4):
            continue
        value = iso(int(year), month, int(day))
        used = near[min(day_at, year_at, at) : max(day_at, year_at, at) + 1]
        if value and used[-1][2] - used[0][1] <= 40:
            return Dated(Span(used[0][1], used[-1][2]), value)
    return None


def months_in(text: str, span: tuple[int, int], language: str | None = None) -> list[Dated]:
    """The months with their year in a stretch of text that no day is given of: "January 2014", "2014. január"; the value is `2014-01`."""
    line = text[span[0] : min(span[1], span[0] + READ)].translate(EASTERN)
    names, found = months(language), list[Dated]()
    tokens = [(match.group().lower(), *match.span()) for match in TOKEN.finditer(line)]
    tokens = [token for token in tokens if token[0] not in between_parts()]
    for place, (word, start, end) in enumerate(tokens):
        beside = [token for token in (*tokens[place + 1 : place + 2], *tokens[max(0, place - 1) : place]) if is_year(token[0])]
        if word in names and beside:
            found.append(Dated(Span(min(start, beside[0][1]), max(end, beside[0][2])).shifted(span[0]), f"{beside[0][0]}-{names[word]:02}"))
    return found


def is_year(word: str) -> bool:
    """Whether a word is a year that a post may be of."""
    return word.isdigit() and len(word) == 4 and YEARS[0] <= int(word) <= YEARS[1]


def calendar_dates(line: str, language: str | None) -> Iterable[Dated]:
    """Dates of another calendar in the page's language, with the month's name: "12 Dey 1399"; their day in the Gregorian one."""
    for calendar, names in table(primary(language), "times").get("calendars", {}).items():
        turned = {" ".join(words_of(name)): number for name, number in names.items()}
        for match in DAY_MONTH_YEAR.finditer(line):
            month = turned.get(" ".join(words_of(match["month"])))
            try:
                day = (jalali if calendar == "jalali" else hijri)(int(match["year"]), month or 0, int(match["day"]))
            except ValueError:
                continue
            yield Dated(Span(*match.span()), day.isoformat(), calendar=calendar)


def page_order(dates: Iterable[Dated]) -> str | None:
    """The order of day and month that the page's unambiguous figures show; none when they show none or both."""
    orders = {dated.order for dated in dates if dated.order}
    return orders.pop() if len(orders) == 1 else None


def settled(dated: Dated, order: str | None, language: str | None) -> tuple[str, str]:
    """The value of a date and why: the page's other dates settle an open order; else it stays a doubt, day first outside English."""
    if dated.calendar:
        return dated.value, f"from the {dated.calendar} calendar" + (
            "; doubt: a sighted month may begin a day off" if dated.calendar == "hijri" else ""
        )
    if dated.other is None:
        return dated.value, ""
    if order is not None:
        return (dated.value if order == DAY_FIRST else dated.other), f"order settled by the page's other dates: {order}"
    if primary(language) != "en":
        return dated.value, "day first, as the language writes it"
    return dated.value, f"doubt: may also be {dated.other}"

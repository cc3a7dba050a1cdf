"""Dates in heads that count from the day on which the page was saved: "2 hours ago", "vor 3 Tagen", "yesterday".

The forms are those of the Unicode CLDR in the languages of the packs; what is counted in weeks and more tells no day and is not read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime, timedelta
from functools import cache
from itertools import product
from typing import Literal

from babel.dates import format_timedelta

from testimonia.base.documents import Document
from testimonia.base.languages import having, primary, table
from testimonia.base.shapes import has_digit
from testimonia.base.spans import Span

UNITS = {"minute": timedelta(minutes=1), "hour": timedelta(hours=1), "day": timedelta(days=1)}
Width = Literal["long", "short", "narrow"]
FORMATS: tuple[Width, ...] = ("long", "short", "narrow")
SHOWN = (1, 2, 3, 4, 5, 11, 21)  # numbers by which a language's plural forms show themselves
FEWEST = 2  # characters of a form beside its number: less stands anywhere
DAY, NOON = len("2020-01-31"), timedelta(hours=12)


@cache
def forms(language: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    """How a language says that something was so many minutes, hours or days ago; its number is the pattern's group."""
    found: dict[str, str] = {}
    for unit, width, number in product(UNITS, FORMATS, SHOWN):
        before, mark, after = ago(number * UNITS[unit], unit, width, language).lower().partition(str(number))
        if mark and len((before + after).strip()) >= FEWEST:
            pattern = rf"(?<!\w){re.escape(before)}(\d{{1,3}}){re.escape(after)}(?!\w)"
            found[pattern.replace(r"\.", r"\.?")] = unit  # pages leave the full stop of an abbreviation out
    return tuple((re.compile(pattern), unit) for pattern, unit in sorted(found.items()))


def ago(back: timedelta, unit: str, width: Width, language: str) -> str:
    """The words for so long ago in a language; empty where the CLDR has none of this width."""
    try:
        return format_timedelta(-back, granularity=unit, threshold=1e9, add_direction=True, format=width, locale=language)  # type: ignore[arg-type]
    except KeyError:
        return ""


@cache
def days(language: str) -> dict[str, int]:
    """The words for today and the days before it."""
    said: dict[str, int] = table(language, "times").get("deictic", {})
    return {word.lower(): shift for word, shift in said.items() if shift <= 0}


def captured(document: Document) -> datetime | None:
    """When the page was saved, where the file or the user says so; a day without an hour stands for its noon."""
    for hint in document.hints:
        if hint.field == "captured":
            try:
                found = datetime.fromisoformat(hint.value)
                return found + NOON if len(hint.value) == DAY else found
            except ValueError:
                continue
    return None


def relative_in(line: str, language: str | None) -> Iterable[tuple[Span, timedelta]]:
    """Where a line counts back from the day of saving, and how far: by its own language, else by English."""
    low = line.lower()
    if len(low) != len(line):
        return
    for code in dict.fromkeys((primary(language), "en")):
        if code not in having("page"):
            continue
        patterns = forms(code) if has_digit(low) else ()
        found = [(Span(*m.span()), int(m[1]) * UNITS[unit]) for pattern, unit in patterns for m in pattern.finditer(low)]
        for word, shift in [(word, shift) for word, shift in days(code).items() if word in low]:
            found += [(Span(*m.span()), timedelta(days=-shift)) for m in re.finditer(rf"(?<!\w){re.escape(word)}(?!\w)", low)]
        if found:
            yield max(found, key=lambda one: (one[0].end - one[0].start, -one[0].start))
            return


def counted(back: timedelta, saved: datetime | None) -> str | None:
    """The day that lies so far before the saving of the page; none when nothing says when that was."""
    return (saved - back).date().isoformat() if saved else None

"""Readers of what the packs of other languages name in words: "last year", the third quarter, decades, centuries in Roman figures."""

from __future__ import annotations

import re
from itertools import pairwise

from testimonia.extract.times.absolute import group
from testimonia.extract.times.context import Context, Reading
from testimonia.extract.times.values import shifted

ROMAN = {"i": 1, "v": 5, "x": 10}
LATEST = 21  # the century that a text of today can speak of


def shift(match: re.Match[str], context: Context) -> Reading:
    """Last year, next week: the pack says how far and in which unit ("-1 a")."""
    by, unit = context.words.raw["shifts"][re.sub(r"\s+", " ", match["shift"])].split()
    if context.anchor is None:
        return Reading(None, "date", "no date of the article to count from")
    return Reading(shifted(context.anchor, unit, int(by)), "date", f"against the article's date {context.anchor}")


def quarter_word(match: re.Match[str], context: Context) -> Reading:
    """The second quarter: of the year named, or of the last year in which it had begun by the article's date."""
    number = context.words.raw["quarters"][re.sub(r"\s+", " ", match["quarter"])]
    named = group(match, "year")
    if named:
        return Reading(f"{named}-Q{number}", "date")
    if context.anchor is None:
        return Reading(f"XXXX-Q{number}", "date", "no year in the text and no date of the article")
    begun = 3 * number - 2 <= (context.anchor.month or 12)
    return Reading(f"{context.anchor.year - (not begun)}-Q{number}", "date", f"last before the article's date {context.anchor}")


def decade_word(match: re.Match[str], context: Context) -> Reading:
    """The seventies, in one word or with "years"."""
    return Reading(f"19{context.words.raw['decades'][' '.join(match['decade'].split())] // 10}", "date")


def decade_of(match: re.Match[str], context: Context) -> Reading:
    """The years 1990, the years 90."""
    digits = match["decade"]
    return Reading(digits[:3] if len(digits) == 4 else ("20" if int(digits) < 20 else "19") + digits[0], "date")


def century_of(match: re.Match[str], context: Context) -> Reading | None:
    """The nineteenth century, its number in Roman or other figures."""
    ordinal = match["ordinal"]
    number = int(ordinal) if ordinal.isdigit() else roman(ordinal)
    return Reading(f"{number - 1:02d}", "date") if 1 <= number <= LATEST else None


def roman(figures: str) -> int:
    """The value of a small Roman number."""
    values = [ROMAN[figure] for figure in figures] + [0]
    return sum(-one if one < after else one for one, after in pairwise(values))

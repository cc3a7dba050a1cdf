"""Lengths of time and "so long ago" in the languages whose patterns are not written out: read off the figures that count a unit of time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from testimonia.base.phrases import any_of
from testimonia.extract.quantities.figures import Figure, figures
from testimonia.extract.quantities.lexicon import Lexicon, lexicon
from testimonia.extract.times.context import Context, Reading
from testimonia.extract.times.relative import stretch
from testimonia.extract.times.values import duration, shifted
from testimonia.extract.times.vocabulary import Vocabulary

LOOK = 24  # characters before a length in which its "ago" may stand


@cache
def windows(words: Vocabulary) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What says before a length that it reaches up to now ("in den letzten"), and that it begins now."""
    told, (left, right) = words.raw.get("windows", {}), words.edges
    gap = r"\s" if right else rf"(?:{any_of(words.raw.get('marks', {}).get('joint', ()))})?\s?"
    past, future = (any_of(told.get(name, ())) for name in ("past", "future"))
    return re.compile(rf"{left}(?:{past}){gap}$"), re.compile(rf"{left}(?:{future}){gap}$")


@cache
def sides(words: Vocabulary) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """A unit of time; what says "ago" before a length, and behind one."""
    ago = words.raw.get("ago", {})
    units = any_of(unit for unit, (measure, _) in lexicon(words.language).units.items() if measure == "duration")
    left, right = words.edges
    gap = r"\s" if right else r"\s?"
    return (
        re.compile(rf"{right and left}(?:{units}){right}"),
        re.compile(rf"{left}(?:{any_of(ago.get('before', ()))}){gap}$"),
        re.compile(rf"{gap}(?:{any_of(ago.get('behind', ()))}){right}"),
    )


def amounts(context: Context) -> Iterator[tuple[int, int, Reading]]:
    """The lengths of time of a stretch with their places, those in an "ago" as the date they lead to."""
    unit, before, behind = sides(context.words)
    if unit.search(context.text) is None:
        return
    words = lexicon(context.words.language)
    for figure in figures(context.text, words):
        if not lasting(figure) or like_year(figure) or figure.unit is None:
            continue
        led = before.search(context.text, max(0, figure.start - LOOK), figure.start)
        left = behind.match(context.text, figure.end)
        if led or left:
            yield led.start() if led else figure.start, left.end() if left else figure.end, ago(figure, context)
        elif (reading := window(figure, context)) is not None:
            yield reading[0], figure.end, reading[1]
        elif not lone(figure, words):
            value = duration(figure.low, figure.high, figure.unit)
            yield figure.start, figure.end, Reading(value, "duration", "" if value else "a length that the text leaves open")


def window(figure: Figure, context: Context) -> tuple[int, Reading] | None:
    """A length that reaches up to the article's date or begins with it, and where the words begin that say so; none of open length."""
    looked = max(0, figure.start - LOOK)
    for ahead, pattern in enumerate(windows(context.words)):
        led = pattern.search(context.text, looked, figure.start)
        if led is None:
            continue
        if context.anchor is None:
            return led.start(), Reading("FUTURE_REF" if ahead else "PAST_REF", "duration", "no date of the article to count from")
        if figure.low is None or figure.low != figure.high or figure.low % 1 or figure.unit is None:
            return led.start(), Reading(None, "duration", "a length that the text leaves open")
        value = stretch(context.anchor, figure.unit, (int(figure.low), int(figure.low)), bool(ahead))
        return led.start(), Reading(value, "duration", f"against the article's date {context.anchor}")
    return None


def lasting(figure: Figure) -> bool:
    """Whether the figure is a length of time, or an age that its own word tells ("34-jährig")."""
    return figure.measure == "duration" or (figure.measure == "age" and figure.end > figure.core_end)


def like_year(figure: Figure) -> bool:
    """Whether the number beside the word "year" is that year."""
    return figure.form == "digits" and figure.unit == "a" and 1000 <= (figure.low or 0) < 2200


def lone(figure: Figure, words: Lexicon) -> bool:
    """Whether the number is "a" or "an" rather than one."""
    return figure.form == "words" and figure.low == figure.high == 1 and not figure.bounded


def ago(figure: Figure, context: Context) -> Reading:
    """The date that a length before the article's date leads to."""
    if context.anchor is None:
        return Reading("PAST_REF", "date", "no date of the article to count from")
    why = f"against the article's date {context.anchor}"
    whole = figure.low is not None and figure.low == figure.high and figure.low % 1 == 0
    return Reading(shifted(context.anchor, figure.unit or "", -int(figure.low or 0)) if whole else "PAST_REF", "date", why)

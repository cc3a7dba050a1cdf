"""Lengths of time and "so long ago" in the languages whose patterns are not written out: read off the figures that count a unit of time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from testimonia.base.phrases import any_of
from testimonia.extract.quantities.figures import Figure, figures, like_year
from testimonia.extract.quantities.lexicon import Lexicon, lexicon
from testimonia.extract.times.context import Context, Reading
from testimonia.extract.times.relative import stretch
from testimonia.extract.times.values import duration, shifted
from testimonia.extract.times.vocabulary import Vocabulary

LOOK = 24  # characters before a length in which its "ago" may stand


Window = tuple[re.Pattern[str], re.Pattern[str]]


@cache
def windows(words: Vocabulary) -> tuple[Window, Window]:
    """What says before a length, and inside of it, that it reaches up to now ("in den letzten", "dernières"), and that it begins now."""
    told, inside, (left, right) = words.raw.get("windows", {}), lexicon(words.language), words.edges
    gap = r"\s" if right else rf"(?:{any_of(words.raw.get('marks', {}).get('joint', ()))})?\s?"

    def side(name: str) -> Window:
        before = re.compile(rf"{left}(?:{any_of(told.get(name, ()))}){gap}$")
        return before, re.compile(rf"\s(?:{any_of(inside.phrases('windows', name))})\s")

    return side("past"), side("future")


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
            vague = figure.form == "vague" and figure.low != figure.high
            value = None if vague else duration(figure.low, figure.high, figure.unit)
            yield figure.start, figure.end, Reading(value, "duration", "" if value else "a length that the text leaves open")


def window(figure: Figure, context: Context) -> tuple[int, Reading] | None:
    """A length that reaches up to the article's date or begins with it, and where the words begin that say so."""
    for ahead, (before, inside) in enumerate(windows(context.words)):
        led = before.search(context.text, max(0, figure.start - LOOK), figure.start)
        if led or inside.search(context.text, figure.core_end, figure.end):
            return led.start() if led else figure.start, reaching(figure, context, bool(ahead))
    return None


def reaching(figure: Figure, context: Context, ahead: bool) -> Reading:
    """The dates from and to which a length reaches."""
    if context.anchor is None:
        return Reading("FUTURE_REF" if ahead else "PAST_REF", "duration", "no date of the article to count from")
    if figure.low is None or figure.low != figure.high or figure.low % 1 or figure.unit is None:
        return Reading(None, "duration", "a length that the text leaves open")
    count = int(figure.low)
    return Reading(stretch(context.anchor, figure.unit, (count, count), ahead), "duration", f"against the article's date {context.anchor}")


def lasting(figure: Figure) -> bool:
    """Whether the figure is a length of time, or an age that its own word tells ("34-jährig")."""
    if figure.low is None and figure.high is None:
        return False
    return figure.measure == "duration" or (figure.measure == "age" and figure.end > figure.core_end)


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

"""Readers of lengths of time, of what recurs, and of the hour."""

from __future__ import annotations

import re
from functools import cache

from testimonia.base.phrases import any_of
from testimonia.extract.quantities.figures import LOOK, grammar
from testimonia.extract.quantities.lexicon import lexicon
from testimonia.extract.times.absolute import group
from testimonia.extract.times.context import Context, Reading, number_of
from testimonia.extract.times.vocabulary import Vocabulary

FIGURE = re.compile(r"\d[^,;.!?]{0,24}$")  # right before a rate
LATE = 4  # the last hour of the clock that belongs to the end of a night


def unit_of(match: re.Match[str], context: Context, name: str = "unit") -> tuple[str, int]:
    """The unit that a group of the match names, and how many of the basic unit one of it is."""
    lengths = context.words.raw["lengths"]
    count, unit = (lengths.get(match[name]) or lengths[match[name].removesuffix("s")]).split()
    return unit, int(count)


def set_unit(match: re.Match[str], context: Context) -> Reading:
    """Every two years, per month, a week."""
    unit, factor = unit_of(match, context)
    count = round((number_of(group(match, "number"), context) or 1) * factor)
    mark = {"a": "P{}Y", "mo": "P{}M", "wk": "P{}W", "d": "P{}D", "h": "PT{}H"}.get(unit, "P{}D")
    return Reading(mark.format(count), "set")


def set_word(match: re.Match[str], context: Context) -> Reading | None:
    """Daily, on a monthly basis; "в день", which may be that of something, only where a figure stands before."""
    if match["word"] in context.words.words("rates") and not FIGURE.search(context.before(match.start())):
        return None
    return Reading(context.words.raw["sets"][match["word"]], "set")


def vague(match: re.Match[str], context: Context) -> Reading:
    """For many years: a duration of unknown length."""
    return Reading(None, "duration", "a length that the text leaves open")


def duration(match: re.Match[str], context: Context) -> Reading | None:
    """Three years, a six-month stay."""
    number, last = number_of(match["number"], context), number_of(group(match, "number2"), context)
    unit, factor = unit_of(match, context)
    words = lexicon(context.words.language)
    counted = match["number"] not in words.phrases("lengths", "articles") or match["unit"] in words.phrases("lengths", "units")
    if not counted and not measured(match, context):
        return None
    if number is None:
        return None
    if last is not None:
        return Reading(None, "duration", "a length that the text leaves open")
    mark = {"a": "P{:g}Y", "mo": "P{:g}M", "wk": "P{:g}W", "d": "P{:g}D", "h": "PT{:g}H", "min": "PT{:g}M", "s": "PT{:g}S"}[unit]
    return Reading(mark.format((number + 0.5 * bool(group(match, "half") or group(match, "added"))) * factor), "duration")


def measured(match: re.Match[str], context: Context) -> bool:
    """Whether "a year" is told as a length: behind what lasts, behind a bound or with a half ("for a year", "more than a year")."""
    forms, start = grammar(lexicon(context.words.language)), match.start()
    bounds = (lasting(context.words), forms.at_least, forms.at_most, forms.about)
    return bool(group(match, "added")) or any(bound.search(context.text, max(0, start - LOOK), start) for bound in bounds)


@cache
def lasting(words: Vocabulary) -> re.Pattern[str]:
    """The words right before a length."""
    return re.compile(rf"(?<!\w)(?:{any_of(words.words('lasting'))})\s$")


def clock(match: re.Match[str], context: Context) -> Reading | None:
    """10.30 am, 22:15, noon."""
    if group(match, "noon"):
        hour, minute = context.words.raw["noons"][match["noon"]], 0
    elif match["hour24"]:
        hour, minute = int(match["hour24"]), int(match["minute24"])
    else:
        hour, minute = int(match["hour"]), int(match["minute"] or 0)
        if hour > 12 or minute > 59:
            return None
        hour = hour % 12 + 12 * bool(match["later"])
    day = context.line if context.line_paragraph == context.paragraph and context.line and context.line.day else None
    return Reading(f"{day or ''}T{hour:02d}:{minute:02d}", "time", "" if day else "no day named with it")


def hours(match: re.Match[str], context: Context) -> Reading | None:
    """18:30, 8.30 Uhr, 20h30, a las 8 de la tarde."""
    hour, minute = int(match["hour"]), int(group(match, "minute") or group(match, "past") or 0)
    if hour > 24 or (hour == 24 and minute):
        return None
    hour = hour % 12 + 12 if group(match, "later") and hour <= 12 else hour % 24
    day = context.line if context.line_paragraph == context.paragraph and context.line and context.line.day else None
    return Reading(f"{day or ''}T{hour:02d}:{minute:02d}", "time", "" if day else "no day named with it")


def spoken_clock(match: re.Match[str], context: Context) -> Reading | None:
    """Half past seven, a quarter to nine in the evening, ten o'clock: by the dial, where nothing says which half of the day is meant."""
    hour = whole_hour(group(match, "hour") or match["full"], context)
    minutes = minutes_of(group(match, "part"), context) - minutes_of(group(match, "short"), context)
    if hour is None or abs(minutes) > 59:
        return None
    daypart = context.words.raw["dayparts"].get(match["daypart"] or match["night"])
    later = daypart in ("AF", "EV") or (daypart == "NI" and hour % 12 > LATE) or (not daypart and hour == 12)
    at = (hour % 12 + 12 * later) * 60 + minutes
    return Reading(f"T{at // 60 % 24:02d}:{at % 60:02d}", "time", "" if daypart else "morning or evening is not said")


def whole_hour(word: str, context: Context) -> int | None:
    """The hour that a word or figure names."""
    hour = int(word) if word.isdigit() else context.words.raw["hour"][word]
    return hour if 0 < hour <= 12 else None


def minutes_of(words: str | None, context: Context) -> int:
    """How many minutes some words say ("a quarter", "ten minutes"); none where there are none."""
    told = " ".join((words or "").split())
    return int(told) if told.isdigit() else context.words.raw["minutes"].get(told, 0)

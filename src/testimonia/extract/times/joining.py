"""Two expressions that are one: the ends of a range ("between April and June 2018"), an hour and its day ("at 6.15 on Tuesday")."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from testimonia.base.phrases import any_of
from testimonia.extract.quantities.lexicon import lexicon
from testimonia.extract.times.context import Context, Reading
from testimonia.extract.times.values import point
from testimonia.extract.times.vocabulary import Vocabulary

GAP = 14  # characters between two ends; more is another phrase
LOOK = 32  # characters before the first end in which the range may open
END = re.compile(r"(?:\d{4}|XXXX)(?:-\d{2}(?:-\d{2})?)?")
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
MONTH, YEAR = re.compile(r"\d{4}-\d{2}(?:-\d{2})?"), re.compile(r"\d{4}")
NEXT = (" ", " of ")  # between a day and what tells its year
HOUR = re.compile(r"T\d{2}:\d{2}")


class Placed(NamedTuple):
    """An expression in its place: what it was read as, and whether it names its own year."""

    start: int
    end: int
    reading: Reading
    own_year: bool


@cache
def joints(words: Vocabulary) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """What opens a range, what stands between its ends, and what stands between an hour and its day."""
    ranges, spans = lexicon(words.language).raw.get("ranges", {}), words.raw.get("spans", {})
    opened = any_of([*ranges.get("open", ()), *spans.get("open", ())])
    between = any_of([*ranges.get("inner", ()), *ranges.get("to", ()), *spans.get("inner", ())])
    fill = any_of(spans.get("fill", ()))
    left, right = words.edges
    if not right:  # words run on
        days = any_of(spans.get("day", ()))
        return re.compile(rf"(?:{opened})?$"), re.compile(rf"\s?(?:{between})\s?$"), re.compile(rf",?\s?(?:{days})?\s?$")
    return (
        re.compile(rf"{left}(?:{opened})\s(?:(?:{fill})\s?)?$"),
        re.compile(rf"\s?(?:{between})\s?(?:(?:{fill})\s?)?$"),
        re.compile(rf",?\s(?:(?:{any_of(spans.get('day', ()))})\s)?$"),
    )


def joined(placed: list[Placed], context: Context) -> list[Placed]:
    """The expressions with those that belong together made one; each is looked at once, against the one before it."""
    kept: list[Placed] = []
    for one in placed:
        both = pair(kept[-1], one, context) if kept else None
        if both is not None:
            kept[-1] = both
        else:
            kept.append(one)
    return kept


def pair(first: Placed, second: Placed, context: Context) -> Placed | None:
    """The two as one; none where they are two."""
    if not 0 <= second.start - first.end <= GAP:
        return None
    gap = context.text[first.end : second.start]
    if (dated := of_named_year(first, second, gap, context)) is not None:
        return dated
    opened, between, day = joints(context.words)
    timed = clocked(first.reading, second.reading) if day.match(gap) else None
    if timed is not None:
        return Placed(first.start, second.end, timed, second.own_year)
    led = opened.search(context.text, max(0, first.start - LOOK), first.start)
    if led is None or between.match(gap) is None:
        return None
    value = spanned(first, second)
    reading = Reading(value, "date", second.reading.reason) if value else None
    return Placed(led.start(), second.end, reading, True) if reading else None


def of_named_year(first: Placed, second: Placed, gap: str, context: Context) -> Placed | None:
    """A day or month of a year that is named by the article's own ("on 3 March last year")."""
    start, year = first.reading.value or "", second.reading.value or ""
    named = any(word.rstrip(".") in context.words.months for word in context.text[first.start : first.end].split())
    if first.own_year or second.own_year or not named or gap not in NEXT or not (MONTH.fullmatch(start) and YEAR.fullmatch(year)):
        return None
    found = point(f"{year}{start[4:]}")
    return None if found is None else Placed(first.start, second.end, Reading(str(found), "date", second.reading.reason), True)


def clocked(first: Reading, second: Reading) -> Reading | None:
    """An hour on a day."""
    for hour, day in ((first, second), (second, first)):
        if day.kind != "date" or not (DAY.fullmatch(day.value or "") and HOUR.fullmatch((hour.value or "")[-6:])):
            continue
        if hour.value is not None and hour.value[:-6] in ("", day.value):
            return Reading(f"{day.value}{hour.value[-6:]}", "time", day.reason)
    return None


def spanned(first: Placed, second: Placed) -> str | None:
    """The range from one to the other; the first takes the year of the second when it names none itself."""
    start, end = first.reading.value or "", second.reading.value or ""
    if not (END.fullmatch(start) and END.fullmatch(end)) or end.startswith("X") or "date" not in first.reading.kind + second.reading.kind:
        return None
    if not first.own_year and second.own_year and len(start) > 4:
        year = int(end[:4]) - (len(end) > 4 and start[5:7] > end[5:7])
        start = f"{year:04d}{start[4:]}"
    return f"{start}/{end}" if not start.startswith("X") and start[:7] <= end[: len(start[:7])] and start != end else None

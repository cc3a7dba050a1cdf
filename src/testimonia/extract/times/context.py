"""What a time expression is resolved against: the article's date, and the text's own time line."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache

from testimonia.base.phrases import any_of
from testimonia.extract.quantities.lexicon import lexicon
from testimonia.extract.times.tense import Telling
from testimonia.extract.times.values import Point
from testimonia.extract.times.vocabulary import Vocabulary

SINCE = 300  # characters before a date in which the text may have come back to its own day
SOON = 75  # the same, where the verb stands in the present ("they count on November 8")
STOP = re.compile(r"[.!?]\s")  # the end of a sentence
TOLD = 60  # characters before a date in which the words stand that say of which year it is
SLACK = 30  # days into the future that a date without a year may lie and still be this year's


@dataclass(frozen=True, slots=True)
class Reading:
    """What an expression was read as."""

    value: str | None
    kind: str = "date"
    reason: str = ""
    on_line: bool = False  # an absolute date, on which the text's time line stands from here on


@dataclass
class Context:
    """Where the reading stands. The time line is the last absolute date, and moves as the text is read."""

    words: Vocabulary
    anchor: Point | None
    line: Point | None = None
    line_paragraph: int = -9
    paragraph: int = 0
    text: str = ""  # the stretch that is read, in small letters
    written: str = ""  # the same as it is written
    day_first: bool | None = None
    counts: Callable[[int, int], bool] = field(default=lambda start, end: False)
    modifies: Callable[[int, int], bool] = field(default=lambda start, end: False)
    tense: Telling = field(default=lambda start, end: "")

    @property
    def near_line(self) -> Point | None:
        """The time line, when it was set in this paragraph or the one before."""
        return self.line if self.paragraph - self.line_paragraph <= 1 else None

    def before(self, start: int, width: int = 40) -> str:
        """The words right before a place."""
        return self.text[max(0, start - width) : start]

    def by_line(self, start: int, end: int) -> tuple[bool, bool]:
        """Whether the words before a date, or right behind it, say that it is of the year of the time line; and whether after its day."""
        year, later = told_by_line(self.words)
        before = self.before(start, TOLD)
        after = later.search(before) is not None
        return after or year.search(before) is not None or year.match(self.text, end + 1) is not None, after

    def present(self, start: int, end: int) -> bool:
        """Whether the text has come back to its own day since its time line was set: by "recently", by "this year" right behind."""
        since = self.text[max(0, start - SINCE) : start].rpartition(str(self.line.year))[2] if self.line is not None else ""
        year, since = self.words.words("this_year"), f" {since} "
        if any(re.match(rf"\W{{1,2}}{re.escape(cue)}\b", self.text[end : end + 24]) for cue in year):
            return True
        cues = (*self.words.words("now"), *self.words.words("past"), *year)
        return any(re.search(rf"\W{re.escape(cue)}\W", since) for cue in cues)

    def future(self, start: int, end: int) -> bool:
        """Whether the parse, or else the words around, of the same sentence, speak of something to come."""
        if told := self.tense(start, end).replace("present", ""):
            return told == "ahead"
        before, after = STOP.split(self.text[max(0, start - 60) : start])[-1], STOP.split(self.text[end : end + 40])[0]
        around = f" {before}{self.text[start:end]}{after} "
        return any(re.search(rf"\W{re.escape(cue)}\W", around) for cue in self.words.words("future_cues"))


@cache
def told_by_line(words: Vocabulary) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What says that a date is of the year that the text names before, and what that it lies after the day named there."""
    told, (left, right) = words.raw.get("line_year", {}), words.edges
    year, later = (re.compile(rf"{left}(?:{any_of(told.get(key, ()))}){right}") for key in ("same", "later"))
    return year, later


def number_of(word: str | None, context: Context) -> float | None:
    """The value of a number as the patterns let it through; none for "a few" and "several"."""
    if word is None:
        return None
    if word[0].isdigit():
        return float(word.replace(",", ""))
    words = lexicon(context.words.language)
    if word in words.several:
        least, *most = words.several[word]
        return float(least) if most == [least] else None
    return words.cardinal(word)


def year_for(context: Context, month: int, day: int | None, where: tuple[int, int]) -> tuple[int | None, str]:
    """The year that a date without one means, and why."""
    line, anchor = context.near_line, context.anchor
    if line is not None and anchor is not None and (context.present(*where) or (line.year > anchor.year and not context.future(*where))):
        line = None  # the text is back at its own day: it says so, or it tells of no plan any more
    told, later = context.by_line(*where)
    far = line is not None and (anchor is None or abs(anchor.year - line.year) > 1)
    if line is not None and (far or (told and line.year != (anchor.year if anchor else None))):
        after = (month, day or 31) >= (line.month or 1, line.day or 1)
        return line.year + (later and not after), f"year of {line}, which the text names before"
    if anchor is None:
        return None, "no year in the text and no date of the article"
    reference = anchor.first if anchor.day else date(anchor.year, anchor.month or 12, 28)
    try:
        candidate = date(anchor.year, month, min(day or 1, 28))
    except ValueError:
        return None, "no such month"
    if context.future(*where):
        return anchor.year + (candidate < reference - timedelta(days=SLACK)), f"next after the article's date {anchor}"
    near = SOON if context.tense(*where) == "present" else SLACK
    return anchor.year - (candidate > reference + timedelta(days=near)), f"last before the article's date {anchor}"

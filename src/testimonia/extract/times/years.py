"""A bare number of four figures: a year, or a count."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from testimonia.base.languages import table
from testimonia.base.phrases import any_of
from testimonia.extract.quantities.lexicon import lexicon
from testimonia.extract.times.absolute import calendar_reading
from testimonia.extract.times.context import Context, Reading
from testimonia.extract.times.vocabulary import Vocabulary

LED = 24  # characters before a number in which the words stand that show a year
PLAIN_WORD = re.compile(r"\s[^\W\d_]")


def year(match: re.Match[str], context: Context) -> Reading | None:
    """A bare year, where the number is not a count."""
    number, calendar = int(match["year"]), context.words.raw.get("years")
    if calendar and 1250 <= number <= 1450:
        return calendar_reading(calendar, number, None, None)
    behind = (pattern(context.words.language).match(context.text, match.end()) for pattern in (beyond, counted))
    if not 1000 <= number <= 2199 or context.counts(*match.span("year")) or any(behind):
        return None
    told = told_year(context.words)
    if told.before_era.match(context.text, match.end()):
        return Reading(f"BC{number}", "date")
    if not 1700 <= number <= 2100 and not told.holds(context, match.span("year")):
        return None
    return Reading(str(number), "date", on_line=True)


@dataclass(frozen=True)
class Told:
    """What shows in a language that a number is a year, where it might be a count."""

    before: re.Pattern[str]
    behind: re.Pattern[str]
    led: re.Pattern[str]
    before_era: re.Pattern[str]

    def holds(self, context: Context, span: tuple[int, int]) -> bool:
        """Whether the word for a year stands beside a number, or a small word before it that leads no round count there."""
        start, end = span
        least = max(0, start - LED)
        if self.before.search(context.text, least, start) or self.behind.match(context.text, end):
            return True
        if not self.led.search(context.text, least, start):
            return False
        parsed = "patterns" in context.words.raw  # the parse has told counts apart
        return parsed or not context.text[start:end].endswith("0") or PLAIN_WORD.match(context.text, end) is None


@cache
def told_year(words: Vocabulary) -> Told:
    """The patterns of one language."""
    listed = words.raw.get("years_told", {})
    before, behind, led, era = (any_of(listed.get(key, ())) for key in ("before", "behind", "led", "before_era"))
    return Told(
        re.compile(rf"(?<!\w)(?:{before})\s$"), re.compile(rf"\s?(?:{behind})(?!\w)"),
        re.compile(rf"(?<!\w)(?:{led})[\s-]$"), re.compile(rf"\s(?:{era})(?!\w)"),
    )  # fmt: skip


@cache
def beyond(language: str) -> re.Pattern[str]:
    """Up to a number that is no year: a range of counts ("2100 bis 2500")."""
    to = any_of(lexicon(language).phrases("ranges", "to") or ("-", "–"))
    return re.compile(rf"\s?(?:{to})\s?(?:2[2-9]|[3-9]\d)\d\d(?!\d|[.,]\d)")


@cache
def counted(language: str) -> re.Pattern[str]:
    """A noun that is counted, right behind a number ("2000 Menschen"), in a language without a parser; `*` stands for any letters."""
    nouns = {noun for listed in table(language, "claims").get("counting", {}).values() for noun in listed}
    return re.compile(rf"\s(?:{any_of(nouns)})(?!\w)".replace(r"\*", r"\w*"))

"""What a language knows of time: month and weekday names from CLDR, and the words of its pack, made ready for matching."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from testimonia.base.languages import primary, table
from testimonia.extract.quantities.lexicon import any_of, locale_of

WIDTHS = ("wide", "abbreviated")
NUMBER_WORDS = tuple(
    """
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen
    """.split()
)
TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}


@dataclass(frozen=True, eq=False)
class Vocabulary:
    """The time words of one language, in lower case."""

    language: str
    months: Mapping[str, int]
    weekdays: Mapping[str, int]  # Monday is 0
    ambiguous: frozenset[str]
    before_month: frozenset[str]
    raw: Mapping[str, Any]

    def words(self, topic: str) -> tuple[str, ...]:
        """A topic's word list, longest first."""
        listed = self.raw.get(topic, {})
        words: Iterable[str] = listed.get("words", ()) if isinstance(listed, dict) and "words" in listed else listed
        return tuple(sorted(words, key=lambda word: (-len(word), word)))


def names(groups: Mapping[str, Any], widths: Iterable[str]) -> Iterable[tuple[int, str]]:
    """CLDR's names with their numbers, in every context and width, without trailing dots."""
    for context in ("format", "stand-alone"):
        for width in widths:
            for number, name in dict(groups.get(context, {}).get(width, {})).items():
                form = str(name).lower().rstrip(".")
                if len(form) > 2 or (form and not form.isascii()):
                    yield number, form


@cache
def vocabulary(language: str) -> Vocabulary:
    """The time words of a language."""
    code = primary(language)
    pack, locale = table(code, "times"), locale_of(code)
    months = {name: number for number, name in names(locale.months, WIDTHS) if not name.isdigit()}
    months.update(pack.get("month_forms", {}))
    weekdays = {name: number for number, name in names(locale.days, ("wide",)) if not name.isdigit()}
    if code == "en":
        weekdays.update({name: number for number, name in names(locale.days, ("abbreviated",))})
    return Vocabulary(code, months, weekdays, frozenset(pack.get("ambiguous_months", ())), frozenset(pack.get("before_month", ())), pack)


@cache
def patterns(language: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The named patterns of a language, over lower-cased text. Each is linear: bounded repeats only, no nested ones."""
    words = vocabulary(language)
    listed = [*absolute(words), *(english(words) if words.language == "en" else plain_words(words))]
    return tuple((name, re.compile(pattern)) for name, pattern in listed)


def absolute(words: Vocabulary) -> Iterable[tuple[str, str]]:
    """Dates that say what they are, in any language."""
    month = f"(?:{any_of(words.months)})\\.?"
    weekday = f"(?:(?:(?:on|early|late)\\s)?(?P<weekday>{any_of(words.weekdays)})\\.?,?\\s(?:the\\s)?)?"
    day = r"(?P<day>\d{1,2})(?:st|nd|rd|th|\.|er|º)?"
    year = r"(?P<year>[12]\d{3})(?![\d]|[.,]\d)"
    of = r"(?:\s(?:of|de|del|di|të|le|ta'))?"
    yield "iso", r"(?<![\d-])(?P<year>[12]\d{3})-(?P<month>\d{2})-(?P<day>\d{2})(?![\d-])(?:t\d{2}:\d{2}(?::\d{2})?z?)?"
    yield "cjk", r"(?<!\d)(?P<year>[12]\d{3})年(?:(?P<month>\d{1,2})月(?:(?P<day>\d{1,2})日)?)?"
    yield "slashed", r"(?<![\d/.-])(?P<first>\d{1,4})(?P<mark>[/.])(?P<second>\d{1,2})(?P=mark)(?P<third>\d{2,4})(?![\d/]|\.\d)"
    yield (
        "days",
        rf"(?<!\w){weekday}{day}\s?(?:-|–|—|to|and|bis|al|deri)\s?(?P<day2>\d{{1,2}})(?:st|nd|rd|th|\.)?{of}\s(?P<month>{month})(?:,?{of}\s{year})?(?!\w)",
    )
    yield (
        "days",
        rf"(?<!\w)(?P<month>{month})\s(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s?(?:-|–|—|to|and)\s?(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?(?:,?\s{year})?(?![\w:])",
    )
    yield "date", rf"(?<![\w.,]){weekday}{day}{of}[\s-](?P<month>{month})(?:,?{of}[\s-]{year})?(?!\w)"
    yield "date", rf"(?<!\w){weekday}\(?(?P<month>{month})\s(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:,?\s{year}|(?![\w:]|[.,]\d))"
    yield "date", rf"(?<!\w){year}[.,]?\s(?P<month>{month})\s{day}(?!\w)"
    yield "month", rf"(?<!\w)(?:(?P<part>early|mid|late|the beginning of|the end of)[\s-])?(?P<month>{month}){of},?[\s-]{year}(?!\w)"
    bare = any_of(m for m in words.months if len(m) > 3 or words.language == "en")
    yield "month", rf"(?<!\w)(?:(?P<part>early|mid|late)[\s-])?(?P<month>{bare})(?!\w)"
    for name in ("jalali", "hijri"):
        months = words.raw.get("calendars", {}).get(name)
        if months:
            other = any_of(months)
            yield (
                name,
                rf"(?<!\w)(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s(?:of\s)?)?(?P<month>{other})(?:\s(?P<day2>\d{{1,2}}))?,?\s(?P<year>1[1-5]\d\d)(?!\d)",
            )
    yield "years", r"(?<![\w.,/$€£-])(?P<year>[12]\d{3})\s?[-–—/]\s?(?P<year2>[12]\d{3}|\d{2})(?![\w-]|[.,]\d)"
    yield "year", r"(?<![\w.,:/$€£#-])(?P<year>[12]\d{3})(?![\w%€$£]|[.,:]\d|-\w)"


def plain_words(words: Vocabulary) -> Iterable[tuple[str, str]]:
    """The few relative words that a pack of another language gives."""
    yield "deictic", rf"(?<!\w)(?P<word>{any_of(words.raw.get('deictic', {}))})(?!\w)"
    yield "now", rf"(?<!\w)(?:{any_of(words.words('now'))})(?!\w)"
    yield "set_word", rf"(?<!\w)(?P<word>{any_of(words.raw.get('sets', {}))})(?!\w)"
    yield "weekday", rf"(?<!\w)(?P<weekday>{any_of(w for w in words.weekdays if len(w) > 3 or not w.isascii())})(?!\w)"
    yield "past", rf"(?<!\w)(?:{any_of(words.words('past'))})(?!\w)"


def english(words: Vocabulary) -> Iterable[tuple[str, str]]:
    """Relative dates, ranges, durations and sets of English."""
    weekday, month = any_of(words.weekdays), any_of(words.months)
    unit = r"(?P<unit>years?|months?|weeks?|days?|decades?|hours?|minutes?|century|centuries|quarter)"
    ones, tens = "|".join(NUMBER_WORDS[1:10]), "|".join(TENS)
    spelt = rf"(?:{tens})(?:[\s-](?:{ones}))?|{'|'.join(NUMBER_WORDS[1:])}|a|an|a few|few|several|many|a couple of|half a"
    number = rf"(?P<number>\d{{1,4}}(?:\.\d)?|{spelt})"
    second = number.replace("?P<number>", "?P<number2>")
    year, year2 = r"(?P<year>[12]\d{3})", r"(?P<year2>[12]\d{3}|\d{2})(?![\d,])"
    loose = r"(?:(?:about|around|some|almost|nearly|over|more than|at least|roughly|approximately|just|less than|up to)\s)?"
    yield "years", rf"(?<!\w)(?:from|between)\s{year}\s(?:to|and|until|till|through|-|–)\s{year2}(?!\w)"
    yield (
        "dates",
        (
            rf"(?<!\w)(?:from|between)\s(?P<month>{month})\s(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s(?:to|and|until|through)\s"
            rf"(?P<month2>{month})\s(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?(?:,?\s{year})?(?!\w)"
        ),
    )
    yield "open", rf"(?<!\w)(?P<side>before|prior to|after)\s{year}(?![\w,]|\s(?:{month}))"
    yield "decade", r"(?<!\w)(?:the\s)?(?:(?P<part>early|mid|late)[\s-])?(?P<decade>[12]\d\d0|['’]?[2-9]0)['’]?s(?!\w)"
    yield "century", r"(?<!\w)(?:the\s)?(?:(?P<part>early|mid|late)[\s-])?(?P<ordinal>\d{1,2})(?:st|nd|rd|th)[\s-]centur(?:y|ies)(?!\w)"
    yield "season", rf"(?<!\w)(?P<which>(?:last|this|next|the)\s)?(?P<season>{any_of(words.raw['seasons'])})(?:\s(?:of\s)?{year})?(?!\w)"
    yield (
        "quarter",
        rf"(?<!\w)(?:q(?P<q>[1-4])|(?:the\s)?(?P<qword>first|second|third|fourth|last)\s(?P<span>quarter|half)\sof)\s{year}(?!\w)",
    )
    yield (
        "deictic",
        (
            rf"(?<!\w)(?:(?:late|early)\s)?(?P<word>{any_of(words.raw['deictic'])})(?:['’]s)?(?:\s(?P<daypart>morning|afternoon|evening|night))?(?!\w)"
        ),
    )
    yield "thispart", r"(?<!\w)(?P<which>this|last)\s(?P<daypart>morning|afternoon|evening|night)(?!\w)|(?<!\w)(?P<tonight>tonight)(?!\w)"
    yield (
        "weekday",
        (
            rf"(?<!\w)(?P<which>(?:late|early|last|next|this|on|every|each|previous|following|past)\s)?(?P<weekday>{weekday})"
            r"(?:\s(?P<daypart>morning|afternoon|evening|night))?(?:['’]s)?(?!\w)"
        ),
    )
    yield "ago", rf"(?<!\w){loose}{number}(?:\s(?:to|or)\s{second})?[\s-]{unit}\s(?P<side>ago|earlier|later|before|after)(?!\w)"
    yield (
        "window",
        (
            rf"(?<!\w)(?:(?:in|over|during|for|within|throughout|of)\s)?(?:the\s)?(?P<side>last|past|previous|coming|next|following)\s{number}"
            rf"(?:\s(?:to|or|-)\s{second})?\s{unit}(?!\w)"
        ),
    )
    yield (
        "window",
        r"(?<!\w)(?:(?:in|over|during|for|within)\s)?(?:the\s)?(?P<side>past)\s(?P<unit>year|month|week|decade|quarter|century)(?!\w)",
    )
    yield (
        "which",
        r"(?<!\w)(?P<side>last|this|next|previous|following|the previous|the following)\s(?P<unit>year|month|week|decade|century)(?!\w)",
    )
    yield "whichmonth", rf"(?<!\w)(?P<side>last|this|next)\s(?P<month>{month})(?!\w)"
    yield (
        "set",
        r"(?<!\w)(?:every|each)\s(?:(?P<number>two|three|four|five|six|\d{1,3})\s)?(?P<unit>day|week|month|year|hour|morning|evening|night|decade)s?(?!\w)",
    )
    yield "set", r"(?<!\w)per\s(?P<unit>day|week|month|year|hour)(?!\w)"
    yield "set", r"/\s?(?P<unit>day|week|month|year|hour)(?!\w)"
    yield (
        "set",
        r"(?:(?<=\d)|(?<=million)|(?<=thousand)|(?<=dollars)|(?<=euros)|(?<=percent)|(?<=hours)|(?<=times)|(?<=once)|(?<=twice))\sa\s(?P<unit>day|week|month|year)(?!\w)",
    )
    yield "set_word", rf"(?<!\w)(?P<word>{any_of(words.raw['sets'])})(?!\w)"
    yield (
        "vague",
        r"(?<!\w)(?:for|over|after|in)\s(?:the\s)?(?:(?:many|several|some|few|a\sfew(?:\smore)?)\s)?(?P<unit>years|months|weeks|days|decades|centuries|hours)(?!\w)",
    )
    yield "decades", r"(?<!\w)(?P<unit>years|months|weeks|decades|centuries)-long(?!\w)"
    yield "duration", rf"(?<!\w){number}(?:\s(?:to|or|and|-|–)\s{second})?[\s-]{unit}(?:[\s-](?:old|long))?(?!\w)"
    yield (
        "clock",
        r"(?<![\w:.])(?P<hour>\d{1,2})(?:[:.](?P<minute>\d{2}))?\s?(?P<half>a\.?m\.?|p\.?m\.?)(?!\w)|(?<![\w:.])(?P<hour24>[01]?\d|2[0-3]):(?P<minute24>[0-5]\d)(?![\d:])",
    )
    yield "clock", r"(?<!\w)(?:at\s)?(?P<noon>noon|midnight)(?!\w)"
    yield "now", rf"(?<!\w)(?:{any_of(words.words('now'))})(?!\w)"
    yield "until_now", rf"(?<!\w)(?:{any_of(words.words('until_now'))})(?!\w)"
    yield "past", rf"(?<!\w)(?:{any_of(words.words('past'))})(?!\w)"
    yield "future", rf"(?<!\w)(?:{any_of(words.words('future'))}|for a few more years|for years to come)(?!\w)"
    yield "same", rf"(?<!\w)(?:{any_of(words.words('same'))})(?!\w)"

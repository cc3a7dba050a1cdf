"""What a language knows of time: month and weekday names from CLDR, and the words of its pack, made ready for matching."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import chain
from typing import Any

from babel import Locale

from testimonia.base.languages import primary, table
from testimonia.base.phrases import any_of
from testimonia.extract.quantities.lexicon import lexicon, locale_of
from testimonia.extract.times.needs import Pieces, pieces

SLOT = re.compile(r"@(\w+)@")
WIDTHS = ("wide", "abbreviated")
FIRST = "元"  # the first year of a reign


@dataclass(frozen=True, eq=False)
class Vocabulary:
    """The time words of one language, in lower case."""

    language: str
    months: Mapping[str, int]
    weekdays: Mapping[str, int]  # Monday is 0
    ambiguous: frozenset[str]
    before_month: frozenset[str]
    raw: Mapping[str, Any]
    edges: tuple[str, str]  # what parts a word from the text before and behind it; nothing where words run on

    def words(self, topic: str) -> tuple[str, ...]:
        """A topic's word list, longest first."""
        listed = self.raw.get(topic, {})
        words: Iterable[str] = listed.get("words", ()) if isinstance(listed, dict) and "words" in listed else listed
        return tuple(sorted(words, key=lambda word: (-len(word), word)))


def names(groups: Mapping[str, Any], widths: Iterable[str]) -> Iterable[tuple[int, str]]:
    """CLDR's names with their numbers, in every context and width, without trailing dots."""
    held = [dict(groups.get(context, {}).get(width, {})) for context in ("format", "stand-alone") for width in widths]
    for number, name in chain.from_iterable(named.items() for named in held):
        form = str(name).lower().rstrip(".")
        if len(form) > 2 or (form and not form.isascii()):
            yield number, form


@cache
def vocabulary(language: str) -> Vocabulary:
    """The time words of a language."""
    code = primary(language)
    pack, locale = table(code, "times"), locale_of(code)
    months = {name: number for number, name in names(locale.months, WIDTHS) if not name.isdigit()}
    for place in pack.get("locales", ()):
        months.update({name: number for number, name in names(Locale.parse(place).months, WIDTHS) if not name.isdigit()})
    months.update(pack.get("month_forms", {}))
    months = {} if "marks" in pack else months  # names that are numbers with a sign: see `eastern`
    weekdays = {name: number for number, name in names(locale.days, ("wide",)) if not name.isdigit()}
    weekdays.update(pack.get("weekday_forms", {}))
    if pack.get("short_names"):
        weekdays.update({name: number for number, name in names(locale.days, ("abbreviated",))})
    ambiguous, before_month = (frozenset(pack.get(key, ())) for key in ("ambiguous_months", "before_month"))
    return Vocabulary(code, months, weekdays, ambiguous, before_month, pack, lexicon(code).edges)


@cache
def patterns(language: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The named patterns of a language, over lower-cased text. Each is linear: bounded repeats only, no nested ones."""
    words = vocabulary(language)
    east = eastern(words) if "marks" in words.raw else ()
    listed = [*absolute(words), *east, *(written(words) if "patterns" in words.raw else plain_words(words))]
    return tuple((name, re.compile(pattern)) for name, pattern in listed)


@cache
def needed(language: str) -> tuple[tuple[Pieces | None, ...], tuple[str, ...]]:
    """For each pattern of a language the pieces of which a text must hold one for it to match; and all pieces, each once."""
    found = tuple(pieces(pattern) for _, pattern in patterns(language))
    return found, tuple(sorted({piece for held in found if held for piece in held}))


def absolute(words: Vocabulary) -> Iterable[tuple[str, str]]:
    """Dates that say what they are, in any language."""
    month = f"(?:{any_of(words.months)})\\.?"
    led, before = any_of(words.words("day_led")), any_of(words.words("weekday_led"))
    weekday = f"(?:(?:(?:{before})\\s)?(?P<weekday>{any_of(words.weekdays)})\\.?,?\\s(?:(?:{led})\\s)?)?"
    day = r"(?P<day>\d{1,2})(?:st|nd|rd|th|\.|er|º)?"
    year = r"(?P<year>[12]\d{3})(?![\d]|[.,]\d)"
    of, to = rf"(?:\s(?:{any_of((*words.words('date_of'), *words.words('year_of')))}))?", any_of(words.words("days_to"))
    yield "iso", r"(?<![\d-])(?P<year>[12]\d{3})-(?P<month>\d{2})-(?P<day>\d{2})(?![\d-])(?:t\d{2}:\d{2}(?::\d{2})?z?)?"
    yield "cjk", r"(?<!\d)(?P<year>[12]\d{3})年(?:(?P<month>\d{1,2})月(?:(?P<day>\d{1,2})日)?)?"
    yield "slashed", r"(?<![\d/.-])(?P<first>\d{1,4})(?P<mark>[/.])(?P<second>\d{1,2})(?P=mark)(?P<third>\d{2,4})(?![\d/]|\.\d)"
    yield (
        "days",
        rf"(?<!\w){weekday}{day}\s?(?:-|–|—|{to})\s?(?P<day2>\d{{1,2}})(?:st|nd|rd|th|\.)?{of}\s(?P<month>{month})(?:,?{of}\s{year})?(?!\w)",
    )
    yield (
        "days",
        rf"(?<!\w)(?P<month>{month})\s(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s?(?:-|–|—|{to})\s?(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?(?:,?\s{year})?(?![\w:])",
    )
    yield "date", rf"(?<![\w.,]){weekday}{day}{of}[\s-](?P<month>{month})(?:,?{of}[\s-]{year})?(?!\w)"
    yield "date", rf"(?<!\w){weekday}\(?(?P<month>{month})(?:\s|(?<=\.))(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:,?\s{year}|(?![\w:]|[.,]\d))"
    yield "date", rf"(?<!\w){year}[.,]?\s(?P<month>{month})\s{day}(?!\w)"
    part = any_of((*words.words("parts"), *words.words("parts_of")))
    yield "month", rf"(?<!\w)(?:(?P<part>{part})[\s-])?(?P<month>{month}){of},?[\s-]{year}(?!\w)"
    yield from undated(words)


def undated(words: Vocabulary) -> Iterable[tuple[str, str]]:
    """Months without a year, months of other calendars, and years alone."""
    numerals = lexicon(words.language).cardinals
    bare = any_of(m for m in words.months if (len(m) > 3 or words.raw.get("short_names")) and m not in numerals)
    yield "month", rf"(?<!\w)(?:(?P<part>{any_of(words.words('parts'))})[\s-])?(?P<month>{bare})(?!\w)"
    for name in ("jalali", "hijri"):
        months = words.raw.get("calendars", {}).get(name)
        if months:
            other = any_of(months)
            yield (
                name,
                rf"(?<!\w)(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s(?:of\s)?)?(?P<month>{other})(?:\s(?P<day2>\d{{1,2}}))?,?\s(?P<year>1[1-5]\d\d)(?!\d)",
            )
    yield "years", r"(?<![\w.,/$€£-])(?P<year>[12]\d{3})\s?[-–—/]\s?(?P<year2>[12]\d{3}|\d{2})(?![\w-]|[.,]\d)"
    clitic = "".join(rf"|(?<=\s{re.escape(each)})" for each in words.words("clitics"))
    ending = rf"(?=(?:{any_of(words.raw.get('years_told', {}).get('behind', ()))})(?!\w))"  # "1956-ban"
    yield "year", rf"(?:(?<![\w.,:/$€£#-]){clitic})(?P<year>[12]\d{{3}})(?:{ending}|(?![\w%€$£]|[.,:]\d|-\w))"


def plain_words(words: Vocabulary) -> Iterable[tuple[str, str]]:
    """The few relative words that a pack of another language gives."""
    left, right = words.edges
    yield "deictic", rf"{left}(?P<word>{any_of(words.raw.get('deictic', {}))}){right}"
    yield "now", rf"{left}(?:{any_of(words.words('now'))}){right}"
    yield "set_word", rf"{left}(?P<word>{any_of(words.raw.get('sets', {}))}){right}"
    days = any_of(w for w in words.weekdays if len(w) > 3 or not w.isascii())
    apart = r"\s" if right else rf"(?:{any_of(words.raw.get('marks', {}).get('joint', ()))})?\s?"
    yield "weekday", rf"{left}(?P<weekday>{days})(?:{apart}(?P<daypart>{any_of(words.raw.get('dayparts', {}))}))?{right}"
    yield "shift", rf"{left}(?P<shift>{any_of(words.raw.get('shifts', {}))}){right}"
    yield from long_ones(words)
    yield from clocks(words)
    yield "past", rf"{left}(?:{any_of(words.words('past'))}){right}"


def clocks(words: Vocabulary) -> Iterable[tuple[str, str]]:
    """Hours in figures: "18:30", and with the words that the pack says stand before, between or behind them ("8.30 Uhr", "20h30")."""
    told = words.raw.get("clock", {})
    before, between, behind, led, hours, minutes, earlier, later = (
        any_of(told.get(name, ())) for name in ("before", "between", "behind", "led", "hours", "minutes", "earlier", "later")
    )
    hour, minute = r"(?P<hour>[01]?\d|2[0-4])", r"(?P<minute>[0-5]\d)"
    part = rf"(?:\s(?:(?P<later>{later})|(?:{earlier})))?"
    clear, close = r"(?<![\w:.,/–-])", r"(?![\w:%]|[.,/-]\d)"
    yield "hours", rf"{clear}{hour}:{minute}(?::\d\d)?(?:\s?(?:{behind}))?{part}{close}"
    yield "hours", rf"{clear}{hour}(?:\.{minute})?\s?(?:{behind}){part}{close}"
    yield "hours", rf"{clear}{hour}\s?(?:{between})(?:\s?{minute})?{part}{close}"
    yield "hours", rf"(?<!\w)(?:{before})\s{hour}(?:[.:]{minute})?(?:\s(?:{behind}))?{part}{close}"
    yield (
        "hours",
        rf"(?<!\w)(?:{led})\s{hour}(?:[.:,]{minute}\s(?:{hours})|\s(?:{hours})(?:\s(?P<past>[0-5]?\d)\s(?:{minutes}))?){part}{close}",
    )


def long_ones(words: Vocabulary) -> Iterable[tuple[str, str]]:
    """Seasons, quarters, decades and centuries in the words of a pack."""
    left, right = words.edges
    year = rf"(?:\s(?:{any_of(words.words('year_of'))}))?\s(?P<year>[12]\d{{3}})(?![\d]|[.,]\d)"
    yield "season", rf"{left}(?P<season>{any_of(words.raw.get('seasons', {}))}){year}"
    yield "quarter_word", rf"{left}(?P<quarter>{any_of(words.raw.get('quarters', {}))})(?:{year})?{right}"
    yield "decade_word", rf"{left}(?P<decade>{any_of(words.raw.get('decades', {}))})(?!\w)"
    pieces = words.raw.get("decade", {})
    yield "decade_of", rf"(?<!\w)(?:{any_of(pieces.get('before', ()))})\s['’]?(?P<decade>[12]\d\d0|[2-9]0)(?![\d])"
    yield "decade_of", rf"(?<!\w)(?P<decade>[12]\d\d0|[2-9]0)[.-]?(?:{any_of(pieces.get('behind', ()))})(?!\w)"
    yield "decade_of", rf"(?<!\w)(?P<decade>[12]\d\d0)-?(?:{any_of(pieces.get('alone', ()))})(?!\w)"
    ages = any_of(words.words("century"))
    yield "century_of", rf"(?<!\w)(?P<ordinal>[xvi]{{1,6}}|\d{{1,2}})(?:\.|er?|º|-?[а-я]{{1,2}})?\s(?:{ages})(?!\w)"
    yield "century_of", rf"(?<!\w)(?:{ages})\s(?P<ordinal>[xvi]{{1,6}}|\d{{1,2}})(?!\w)"


def eastern(words: Vocabulary) -> Iterable[tuple[str, str]]:
    """The patterns of a language whose pack names the signs of dates."""
    marks = words.raw["marks"]
    year, month, day, hour, minute = (any_of(marks[name]) for name in ("year", "month", "day", "hour", "minute"))
    not_day, not_year, joint, thirty = (any_of(marks.get(name, ())) for name in ("not_day", "not_year", "joint", "thirty"))
    era, half = any_of(words.raw.get("eras", {})), any_of(words.raw.get("halves", {}))
    number = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})"
    named = rf"(?:(?P<year>[12]\d{{3}})|(?P<era>{era})\s?(?P<reign>\d{{1,2}}|{FIRST}))\s?(?:{year})(?!{not_year})"
    days = rf"(?P<month>{number})\s?(?:{month})(?:\s?(?P<day>{number})\s?(?:{day})(?!{not_day}))?"
    minutes = rf"\s?(?P<minute>\d{{1,2}})\s?(?:{minute})|(?P<thirty>{thirty})"
    yield "eastern", rf"(?<!\d){named}(?:(?:{joint})?\s?{days})?"
    yield "eastern", rf"(?<![\d一二三四五六七八九十]){days}"
    yield "day_alone", rf"(?<![\d.,一二三四五六七八九十])(?P<day>\d{{1,2}})(?:{day})(?!{not_day})"
    yield "eastern_clock", rf"(?<![\d.])(?:(?P<half>{half})\s?)?(?P<hour>\d{{1,2}})\s?(?:{hour})(?:{minutes})?"
    yield "decade_of", rf"(?<!\d)(?P<decade>[12]\d\d0|[2-9]0)\s?(?:{any_of(marks.get('decade', ()))})"
    yield "century_of", rf"(?<!\d)(?P<ordinal>\d{{1,2}})\s?(?:{any_of(marks.get('century', ()))})"


def written(words: Vocabulary) -> Iterable[tuple[str, str]]:
    """The patterns that a pack writes out itself, with what `@name@` stands for put in: a fragment, names of CLDR, a list of the pack."""
    fragments = words.raw.get("fragments", {})

    def stands_for(match: re.Match[str]) -> str:
        name = match.group(1)
        if name in fragments:
            return SLOT.sub(stands_for, fragments[name])
        named = {"weekday": words.weekdays, "month": words.months}.get(name)
        return any_of(named if named is not None else listed(words, name))

    for entry in words.raw.get("patterns", ()):
        yield entry["name"], SLOT.sub(stands_for, entry["pattern"])


def listed(words: Vocabulary, name: str) -> Iterable[str]:
    """The words of a list or the keys of a table of the pack; a name that the pack does not have is a mistake in it."""
    if name not in words.raw:
        raise ValueError(f"times.toml of {words.language} has a pattern with @{name}@, and nothing of that name.")
    return words.words(name)

"""Figures: numbers joined into ranges, with their bounds, currency, unit and rate."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from testimonia.base.languages import table
from testimonia.base.phrases import any_of
from testimonia.extract.quantities.atoms import Atom, atoms, folded
from testimonia.extract.quantities.lexicon import CODES, SYMBOLS, Lexicon
from testimonia.extract.quantities.run_on import run_on_atoms, runs_on

CHANGE = 80  # characters before "up to" in which a word of change may stand
LOOK = 48  # characters looked at on each side of a number
TO = re.compile(r"\s\w{1,5}(?:\s\w{1,5})?\s")  # between a number from which something changed and the one it changed to
PLAIN_WORDS = table("en", "numbers")["words_like_codes"]
WORDLIKE = re.compile(rf"\b(?:{any_of(PLAIN_WORDS)})\b(?=\s?\d)|(?<=\d\s)(?:{any_of(PLAIN_WORDS)})\b")
TIMES = {"mil": ("km", 10.0), "decade": ("a", 10.0), "century": ("a", 100.0), "fortnight": ("wk", 2.0)}


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure in a text: its stretch, the stretch of its bare number, its value, what it measures."""

    start: int
    end: int
    core_start: int
    core_end: int
    low: float | None
    high: float | None
    form: str
    scale: float = 1.0
    approximate: bool = False
    measure: str = ""
    unit: str | None = None
    hyphened: bool = False
    bounded: bool = False


@dataclass(frozen=True)
class Grammar:
    """The patterns of one language that stand around a number."""

    at_least: re.Pattern[str]
    at_most: re.Pattern[str]
    about: re.Pattern[str]
    plain: re.Pattern[str]
    money_before: re.Pattern[str]
    money_behind: re.Pattern[str]
    unit: re.Pattern[str]
    unit_half: re.Pattern[str]
    rate: re.Pattern[str]
    more: re.Pattern[str]
    less: re.Pattern[str]
    or_so: re.Pattern[str]
    to: re.Pattern[str]
    inner: re.Pattern[str]
    open: re.Pattern[str]
    age_before: re.Pattern[str]
    age_behind: re.Pattern[str]
    strong: re.Pattern[str]
    money_scale: re.Pattern[str]


def before(phrases: tuple[str, ...], edge: str, between: str = "") -> re.Pattern[str]:
    """One of the phrases right before a number, `edge` before it, and what may stand between."""
    return re.compile(rf"{edge}(?:{any_of(phrases)}){between}\s*$")


def behind(phrases: tuple[str, ...], edge: str) -> re.Pattern[str]:
    """One of the phrases right behind a number, `edge` behind it."""
    return re.compile(rf"[\s-]{{0,2}}(?:{any_of(phrases)}){edge}")


def plurals(words: list[str]) -> str:
    """The words, with the plural that most languages of the packs can take."""
    return any_of([*words, *(word + "s" for word in words), *(word + "es" for word in words)])


@cache
def grammar(lexicon: Lexicon) -> Grammar:
    """The patterns of a language."""
    signs = any_of([*(s.lower() for s in SYMBOLS), *(c.lower() for c in CODES)])
    money = plurals(list(lexicon.currencies))
    led = lexicon.raw.get("followed", {})
    units = plurals([unit for unit, (measure, _) in lexicon.units.items() if measure != "percent" and unit not in led])
    for unit, follow in led.items():  # "日" is a date, and a length of time before some words only
        units = f"{unit}(?={any_of(follow)})|{units}"
    percents = any_of([unit for unit, (measure, _) in lexicon.units.items() if measure == "percent"])
    durations = plurals([unit for unit, (measure, _) in lexicon.units.items() if measure == "duration"])
    of = any_of(lexicon.raw.get("money_of", {}).get("words", ("of",)))
    between = any_of(lexicon.phrases("windows", "past") + lexicon.phrases("windows", "future"))
    rates = any_of(lexicon.phrases("rates", "signs"))
    left, right = lexicon.edges
    parted = left and r"(?<![\w-])"
    article = rf"(?:\s(?:{any_of(lexicon.phrases('lengths', 'articles'))}))?"
    gap = r"\s" if right else r"\s?"
    apart = r"[\s-]" if right else gap
    counters = "" if right else rf"(?:\s?(?:{any_of(lexicon.counters)}))?"
    return Grammar(
        before(lexicon.phrases("modifiers", "at_least"), parted, article),
        before(lexicon.phrases("modifiers", "at_most"), parted, article),
        before(lexicon.phrases("modifiers", "about"), parted),
        before(lexicon.phrases("modifiers", "plain"), parted),
        re.compile(rf"(?:{left}(?:{signs}))\s?$"),
        re.compile(rf"(?:\s?(?:{signs}){right}|{apart}(?:(?:{of})\s?)?(?P<name>{money}){right})"),
        re.compile(rf"\s?(?P<percent>{percents}){right}|[\s-]{{0,2}}(?:(?:{of})\s?)?(?:(?:{between})\s)?(?P<unit>{units}){right}"),
        re.compile(rf"(?:{any_of(lexicon.phrases('grammar', 'unit_half'))}){right}"),
        re.compile(rf"\s?(?:{rates})\s?(?P<each>{durations})(?!\w|\s(?:{any_of(lexicon.phrases('rates', 'unless'))})(?!\w))"),
        re.compile(rf"\s?\+(?!\w)|{counters}{gap}(?:{any_of(lexicon.phrases('modifiers', 'after_at_least'))}){right}"),
        re.compile(rf"{counters}{gap}(?:{any_of(lexicon.phrases('modifiers', 'after_at_most'))}){right}"),
        re.compile(rf"{counters}{apart}(?:{any_of(lexicon.phrases('modifiers', 'after_about'))}){right}"),
        re.compile(rf"\s?(?:{any_of(lexicon.phrases('ranges', 'to') or ('-', '–', '—'))})\s?$"),
        re.compile(rf"\s(?:{any_of(lexicon.phrases('ranges', 'inner'))})\s$"),
        before(lexicon.phrases("ranges", "open"), parted),
        before(lexicon.phrases("ages", "before"), parted),
        behind(lexicon.phrases("ages", "behind"), right),
        re.compile(rf"-(?:{any_of(lexicon.phrases('ages', 'strengths'))}){right}"),
        re.compile(rf"\s?(?:{any_of(lexicon.money_scales)}){right}"),
    )


def figures(text: str, lexicon: Lexicon) -> list[Figure]:
    """All numbers of a text as figures, in order; what is no quantity is not yet sorted out."""
    low_text = spared(text, folded(text))
    found = (run_on_atoms if runs_on(lexicon) else atoms)(low_text, lexicon)
    listed: list[Figure] = []
    index = 0
    while index < len(found):
        if listed and found[index].start < listed[-1].end:  # "per cent" is no hundred
            index += 1
            continue
        figure = plain_figure(low_text, lexicon, found[index])
        if index + 1 < len(found):
            joined = range_figure(low_text, lexicon, figure, found[index + 1])
            if joined is not None:
                figure, index = joined, index + 1
            elif not figure.measure and changing(low_text, lexicon, figure.start):
                figure = lent(low_text, figure, plain_figure(low_text, lexicon, found[index + 1]))
        left = listed[-1].end if listed else 0
        listed.append(bounded(low_text, lexicon, figure, left))
        index += 1
    return listed


def spared(text: str, low_text: str) -> str:
    """The folded text without the words that are currency codes in capitals only ("all 23", "try 5")."""
    return WORDLIKE.sub(lambda met: met.group() if text[met.start() : met.end()].isupper() else "\x00" * len(met.group()), low_text)


def plain_figure(text: str, lexicon: Lexicon, atom: Atom) -> Figure:
    """A single number with its currency, unit and rate."""
    figure = Figure(atom.start, atom.end, atom.start, atom.end, atom.low, atom.high, atom.form, atom.scale)
    if atom.form == "fraction":
        return replace(figure, measure="percent", unit="%", approximate=True)
    if atom.form == "vague":
        figure = replace(figure, approximate=True)
    return measured(text, lexicon, figure)


def measured(text: str, lexicon: Lexicon, figure: Figure) -> Figure:
    """The figure with what stands beside it: money, a unit, an age; then a rate."""
    forms = grammar(lexicon)
    for step in (money, age, unit):
        taken = step(text, lexicon, forms, figure)
        if taken is not None:
            return rated(text, lexicon, forms, taken)
    return figure


def money(text: str, lexicon: Lexicon, forms: Grammar, figure: Figure) -> Figure | None:
    """A sum of money: symbol or code before or behind, or the currency's name behind."""
    sign = forms.money_before.search(text, max(0, figure.start - 6), figure.start)
    scale = forms.money_scale.match(text, figure.end) if figure.form == "digits" and figure.scale == 1 else None
    end = scale.end() if scale else figure.end
    name = forms.money_behind.match(text, end)
    if name is not None and name.group().startswith("-") and name.group()[1:] in lexicon.raw.get("lengths", {}).get("weights", ()):
        name = None  # "a 40-pound parcel" is weighed
    if figure.form != "digits" and any(met and met.group().strip() in PLAIN_WORDS for met in (sign, name)):
        return None  # "all seven": a code of a currency stands beside digits
    if sign is None and name is None:
        return None
    if scale and figure.low is not None:
        factor = lexicon.money_scales[scale.group().strip()]
        figure = replace(figure, end=end, core_end=end, low=figure.low * factor, high=figure.low * factor, scale=factor)
    words = (sign.group() if sign else (name["name"] or name.group()) if name else "").strip(" -")
    start = sign.start() if sign else figure.start
    return replace(figure, start=start, end=name.end() if name else figure.end, measure="money", unit=currency(words, lexicon))


def currency(words: str, lexicon: Lexicon) -> str | None:
    """The ISO 4217 code for a symbol, a code or a name."""
    for sign, code in SYMBOLS.items():
        if words == sign.lower():
            return code
    if words.upper() in CODES:
        return words.upper()
    for form in (words, words.removesuffix("s"), words.removesuffix("es")):
        if form in lexicon.currencies:
            return lexicon.currencies[form]
    return None


def age(text: str, lexicon: Lexicon, forms: Grammar, figure: Figure) -> Figure | None:
    """An age: "aged 34", "34 years old", "50-year-old"."""
    told = forms.age_behind.match(text, figure.end)
    if told:
        return replace(figure, end=told.end(), measure="age", unit="a", hyphened=told.group().startswith("-"))
    named = forms.age_before.search(text, max(0, figure.start - LOOK), figure.start)
    if named and figure.low is not None and figure.low < 130:
        told = forms.unit.match(text, figure.end)
        years = told is not None and lexicon.units.get(told["unit"] or "", ("", ""))[1] == "a"
        return replace(figure, end=told.end() if told and years else figure.end, measure="age", unit="a")
    return None


def unit(text: str, lexicon: Lexicon, forms: Grammar, figure: Figure) -> Figure | None:
    """A percentage, a duration, a distance or another measure with a unit."""
    match = forms.unit.match(text, figure.end)
    if match is None:
        strong = forms.strong.match(text, figure.end)
        return replace(figure, end=strong.end(), hyphened=True) if strong else None
    word = re.sub(r"\s+", " ", (match.group("percent") or match.group("unit"))).strip()
    measure, code = next((lexicon.units[form] for form in (word, word[:-1], word[:-2]) if form in lexicon.units), ("other", word))
    if len(word) == 1 and word.isascii() and word.isalpha():
        return None
    half = forms.unit_half.match(text, match.end())
    low, high = (None if bound is None else bound + 0.5 * bool(half) for bound in (figure.low, figure.high))
    code, factor = TIMES.get(code, (code, 1.0))
    low, high = (None if low is None else low * factor), (None if high is None else high * factor)
    hyphened = text[figure.end : figure.end + 1] == "-"
    end = half.end() if half else match.end()
    return replace(figure, end=end, low=low, high=high, measure=measure, unit=code, hyphened=hyphened)


def rated(text: str, lexicon: Lexicon, forms: Grammar, figure: Figure) -> Figure:
    """The figure with its rate ("500 EUR / month")."""
    match = forms.rate.match(text, figure.end) if figure.measure in ("money", "percent", "other") else None
    if match is None:
        return figure
    word = match.group("each")
    _, code = next((lexicon.units[form] for form in (word, word[:-1], word[:-2]) if form in lexicon.units), ("", word))
    return replace(figure, end=match.end(), unit=f"{figure.unit}/{code}")


def like_year(figure: Figure) -> bool:
    """Whether a number beside the word "year" is that year ("2011 года"); one with a mark between its digits is none."""
    four = figure.measure == "duration" and figure.form == "digits" and figure.core_end - figure.core_start == 4
    return four and figure.unit == "a" and figure.low is not None and 1000 <= figure.low < 2200


def range_figure(text: str, lexicon: Lexicon, first: Figure, atom: Atom) -> Figure | None:
    """Two numbers as one range: "10 to 20", "between three and five thousand", "5% to 10%"."""
    forms = grammar(lexicon)
    second = plain_figure(text, lexicon, atom)
    gap_start, gap_end = first.end, second.start
    if (
        gap_end - gap_start > 10
        or gap_end < gap_start
        or first.low is None
        or second.high is None
        or "fraction" in (first.form, second.form)
    ):
        return None
    opened = forms.open.search(text, max(0, first.start - LOOK), first.start)
    gap = text[gap_start:gap_end]
    ranging = (opened and forms.inner.match(gap)) or forms.to.match(gap)
    if ranging is None or changing(text, lexicon, first.start):
        return None
    if first.measure and second.measure and first.unit != (second.unit or "").partition("/")[0]:
        return None
    low, high = first.low, second.high
    if first.scale == 1 and second.scale > 1 and not first.measure and low < second.scale and low * second.scale <= high:
        low *= second.scale
    if low * 1.0 > high or "doubt" in (first.form, second.form):
        return None
    start = opened.start() if opened else first.start
    if second.measure == "duration" and not first.measure and second.low:
        low *= (second.low / (atom.low or 1.0)) if atom.low else 1.0
    loose = gap.strip() not in ("-", "–", "—") and not opened
    return replace(
        second if second.measure else replace(first, end=second.end),
        start=start, core_start=first.core_start, core_end=second.core_end, end=second.end, low=low, high=high,
        approximate=loose or bool(opened), bounded=True,
    )  # fmt: skip


def lent(text: str, first: Figure, second: Figure) -> Figure:
    """A number from which something changed, measured as the one that it changed to ("from 3 to 5 million euros")."""
    if first.low is None or first.high is None or not TO.fullmatch(text, first.end, second.start):
        return first
    scale = second.scale if first.scale == 1 and first.low < second.scale else 1.0
    return replace(first, low=first.low * scale, high=first.high * scale, measure=second.measure, unit=second.unit)


def bounded(text: str, lexicon: Lexicon, figure: Figure, left: int) -> Figure:
    """The figure with the words before and behind it that open or loosen its value."""
    if figure.low is None and figure.high is None:
        return figure
    forms = grammar(lexicon)
    for pattern, bound in ((forms.more, "low"), (forms.less, "high"), (forms.or_so, "")):
        match = pattern.match(text, figure.end)
        if match:
            figure = opened(replace(figure, end=match.end(), bounded=True), bound)
    aged = forms.age_before.search(text, max(left, figure.start - LOOK), figure.start) if figure.measure == "age" else None
    if aged and any(pattern.search(text, max(left, aged.start() - LOOK), aged.start()) for pattern in (forms.at_least, forms.at_most)):
        figure = replace(figure, start=aged.start())  # "under the age of 14"
    for _ in range(3):
        window = max(left, figure.start - LOOK)
        kinds = ((forms.at_least, "low"), (forms.at_most, "high"), (forms.about, ""))
        met = [(match.start(), bound) for pattern, bound in kinds if (match := pattern.search(text, window, figure.start))]
        if not met:
            break
        start, bound = min(met)  # the longest: "no more than" is not "more than"
        if bound == "high" and reached(text, lexicon, start, figure.start):
            break
        figure = opened(replace(figure, start=start, bounded=True), bound)
    return figure


def reached(text: str, lexicon: Lexicon, start: int, end: int) -> bool:
    """Whether what can say "up to" says here to what something changed ("снизил до 4%")."""
    return text[start:end].strip() in lexicon.raw.get("changes", {}).get("to", ()) and changed(text, lexicon, start, ".,;!?(")


def changing(text: str, lexicon: Lexicon, start: int) -> bool:
    """Whether something changed from the number that begins here ("rose from 3 to 5")."""
    led = text[max(0, start - LOOK) : start].split()
    return bool(led) and led[-1] in lexicon.raw.get("changes", {}).get("from", ()) and changed(text, lexicon, start, ".;!?(")


def changed(text: str, lexicon: Lexicon, start: int, stops: str) -> bool:
    """Whether a word of change stands before, with none of the `stops` between."""
    words = re.split(rf"[{stops}]\s", text[max(0, start - CHANGE) : start])[-1].split()
    return any(word.startswith(tuple(lexicon.raw["changes"]["stems"])) for word in words)


def opened(figure: Figure, bound: str) -> Figure:
    """The value left with one end only (`low` or `high`), or merely said to be approximate."""
    if figure.low is not None and figure.high is not None and figure.low < figure.high and figure.form != "vague":
        return replace(figure, approximate=True)  # "over 12 to 14 weeks" is said of the time it took
    if bound == "low":
        return replace(figure, high=None if figure.low is not None else figure.high, approximate=True)
    if bound == "high":
        return replace(figure, low=None if figure.high is not None else figure.low, approximate=True)
    return replace(figure, approximate=True)

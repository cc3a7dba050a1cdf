"""What a language knows of numbers: its pack, made ready for matching, and the separators that CLDR gives for its digits."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from babel import Locale, UnknownLocaleError
from babel.numbers import get_decimal_symbol, get_group_symbol

from testimonia.base.languages import primary, table
from testimonia.base.phrases import any_of
from testimonia.extract.quantities.compounds import Compounds

SPACES = "\u00a0\u202f\u2009"  # no-break, narrow no-break, thin: they group digits in any language
SYMBOLS = {
    "US$": "USD", "A$": "AUD", "C$": "CAD", "HK$": "HKD", "NZ$": "NZD", "R$": "BRL", "$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY",
    "₹": "INR", "₽": "RUB", "₺": "TRY", "₴": "UAH", "₪": "ILS", "₩": "KRW", "₫": "VND", "₦": "NGN", "₱": "PHP", "฿": "THB", "₸": "KZT",
    "₾": "GEL", "₼": "AZN", "﷼": "IRR", "৳": "BDT", "₵": "GHS", "₡": "CRC", "₲": "PYG",
}  # fmt: skip
SIGNS = {
    "%": ("percent", "%"),
    "％": ("percent", "%"),
    "٪": ("percent", "%"),
    "km": ("distance", "km"),
    "kg": ("other", "kg"),
    "km²": ("other", "km2"),
}  # in any language
CODES = frozenset(
    """
    USD EUR GBP CHF JPY CNY INR RUB TRY UAH PLN CZK HUF RON BGN ALL RSD MKD BAM SEK NOK DKK ISK CAD AUD NZD BRL MXN ARS CLP COP PEN ZAR NGN
    KES GHS ETB EGP ILS IRR IQD SYP LBP JOD SAR AED QAR KWD OMR YER AFN PKR BDT LKR NPR MMK THB VND IDR MYR PHP SGD HKD KRW TWD KZT GEL AMD
    AZN UZS
    """.split()
)


@dataclass(frozen=True, eq=False)
class Lexicon:
    """The number words of one language. Patterns match lower-cased text."""

    language: str
    cardinals: Mapping[str, float]
    scales: Mapping[str, float]
    short_scales: Mapping[str, float]
    money_scales: Mapping[str, float]
    vague: Mapping[str, list[float]]
    several: Mapping[str, list[float]]
    fractions: Mapping[str, float]
    currencies: Mapping[str, str]
    units: Mapping[str, tuple[str, str]]  # a unit's word → (measure, unit)
    raw: Mapping[str, Any]
    edges: tuple[str, str]  # what parts a word from the text before and behind it; nothing where words run on
    word: re.Pattern[str]
    single: re.Pattern[str]  # one number word, never several that make one number
    scale_behind: re.Pattern[str]  # a scale word right behind digits ("3bn")
    half_behind: re.Pattern[str]  # "and a half"
    compounds: Compounds
    vague_pattern: re.Pattern[str]
    fraction_pattern: re.Pattern[str]
    length_pattern: re.Pattern[str]  # an article that counts a long unit ("a decade")
    decimal: str
    groups: frozenset[str]

    def cardinal(self, word: str) -> float | None:
        """The value of a number word, or of several that are written as one."""
        value = self.cardinals.get(word)
        return value if value is not None else self.compounds.value(word)

    def number_words(self, text: str) -> Iterator[re.Match[str]]:
        """The number words of a folded text, in order; several that make one number are one match."""
        at = 0
        while (match := self.word.search(text, at)) is not None:
            single = match.group() in self.scales or match.group() in self.short_scales
            if not single and self.cardinal(match.group()) is None:
                match = self.single.match(text, match.start()) or match
            at = match.end()
            if match.group() in self.scales or match.group() in self.short_scales or self.cardinal(match.group()) is not None:
                yield match

    @property
    def counters(self) -> tuple[str, ...]:
        """The signs that the language puts between a number and what it counts."""
        return tuple(word for words in self.raw.get("counters", {}).values() for word in words)

    def phrases(self, topic: str, name: str) -> tuple[str, ...]:
        """A list of the pack, longest first."""
        return tuple(sorted(self.raw.get(topic, {}).get(name, ()), key=lambda phrase: (-len(phrase), phrase)))


@cache
def locale_of(language: str) -> Locale:
    """CLDR's data for a language; English where CLDR has none."""
    try:
        return Locale.parse(primary(language))
    except (UnknownLocaleError, ValueError):
        return Locale("en")


def compounds_of(pack: Mapping[str, Any]) -> Compounds:
    """How the pack's language puts number words together."""
    told = pack.get("compound", {})
    parts = {word: value for word, value in pack.get("cardinals", {}).items() if value and word not in told.get("without", ())}
    return Compounds(parts | told.get("parts", {}), told.get("scales", {}), tuple(told.get("joins", ())), bool(told.get("units_first")))


def edges_of(pack: Mapping[str, Any]) -> tuple[str, str]:
    """What parts a word of the language from its neighbours: nothing behind it where particles are written to it, or any other word."""
    grammar = pack.get("grammar", {})
    before = "" if grammar.get("run_on") and not grammar.get("gaps") else r"(?<!\w)"
    return before, "" if grammar.get("run_on") else r"(?!\w)"


def length_pattern(pack: Mapping[str, Any], units: Mapping[str, tuple[str, str]]) -> re.Pattern[str]:
    """What counts a unit without a number: an article a long one ("a decade"), a part any ("half an inch").

    An article counts any unit behind a bound and with a half ("more than a year", "a mile and a half").
    """
    several, lengths, modifiers = pack.get("several", {}), pack.get("lengths", {}), pack.get("modifiers", {})
    parts = any_of(phrase for phrase, bounds in several.items() if bounds[0] < 1 and " " in phrase)
    measures = any_of(unit for unit, (measure, _) in units.items() if measure in ("distance", "duration", "other"))
    long_units, article = any_of(lengths.get("units", ())), any_of(lengths.get("articles", ()))
    bound = any_of(phrase for name in ("at_least", "at_most", "about") for phrase in modifiers.get(name, ()))
    half = any_of(pack.get("grammar", {}).get("unit_half", ()))
    counted = (
        rf"(?:{any_of(several)})(?=\s(?:{long_units})(?!\w))",
        rf"(?:{parts})(?=\s(?:{measures})(?!\w))",
        rf"(?:{article})(?=\s(?:{measures})(?:{half})(?!\w))",
    )
    bounded = rf"(?:{bound})\s(?P<bounded>{article})(?=\s(?:{measures})(?!\w))"
    return re.compile(rf"(?<!\w)(?:(?P<counted>{'|'.join(counted)})|{bounded})")


@cache
def lexicon(language: str) -> Lexicon:
    """The number words and separators of a language."""
    code = primary(language)
    pack, locale = table(code, "numbers"), locale_of(code)
    units = {word: (measure, unit) for measure, words in sorted(pack.get("units", {}).items()) for word, unit in words.items()}
    cardinals, scales = pack.get("cardinals", {}), pack.get("scales", {})
    compounds = compounds_of(pack)
    before, behind = edges_of(pack)
    close = rf"(?:(?!\w)|(?={any_of(pack.get('ages', {}).get('behind', ()))}))"
    every = any_of([*cardinals, *scales, *pack.get("short_scales", {})])
    decimal = get_decimal_symbol(locale, numbering_system="latn")
    group = get_group_symbol(locale, numbering_system="latn")
    return Lexicon(
        language=code,
        cardinals=cardinals,
        scales=scales,
        short_scales=pack.get("short_scales", {}),
        money_scales=pack.get("money_scales", {}),
        vague=pack.get("vague", {}),
        several=pack.get("several", {}),
        fractions=pack.get("fractions", {}),
        currencies=pack.get("currencies", {}),
        units=units | SIGNS,
        raw=pack,
        edges=(before, behind),
        word=re.compile(rf"(?<!\w)(?:{compounds.pattern}|{every}){close}"),
        single=re.compile(rf"(?<!\w)(?:{every}){close}"),
        scale_behind=re.compile(rf"(?:{any_of([*scales, *pack.get('short_scales', {})])})(?!\w)"),
        half_behind=re.compile(rf"(?:{any_of(pack.get('grammar', {}).get('and_half', ()))})(?!\w)"),
        compounds=compounds,
        vague_pattern=re.compile(rf"{before}(?:{any_of(pack.get('vague', {}))}){behind}"),
        fraction_pattern=re.compile(rf"{before}(?:{any_of(pack.get('fractions', {}))}){behind}"),
        length_pattern=length_pattern(pack, units),
        decimal=decimal,
        groups=frozenset({group, "'", "’", "٬", *SPACES, *("." if decimal == "," else "")}) - {decimal},
    )

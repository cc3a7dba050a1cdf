"""Numbers in scripts whose numerals multiply and stand beside other signs without spaces: "6万496人", "三百人", "2만 5천 명"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from testimonia.base.phrases import any_of
from testimonia.extract.quantities.atoms import Atom, digits_value, in_order, vague_atoms
from testimonia.extract.quantities.lexicon import Lexicon

MYRIAD = 10_000  # numerals of this size and above multiply all that stands before them since the last one
LONGEST = 12  # pieces of one number; none that people write has more
DIGITS = r"\d+(?:[.,]\d+)*"


def runs_on(lexicon: Lexicon) -> bool:
    """Whether the language's numbers are read so: its pack says so."""
    return bool(lexicon.raw.get("grammar", {}).get("run_on"))


def run_on_atoms(text: str, lexicon: Lexicon) -> list[Atom]:
    """The numbers of a folded text, in order, without overlap."""
    return in_order([*vague_atoms(text, lexicon), *number_runs(text, lexicon)])


@cache
def pieces(lexicon: Lexicon) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A number of one or more pieces, and one piece of it: "several", digits, a numeral, a numeral that multiplies."""
    gap = r"\s?" if lexicon.raw["grammar"].get("gaps") else ""
    numeral, scale = any_of(lexicon.cardinals), any_of(lexicon.scales)
    several = f"(?:{any_of(lexicon.several)})(?={scale}|{countable(lexicon)})"
    piece = f"(?:{DIGITS}|{several}|{numeral}|{scale})"
    return (
        re.compile(rf"{piece}(?:{gap}{piece}){{0,{LONGEST}}}"),
        re.compile(rf"(?P<digits>{DIGITS})|(?P<several>{any_of(lexicon.several)})|(?P<scale>{scale})|(?P<numeral>{numeral})"),
    )


def countable(lexicon: Lexicon) -> str:
    """A pattern for what stands behind a number that counts: counters, units, currencies."""
    return any_of([*lexicon.counters, *lexicon.units, *lexicon.currencies, *lexicon.raw["grammar"].get("behind_numerals", ())])


@cache
def counting(lexicon: Lexicon) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What must stand behind a number in numerals for it to count; and what may not stand before it ("统一", "第三")."""
    return re.compile(rf"\s?(?:{countable(lexicon)})"), re.compile(rf"(?:{any_of(lexicon.raw['grammar'].get('not_behind', ()))})$")


def number_runs(text: str, lexicon: Lexicon) -> Iterator[Atom]:
    """The numbers of a folded text, in order."""
    whole, _ = pieces(lexicon)
    for match in whole.finditer(text):
        yield from parted(text, lexicon, match.start(), match.end())


def parted(text: str, lexicon: Lexicon, start: int, end: int) -> Iterator[Atom]:
    """A run as one number, or as many as it holds: digits behind digits begin another ("3 5")."""
    _, piece = pieces(lexicon)
    found = list(piece.finditer(text, start, end))
    cuts = [place for place, (one, two) in enumerate(pairwise(found), 1) if one.lastgroup == two.lastgroup == "digits"]
    for first, last in pairwise([0, *cuts, len(found)]):
        atom = valued(text, lexicon, found[first:last])
        if atom is not None:
            yield atom


def valued(text: str, lexicon: Lexicon, found: list[re.Match[str]]) -> Atom | None:
    """The number that the pieces make; none for numerals that are as well a part of a word."""
    start, end = found[0].start(), found[-1].end()
    in_digits = found[0].lastgroup == "digits"
    if not in_digits and not counts(text, lexicon, start, end):
        return None
    low, high = (summed(lexicon, found, bound) for bound in (0, -1))
    if low is None or high is None:
        return Atom(start, end, None, None, "doubt")
    scale = lexicon.scales.get(found[-1].group(), 1.0)
    if low == high:
        return Atom(start, end, low, high, "digits" if in_digits else "words", scale)
    return Atom(start, end, low, high + scale - 1, "vague", scale)


def counts(text: str, lexicon: Lexicon, start: int, end: int) -> bool:
    """Whether a number in numerals stands before what can be counted, and not at the end of a word."""
    behind, not_before = counting(lexicon)
    own_word = not lexicon.raw["grammar"].get("gaps") or not text[max(0, start - 1) : start].isalnum()
    return own_word and behind.match(text, end) is not None and not_before.search(text, max(0, start - 4), start) is None


def summed(lexicon: Lexicon, found: list[re.Match[str]], bound: int) -> float | None:
    """The value of the pieces, "several" taken at its lower (0) or upper (-1) end; none where digits are not grouped as in the language."""
    total = section = current = 0.0
    for piece in found:
        word, kind = piece.group(), piece.lastgroup
        if kind == "scale":
            factor = lexicon.scales[word]
            if factor < MYRIAD:
                section, current = section + (current or 1.0) * factor, 0.0
            else:
                total, section, current = total + ((section + current) or 1.0) * factor, 0.0, 0.0
            continue
        value = digits_value(word, lexicon) if kind == "digits" else lexicon.several[word][bound] if kind == "several" else None
        value = lexicon.cardinals[word] if kind == "numeral" else value
        if value is None:
            return None
        adds = kind != "numeral" or not current or current % 10 == 0 < lexicon.raw["grammar"].get("adds", 0)
        current = current + value if adds else current * 10 + value
    return total + section + current

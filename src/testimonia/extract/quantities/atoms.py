"""Numbers as they stand: in digits of any script, in words, vague ones ("dozens"), each with its value, before anything is made of them."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import NamedTuple

from testimonia.extract.quantities.lexicon import Lexicon

LONGEST = 18  # digits; a longer run is a serial number or an attack, never a count
RUN = re.compile(r"\d{1,3}(?: \d{3})+(?!\d|[.,]\d)|\d+(?:[.,'’٫٬\u00a0\u202f\u2009]\d+)*")
HALVES = {c: unicodedata.numeric(c) for c in "¼½¾⅐⅑⅒⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"}
FRACTION = re.compile(rf"[{''.join(HALVES)}]")
LEADING_ZERO = re.compile(r"0\d")  # "05.220" is the number of a paper
SCALE_GAP = re.compile(r"[\s-]{0,2}")


class Atom(NamedTuple):
    """One number: its stretch, its value from `low` to `high` (none where open), its form and the scale word that ends it."""

    start: int
    end: int
    low: float | None
    high: float | None
    form: str  # digits, words, vague, fraction, doubt
    scale: float = 1.0


WIDE_POINT, WIDE_GROUP = re.compile(r"(?<=\d)．(?=\d)"), re.compile(r"(?<=\d)，(?=\d{3}(?!\d))")  # full-width, inside a number
OTHER_DIGIT = re.compile(r"[^\D0-9]")  # a decimal digit of another script


@cache
def ascii_digit(character: str) -> str:
    """A decimal digit of any script as an ASCII one."""
    return str(unicodedata.decimal(character))


def folded(text: str) -> str:
    """The text in lower case with ASCII digits, of exactly the same length."""
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    if lowered.isascii() or not OTHER_DIGIT.search(lowered):
        return lowered
    digits = "".join(ascii_digit(c) if c.isdecimal() and not c.isascii() else c for c in lowered)
    return WIDE_GROUP.sub(",", WIDE_POINT.sub(".", digits))


def digits_value(run: str, lexicon: Lexicon) -> float | None:
    """The value of a run of digits with separators; none when its grouping is not one of the language's."""
    if sum(c.isdigit() for c in run) > LONGEST:
        return None
    if run.isdigit():
        return float(run)
    if LEADING_ZERO.match(run):
        return None
    plain = run.replace("٫", lexicon.decimal)
    groups = "".join(re.escape(c) for c in sorted(lexicon.groups | {" "}))
    mark = re.escape(lexicon.decimal)
    if re.fullmatch(rf"\d{{1,3}}(?:[{groups}]\d{{2,3}})*[{groups}]\d{{3}}(?:{mark}\d+)?|\d+{mark}\d+", plain):
        return float(re.sub(rf"[{groups}]", "", plain).replace(lexicon.decimal, "."))
    return None


def atoms(text: str, lexicon: Lexicon) -> list[Atom]:
    """The numbers of a folded text, in order, without overlap."""
    numbers = (halved(text, lexicon, atom) for atom in (*digit_atoms(text, lexicon), *word_atoms(text, lexicon)))
    return in_order([*vague_atoms(text, lexicon), *numbers])


def in_order(found: list[Atom]) -> list[Atom]:
    """Of numbers those that begin first, and of these the longest, without overlap."""
    found.sort(key=lambda atom: (atom.start, -atom.end))
    kept: list[Atom] = []
    for atom in found:
        if not kept or atom.start >= kept[-1].end:
            kept.append(atom)
    return kept


def vague_atoms(text: str, lexicon: Lexicon) -> list[Atom]:
    """Vague counts and fractions in words."""
    found = []
    for match in lexicon.vague_pattern.finditer(text):
        low, *high = lexicon.vague[re.sub(r"\s+", " ", match.group())]
        found.append(Atom(match.start(), match.end(), low, high[0] if high else None, "vague"))
    for match in lexicon.fraction_pattern.finditer(text):
        value = lexicon.fractions[re.sub(r"\s+", " ", match.group())]
        found.append(Atom(match.start(), match.end(), value, value, "fraction"))
    for match in lexicon.length_pattern.finditer(text):
        name = "counted" if match["counted"] else "bounded"
        value = lexicon.several[re.sub(r"\s+", " ", match[name])][0]
        found.append(Atom(*match.span(name), value, value, "vague"))
    return found


def digit_atoms(text: str, lexicon: Lexicon) -> list[Atom]:
    """Numbers in digits, with the fraction sign and the scale words behind them ("1½", "3 million")."""
    found = []
    for match in RUN.finditer(text):
        value, end = digits_value(match.group(), lexicon), match.end()
        if value is not None and end < len(text) and text[end] in HALVES:
            value, end = value + HALVES[text[end]], end + 1
        found.append(scaled(text, lexicon, Atom(match.start(), end, value, value, "digits" if value is not None else "doubt")))
    for match in FRACTION.finditer(text):
        value = HALVES[match.group()]
        found.append(scaled(text, lexicon, Atom(match.start(), match.end(), value, value, "digits")))
    return found


def halved(text: str, lexicon: Lexicon, atom: Atom) -> Atom:
    """The number with the half that is added to it ("two and a half"), and the scale word behind that."""
    match = lexicon.half_behind.match(text, atom.end)
    if match is None or atom.low is None or atom.low != atom.high:
        return atom
    value = atom.low + atom.scale / 2
    return scaled(text, lexicon, atom._replace(end=match.end(), low=value, high=value))


def scaled(text: str, lexicon: Lexicon, atom: Atom) -> Atom:
    """The number with the scale words that follow it."""
    while atom.low is not None:
        gap = SCALE_GAP.match(text, atom.end)
        at = gap.end() if gap else atom.end
        match = lexicon.scale_behind.match(text, at) if at < len(text) else None
        factor = lexicon.scales.get(match.group(), lexicon.short_scales.get(match.group())) if match else None
        if match is None or factor is None:
            break
        value = atom.low * factor
        atom = Atom(atom.start, match.end(), value, value, atom.form, atom.scale * factor)
    return atom


def word_atoms(text: str, lexicon: Lexicon) -> list[Atom]:
    """Numbers in words: runs of number words that make one number."""
    found: list[Atom] = []
    group: list[re.Match[str]] = []
    for match in lexicon.number_words(text):
        if match.group() in lexicon.short_scales:
            continue
        if group and not continues(text, lexicon, group[-1], match):
            found += composed(text, lexicon, group)
            group = []
        group.append(match)
        apart = second_number(lexicon, group)
        if apart:
            found += composed(text, lexicon, group[:apart])
            group = group[apart:]
    if group:
        found += composed(text, lexicon, group)
    return found


def second_number(lexicon: Lexicon, group: list[re.Match[str]]) -> int:
    """Where a second number begins, when the scale word just read is no smaller than one before it ("a thousand and three thousand")."""
    last = lexicon.scales.get(group[-1].group(), 0.0)
    if last < 1000 or len(group) < 3:
        return 0
    for at in range(len(group) - 3, -1, -1):
        if lexicon.scales.get(group[at].group(), 0.0) >= 1000:
            return at + 1 if lexicon.scales[group[at].group()] <= last else 0
    return 0


def continues(text: str, lexicon: Lexicon, before: re.Match[str], after: re.Match[str]) -> bool:
    """Whether two number words belong to one number: "twenty two", "three hundred", "hundred and five", not "three and five"."""
    gap = text[before.end() : after.start()]
    bare, joined = gap in (" ", "-", "\u00a0", ""), gap.strip() in lexicon.raw.get("ranges", {}).get("inner", ())
    before_scale = lexicon.scales.get(before.group())
    if after.group() in lexicon.scales:
        return bare and (before_scale is None or before_scale <= lexicon.scales[after.group()])
    value = lexicon.cardinal(after.group()) or 0
    if before_scale is not None:
        return (bare or joined) and value < before_scale
    first = lexicon.cardinal(before.group()) or 0
    place = 100 if first >= 100 and first % 100 == 0 else 10
    return bare and first >= 20 and first % place == 0 and value < place and first < 1000


def composed(text: str, lexicon: Lexicon, group: list[re.Match[str]]) -> list[Atom]:
    """One number out of its words; a scale word without a number takes what stands before it ("several hundred", "half a million")."""
    start, end, scale = group[0].start(), group[-1].end(), 1.0
    low: float = 0
    high: float | None = 0
    factor = lexicon.scales.get(group[0].group()) or power_of_ten(lexicon.cardinal(group[0].group()))
    several = None
    if factor is not None:
        several, start = before_scale(text, lexicon, start)
        if several is None and group[0].group() in lexicon.scales and not lexicon.raw.get("grammar", {}).get("scale_alone"):
            return []  # a scale word that nothing counts says no number
    total, current = 0.0, 0.0
    for match in group:
        word = match.group()
        if word in lexicon.scales:
            scale = lexicon.scales[word]
            current = max(current, 1.0) * scale
            total, current = (total + current, 0.0) if scale >= 1000 else (total, current)
        else:
            current, scale = current + (lexicon.cardinal(word) or 0), 1.0
    low = high = total + current
    form = "words"
    if several is not None:
        ends = [*several, None][:2]
        open_end = None if ends[1] is None else ends[1] * high + (scale - 1 if ends[1] != ends[0] else 0)
        form = "words" if ends[0] == ends[1] else "vague"
        low, high = (ends[0] or 1) * low, open_end
    return [Atom(start, end, low, high, form, scale)]


def power_of_ten(value: float | None) -> float | None:
    """The value where "several" may stand before it: a hundred or more ("mehrere hunderttausend")."""
    return value if value and value >= 100 and str(int(value)).strip("0") == "1" else None


def before_scale(text: str, lexicon: Lexicon, start: int) -> tuple[list[float] | None, int]:
    """What says how many of a scale word there are: its values and where it begins."""
    for phrase in sorted(lexicon.several, key=lambda phrase: (-len(phrase), phrase)):
        begin = start - len(phrase) - 1
        if (
            begin >= 0
            and text.startswith(phrase, begin)
            and text[start - 1] in " -\u00a0"
            and (begin == 0 or not text[begin - 1].isalnum())
        ):
            return lexicon.several[phrase], begin
    return None, start

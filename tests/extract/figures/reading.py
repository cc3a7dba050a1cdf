"""Sentences with their figures and times marked, read back from `english.txt` and `others.txt`, and how a reading is held against them.

A line is `language date text`, where the date is the article's or `-`. In the text `{words|q 4..7 EUR|t 1997}` marks a quantity and a
time: `4` one value, `4..` open above, `..7` open below; after it the currency, or `%`. `~` parts values that are equally right; `?` for the
quantity or the time says that one may be found there or not. The lines with odd numbers were read while the rules were written, those with
even numbers were not.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
MARK = re.compile(r"\{([^{}|]+)\|([^{}]*)\}")


@dataclass(frozen=True)
class Marked:
    start: int
    end: int
    kind: str  # "q" or "t"
    values: tuple[str, ...]  # what is right; none where anything is


@dataclass(frozen=True)
class Line:
    number: int  # from 1, over both files
    language: str
    published: str | None
    text: str
    marks: tuple[Marked, ...]

    @property
    def held_out(self) -> bool:
        return self.number % 2 == 0


def lines(name: str) -> list[Line]:
    rows = (HERE / name).read_text(encoding="utf-8").splitlines()
    return [_line(number, row) for number, row in enumerate(rows, 1)]


def _line(number: int, row: str) -> Line:
    language, published, marked = row.split(" ", 2)
    text, marks, last = "", [], 0
    for match in MARK.finditer(marked):
        text += marked[last : match.start()]
        start, text, last = len(text), text + match[1], match.end()
        marks += _marks(start, len(text), match[2].split("|"))
    text += marked[last:]
    return Line(number, language, None if published == "-" else published, text, tuple(marks))


def _marks(start: int, end: int, parts: list[str]) -> list[Marked]:
    found, free = [], "?" in parts
    for part in parts:
        if part != "?":
            kind, _, values = part.partition(" ")
            several = tuple(values.split("~"))
            found.append(Marked(start, end, kind, () if "?" in several else several))
    if free:
        found += [Marked(start, end, kind, ()) for kind in "qt" if kind not in {mark.kind for mark in found}]
    return found


@dataclass(frozen=True)
class Found:
    start: int
    end: int
    kind: str
    low: float | None = None
    high: float | None = None
    unit: str | None = None
    value: str | None = None


def right(mark: Marked, found: Found) -> bool:
    if mark.kind == "t":
        return found.value in mark.values
    return any(_same(value, found) for value in mark.values)


def _same(value: str, found: Found) -> bool:
    figure, _, unit = value.partition(" ")
    low, dots, high = figure.partition("..")
    ends = (float(low) if low else None, float(high) if high else None) if dots else (float(low),) * 2
    return _close(ends[0], found.low) and _close(ends[1], found.high) and (not unit or unit == found.unit)


def _close(a: float | None, b: float | None) -> bool:
    return a is b if a is None or b is None else abs(a - b) <= 1e-9 * max(1.0, abs(a), abs(b))


@dataclass(frozen=True)
class Held:
    """A line held against a reading: marks that were met, marks whose value was right, and what went wrong, in words."""

    wanted: int
    found: int
    spans: int
    values: int
    wrong: tuple[str, ...]


def held(line: Line, found: list[Found], kind: str) -> Held:
    left = [each for each in found if each.kind == kind]
    wanted = spans = values = 0
    count, wrong = len(left), []
    for mark in sorted((mark for mark in line.marks if mark.kind == kind), key=lambda mark: not mark.values):
        near = [each for each in left if each.start < mark.end and mark.start < each.end]
        best = next((each for each in near if right(mark, each)), near[0] if near else None)
        if best is not None:
            left.remove(best)
        if not mark.values:
            count -= best is not None
            continue
        wanted += 1
        spans += best is not None
        good = best is not None and right(mark, best)
        values += good
        if not good:
            wrong.append(f"{line.number} {kind} {line.text[mark.start : mark.end]!r} {'~'.join(mark.values)}: {_said(line, best)}")
    wrong += [f"{line.number} {kind} not a {kind}: {_said(line, each)}" for each in left]
    return Held(wanted, count, spans, values, tuple(wrong))


def _said(line: Line, each: Found | None) -> str:
    if each is None:
        return "not found"
    return f"{line.text[each.start : each.end]!r} {each.value if each.kind == 't' else (each.low, each.high, each.unit)}"

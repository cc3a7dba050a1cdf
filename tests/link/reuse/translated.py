"""Invented articles with translations, what was shifted in these on purpose, and articles on the same matter that are no translations."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from testimonia.base.links import Finding, Reuse

FOLDER = Path(__file__).parent / "translations"
SIDES = ("first", "second")

Row = tuple[frozenset[int], frozenset[int]]  # the paragraphs of either text that say the same, counted from the title


@dataclass(frozen=True, slots=True)
class Translated:
    """A pair of texts. A shift is its kind and a paragraph of the first text; `pages` are all texts, decoys too, by file name."""

    name: str
    pages: dict[str, str]
    languages: tuple[str, str]
    rows: tuple[Row, ...]
    shifts: frozenset[tuple[str, int]]

    @property
    def ends(self) -> tuple[str, str]:
        """The file names of the two."""
        return f"{self.name}_first.txt", f"{self.name}_second.txt"


def pairs() -> list[Translated]:
    """All pairs of the folder."""
    return [read(path) for path in sorted(FOLDER.glob("*.toml"))]


def read(path: Path) -> Translated:
    """A pair from its file."""
    held = tomllib.loads(path.read_text(encoding="utf-8"))
    names = [*SIDES, *(f"decoy_{side}" for side in SIDES)]
    pages = {f"{path.stem}_{name}.txt": held[name] for name in names}
    sizes = tuple(held[side].count("\n") for side in SIDES)
    shifts = frozenset((kind, row) for kind, row in held["shifts"])
    return Translated(path.stem, pages, tuple(held["languages"]), tuple(rows(held.get("rows", ()), sizes)), shifts)


def rows(told: Iterable[str], sizes: tuple[int, ...]) -> Iterator[Row]:
    """All rows of two texts, in order: those that are told ("3:3-4"), and one to one between them."""
    marks = [((-1, -1), (-1, -1)), *(tuple(span(side) for side in row.split(":")) for row in told), ((sizes[0],) * 2, (sizes[1],) * 2)]
    for (left, right), (next_left, next_right) in pairwise(marks):
        between = range(left[1] + 1, next_left[0])
        if len(between) != next_right[0] - right[1] - 1:
            raise ValueError(f"the paragraphs between {left} and {next_left} are not one to one")
        for step, one in enumerate(between):
            yield frozenset({one}), frozenset({right[1] + 1 + step})
        if next_left[0] < sizes[0]:
            yield frozenset(range(next_left[0], next_left[1] + 1)), frozenset(range(next_right[0], next_right[1] + 1))


def span(told: str) -> tuple[int, int]:
    """The first and the last of some paragraphs ("3" or "3-4")."""
    low, _, high = told.partition("-")
    return int(low), int(high or low)


def lines_of(text: str, start: int, end: int) -> frozenset[int]:
    """The lines that a stretch of a text touches."""
    return frozenset(range(text.count("\n", 0, start), text.count("\n", 0, end) + 1))


def aligned(pair: Translated, found: Iterable[Reuse], texts: Mapping[str, str]) -> set[Row]:
    """The rows that were found of a pair; `texts` are the documents' texts by their file names, as documents are named in `found`."""
    made = set()
    for row in found:
        ends = {end.document: lines_of(texts[end.document], end.start, end.end) for end in (row.a, row.b)}
        if ends.keys() == set(pair.ends):
            made.add((ends[pair.ends[0]], ends[pair.ends[1]]))
    return made


def told(pair: Translated, found: Iterable[Finding], texts: Mapping[str, str]) -> set[tuple[str, int]]:
    """The shifts that were found of a pair: their kind and the paragraph of the first text (its row's first)."""
    made = set()
    for finding in found:
        sides = {finding.document: finding.spans, finding.other_document: finding.other_spans}
        if not finding.kind.startswith("translation: ") or sides.keys() != set(pair.ends):
            continue
        for side, name in enumerate(pair.ends):
            for start, end in sides[name]:
                lines = lines_of(texts[name], start, end)
                made |= {(finding.kind.removeprefix("translation: "), min(row[0])) for row in pair.rows if lines & row[side]}
    return made

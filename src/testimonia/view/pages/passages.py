"""Words in their place: a stretch of a document's text cut into pieces, each with the marks that lie on it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from testimonia.base.spans import Span, trimmed

PARAGRAPH = 700  # characters of a paragraph that are shown around the words; the rest is one click away
DIRECTION_SAMPLE = 400
RIGHT_TO_LEFT = {"R", "AL"}
MAYBE_RIGHT = re.compile("[\u0590-\u08ff\u200f\ufb1d-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]")  # the blocks of such letters


@dataclass(frozen=True, slots=True)
class Mark:
    """A label on a stretch of text: `hit`, `source`, `cue` …; `note` is what a reader is told of it, `key` what it belongs to."""

    start: int
    end: int
    kind: str
    note: str = ""
    key: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text that carries the same marks throughout."""

    text: str
    marks: tuple[Mark, ...] = ()

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of the marks, once each, sorted."""
        return tuple(sorted({mark.kind for mark in self.marks}))


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a document's text with its marks. `cut` says whether the paragraph goes on before and after it."""

    document: str
    article: str | None
    start: int
    end: int
    pieces: tuple[Piece, ...]
    direction: str
    language: str | None = None
    cut: tuple[bool, bool] = (False, False)

    @property
    def text(self) -> str:
        """The words, without marks."""
        return "".join(piece.text for piece in self.pieces)


def direction(text: str) -> str:
    """`rtl` when most letters of the beginning are of a right-to-left script, else `ltr`."""
    sample = text[:DIRECTION_SAMPLE]
    if not MAYBE_RIGHT.search(sample):
        return "ltr"
    right = left = 0
    for char in sample:
        kind = unicodedata.bidirectional(char)
        right += kind in RIGHT_TO_LEFT
        left += kind == "L"
    return "rtl" if right > left else "ltr"


def paragraph(text: str, span: tuple[int, int]) -> Span:
    """The line or lines of the text that the span stands in, without white space at the ends."""
    start = text.rfind("\n", 0, span[0]) + 1
    stop = text.find("\n", span[1])
    return trimmed(text, (start, len(text) if stop < 0 else stop))


def window(text: str, whole: Span, focus: tuple[int, int], size: int = PARAGRAPH) -> Span:
    """The part of a long paragraph around the focus, cut at white space."""
    if whole.end - whole.start <= size:
        return whole
    spare = max(0, size - (focus[1] - focus[0])) // 2
    start, end = max(whole.start, focus[0] - spare), min(whole.end, focus[1] + spare)
    if start > whole.start:
        space = text.find(" ", start, focus[0])
        start = space + 1 if space >= 0 else start
    if end < whole.end:
        space = text.rfind(" ", focus[1], end)
        end = space if space >= 0 else end
    return Span(start, end)


def pieces(text: str, span: tuple[int, int], marks: Iterable[Mark]) -> tuple[Piece, ...]:
    """The stretch cut wherever a mark begins or ends; marks may overlap."""
    start, end = span
    lying = sorted(
        (m for m in marks if m.start < end and m.end > start and m.end > m.start), key=lambda m: (m.start, -m.end, m.kind, m.key)
    )
    edges = sorted({start, end, *(max(m.start, start) for m in lying), *(min(m.end, end) for m in lying)})
    found: list[Piece] = []
    open_marks: list[Mark] = []
    waiting = 0
    for left, right in pairwise(edges):
        while waiting < len(lying) and lying[waiting].start <= left:
            open_marks.append(lying[waiting])
            waiting += 1
        open_marks = [mark for mark in open_marks if mark.end > left]
        found.append(Piece(text[left:right], tuple(open_marks)))
    return tuple(found)


def passage(text: str, place: tuple[str, str | None, str | None], focus: tuple[int, int], marks: Iterable[Mark]) -> Passage:
    """The focus in its paragraph. `place` is document, article and language."""
    document, article, language = place
    whole = paragraph(text, focus)
    shown = window(text, whole, focus)
    return Passage(
        document,
        article,
        shown.start,
        shown.end,
        pieces(text, shown, marks),
        direction(text[shown.start : shown.end]),
        language,
        (shown.start > whole.start, shown.end < whole.end),
    )


def shortened(text: str, size: int) -> str:
    """The text on one line, cut at white space with an ellipsis when it is longer than `size`."""
    line = " ".join(text.split())
    if len(line) <= size:
        return line
    cut = line.rfind(" ", size // 2, size)
    return line[: cut if cut > 0 else size].rstrip(" ,;:") + " …"

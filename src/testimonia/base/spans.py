"""Spans: half-open stretches of a document's text, counted in Unicode code points."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple


class Span(NamedTuple):
    """The stretch `text[start:end]` of a document's text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words that the span stands on."""
        return text[self.start : self.end]

    def overlap(self, other: tuple[int, int]) -> int:
        """How many characters the two spans share."""
        return max(0, min(self.end, other[1]) - max(self.start, other[0]))

    def holds(self, other: tuple[int, int]) -> bool:
        """Whether the other span lies wholly inside this one."""
        return self.start <= other[0] and other[1] <= self.end

    def shifted(self, by: int) -> Span:
        """The same stretch in a text that begins `by` characters earlier."""
        return Span(self.start + by, self.end + by)


def hull(spans: Iterable[tuple[int, int]]) -> Span:
    """The smallest span that holds all the given ones (at least one must be given)."""
    listed = list(spans)
    return Span(min(s[0] for s in listed), max(s[1] for s in listed))


def trimmed(text: str, span: tuple[int, int], before: str = "", behind: str = "") -> Span:
    """The span without white space at its ends, nor these marks `before` what is kept and `behind` it; empty when nothing is left."""
    start, end = span
    while start < end and (text[start].isspace() or text[start] in before):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in behind):
        end -= 1
    return Span(start, end)


def parted(text: str, span: tuple[int, int], between: re.Pattern[str]) -> list[Span]:
    """The stretches of a span between what a pattern matches in it, without white space at their ends, empty ones included."""
    found, at = [], span[0]
    for match in between.finditer(text, *span):
        found.append(trimmed(text, (at, match.start())))
        at = match.end()
    return [*found, trimmed(text, (at, span[1]))]


def lines(text: str, span: tuple[int, int] | None = None) -> list[Span]:
    """The lines of the text (or of one stretch of it), without their line ends, blank ones included."""
    start, end = span if span is not None else (0, len(text))
    found = []
    while start <= end:
        stop = text.find("\n", start, end)
        stop = end if stop < 0 else stop
        found.append(Span(start, stop - 1 if stop > start and text[stop - 1] == "\r" else stop))
        start = stop + 1
    return found

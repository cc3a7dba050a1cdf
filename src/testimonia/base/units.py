"""A document's text as units: its lines without the blank ones, hard-wrapped lines joined to the paragraph that they make."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from testimonia.base.shapes import READ, Shape, goes_on, line_spans, shapes
from testimonia.base.spans import Span

WRAP_LEAST, WRAP_MOST = 45, 110  # a line that was broken by width is about a printed line long
FULL, STOPS = 0.75, '.!?”"»…'  # share of the usual length below which a line that ends a sentence ends a paragraph
FIGURES, RUNNING = re.compile(r"\d+"), 200  # what differs in the running lines of a print; characters of one at most


@lru_cache(maxsize=1)
def units(text: str) -> tuple[Span, ...]:
    """The units of the text in order, without white space at their ends; the last text's are kept, for the next stage."""
    found = line_spans(text)
    return tuple(joined(text, found)) if wrapped(text, found) else found


@lru_cache(maxsize=1)
def unit_shapes(text: str) -> tuple[Shape, ...]:
    """The shapes of the text's units; the last text's are kept too."""
    return tuple(shapes([text[start : min(end, start + READ)] for start, end in units(text)]))


def wrapped(text: str, spans: Sequence[Span]) -> bool:
    """Whether the text was broken by width: many lines of about the same length run on in lower case."""
    sizes = [end - start for start, end in spans]
    runs_on = sum([runs(text, a, b) for size, (a, b) in zip(sizes, pairwise(spans), strict=False) if WRAP_LEAST <= size <= WRAP_MOST])
    return runs_on >= 4 and runs_on * 3 >= sum([size > WRAP_LEAST for size in sizes])


def runs(text: str, a: Span, b: Span) -> bool:
    """Whether line `b` runs on from line `a`, which is about a printed line long."""
    if text[a.end - 1] in '.!?:;”"»。':
        return False
    return text.count("\n", a.end, b.start) == 1 and goes_on(text[b.start])


def joined(text: str, spans: Sequence[Span]) -> list[Span]:
    """The lines of a text that was broken by width, joined while the next one stands directly below a full line."""
    found: list[Span] = []
    marks = [FIGURES.sub("0", span.of(text)) if span.end - span.start <= RUNNING else "" for span in spans]
    times, last, apart, full = Counter(marks), 0, True, FULL * usual(spans)
    for span, mark in zip(spans, marks, strict=True):
        runs_through = times[mark] > 1 and "0" in mark  # a day or a page's number, from page to page of a print
        gap = text[found[-1].end : span.start] if found else ""
        if not apart and not runs_through and last >= WRAP_LEAST and gap.count("\n") == 1 and not starts_anew(text, span):
            found[-1] = Span(found[-1].start, span.end)
        else:
            found.append(span)
        last = span.end - span.start
        apart = runs_through or (last < full and text[span.end - 1] in STOPS)  # the last line of a paragraph
    return found


def usual(spans: Sequence[Span]) -> int:
    """The usual length of the lines of a text that was broken by width."""
    sizes = sorted(end - start for start, end in spans if WRAP_LEAST <= end - start <= WRAP_MOST)
    return sizes[len(sizes) // 2] if sizes else 0


def starts_anew(text: str, span: Span) -> bool:
    """Whether a line opens something of its own (a bullet, a numbered point, an address)."""
    return bool(re.match(r"[•*+·▪–—-]\s|\d{1,3}[.)]\s|\[\d|©|https?://|www\.", text[span.start : span.start + 8]))

"""A document's text as units: its lines without the blank ones, hard-wrapped lines joined to the paragraph that they make, the messages
of a chat parted from their heads."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from testimonia.base.chats import parted
from testimonia.base.phrases import function_words, marks, words_of
from testimonia.base.shapes import READ, Shape, goes_on, line_spans, shapes
from testimonia.base.spans import Span

WRAP_LEAST, WRAP_MOST = 45, 110  # a line that was broken by width is about a printed line long
COLUMN_LEAST, COLUMN_READ, HYPHENS = 24, 20_000, 3  # a line of a newspaper's column; characters in which so many words must be broken
HEAD_LINES, BYLINE_WORDS, WIDE = 2, 8, "   "  # lines of a head above a text; words of one that names the author; a gap in it
STOP_INSIDE, OPENING = re.compile(r"[.!?…;,]\s"), re.compile(r"[^\W\d_]+")
FULL, STOPS = 0.75, '.!?”"»…'  # share of the usual length below which a line that ends a sentence ends a paragraph
FIGURES, RUNNING = re.compile(r"\d+"), 200  # what differs in the running lines of a print; characters of one at most


@lru_cache(maxsize=1)
def units(text: str) -> tuple[Span, ...]:
    """The units of the text in order, without white space at their ends; the last text's are kept, for the next stage."""
    found = parted(text, line_spans(text))
    if wrapped(text, found, WRAP_LEAST):
        return tuple(joined(text, found, WRAP_LEAST))
    column = text.count("-\n", 0, COLUMN_READ) >= HYPHENS and wrapped(text, found, COLUMN_LEAST)
    return tuple(joined(text, found, COLUMN_LEAST)) if column else found


@lru_cache(maxsize=1)
def unit_shapes(text: str) -> tuple[Shape, ...]:
    """The shapes of the text's units; the last text's are kept too."""
    return tuple(shapes([text[start : min(end, start + READ)] for start, end in units(text)]))


def wrapped(text: str, spans: Sequence[Span], least: int) -> bool:
    """Whether the text was broken by width: many lines of about the same length (`least` characters and more) run on in lower case."""
    sizes = [end - start for start, end in spans]
    runs_on = sum([runs(text, a, b) for size, (a, b) in zip(sizes, pairwise(spans), strict=False) if least <= size <= WRAP_MOST])
    return runs_on >= 4 and runs_on * 3 >= sum([size > least for size in sizes])


def runs(text: str, a: Span, b: Span) -> bool:
    """Whether line `b` runs on from line `a`, which is about a printed line long."""
    if text[a.end - 1] in '.!?:;”"»。':
        return False
    return text.count("\n", a.end, b.start) == 1 and goes_on(text[b.start])


def joined(text: str, spans: Sequence[Span], least: int) -> list[Span]:
    """The lines of a text that was broken by width, joined while the next one stands directly below a full line (`least` characters)."""
    found: list[Span] = []
    marks = [FIGURES.sub("0", span.of(text)) if span.end - span.start <= RUNNING else "" for span in spans]
    times, last, apart, full = Counter(marks), 0, True, FULL * usual(spans, least)
    size = 0  # lines of the unit so far
    for span, mark in zip(spans, marks, strict=True):
        runs_through = times[mark] > 1 and "0" in mark  # a day or a page's number, from page to page of a print
        gap = text[found[-1].end : span.start] if found else ""
        goes = not apart and not runs_through and last >= least and gap.count("\n") == 1 and not starts_anew(text, span)
        if goes and not (size <= HEAD_LINES and heads(text[found[-1].start : found[-1].end], text[span.start : span.end], last < full)):
            found[-1] = Span(found[-1].start, span.end)
            size += 1
        else:
            found.append(span)
            size = 1
        last = span.end - span.start
        apart = runs_through or (last < full and text[span.end - 1] in STOPS)  # the last line of a paragraph
    return found


def heads(line: str, below: str, short: bool) -> bool:
    """Whether a line is the head above a text and not its first line: no sentence ends in it, and what stands below begins one, by a small
    word with a capital, or by any word with one below a byline, a short line or one with a wide gap.
    """
    if not below[0].isupper() or not line[-1].isalnum() or STOP_INSIDE.search(line):
        return False
    if short or WIDE in line:
        return True
    word, words = OPENING.match(below), words_of(line)
    small = word is not None and word[0].lower() in function_words()
    return small or (len(words) <= BYLINE_WORDS and marks(words).get("byline", 0) >= 2)


def usual(spans: Sequence[Span], least: int) -> int:
    """The usual length of the lines of a text that was broken by width."""
    sizes = sorted(end - start for start, end in spans if least <= end - start <= WRAP_MOST)
    return sizes[len(sizes) // 2] if sizes else 0


def starts_anew(text: str, span: Span) -> bool:
    """Whether a line opens something of its own (a bullet, a numbered point, an address)."""
    return bool(re.match(r"[•*+·▪–—-]\s|\d{1,3}[.)]\s|\[\d|©|https?://|www\.", text[span.start : span.start + 8]))

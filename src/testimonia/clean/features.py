"""What the model sees of a unit: its own shape, its neighbours' shapes, and its place in the page, as one row of numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from testimonia.base.phrases import words_of
from testimonia.base.shapes import CATEGORIES, Shape, positions
from testimonia.base.spans import Span

Matrix = NDArray[np.float32]
Row = NDArray[np.float32]

NEIGHBOURS = (-4, -3, -2, -1, 1, 2, 3, 4)
REACHES = (2, 6, 20)  # units to each side that a window mean takes in
SEEN_OF = ("text", "long", "ends", "bullet", "date", "function")  # what is told of each neighbour
MARKS_SEEN = ("comment", "related", "footer", "share", "posted", "nav")  # marks whose nearness and count are told
LONG_TEXT = 8.0  # function words of a unit that is certainly running text
HELD = 600  # characters of a unit whose words are held against the rest of the page
PENALTY = 3.0  # what a unit without text costs inside the main cluster (a maximum sum over the page)


def own(shapes: Sequence[Shape]) -> Matrix:
    """The units' own shapes."""
    rows = [
        (
            s.chars, s.words, s.function, c.capitals / max(1, s.words), c.upper / max(1, s.words), c.digits / max(1, s.chars),
            s.inner_stops, c.commas / max(1, s.words), c.quotes, c.bars / max(1, s.words), c.signs, c.urls, s.ends_sentence,
            s.ends_question, s.ends_colon, s.bullet, s.starts_lower, s.copyright, s.unspaced, s.date, s.function / max(1, s.words),
            s.chars / max(1, s.words), s.text_weight, *s.marks,
        )
        for s in shapes
        for c in (s.counts,)
    ]  # fmt: skip
    return np.asarray(rows, dtype=np.float32).reshape(len(rows), 23 + len(CATEGORIES))


def moved(column: Row, by: int) -> Row:
    """The column as seen `by` units further on; -1 outside the page."""
    out = np.full_like(column, -1.0)
    if by > 0:
        out[:-by] = column[by:]
    else:
        out[-by:] = column[:by]
    return out


def window_mean(column: Row, reach: int) -> Row:
    """The mean over the units at most `reach` away."""
    total = np.concatenate([[0.0], np.cumsum(column, dtype=np.float64)])
    places = np.arange(len(column))
    low, high = np.maximum(0, places - reach), np.minimum(len(column), places + reach + 1)
    return np.asarray((total[high] - total[low]) / (high - low), dtype=np.float32)


def steps_since(flags: NDArray[np.bool_]) -> Row:
    """Units since the last flagged one (0 at it), at most 60; 60 before the first."""
    places = np.arange(len(flags))
    last = np.maximum.accumulate(np.where(flags, places, -1))
    return np.where(last < 0, 60, np.minimum(60, places - last)).astype(np.float32)


def best_stretch(gain: Row) -> tuple[int, int]:
    """The stretch of the largest sum (Kadane): where most of the page's running text stands together."""
    best, best_at, running, start = 0.0, (0, 0), 0.0, 0
    for place, value in enumerate(gain.tolist()):
        if running <= 0.0:
            running, start = 0.0, place
        running += value
        if running > best:
            best, best_at = running, (start, place + 1)
    return best_at


def page_columns(text: str, spans: Sequence[Span], shapes: Sequence[Shape]) -> list[Row]:
    """Where a unit stands in its page."""
    count = len(spans)
    weight = np.asarray([s.text_weight for s in shapes], dtype=np.float32)
    chars = np.asarray([span.end - span.start for span in spans], dtype=np.float64)
    places = np.arange(count, dtype=np.float32)
    start, end = best_stretch(weight - PENALTY)
    before = np.cumsum(weight) / max(1.0, float(weight.sum()))
    long_text = weight >= LONG_TEXT
    times = Counter(text[span.start : min(span.end, span.start + 200)] for span in spans)
    repeats = np.asarray([times[text[span.start : min(span.end, span.start + 200)]] for span in spans], dtype=np.float32)
    columns = (
        places / max(1, count),
        np.cumsum(chars) / max(1.0, float(chars.sum())),
        before,
        np.log1p(repeats),
        places - start,
        end - places,
        (places >= start) & (places < end),
        np.full(count, np.log1p(weight.sum())),
        steps_since(long_text),
        steps_since(long_text[::-1])[::-1],
        shared_words(text, spans, shapes, (start, end)),
    )
    return [np.asarray(column, dtype=np.float32) for column in columns]


def shared_words(text: str, spans: Sequence[Span], shapes: Sequence[Shape], main: tuple[int, int]) -> Row:
    """The share of a unit's longer words (of its first `HELD` characters) that the main stretch uses elsewhere than in this unit."""
    opening = [
        seen.tokens if span.end - span.start <= HELD else words_of(text[span.start : span.start + HELD])
        for span, seen in zip(spans, shapes, strict=True)
    ]
    lists = [[word for word in words if len(word) > 4] for words in opening]
    known = Counter(word for words in lists[main[0] : main[1]] for word in set(words))
    shares = []
    for place, words in enumerate(lists):
        inside = main[0] <= place < main[1]
        shares.append(sum(1 for word in words if known[word] > inside) / len(words) if words else -1.0)
    return np.asarray(shares, dtype=np.float32)


def features(text: str, spans: Sequence[Span], seen: Sequence[Shape]) -> Matrix:
    """One row of numbers for each unit, by the units' spans and shapes."""
    base = own(seen)
    columns = {
        "text": base[:, 22],
        "long": np.log1p(base[:, 0]),
        "ends": base[:, 12],
        "bullet": base[:, 15],
        "date": base[:, 19],
        "function": base[:, 20],
    }
    out: list[Row] = [moved(columns[name], by) for name in SEEN_OF for by in NEIGHBOURS]
    out += [window_mean(columns[name], reach) for name in ("text", "long", "bullet", "function", "date") for reach in REACHES]
    at = positions()
    for category in MARKS_SEEN:
        flags = base[:, 23 + at[category]] >= 2
        out += [steps_since(flags), steps_since(flags[::-1])[::-1], window_mean(flags.astype(np.float32), 6)]
    comment = base[:, 23 + at["comment"]] >= 2
    out.append(np.cumsum(comment).astype(np.float32))
    out += page_columns(text, spans, seen)
    return np.column_stack([base, *out]).astype(np.float32)

"""Two texts in two languages that tell of one matter are not yet translations: their paragraphs must answer one another.

Each paragraph of a translation lies nearer to the paragraph beside it than to the others of the same text. Texts that merely share their
matter lie near everywhere, so the paragraphs beside one another stand out by nothing. The comparison is within the pair, so that it asks
for no threshold of what "near" is in a language or a matter.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from testimonia.base.spans import Span
from testimonia.link.reuse.crossing import traces
from testimonia.link.reuse.vectors import Encoder, installed

MOST = 12  # paragraphs looked at on each side, spread over the text
FEW = 7  # of which so many by meaning, when figures and names leave it open
FEWEST = 3  # rows below which nothing stands out from anything
HITS = 0.65  # the share of rows whose paragraph beside is the nearest of all, the mean of both sides; chance gives 1 in the number of rows
MARGIN = 0.05  # how much nearer the paragraphs beside one another must lie, on the mean, than the others of the same two texts
PLAIN_HITS, PLAIN_MARGIN, PLAIN_ROWS = 0.8, 0.2, 6  # the same by figures and names, from where on no vector is needed: not of few rows
SHORT = 40  # characters below which a line says too little
ANSWERED, LEAST = (
    0.87,
    0.85,
)  # how near its answer each sentence of a note must lie, on the mean and at the least; of one matter .82, to .87

Likeness = NDArray[np.float64]


def confirmed(
    texts: tuple[str, str], rows: Sequence[tuple[Span, Span]], languages: tuple[str, str], encoder: Encoder, room: float = math.inf
) -> bool:
    """Whether the paragraphs side by side answer one another; two texts of too few paragraphs are left as they were judged.

    The encoder is asked as long as it has computed less than `room` vectors; from there on figures and names alone decide.
    """
    long = telling(texts, rows)
    if len(long) < FEWEST:
        return True
    hits, margin = standing_out(by_traces(spread(long, MOST)))
    if hits >= PLAIN_HITS and margin >= PLAIN_MARGIN and len(long) >= PLAIN_ROWS:
        return True
    if installed() and encoder.count + 2 * FEW <= room:
        hits, margin = standing_out(by_meaning(spread(long, FEW), languages, encoder))
    return hits >= HITS and margin >= MARGIN


def answered(ours: Sequence[str], theirs: Sequence[str], languages: tuple[str, str], encoder: Encoder, room: float = math.inf) -> bool:
    """Whether each sentence of two notes has one of the other that says the same: too few to be told by what stands out among them."""
    if not ours or not theirs or not installed() or encoder.count + len(ours) + len(theirs) > room:
        return True
    alike = likeness((ours, theirs), languages, encoder)
    nearest = np.concatenate((alike.max(axis=0), alike.max(axis=1)))
    return bool(nearest.mean() >= ANSWERED and nearest.min() >= LEAST)


def telling(texts: tuple[str, str], rows: Sequence[tuple[Span, Span]]) -> list[tuple[str, str]]:
    """The rows that are long enough to say something, in words."""
    pairs = [(one.of(texts[0]), other.of(texts[1])) for one, other in rows]
    return [pair for pair in pairs if min(map(len, pair)) >= SHORT]


def spread(pairs: Sequence[tuple[str, str]], most: int) -> list[tuple[str, str]]:
    """So many of some pairs, from the first to the last."""
    return [pairs[place] for place in np.linspace(0, len(pairs) - 1, min(most, len(pairs))).round().astype(int)]


def standing_out(alike: Likeness) -> tuple[float, float]:
    """The share of rows whose own pair is the nearest (the mean of both sides), and how much nearer own pairs lie than others."""
    own = np.arange(len(alike))
    beside = np.eye(len(alike), dtype=bool)
    hits = ((alike.argmax(axis=1) == own).mean() + (alike.argmax(axis=0) == own).mean()) / 2
    return float(hits), float(alike[beside].mean() - alike[~beside].mean())


def by_meaning(pairs: Sequence[tuple[str, str]], languages: tuple[str, str], encoder: Encoder) -> Likeness:
    """How near each paragraph of one side lies to each of the other, by the encoder."""
    return likeness(([one for one, _ in pairs], [other for _, other in pairs]), languages, encoder)


def likeness(texts: tuple[Sequence[str], Sequence[str]], languages: tuple[str, str], encoder: Encoder) -> Likeness:
    """How near each of some texts lies to each of some others, by the encoder."""
    sides = []
    for side, language in zip(texts, languages, strict=True):
        vectors = encoder.leads(dict(enumerate(side)), dict.fromkeys(range(len(side)), language))
        sides.append(np.stack([vectors[place] for place in sorted(vectors)]).astype(np.float64))
    alike: Likeness = sides[0] @ sides[1].T
    return alike


def by_traces(pairs: Sequence[tuple[str, str]]) -> Likeness:
    """The same without an encoder: by shared figures and names."""
    left, right = [traces(one) for one, _ in pairs], [traces(other) for _, other in pairs]
    return np.array([[len(one & other) / max(1.0, (len(one) * len(other)) ** 0.5) for other in right] for one in left])

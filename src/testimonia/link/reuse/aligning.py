"""Two folded texts to the exact stretches that they share: anchors, chains of anchors, alignment, and the best-scoring runs of it.

Seed-and-extend as in sequence comparison: shared short grams are joined into runs, runs that go on in both texts are chained, a chain's
box is aligned by edit distance, and the maximal scoring segments of the alignment are the passages. A long insertion or deletion ends a
passage, a short one does not.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from operator import itemgetter
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import Levenshtein

from testimonia.link.reuse.folding import ANCHOR, SLOTS, Folded, Places

GAP = 48  # units between two runs of one chain
DRIFT = 32  # how much longer one side of the gap may be
MARGIN = 32  # units beyond a chain's ends that the alignment may reach
LONG = 4000  # units of a chain that are aligned at once
REPEATS = 6  # places of one gram in one text beyond which it anchors nothing: a set phrase
MANY = 32  # unless the text as a whole is repeated; then so many of its copies are found
SUBSTITUTE, INDEL, DROP = 1.6, 1.0, 16.0  # costs of a unit that differs, against 1 for one that matches
ROOT, TRUNK = 24, 26  # units of runs that a chain must have to be aligned, and the best chain of a pair
LEAST = 30  # matched units of a passage
STRONG = 46  # matched units of a passage that shows reuse by itself: seven or eight words
STEADY = 40  # of which so many without a slip of more than one unit: what two people write by chance differs in whole words


# Equal text: a place in the one, a place in the other, and how many units. Plain tuples, for there are hundreds of thousands of them: they
# are made at a tenth of what objects with names take, and Python's collector leaves them alone.
Block = tuple[int, int, int]


class Passage(NamedTuple):
    """Shared text, in units: `a0:a1` of the one and `b0:b1` of the other, with the units that match and the blocks of equal text."""

    a0: int
    a1: int
    b0: int
    b1: int
    matched: int
    blocks: tuple[Block, ...]

    @property
    def steady(self) -> int:
        """The most matched units without a difference of more than one unit: noise breaks letters, other wording breaks words."""
        best = size = 0
        end_i, end_j = self.a0, self.b0
        for i, j, length in self.blocks:
            size = length + (size if i - end_i <= 1 and j - end_j <= 1 else 0)
            best = max(best, size)
            end_i, end_j = i + length, j + length
        return best

    @property
    def strong(self) -> bool:
        """Whether the passage shows reuse by itself."""
        return self.matched >= STRONG and self.steady >= STEADY

    @property
    def similarity(self) -> float:
        """The share of matched units in the longer side."""
        return self.matched / max(self.a1 - self.a0, self.b1 - self.b0)


def units_of(found: Iterable[Passage]) -> tuple[Places, Places, Places]:
    """The blocks of some passages, a row each, and the units of either text that match, block by block."""
    blocks = np.array([block for one in found for block in one.blocks], dtype=np.int64).reshape(-1, 3)
    i, j, sizes = blocks.T
    within = np.arange(int(sizes.sum())) - (sizes.cumsum() - sizes).repeat(sizes)
    return blocks, i.repeat(sizes) + within, j.repeat(sizes) + within


def passages(a: Folded, others: Sequence[Folded]) -> list[list[Passage]]:
    """The stretches that a text shares with each of some others, in the order of the first, none lying over a better one in both texts.

    Empty for another unless one of its passages is strong: long, and steady for a while (see `Passage.steady`). Weaker ones are believed
    beside a strong one.
    """
    return [shared(a, b, chains(found)) for b, found in zip(others, runs(a, others), strict=True)]


def shared(a: Folded, b: Folded, linked: Sequence[Sequence[Block]]) -> list[Passage]:
    """The passages of two texts, from the chains of their runs."""
    sizes = [sum(map(itemgetter(2), chain)) for chain in linked]
    if max(sizes, default=0) < TRUNK:
        return []
    linked = [chain for chain, size in zip(linked, sizes, strict=True) if size >= ROOT]
    found = [one for chain in linked for one in scored(aligned(a, b, chain))]
    return distinct(found) if any(one.strong for one in found) else []


def runs(a: Folded, others: Sequence[Folded]) -> list[list[Block]]:
    """The maximal diagonal runs of anchors that a text shares with each of some others, in the order of the first text."""
    which, i, j = anchors(a, others)
    wide = max(map(len, (a.codes, *(other.codes for other in others)))) + 1
    key = np.sort((which * (2 * wide) + (i - j + wide)) * wide + i)  # one number for a place on a diagonal of one pair
    starts = np.flatnonzero(np.concatenate((np.ones(min(1, len(key)), dtype=np.bool_), key[1:] != key[:-1] + 1)))
    size = np.diff(np.concatenate((starts, [len(key)]))) + ANCHOR - 1
    line, i = np.divmod(key[starts], wide)
    which, diagonal = np.divmod(line, 2 * wide)
    diagonal -= wide
    kept = np.flatnonzero((size >= ROOT) | neighboured(which, i, diagonal, size))
    which, i, j, size = which[kept], i[kept], i[kept] - diagonal[kept], size[kept]
    order = np.lexsort((j, i, which))
    made = list(zip(i[order].tolist(), j[order].tolist(), size[order].tolist(), strict=True))
    cuts = np.searchsorted(which[order], np.arange(len(others) + 1))
    return [made[low:high] for low, high in pairwise(cuts.tolist())]


def anchors(a: Folded, others: Sequence[Folded]) -> tuple[Places, Places, Places]:
    """The short grams that a text shares with others: which other, the place in the text and the place in the other.

    A gram that stands often in a text is a set phrase and anchors nothing, unless the text as a whole is repeated.
    """
    known = a.lexicon
    grams = np.concatenate([other.grams for other in others])
    sizes = np.array([len(other.grams) for other in others])
    there = np.flatnonzero(known.known[(grams & np.uint64(SLOTS - 1)).astype(np.intp)])
    at = np.searchsorted(known.hashes, grams[there])
    at[at == len(known.hashes)] = 0
    held = known.hashes[at] == grams[there] if len(known.hashes) else np.zeros(0, dtype=np.bool_)
    there, at = there[held], at[held]
    which = np.searchsorted(np.cumsum(sizes), there, "right")
    kept = np.flatnonzero(telling(which, at, known.counts[at]))
    which, at, there = which[kept], at[kept], there[kept] - (np.cumsum(sizes) - sizes)[which[kept]]
    counts = np.minimum(known.counts[at], MANY)
    offsets = np.arange(int(counts.sum())) - np.repeat(np.cumsum(counts) - counts, counts)
    return np.repeat(which, counts), known.places[np.repeat(known.starts[at], counts) + offsets], np.repeat(there, counts)


def telling(which: Places, gram: Places, ours: Places) -> NDArray[np.bool_]:
    """Which of the shared grams (`ours`: how often each stands in the first text) are no set phrases; of a repeated text some copies."""
    if not len(which):
        return np.zeros(0, dtype=np.bool_)
    key = which * (int(gram.max()) + 1) + gram
    theirs = np.bincount(key)[key]
    kept: NDArray[np.bool_] = np.maximum(ours, theirs) <= REPEATS
    each = 1.0 / theirs  # sums to the number of different grams
    repeated = 2 * np.bincount(which, each * ~kept) > np.bincount(which, each)
    for other in np.flatnonzero(repeated).tolist():
        here = np.flatnonzero(which == other)
        here = here[np.argsort(gram[here], kind="stable")]
        starts = np.flatnonzero(np.concatenate(([True], np.diff(gram[here]) != 0)))
        kept[here] = np.arange(len(here)) - np.repeat(starts, np.diff(np.concatenate((starts, [len(here)])))) < MANY
    return kept


def neighboured(which: Places, i: Places, diagonal: Places, size: Places) -> NDArray[np.bool_]:
    """Which runs have another near them that a chain could join them to; the rest is chance."""
    found = np.zeros(len(i), dtype=np.bool_)
    if not len(i):
        return found
    wide = int(i.max()) + 1
    for shift in (0, DRIFT):  # two runs that drift apart by `DRIFT` at most fall into one band of either division
        band = (diagonal + shift) // (2 * DRIFT)
        band -= band.min()
        lines = which * (int(band.max()) + 1) + band
        order = np.argsort(lines * wide + i, kind="stable")
        line, place = lines[order], i[order]
        near = (line[1:] == line[:-1]) & (place[1:] - place[:-1] <= size[order[:-1]] + GAP)
        found[order[:-1][near]] = True
        found[order[1:][near]] = True
    return found


def chains(found: Sequence[Block]) -> list[list[Block]]:
    """Runs that follow one another in both texts, joined: each run goes to the chain whose end lies nearest before it."""
    open_chains: list[list[Block]] = []
    closed: list[list[Block]] = []
    for run in found:
        i, j, _ = run
        best, cost = None, GAP + DRIFT + 1
        still: list[list[Block]] = []
        for chain in open_chains:
            last_i, last_j, size = chain[-1]
            di, dj = i - last_i - size, j - last_j - size
            if di > GAP:
                closed.append(chain)
                continue
            still.append(chain)
            near = di > -ANCHOR and -ANCHOR < dj <= GAP and -DRIFT <= di - dj <= DRIFT and j > last_j
            if near and (far := max(di, dj) + abs(di - dj)) < cost:
                best, cost = chain, far
        open_chains = still
        if best is None:
            open_chains.append([run])
        else:
            best.append(run)
    return closed + open_chains


def aligned(a: Folded, b: Folded, chain: Sequence[Block]) -> list[Block]:
    """The equal blocks of a chain's box and its margins by edit distance, cut at long runs so that the work stays linear."""
    (first_i, first_j, _), (last_i, last_j, last) = chain[0], chain[-1]
    i, j = max(0, first_i - MARGIN), max(0, first_j - MARGIN)
    stop_i, stop_j = min(len(a.codes), last_i + last + MARGIN), min(len(b.codes), last_j + last + MARGIN)
    blocks: list[Block] = []
    for run_i, run_j, size in chain:
        if run_i < i or run_j < j:
            continue
        if size > LONG:
            blocks += [*box(a, b, (i, run_i, j, run_j)), (run_i, run_j, size)]
            i, j = run_i + size, run_j + size
        elif run_i - i > LONG:
            blocks += box(a, b, (i, run_i, j, run_j))
            i, j = run_i, run_j
    return blocks + box(a, b, (i, stop_i, j, stop_j))


def box(a: Folded, b: Folded, sides: tuple[int, int, int, int]) -> list[Block]:
    """The equal blocks of one stretch of each text."""
    i, stop_i, j, stop_j = sides
    blocks = Levenshtein.editops(a.text[i:stop_i], b.text[j:stop_j]).as_matching_blocks()
    return [(i + block.a, j + block.b, block.size) for block in blocks if block.size]


def scored(blocks: Sequence[Block]) -> Iterator[Passage]:
    """The segments of an alignment whose score rises without falling by `DROP` below its best."""
    first = upto = 0
    score = best = 0.0
    end_i = end_j = -1
    for number, (i, j, size) in enumerate(blocks):
        if end_i >= 0:
            di, dj = i - end_i, j - end_j
            score -= SUBSTITUTE * di + INDEL * (dj - di) if di < dj else SUBSTITUTE * dj + INDEL * (di - dj)
        if score <= 0 or best - score > DROP:
            if best >= LEAST / 2:
                yield from passage(blocks[first:upto])
            first, upto, score, best = number, number, 0.0, 0.0
        score += size
        end_i, end_j = i + size, j + size
        if score > best:
            best, upto = score, number + 1
    if best >= LEAST / 2:
        yield from passage(blocks[first:upto])


def passage(blocks: Sequence[Block]) -> Iterator[Passage]:
    """The passage of a segment, when enough of it matches."""
    matched = sum(map(itemgetter(2), blocks))
    if matched >= LEAST:
        (i, j, _), (last_i, last_j, size) = blocks[0], blocks[-1]
        yield Passage(i, last_i + size, j, last_j + size, matched, tuple(blocks))


def distinct(found: Sequence[Passage]) -> list[Passage]:
    """The passages without those that lie, in both texts, mostly over a better one."""
    kept: list[Passage] = []
    for one in sorted(found, key=lambda p: (-p.matched, p)):
        if not any(over(one, other) for other in kept):
            kept.append(one)
    return sorted(kept)


def over(one: Passage, other: Passage) -> bool:
    """Whether a passage lies over another for more than half of itself, in both texts."""
    in_a = min(one.a1, other.a1) - max(one.a0, other.a0)
    in_b = min(one.b1, other.b1) - max(one.b0, other.b0)
    return in_a > (one.a1 - one.a0) / 2 and in_b > (one.b1 - one.b0) / 2

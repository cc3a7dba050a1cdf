"""Candidates: pairs of units that share grams which few others have, close together on one diagonal.

Every unit is thinned to a sample of its grams by winnowing (Schleimer, Wilkerson and Aiken 2003): any stretch that two texts share gives at
least one gram to both samples if it is as long as gram and window together. A gram's evidence falls with the number of units that hold it,
and only grams whose places differ by about the same add up, as those of a shared stretch do and those of chance do not. A gram that very
many hold is a set phrase of the case (a formula, a prayer, a legal notice) and says nothing of two texts that share little else; it pairs
each of them only with its neighbours in the list, and counts where much of a text is shared. So ten thousand versions of one text are
found, at the cost of some ten thousand pairs, not fifty million.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from operator import itemgetter
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from testimonia.link.reuse.folding import Folded, gram_hashes

CROWD = 64  # units beyond which a gram pairs only neighbours in its list
FEW, SHARE = 24, 0.05  # in a smaller case so many units, or this share of it, already make a gram a set phrase
VERSION = 0.2  # of the smaller sample, in one place: so much is shared by two versions of a text, however many others have it too
NEIGHBOURS = 3
BAND = 32  # diagonals of a band; what lies in two bands side by side adds up
SHARED, WEIGHT = 4, 2.0  # sampled grams that a pair must share in one place to be aligned, and their weight
BATCH = 250_000  # pairs of grams held at a time: some hundred bytes each
LAST = np.iinfo(np.uint64).max

Hashes = NDArray[np.uint64]
Numbers = NDArray[np.int32]


class Prints(NamedTuple):
    """Sampled grams as columns: the gram's hash, the unit that holds it, and where in the unit it first stands."""

    hash: Hashes
    unit: Numbers
    place: Numbers

    @classmethod
    def joined(cls, parts: Iterable[tuple[int, Hashes, Numbers]]) -> Prints:
        """The samples of some units (number, hashes, places) as one, by unit."""
        listed = sorted(parts, key=itemgetter(0)) or [(0, np.zeros(0, dtype=np.uint64), np.zeros(0, dtype=np.int32))]
        units = np.repeat(np.array([number for number, _, _ in listed], dtype=np.int32), [len(hashes) for _, hashes, _ in listed])
        return cls(np.concatenate([part[1] for part in listed]), units, np.concatenate([part[2] for part in listed]))


class Pairs(NamedTuple):
    """Pairs of units as columns: `a` before `b`, how many sampled grams they share in one place, and the weight of these."""

    a: NDArray[np.int64]
    b: NDArray[np.int64]
    shared: NDArray[np.int64]
    weight: NDArray[np.float64]

    def only(self, kept: NDArray[np.bool_]) -> Pairs:
        """Some of them."""
        return Pairs(self.a[kept], self.b[kept], self.shared[kept], self.weight[kept])

    @classmethod
    def joined(cls, parts: Iterable[Pairs]) -> Pairs:
        """Some parts as one."""
        return cls(*map(np.concatenate, zip(*parts, strict=True)))


class Sieve(NamedTuple):
    """How texts are sampled: units of a gram, and grams of which the least is kept."""

    gram: int
    window: int


FINE = Sieve(12, 5)
COARSER = ((5_000_000, Sieve(16, 8)), (50_000_000, Sieve(20, 10)))  # from so many characters on: what is rare in a case depends on its size


def sieve_for(characters: int) -> Sieve:
    """The sieve for a case of this size. A fine one finds a short quotation through noise, and in a large case would pair everything."""
    fitting = [sieve for least, sieve in COARSER if characters >= least]
    return fitting[-1] if fitting else FINE


def sample(folded: Folded, sieve: Sieve = FINE) -> tuple[Hashes, Numbers]:
    """The winnowed grams of one unit, each once, sorted, and where each first stands."""
    hashes, valid = gram_hashes(folded.codes, sieve.gram)
    hashes = np.where(valid, hashes, LAST)
    chosen = np.flatnonzero(winnowed(hashes, sieve.window) & (hashes != LAST))
    found, first = np.unique(hashes[chosen], return_index=True)
    return found, chosen[first].astype(np.int32)


def winnowed(hashes: Hashes, window: int) -> NDArray[np.bool_]:
    """Which hashes are the least of some window."""
    count = len(hashes) - window + 1
    if count <= 1:
        return np.asarray(hashes == hashes.min(initial=LAST))
    least = hashes[:count].copy()
    for step in range(1, window):
        np.minimum(least, hashes[step : step + count], out=least)
    chosen = np.zeros(len(hashes), dtype=np.bool_)
    for step in range(window):
        chosen[step : step + count] |= hashes[step : step + count] == least
    return chosen


def bounds(ordered: Hashes | Numbers) -> NDArray[np.int64]:
    """Where each run of equal values begins, and where the last ends."""
    last = np.full(min(1, len(ordered)), len(ordered), dtype=np.int64)
    return np.concatenate((np.zeros(1, dtype=np.int64), np.flatnonzero(np.diff(ordered)) + 1, last))


def crowd(units: int) -> int:
    """The number of units beyond which a gram is a set phrase, in a case of so many."""
    return int(min(CROWD, max(FEW, SHARE * units)))


def held_by_several(prints: Prints) -> Prints:
    """The rows of the grams that more than one unit holds, in their order."""
    order = np.argsort(prints.hash)
    ordered = prints.hash[order]
    again = np.zeros(len(order), dtype=np.bool_)
    again[1:] = ordered[1:] == ordered[:-1]
    again[:-1] |= again[1:]
    kept = np.sort(order[again])
    return Prints(prints.hash[kept], prints.unit[kept], prints.place[kept])


class Postings:
    """The sampled grams of all units by gram: what each row of the prints shares with rows of later units.

    The prints must come by unit. `partners[r]` says how many of the rows after row `r` of the sorted list are paired with it: all, or the
    next few where more than `limit` units hold the gram. Where grams are `phrases`, such a gram is a set phrase and weighs nothing.
    Grams that one unit alone holds, nearly all of a large case, are left out at once: they pair nothing, and would take most of the memory.
    """

    def __init__(self, prints: Prints, limit: int, *, phrases: bool) -> None:
        hashes, self.unit, self.place = held_by_several(prints)
        order = np.argsort(hashes, kind="stable")
        self.units, self.places = self.unit[order], self.place[order]
        self.rank = np.empty(len(order), dtype=np.int64)
        self.rank[order] = np.arange(len(order))
        edges = bounds(hashes[order])
        counts = np.diff(edges)
        held = np.repeat(counts, counts)
        after = np.repeat(edges[1:], counts) - np.arange(len(order)) - 1
        crowded = held > limit
        self.partners = np.where(crowded, np.minimum(after, NEIGHBOURS), after)
        self.weight = np.where(crowded & phrases, 0.0, 1.0 / np.log2(1.0 + held))

    def blocks(self) -> Iterator[tuple[int, int]]:
        """The prints in blocks of whole units with a bounded number of partners."""
        total = np.concatenate(([0], np.cumsum(self.partners[self.rank])))
        starts = bounds(self.unit)
        begin = 0
        for at in range(1, len(starts)):
            if at + 1 == len(starts) or total[starts[at + 1]] - total[begin] > BATCH:
                yield begin, int(starts[at])
                begin = int(starts[at])

    def pairs(self, begin: int, end: int) -> Pairs:
        """The pairs of units whose first is one of a block's, each with its best place."""
        ranks = self.rank[begin:end]
        counts = self.partners[ranks]
        first = np.repeat(ranks, counts)
        rows = np.repeat(np.arange(begin, end), counts)
        other = first + 1 + np.arange(len(first)) - np.repeat(np.cumsum(counts) - counts, counts)
        band = (self.place[rows].astype(np.int64) - self.places[other]) // BAND
        key = ((self.unit[rows].astype(np.uint64) << np.uint64(24) | self.units[other].astype(np.uint64)) << np.uint64(16)) | (
            band & 0xFFFF
        ).astype(np.uint64)
        return best_places(key, self.weight[first])


def best_places(key: Hashes, weight: NDArray[np.float64]) -> Pairs:
    """For every pair the two bands side by side that weigh most. A key is two units of 24 bits and a band of 16."""
    if not len(key):
        return NONE
    order = np.argsort(key, kind="stable")
    key = key[order]
    edges = np.flatnonzero(np.concatenate(([True], key[1:] != key[:-1])))
    bands = key[edges]
    shared, heavy = np.diff(np.concatenate((edges, [len(key)]))), np.add.reduceat(weight[order], edges)
    beside = np.concatenate((bands[1:] == bands[:-1] + np.uint64(1), [False]))
    both = shared + np.where(beside, np.roll(shared, -1), 0), heavy + np.where(beside, np.roll(heavy, -1), 0.0)
    pair = bands >> np.uint64(16)
    starts = np.flatnonzero(np.concatenate(([True], pair[1:] != pair[:-1])))
    units = (pair[starts] >> np.uint64(24)).astype(np.int64), (pair[starts] & np.uint64(0xFFFFFF)).astype(np.int64)
    return Pairs(*units, np.maximum.reduceat(both[0], starts), np.maximum.reduceat(both[1], starts))


NONE = Pairs(np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64), np.zeros(0))


def all_pairs(postings: Postings) -> Iterator[Pairs]:
    """Every pair of units that the postings give, in blocks."""
    yield NONE
    for begin, end in postings.blocks():
        yield postings.pairs(begin, end)


def candidates(prints: Prints) -> Pairs:
    """The pairs of units, ordered, that share in one place enough sampled grams, and of enough weight or much of a text."""
    sampled = np.bincount(prints.unit)
    postings = Postings(prints, crowd(int(np.count_nonzero(sampled))), phrases=True)
    return Pairs.joined(pairs.only(telling(pairs, sampled)) for pairs in all_pairs(postings))


def telling(pairs: Pairs, sampled: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Which pairs are worth an alignment; `sampled` is how many grams each unit gave."""
    smaller = np.minimum(sampled[pairs.a], sampled[pairs.b])
    return (pairs.shared >= SHARED) & ((pairs.weight >= WEIGHT) | (pairs.shared >= VERSION * smaller))

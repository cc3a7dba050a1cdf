"""Candidates: pairs of units that share grams which few others have.

Every unit is thinned to a sample of its grams by winnowing (Schleimer, Wilkerson and Aiken 2003): any stretch that two texts share gives at
least one gram to both samples if it is as long as gram and window together. A gram's evidence falls with the number of units that hold it,
and a gram that very many hold pairs each of them only with its neighbours in the list, so that ten thousand versions of one text cost some
ten thousand pairs, not fifty million.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from testimonia.link.reuse.folding import Folded, gram_hashes

CROWD = 64  # units beyond which a gram pairs only neighbours in its list
NEIGHBOURS = 3
SHARED, WEIGHT = 4, 0.9  # sampled grams that a pair must share to be aligned, and their weight
BATCH = 4_000_000  # pairs held at a time
SCHEMA = pa.schema([("hash", pa.uint64()), ("unit", pa.int32())])
PAIRS = pa.schema([("a", pa.int32()), ("b", pa.int32()), ("shared", pa.int32()), ("weight", pa.float64())])


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


def sample(folded: Folded, sieve: Sieve = FINE) -> NDArray[np.uint64]:
    """The winnowed grams of one unit, each once, sorted."""
    hashes, valid = gram_hashes(folded.codes, sieve.gram)
    if not len(hashes):
        return hashes
    hashes = np.where(valid, hashes, np.iinfo(np.uint64).max)
    if len(hashes) <= sieve.window:
        chosen = hashes[hashes == hashes.min()]
    else:
        least = np.lib.stride_tricks.sliding_window_view(hashes, sieve.window).min(axis=1)
        chosen = least[np.concatenate(([True], least[1:] != least[:-1]))]
    return np.unique(chosen[chosen != np.iinfo(np.uint64).max])


def candidates(prints: pa.Table) -> pa.Table:
    """Pairs of units (`a` before `b`) with how many sampled grams they share and the weight of these."""
    hashes, units = prints["hash"].to_numpy(), prints["unit"].to_numpy()
    order = np.lexsort((units, hashes))
    hashes, units = hashes[order], units[order]
    edges = np.flatnonzero(np.concatenate(([True], hashes[1:] != hashes[:-1], [True])))
    starts, counts = edges[:-1], np.diff(edges)
    held = counts > 1
    return summed(posting_pairs(units, starts[held], counts[held]))


def posting_pairs(units: NDArray[np.int32], starts: NDArray[np.int64], counts: NDArray[np.int64]) -> Iterable[pa.Table]:
    """The pairs that each posting list gives, summed batch by batch."""
    reach = np.where(counts > CROWD, NEIGHBOURS, counts - 1)
    for step in range(1, CROWD):
        near = (reach >= step) & (counts > step)
        if not near.any():
            return
        for part in split(starts[near], counts[near], step):
            begins, sizes = part
            yield pairs_at(units, begins, sizes, step)


def split(starts: NDArray[np.int64], counts: NDArray[np.int64], step: int) -> Iterable[tuple[NDArray[np.int64], NDArray[np.int64]]]:
    """The posting lists in batches of a bounded number of pairs."""
    total = np.cumsum(counts - step)
    cuts = np.searchsorted(total, np.arange(BATCH, int(total[-1]) + BATCH, BATCH), side="right")
    begin = 0
    for cut in sorted({*(int(cut) for cut in cuts), len(starts)}):
        if cut > begin:
            yield starts[begin:cut], counts[begin:cut]
        begin = max(begin, cut)


def pairs_at(units: NDArray[np.int32], starts: NDArray[np.int64], counts: NDArray[np.int64], step: int) -> pa.Table:
    """The pairs of units that stand `step` apart in the posting lists."""
    sizes = counts - step
    first = np.repeat(starts - np.concatenate(([0], np.cumsum(sizes)[:-1])), sizes) + np.arange(int(sizes.sum()))
    weight = np.repeat(1.0 / np.log2(1.0 + counts), sizes)
    return grouped(units[first].astype(np.int64), units[first + step].astype(np.int64), np.ones(len(first), dtype=np.int32), weight)


def grouped(a: NDArray[np.int64], b: NDArray[np.int64], shared: NDArray[np.int32], weight: NDArray[np.float64]) -> pa.Table:
    """Rows of equal pairs added up, ordered by pair."""
    key = (a << 32) | b
    order = np.argsort(key, kind="stable")
    key = key[order]
    edges = np.flatnonzero(np.concatenate(([True], key[1:] != key[:-1]))) if len(key) else np.zeros(0, dtype=np.int64)
    if not len(edges):
        return PAIRS.empty_table()
    columns = [
        (key[edges] >> 32).astype(np.int32),
        (key[edges] & 0xFFFFFFFF).astype(np.int32),
        np.add.reduceat(shared[order], edges).astype(np.int32),
        np.add.reduceat(weight[order], edges),
    ]
    return pa.table(columns, schema=PAIRS)


def summed(parts: Iterable[pa.Table]) -> pa.Table:
    """Tables of pairs added up into one."""
    held: Sequence[pa.Table] = []
    for part in parts:
        held = [*held, part]
        if sum(table.num_rows for table in held) > 2 * BATCH:
            held = [merged(held)]
    return merged(held)


def merged(tables: Sequence[pa.Table]) -> pa.Table:
    """Several tables of pairs as one."""
    whole = pa.concat_tables(tables) if tables else PAIRS.empty_table()
    columns = [whole[name].to_numpy() for name in ("a", "b", "shared", "weight")]
    return grouped(columns[0].astype(np.int64), columns[1].astype(np.int64), columns[2], columns[3])


def likely(pairs: pa.Table) -> pa.Table:
    """The pairs that are worth aligning."""
    keep = (pairs["shared"].to_numpy() >= SHARED) & (pairs["weight"].to_numpy() >= WEIGHT)
    return pairs.filter(pa.array(keep))

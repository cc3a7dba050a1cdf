"""Words as 64-bit numbers, so that a whole case can be joined on arrays.

Two of a million words meet in one number in one case of 40 million.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from hashlib import blake2b

import numpy as np
import numpy.typing as npt

Marks = npt.NDArray[np.uint64]
Places = npt.NDArray[np.int64]

MOST_KEPT = 1 << 15  # words whose mark is kept at hand
FIRST, SECOND, THIRD = (np.uint64(odd) for odd in (0x9E3779B97F4A7C15, 0xBF58476D1CE4E5B9, 0x94D049BB133111EB))


@lru_cache(MOST_KEPT)
def mark(words: str) -> int:
    """The number that stands for some words."""
    return int.from_bytes(blake2b(words.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")


def marks(words: Iterable[str]) -> Marks:
    """The numbers of several words, in their order."""
    return np.fromiter(map(mark, words), np.uint64)


def mixed(a: Marks, b: Marks | np.uint64) -> Marks:
    """Two numbers as one that depends on their order (the finaliser of splitmix64, Steele and others 2014)."""
    found = np.asarray(a * FIRST + b, np.uint64)
    found = (found ^ (found >> np.uint64(30))) * SECOND
    found = (found ^ (found >> np.uint64(27))) * THIRD
    return np.asarray(found ^ (found >> np.uint64(31)), np.uint64)


def summed(values: Marks, sizes: Places) -> Marks:
    """The sum over each stretch of so many values; what runs over is dropped, as for any sum of marks."""
    total = np.zeros(len(values) + 1, np.uint64)
    np.cumsum(values, out=total[1:])
    ends = np.cumsum(sizes)
    return np.asarray(total[ends] - total[ends - sizes], np.uint64)


def owners(sizes: Places) -> Places:
    """For every value of stretches of these sizes, the number of its stretch."""
    return np.repeat(np.arange(len(sizes)), sizes)


def stretches(starts: Places, sizes: Places) -> Places:
    """The places of some stretches, one behind the other."""
    return np.repeat(starts - np.cumsum(sizes) + sizes, sizes) + np.arange(int(sizes.sum()))


def found_at(held: Marks, wanted: Marks) -> Places:
    """Where each number stands among the sorted ones; -1 for one that does not."""
    if not len(held):
        return np.full(len(wanted), -1)
    places = np.minimum(np.searchsorted(held, wanted), len(held) - 1)
    return np.where(held[places] == wanted, places, -1)

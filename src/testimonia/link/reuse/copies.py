"""Copies in one language: index, candidates, alignment; texts that are the same throughout are aligned once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from testimonia.link.reuse.aligning import LEAST, Passage, Run, passages
from testimonia.link.reuse.folding import Folded
from testimonia.link.reuse.seeds import SCHEMA, candidates, likely, sample, sieve_for
from testimonia.link.reuse.units import Shelf, text_digest

FULL = 24  # units with the same text whose every pair is written out; of more, each is paired with the first


@dataclass(frozen=True, slots=True)
class Pair:
    """Two units (`a` before `b`) and the passages that they share."""

    a: int
    b: int
    passages: tuple[Passage, ...]

    def turned(self) -> Pair:
        """The same from the other side."""
        return Pair(self.b, self.a, tuple(sorted(turned(p) for p in self.passages)))


def turned(passage: Passage) -> Passage:
    """A passage seen from the other text."""
    return Passage(
        passage.b0,
        passage.b1,
        passage.a0,
        passage.a1,
        passage.matched,
        tuple(Run(block.j, block.i, block.size) for block in passage.blocks),
    )


@dataclass(frozen=True, slots=True)
class Index:
    """The sampled grams of the distinct texts, how long each unit is, and which units have the same text (first ones first)."""

    prints: pa.Table
    sizes: dict[int, int]
    groups: dict[int, tuple[int, ...]]


def index(shelf: Shelf) -> Index:
    """One pass over all texts."""
    first: dict[bytes, int] = {}
    groups: dict[int, list[int]] = defaultdict(list)
    sizes: dict[int, int] = {}
    hashes, numbers = [], []
    sieve = sieve_for(sum(unit.size for unit in shelf.units))
    for number, folded in shelf.stream():
        sizes[number] = len(folded.codes)
        if sizes[number] < LEAST:
            continue
        leader = first.setdefault(text_digest(folded), number)
        groups[leader].append(number)
        if leader == number:
            found = sample(folded, sieve)
            hashes.append(found)
            numbers.append(np.full(len(found), number, dtype=np.int32))
    prints = pa.table([np.concatenate(hashes), np.concatenate(numbers)], schema=SCHEMA) if hashes else SCHEMA.empty_table()
    return Index(prints, sizes, {leader: tuple(sorted(members)) for leader, members in groups.items()})


def compare(shelf: Shelf, held: Index) -> list[Pair]:
    """The pairs of distinct texts that share something, by pair."""
    wanted = likely(candidates(held.prints))
    found: list[Pair] = []
    for a, b in zip(wanted["a"].to_pylist(), wanted["b"].to_pylist(), strict=True):
        shared = passages(shelf[a], shelf[b])
        if shared:
            found.append(Pair(a, b, tuple(shared)))
    return found


def whole(folded: Folded) -> Passage:
    """A text shared from end to end."""
    size = len(folded.codes)
    return Passage(0, size, 0, size, size, (Run(0, 0, size),))


def spread(shelf: Shelf, held: Index, pairs: Iterable[Pair]) -> Iterator[Pair]:
    """The pairs of all units: those of distinct texts carried over to the units that have the same text, and these among themselves."""
    for pair in pairs:
        left, right = held.groups[pair.a], held.groups[pair.b]
        if len(left) * len(right) > FULL * FULL:
            left, right = left[:1], right[:1]
        for a in left:
            for b in right:
                yield Pair(a, b, pair.passages) if a < b else Pair(a, b, pair.passages).turned()
    for leader, members in held.groups.items():
        passage = whole(shelf[leader]) if len(members) > 1 else None
        for a, b in twins(members):
            yield Pair(a, b, (passage,) if passage else ())


def twins(members: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The pairs among units with the same text."""
    if len(members) > FULL:
        yield from ((members[0], other) for other in members[1:])
        return
    for place, a in enumerate(members):
        yield from ((a, b) for b in members[place + 1 :])

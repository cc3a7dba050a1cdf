"""Copies in one language: index, candidates, alignment; texts that are the same throughout are aligned once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

from testimonia.link.reuse.aligning import LEAST, Passage, Run, passages
from testimonia.link.reuse.folding import Folded
from testimonia.link.reuse.seeds import Prints, Sieve, candidates, sample, sieve_for
from testimonia.link.reuse.units import Shelf, text_digest

TOGETHER = 32  # texts that are held against one at a time
TABLE = 2_000_000  # units of the one text times the others
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
    """The sampled grams of the distinct texts, how they were sampled, how long each unit is, and which units have the same text."""

    prints: Prints
    sieve: Sieve
    sizes: dict[int, int]
    groups: dict[int, tuple[int, ...]]


def index(shelf: Shelf) -> Index:
    """One pass over all texts."""
    first: dict[bytes, int] = {}
    groups: dict[int, list[int]] = defaultdict(list)
    sizes: dict[int, int] = {}
    prints = []
    sieve = sieve_for(sum(unit.size for unit in shelf.units))
    for number, folded in shelf.stream():
        sizes[number] = len(folded.codes)
        if sizes[number] < LEAST:
            continue
        leader = first.setdefault(text_digest(folded), number)
        groups[leader].append(number)
        if leader == number:
            prints.append((number, *sample(folded, sieve)))
    return Index(Prints.joined(prints), sieve, sizes, {leader: tuple(sorted(members)) for leader, members in groups.items()})


def compare(shelf: Shelf, held: Index) -> list[Pair]:
    """The pairs of distinct texts that share something, by pair."""
    wanted = candidates(held.prints)
    found: list[Pair] = []
    for a, group in groupby(zip(wanted.a.tolist(), wanted.b.tolist(), strict=True), key=itemgetter(0)):
        others = [b for _, b in group]
        step = max(1, min(TOGETHER, TABLE // max(1, held.sizes[a])))
        for low in range(0, len(others), step):
            part = others[low : low + step]
            together = passages(shelf[a], [shelf[b] for b in part])
            found += [Pair(a, b, tuple(shared)) for b, shared in zip(part, together, strict=True) if shared]
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

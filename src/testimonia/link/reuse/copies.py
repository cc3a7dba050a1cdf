"""Copies in one language: index, candidates, alignment; texts that are the same throughout are aligned once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, groupby
from operator import itemgetter

from testimonia.base.links import Alignment
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
    """The sampled grams of the distinct texts and how they were sampled, their digests, how long each unit is, which have the same text."""

    prints: Prints
    sieve: Sieve
    digests: dict[int, str]
    sizes: dict[int, int]
    groups: dict[int, tuple[int, ...]]


def index(shelf: Shelf) -> Index:
    """One pass over all texts."""
    first: dict[str, int] = {}
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
    digests = {number: digest for digest, number in first.items()}
    return Index(Prints.joined(prints), sieve, digests, sizes, {leader: tuple(sorted(members)) for leader, members in groups.items()})


def compare(shelf: Shelf, held: Index, known: Mapping[tuple[str, str], Alignment]) -> tuple[list[Pair], list[Alignment]]:
    """The pairs of distinct texts that share something, by pair; and what was found of every two texts that were candidates.

    What is `known` of two texts from an earlier run is taken over: it depends on nothing but the two.
    """
    wanted = candidates(held.prints)
    found: list[Pair] = []
    kept: list[Alignment] = []
    for a, group in groupby(zip(wanted.a.tolist(), wanted.b.tolist(), strict=True), key=itemgetter(0)):
        others = [(b, (held.digests[a], held.digests[b])) for _, b in group]
        new = align(shelf, a, [b for b, key in others if key not in known], held.sizes[a])
        for b, key in others:
            kept.append(known[key] if key in known else Alignment(*key, written(new[b])))
            shared = tuple(read(known[key].passages)) if key in known else new[b]
            found += [Pair(a, b, shared)] if shared else []
    return found, kept


def align(shelf: Shelf, a: int, others: Sequence[int], size: int) -> dict[int, tuple[Passage, ...]]:
    """What a text shares with each of some others, a part of them at a time."""
    found: dict[int, tuple[Passage, ...]] = {}
    step = max(1, min(TOGETHER, TABLE // max(1, size)))
    for low in range(0, len(others), step):
        part = others[low : low + step]
        found.update(zip(part, map(tuple, passages(shelf[a], [shelf[b] for b in part])), strict=True))
    return found


def written(shared: Iterable[Passage]) -> tuple[int, ...]:
    """Passages as plain numbers: of each its ends, its matched units, how many blocks it has, and these."""
    return tuple(number for one in shared for number in (*one[:5], len(one.blocks), *chain.from_iterable(one.blocks)))


def read(numbers: Sequence[int]) -> Iterator[Passage]:
    """The passages that were so written."""
    at = 0
    while at < len(numbers):
        a0, a1, b0, b1, matched, count = numbers[at : at + 6]
        at, end = at + 6, at + 6 + 3 * count
        blocks = tuple(map(Run, numbers[at:end:3], numbers[at + 1 : end : 3], numbers[at + 2 : end : 3]))
        yield Passage(a0, a1, b0, b1, matched, blocks)
        at = end


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

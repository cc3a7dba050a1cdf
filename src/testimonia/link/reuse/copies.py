"""Copies in one language: index, candidates, alignment; texts that are the same throughout are aligned once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, groupby
from operator import itemgetter

from testimonia.base.links import Alignment
from testimonia.link.reuse.aligning import LEAST, Passage, passages
from testimonia.link.reuse.folding import Folded, refolded
from testimonia.link.reuse.seeds import Prints, Sieve, candidates, sample, sieve_for
from testimonia.link.reuse.units import Shelf, text_digest
from testimonia.link.sharing import Team, shared_out

TOGETHER = 32  # texts that are held against one at a time
TABLE = 2_000_000  # units of the one text times the others
ENOUGH = 100_000  # units of the texts of a part: some thirty milliseconds of work
WORTH = 2_000_000  # units of texts to be aligned, with repetitions, that are worth a helper: what takes twice as long as starting it
FULL = 24  # units with the same text whose every pair is written out; of more, each is paired with the first

Part = tuple[tuple[int, tuple[int, ...]], ...]  # some texts, each with those that it is held against


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
        tuple((j, i, size) for i, j, size in passage.blocks),
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


def compare(shelf: Shelf, held: Index, known: Mapping[tuple[str, str], Alignment], team: Team) -> tuple[list[Pair], list[Alignment]]:
    """The pairs of distinct texts that share something, by pair; and what was found of every two texts that were candidates.

    What is `known` of two texts from an earlier run is taken over: it depends on nothing but the two.
    """
    wanted = candidates(held.prints)
    keys = {(a, b): (held.digests[a], held.digests[b]) for a, b in zip(wanted.a.tolist(), wanted.b.tolist(), strict=True)}
    new = align(shelf, held.sizes, [pair for pair, key in keys.items() if key not in known], team)
    kept = {pair: known[key] if key in known else Alignment(*key, new[pair]) for pair, key in keys.items()}
    found = [Pair(*pair, tuple(read(alignment.passages))) for pair, alignment in kept.items() if alignment.passages]
    return found, list(kept.values())


def align(shelf: Shelf, sizes: Mapping[int, int], pairs: Sequence[tuple[int, int]], team: Team) -> dict[tuple[int, int], tuple[int, ...]]:
    """What the texts of each of some pairs share, as plain numbers. The pairs come by their first; `sizes` of the texts are in units."""
    parts = list(divided(pairs, sizes))
    if sum(sizes[b] for _, b in pairs) >= WORTH:
        team.start(aligned_texts)
    answers = shared_out(
        parts,
        lambda part: [by_numbers(shelf[a], [shelf[b] for b in others]) for a, others in part],
        lambda part: [(shelf[a].text, tuple(shelf[b].text for b in others)) for a, others in part],
        aligned_texts,
        team,
    )
    found = chain.from_iterable(chain.from_iterable(answers))
    return dict(zip(pairs, found, strict=True))


def divided(pairs: Sequence[tuple[int, int]], sizes: Mapping[int, int]) -> Iterator[Part]:
    """The pairs in parts of about equal work: some texts, each with others that it is held against at once."""
    part: list[tuple[int, tuple[int, ...]]] = []
    work = 0
    for a, group in groupby(pairs, key=itemgetter(0)):
        others = [b for _, b in group]
        step = max(1, min(TOGETHER, TABLE // max(1, sizes[a])))
        for low in range(0, len(others), step):
            part.append((a, tuple(others[low : low + step])))
            work += sizes[a] + sum(sizes[b] for b in part[-1][1])
            if work >= ENOUGH:
                yield tuple(part)
                part, work = [], 0
    if part:
        yield tuple(part)


def by_numbers(a: Folded, others: Sequence[Folded]) -> list[tuple[int, ...]]:
    """What a text shares with each of some others, as plain numbers."""
    return [written(shared) for shared in passages(a, others)]


def aligned_texts(part: Sequence[tuple[str, Sequence[str]]]) -> list[list[tuple[int, ...]]]:
    """The same of folded texts as they are sent to another process."""
    folded: dict[str, Folded] = {}
    for a, others in part:
        folded.update((text, refolded(text)) for text in (a, *others) if text not in folded)
    return [by_numbers(folded[a], [folded[b] for b in others]) for a, others in part]


def written(shared: Iterable[Passage]) -> tuple[int, ...]:
    """Passages as plain numbers: of each its ends, its matched units, how many blocks it has, and these."""
    return tuple(number for one in shared for number in (*one[:5], len(one.blocks), *chain.from_iterable(one.blocks)))


def read(numbers: Sequence[int]) -> Iterator[Passage]:
    """The passages that were so written."""
    at = 0
    while at < len(numbers):
        a0, a1, b0, b1, matched, count = numbers[at : at + 6]
        at, end = at + 6, at + 6 + 3 * count
        blocks = tuple(zip(numbers[at:end:3], numbers[at + 1 : end : 3], numbers[at + 2 : end : 3], strict=True))
        yield Passage(a0, a1, b0, b1, matched, blocks)
        at = end


def whole(folded: Folded) -> Passage:
    """A text shared from end to end."""
    size = len(folded.codes)
    return Passage(0, size, 0, size, size, ((0, 0, size),))


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

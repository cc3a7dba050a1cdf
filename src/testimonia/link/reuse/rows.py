"""What was found, as the rows of the case."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from testimonia.base.decisions import Decision
from testimonia.base.ids import row_id
from testimonia.base.links import End, Reuse, StemmaEdge
from testimonia.link.reuse.aligning import Passage
from testimonia.link.reuse.copies import Pair
from testimonia.link.reuse.folding import Unit
from testimonia.link.reuse.stemma import Descent, Kin
from testimonia.link.reuse.units import Shelf

JOINING = 0.25  # the share of a text that another must explain for both to be one origin


def reuse_rows(shelf: Shelf, pairs: Iterable[Pair], edges: Iterable[Descent], dated: Mapping[str, str]) -> Iterator[Reuse]:
    """One row a passage."""
    parents = {(edge.child, edge.parent): ", ".join(edge.reasons) for edge in edges}
    for pair in pairs:
        way, reason = direction(pair, parents)
        for passage in pair.passages:
            a, b = end(shelf, pair.a, passage.a0, passage.a1), end(shelf, pair.b, passage.b0, passage.b1)
            key = row_id("r", a.document, a.start, a.end, b.document, b.start, b.end)
            yield Reuse(key, "copy", a, b, round(passage.similarity, 4), way, reason)


def direction(pair: Pair, parents: Mapping[tuple[int, int], str]) -> tuple[str, str]:
    """Which of the two took from the other, as far as the stemma says."""
    if (pair.b, pair.a) in parents:
        return "a>b", parents[pair.b, pair.a]
    if (pair.a, pair.b) in parents:
        return "b>a", parents[pair.a, pair.b]
    return "unknown", ""


def end(shelf: Shelf, number: int, start: int, stop: int) -> End:
    """One side of a passage as a stretch of its document's text."""
    unit: Unit = shelf.units[number]
    return End(unit.document, unit.article, *shelf[number].span(start, stop))


def stemma_rows(units: Sequence[Unit], edges: Iterable[Descent]) -> Iterator[StemmaEdge]:
    """One row an edge."""
    for edge in edges:
        child, parent = units[edge.child].article, units[edge.parent].article
        if child and parent:
            yield StemmaEdge(child, parent, edge.reasons)


def joins(units: Sequence[Unit], kin: Kin, ruled: Iterable[Decision]) -> Iterator[tuple[str, str]]:
    """The pairs of articles that are of one origin: ruled the same, or a copy of so much that it is no mere quotation."""
    for decision in ruled:
        if decision.kind == "same" and len(decision.targets) == 2:
            yield decision.targets[0], decision.targets[1]
    for one in sorted(kin.shared):
        for other in sorted(kin.shared[one]):
            if share(kin, one, other) >= JOINING:
                yield units[one].article or "", units[other].article or ""


def share(kin: Kin, unit: int, other: int) -> float:
    """How much of a unit the other has."""
    pair: Pair = kin.shared[unit][other]
    matched = sum(passage.matched for passage in pair.passages)
    return min(1.0, matched / max(1, kin.size(unit)))


def longest(pair: Pair) -> Passage:
    """The passage of a pair that matches most."""
    return max(pair.passages, key=lambda passage: (passage.matched, passage))

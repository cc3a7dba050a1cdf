"""The stemma: which article goes back to which, each edge with its reasons.

A child's parent is the earlier article that explains most of its text with the fewest changes; a splice has a second one, which explains
text that the first does not. Articles of one day, or of none, are ordered by what goes one way only: a text that says it is a reprint, a
stretch cut out of a longer text, a text that stands further from the rest of the family. Where nothing tells, there is no edge.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from testimonia.link.reuse.copies import Pair
from testimonia.link.reuse.units import Shelf

FIRST = 0.04  # the share of a child's text that a parent must explain
SECOND = 0.10  # the share that a second parent must explain beyond the first
FEW = 50  # units that either must explain at least
SMALL, SMOOTH = 0.2, 20  # below this share, so many units to a block: two reports of one thing share words, not stretches
VERBATIM = 0.5  # what a unit adds when case, spacing and punctuation agree too
BLOCK, PASSAGE = 3.0, 10.0  # what every edit, and every break or change of order, takes away
TIE = 0.002  # how much of the child's text two parents may differ in and still be equals
MARGIN = 0.02  # how much further from its family, in parts of itself, a text of the same day must stand to be the later one
INSIDE, LARGER = 0.93, 1.15  # a text that lies wholly inside another so much larger was cut out of it


@dataclass(frozen=True, slots=True)
class Descent:
    """One edge: unit `child` goes back to unit `parent`, which explains `share` of its text."""

    child: int
    parent: int
    reasons: tuple[str, ...]
    share: float


@dataclass(frozen=True, slots=True)
class Trace:
    """What of one text another has: which units, which of these to the letter, in how many blocks and passages."""

    shared: NDArray[np.bool_]
    verbatim: NDArray[np.bool_]
    blocks: int
    passages: int

    def worth(self, within: NDArray[np.bool_] | None = None) -> float:
        """How well the other text explains this one, or the units of it that are not yet explained."""
        if within is not None:
            return float((self.shared & within).sum() + VERBATIM * (self.verbatim & within).sum())
        return float(self.shared.sum() + VERBATIM * self.verbatim.sum() - BLOCK * self.blocks - PASSAGE * self.passages)


class Kin:
    """The pairs of a case seen from each unit: who shares what of it.

    `dates` are ISO days of post; `reprints` are the units that say of themselves that they were published before; `aside` are a unit's
    pairs with what was set aside in the document of another, by the unit and the other.
    """

    def __init__(self, shelf: Shelf, pairs: Sequence[Pair], dates: Mapping[int, str], reprints: frozenset[int] = frozenset()) -> None:
        self.shelf = shelf
        self.dates = dates
        self.reprints = reprints
        self.ruled: dict[tuple[int, int], bool] = {}
        self.aside: dict[tuple[int, int], list[Pair]] = {}
        self.shared: dict[int, dict[int, Pair]] = defaultdict(dict)
        for pair in pairs:
            self.shared[pair.a][pair.b] = pair
            self.shared[pair.b][pair.a] = pair
        self.known: dict[int, float] = {}

    def size(self, unit: int) -> int:
        """A unit's length in folded units."""
        return len(self.shelf[unit].codes)

    def trace(self, unit: int, other: int) -> Trace:
        """What of a unit the other text has, or the other's document in what was set aside there: a copy may keep a line that was."""
        ours = self.shelf[unit].marks
        shared, verbatim = np.zeros(len(ours), dtype=np.bool_), np.zeros(len(ours), dtype=np.bool_)
        blocks = passages = 0
        for pair in (self.shared[unit][other], *self.aside.get((unit, other), ())):
            i, j, edits = matched_units(pair)
            here, there = (i, j) if pair.a == unit else (j, i)
            theirs = self.shelf[pair.b if pair.a == unit else pair.a].marks
            shared[here] = True
            verbatim[here[ours[here] == theirs[there]]] = True
            blocks, passages = blocks + edits, passages + len(pair.passages)
        return Trace(shared, verbatim, blocks, passages)

    def centrality(self, unit: int) -> float:
        """How much of the unit and of what was set aside beside it its whole family has: additions, cuts and noise of its own lower it."""
        if unit not in self.known:
            family = sorted(self.shared[unit])
            beside = [passage.matched for other in family for pair in self.aside.get((other, unit), ()) for passage in pair.passages]
            self.known[unit] = sum(self.trace(unit, other).worth() for other in family) + sum(beside)
        return self.known[unit]


def matched_units(pair: Pair) -> tuple[NDArray[np.int64], NDArray[np.int64], int]:
    """The units of both texts that match one another, and in how many blocks they lie."""
    blocks = np.array([block for passage in pair.passages for block in passage.blocks], dtype=np.int64)
    sizes = blocks[:, 2]
    within = np.arange(int(sizes.sum())) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    return np.repeat(blocks[:, 0], sizes) + within, np.repeat(blocks[:, 1], sizes) + within, len(blocks)


def descents(kin: Kin) -> list[Descent]:
    """The edges, by child."""
    edges: list[Descent] = []
    for child in sorted(kin.shared):
        earlier = {other: reason for other in sorted(kin.shared[child]) if (reason := precedes(kin, other, child))}
        edges += parents(kin, child, earlier)
    return edges


def precedes(kin: Kin, one: int, other: int) -> str:
    """Why the one is earlier: `decision`, `date`, `credit`, `centrality` or `containment`; empty when nothing says that it is."""
    if (one, other) in kin.ruled or (other, one) in kin.ruled:
        return "decision" if (one, other) in kin.ruled else ""
    ours, theirs = kin.dates.get(one, ""), kin.dates.get(other, "")
    size = min(len(ours), len(theirs))
    if size and ours[:size] != theirs[:size]:
        return "date" if ours < theirs else ""
    if (one in kin.reprints) != (other in kin.reprints):
        return "credit" if other in kin.reprints else ""
    if other not in kin.shared.get(one, {}):
        return ""
    gap = kin.centrality(one) - kin.centrality(other)
    if gap > MARGIN * kin.size(other):
        return "centrality"
    if gap < -MARGIN * kin.size(other):
        return ""
    inside = kin.trace(other, one).shared.sum() >= INSIDE * kin.size(other)
    return "containment" if inside and kin.size(one) > LARGER * kin.size(other) else ""


def parents(kin: Kin, child: int, earlier: Mapping[int, str]) -> list[Descent]:
    """The edges of one child: none, one, or two for a splice."""
    if not earlier:
        return []
    size = kin.size(child)
    traces = {other: kin.trace(child, other) for other in earlier}
    first = nearest(kin, {other: trace.worth() for other, trace in traces.items()}, TIE * size)
    share = explained(traces[first], size)
    if not share:
        return []
    made = [Descent(child, first, ("text", earlier[first]), share)]
    left = ~traces[first].shared
    rest = {other: trace.worth(left) for other, trace in traces.items() if other != first}
    if rest:
        second = nearest(kin, rest, TIE * size)
        more = int((traces[second].shared & left).sum())
        if more >= max(FEW, SECOND * size):
            made.append(Descent(child, second, ("text", earlier[second], "splice"), more / size))
    return made


def explained(trace: Trace, size: int) -> float:
    """The share of a text that another explains; 0 when it is too little to speak of descent."""
    matched = int(trace.shared.sum())
    if matched < max(FEW, FIRST * size) or (matched < SMALL * size and matched < SMOOTH * trace.blocks):
        return 0.0
    return matched / size


def nearest(kin: Kin, gains: Mapping[int, float], tie: float) -> int:
    """The unit that explains most; among equals the earliest."""
    best = max(gains.values())
    return min((kin.dates.get(other) or "~", -kin.centrality(other), other) for other, gain in gains.items() if gain >= best - tie)[2]

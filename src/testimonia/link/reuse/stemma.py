"""The stemma: which article goes back to which, each edge with its reasons.

A child's parent is the earlier article that explains most of its text with the fewest changes; a splice has a second one, which
explains text that the first does not.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from testimonia.link.reuse.copies import Pair

FIRST = 0.04  # the share of a child's text that a parent must explain
SECOND = 0.10  # the share that a second parent must explain beyond the first
FEW = 60  # units that either must explain at least
TIE = 0.015  # how much of the child's text two parents may differ in and still be equals


@dataclass(frozen=True, slots=True)
class Descent:
    """One edge: unit `child` goes back to unit `parent`."""

    child: int
    parent: int
    reasons: tuple[str, ...]
    share: float


class Kin:
    """The pairs of a case seen from each unit: who shares what of it."""

    def __init__(self, pairs: Sequence[Pair], sizes: Mapping[int, int], dates: Mapping[int, str]) -> None:
        self.sizes = sizes
        self.dates = dates
        self.shared: dict[int, dict[int, Pair]] = defaultdict(dict)
        for pair in pairs:
            self.shared[pair.a][pair.b] = pair
            self.shared[pair.b][pair.a] = pair

    def mask(self, unit: int, other: int) -> NDArray[np.bool_]:
        """Which of a unit's folded units the other text has."""
        pair = self.shared[unit][other]
        held = np.zeros(self.sizes[unit], dtype=np.bool_)
        for passage in pair.passages:
            for block in passage.blocks:
                start = block.i if pair.a == unit else block.j
                held[start : start + block.size] = True
        return held

    def families(self) -> list[list[int]]:
        """The connected units, each family in order."""
        seen: set[int] = set()
        found = []
        for start in sorted(self.shared):
            if start in seen:
                continue
            members, todo = [], [start]
            seen.add(start)
            while todo:
                unit = todo.pop()
                members.append(unit)
                fresh = [other for other in self.shared[unit] if other not in seen]
                seen.update(fresh)
                todo += fresh
            found.append(sorted(members))
        return found


def descents(kin: Kin) -> list[Descent]:
    """The edges of every family, by child."""
    edges: list[Descent] = []
    for members in kin.families():
        done: set[int] = set()
        for child in ordered(kin, members):
            edges += parents(kin, child, sorted(other for other in kin.shared[child] if other in done))
            done.add(child)
    return sorted(edges, key=lambda edge: (edge.child, -edge.share, edge.parent))


def ordered(kin: Kin, members: Sequence[int]) -> list[int]:
    """A family's units, each after those it may go back to."""
    return sorted(members, key=lambda unit: (kin.dates.get(unit) or "~", unit))


def parents(kin: Kin, child: int, earlier: Sequence[int]) -> list[Descent]:
    """The edges of one child: none, one, or two for a splice."""
    if not earlier:
        return []
    masks = {other: kin.mask(child, other) for other in earlier}
    size = kin.sizes[child]
    first = nearest(kin, {other: float(mask.sum()) for other, mask in masks.items()}, TIE * size)
    share = masks[first].sum() / size
    if share < FIRST or masks[first].sum() < FEW:
        return []
    made = [Descent(child, first, reasons(kin, child, first), float(share))]
    left = ~masks[first]
    rest = {other: float((mask & left).sum()) for other, mask in masks.items() if other != first}
    if rest:
        second = nearest(kin, rest, TIE * size)
        if rest[second] >= max(FEW, SECOND * size):
            made.append(Descent(child, second, (*reasons(kin, child, second), "splice"), rest[second] / size))
    return made


def nearest(kin: Kin, gains: Mapping[int, float], tie: float) -> int:
    """The unit that explains most; among equals the earliest."""
    best = max(gains.values())
    return min((kin.dates.get(other) or "~", -gain, other) for other, gain in gains.items() if gain >= best - tie)[2]


def reasons(kin: Kin, child: int, parent: int) -> tuple[str, ...]:
    """Why the edge points this way."""
    ours, theirs = kin.dates.get(child), kin.dates.get(parent)
    return ("text", "date") if ours and theirs and theirs < ours else ("text",)

"""Who shares text with whom, seen from each unit: what a relative explains of a text, and what the family as a whole has of it."""

from __future__ import annotations

from collections import OrderedDict, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from testimonia.link.reuse.aligning import Passage, units_of
from testimonia.link.reuse.copies import Pair
from testimonia.link.reuse.units import Shelf

VERBATIM = 0.5  # what a unit adds when case, spacing and punctuation agree too
SMALL_EDIT = 2  # units up to which an edit is a slip of the pen or of a scan
SLIP, BREAK, PASSAGE = 1.0, 3.0, 10.0  # what every slip, every other edit, and every passage (a cut or a change of order) takes away
FLANK = 6  # units beside a reading by which it is told whether a relative has the place at all
KEPT = 200_000_000  # units of the texts whose traces are kept at a time, two bits each: those of ten thousand copies of a long report
LONGEST = 40  # units up to which a longer reading says more
FAR = np.iinfo(np.int32).max

Marked = NDArray[np.bool_]
Units = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Trace:
    """What of one text another has: which units, which of these to the letter; what the edits between the two take away.

    Each kind of unit is kept as a bit for each unit of the text, for there are two traces to every pair of a case.
    """

    size: int
    bits: tuple[NDArray[np.uint8], NDArray[np.uint8]]
    cost: float
    edits: int

    @property
    def shared(self) -> Marked:
        """Which units of the text the other has."""
        return np.unpackbits(self.bits[0], count=self.size).view(np.bool_)

    @property
    def verbatim(self) -> Marked:
        """Which of these it has to the letter."""
        return np.unpackbits(self.bits[1], count=self.size).view(np.bool_)

    def worth(self, within: Marked | None = None) -> float:
        """How well the other text explains this one, or the units of it that are not yet explained."""
        if within is not None:
            return float((self.shared & within).sum() + VERBATIM * (self.verbatim & within).sum())
        shared, verbatim = (np.bitwise_count(kind).sum() for kind in self.bits)
        return float(shared + VERBATIM * verbatim - self.cost)


class Tracing:
    """A trace in the making: one text, by its marks."""

    def __init__(self, marks: NDArray[np.uint32]) -> None:
        self.marks = marks
        self.shared, self.verbatim = np.zeros(len(marks), dtype=np.bool_), np.zeros(len(marks), dtype=np.bool_)
        self.cost, self.edits = 0.0, 0

    def take(self, here: Units, theirs: NDArray[np.uint32], slips: int, breaks: int) -> None:
        """Take in a passage: its matched units in this text, the marks of the other there, and its edits.

        One that lies mostly over what a better one already gave (a text that repeats itself) takes nothing away.
        """
        if 2 * np.count_nonzero(self.shared[here]) <= len(here):
            self.shared[here] = True
            self.verbatim[here[self.marks[here] == theirs]] = True
            self.cost += SLIP * slips + BREAK * breaks + PASSAGE
            self.edits += slips + breaks + 1

    def trace(self) -> Trace:
        """The trace as it is."""
        return Trace(len(self.shared), (np.packbits(self.shared), np.packbits(self.verbatim)), self.cost, self.edits)


class Kin:
    """The pairs of a case seen from each unit: who shares what of it.

    `dates` are ISO days of post; `reprints` are the units that say of themselves that they were published before, with the stretch of
    the document that says so (none where the head facts do); `crediting` are the units that name another as their source; `aside` are a
    unit's pairs with what was set aside in the document of another, by the unit and the other.
    """

    def __init__(
        self, shelf: Shelf, pairs: Sequence[Pair], dates: Mapping[int, str], reprints: Mapping[int, tuple[int, int] | None] | None = None
    ) -> None:
        self.shelf = shelf
        self.dates = dates
        self.reprints = reprints or {}
        self.ruled: dict[tuple[int, int], bool] = {}
        self.crediting: set[tuple[int, int]] = set()
        self.aside: dict[tuple[int, int], list[Pair]] = {}
        self.shared: dict[int, dict[int, Pair]] = defaultdict(dict)
        for pair in pairs:
            self.shared[pair.a][pair.b] = pair
            self.shared[pair.b][pair.a] = pair
        self.traces: OrderedDict[tuple[int, int], Trace] = OrderedDict()
        self.kept = 0
        self.covered: dict[int, NDArray[np.int32]] = {}
        self.supports: dict[tuple[int, int], float] = {}

    def size(self, unit: int) -> int:
        """A unit's length in folded units."""
        return len(self.shelf[unit].codes)

    def trace(self, unit: int, other: int) -> Trace:
        """What of a unit the other text has; kept for a while, for a pair is looked at from several sides."""
        key = (unit, other)
        if key not in self.traces:
            self.keep(dict(zip((key, (other, unit)), self.traced(unit, other), strict=True)))
        return self.traces[key]

    def keep(self, made: Mapping[tuple[int, int], Trace]) -> None:
        """Keep the two traces of a pair, and forget the oldest ones for which there is no room beside them."""
        for key in made.keys() & self.traces.keys():
            self.kept -= self.traces.pop(key).size
        self.traces.update(made)
        self.kept += sum(trace.size for trace in made.values())
        while self.kept > KEPT and len(self.traces) > len(made):
            self.kept -= self.traces.popitem(last=False)[1].size

    def traced(self, unit: int, other: int) -> tuple[Trace, Trace]:
        """What of a unit the other text has, and the other way round.

        Lines that were set aside in the document of either count for it: a copy may keep a line that was.
        """
        one, two = Tracing(self.shelf[unit].marks), Tracing(self.shelf[other].marks)
        pair = self.shared[unit][other]
        for i, j, slips, breaks in matched(pair):
            here, there = (i, j) if pair.a == unit else (j, i)
            one.take(here, two.marks[there], slips, breaks)
            two.take(there, one.marks[here], slips, breaks)
        for side, key in ((one, (unit, other)), (two, (other, unit))):
            for aside in self.aside.get(key, ()):
                marks = self.shelf[aside.b].marks
                for i, j, slips, breaks in matched(aside):
                    side.take(i, marks[j], slips, breaks)
        return one.trace(), two.trace()

    def cover(self, unit: int) -> NDArray[np.int32]:
        """How many of the relatives have each unit of a text."""
        if unit not in self.covered:
            found = np.zeros(self.size(unit), dtype=np.int32)
            for other in sorted(self.shared[unit]):
                found += self.trace(unit, other).shared
            self.covered[unit] = found
        return self.covered[unit]

    def support(self, unit: int, other: int) -> float:
        """How far the family bears out what a unit has and the other has not.

        Each such reading counts for the relatives that have it too, and against those that have the text right beside it but not the
        reading: what was put in, or changed, is found only in the copies of the text that put it in or changed it.
        """
        if (unit, other) not in self.supports:
            self.supports[unit, other] = borne_out(self.trace(unit, other).shared, self.cover(unit))
        return self.supports[unit, other]

    def centrality(self, unit: int) -> float:
        """How much of a text its whole family has."""
        return float(self.cover(unit).sum())


def best_first(found: Sequence[Passage]) -> Sequence[Passage]:
    """Passages, those that match most first."""
    return sorted(found, key=lambda passage: (-passage.matched, passage)) if len(found) > 1 else found


def borne_out(shared: Marked, cover: NDArray[np.int32]) -> float:
    """How far a family bears out the readings of a text that another has not: see `Kin.support`."""
    edges = np.flatnonzero(np.diff(np.concatenate(([True], shared, [True]))))
    starts, ends = edges[::2], edges[1::2]
    upto = np.concatenate((np.zeros(1, dtype=np.int64), cover.cumsum(dtype=np.int64)))
    having = (upto[ends] - upto[starts]) / (ends - starts)
    there = np.where(np.concatenate((shared, [False])), np.append(cover, 0) - 1, FAR)  # how many others have a place that the other has
    before = np.where(starts >= FLANK, there[starts - FLANK], FAR)
    after = there[np.minimum(ends + FLANK - 1, len(shared))]
    beside = np.minimum(before, after)
    told = np.minimum(ends - starts, LONGEST) * (having - np.maximum(0.0, beside - having))
    return float(told[beside < FAR].sum())


def matched(pair: Pair) -> Iterator[tuple[Units, Units, int, int]]:
    """Each passage of a pair, those that match most first: the units of both texts that match, its small and its larger edits."""
    found = best_first(pair.passages)
    blocks, ours, theirs = units_of(found)
    i, j, sizes = blocks.T
    ends = sizes.cumsum()
    gaps = np.maximum(i[1:] - i[:-1] - sizes[:-1], j[1:] - j[:-1] - sizes[:-1]) <= SMALL_EDIT
    first = low = 0
    for passage in found:
        last = first + len(passage.blocks)
        high, slips = int(ends[last - 1]), int(np.count_nonzero(gaps[first : last - 1]))
        yield ours[low:high], theirs[low:high], slips, last - 1 - first - slips
        first, low = last, high

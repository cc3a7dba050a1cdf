"""The stemma: which article goes back to which, each edge with its reasons.

A child's parent is the earlier article that explains most of its text with the fewest changes; a splice has a second one, which explains
text that the first does not. Which of two articles is earlier is said by a ruling, by dates, by a credit that only one of them carries.
Where none of these speaks, as between copies of one day, the articles are joined by the tree that explains most of their text, beginning
from what is known to be earlier, or else from the text whose readings the others bear out. Where nothing tells, there is no edge.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from heapq import heapify, heappop, heappush

from testimonia.link.reuse.dating import before
from testimonia.link.reuse.kin import Kin, Trace
from testimonia.link.reuse.origins import Forest

FIRST = 0.04  # the share of a child's text that a parent must explain
SECOND = 0.10  # the share that a second parent must explain beyond the first
FEW = 50  # units that either must explain at least
SMALL, SMOOTH = 0.2, 30  # below this share, so many units to an edit: two reports of one thing share words, not stretches
TIE = 0.0  # how much of the child's text two parents may differ in and still be equals
CLEAR = 10.0  # units of readings, each counted by relatives, by which one text must be borne out more than another to be the earlier
NAMED = 0.8  # how much of what the best parent explains the one that the child credits must explain
INSIDE, LARGER = 0.93, 1.15  # a text that lies wholly inside another so much larger was cut out of it

Earlier = Mapping[int, str]


@dataclass(frozen=True, slots=True)
class Descent:
    """One edge: unit `child` goes back to unit `parent`, which explains `share` of its text."""

    child: int
    parent: int
    reasons: tuple[str, ...]
    share: float


def descents(kin: Kin) -> list[Descent]:
    """The edges, by child."""
    earlier: dict[int, dict[int, str]] = {}
    unordered: dict[int, list[int]] = {}
    for child in sorted(kin.shared):
        before = {other: stated(kin, other, child) for other in sorted(kin.shared[child])}
        earlier[child] = {other: reason for other, reason in before.items() if reason}
        unordered[child] = [other for other, reason in before.items() if not reason and not stated(kin, child, other)]
    for child, parent, reason in ordered(kin, earlier, unordered):
        earlier[child][parent] = reason
    return [edge for child in sorted(earlier) for edge in parents(kin, child, earlier[child])]


def stated(kin: Kin, one: int, other: int) -> str:
    """What says outright that the one is earlier: `decision`, `date` or `credit`; empty when nothing does."""
    if (one, other) in kin.ruled or (other, one) in kin.ruled:
        return "decision" if (one, other) in kin.ruled else ""
    ours, theirs = kin.dates.get(one, ""), kin.dates.get(other, "")
    if before(ours, theirs) or before(theirs, ours):
        return "date" if before(ours, theirs) else ""
    if (other, one) in kin.crediting or (one, other) in kin.crediting:
        return "credit" if (one, other) not in kin.crediting else ""
    return "credit" if credits_alone(kin, other, one) and not credits_alone(kin, one, other) else ""


def credits_alone(kin: Kin, unit: int, other: int) -> bool:
    """Whether a unit says that it was published before, in words that the other has not: words that were copied say nothing of the two."""
    if unit not in kin.reprints:
        return False
    words = kin.reprints[unit]
    if words is None:
        return other not in kin.reprints
    if other in kin.shared.get(unit, {}) and kin.trace(unit, other).shared[kin.shelf[unit].within(*words)].any():
        return False
    said = kin.shelf.text(kin.shelf.units[unit].document)[words[0] : words[1]]
    return said.casefold() not in kin.shelf.text(kin.shelf.units[other].document).casefold()


def ordered(kin: Kin, earlier: Mapping[int, Earlier], unordered: Mapping[int, Sequence[int]]) -> Iterable[tuple[int, int, str]]:
    """The edges (child, parent, reason) among texts whose order nothing states: the greatest tree of each group of them (Prim)."""
    forest = Forest()
    for one, others in unordered.items():
        for other in others:
            forest.join(f"{one:09}", f"{other:09}")
    for names in forest.sets():
        group = [int(name) for name in names]
        roots = [(-gain, unit, unit) for unit in group if (gain := anchored(kin, unit, earlier[unit])) > 0]
        yield from grown(kin, unordered, roots or [(0.0, first_of(kin, group, unordered), -1)])


def anchored(kin: Kin, unit: int, earlier: Earlier) -> float:
    """How well the best of what is stated to be earlier explains a text."""
    return max((kin.trace(unit, other).worth() for other in earlier), default=0.0)


def first_of(kin: Kin, group: Sequence[int], unordered: Mapping[int, Sequence[int]]) -> int:
    """The text of a group that most of the others are later than, as far as the readings tell."""
    leads = {unit: sum(lead(kin, unit, other)[0] for other in unordered[unit]) for unit in group}
    return min(group, key=lambda unit: (-leads[unit], -kin.centrality(unit), unit))


def grown(kin: Kin, unordered: Mapping[int, Sequence[int]], roots: list[tuple[float, int, int]]) -> Iterable[tuple[int, int, str]]:
    """The tree from some roots (minus gain, text, what it hangs on: itself when that is a stated one, -1 for nothing).

    An edge is told when its parent is known to be later than something, or when the readings say which of the two is earlier.
    """
    heap = list(roots)
    heapify(heap)
    sure: dict[int, bool] = {}
    while heap:
        _, unit, parent = heappop(heap)
        if unit in sure:
            continue
        sure[unit] = parent >= 0
        if parent not in (-1, unit):
            way, reason = (1, "edit") if sure[parent] else lead(kin, parent, unit)
            sure[unit] = way > 0
            if sure[unit]:
                yield unit, parent, reason
        for other in unordered[unit]:
            if other not in sure:
                heappush(heap, (-kin.trace(other, unit).worth() + TIE * kin.size(other), other, unit))


def lead(kin: Kin, one: int, other: int) -> tuple[int, str]:
    """Which of two texts is earlier by what they are (1: the one, -1: the other, 0: nothing tells), and what says so.

    `edit`: the family bears out the readings of the earlier; `containment`: the later was cut out of the earlier.
    """
    gap = kin.support(one, other) - kin.support(other, one)
    if abs(gap) >= CLEAR:
        return (1 if gap > 0 else -1), "edit"
    if inside(kin, other, one):
        return 1, "containment"
    return (-1, "containment") if inside(kin, one, other) else (0, "")


def inside(kin: Kin, unit: int, other: int) -> bool:
    """Whether a text lies wholly inside a much larger one."""
    if kin.size(other) <= LARGER * kin.size(unit):
        return False
    return bool(kin.trace(unit, other).shared.sum() >= INSIDE * kin.size(unit))


def parents(kin: Kin, child: int, earlier: Earlier) -> list[Descent]:
    """The edges of one child: none, one, or two for a splice."""
    if not earlier:
        return []
    size = kin.size(child)
    traces = {other: kin.trace(child, other) for other in earlier}
    gains = {other: trace.worth() for other, trace in traces.items()}
    first = nearest(kin, named(kin, child, gains) or gains, TIE * size)
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


def named(kin: Kin, child: int, gains: Mapping[int, float]) -> dict[int, float]:
    """Of what explains a text, that which the text itself names as its source and which explains nearly as much as the best."""
    enough = NAMED * max(gains.values())
    return {other: gain for other, gain in gains.items() if (child, other) in kin.crediting and gain >= enough}


def explained(trace: Trace, size: int) -> float:
    """The share of a text that another explains; 0 when it is too little to speak of descent."""
    matched = int(trace.shared.sum())
    if matched < max(FEW, FIRST * size) or (matched < SMALL * size and matched < SMOOTH * trace.edits):
        return 0.0
    return matched / size


def nearest(kin: Kin, gains: Mapping[int, float], tie: float) -> int:
    """The unit that explains most; among equals the earliest."""
    best = max(gains.values())
    return min((kin.dates.get(other) or "~", -kin.centrality(other), other) for other, gain in gains.items() if gain >= best - tie)[2]

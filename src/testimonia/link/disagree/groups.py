"""Groups of stars that settle together: what one gives depends on nothing outside of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from testimonia.link.disagree.comparing import Linked
from testimonia.link.disagree.marks import Marks, Places, mixed, owners
from testimonia.link.disagree.slots import Columns
from testimonia.link.disagree.stars import Facts, nearest, stars

ONCE, AGAIN = np.uint64(1), np.uint64(2)


@dataclass(frozen=True)
class Group:
    """Stars that copies give in the same words, or one alone; and a digest of all that its rows depend on.

    A star is given by its claims, by place among all claims, in order, and by the links between them, by place among all links.
    """

    id: str
    stars: Sequence[tuple[Places, Places]]

    @property
    def members(self) -> Places:
        """All its claims."""
        return np.concatenate([members for members, _ in self.stars])


def groups(links: Linked, columns: Columns, stands: Marks) -> Iterator[Group]:
    """The groups of the linked claims; `stands` says what each claim shows of itself, its origin included."""
    places = np.unique(links.pairs)
    pairs = np.searchsorted(places, links.pairs)
    gathered = Facts.of(columns.held, places)
    kept = np.flatnonzero(nearest(pairs, gathered))
    found = list(stars(pairs[kept], gathered))
    member, star = np.array([one for members in found for one in members], np.int64), owners(np.array([*map(len, found)], np.int64))
    home = np.full(len(places), -1)
    home[member] = star
    one, other = home[pairs[kept]].T
    ties = kept[(one == other) & (one >= 0)]
    tied = home[pairs[ties, 0]]
    root = components(len(found), star, columns["worded"][places[member]])
    told = mixed(stands[places[member]], mixed(ranks(root)[star], ONCE))
    tying = mixed(mixed(stands[links.pairs[ties, 0]], stands[links.pairs[ties, 1]]), AGAIN) + links.reasons[ties]
    ids = digests(root[star], told, root[tied], tying)
    by_star = stretches(np.sort(tied), ties[np.argsort(tied, kind="stable")])
    listed: dict[int, list[tuple[Places, Places]]] = {}
    for number, members in enumerate(found):
        listed.setdefault(int(root[number]), []).append((places[members], by_star[number]))
    yield from (Group(ids[first], held) for first, held in listed.items())


def stretches(sorted_by: Places, values: Places) -> list[Places]:
    """The values of each run of equal numbers."""
    return np.split(values, np.flatnonzero(sorted_by[1:] != sorted_by[:-1]) + 1) if len(values) else []


def components(count: int, stars: Places, worded: Marks) -> Places:
    """For each of so many stars the number of the first that has claims in the same words, directly or not (union by path halving).

    `stars` are those of some claims, `worded` the marks of the claims' wordings.
    """
    parent = list(range(count))

    def first(one: int) -> int:
        while parent[one] != one:
            parent[one] = parent[parent[one]]
            one = parent[one]
        return one

    order = np.argsort(worded, kind="stable")
    alike = worded[order][1:] == worded[order][:-1]
    for a, b in zip(stars[order][:-1][alike].tolist(), stars[order][1:][alike].tolist(), strict=True):
        low, high = sorted((first(a), first(b)))
        parent[high] = low
    return np.array([first(one) for one in range(count)], np.int64)


def ranks(roots: Places) -> Marks:
    """For each the how manieth of those with the same root it is."""
    order = np.argsort(roots, kind="stable")
    starts = np.flatnonzero(np.r_[True, roots[order][1:] != roots[order][:-1]]) if len(roots) else np.zeros(0, np.int64)
    found = np.zeros(len(roots), np.uint64)
    found[order] = np.arange(len(roots)) - np.repeat(starts, np.diff(np.r_[starts, len(roots)]))
    return found


def digests(roots: Places, members: Marks, tied: Places, ties: Marks) -> dict[int, str]:
    """For each group 128 bits that stand for its members and its pairs."""
    sums = np.zeros((2, int(roots.max(initial=-1)) + 1), np.uint64)
    for at, salt in enumerate((ONCE, AGAIN)):
        np.add.at(sums[at], roots, mixed(members, salt))
        np.add.at(sums[at], tied, mixed(ties, salt))
    return {root: f"{int(sums[0, root]):016x}{int(sums[1, root]):016x}" for root in np.unique(roots).tolist()}

"""The pairs of claims that answer one question: what was compared before and stands as it was is taken over."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import numpy as np

from testimonia.base.links import Compared
from testimonia.link.disagree.gathering import STRETCH, Gathered
from testimonia.link.disagree.keys import Keyed
from testimonia.link.disagree.marks import Marks, Places, found_at, mark, marks, owners
from testimonia.link.disagree.slots import Columns
from testimonia.link.disagree.standing import Blocks, Pairs, States

NAME = "disagree"
Same = Callable[[Keyed, Keyed], str | None]


class Claims:
    """The claims of the case by their place; a document is read when the first of its claims is asked for."""

    def __init__(self, columns: Columns, gathered: Gathered) -> None:
        self.columns, self.gathered = columns, gathered
        self.home = owners(columns.claims_each)
        self.first = np.cumsum(columns.claims_each) - columns.claims_each

    def take(self, places: Places) -> None:
        """Read the documents of these claims together."""
        self.gathered.take(self.columns.documents[number] for number in np.unique(self.home[places]).tolist())

    def __getitem__(self, place: int) -> Keyed:
        number = int(self.home[place])
        return self.gathered.keyed[self.columns.documents[number]][place - int(self.first[number])]


@dataclass(frozen=True)
class Linked:
    """The pairs that answer one question, by place, each with the mark of its reason; the words of the reasons found in this run."""

    pairs: Pairs
    reasons: Marks
    words: dict[int, str]


def states_of(columns: Columns, own: Marks, shared: Marks, before: Compared | None) -> States:
    """The states of all claims, and which are new since the run before."""
    held = rows_of(before.states) if before else np.zeros((0, 3), np.uint64)
    order = np.argsort(held[:, 0])
    at = found_at(held[order, 0], columns["claims"])
    if not len(held):
        return States(own, shared, np.ones(len(own), bool), np.ones(len(own), bool))
    was = held[order][at]
    return States(own, shared, (at < 0) | (was[:, 1] != own), (at < 0) | (was[:, 2] != shared))


def linked(claims: Claims, blocks: Blocks, states: States, before: Compared | None, same: Same) -> Linked:
    """All pairs that answer one question."""
    kept, reasons = kept_pairs(claims.columns, states, before)
    words: dict[int, str] = {}
    found: list[tuple[int, int]] = []
    why: list[int] = []
    for part in near_one_another(claims, blocks.pairs(states)):
        claims.take(np.unique(part))
        for a, b in part.tolist():
            reason = same(claims[a], claims[b])
            if reason is not None:
                found.append((a, b))
                why.append(mark(reason))
                words[why[-1]] = reason
    pairs = np.concatenate([kept, np.array(found, np.int64).reshape(-1, 2)])
    order = np.lexsort((pairs[:, 1], pairs[:, 0]))
    return Linked(pairs[order], np.concatenate([reasons, np.array(why, np.uint64)])[order], words)


def near_one_another(claims: Claims, pairs: Pairs) -> list[Pairs]:
    """The pairs, in parts that need so few documents that they can be at hand together: those of two stretches of documents."""
    stretch = claims.home // STRETCH
    one, other = np.sort(stretch[pairs], axis=1).T
    other = np.where(one % 2, other, -other)  # forth and back: the stretch that ends one row begins the next
    order = np.lexsort((pairs[:, 1], pairs[:, 0], other, one))
    one, other = one[order], other[order]
    return np.split(pairs[order], np.flatnonzero((one[1:] != one[:-1]) | (other[1:] != other[:-1])) + 1)


def kept_pairs(columns: Columns, states: States, before: Compared | None) -> tuple[Pairs, Marks]:
    """The pairs of the run before whose claims are there and need not be compared again."""
    held = rows_of(before.pairs) if before else np.zeros((0, 3), np.uint64)
    order = np.argsort(columns["claims"])
    places = [found_at(columns["claims"][order], held[:, side]) for side in (0, 1)]
    there = (places[0] >= 0) & (places[1] >= 0)
    pairs = np.stack([order[side[there]] for side in places], axis=1).reshape(-1, 2)
    stands = ~states.due(pairs)
    return pairs[stands], held[there, 2][stands]


def allowed(links: Linked, claims: Claims, never: Iterable[frozenset[str]]) -> Linked:
    """The pairs without those that the analyst keeps apart; `never` holds ids of claims, two by two."""
    apart = [marks(sorted(pair)) for pair in never]
    if not apart:
        return links
    held = claims.columns["claims"][links.pairs]
    out = np.zeros(len(held), bool)
    for pair in apart:
        out |= (held == pair).all(axis=1) | (held == pair[::-1]).all(axis=1)
    return Linked(links.pairs[~out], links.reasons[~out], links.words)


def memory(columns: Columns, states: States, links: Linked) -> Compared:
    """What the next run may take over."""
    told = np.stack([columns["claims"], states.own, states.shared], axis=1)
    pairs = np.column_stack([columns["claims"][links.pairs[:, 0]], columns["claims"][links.pairs[:, 1]], links.reasons])
    return Compared(NAME, told.astype("<u8").tobytes(), pairs.astype("<u8").tobytes())


def rows_of(data: bytes) -> Marks:
    """Rows of three numbers."""
    return np.frombuffer(data, "<u8").astype(np.uint64, copy=False).reshape(-1, 3)

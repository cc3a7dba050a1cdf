"""The pairs of claims that answer one question: what was compared before and stands as it was is taken over."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from testimonia.base.links import Compared
from testimonia.link.disagree.marks import Marks, found_at, mark, marks
from testimonia.link.disagree.portions import Answer
from testimonia.link.disagree.slots import Columns
from testimonia.link.disagree.standing import KINDS, Pairs, States, Whole, weighed_anew

NAME = "disagree"


@dataclass(frozen=True)
class Linked:
    """The pairs that answer one question, by place, each with the mark of its reason; the words of the reasons found in this run."""

    pairs: Pairs
    reasons: Marks
    words: dict[int, str]


def states_of(columns: Columns, whole: Whole, own: Marks, shared: Marks, before: Compared | None) -> States:
    """The states of all claims, and which are new since the run before."""
    held = rows_of(before.states) if before else np.zeros((0, 3), np.uint64)
    order = np.argsort(held[:, 0])
    at = found_at(held[order, 0], columns["claims"])
    if before is None or not len(held):
        return States(own, shared, np.ones(len(own), bool), np.ones(len(own), bool))
    was = held[order][at]
    weighed = weighed_anew(columns, whole, weights_of(before))
    return States(own, shared, (at < 0) | (was[:, 1] != own), (at < 0) | (was[:, 2] != shared), weighed)


def linked(columns: Columns, states: States, before: Compared | None, found: Iterable[Answer]) -> Linked:
    """All pairs that answer one question: those of the run before that stand, and those found now."""
    kept, reasons = kept_pairs(columns, states, before)
    listed = list(found)
    words = {mark(reason): reason for reason in sorted({reason for _, _, reason in listed})}
    pairs = np.concatenate([kept, np.array([(a, b) for a, b, _ in listed], np.int64).reshape(-1, 2)])
    order = np.lexsort((pairs[:, 1], pairs[:, 0]))
    return Linked(pairs[order], np.concatenate([reasons, marks(reason for _, _, reason in listed)])[order], words)


def kept_pairs(columns: Columns, states: States, before: Compared | None) -> tuple[Pairs, Marks]:
    """The pairs of the run before whose claims are there and need not be compared again."""
    held = rows_of(before.pairs) if before else np.zeros((0, 3), np.uint64)
    order = np.argsort(columns["claims"])
    places = [found_at(columns["claims"][order], held[:, side]) for side in (0, 1)]
    there = (places[0] >= 0) & (places[1] >= 0)
    pairs = np.stack([order[side[there]] for side in places], axis=1).reshape(-1, 2)
    stands = ~states.due(pairs)
    return pairs[stands], held[there, 2][stands]


def allowed(links: Linked, claims: Marks, never: Iterable[frozenset[str]]) -> Linked:
    """The pairs without those that the analyst keeps apart; `claims` are the marks of all ids, `never` holds ids two by two."""
    apart = [marks(sorted(pair)) for pair in never]
    if not apart:
        return links
    held = claims[links.pairs]
    out = np.zeros(len(held), bool)
    for pair in apart:
        out |= (held == pair).all(axis=1) | (held == pair[::-1]).all(axis=1)
    return Linked(links.pairs[~out], links.reasons[~out], links.words)


def memory(columns: Columns, whole: Whole, states: States, links: Linked) -> Compared:
    """What the next run may take over."""
    told = np.stack([columns["claims"], states.own, states.shared], axis=1)
    pairs = np.column_stack([columns["claims"][links.pairs[:, 0]], columns["claims"][links.pairs[:, 1]], links.reasons])
    weights = [np.insert(rows, 0, kind, axis=1) for kind, rows in enumerate(whole.weights())]
    return Compared(NAME, *(rows.astype("<u8").tobytes() for rows in (told, pairs, np.concatenate(weights))))


def weights_of(before: Compared) -> list[Marks]:
    """What the run before said of each kind of keys."""
    rows = rows_of(before.weights)
    return [rows[rows[:, 0] == kind, 1:] for kind in range(KINDS)]


def rows_of(data: bytes) -> Marks:
    """Rows of three numbers."""
    return np.frombuffer(data, "<u8").astype(np.uint64, copy=False).reshape(-1, 3)

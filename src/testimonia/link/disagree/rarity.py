"""How rare a name is in the case, told in steps: an article more leaves nearly all steps, and so nearly all comparisons, as they were."""

from __future__ import annotations

import math
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from testimonia.link.disagree.marks import Marks, Places, found_at, mark, mixed

EXACT, PART = 20, 5  # counts up to the first are told as they are, above it in steps of a fifth: a weight is at most 0.18 too high
SMALL = 20  # in a case of a few, a name that stands in most places still tells something
LARGEST = 1 << 40


def all_steps() -> Places:
    """The counts that are told apart."""
    made = list(range(EXACT))
    while made[-1] < LARGEST:
        made.append(made[-1] + max(1, made[-1] // PART))
    return np.array(made, np.int64)


STEPS = all_steps()


def step(counts: Places) -> Places:
    """The counts, each lowered to its step."""
    return STEPS[np.searchsorted(STEPS, counts, side="right") - 1]


@dataclass(frozen=True)
class Rarity:
    """How often each key stands among so many places. A weight of `most` or above tells no more than `most`."""

    keys: Marks  # sorted
    often: Places
    total: int
    most: float
    kept: dict[str, float] = field(default_factory=dict)

    @classmethod
    def of(cls, keys: Marks, times: Places, total: int, most: float) -> Rarity:
        """The counts of each key, added up; those of the many keys that weigh as much as any can need not be kept."""
        held, place = np.unique(keys, return_inverse=True)
        often = step(np.bincount(place, weights=times, minlength=len(held)).astype(np.int64))
        whole = cls(held, often, int(step(np.array([max(1, total)]))[0]), most)
        light = whole.weights(often) < most
        return cls(held[light], often[light], whole.total, most)

    def __reduce__(self) -> tuple[type[Rarity], tuple[Marks, Places, int, float]]:
        """For another process, without the weights that were asked for here."""
        return Rarity, (self.keys, self.often, self.total, self.most)

    def weights(self, often: Places) -> npt.NDArray[np.float64]:
        """What keys tell that stand so often, before the most is taken off."""
        return np.asarray(math.log(self.total + SMALL) - np.log(often + 0.5))

    def weight(self, key: str) -> float:
        """What a key tells: nothing for one that stands everywhere, more the rarer it is (an inverse document frequency)."""
        known = self.kept.get(key)
        if known is None:
            (at,) = found_at(self.keys, np.array([mark(key)], np.uint64)).tolist()
            often = int(self.often[at]) if at >= 0 else 0
            known = self.kept[key] = min(self.most, math.log(self.total + SMALL) - math.log(often + 0.5))
        return known

    def places(self, key: str) -> int:
        """In how many places a key stands, in steps; none are told of one that weighs as much as any can."""
        (at,) = found_at(self.keys, np.array([mark(key)], np.uint64)).tolist()
        return int(self.often[at]) if at >= 0 else 0

    def standing(self, keys: Marks) -> Marks:
        """A number for each key that changes when its weight does; 0 for the many that weigh as much as any can."""
        at = found_at(self.keys, keys)
        often = np.where(at >= 0, self.often[at], 0) if len(self.often) else np.zeros(len(keys), np.int64)
        light = self.weights(often) < self.most
        told = mixed(mixed(keys, often.astype(np.uint64)), np.uint64(self.total))
        return np.where(light, told, np.uint64(0))

    def above(self, most: int) -> Marks:
        """The keys that are known to stand in more places than so many."""
        keys = self.keys[self.often > most]
        return np.stack([keys, np.ones_like(keys)], axis=1)

    def rows(self) -> Marks:
        """Each key that weighs less than any can, with a number that changes when its weight does."""
        return np.stack([self.keys, self.standing(self.keys)], axis=1)


def changed(now: Marks, before: Marks) -> Marks:
    """The keys, sorted, whose weights are not those of other rows."""
    one, other = (mixed(rows[:, 0], rows[:, 1]) for rows in (now, before))
    return np.unique(np.concatenate([now[~np.isin(one, other), 0], before[~np.isin(other, one), 0]]))

"""Boosted decision trees as plain arrays: what was fitted elsewhere is read from one file and summed with numpy."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

import numpy as np
from numpy.typing import NDArray

CHUNK = 60_000  # pairs of a row and a tree that are walked at a time, so that they stay in the processor's cache


@dataclass(frozen=True, slots=True)
class Trees:
    """An ensemble: node arrays of all trees one after another, and where each tree's root stands.

    A leaf points at itself, so that walking `depth` steps always ends in a leaf.
    """

    feature: NDArray[np.int32]
    threshold: NDArray[np.float32]
    left: NDArray[np.int32]
    right: NDArray[np.int32]
    value: NDArray[np.float32]
    roots: NDArray[np.int32]
    depth: int
    base: float

    def probability(self, rows: NDArray[np.float32]) -> NDArray[np.float32]:
        """The probability of the positive class for each row."""
        step = max(1, CHUNK // max(1, len(self.roots)))
        parts = [self.margin(rows[start : start + step]) for start in range(0, len(rows), step)]
        margin = np.concatenate(parts) if parts else np.zeros(0)
        return (1.0 / (1.0 + np.exp(-np.clip(margin, -30, 30)))).astype(np.float32)

    def margin(self, rows: NDArray[np.float32]) -> NDArray[np.float64]:
        """The summed leaf values (log odds) for each row."""
        places = np.arange(len(rows))[:, None]
        node = np.repeat(self.roots[None, :], len(rows), axis=0)
        for _ in range(self.depth):
            goes_left = rows[places, self.feature[node]] <= self.threshold[node]
            node = np.where(goes_left, self.left[node], self.right[node])
        return np.asarray(self.value[node].sum(axis=1, dtype=np.float64) + self.base, dtype=np.float64)


@cache
def trees(package: str, name: str) -> Trees:
    """The ensemble stored beside the code of `package` as `name`.npz."""
    return stored(files(package) / f"{name}.npz")


def stored(file: Traversable) -> Trees:
    """The ensemble in a file."""
    with file.open("rb") as stream, np.load(stream, allow_pickle=False) as parts:
        arrays = {part: parts[part] for part in ("feature", "threshold", "left", "right", "value", "roots")}
        return Trees(**arrays, depth=int(parts["depth"]), base=float(parts["base"]))

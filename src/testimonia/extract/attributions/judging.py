"""The learned judgement: how likely each reading of a cue is to be an attribution. Made by `training/attributions`; see weights/README.md.

A small network over the features of `features.py`: every feature has a row of weights, the rows of a cue and of a reading are added, go
through one hidden layer, and the readings of a cue compete with each other and with "no attribution". Plain numpy, no framework.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
WEIGHTS = "weights/english.npz"
DECIMALS = 4  # probabilities are rounded, so that processors that add in another order choose alike


@dataclass(frozen=True, slots=True)
class Judge:
    """The weights: `rows` and `linear` have a line for each feature of `index`; line 0 is for what is not in it, and is zero.

    A reading is kept from the probability `accepted`, inside another attribution from `nested`.
    """

    index: dict[str, int]
    rows: Floats
    bias: Floats
    linear: Floats
    reading: Floats
    nothing: Floats
    base: float
    accepted: float
    nested: float

    def probabilities(self, cues: Sequence[tuple[list[str], list[list[str]]]]) -> list[list[float]]:
        """For each cue (its features, and the features of each of its readings) the probability of each reading."""
        if not cues:
            return []
        sizes = [len(readings) for _, readings in cues]
        owner = np.repeat(np.arange(len(cues)), sizes)
        cue_rows, cue_linear = self.summed([features for features, _ in cues])
        reading_rows, reading_linear = self.summed([features for _, readings in cues for features in readings])
        hidden = np.maximum(reading_rows + cue_rows[owner] + self.bias, 0)
        scores = hidden @ self.reading + reading_linear + cue_linear[owner]
        nothing = np.maximum(cue_rows + self.bias, 0) @ self.nothing + self.base
        top = nothing.copy()
        np.maximum.at(top, owner, scores)
        weights = np.exp(scores - top[owner])
        total = np.exp(nothing - top) + np.bincount(owner, weights, len(cues))
        shares = np.round(weights / total[owner], DECIMALS)
        ends = np.cumsum(sizes)[:-1]
        return [[float(share) for share in part] for part in np.split(shares, ends)]

    def summed(self, lists: Sequence[list[str]]) -> tuple[Floats, Floats]:
        """The weights of each list of features, added up."""
        flat: list[int] = []
        starts = []
        known = self.index.get
        for features in lists:
            starts.append(len(flat))
            flat.append(0)
            flat.extend(filter(None, map(known, features)))
        taken = np.asarray(flat, dtype=np.int32)
        return np.add.reduceat(self.rows[taken], starts, axis=0), np.add.reduceat(self.linear[taken], starts)


@cache
def judge() -> Judge | None:
    """The packaged weights, or none when they are not installed."""
    file = files(__package__) / WEIGHTS
    if not file.is_file():
        return None
    with file.open("rb") as stream, np.load(stream, allow_pickle=False) as data:
        return from_arrays({name: data[name] for name in data.files})


def from_arrays(data: dict[str, Any]) -> Judge:
    """Weights as they are stored: half precision, the feature names as one JSON text."""
    names = json.loads(bytes(data["features"]).decode("utf-8"))
    floats = {name: np.asarray(data[name], dtype=np.float32) for name in ("rows", "bias", "linear", "reading", "nothing")}
    index = {name: number for number, name in enumerate(names, start=1)}
    return Judge(index=index, base=float(data["base"]), accepted=float(data["accepted"]), nested=float(data["nested"]), **floats)

"""From the odds of single units to stretches: the most likely course through the page when changing over has its price."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

CHANGE = 1.5  # log odds that going from page to article, or back, costs
LEAN = 0.0  # log odds by which article is preferred: a lost line hurts more than a kept one
FULL_LINE = 100  # characters of a unit that counts once; shorter ones count less (by the square root), longer ones up to twice


def smoothed(probability: NDArray[np.float32], chars: NDArray[np.int64], lean: NDArray[np.float64] | float = LEAN) -> NDArray[np.bool_]:
    """Which units are article: the two-state Viterbi path."""
    kept = np.clip(probability.astype(np.float64), 1e-3, 1 - 1e-3)
    odds = (np.log(kept / (1 - kept)) + lean) * np.sqrt(np.minimum(chars, 4 * FULL_LINE) / FULL_LINE)
    off, on = 0.0, -CHANGE
    steps: list[tuple[bool, bool]] = []
    for value in odds.tolist():
        steps.append((on - CHANGE > off, on >= off - CHANGE))
        off, on = max(off, on - CHANGE), max(on, off - CHANGE) + value
    path = np.zeros(len(odds), dtype=np.bool_)
    state = on - CHANGE > off
    for place in range(len(odds) - 1, -1, -1):
        path[place] = state
        state = steps[place][1] if state else steps[place][0]
    return path

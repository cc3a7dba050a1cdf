"""The fit of the weights: what is averaged, and what a fit learns. Needs the extra `training`."""

from __future__ import annotations

import math

import numpy as np
import pytest

from testimonia.extract.attributions.judging import Judge, from_arrays

pytest.importorskip("scipy")

from training.attributions.examples import Example
from training.attributions.network import Plan, Weights, averaged, fit, fresh, stored, tabled, vocabulary

CUES = [(["cue"], [["said"], ["seen", "said"]])]


def reader(weights: Weights) -> Judge:
    """The weights as the program reads them."""
    arrays = stored(weights, {"cue": 0, "said": 1, "seen": 2}, 0.3, 0.7)
    return from_arrays({name: np.asarray(array) for name, array in arrays.items()})


def odds(weights: Weights) -> list[float]:
    """The logarithm of the odds of each reading against no reading at all."""
    shares = reader(weights).probabilities(CUES)[0]
    return [math.log(share / (1 - sum(shares))) for share in shares]


def test_an_averaged_network_gives_the_mean_of_the_scores() -> None:
    one, two = (fresh(3, 4, seed) for seed in (1, 2))
    expected = [(a + b) / 2 for a, b in zip(odds(one), odds(two), strict=True)]
    assert odds(averaged([one, two])) == pytest.approx(expected, abs=0.01)


def test_a_network_averaged_with_itself_is_the_same() -> None:
    one = fresh(3, 4, 1)
    assert reader(averaged([one, one])).probabilities(CUES) == reader(one).probabilities(CUES)


def test_a_fit_tells_right_readings_from_wrong_ones_and_is_the_same_twice() -> None:
    told = Example("a", ["cue"], [["said"], ["seen"]], [True, False], [])
    silent = Example("b", ["other"], [["seen"]], [False], [])
    index = vocabulary([told, silent], 1)
    table = tabled([told, silent] * 200, index)
    plan = Plan(hidden=4, epochs=30, dropped=0.0, words_dropped=0.0, rate=0.05)
    weights, again = fit(table, index, plan), fit(table, index, plan)
    assert all(np.array_equal(weights[name], again[name]) for name in weights)
    judge = from_arrays({name: np.asarray(array) for name, array in stored(weights, index, 0.3, 0.7).items()})
    (right, wrong), (none,) = judge.probabilities([(told.cue, told.readings), (silent.cue, silent.readings)])
    assert right > 0.9 > 0.1 > max(wrong, none)

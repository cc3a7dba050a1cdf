"""One contract for every runner: an outcome for each job, in order; what goes wrong costs its own record only."""

from __future__ import annotations

import importlib.util

import pytest

from testimonia.base.errors import UsageError
from testimonia.base.settings import Limits, Settings
from testimonia.work.runners import RUNNERS
from tests.work.lanes import Obedient, Order

SETTINGS = Settings(limits=Limits(seconds=3.0))
HAS_RAY = importlib.util.find_spec("ray") is not None


@pytest.fixture(
    params=["inline", "daft", pytest.param("ray", marks=pytest.mark.skipif(not HAS_RAY, reason="the extra [ray] is not installed"))]
)
def runner(request):
    return RUNNERS[request.param]


def run(runner, orders, workers=2):
    return list(runner(orders, Obedient, SETTINGS, workers))


def test_every_job_has_an_outcome_in_order(runner):
    orders = [Order(f"page{number:02}.txt") for number in range(25)]
    outcomes = run(runner, orders)
    assert [outcome.key for outcome in outcomes] == [order.path for order in orders]
    assert all(outcome.value.path == outcome.key for outcome in outcomes)


@pytest.mark.parametrize(
    ("deed", "stage", "words"),
    [
        ("raise", "divide", "seven into three"),
        ("refuse", "capture", "The page is torn."),
        ("die", "extract", "died"),
        ("hang", "capture", "longer than 3 seconds"),
        ("hoard", "capture", "more memory"),
    ],
)
def test_a_bad_record_costs_itself_only(runner, deed, stage, words):
    outcomes = run(runner, [Order("first.txt"), Order("bad.txt", deed), Order("last.txt")], workers=1)
    first, bad, last = outcomes
    assert first.value is not None
    assert last.value is not None
    assert bad.value is None
    assert (bad.failure.path, bad.failure.stage) == ("bad.txt", stage)
    assert words in bad.failure.message
    assert bad.failure.advice


def test_no_job_gives_no_outcome():
    assert list(RUNNERS["inline"]([], Obedient, SETTINGS, 1)) == []


@pytest.mark.skipif(HAS_RAY, reason="ray is installed here, so its absence cannot be seen")
def test_a_runner_that_is_not_installed_says_so():
    with pytest.raises(UsageError, match=r"pip install 'testimonia\[ray\]'"):
        list(RUNNERS["ray"]([Order("page.txt")], Obedient, SETTINGS, 1))

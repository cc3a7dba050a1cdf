"""One contract for every runner: an outcome for each job, in order; what goes wrong costs its own record only."""

from __future__ import annotations

import importlib.util
import json
import multiprocessing
import os
import subprocess
import sys
from pathlib import Path

import pytest

from testimonia.base.errors import UsageError
from testimonia.base.settings import Limits, Settings
from testimonia.work.runners import MOST_WORKERS, RUNNERS, WORTH, usual_workers
from tests.work.lanes import Obedient, Order

SETTINGS = Settings(limits=Limits(seconds=3.0))
ROOT = str(Path(__file__).parents[2])
HAS_RAY = importlib.util.find_spec("ray") is not None


BAD = [
    ("raise", "divide", "seven into three"),
    ("refuse", "capture", "The page is torn."),
    ("die", "extract", "died"),
    ("hang", "capture", "longer than 3 seconds"),
    ("hoard", "capture", "more memory"),
]


@pytest.fixture(params=["inline", "daft"])
def runner(request):
    return RUNNERS[request.param]


@pytest.mark.skipif(not HAS_RAY, reason="the extra [ray] is not installed")
def test_the_ray_runner_keeps_the_same_contract():
    """In a process of its own: Daft takes one engine for the life of a process."""
    deeds = [deed for deed, _, _ in BAD]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([ROOT, *(path for path in sys.path if path)])}
    command = [sys.executable, "-m", "tests.work.on_ray", *deeds]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, cwd=ROOT, check=False)
    assert done.returncode == 0, done.stderr[-3000:]
    outcomes = json.loads(done.stdout.splitlines()[-1])
    assert [outcome["key"] for outcome in outcomes] == ["first.txt", *(f"{deed}.txt" for deed in deeds), "last.txt"]
    assert outcomes[0]["read"]
    assert outcomes[-1]["read"]
    for outcome, (_, stage, words) in zip(outcomes[1:-1], BAD, strict=True):
        assert outcome["stage"] == stage
        assert words in outcome["message"]


def run(runner, orders, workers=2):
    return list(runner(orders, Obedient, SETTINGS, workers))


def test_every_job_has_an_outcome_in_order(runner):
    orders = [Order(f"page{number:02}.txt") for number in range(25)]
    outcomes = run(runner, orders)
    assert [outcome.key for outcome in outcomes] == [order.path for order in orders]
    assert all(outcome.value.path == outcome.key for outcome in outcomes)


@pytest.mark.parametrize(("deed", "stage", "words"), BAD)
def test_a_bad_record_costs_itself_only(runner, deed, stage, words):
    outcomes = run(runner, [Order("first.txt"), Order("bad.txt", deed), Order("last.txt")], workers=1)
    first, bad, last = outcomes
    assert first.value is not None
    assert last.value is not None
    assert bad.value is None
    assert (bad.failure.path, bad.failure.stage) == ("bad.txt", stage)
    assert words in bad.failure.message
    assert bad.failure.advice


def test_who_stops_early_leaves_no_worker_behind():
    before = set(multiprocessing.active_children())
    outcomes = RUNNERS["inline"]([Order("first.txt"), Order("second.txt", "hang"), Order("third.txt")], Obedient, SETTINGS, 2)
    assert next(outcomes).key == "first.txt"
    outcomes.close()
    assert set(multiprocessing.active_children()) <= before


def test_a_second_worker_is_taken_only_where_it_has_enough_to_do():
    assert usual_workers(10) == 1
    assert 1 <= usual_workers(10 * WORTH) <= MOST_WORKERS


def test_no_job_gives_no_outcome():
    assert list(RUNNERS["inline"]([], Obedient, SETTINGS, 1)) == []


def test_a_runner_that_is_not_installed_says_so(monkeypatch):
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    with pytest.raises(UsageError, match=r"pip install 'testimonia\[ray\]'"):
        list(RUNNERS["ray"]([Order("page.txt")], Obedient, SETTINGS, 1))

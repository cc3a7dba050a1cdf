"""The benchmarks can be run by their names."""

import importlib

import pytest

from bench.__main__ import benchmarks


@pytest.mark.parametrize("name", benchmarks())
def test_every_benchmark_says_what_it_measures_and_can_be_called(name: str) -> None:
    module = importlib.import_module(f"bench.{name}")
    assert module.TITLE
    assert callable(module.measure)

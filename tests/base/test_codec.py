"""Records go to plain JSON values and come back the same."""

from __future__ import annotations

import dataclasses
import inspect
import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from testimonia.base import decisions, documents, extractions, links, outcomes
from testimonia.base.codec import dump, load
from testimonia.base.spans import Span

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
SPAN = st.tuples(st.integers(0, 10**6), st.integers(0, 10**6)).map(lambda pair: Span(*sorted(pair)))
NUMBER = st.floats(allow_nan=False, allow_infinity=False)

for plain, strategy in ((str, TEXT), (Span, SPAN), (float, NUMBER)):
    st.register_type_strategy(plain, strategy)


def records_of(module: Any) -> list[type]:
    """The dataclasses that a module defines, but for those whose values have no declared type."""
    found = [cls for _, cls in inspect.getmembers(module, dataclasses.is_dataclass) if cls.__module__ == module.__name__]
    return [cls for cls in found if cls not in (outcomes.Outcome, outcomes.RunReport)]


RECORDS = [cls for module in (decisions, documents, extractions, links, outcomes) for cls in records_of(module)]


@pytest.mark.parametrize("record", RECORDS, ids=lambda cls: cls.__name__)
def test_what_is_dumped_loads_the_same(record: type) -> None:
    @settings(max_examples=15)  # a record holds records: one example is many values
    @given(st.builds(record))
    def check(value: Any) -> None:
        assert load(record, json.loads(json.dumps(dump(value)))) == value

    check()


def test_a_run_report_with_its_counts_loads_the_same() -> None:
    report = outcomes.RunReport("x", 1.0, 2, 3, failures=(outcomes.Failure("a", "capture", "m"),), counts={"documents": 4})
    assert load(outcomes.RunReport, json.loads(json.dumps(dump(report)))) == report


@pytest.mark.parametrize("record", RECORDS, ids=lambda cls: cls.__name__)
def test_records_are_frozen(record: type) -> None:
    assert record.__dataclass_params__.frozen  # type: ignore[attr-defined]


def test_unknown_keys_are_left_out_and_missing_ones_take_their_default() -> None:
    raw = {"start": 3, "end": 5, "role": "body", "colour": "blue"}
    assert load(documents.Block, raw) == documents.Block(3, 5, "body")

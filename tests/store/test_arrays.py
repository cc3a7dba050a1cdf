"""Columns put together from their parts are those that Arrow makes of the same values; and pandas is not loaded for them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.claims import fill, link, pages
from testimonia.store import open_case
from testimonia.store.arrays import column_of

KINDS = {
    pa.string(): st.text(st.characters(exclude_categories=("Cs",))),
    pa.large_binary(): st.binary(),
    pa.int64(): st.integers(-(1 << 63), (1 << 63) - 1),
    pa.float64(): st.floats(allow_nan=False),
    pa.bool_(): st.booleans(),
}
LOOK = """
import sys
from testimonia.store import open_case
import testimonia.link.disagree
from testimonia.link.disagree.naming import Named
with open_case(sys.argv[1]) as case:
    case.arrow("claims")
    Named.of(case)
print({"pandas", "daft"} & sys.modules.keys())
"""


@pytest.mark.parametrize("kind", KINDS, ids=str)
@given(data=st.data())
def test_a_column_is_as_arrow_makes_it(kind: pa.DataType, data: st.DataObject) -> None:
    values: list[Any] = data.draw(st.lists(st.none() | KINDS[kind], max_size=20))
    made = column_of(values, kind)
    made.validate(full=True)
    assert made.equals(pa.array(values, kind))
    assert made.to_pylist() == values


def test_a_yes_is_kept_as_a_number() -> None:
    assert column_of([1, 0, None], pa.bool_()).to_pylist() == [True, False, None]


def test_comparing_loads_no_data_frames(tmp_path: Path) -> None:
    listed = list(pages(2, 2, names=9))
    with open_case(tmp_path / "x.testimonia", create=True) as case:
        fill(case, listed)
        link(case, listed, names=9)
    run = subprocess.run([sys.executable, "-c", LOOK, str(tmp_path / "x.testimonia")], capture_output=True, text=True, check=False)
    assert (run.stdout, run.stderr) == ("set()\n", "")

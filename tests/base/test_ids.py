"""Ids come from content alone."""

from __future__ import annotations

import subprocess
import sys

from hypothesis import given
from hypothesis import strategies as st

from testimonia.base.ids import digest, document_id, row_id, sha256


@given(st.lists(st.text(), max_size=4), st.lists(st.text(), max_size=4))
def test_different_parts_give_different_ids(a: list[str], b: list[str]) -> None:
    assert (digest(*a) == digest(*b)) == (a == b)


def test_where_one_part_ends_matters() -> None:
    assert digest("a", "b.c") != digest("a.b", "c")
    assert digest(["a", "b"]) != digest("a", "b")


@given(st.binary(max_size=40))
def test_a_document_is_named_by_its_bytes(data: bytes) -> None:
    assert document_id(sha256(data)) == document_id(sha256(bytes(data)))
    assert document_id(sha256(data), "page 1") != document_id(sha256(data))


def test_ids_are_the_same_in_another_process() -> None:
    code = "from testimonia.base.ids import row_id; print(row_id('a', 'd1', (3, 4), {'y': 1, 'x': 2}))"
    found = [
        subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True, env=env).stdout.strip()
        for env in ({"PYTHONHASHSEED": "1", "PYTHONPATH": ":".join(sys.path)}, {"PYTHONHASHSEED": "2", "PYTHONPATH": ":".join(sys.path)})
    ]
    assert found[0] == found[1] == row_id("a", "d1", (3, 4), {"x": 2, "y": 1})


def test_half_a_surrogate_pair_does_not_break_an_id() -> None:
    assert len(digest("\ud800")) == 16

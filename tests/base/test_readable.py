"""Dates in words."""

from __future__ import annotations

import pytest

from testimonia.base.readable import begins, readable


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("2014", "2014"),
        ("2014-09", "September 2014"),
        ("2014-09-03", "3 September 2014"),
        ("2014-09-03TNI", "3 September 2014 (night)"),
        ("2014-09-03T14:30", "3 September 2014, 14:30"),
        ("2014-09-03/2014-09-04", "3 September 2014 to 4 September 2014"),
        ("2010/2012", "2010 to 2012"),
        ("/2011-05", "until May 2011"),
        ("2011/", "from 2011"),
        ("n/a", "n/a"),
        ("2014 / 2014-09", "2014 / September 2014"),
        ("2014-13", "2014-13"),
        ("2014-W05", "week of 27 January 2014"),
        ("2014-W99", "week of 2014"),
        ("2014-Q3", "third quarter of 2014"),
        ("2014-SU", "summer of 2014"),
        ("P3D", "P3D"),
        ("", ""),
        ("nowhere", "nowhere"),
    ],
)
def test_a_value_is_written_as_a_person_writes_it(value: str, words: str) -> None:
    assert readable(value) == words


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2014", "2014"),
        ("2014-09-03TNI", "2014-09-03"),
        ("2014-09-03T14:30", "2014-09-03"),
        ("2014-09-03/2014-09-04", "2014-09-03"),
        ("/2011-05", "2011-05"),
        ("2011/", "2011"),
        ("2014-W05", "2014-01-27"),
        ("2014-W99", "2014"),
        ("2014-Q3", "2014-07"),
        ("2014-WI", "2014-12"),
        ("T14:30", ""),
        ("XXXX-05-03", ""),
        ("P3D", ""),
        ("PRESENT_REF", ""),
        ("BC1200", ""),
        ("", ""),
    ],
)
def test_where_a_value_begins(value: str, day: str) -> None:
    assert begins(value) == day

"""Records that are made for each line of a page."""

from __future__ import annotations

from dataclasses import replace

from testimonia.base.shapes import shape


def test_a_light_record_is_its_values() -> None:
    """Whichever way two records of the same values were made."""
    seen = shape("The ferry was late again.")
    assert seen == replace(shape.__wrapped__("The ferry was late again."), words=seen.words)
    assert seen != replace(seen, words=seen.words + 1)


def test_what_a_shape_tells_once_is_no_part_of_it() -> None:
    """A question that was asked of one of two like records leaves them equal."""
    asked, other = shape("3 May 2020"), shape.__wrapped__("3 May 2020")
    assert asked.date >= 2 and "date" in asked.__dict__ and "date" not in other.__dict__
    assert asked == other

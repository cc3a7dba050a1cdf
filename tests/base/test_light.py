"""Records that are made for each line or block of a page."""

from __future__ import annotations

import pickle
from dataclasses import replace

import pytest

from testimonia.base.documents import Block
from testimonia.base.shapes import shape


def test_a_light_record_is_its_values() -> None:
    """Two records of the same values are one key, whichever way they were made."""
    block = Block(3, 9, "link", None, "/a")
    made = replace(Block(3, 9, "link"), href="/a")
    assert block == made == pickle.loads(pickle.dumps(block)) and {block: 1}[made] == 1
    assert block != replace(block, start=4)


def test_a_block_holds_nothing_but_its_fields() -> None:
    """A page has hundreds: none has a dictionary of its own."""
    with pytest.raises(AttributeError):
        Block(3, 9, "link").__dict__  # noqa: B018


def test_what_a_shape_tells_once_is_no_part_of_it() -> None:
    """A question that was asked of one of two like records leaves them equal."""
    asked, other = shape("3 May 2020"), shape.__wrapped__("3 May 2020")
    assert asked.date >= 2 and "date" in asked.__dict__ and "date" not in other.__dict__
    assert asked == other

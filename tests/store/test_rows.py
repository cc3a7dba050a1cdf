"""Records as the JSON text of their rows."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from testimonia.base.documents import Block, Hint, Note
from testimonia.store.rows import as_json, listed

WORDS = st.text(max_size=12)
BLOCKS = st.builds(Block, st.integers(0), st.integers(0), WORDS, st.none() | st.integers(1), st.none() | WORDS)


@given(st.lists(BLOCKS, max_size=4) | st.lists(st.builds(Hint, WORDS, WORDS, WORDS), max_size=3))
def test_flat_records_are_written_as_the_encoder_writes_them(records: list[Block] | list[Hint]) -> None:
    assert listed(tuple(records)) == as_json(tuple(records))


def test_what_json_must_escape_is_escaped() -> None:
    notes = (Note("divide", "doubt", 'a "date"\n\\ \u2028 \x01 é'),)
    assert listed(notes) == as_json(notes)
    assert listed(()) == "[]"

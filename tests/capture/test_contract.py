"""What holds for every reader, whatever its format."""

from __future__ import annotations

import json
import random

import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from making import PARAGRAPHS, TITLE, every_format

from testimonia.app.cli import main
from testimonia.base.errors import ReadingError
from testimonia.base.outcomes import Captured
from testimonia.base.settings import Limits
from testimonia.capture import FORMATS
from testimonia.capture.formats import format_of, reader_of
from testimonia.capture.part import Part
from testimonia.capture.reading import read_bytes

MADE = every_format()
ALL = pytest.mark.parametrize("name", sorted(MADE))


def read(name: str, data: bytes | None = None) -> Captured:
    file, made = MADE[name]
    return read_bytes(made if data is None else data, file, (), Limits())


def sound(captured: Captured) -> None:
    for document in captured.documents:
        assert document.text.strip()
        assert "\0" not in document.text
        document.text.encode("utf-8")
        assert len(document.sha256) == 64
        for block in document.blocks:
            assert 0 <= block.start < block.end <= len(document.text)
            assert block.page is None or block.page >= 1
        assert list(document.blocks) == sorted(document.blocks, key=lambda block: (block.start, -block.end))
        assert all(note.stage == "capture" and note.message.endswith((".", "?", ")")) for note in document.notes)
    for failure in captured.failures:
        assert failure.path
        assert failure.message.endswith((".", "…"))
        assert failure.advice
    assert len({document.id for document in captured.documents}) == len(captured.documents)


def test_every_format_of_the_table_is_tried() -> None:
    assert set(MADE) == {one.name for one in FORMATS}


@pytest.mark.parametrize("one", FORMATS, ids=lambda one: one.name)
def test_every_reader_is_there(one: object) -> None:
    assert callable(reader_of(one.name))  # type: ignore[attr-defined]


@ALL
def test_the_whole_text_is_read_in_order(name: str) -> None:
    captured = read(name)
    sound(captured)
    assert captured.failures == ()
    assert len(captured.documents) == 1
    text = captured.documents[0].text
    places = [text.index(words) for words in (TITLE, *PARAGRAPHS)]
    assert places == sorted(places)


@pytest.mark.parametrize("name", sorted(set(MADE) - {"text", "markdown"}))  # these two have no mark of their own
def test_the_format_is_known_from_the_content(name: str) -> None:
    data = MADE[name][1]
    assert format_of(Part(data, "unnamed")) == name


@ALL
def test_reading_twice_gives_the_same(name: str) -> None:
    assert read(name) == read(name)


@ALL
def test_ids_come_from_the_bytes_and_the_place(name: str) -> None:
    file, data = MADE[name]
    moved = read_bytes(data, f"elsewhere/{file}", (), Limits())
    assert [document.id for document in moved.documents] == [document.id for document in read(name).documents]


@ALL
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(seed=st.integers(0, 10**9), flips=st.integers(1, 30), cut=st.floats(0, 1))
def test_damaged_bytes_are_read_or_refused(name: str, seed: int, flips: int, cut: float) -> None:
    chance = random.Random(seed)
    data = bytearray(MADE[name][1])
    for _ in range(flips):
        data[chance.randrange(len(data))] = chance.randrange(256)
    data = data[: int(len(data) * cut)] if chance.random() < 0.5 else data
    try:
        sound(read(name, bytes(data)))
    except ReadingError as error:
        assert error.message
        assert error.advice


def test_the_command_lists_every_format() -> None:
    shown = CliRunner().invoke(main, ["formats"])
    assert shown.exit_code == 0
    for one in FORMATS:
        assert one.suffixes[0] in shown.output
        assert one.library in shown.output
    listed = json.loads(CliRunner().invoke(main, ["formats", "--json"]).output)
    assert [row["name"] for row in listed] == [one.name for one in FORMATS]

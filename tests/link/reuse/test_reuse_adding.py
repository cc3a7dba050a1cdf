"""An article more: only what touches it is aligned, and the rows are those of a run from the beginning."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from testimonia.link.reuse import copies, linking
from testimonia.link.reuse.aligning import Passage

Story = Callable[..., list[str]]
RUNS = st.lists(st.tuples(*[st.integers(0, 1 << 40)] * 3), max_size=5).map(tuple)
PASSAGES = st.lists(st.builds(Passage, *[st.integers(0, 1 << 40)] * 5, RUNS), max_size=4).map(tuple)


@pytest.fixture
def aligned(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many texts each text was held against, by call."""
    counts: list[int] = []
    whole = copies.passages

    def counted(a: Any, others: Sequence[Any]) -> Any:
        counts.append(len(others))
        return whole(a, others)

    monkeypatch.setattr(copies, "passages", counted)
    return counts


def filled(pile: Any, story: Story, count: int) -> Any:
    """A pile of versions of three texts, each with something of its own."""
    for number in range(count):
        text = story(number % 3, 16)
        pile.add(f"p{number:02}", " ".join([*text[number % 5 :], *story(100 + number, 4)]), f"2020-01-{number % 28 + 1:02}")
    return pile


def test_with_an_article_more_only_its_own_pairs_are_aligned_and_the_rows_are_the_same(
    new_pile: Any, story: Story, aligned: list[int]
) -> None:
    scratch = filled(new_pile(), story, 31).link()
    everything = sum(aligned)
    before = filled(new_pile(), story, 30).link()
    aligned.clear()
    pile = filled(new_pile(), story, 31)
    pile.rows["alignments"] = list(before["alignments"])
    assert pile.link() == scratch
    assert 0 < sum(aligned) <= 30 < everything


def test_when_nothing_changed_nothing_is_aligned(pile: Any, story: Story, aligned: list[int]) -> None:
    first = filled(pile, story, 12).link()
    pile.rows["alignments"] = list(first["alignments"])
    aligned.clear()
    assert pile.link() == first
    assert not sum(aligned)


@pytest.mark.parametrize(("count", "early"), [(1, False), (2, False), (1, True)])
def test_the_rows_are_the_same_whatever_the_number_of_processes(
    new_pile: Any, story: Story, monkeypatch: pytest.MonkeyPatch, count: int, early: bool
) -> None:
    alone = filled(new_pile(), story, 30).link()
    monkeypatch.setattr(*((linking, "LARGE", 0) if early else (copies, "WORTH", 0)))
    monkeypatch.setattr(copies, "ENOUGH", 10_000)
    monkeypatch.setattr(linking, "helpers", lambda workers: count)
    here: list[int] = []
    whole = copies.by_numbers
    monkeypatch.setattr(copies, "by_numbers", lambda a, others: here.append(len(others)) or whole(a, others))
    assert filled(new_pile(), story, 30).link() == alone
    assert sum(here) < len(alone["alignments"])


def test_an_article_less_leaves_no_trace(new_pile: Any, story: Story) -> None:
    more = filled(new_pile(), story, 20).link()
    pile = filled(new_pile(), story, 15)
    pile.rows["alignments"] = list(more["alignments"])
    assert pile.link() == filled(new_pile(), story, 15).link()


@given(PASSAGES)
def test_passages_are_read_as_they_were_written(found: tuple[Passage, ...]) -> None:
    assert tuple(copies.read(copies.written(found))) == found

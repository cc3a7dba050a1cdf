"""Which paragraph a ruling on a stretch of text stands beside, and whether the case was built with it."""

from __future__ import annotations

import pytest

from testimonia.base.decisions import Decision
from testimonia.base.documents import Segment
from testimonia.base.spans import Span
from testimonia.view.pages.rulings import Rulings
from testimonia.view.pages.stretches import QUOTED, ruled_stretches

TEXT = "Menu\n\nThe dam broke.\n\nMenu\n"
BLOCKS = [Span(0, 4), Span(6, 20), Span(22, 26)]


def ruled(
    *told: tuple[str, str], kinds: tuple[str, str, str] = ("furniture", "article", "furniture"), path: str = "a.txt"
) -> dict[int, list]:
    """By block: value and whether it waits, when these (words, kind) are ruled of a page with segments of these kinds."""
    made = [Decision(f"x{n}", "segment", "segments", (path, words), value=value) for n, (words, value) in enumerate(told)]
    segments = [Segment("d", start, end, kind) for (start, end), kind in zip(((0, 6), (6, 22), (22, 27)), kinds, strict=True)]
    found = ruled_stretches(Rulings(made), ("a.txt", "copy.txt"), TEXT, BLOCKS, segments)
    return {start: [(one.ruled.decision.value, one.waits) for one in held] for start, held in found.items()}


def test_a_ruling_stands_at_every_place_of_its_words_and_waits_until_all_are_of_its_kind() -> None:
    assert ruled(("Menu", "article")) == {0: [("article", True)], 22: [("article", True)]}
    assert ruled(("Menu", "article"), kinds=("article", "article", "furniture")) == {0: [("article", True)], 22: [("article", True)]}
    assert ruled(("Menu", "article"), kinds=("article",) * 3) == {0: [("article", False)], 22: [("article", False)]}


def test_the_later_of_two_rulings_has_the_last_word() -> None:
    assert ruled(("The dam broke.", "caption"), ("The dam broke.", "furniture")) == {6: [("caption", False), ("furniture", True)]}
    assert ruled(("The dam broke.", "caption"), ("The dam", "article")) == {6: [("caption", True), ("article", False)]}


@pytest.mark.parametrize("told", [("Menu!", "article"), ("", "article")])
def test_words_that_are_not_there_stand_nowhere(told: tuple[str, str]) -> None:
    assert ruled(told) == {}
    assert ruled(("Menu", "article"), path="other.txt") == {}
    assert ruled(("Menu", "article"), path="copy.txt") != {}


def test_a_page_of_nothing_but_the_ruled_letter_and_a_long_stretch() -> None:
    many = "e " * 50_000
    made = [Decision(f"x{n}", "segment", "segments", ("a.txt", words), value="furniture") for n, words in enumerate(("e", many))]
    (held,) = ruled_stretches(Rulings(made), ("a.txt",), many, [Span(0, len(many))], [Segment("d", 0, len(many), "article")]).values()
    assert [one.waits for one in held] == [False, True]
    assert len(held[1].words) <= QUOTED + 2
    assert ruled_stretches(Rulings(made), ("a.txt",), "", [], []) == {}

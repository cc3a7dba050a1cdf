"""Posts that a page frames alike, and texts in which something comes again without parting them."""

from __future__ import annotations

import pytest

from testimonia.base.documents import Segment
from testimonia.divide.frames import framed
from testimonia.divide.gaps import Gaps, is_head
from testimonia.divide.lines import lines_of
from testimonia.divide.titles import Page

TEXTS = (
    "The council heard the engineer for an hour and a half and asked him to come again with figures that somebody had checked twice.",
    "A reply from the mill was read out, whose owner says that the weir belongs to nobody and that he will not pay for its repair.",
    "Nobody objected to the plan for the playground, but two members wanted it in writing that the old lime tree would be left.",
)
MORE = "It was agreed to go on with this in the spring."


def parted(above: str, between: list[str], below: str) -> int:
    """Into how many texts a page falls whose texts stand between these lines."""
    text = "\n".join([above, *(f"{text} {MORE}\n{gap}" for text, gap in zip(TEXTS, [*between, below], strict=True))])
    segments, at = [], 0
    for line in text.split("\n"):
        segments.append(Segment("d1", at, at + len(line) + 1, "article" if line.startswith(TEXTS) else "furniture", ""))
        at += len(line) + 1
    return len(framed(Gaps(lines_of(text, tuple(segments))))) + 1


def test_labels_that_come_again_between_above_and_below_part_posts() -> None:
    assert (
        parted("Item 1: The weir", ["Result: put off\nItem 2: The mill", "Result: agreed\nItem 3: The playground"], "Result: agreed") == 3
    )


def test_counters_below_titled_texts_part_them() -> None:
    assert parted("The weir", ["Light a candle (14)\nThe mill", "Light a candle (3)\nThe playground"], "Light a candle (52)") == 3


@pytest.mark.parametrize(
    ("above", "between", "below"),
    [
        ("The weir", ["Photo: A. Weller\nItem 2: The mill", "Photo: B. Lund\nItem 3: The playground"], "Photo: C. Berg"),  # captions
        ("The weir", ["Result: put off\nItem 2: The mill", "Result: agreed\nItem 3: The playground"], "All rights reserved"),  # no period
        ("The weir", ["Light a candle\nThe mill", "Light a candle\nThe playground"], "Light a candle"),  # a bar that counts nothing
        ("Item 1: The weir", ["Result: put off\nItem 2: The mill", "The playground"], "Result: agreed"),  # once only
    ],
)
def test_what_comes_again_inside_a_text_parts_nothing(above: str, between: list[str], below: str) -> None:
    assert parted(above, between, below) == 1


def test_a_field_of_a_head_is_known_by_its_label_or_by_the_name_behind_it() -> None:
    words = (
        "Place: The mill\nPlace: The weir\nRead by: Ana Weller\nItem 1: The mill\nItem 2: The weir\nOpinion: The mill must stay where it is"
    )
    lines = lines_of(words, (Segment("d1", 0, len(words), "furniture", ""),))
    found = Page.of(lines, frozenset())
    assert [found.is_field(line) for line in lines] == [True, True, True, False, False, False]


def test_a_date_line_may_end_in_the_word_for_year() -> None:
    words = "Brzeziny Dolne, 12 maja 2021 r.\nПосёлок, 3 марта 2020 г.\nHe was born on 3 May 2020.\nIt was there for 40 min."
    assert [is_head(line) for line in lines_of(words, (Segment("d1", 0, len(words), "article", ""),))] == [True, True, False, False]

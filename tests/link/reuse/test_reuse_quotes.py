"""Quotation of the same words: what differs is said, with both contexts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from testimonia.link.reuse.drift import differences

Story = Callable[..., list[str]]
SAID = "We did not close the harbour on the 18 of that month and nobody was asked to leave the quay"


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (SAID.replace("did not close", "did close"), ("lost negation: not",)),
        (SAID.replace("18", "80"), ("figure: 18 → 80",)),
        (SAID.replace("was asked", "is asked"), ("tense: was → is",)),
        (SAID.replace("on the 18 of that month ", ""), ("cut: on the 18 of that month",)),
        (SAID.replace("harbour on", "harbour, as everybody in town knows, on"), ("welded in: as everybody in town knows",)),
        (SAID.replace("quay", "pier"), ("changed: quay → pier",)),
        (SAID.upper(), ()),
    ],
)
def test_each_kind_of_change_is_named(now: str, expected: tuple[str, ...]) -> None:
    assert differences(SAID, now) == expected
    assert differences(SAID, now, "en") == expected


def test_quote_drift_between_two_articles(pile: Any, story: Story) -> None:
    one = pile.add("p", " ".join(story(1)) + f" “{SAID}.” " + " ".join(story(2)))
    two = pile.add("q", " ".join(story(3)) + f" “{SAID.replace('did not', 'did')}.” " + " ".join(story(4)))
    rows = pile.link()
    (row,) = rows["reuse"]
    assert row.kind == "quotation"
    assert row.difference == ("lost negation: not",) or row.difference == ("added negation: not",)
    (finding,) = rows["shifts"]
    assert {finding.article} < {one, two}
    text, other = pile.pages[finding.document], pile.pages[finding.other_document]
    assert text[finding.spans[0].start :].startswith("We did")
    assert other[finding.other_spans[0].start :].startswith("We did")
    assert len(rows["origins"]) == 2


def test_a_passage_without_quotation_marks_is_a_copy(pile: Any, story: Story) -> None:
    pile.add("p", " ".join(story(5)) + f" {SAID}. " + " ".join(story(6)))
    pile.add("q", " ".join(story(7)) + f" {SAID}. " + " ".join(story(8)))
    assert [row.kind for row in pile.link()["reuse"]] == ["copy"]

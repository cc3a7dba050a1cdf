"""What a pattern cannot match without."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from testimonia.base.languages import having
from testimonia.extract.times.needs import pieces
from testimonia.extract.times.vocabulary import patterns


@pytest.mark.parametrize(
    ("pattern", "needed"),
    [
        ("today|tomorrow", {"day", "morrow"}),
        (r"(?<!\w)(?:in\s)?(?:march|may)(?!\w)", {"ma"}),
        (r"\d+\s(?:years?|months?)", {"year", "month"}),
        (r"(?:early )?(?P<word>noon){1,2}", {"noon"}),
        (r"\d{4}", None),
        ("a?|b", None),
        ("(?i:noon)", None),
        ("", None),
    ],
)
def test_one_of_the_pieces_stands_in_every_match(pattern: str, needed: set[str] | None) -> None:
    assert pieces(re.compile(pattern)) == needed


def test_nothing_is_said_of_a_pattern_that_takes_capitals_for_small_letters() -> None:
    assert pieces(re.compile("noon", re.IGNORECASE)) is None


@pytest.mark.parametrize("language", having("times"))
@given(data=st.data())
def test_what_a_languages_patterns_match_holds_what_they_need(language: str, data: st.DataObject) -> None:
    _, pattern = data.draw(st.sampled_from(patterns(language)))
    match = pattern.search(data.draw(st.from_regex(pattern)))
    needed = pieces(pattern)
    assert match is None or needed is None or any(piece in match.group() for piece in needed)

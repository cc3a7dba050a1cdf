"""Spans count code points; lines and trimmed stretches never leave the text."""

from __future__ import annotations

import re
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from testimonia.base.spans import Span, hull, lines, parted, trimmed

TEXT = st.text(alphabet="ab \t\r\n\u00a0\u2028\U0001f30a\u0627", max_size=60)
PAIR = st.tuples(st.integers(0, 60), st.integers(0, 60)).map(lambda pair: Span(*sorted(pair)))


@given(TEXT)
def test_lines_lie_in_order_and_miss_nothing_but_line_ends(text: str) -> None:
    found = lines(text)
    assert [text[a:b] for a, b in found] == [line.removesuffix("\r") for line in text.split("\n")]
    assert all(a.end < b.start for a, b in pairwise(found))


@given(TEXT, PAIR)
def test_lines_of_a_stretch_stay_inside_it(text: str, span: Span) -> None:
    clipped = Span(min(span.start, len(text)), min(span.end, len(text)))
    assert all(clipped.holds(line) for line in lines(text, clipped))


@given(TEXT, PAIR)
def test_trimmed_takes_white_space_only(text: str, span: Span) -> None:
    clipped = Span(min(span.start, len(text)), min(span.end, len(text)))
    kept = trimmed(text, clipped)
    assert clipped.holds(kept)
    assert kept.of(text) == clipped.of(text).strip()


@given(PAIR, PAIR)
def test_overlap_is_even_handed_and_bounded(a: Span, b: Span) -> None:
    assert a.overlap(b) == b.overlap(a) == len(set(range(*a)) & set(range(*b)))


@given(st.lists(PAIR, min_size=1))
def test_the_hull_holds_all(spans: list[Span]) -> None:
    assert all(hull(spans).holds(span) for span in spans)


def test_a_span_counts_code_points_not_bytes() -> None:
    text = "\U0001f30a مصب"
    assert Span(2, 5).of(text) == "مصب"
    assert Span(0, 3).shifted(2) == (2, 5)


def test_parted_keeps_what_lies_between_without_white_space() -> None:
    text = "x a , b,, c y"
    assert [part.of(text) for part in parted(text, (1, 11), re.compile(","))] == ["a", "b", "", "c"]
    assert parted(text, (2, 3), re.compile(",")) == [Span(2, 3)]

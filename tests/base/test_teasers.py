"""Which teasers stand around which article."""

from __future__ import annotations

from testimonia.base.documents import Article, Segment
from testimonia.base.spans import Span
from testimonia.base.teasers import teasers_around


def segment(start: int, end: int, kind: str) -> Segment:
    return Segment("d", start, end, kind)


def test_a_teaser_belongs_to_the_article_that_ends_next_and_the_last_ones_to_the_last() -> None:
    one, two = Article("one", "d", (Span(20, 30), Span(40, 50))), Article("two", "d", (Span(60, 70),))
    page = [segment(0, 20, "teaser"), segment(20, 30, "article"), segment(30, 40, "teaser"), segment(40, 50, "article")]
    page += [segment(50, 60, "teaser"), segment(60, 70, "article"), segment(70, 80, "furniture"), segment(80, 90, "teaser")]
    assert teasers_around([two, one], page) == {"one": (Span(0, 20), Span(30, 40)), "two": (Span(50, 60), Span(80, 90))}


def test_a_page_without_articles_has_no_teasers_of_any() -> None:
    assert teasers_around([], [segment(0, 9, "teaser")]) == {}
    assert teasers_around([Article("empty", "d", ())], [segment(0, 9, "teaser")]) == {}

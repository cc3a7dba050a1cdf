"""Times on pages with several articles: each place is read once."""

from __future__ import annotations

from testimonia.base.documents import Article, Citation, Division, Document, Fact, Work
from testimonia.base.spans import Span
from tests.extract.figures_kit import extractor

PAGE = "The harbour opened on 5 May 1998.\n\nThe mill burnt down.\n\n7 June 2001\n\n1. Harbour Board, Report, 9 July 2003."


def test_a_date_that_two_articles_or_a_body_and_a_head_share_is_read_once():
    shared = PAGE.index("7 June 2001")
    note = PAGE.index("1. Harbour")
    date = Fact("2001-06-07", Span(shared, shared + 11))
    inside = Fact("1998-05-05", Span(PAGE.index("5 May"), PAGE.index("5 May") + 10))
    first = Article("a1", "d1", (Span(0, 33),), published=date, language="en")
    second = Article("a2", "d1", (Span(35, 55),), published=date, first_published=inside, language="en")
    citation = Citation("d1", 0, None, Span(note, len(PAGE)), Work())
    division = Division((), (first, second), citations=(citation,), language="en")
    document = Document("d1", ("a.txt",), "0" * 64, len(PAGE), "text/plain", PAGE)
    found = [time for article in (first, second) for time in extractor().extract(document, article, division).times]
    assert len({time.id for time in found}) == len(found)
    assert {PAGE[time.start : time.end] for time in found} >= {"5 May 1998", "7 June 2001", "9 July 2003"}

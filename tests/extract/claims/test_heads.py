"""The date of an article, as several places of its page give it."""

from __future__ import annotations

from testimonia.base.documents import Article, Division, Document, Fact
from testimonia.base.spans import Span
from tests.extract.figures_kit import extractor

PAGE = """Lake dries out
Lindau Post, Lindau, June 11 2015: The lake …

Lake dries out, fishermen say
Lindau Post, 8 June 2015

The lake of Lindau has dried out."""


def test_two_dates_behind_the_first_outlets_name() -> None:
    title, body = PAGE.index("Lake dries out, fish"), PAGE.index("The lake of")
    day = PAGE.index("8 June 2015")
    document = Document("d1", ("a.txt",), "0" * 64, len(PAGE), "text/plain", PAGE)
    article = Article(
        "a1", "d1", (Span(body, len(PAGE)),), title=Span(title, title + 30), language="en",
        original_outlet=Fact("Lindau Post"), first_published=Fact("2015-06-08", Span(day, day + 11)),
    )  # fmt: skip
    found = extractor().extract(document, article, Division((), (article,), language="en")).claims
    heads = {PAGE[slice(*c.span)]: c.value for c in found if c.predicate == "head first_published"}
    assert heads == {"8 June 2015": "2015-06-08", "June 11 2015": "2015-06-11"}

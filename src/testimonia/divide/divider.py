"""A cleaned page into its articles, its citations and its language."""

from __future__ import annotations

from testimonia.base.documents import Article, Division, Document, Segment
from testimonia.base.ids import row_id
from testimonia.base.spans import Span, trimmed
from testimonia.divide.language import language_of


def divide(document: Document, segments: tuple[Segment, ...]) -> Division:
    """The articles of a document, the final segments, and its citations."""
    body = tuple(trimmed(document.text, (s.start, s.end)) for s in segments if s.kind == "article")
    body = tuple(span for span in body if span.end > span.start)
    if not body:
        return Division(segments, ())
    words = "\n".join(span.of(document.text) for span in body)
    article = Article(row_id("a", document.id, words[:2000]), document.id, merged(body), language=language_of(words))
    return Division(segments, (article,), language=article.language)


def merged(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The spans in order."""
    return tuple(sorted(spans))

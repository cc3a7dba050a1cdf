"""DIVIDE: a page into its articles, each with its head facts and language."""

from __future__ import annotations

from testimonia.base.documents import Article, Division, Document, Segment
from testimonia.base.ids import row_id
from testimonia.base.spans import trimmed


def divide(document: Document, segments: tuple[Segment, ...]) -> Division:
    """The articles of a document, the final segments, and its citations."""
    body = trimmed(document.text, (0, len(document.text)))
    article = Article(row_id("a", document.id, body.of(document.text)[:200]), document.id, (body,), language="en")
    return Division(segments, (article,), language="en")

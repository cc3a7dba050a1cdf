"""Findings: things worth a look that are not disagreements: quote drift, shifts in translations, wrong sums."""

from __future__ import annotations

from dataclasses import dataclass

from testimonia.base.documents import Article
from testimonia.base.links import Finding
from testimonia.view.pages.articles import ArticleCard, cards
from testimonia.view.pages.passages import Mark, Passage
from testimonia.view.pages.shelf import Shelf


@dataclass(frozen=True, slots=True)
class Look:
    """One finding, with the words on both sides where it has two; `other` is the article of the other side."""

    id: str
    kind: str
    title: str
    message: str
    article: ArticleCard | None
    here: Passage | None
    there: Passage | None
    other: ArticleCard | None = None


@dataclass(frozen=True, slots=True)
class Looks:
    """The findings of one kind. `total` counts all; `looks` holds those that are shown."""

    kind: str
    title: str
    total: int
    looks: tuple[Look, ...]


def looks(shelf: Shelf, *, each: int) -> tuple[Looks, ...]:
    """All findings by kind."""
    kinds: dict[str, list[Finding]] = {}
    for table in ("findings", "shifts"):
        for record in shelf.rows(table):
            kinds.setdefault(record.kind, []).append(record)
    return tuple(
        Looks(kind, titled(kind), len(listed), tuple(look(shelf, record) for record in listed[:each]))
        for kind, listed in sorted(kinds.items())
    )


def titled(kind: str) -> str:
    """The kind as a heading."""
    words = kind.replace("_", " ").replace("-", " ").strip()
    return words[:1].upper() + words[1:]


def look(shelf: Shelf, record: Finding) -> Look:
    """One finding."""
    here = there = beside = None
    if record.spans:
        shown = [Mark(*span, "hit") for span in record.spans]
        here = shelf.passage(record.document, record.article, record.spans[0], shown)
    if record.other_spans:
        other = record.other_document or record.document
        beside = holding(shelf, other, record.other_spans[0])
        there = shelf.passage(other, beside, record.other_spans[0], [Mark(*span, "hit") for span in record.other_spans])
    article, against = (next(iter(cards(shelf, [one])), None) if one else None for one in (record.article, beside))
    return Look(record.id, record.kind, titled(record.kind), record.message, article, here, there, against)


def holding(shelf: Shelf, document: str, place: tuple[int, int]) -> str | None:
    """The article of a document that holds a place."""
    articles: tuple[Article, ...] = shelf.articles_of.get(document, ())
    for article in articles:
        spans = (article.title, *article.body) if article.title else article.body
        if any(span.holds(place) for span in spans):
            return article.id
    return None

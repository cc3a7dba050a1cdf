"""What the analyst ruled about stretches of a page ("this is no article, this is a menu"), applied between cleaning and dividing.

A ruling names a file and the words of the stretch, so that it finds them again after a rebuild:
`kind="segment", table="segments", targets=(path, words), value=kind of segment`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from testimonia.base.decisions import Decision, standing
from testimonia.base.documents import SEGMENT_KINDS, Article, Division, Document, Segment
from testimonia.base.spans import Span

RULED = "ruled by the analyst"


@dataclass(frozen=True, slots=True)
class Ruling:
    """All places of these words in the file are of this kind."""

    words: str
    kind: str


def rulings_by_path(history: Iterable[Decision]) -> dict[str, tuple[Ruling, ...]]:
    """The rulings in force about stretches, by the file's path, oldest first."""
    found: dict[str, list[Ruling]] = {}
    for decision in standing(history):
        if decision.kind == "segment" and len(decision.targets) == 2 and decision.value in SEGMENT_KINDS and decision.targets[1]:
            path, words = decision.targets
            found.setdefault(path, []).append(Ruling(words, decision.value))
    return {path: tuple(listed) for path, listed in found.items()}


def places(text: str, words: str) -> list[Span]:
    """Where the words stand in the text, without overlap."""
    found, at = [], text.find(words)
    while at >= 0:
        found.append(Span(at, at + len(words)))
        at = text.find(words, at + len(words))
    return found


def overrule(document: Document, segments: Sequence[Segment], rulings: Iterable[Ruling]) -> tuple[Segment, ...]:
    """The segments with the ruled stretches cut out and given their kind; they still cover the whole text."""
    cut = tuple(segments)
    for ruling in rulings:
        for place in places(document.text, ruling.words):
            cut = tuple(piece for segment in cut for piece in split(segment, place, ruling.kind))
    return cut


def split(segment: Segment, place: Span, kind: str) -> list[Segment]:
    """One segment, its part inside the place given the kind."""
    start, end = max(segment.start, place.start), min(segment.end, place.end)
    if start >= end:
        return [segment]
    pieces = [replace(segment, end=start), replace(segment, start=start, end=end, kind=kind, reason=RULED), replace(segment, start=end)]
    return [piece for piece in pieces if piece.end > piece.start]


def overrule_division(document: Document, division: Division, rulings: Sequence[Ruling]) -> Division:
    """The division with the rulings' last word: what is ruled to be no article is in no article's body or title."""
    if not rulings:
        return division
    last = {ruling.words: ruling.kind for ruling in rulings}
    out = [place for words, kind in last.items() if kind != "article" for place in places(document.text, words)]
    articles = tuple(article for article in (without(article, out) for article in division.articles) if article.body)
    held = {article.id for article in articles}
    citations = tuple(citation if citation.article in held else replace(citation, article=None) for citation in division.citations)
    return replace(division, segments=overrule(document, division.segments, rulings), articles=articles, citations=citations)


def around(span: Span, place: Span) -> list[Span]:
    """What is left of a span on both sides of a place."""
    if not span.overlap(place):
        return [span]
    pieces = [Span(span.start, place.start), Span(place.end, span.end)]
    return [piece for piece in pieces if piece.end > piece.start]


def without(article: Article, out: Iterable[Span]) -> Article:
    """The article without the stretches."""
    body, title = article.body, article.title
    for place in out:
        body = tuple(piece for span in body for piece in around(span, place))
        title = None if title is not None and title.overlap(place) else title
    return replace(article, body=body, title=title)

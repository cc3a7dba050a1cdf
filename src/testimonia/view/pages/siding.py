"""Side by side: two articles, paragraph by paragraph, with what is shared, changed, only here, only there."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from testimonia.base.documents import Article
from testimonia.base.links import End, Finding, Reuse
from testimonia.base.spans import Span, lines, trimmed
from testimonia.view.pages.articles import ArticleCard, card
from testimonia.view.pages.passages import Mark, Piece, direction, pieces
from testimonia.view.pages.rulings import Ruled, Rulings
from testimonia.view.pages.shelf import Shelf

COMPARED = 3000  # words of a pair of paragraphs that are compared word by word
ROWS = 600
WORD = re.compile(r"\w+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Side:
    """One paragraph of one side; differing words are marked `lost` or `added`, words of a finding `hit`."""

    start: int
    end: int
    direction: str
    language: str | None
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """Two paragraphs that belong together, or one alone. `kind`: `same`, `changed`, `translation`, `quotation`, `left`, `right`."""

    kind: str
    left: Side | None
    right: Side | None


@dataclass(frozen=True, slots=True)
class Sides:
    """Two articles side by side."""

    left: ArticleCard
    right: ArticleCard
    direction: str
    reasons: tuple[str, ...]
    rows: tuple[Row, ...]
    more: int
    findings: tuple[str, ...]
    rulings: tuple[Ruled, ...]


def sides(shelf: Shelf, rulings: Rulings, left: Article, right: Article) -> Sides:
    """The two articles with all that they share."""
    shared = [turned(r, left.id) for r in shelf.reuse_of.get(left.id, ()) if {r.a.article, r.b.article} == {left.id, right.id}]
    shifts = [f for f in shelf.rows("shifts") if {f.article, f.document} & {left.id, right.id} and touches(f, left, right)]
    found = rows(shelf, (left, right), shared, shifts)
    return Sides(
        left=card(shelf, left),
        right=card(shelf, right),
        direction=next((r.direction for r in shared if r.direction != "unknown"), "unknown"),
        reasons=tuple(dict.fromkeys(r.direction_reason for r in shared if r.direction_reason)),
        rows=tuple(found[:ROWS]),
        more=max(0, len(found) - ROWS),
        findings=tuple(f.message for f in shifts),
        rulings=rulings.pair("articles", left.id, right.id),
    )


def touches(found: Finding, left: Article, right: Article) -> bool:
    """Whether a finding is between these two articles' documents."""
    return {found.document, found.other_document or found.document} <= {left.document, right.document}


def turned(record: Reuse, left: str) -> Reuse:
    """The reuse with the left article as its side a."""
    if record.a.article == left:
        return record
    back = {"a>b": "b>a", "b>a": "a>b"}.get(record.direction, record.direction)
    return Reuse(record.id, record.kind, record.b, record.a, record.similarity, back, record.direction_reason, record.difference)


def paragraphs(article: Article, text: str) -> list[Span]:
    """The lines of an article that hold words, in order."""
    parts = [span for span in (article.title, *article.body) if span is not None]
    found = {trimmed(text, line) for part in parts for line in lines(text, part)}
    return sorted(span for span in found if span.end > span.start)


def rows(shelf: Shelf, both: tuple[Article, Article], shared: list[Reuse], shifts: list[Finding]) -> list[Row]:
    """The paragraphs of the left in order, each with its counterpart; what only the right has stands where it stood."""
    texts = [shelf.text(article.document) for article in both]
    spans = [paragraphs(article, text) for article, text in zip(both, texts, strict=True)]
    partner = partners(spans[0], spans[1], shared)
    after: dict[int, list[int]] = {}
    last = -1
    taken = {at: index for index, (at, _) in partner.items()}
    for index in range(len(spans[1])):
        if index in taken:
            last = taken[index]
        else:
            after.setdefault(last, []).append(index)
    marked = [finding_marks(article.document, shifts) for article in both]

    def alone(side: int, index: int) -> Row:
        made = shown(shelf, both[side], texts[side], spans[side][index], marked[side])
        return Row("right", None, made) if side else Row("left", made, None)

    found = [alone(1, index) for index in after.get(-1, ())]
    for index, span in enumerate(spans[0]):
        if index in partner:
            at, kind = partner[index]
            found.append(paired(shelf, both, texts, (span, spans[1][at]), (kind, marked)))
        else:
            found.append(alone(0, index))
        found += [alone(1, other) for other in after.get(index, ())]
    return found


def partners(left: list[Span], right: list[Span], shared: list[Reuse]) -> dict[int, tuple[int, str]]:
    """For each paragraph of the left the paragraph of the right that shares most with it; each is used once."""
    weights: dict[tuple[int, int], tuple[int, str]] = {}
    for record in shared:
        ls, rs = lying(left, record.a), lying(right, record.b)
        for order, at in enumerate(ls):
            other = rs[min(order * len(rs) // max(1, len(ls)), len(rs) - 1)] if rs else None
            if other is not None:
                weight = left[at].overlap((record.a.start, record.a.end))
                known = weights.get((at, other), (0, record.kind))
                weights[(at, other)] = (known[0] + weight, record.kind)
    found: dict[int, tuple[int, str]] = {}
    used: set[int] = set()
    for (at, other), (_, kind) in sorted(weights.items(), key=lambda item: (-item[1][0], item[0])):
        if at not in found and other not in used:
            found[at] = (other, kind)
            used.add(other)
    return found


def lying(spans: list[Span], end: End) -> list[int]:
    """The paragraphs that a shared passage lies on."""
    at = max(0, bisect_right(spans, (end.start, 10**18)) - 1)
    found = []
    while at < len(spans) and spans[at].start < end.end:
        if spans[at].end > end.start:
            found.append(at)
        at += 1
    return found


def finding_marks(document: str, shifts: list[Finding]) -> list[Mark]:
    """The words that the findings stand on, in one document."""
    here = [Mark(*span, "hit", f.message) for f in shifts if f.document == document for span in f.spans]
    return here + [Mark(*span, "hit", f.message) for f in shifts if f.other_document == document for span in f.other_spans]


def shown(shelf: Shelf, article: Article, text: str, span: Span, marked: Sequence[Mark]) -> Side:
    """One paragraph of one side."""
    return Side(span.start, span.end, direction(text[span.start : span.end]), article.language, pieces(text, span, marked))


def paired(
    shelf: Shelf, both: tuple[Article, Article], texts: list[str], spans: tuple[Span, Span], how: tuple[str, list[list[Mark]]]
) -> Row:
    """Two paragraphs together, with the words that differ marked when both are in one language."""
    kind, marked = how
    lost, added = ([], []) if kind == "translation" else differing(texts, spans)
    left = shown(shelf, both[0], texts[0], spans[0], [*marked[0], *lost])
    right = shown(shelf, both[1], texts[1], spans[1], [*marked[1], *added])
    return Row("same" if kind == "copy" and not lost and not added else "changed" if kind == "copy" else kind, left, right)


def differing(texts: list[str], spans: tuple[Span, Span]) -> tuple[list[Mark], list[Mark]]:
    """The words that only one of two paragraphs has."""
    words = [list(WORD.finditer(text, *span)) for text, span in zip(texts, spans, strict=True)]
    if sum(map(len, words)) > COMPARED:
        return [], []
    lost, added = [], []
    matcher = SequenceMatcher(None, [w.group().casefold() for w in words[0]], [w.group().casefold() for w in words[1]], autojunk=False)
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag != "equal" and i2 > i1:
            lost.append(Mark(words[0][i1].start(), words[0][i2 - 1].end(), "lost"))
        if tag != "equal" and j2 > j1:
            added.append(Mark(words[1][j1].start(), words[1][j2 - 1].end(), "added"))
    return lost, added

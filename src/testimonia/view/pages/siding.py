"""Side by side: two articles, paragraph by paragraph, with what is shared, changed, only here, only there."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
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


@dataclass(frozen=True, slots=True)
class Half:
    """An article as one side: its text, the lines of it that hold words, and the words that findings stand on."""

    article: Article
    text: str
    paragraphs: tuple[Span, ...]
    marks: tuple[Mark, ...]

    @classmethod
    def of(cls, shelf: Shelf, article: Article, shifts: list[Finding]) -> Half:
        """The half of one article."""
        text = shelf.text(article.document)
        return cls(article, text, tuple(paragraphs(article, text)), tuple(finding_marks(article.document, shifts)))

    def shown(self, index: int, more: Sequence[Mark] = ()) -> Side:
        """One paragraph, with its marks and more."""
        span = self.paragraphs[index]
        return Side(
            span.start, span.end, direction(span.of(self.text)), self.article.language, pieces(self.text, span, [*self.marks, *more])
        )


def sides(shelf: Shelf, rulings: Rulings, left: Article, right: Article) -> Sides:
    """The two articles with all that they share."""
    shared = [turned(one, left.id) for one in shelf.reuse_of.get(left.id, ()) if {one.a.article, one.b.article} == {left.id, right.id}]
    shifts = [one for one in shelf.rows("shifts") if {one.article, one.document} & {left.id, right.id} and touches(one, left, right)]
    found = rows(Half.of(shelf, left, shifts), Half.of(shelf, right, shifts), shared)
    return Sides(
        left=card(shelf, left),
        right=card(shelf, right),
        direction=next((one.direction for one in shared if one.direction != "unknown"), "unknown"),
        reasons=tuple(dict.fromkeys(one.direction_reason for one in shared if one.direction_reason)),
        rows=tuple(found[:ROWS]),
        more=max(0, len(found) - ROWS),
        findings=tuple(one.message for one in shifts),
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


def rows(left: Half, right: Half, shared: list[Reuse]) -> list[Row]:
    """The paragraphs of the left in order, each with its counterpart; what only the right has stands where it stood."""
    partner = partners(left.paragraphs, right.paragraphs, shared)
    only_right = unpaired({at: index for index, (at, _) in partner.items()}, len(right.paragraphs))
    found = [Row("right", None, right.shown(at)) for at in only_right.get(-1, ())]
    for index in range(len(left.paragraphs)):
        other, kind = partner.get(index, (-1, ""))
        found.append(paired((left, index), (right, other), kind) if kind else Row("left", left.shown(index), None))
        found += [Row("right", None, right.shown(at)) for at in only_right.get(index, ())]
    return found


def unpaired(taken: Mapping[int, int], count: int) -> dict[int, list[int]]:
    """The paragraphs of the right that have no counterpart, by the left one whose counterpart they follow, or -1."""
    found: dict[int, list[int]] = {}
    last = -1
    for index in range(count):
        last = taken.get(index, last)
        if index not in taken:
            found.setdefault(last, []).append(index)
    return found


def partners(left: Sequence[Span], right: Sequence[Span], shared: list[Reuse]) -> dict[int, tuple[int, str]]:
    """For each paragraph of the left the paragraph of the right that shares most with it; each is used once."""
    weights: dict[tuple[int, int], tuple[int, str]] = {}
    for record in shared:
        ours, theirs = lying(left, record.a), lying(right, record.b)
        for order, at in enumerate(ours if theirs else ()):
            other = theirs[order * len(theirs) // len(ours)]
            known, _ = weights.get((at, other), (0, record.kind))
            weights[(at, other)] = (known + left[at].overlap((record.a.start, record.a.end)), record.kind)
    found: dict[int, tuple[int, str]] = {}
    used: set[int] = set()
    for (at, other), (_, kind) in sorted(weights.items(), key=lambda item: (-item[1][0], item[0])):
        if at not in found and other not in used:
            found[at] = (other, kind)
            used.add(other)
    return found


def lying(spans: Sequence[Span], end: End) -> list[int]:
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
    here = [Mark(*span, "hit", one.message) for one in shifts if one.document == document for span in one.spans]
    return here + [Mark(*span, "hit", one.message) for one in shifts if one.other_document == document for span in one.other_spans]


def paired(left: tuple[Half, int], right: tuple[Half, int], kind: str) -> Row:
    """A paragraph of each side together, with the words that differ marked when both are in one language."""
    halves = ((half.text, half.paragraphs[index]) for half, index in (left, right))
    lost, added = ([], []) if kind == "translation" else differing(*halves)
    told = kind if kind != "copy" else "changed" if lost or added else "same"
    return Row(told, left[0].shown(left[1], lost), right[0].shown(right[1], added))


def differing(left: tuple[str, Span], right: tuple[str, Span]) -> tuple[list[Mark], list[Mark]]:
    """The words that only one of two paragraphs has, each a stretch of its text."""
    ours, theirs = (list(WORD.finditer(text, *span)) for text, span in (left, right))
    if len(ours) + len(theirs) > COMPARED:
        return [], []
    matcher = SequenceMatcher(
        None, [word.group().casefold() for word in ours], [word.group().casefold() for word in theirs], autojunk=False
    )
    changes = [change for change in matcher.get_opcodes() if change[0] != "equal"]
    lost = [Mark(ours[first].start(), ours[end - 1].end(), "lost") for _, first, end, _, _ in changes if end > first]
    added = [Mark(theirs[first].start(), theirs[end - 1].end(), "added") for _, _, _, first, end in changes if end > first]
    return lost, added

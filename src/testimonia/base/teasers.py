"""Which teasers stand around which article of a page: one rule for what is read in them and for what is checked."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence

from testimonia.base.documents import Article, Segment
from testimonia.base.spans import Span


def teasers_around(articles: Sequence[Article], segments: Iterable[Segment]) -> dict[str, tuple[Span, ...]]:
    """The teasers around each article, by its id: those between the end of the one before and its own; the last one's also behind it."""
    ends = sorted({article.body[-1].end for article in articles if article.body})
    found: dict[int, list[Span]] = defaultdict(list)
    for segment in segments if ends else ():
        if segment.kind == "teaser":
            found[ends[min(bisect_right(ends, segment.start), len(ends) - 1)]].append(Span(segment.start, segment.end))
    return {article.id: tuple(found[article.body[-1].end]) for article in articles if article.body}

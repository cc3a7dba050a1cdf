"""Footnotes as sources: what stands before a marker is said on the word of the note."""

from __future__ import annotations

from bisect import bisect_right

from testimonia.base.extractions import Attribution
from testimonia.base.ids import row_id
from testimonia.base.spans import Span, trimmed
from testimonia.extract.parsing import Parsed

SHORTEST = 30  # characters of text that a marker can stand for


def noted(parsed: Parsed) -> list[Attribution]:
    """One indirect attribution a footnote marker that has a note: the paragraph's text since its beginning or since the last marker."""
    starts = [paragraph.start for paragraph in parsed.paragraphs]
    ends: dict[int, int] = {}
    found = []
    for citation in sorted(parsed.division.citations, key=lambda one: one.marker or Span(0, 0)):
        marker = citation.marker
        index = bisect_right(starts, marker.start) - 1 if marker is not None else -1
        if marker is None or citation.note is None or index < 0 or marker.end > parsed.paragraphs[index].end:
            continue
        content = trimmed(parsed.text, Span(ends.get(index, starts[index]), marker.start))
        ends[index] = marker.end
        if content.end - content.start >= SHORTEST and not citation.note.holds(marker):
            found.append(of_note(parsed, marker, content))
    return found


def of_note(parsed: Parsed, marker: Span, content: Span) -> Attribution:
    """What a marker vouches for."""
    return Attribution(
        id=row_id("t", parsed.document.id, parsed.article.id, (content,), marker, None),
        document=parsed.document.id,
        article=parsed.article.id,
        source=None,
        cue=marker,
        content=(content,),
        kind="indirect",
        stance="say",
        source_kind="document",
        reason="footnote",
    )

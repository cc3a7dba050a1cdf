"""Footnotes as sources: what stands before a marker is said on the word of the note."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from testimonia.base.documents import Citation
from testimonia.base.extractions import Attribution
from testimonia.base.ids import row_id
from testimonia.base.spans import Span, trimmed
from testimonia.extract.parsing import Paragraph, Parsed

SHORTEST = 30  # characters of text that a marker can stand for
SAID = 0.5  # share of a sentence that another attribution must hold to have said it


def noted(parsed: Parsed, rows: Sequence[Attribution]) -> list[Attribution]:
    """The attributions `rows` and those of the footnotes.

    A marker stands for the paragraph's text since its beginning or since the last marker. What another attribution says there already
    keeps its own source and gets the marker as its `note`; the sentences behind it that nobody says yet are said by the note.
    """
    found = list(rows)
    for marker, paragraph, start in marked(parsed):
        held = [index for index, row in enumerate(found) if row.note is None and Span(start, marker.start).holds(row.content[-1])]
        outer = [index for index in held if found[index].source is not None]
        rest = unsaid(parsed, paragraph, Span(start, marker.start), [found[index] for index in outer])
        for index in outer:
            if found[index].content[-1].end > rest.start or rest.end - rest.start < SHORTEST:
                found[index] = replace(found[index], note=marker)
        if rest.end - rest.start >= SHORTEST:
            found.append(of_note(parsed, marker, rest))
    return found


def marked(parsed: Parsed) -> Iterator[tuple[Span, Paragraph, int]]:
    """The markers that have a note and stand in a paragraph, each with the beginning of what it stands for."""
    starts = [paragraph.start for paragraph in parsed.paragraphs]
    ends: dict[int, int] = {}
    for citation in sorted(parsed.division.citations, key=place):
        marker = citation.marker
        index = bisect_right(starts, marker.start) - 1 if marker is not None else -1
        if marker is None or citation.note is None or index < 0 or marker.end > parsed.paragraphs[index].end:
            continue
        start = ends.get(index, starts[index])
        ends[index] = marker.end
        if not citation.note.holds(marker):
            yield marker, parsed.paragraphs[index], start


def place(citation: Citation) -> Span:
    """Where a marker stands; at the beginning without one."""
    return citation.marker or Span(0, 0)


def unsaid(parsed: Parsed, paragraph: Paragraph, stretch: Span, rows: Sequence[Attribution]) -> Span:
    """The last sentences of a stretch that no attribution says."""
    spans = [span for row in rows for span in (*row.content, row.source, row.cue) if span is not None]
    start = stretch.start
    for sentence in paragraph.doc.sents:
        span = paragraph.span(sentence.start_char, sentence.end_char)
        own = Span(max(span.start, stretch.start), min(span.end, stretch.end))
        if own.start < own.end and covered(own, spans) >= SAID * (own.end - own.start):
            start = own.end
    return trimmed(parsed.text, Span(start, stretch.end))


def covered(sentence: Span, spans: Sequence[Span]) -> int:
    """How many characters of a sentence the spans cover, each character counted once."""
    total, at = 0, sentence.start
    for span in sorted(spans):
        total += max(0, min(span.end, sentence.end) - max(span.start, at))
        at = max(at, span.end)
    return total


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

"""The final segments: what belongs to an article after the division, and what the rest of the page is."""

from __future__ import annotations

from collections.abc import Sequence

from testimonia.base.documents import Document, Segment
from testimonia.divide.head import Head
from testimonia.divide.lines import Line
from testimonia.divide.posts import ECHO_LEAST, ECHO_LINES, ECHO_SHARE
from testimonia.divide.titles import credit

Kind = tuple[str, str]
LINK_WORDS = 20


def final_segments(document: Document, lines: Sequence[Line], heads: Sequence[Head], segments: tuple[Segment, ...]) -> tuple[Segment, ...]:
    """The document's segments after the division: runs of lines of one kind, each reaching to the start of the next."""
    if not lines:
        return segments
    reasons = reasons_of(lines, segments)
    kinds: list[Kind] = [set_aside(line, reason) for line, reason in zip(lines, reasons, strict=True)]
    for head in heads:
        for place, kind in article_lines(lines, head):
            kinds[place] = kind
        between(lines, head, kinds)
    repeats(lines, heads, kinds)
    return covering(document, lines, kinds)


def repeats(lines: Sequence[Line], heads: Sequence[Head], kinds: list[Kind]) -> None:
    """Furniture that repeats an article's text is a teaser of it."""
    others = [place for place, kind in enumerate(kinds) if kind[0] == "furniture" and lines[place].shape.words > ECHO_LEAST]
    others = [place for place in others if len(lines[place].runs) >= ECHO_LEAST]
    bodies = [place for head in heads for place in head.post.body][:ECHO_LINES] if others else []
    known = frozenset[tuple[str, ...]]().union(*(lines[place].runs for place in bodies))
    for place in others:
        line = lines[place]
        if len(line.runs & known) >= ECHO_SHARE * len(line.runs):
            kinds[place] = ("teaser", "repeats the text of an article of the page")


def reasons_of(lines: Sequence[Line], segments: tuple[Segment, ...]) -> list[str]:
    """The reason of the segment in which each line begins."""
    found, place = [], 0
    for line in lines:
        while place + 1 < len(segments) and segments[place].end <= line.span.start:
            place += 1
        found.append(segments[place].reason)
    return found


def set_aside(line: Line, reason: str) -> Kind:
    """What a line is outside all articles: as cleaned, or furniture when it was text of no article."""
    return ("furniture", "text that belongs to no article of the page") if line.kind == "article" else (line.kind, reason)


def article_lines(lines: Sequence[Line], head: Head) -> list[tuple[int, Kind]]:
    """The lines of one article: its body, its title, its credits, its signature and its notes."""
    found: list[tuple[int, Kind]] = [(place, ("article", "body")) for place in head.post.body]
    if head.title is not None:
        found.append((head.title, ("article", "title")))
        for place in head.post.head:
            if place > head.title and credit(lines[place]) and lines[place].marked("source_link") < 2:
                found.append((place, ("article", "credit between title and text")))
    spans = {fact.span for name, fact in head.facts.items() if fact.span and name in ("author", "published", "translator")}
    for place in head.post.tail:
        if any(lines[place].span.holds(span) for span in spans):
            found.append((place, ("article", "credit below the text")))
    return found + [(place, ("article", "note")) for place in head.post.notes]


def between(lines: Sequence[Line], head: Head, kinds: list[Kind]) -> None:
    """Short lines inside a body that are no text of it: captions and links to other articles."""
    inside = set(head.post.body)
    for place in range(head.post.body[0], head.post.body[-1]):
        line = lines[place]
        if place not in inside and kinds[place][0] == "furniture" and line.shape.words <= LINK_WORDS and line.is_title:
            kinds[place] = ("related", "a short line between paragraphs")


def covering(document: Document, lines: Sequence[Line], kinds: Sequence[Kind]) -> tuple[Segment, ...]:
    """One segment for each run of lines of one kind."""
    first = [0, *(place for place in range(1, len(lines)) if kinds[place][0] != kinds[place - 1][0])]
    starts = [0, *(lines[place].span.start for place in first[1:])]
    ends = [*starts[1:], len(document.text)]
    return tuple(Segment(document.id, start, end, *kinds[place]) for start, end, place in zip(starts, ends, first, strict=True))

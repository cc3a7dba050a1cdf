"""A document's text as it is kept, one key away from its article: the same words marked, with the page that they stand on."""

from __future__ import annotations

from dataclasses import dataclass

from testimonia.base.documents import Block
from testimonia.base.spans import Span
from testimonia.view.pages.passages import Mark, Piece, direction, pieces
from testimonia.view.pages.shelf import Shelf

PART = 60_000  # characters of a text that one page shows


@dataclass(frozen=True, slots=True)
class Source:
    """A part of a document's text. `page` is the page of the file that the marked words (or the part) stand on, where it has pages."""

    document: str
    path: str
    media_type: str
    characters: int
    start: int
    direction: str
    pieces: tuple[Piece, ...]
    page: int | None
    pages: int
    part: int
    parts: int
    article: str | None


def source(shelf: Shelf, id: str, place: tuple[int, int] | None, part: int) -> Source | None:
    """The raw text of a document around a place; none when the case does not hold it."""
    record = next(shelf.case.documents([id]), None)
    if record is None:
        return None
    text = record.text
    marked = Span(*place) if place is not None and 0 <= place[0] < place[1] <= len(text) else None
    parts = max(1, -(-len(text) // PART))
    part = min(marked.start // PART if marked else part, parts - 1)
    shown = Span(part * PART, min(len(text), (part + 1) * PART))
    numbered = [block for block in record.blocks if block.page is not None]
    holder = next((a.id for a in shelf.articles_of.get(id, ()) if marked and any(s.start <= marked.start < s.end for s in a.body)), None)
    first = next(iter(shelf.articles_of.get(id, ())), None)
    return Source(
        document=id,
        path=shelf.paths.get(id, ("",))[0],
        media_type=record.media_type,
        characters=len(text),
        start=shown.start,
        direction=direction(text[shown.start : shown.end]),
        pieces=pieces(text, shown, [Mark(*marked, "hit")] if marked else []),
        page=page_of(numbered, marked.start if marked else shown.start),
        pages=max((block.page or 0 for block in numbered), default=0),
        part=part,
        parts=parts,
        article=holder or (first.id if first else None),
    )


def page_of(blocks: list[Block], place: int) -> int | None:
    """The page of the file on which a place stands."""
    before = [block for block in blocks if block.start <= place]
    return max(before, key=lambda block: block.start).page if before else None

"""What a page's markup says of its division: where its posts begin, and which lines are titles."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from testimonia.base.documents import Block, Document
from testimonia.divide.lines import Line


class Layout:
    """The blocks of a document that tell its articles apart; a plain text has none."""

    def __init__(self, document: Document) -> None:
        self.bodies = outermost([block for block in document.blocks if block.role == "body"])
        self.posts = outermost([block for block in document.blocks if block.role == "post"])
        self.titles = frozenset(block.start for block in document.blocks if block.role == "title")
        self.headings = frozenset(block.start for block in document.blocks if block.role == "heading")
        self.tables = any(block.role == "table" for block in document.blocks)

    def told(self, lines: Sequence[Line], inside: Sequence[int]) -> bool:
        """Whether the markup tells the page's division: it marks several posts, or all of the text is one extractor's main text."""
        if not self.bodies or len(self.posts) > 1:
            return bool(self.bodies)
        starts = [body.start for body in self.bodies]
        for place in inside:
            rank = bisect_right(starts, lines[place].span.start) - 1
            if rank < 0 or lines[place].span.start >= self.bodies[rank].end:
                return False
        return True

    def boundaries(self, lines: Sequence[Line], inside: Sequence[int]) -> set[int]:
        """The first article line of each post but the first, where the page marks several."""
        if len(self.posts) < 2:
            return set()
        starts = [post.start for post in self.posts]
        found, last = set(), None
        for place in inside:
            number = bisect_right(starts, lines[place].span.start) - 1
            if last is not None and number != last:
                found.add(place)
            last = number
        return found


def outermost(blocks: Sequence[Block]) -> list[Block]:
    """The blocks that lie in no other of them, in order."""
    found: list[Block] = []
    for block in sorted(blocks, key=lambda block: (block.start, -block.end)):
        if not found or block.start >= found[-1].end:
            found.append(block)
    return found

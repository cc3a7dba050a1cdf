"""What the markup of a page says of each unit: which part of it lies in main text, navigation, captions, comments."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from testimonia.base.documents import Block, Document
from testimonia.base.spans import Span

KINDS = (
    ("comment", "comment", "marked as a comment"),
    ("caption", "caption", "marked as a caption"),
    ("nav", "furniture", "marked as navigation"),
    ("footer", "furniture", "marked as the page's foot"),
    ("aside", "related", "marked as beside the text"),
)  # fmt: skip
NEVER = ("comment", "caption", "nav", "footer")  # roles whose lines are no article's text, whatever the extractor took
HALF = 0.5
MISSED, LEAST_MISSED = 0.8, 2  # share of the extractor's text that is missed, and paragraphs of it, for an index of posts


class Roles:
    """The share of each unit that blocks of a role cover."""

    def __init__(self, document: Document, spans: Sequence[Span]) -> None:
        self.blocks: dict[str, list[Block]] = {}
        self.known: dict[str, NDArray[np.bool_]] = {}
        for block in document.blocks:
            self.blocks.setdefault(block.role, []).append(block)
        self.starts = [span.start for span in spans]
        self.ends = [span.end for span in spans]

    def has(self, role: str) -> bool:
        """Whether the page has blocks of a role."""
        return role in self.blocks

    def covered(self, role: str) -> NDArray[np.bool_]:
        """The units of which blocks of the role cover more than half."""
        found = self.known.get(role)
        if found is None:
            found = self.known[role] = np.zeros(len(self.starts), dtype=np.bool_)
            self.cover(found, merged(self.blocks.get(role, ())))
        return found

    def cover(self, found: NDArray[np.bool_], stretches: Sequence[Sequence[int]]) -> None:
        """Flag the units of which stretches (in order, apart) cover more than half: all inside one, and of those at its edges the most."""
        partly: dict[int, int] = {}
        for start, end in stretches:
            first, last = bisect_right(self.ends, start), bisect_left(self.starts, end) - 1
            if last - first > 1:
                found[first + 1 : last] = True
            for place in (first, last) if first < last else (first,) if first == last else ():
                partly[place] = partly.get(place, 0) + min(end, self.ends[place]) - max(start, self.starts[place])
        for place, inside in partly.items():
            found[place] = inside > HALF * (self.ends[place] - self.starts[place])

    def posts(self) -> int:
        """How many posts stand one beside the other on the page."""
        count, reached = 0, -1
        for block in sorted(self.blocks.get("post", ()), key=lambda block: (block.start, -block.end)):
            if block.start >= reached:
                count, reached = count + 1, block.end
        return count

    def article(self, read: NDArray[np.bool_] | None = None) -> NDArray[np.bool_]:
        """Which units are article: what the extractor took; on a page of several posts also what reads as text inside one of them."""
        found = self.covered("body")
        if read is not None and self.posts() > 1:
            found = found | ((read | self.covered("paragraph")) & self.covered("post"))
        for role in NEVER:
            if self.has(role):
                found = found & ~self.covered(role)
        return found

    def missed(self, article: NDArray[np.bool_], plain: NDArray[np.bool_]) -> NDArray[np.bool_]:
        """The paragraphs of sentences that an extractor left out, where they weigh as much as what it took: an index of several posts."""
        found = self.covered("paragraph") & plain & ~article
        if found.sum() < LEAST_MISSED or int(self.covered("heading").sum()) < 2:
            return np.zeros_like(found)
        for role in (*NEVER, "aside"):
            if self.has(role):
                found = found & ~self.covered(role)
        sizes = np.asarray(self.ends, dtype=np.int64) - np.asarray(self.starts, dtype=np.int64)
        taken = self.covered("paragraph") & plain & article
        enough = found.sum() >= LEAST_MISSED and sizes[found].sum() >= MISSED * sizes[taken].sum()
        return found if enough else np.zeros_like(found)

    def kinds(self) -> list[tuple[str, str] | None]:
        """The kind that the markup gives each unit outside the articles, with the reason; none where it says nothing."""
        found: list[tuple[str, str] | None] = [None] * len(self.starts)
        for role, kind, reason in reversed(KINDS):
            if self.has(role):
                for place in np.flatnonzero(self.covered(role)).tolist():
                    found[place] = (kind, reason)
        return found


def merged(blocks: Sequence[Block]) -> list[list[int]]:
    """Where the stretches that some blocks cover together begin and end."""
    stretches: list[list[int]] = []
    for block in sorted(blocks, key=lambda block: block.start):
        if stretches and block.start <= stretches[-1][1]:
            stretches[-1][1] = max(stretches[-1][1], block.end)
        else:
            stretches.append([block.start, block.end])
    return stretches

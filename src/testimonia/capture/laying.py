"""A text being put together from the paragraphs of a document, with a block for each."""

from __future__ import annotations

from dataclasses import dataclass, field

from testimonia.base.documents import Block


@dataclass(slots=True)
class Lay:
    """The paragraphs so far; each stands on lines of its own, parted from the next by one empty line (or by none, in lists and tables)."""

    pieces: list[str] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    at: int = 0
    page: int | None = None
    page_start: int = 0

    def add(self, text: str, role: str = "paragraph", *, close: bool = False, href: str | None = None) -> None:
        """Add one paragraph; `close` sets it on the line right after the last one."""
        if not text.strip():
            return
        if self.at:
            self.push("\n" if close else "\n\n")
        start = self.at
        self.push(text)
        self.blocks.append(Block(start, self.at, role, self.page, href))

    def push(self, text: str) -> None:
        """Add characters as they are."""
        self.pieces.append(text)
        self.at += len(text)

    def turn(self, page: int) -> None:
        """Begin a page; the one before is closed."""
        self.close_page()
        self.page = page
        self.page_start = len(self.blocks)

    def close_page(self) -> None:
        """Mark what was added since the page began as that page."""
        if self.page is not None and len(self.blocks) > self.page_start:
            self.blocks.append(Block(self.blocks[self.page_start].start, self.at, "page", self.page))
            self.page_start = len(self.blocks)

    @property
    def text(self) -> str:
        """The whole text."""
        return "".join(self.pieces)

    def sorted_blocks(self) -> tuple[Block, ...]:
        """The blocks in the order of the text, wider before narrower."""
        return tuple(sorted(self.blocks, key=lambda block: (block.start, -block.end, block.role)))

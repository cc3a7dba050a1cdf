"""Where things are found in the workbench: permanent addresses, made from ids and, for a span, from its words."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote, urlencode


class Addresses:
    """The workbench's addresses; an empty one where there is nothing to lead to."""

    def article(self, id: str | None) -> str:
        """An article."""
        return f"/article/{part(id)}" if id else ""

    def entity(self, id: str | None) -> str:
        """An entity."""
        return f"/who/{part(id)}" if id else ""

    def origin(self, id: str | None) -> str:
        """An origin with its tree."""
        return f"/origins/{part(id)}" if id else ""

    def disagreement(self, id: str | None) -> str:
        """A question."""
        return f"/disagreements/{part(id)}" if id else ""

    def line(self, id: str | None) -> str:
        """A line of the ledger."""
        return f"/ledger/{part(id)}" if id else ""

    def sides(self, a: str, b: str) -> str:
        """Two articles side by side."""
        return "/side?" + urlencode({"a": a, "b": b})

    def span(self, article: str, start: int, end: int, words: str = "") -> str:
        """A span of an article; the words find it again after a rebuild."""
        return f"{self.article(article)}?" + urlencode({"from": start, "to": end, "words": words}, errors="replace") + "#sought"

    def with_query(self, path: str, query: dict[str, str], **change: object) -> str:
        """The same page with other values; an empty value is left out."""
        merged = {**query, **{name: str(value) for name, value in change.items()}}
        kept = {name: value for name, value in merged.items() if value not in ("", "0")}
        return path + ("?" + urlencode(kept, errors="replace") if kept else "")

    def source(self, document: str, span: Any = None) -> str:
        """The raw text of a document, at a span."""
        return f"/source/{part(document)}" + (f"?from={span.start}&to={span.end}#sought" if span is not None else "")

    def leave(self, address: str) -> str:
        """The page that asks before a link leads out of the workbench."""
        return "/leave?" + urlencode({"to": address}, errors="replace")

    def kind(self, pair: tuple[str, str]) -> str:
        """The address of a thing given as (kind, id)."""
        return str(getattr(self, pair[0])(pair[1]))


def part(id: str) -> str:
    """An id as one part of a path."""
    return quote(id, safe="", errors="replace")

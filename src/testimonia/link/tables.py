"""What a linker may ask of the case: any earlier table as records or as Arrow, and the texts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    import pyarrow as pa


class Tables(Protocol):
    """The tables of a case as a linker sees them (`store.Case` is one)."""

    def records(self, table: str, **equal: Any) -> Iterator[Any]:
        """The records of a table, in the order of their key."""

    def arrow(self, table: str, columns: Sequence[str] | None = None) -> pa.Table:
        """A table as Arrow: a span as `x_start`, `x_end`; nested values as JSON text."""

    def texts(self, ids: Sequence[str] | None = None) -> Iterator[tuple[str, str]]:
        """The id and text of every document (or of some), by id."""

    def text(self, document: str) -> str:
        """One document's text."""

    def paths(self) -> dict[str, tuple[str, ...]]:
        """The paths at which each document was found."""

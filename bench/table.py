"""How a benchmark's rows are printed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping


class CannotRunError(Exception):
    """The benchmark cannot run here; the message says why."""


def text(value: object) -> str:
    """One cell."""
    return f"{value:,.2f}" if isinstance(value, float) else f"{value:,}" if isinstance(value, int) else str(value)


def table(rows: Iterable[Mapping[str, object]]) -> str:
    """The rows as a plain table, columns in the order in which they first appear."""
    listed = [dict(row) for row in rows]
    columns = list(dict.fromkeys(name for row in listed for name in row))
    cells = [columns, *([text(row.get(name, "")) for name in columns] for row in listed)]
    widths = [max(len(line[at]) for line in cells) for at in range(len(columns))]
    aligned = [
        [cell.ljust(width) if at == 0 else cell.rjust(width) for at, (cell, width) in enumerate(zip(line, widths, strict=True))]
        for line in cells
    ]
    return "\n".join("  ".join(line).rstrip() for line in aligned)

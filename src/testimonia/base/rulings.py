"""Decisions about single rows, applied to what the machine found: rejected rows are left out, relabelled and rebounded ones changed.

    reject   targets (row id)           the row is left out; rows that hang on it hang on what it hung on
    relabel  targets (row id, field)    the field takes the decision's value
    rebound  targets (row id, field)    the span takes the decision's value, written `start:end`

The machine's own rows stay in the store; a later decision on the same row and field wins.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from testimonia.base.codec import field_types, revive
from testimonia.base.decisions import Decision, standing
from testimonia.base.spans import Span

RULED_TABLES = ("attributions", "quantities", "times", "claims", "relations", "disagreements", "reuse", "findings", "shifts")
POINTERS = {"attributions": ("parent",), "quantities": ("attribution",), "claims": ("attribution",), "relations": ("attribution",)}


@dataclass(frozen=True, slots=True)
class Rulings:
    """What was ruled about the rows of the case: ids left out, with what stands in for each, and fields changed."""

    rejected: Mapping[str, frozenset[str]]
    changed: Mapping[str, Mapping[str, Mapping[str, str]]]

    def about(self, table: str) -> bool:
        """Whether any row of the table can be touched."""
        pointed = "attributions" if table in POINTERS else ""
        return bool(self.rejected.get(table) or self.changed.get(table) or self.rejected.get(pointed))


def rulings(history: Iterable[Decision]) -> Rulings:
    """The rulings in force."""
    rejected: dict[str, set[str]] = {}
    changed: dict[str, dict[str, dict[str, str]]] = {}
    for decision in standing(history):
        if decision.kind in ("reject", "accept") and len(decision.targets) == 1:
            listed = rejected.setdefault(decision.table, set())
            (listed.add if decision.kind == "reject" else listed.discard)(decision.targets[0])
        elif decision.kind in ("relabel", "rebound") and len(decision.targets) == 2:
            row, field = decision.targets
            changed.setdefault(decision.table, {}).setdefault(row, {})[field] = decision.value
    return Rulings({table: frozenset(ids) for table, ids in rejected.items()}, changed)


def apply(table: str, records: Iterable[Any], ruled: Rulings, parents: Mapping[str, str | None]) -> Iterator[Any]:
    """The rows of a table as ruled. `parents` gives the parent of each rejected attribution."""
    rejected = ruled.rejected.get(table, frozenset())
    for record in records:
        if record.id not in rejected:
            yield change(record, new_values(table, record, ruled, parents))


def new_values(table: str, record: Any, ruled: Rulings, parents: Mapping[str, str | None]) -> dict[str, Any]:
    """The fields of one row that a decision changes, with their new values."""
    found: dict[str, Any] = {}
    for name in POINTERS.get(table, ()):
        pointed = getattr(record, name)
        if pointed in parents:
            found[name] = surviving(pointed, parents)
    kind: Any = type(record)
    hints = field_types(kind)
    for name, value in ruled.changed.get(table, {}).get(record.id, {}).items():
        if name in hints:
            found[name] = bounds(hints[name], value)
    return found


def surviving(row: str | None, parents: Mapping[str, str | None]) -> str | None:
    """The nearest ancestor that was not rejected."""
    seen: set[str] = set()
    while row is not None and row in parents and row not in seen:
        seen.add(row)
        row = parents[row]
    return row


def bounds(hint: Any, value: str) -> Any:
    """A decision's value as the field's type: `start:end` for a span, several of them with commas for a list of spans."""
    spans = [[int(edge) for edge in part.split(":")] for part in value.split(",")] if is_spans(value) else None
    if spans is None:
        return value
    return tuple(Span(*span) for span in spans) if "tuple" in str(hint) else revive(Span, spans[0])


def is_spans(value: str) -> bool:
    """Whether the value is written as one or several spans."""
    parts = [part.split(":") for part in value.split(",")]
    return all(len(part) == 2 and all(edge.isdecimal() and edge.isascii() for edge in part) for part in parts)


def change(record: Any, values: Mapping[str, Any]) -> Any:
    """The record with the new values."""
    return dataclasses.replace(record, **values) if values else record

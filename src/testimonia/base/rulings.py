"""Decisions about single rows, applied to what the machine found: rejected rows are left out, relabelled and rebounded ones changed.

    reject   targets (row id)           the row is left out; rows that hang on it hang on what it hung on
    relabel  targets (row id, field)    the field takes the decision's value, one of `LABELS`
    rebound  targets (row id, field)    the span takes the decision's value, written `start:end`; `none` where nobody or nothing is named

The machine's own rows stay in the store; a later decision on the same row and field wins.
A value that the field cannot hold changes nothing.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from testimonia.base.decisions import Decision, standing
from testimonia.base.extractions import STANCES
from testimonia.base.spans import Span

RULED_TABLES = ("attributions", "quantities", "times", "claims", "relations", "disagreements", "reuse", "findings", "shifts")
LABELS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "attributions": {
        "stance": STANCES,
        "kind": ("direct", "indirect", "mixed"),
        "polarity": ("positive", "negative"),
        "modality": ("asserted", "alleged", "conditional", "question", "future"),
    },
    "reuse": {"kind": ("copy", "quotation", "translation")},
}
NOTHING = "none"
SPAN = re.compile(r"[0-9]+:[0-9]+")
SPANS: Mapping[str, tuple[str, ...]] = {"attributions": ("speaker", "source", "cue", "content")}
LISTED, LEFT_OPEN = ("content",), ("speaker", "source")  # fields of several spans; fields that may hold none
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
    for name, value in ruled.changed.get(table, {}).get(record.id, {}).items():
        if fits(table, name, value):
            found[name] = read_value(table, name, value)
            found.update({"speakers": ()} if name == "speaker" else {})
    return found


def surviving(row: str | None, parents: Mapping[str, str | None]) -> str | None:
    """The nearest ancestor that was not rejected."""
    seen: set[str] = set()
    while row is not None and row in parents and row not in seen:
        seen.add(row)
        row = parents[row]
    return row


def fits(table: str, field: str, value: str) -> bool:
    """Whether a field of a table's rows can hold the value of a decision."""
    if field in LABELS.get(table, {}):
        return value in LABELS[table][field]
    if field not in SPANS.get(table, ()):
        return False
    return (value == NOTHING and field in LEFT_OPEN) or (is_spans(value) and (field in LISTED or "," not in value))


def read_value(table: str, field: str, value: str) -> Any:
    """A decision's value as the field holds it: `start:end` for a span, several of them with commas for a list of spans."""
    if field not in SPANS.get(table, ()):
        return value
    spans = tuple(Span(*(int(edge) for edge in part.split(":"))) for part in value.split(",")) if value != NOTHING else ()
    return spans if field in LISTED else spans[0] if spans else None


def is_spans(value: str) -> bool:
    """Whether the value is written as one or several spans."""
    return all(SPAN.fullmatch(part) is not None and int(part.split(":")[0]) < int(part.split(":")[1]) for part in value.split(","))


def change(record: Any, values: Mapping[str, Any]) -> Any:
    """The record with the new values."""
    return dataclasses.replace(record, **values) if values else record

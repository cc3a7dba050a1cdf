"""A record to a row of its table and back."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any

import pyarrow as pa
import sqlalchemy as sa

from testimonia.base.codec import dump, field_types, revive
from testimonia.base.spans import Span
from testimonia.store.schema import PLAIN, bare


def as_json(value: Any) -> str:
    """Nested values as one JSON text, the same bytes for the same value."""
    return json.dumps(dump(value), ensure_ascii=False, separators=(",", ":"), sort_keys=True)


@cache
def shape(record: Any) -> tuple[tuple[str, str, Any], ...]:
    """Each field with how it is stored: `plain`, `span` or `json`."""
    found = []
    for name, hint in field_types(record).items():
        kind, _ = bare(hint)
        found.append((name, "span" if kind is Span else "plain" if kind in PLAIN else "json", hint))
    return tuple(found)


def record_type(record: Any) -> Any:
    """The type of a record (untyped, for the cache)."""
    return type(record)


def encode(record: Any) -> dict[str, Any]:
    """The row of a record."""
    row: dict[str, Any] = {}
    for name, stored, _ in shape(record_type(record)):
        value = getattr(record, name)
        if stored == "span":
            row[f"{name}_start"], row[f"{name}_end"] = value if value is not None else (None, None)
        else:
            row[name] = value if stored == "plain" or value is None else as_json(value)
    return row


def decoder(record: type) -> Callable[[Mapping[str, Any]], Any]:
    """The function that gives back the record of a row."""
    kind: Any = record
    fields = shape(kind)

    def decode(row: Mapping[str, Any]) -> Any:
        values: dict[str, Any] = {}
        for name, stored, hint in fields:
            if stored == "span":
                start = row[f"{name}_start"]
                values[name] = None if start is None else Span(start, row[f"{name}_end"])
            elif stored == "plain" or row[name] is None:
                values[name] = row[name]
            else:
                values[name] = revive(hint, json.loads(row[name]))
        return record(**values)

    return decode


def plain_fields(record: type) -> tuple[str, ...]:
    """The names of a record's fields, in order."""
    return tuple(f.name for f in dataclasses.fields(record))


def arrow_type(column: sa.Column[Any]) -> pa.DataType:
    """The Arrow type of a column."""
    if isinstance(column.type, sa.Boolean):
        return pa.bool_()
    if isinstance(column.type, sa.BigInteger):
        return pa.int64()
    return pa.float64() if isinstance(column.type, sa.Double) else pa.string()


def batched(listed: Sequence[str], size: int) -> Iterator[Sequence[str]]:
    """A long list in parts."""
    return (listed[at : at + size] for at in range(0, len(listed), size))

"""A record to a row of its table and back."""

from __future__ import annotations

import dataclasses
import json
import typing
from collections.abc import Callable, Iterator, Sequence
from functools import cache, lru_cache
from operator import attrgetter, itemgetter
from typing import Any

from testimonia.base.codec import field_types, opened, reviver
from testimonia.base.spans import Span
from testimonia.store.schema import PLAIN, bare

EMPTY = "[]"
SHARED = 1 << 12  # nested values that are kept at hand while a table is read
PLAINLY = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), sort_keys=True, default=opened)


def as_json(value: Any) -> str:
    """Nested values as one JSON text, the same bytes for the same value."""
    return PLAINLY.encode(value)


def listed(records: Sequence[Any]) -> str:
    """Records of one type as the JSON text that `as_json` gives; their values are strings, numbers and nulls: no encoder need ask."""
    if not records:
        return EMPTY
    form, values = flat(record_type(records[0]))
    return f"[{','.join([form % tuple([scalar(value) for value in values(record)]) for record in records])}]"


@cache
def flat(record: Any) -> tuple[str, Callable[[Any], tuple[Any, ...]]]:
    """The form of a record of several fields as JSON, and what reads its values in the order of that form."""
    names = sorted(plain_fields(record))
    return "{" + ",".join(f'"{name}":%s' for name in names) + "}", attrgetter(*names)


def scalar(value: Any) -> str:
    """A string, a number or nothing as JSON."""
    return str(value) if type(value) is int else "null" if value is None else quoted(value) if type(value) is str else PLAINLY.encode(value)


@lru_cache(SHARED)
def quoted(value: str) -> str:
    """A string as JSON: the roles and the addresses of a site's menus come again and again."""
    return PLAINLY.encode(value)


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
            row[name] = value if stored == "plain" or value is None else EMPTY if value == () else as_json(value)
    return row


def decoder(record: type) -> Callable[[Sequence[Any]], Any]:
    """The function that gives back the record of a row, whose values stand in the order of the table's columns."""
    kind: Any = record
    makers: list[Callable[[Sequence[Any]], Any]] = []
    at = 0
    for _, stored, hint in shape(kind):
        makers.append(span_at(at) if stored == "span" else itemgetter(at) if stored == "plain" else nested_at(at, hint))
        at += 2 if stored == "span" else 1
    return lambda row: record(*[make(row) for make in makers])


def span_at(at: int) -> Callable[[Sequence[Any]], Span | None]:
    """The function that reads the span whose start stands at a place of the row, and its end after it."""
    return lambda row: None if row[at] is None else Span(row[at], row[at + 1])


def nested_at(at: int, hint: Any) -> Callable[[Sequence[Any]], Any]:
    """The function that reads the nested value at a place of the row; neighbours often share one, and what never changes is read once."""
    make = reviver(hint)
    if typing.get_origin(hint) is not tuple:
        return lambda row: None if row[at] is None else make(json.loads(row[at]))
    known = lru_cache(SHARED)(lambda text: make(json.loads(text)))
    return lambda row: None if row[at] is None else () if row[at] == EMPTY else known(row[at])


def plain_fields(record: type) -> tuple[str, ...]:
    """The names of a record's fields, in order."""
    return tuple(f.name for f in dataclasses.fields(record))


def batched(listed: Sequence[str], size: int) -> Iterator[Sequence[str]]:
    """A long list in parts."""
    return (listed[at : at + size] for at in range(0, len(listed), size))

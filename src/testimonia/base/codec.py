"""Records to plain JSON values and back, by the types that the records declare.

`load(cls, dump(record)) == record` for every record of this room; a property test holds it.
"""

from __future__ import annotations

import dataclasses
import operator
import types
import typing
from collections.abc import Callable
from functools import cache
from typing import Any, TypeVar

from testimonia.base.spans import Span

T = TypeVar("T")
AS_THEY_ARE = frozenset((str, int, float, bool, type(None)))


def dump(value: Any) -> Any:
    """The value as dictionaries, lists, strings, numbers and nulls; bytes as hexadecimal digits."""
    kind: Any = type(value)
    if kind in AS_THEY_ARE:
        return value
    if isinstance(value, tuple | list):
        return [dump(item) for item in value]
    if isinstance(value, dict):
        return {key: dump(item) for key, item in value.items()}
    plain = opened(value)
    return {name: dump(held) for name, held in plain.items()} if type(plain) is dict else plain


def opened(value: Any) -> Any:
    """A record as a dictionary of its fields as they are, bytes as hexadecimal digits, anything else as it is."""
    kind: Any = type(value)
    fields = fields_of(kind)
    if fields is not None:
        names, values = fields
        return dict(zip(names, values(value), strict=True))
    return value.hex() if kind is bytes else value


@cache
def fields_of(kind: Any) -> tuple[tuple[str, ...], Callable[[Any], tuple[Any, ...]]] | None:
    """The names of a record's fields, in order, and what reads all their values at once; none for what is no record."""
    if not dataclasses.is_dataclass(kind):
        return None
    names = tuple(f.name for f in dataclasses.fields(kind))
    several = operator.attrgetter(*names)
    return names, several if len(names) > 1 else lambda value: (several(value),)


@cache
def field_types(cls: Any) -> dict[str, Any]:
    """The declared type of each field of a record."""
    return typing.get_type_hints(cls)


def load(cls: type[T], raw: dict[str, Any]) -> T:
    """The record that `dump` made `raw` from; unknown keys are left out, missing ones take their default."""
    kind: Any = cls
    return typing.cast(T, reviver(kind)(raw))


def revive(hint: Any, raw: Any) -> Any:
    """One value of the declared type `hint` from its plain form."""
    return reviver(hint)(raw)


@cache
def reviver(hint: Any) -> Callable[[Any], Any]:
    """The function that makes a value of the declared type `hint` from its plain form; put together once for each type."""
    origin, args = typing.get_origin(hint), typing.get_args(hint)
    if origin in (types.UnionType, typing.Union):
        return reviver(next(a for a in args if a is not type(None)))
    if hint is bytes:
        return lambda raw: None if raw is None else bytes.fromhex(raw)
    if hint is Span:
        return lambda raw: None if raw is None else Span(*raw)
    if origin is tuple:
        item = reviver(args[0])
        return lambda raw: None if raw is None else tuple(raw) if item is as_it_is else tuple(map(item, raw))
    return of_record(hint) if dataclasses.is_dataclass(hint) else as_it_is


def as_it_is(raw: Any) -> Any:
    """A value whose plain form is itself."""
    return raw


def of_record(cls: Any) -> Callable[[Any], Any]:
    """The reviver of a record."""
    hints = field_types(cls)
    fields = [(f.name, reviver(hints[f.name])) for f in dataclasses.fields(cls)]
    return lambda raw: None if raw is None else cls(**{name: make(raw[name]) for name, make in fields if name in raw})

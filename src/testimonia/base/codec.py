"""Records to plain JSON values and back, by the types that the records declare.

`load(cls, dump(record)) == record` for every record of this room; a property test holds it.
"""

from __future__ import annotations

import dataclasses
import types
import typing
from functools import cache
from typing import Any, TypeVar

from testimonia.base.spans import Span

T = TypeVar("T")


def dump(value: Any) -> Any:
    """The value as dictionaries, lists, strings, numbers and nulls."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {f.name: dump(getattr(value, f.name)) for f in dataclasses.fields(value)}
    if isinstance(value, tuple | list):
        return [dump(item) for item in value]
    if isinstance(value, dict):
        return {key: dump(item) for key, item in value.items()}
    return value


@cache
def field_types(cls: Any) -> dict[str, Any]:
    """The declared type of each field of a record."""
    return typing.get_type_hints(cls)


def load(cls: type[T], raw: dict[str, Any]) -> T:
    """The record that `dump` made `raw` from; unknown keys are left out, missing ones take their default."""
    kind: Any = cls
    hints = field_types(kind)
    names = [f.name for f in dataclasses.fields(cls)]  # type: ignore[arg-type]
    return cls(**{name: revive(hints[name], raw[name]) for name in names if name in raw})


def revive(hint: Any, raw: Any) -> Any:
    """One value of the declared type `hint` from its plain form."""
    if raw is None:
        return None
    origin, args = typing.get_origin(hint), typing.get_args(hint)
    if origin in (types.UnionType, typing.Union):
        return revive(next(a for a in args if a is not type(None)), raw)
    if hint is Span:
        return Span(*raw)
    if origin is tuple:
        return tuple(revive(args[0], item) for item in raw)
    if dataclasses.is_dataclass(hint):
        return load(typing.cast(Any, hint), raw)
    return raw

"""What a record tells of itself and that is worked out once, when it is first asked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar, overload

T = TypeVar("T")


class kept(Generic[T]):  # noqa: N801 - it is used as a decorator
    """A property that is worked out once and then lies in the record's own dictionary.

    `functools.cached_property` takes a lock each time in Python 3.11, which costs more than most of what lines and shapes are asked for.
    """

    def __init__(self, made: Callable[[Any], T]) -> None:
        self.made, self.name, self.__doc__ = made, made.__name__, made.__doc__

    @overload
    def __get__(self, record: None, kind: type) -> kept[T]: ...

    @overload
    def __get__(self, record: object, kind: type) -> T: ...

    def __get__(self, record: object | None, kind: type) -> T | kept[T]:
        if record is None:
            return self
        value = record.__dict__[self.name] = self.made(record)
        return value

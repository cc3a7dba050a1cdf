"""Records that are made for each line or block of a page: whoever checks the types holds them to be frozen, and nothing else does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar, dataclass_transform

T = TypeVar("T")


@dataclass_transform(frozen_default=True)
def light(*, slots: bool = False) -> Callable[[type[T]], type[T]]:
    """A frozen record that is made three times as fast: `dataclass(frozen=True)` sets each field through a guard against itself."""
    return dataclass(unsafe_hash=True, slots=slots)

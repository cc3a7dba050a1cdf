"""What all lists of the workbench have: which part of the list is shown, and the choices that narrow it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from testimonia.view.pages.faceted import Option

T = TypeVar("T")
Ranked = list[tuple[tuple[str, str], int]]


@dataclass(frozen=True, slots=True)
class Slice:
    """Which part of a list is shown: from `start` on, `size` of `total`."""

    start: int
    size: int
    total: int


def part(found: Sequence[T], start: int, size: int) -> tuple[Slice, tuple[T, ...]]:
    """A part of a list with where it lies."""
    start = min(max(start, 0), max(len(found) - 1, 0))
    return Slice(start, size, len(found)), tuple(found[start : start + size])


def ranked(values: Iterable[tuple[str, str]]) -> Ranked:
    """The values (key, label) with their counts, most first."""
    return sorted(Counter(values).items(), key=lambda item: (-item[1], item[0][1], item[0][0]))


def options(counted: Ranked, chosen: str, most: int = 14) -> tuple[Option, ...]:
    """The first of the counted values, and the chosen one."""
    listed = counted[:most] + [item for item in counted[most:] if item[0][0] == chosen]
    return tuple(Option(key, label, count, key == chosen) for (key, label), count in listed)

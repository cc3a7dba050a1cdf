"""What a pattern cannot match without: pieces of text of which every match holds one.

Most paragraphs hold none of the words that most patterns turn on. Whether a piece stands in a text is told by one plain search; a pattern
that begins with a look around is tried at every letter.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from importlib import import_module
from typing import Any

Pieces = frozenset[str]
MOST = 400  # pieces that are worth looking for
try:  # Python's own reading of a pattern; a Python that keeps it elsewhere looks for every pattern, which gives the same
    parser: Any = import_module("re._parser")
    ops: Any = import_module("re._constants")
except ImportError:  # pragma: no cover
    parser = ops = None


def pieces(pattern: re.Pattern[str]) -> Pieces | None:
    """The pieces of which one stands in every match of a pattern; none where nothing can be said."""
    if parser is None or pattern.flags & (re.IGNORECASE | re.VERBOSE):
        return None
    found = of_sequence(parser.parse(pattern.pattern, pattern.flags))
    return found if found is not None and len(found) <= MOST else None


def of_sequence(steps: Iterable[tuple[Any, Any]]) -> Pieces | None:
    """The most telling of what the steps of a sequence need: each of them has to match."""
    needed: list[Pieces] = []
    run = ""
    for operator, value in steps:
        if operator is ops.LITERAL:
            run += chr(value)
            continue
        if run:
            needed.append(frozenset((run,)))
        run = ""
        inner = of_step(operator, value)
        if inner is not None:
            needed.append(inner)
    if run:
        needed.append(frozenset((run,)))
    return max(needed, key=telling, default=None)


def of_step(operator: Any, value: Any) -> Pieces | None:
    """What one step needs; none for a look around, a class of characters, or what may match nothing."""
    if operator is ops.SUBPATTERN:
        return None if value[1] & re.IGNORECASE else of_sequence(value[-1])
    if operator is ops.BRANCH:
        return of_any(value[1])
    if operator in (ops.MAX_REPEAT, ops.MIN_REPEAT, ops.POSSESSIVE_REPEAT) and value[0] > 0:
        return of_sequence(value[2])
    return of_sequence(value) if operator is ops.ATOMIC_GROUP else None


def of_any(branches: Sequence[Iterable[tuple[Any, Any]]]) -> Pieces | None:
    """What one of several branches needs."""
    found: set[str] = set()
    for branch in branches:
        needed = of_sequence(branch)
        if needed is None:
            return None
        found |= needed
    return frozenset(found)


def telling(needed: Pieces) -> tuple[int, int]:
    """How much it tells that none of these stand in a text: the shortest piece is met most easily."""
    return min(map(len, needed)), -len(needed)

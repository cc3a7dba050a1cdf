"""The words by which claims are compared: the topic `comparing` of the English pack, in whose words all claims are told."""

from __future__ import annotations

from functools import cache

from testimonia.base.languages import table


@cache
def entries(key: str) -> tuple[str, ...]:
    """The entries under a key, in the order of the pack; words are given as one line, what has blanks of its own as a list."""
    given = table("en", "comparing")[key]
    return tuple(given.split() if isinstance(given, str) else given)


@cache
def vocabulary(key: str) -> frozenset[str]:
    """The words under a key."""
    return frozenset(entries(key))

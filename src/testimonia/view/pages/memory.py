"""What was looked up lately, fetched many at a time: a page of forty lines asks the case once, not forty times."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Generic, TypeVar

T = TypeVar("T")


class Lately(Generic[T]):
    """The latest things looked up by key, at most so many; several threads may ask."""

    def __init__(self, fetch: Callable[[Sequence[str]], Mapping[str, T]], most: int) -> None:
        self.fetch, self.most = fetch, most
        self.held: dict[str, T] = {}

    def __call__(self, key: str) -> T | None:
        """The thing of a key, none when there is none."""
        found = self.held.get(key)
        return self.ahead([key]).get(key) if found is None else found

    def ahead(self, keys: Iterable[str]) -> Mapping[str, T]:
        """Fetch at once what will be asked for next, at most half of what is kept; what is held of it is kept longer than the rest."""
        asked = list(dict.fromkeys(keys))[: self.most // 2]
        known = {key: self.held.pop(key, None) for key in asked}
        wanted = [key for key, found in known.items() if found is None]
        found = {key: held for key, held in known.items() if held is not None} | dict(self.fetch(wanted) if wanted else {})
        self.held.update(found)
        for key in list(self.held)[: max(0, len(self.held) - self.most)]:
            self.held.pop(key, None)
        return found

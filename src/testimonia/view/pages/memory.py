"""What was looked up lately, fetched many at a time: a page of forty lines asks the case once, not forty times."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Generic, TypeVar

T = TypeVar("T")
AT_ONCE = 512


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


class Rows(Mapping[str, T]):
    """Everything of a kind by key. Until somebody needs all of it, what is asked for is fetched alone: the first page of a large case
    does not wait until the case is read. `some` fetches by keys; without it everything is read at once.
    """

    def __init__(self, everything: Callable[[], dict[str, T]], some: Callable[[Sequence[str]], Mapping[str, T]] | None = None) -> None:
        self.read = everything
        self.lately = Lately(some, AT_ONCE) if some else None
        self.lock = threading.Lock()
        self.whole: dict[str, T] | None = None

    def every(self) -> dict[str, T]:
        """All of it, read once."""
        if self.whole is None:
            with self.lock:
                if self.whole is None:
                    self.whole = self.read()
        return self.whole

    def ahead(self, keys: Iterable[str]) -> None:
        """Fetch at once what will be asked for next."""
        if self.whole is None and self.lately is not None:
            self.lately.ahead(keys)

    def get(self, key: str, default: Any = None) -> Any:
        """The thing of a key."""
        if self.whole is not None or self.lately is None:
            return self.every().get(key, default)
        found = self.lately(key)
        return default if found is None else found

    def __getitem__(self, key: str) -> T:
        found: T | None = self.get(key)
        if found is None:
            raise KeyError(key)
        return found

    def __contains__(self, key: object) -> bool:
        return self.get(str(key)) is not None

    def __iter__(self) -> Iterator[str]:
        return iter(self.every())

    def __len__(self) -> int:
        return len(self.every())

    def values(self) -> Any:
        """All of it."""
        return self.every().values()

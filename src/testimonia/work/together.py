"""Files that are stored together: a transaction for each small file would take as long as reading it."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator

from testimonia.base.outcomes import FileRead

FILES, CHARS, SECONDS = 32, 100_000, 1.0  # a program that is killed loses no more than these


def together(found: Iterable[FileRead], clock: Callable[[], float] = time.monotonic) -> Iterator[list[FileRead]]:
    """The files in their order, as many at a time as come within a second; one that took longer to come does not wait for another."""
    held, chars, since = list[FileRead](), 0, clock()
    for file in found:
        held.append(file)
        chars += sum(len(one.document.text) for one in file.records.documents)
        if len(held) >= FILES or chars >= CHARS or clock() - since >= SECONDS:
            yield held
            held, chars, since = [], 0, clock()
    if held:
        yield held

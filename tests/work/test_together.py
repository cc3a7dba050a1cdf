"""Files that are stored together: bounded by how many, how long, and the time in which they came; nothing is lost or turned round."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from testimonia.base.documents import Division, Document
from testimonia.base.outcomes import DocumentRecords, FileRead, FileRecords
from testimonia.work.together import CHARS, FILES, SECONDS, together


def file(number: int, chars: int = 10) -> FileRead:
    text = "a" * chars
    document = Document(f"d{number}", (), "0", chars, "text/plain", text, None)
    records = (DocumentRecords(document, Division((), (), (), None)),) if chars else ()
    return FileRead(FileRecords(f"{number:03}.txt", records), "0", chars, "k")


def ticking(*moments: float) -> Callable[[], float]:
    left = iter(moments)
    return lambda: next(left)


@pytest.mark.parametrize("count", [0, 1, FILES - 1, FILES, FILES + 1, 3 * FILES])
def test_every_file_comes_once_and_in_order(count: int) -> None:
    given = [file(number) for number in range(count)]
    found = list(together(given, lambda: 0.0))
    assert [one for part in found for one in part] == given
    assert all(0 < len(part) <= FILES for part in found)
    assert len(found) == -(-count // FILES)


def test_long_texts_are_not_kept_waiting_for_one_another() -> None:
    found = list(together([file(0, CHARS), file(1), file(2, CHARS), file(3)], lambda: 0.0))
    assert [[one.records.path for one in part] for part in found] == [["000.txt"], ["001.txt", "002.txt"], ["003.txt"]]


def test_what_took_long_to_come_is_stored_at_once() -> None:
    clock = ticking(0.0, SECONDS, SECONDS, SECONDS + 0.1, 2 * SECONDS + 0.1, 2 * SECONDS + 0.1)
    found = list(together([file(0), file(1), file(2)], clock))
    assert [len(part) for part in found] == [1, 2]


def test_a_file_that_gave_nothing_counts_as_one() -> None:
    assert [len(part) for part in together([file(number, 0) for number in range(FILES + 2)], lambda: 0.0)] == [FILES, 2]

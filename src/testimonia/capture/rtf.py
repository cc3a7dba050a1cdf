"""RTF over striprtf."""

from __future__ import annotations

import re
from collections.abc import Iterator

from striprtf import striprtf

from testimonia.base.documents import Hint
from testimonia.base.errors import ReadingError
from testimonia.capture.part import Budget, Draft, Part, Reading

CODEPAGE = re.compile(rb"\\ansicpg(\d{3,5})")
INFO = re.compile(r"\{\\(title|author)\s([^{}\\]{1,300})\}")
CREATED = re.compile(r"\{\\creatim\\yr(\d{4})\\mo(\d{1,2})\\dy(\d{1,2})")
FAULTS = (ValueError, IndexError, KeyError, LookupError, TypeError, AttributeError, RecursionError, OverflowError)


def read_rtf(part: Part, budget: Budget) -> Reading:
    """The text of a rich-text file."""
    found = CODEPAGE.search(part.data[:4096])
    encoding = f"cp{int(found[1])}" if found else "cp1252"
    raw = part.data.decode("latin-1")
    try:
        text = str(striprtf.rtf_to_text(raw, encoding=encoding if known(encoding) else "cp1252", errors="replace"))  # type: ignore[no-untyped-call]
    except FAULTS as error:
        raise ReadingError(f"The rich text is damaged: {error}.", "Open it in a word processor and save it again.") from error
    yield Draft(text.strip("\n"), "application/rtf", encoding, hints=tuple(hints(raw[:20_000])))


def known(encoding: str) -> bool:
    """Whether Python has this code page."""
    try:
        return bool("".encode(encoding) == b"")
    except LookupError:
        return False


def hints(head: str) -> Iterator[Hint]:
    """What the info group says."""
    for field, value in INFO.findall(head):
        yield Hint(field, " ".join(value.split()), "rtf")
    created = CREATED.search(head)
    if created:
        yield Hint("published", f"{int(created[1]):04d}-{int(created[2]):02d}-{int(created[3]):02d}", "rtf")

"""One file into its documents: the format is found, its reader called, containers opened, everything counted against the limits."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from testimonia.base.documents import Document, Hint
from testimonia.base.errors import ReadingError
from testimonia.base.ids import document_id, sha256
from testimonia.base.outcomes import Captured, Failure, Skipped
from testimonia.base.settings import Limits
from testimonia.capture.formats import format_of, reader_of
from testimonia.capture.part import INSIDE, Budget, Draft, Part
from testimonia.capture.plain import hidden, storable
from testimonia.capture.signatures import companion_kind

OF_ALL = ("outlet", "original_outlet", "language")  # what metadata.csv says of a container and is so of each page in it


def read_file(path: Path, name: str, hints: tuple[Hint, ...], limits: Limits) -> Captured:
    """Read one file. `name` is its path inside the input folder; `hints` is what the user's metadata.csv says of it.

    Raises `ReadingError` when nothing in it can be read.
    """
    return read_bytes(bytes_of(path, limits), name, hints, limits)


def read_bytes(data: bytes, name: str, hints: tuple[Hint, ...], limits: Limits) -> Captured:
    """Read the bytes of one file, as `read_file` does."""
    aside = companion_kind(name)
    if aside:
        return Captured((), (), (Skipped(name, aside),))
    found = list(read_part(Part(data, name), Budget(limits)))
    skipped = tuple(one for one in found if isinstance(one, Skipped))
    failures = tuple(one for one in found if isinstance(one, Failure))
    drafts = [one for one in found if not isinstance(one, Failure | Skipped)]
    if not drafts and (not failures or (len(failures) == 1 and failures[0].path == name)):
        raise refused(failures)
    sha = sha256(data)
    given = hints if len(drafts) == 1 else tuple(hint for hint in hints if hint.field in OF_ALL)
    return Captured(tuple(document(part, draft, sha, given) for part, draft in drafts), failures, skipped)


def refused(failures: tuple[Failure, ...]) -> ReadingError:
    """The error of a file that gave nothing."""
    if failures:
        return ReadingError(failures[0].message, failures[0].advice)
    return ReadingError("There is no text in it.", "Leave it out, or check that it is the file you mean.")


def bytes_of(path: Path, limits: Limits) -> bytes:
    """The bytes of a file that holds still and is no larger than allowed.

    Raises `ReadingError` in words for a person.
    """
    try:
        if not path.is_file() and path.exists():
            raise ReadingError("It cannot be opened: it is no file but a folder, pipe or device.", "Leave it out.")
        with path.open("rb") as stream:
            before = os.fstat(stream.fileno())
            if before.st_size > limits.file_bytes:
                raise ReadingError(
                    f"It has {before.st_size:,} bytes; one file may have {limits.file_bytes:,}.", "Split it, or leave it out."
                )
            data = stream.read(limits.file_bytes + 1)
            after = os.fstat(stream.fileno())
    except OSError as error:
        raise ReadingError(
            f"It cannot be opened: {error.strerror or error}.", "Check that it still exists and that you may read it."
        ) from error
    if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns) or len(data) != after.st_size:
        raise ReadingError("It changed while it was read.", "Let the program that writes it finish, then build again.")
    return data


def read_part(part: Part, budget: Budget) -> Iterator[tuple[Part, Draft] | Failure | Skipped]:
    """Everything that one part gives, and what is packed in it."""
    try:
        if not part.data.strip(b" \t\r\n\0"):
            raise ReadingError("The file is empty.", "Save the page again, or leave it out.")
        if part.depth > budget.limits.depth:
            raise ReadingError(f"It is packed more than {budget.limits.depth} deep.", "Unpack it and build from the folder.")
        for found in reader_of(format_of(part))(part, budget):
            if isinstance(found, Part):
                yield from read_part(found, budget)
            else:
                yield found if isinstance(found, Failure | Skipped) else (part, checked(found, budget.limits))
    except ReadingError as error:
        yield part.failed(error.message, error.advice)


def checked(draft: Draft, limits: Limits) -> Draft:
    """The draft with a text that can be stored.

    Raises `ReadingError` when there is no text, or too much of it.
    """
    if not draft.text.strip():
        raise ReadingError("There is no text in it.", "Leave it out, or check that it is the file you mean.")
    if len(draft.text) > limits.text_chars:
        raise ReadingError(
            f"Its text has {len(draft.text):,} characters; one document may have {limits.text_chars:,}.", "Split it into several files."
        )
    text, repairs = storable(draft.text)
    return Draft(text, draft.media_type, draft.encoding, draft.blocks, draft.hints, draft.notes + repairs + hidden(text))


def document(part: Part, draft: Draft, sha: str, hints: tuple[Hint, ...]) -> Document:
    """The document of a draft; the id of what stands in a container comes from the container and its place in it."""
    inside = part.name.split(INSIDE, 1)[1] if part.depth else None
    return Document(
        id=document_id(sha, inside),
        paths=(part.name,),
        sha256=sha256(part.data) if part.depth else sha,
        size=len(part.data),
        media_type=draft.media_type,
        text=draft.text,
        encoding=draft.encoding,
        blocks=draft.blocks,
        hints=tuple(dict.fromkeys(hints + part.hints + draft.hints)),
        notes=part.notes + draft.notes,
    )

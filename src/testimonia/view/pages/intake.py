"""What was read and what was not: the account of every file, with what each was read as and what the stages noted about it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace

from testimonia.base.documents import Document, Note
from testimonia.base.outcomes import Failure, Skipped
from testimonia.view.account import FileAccount, account
from testimonia.view.pages.shelf import Shelf


@dataclass(frozen=True, slots=True)
class FileRead:
    """One file: how many of its characters are of which kind and why, and how it was read."""

    account: FileAccount
    kinds: tuple[tuple[str, int], ...]
    media_type: str
    encoding: str | None
    language: str | None
    articles: int
    notes: tuple[Note, ...]

    def share(self, kind: str) -> float:
        """The part of the characters that is of a kind, in percent."""
        return 100 * dict(self.kinds).get(kind, 0) / self.account.characters if self.account.characters else 0.0


@dataclass(frozen=True, slots=True)
class Intake:
    """The account of the whole case. `files` are those that gave text; `failures` say what could not be read."""

    files: tuple[FileRead, ...]
    failures: tuple[Failure, ...]
    skipped: tuple[Skipped, ...]
    kinds: tuple[tuple[str, int], ...]
    characters: int


def intake(shelf: Shelf) -> Intake:
    """Every file and every failure, by path."""
    whole = account(shelf.case)
    by_path: dict[str, list[Document]] = defaultdict(list)
    for document in shelf.case.documents():
        for path in document.paths:
            by_path[path].append(replace(document, text="", blocks=()))  # the texts of a whole case are not held
    read = tuple(file_read(shelf, file, by_path[file.path]) for file in whole.files if by_path[file.path])
    return Intake(read, tuple(shelf.case.failures()), tuple(shelf.case.skipped()), whole.kinds, whole.characters)


def file_read(shelf: Shelf, file: FileAccount, documents: list[Document]) -> FileRead:
    """One file with its documents (a container gives several)."""
    first = documents[0]
    return FileRead(
        account=file,
        kinds=tuple(file.kinds().items()),
        media_type=first.media_type,
        encoding=first.encoding,
        language=first.language,
        articles=sum(len(shelf.articles_of.get(document.id, ())) for document in documents),
        notes=tuple(dict.fromkeys(note for document in documents for note in document.notes)),
    )

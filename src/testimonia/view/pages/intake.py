"""What was read and what was not: every character of every file is accounted for, and every file that failed says why."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from testimonia.base.documents import Document, Note
from testimonia.base.outcomes import Failure, Skipped
from testimonia.view.pages.shelf import Shelf


@dataclass(frozen=True, slots=True)
class FileAccount:
    """One document: its paths, and how many of its characters are of which kind. `rest` are characters that no segment covers."""

    document: str
    paths: tuple[str, ...]
    media_type: str
    encoding: str | None
    language: str | None
    characters: int
    kinds: tuple[tuple[str, int], ...]
    rest: int
    articles: int
    notes: tuple[Note, ...]

    def share(self, kind: str) -> float:
        """The part of the characters that is of a kind, in percent."""
        return 100 * dict(self.kinds).get(kind, 0) / self.characters if self.characters else 0.0


@dataclass(frozen=True, slots=True)
class Intake:
    """The account of the whole case."""

    files: tuple[FileAccount, ...]
    failures: tuple[Failure, ...]
    skipped: tuple[Skipped, ...]
    kinds: tuple[tuple[str, int], ...]
    characters: int
    repeated: tuple[tuple[str, str], ...]


def intake(shelf: Shelf) -> Intake:
    """Every document and every failure, by path."""
    held: dict[str, Counter[str]] = {}
    table = shelf.case.arrow("segments", ["document", "start", "end", "kind"]).to_pydict()
    for document, start, end, kind in zip(table["document"], table["start"], table["end"], table["kind"], strict=True):
        held.setdefault(document, Counter())[kind] += end - start
    files = [account(shelf, document, held.get(document.id, Counter())) for document in shelf.case.documents()]
    totals: Counter[str] = Counter()
    for found in files:
        totals.update(dict(found.kinds))
    totals["not covered"] = sum(found.rest for found in files)
    repeated = sorted((path, str(row["same_as"])) for path, row in shelf.case.files().items() if row.get("same_as"))
    return Intake(
        files=tuple(sorted(files, key=lambda f: (f.paths, f.document))),
        failures=tuple(shelf.case.failures()),
        skipped=tuple(shelf.case.skipped()),
        kinds=ordered(totals),
        characters=sum(found.characters for found in files),
        repeated=tuple(repeated),
    )


def account(shelf: Shelf, document: Document, kinds: Counter[str]) -> FileAccount:
    """The account of one document."""
    characters = len(document.text)
    return FileAccount(
        document=document.id,
        paths=document.paths,
        media_type=document.media_type,
        encoding=document.encoding,
        language=document.language,
        characters=characters,
        kinds=ordered(kinds),
        rest=characters - sum(kinds.values()),
        articles=len(shelf.articles_of.get(document.id, ())),
        notes=document.notes,
    )


def ordered(kinds: Counter[str]) -> tuple[tuple[str, int], ...]:
    """Kinds with their characters, most first, without empty ones."""
    return tuple(sorted(((kind, count) for kind, count in kinds.items() if count), key=lambda pair: (-pair[1], pair[0])))

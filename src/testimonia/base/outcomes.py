"""What a stage or a run reports: done, skipped with a reason, failed with stage and record."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Generic, TypeVar

from testimonia.base.documents import Division, Document
from testimonia.base.extractions import Extraction, Mention

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Failure:
    """One record that could not be carried through: which, where, what happened, what to do."""

    path: str
    stage: str
    message: str
    advice: str = ""


@dataclass(frozen=True, slots=True)
class Skipped:
    """One record that was set aside on purpose, and why."""

    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class Outcome(Generic[T]):
    """What came of one record: its value, or its failure."""

    key: str
    value: T | None = None
    failure: Failure | None = None


@dataclass(frozen=True, slots=True)
class Captured:
    """What one file gave to read: its documents, which parts of it could not be read, and which are no texts and were set aside."""

    documents: tuple[Document, ...]
    failures: tuple[Failure, ...] = ()
    skipped: tuple[Skipped, ...] = ()


@dataclass(frozen=True, slots=True)
class DocumentRecords:
    """One document carried through the stages 1 to 4. `asides` are the mentions outside of all its articles."""

    document: Document
    division: Division
    extractions: tuple[Extraction, ...] = ()
    asides: tuple[Mention, ...] = ()


@dataclass(frozen=True, slots=True)
class FileRecords:
    """All that one file gave: its documents (several for a container), what failed inside it, and what was set aside."""

    path: str
    documents: tuple[DocumentRecords, ...]
    failures: tuple[Failure, ...] = ()
    skipped: tuple[Skipped, ...] = ()


@dataclass(frozen=True, slots=True)
class FileRead:
    """What one file gave, with the digest and the size of its bytes (none when they could not be read) and the key it was read under."""

    records: FileRecords
    sha256: str | None
    size: int | None
    key: str


@dataclass(frozen=True, slots=True)
class Changes:
    """What a build changed. `again` counts files that were only read again (by a newer program, or with other settings).

    `counts` holds, for each kind of row, its name, how many there were before and how many there are now.
    """

    first: bool = True
    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    again: int = 0
    removed: tuple[str, ...] = ()
    counts: tuple[tuple[str, int, int], ...] = ()

    @property
    def any(self) -> bool:
        """Whether anything is another than before."""
        return bool(self.added or self.changed or self.again or self.removed or any(before != now for _, before, now in self.counts))


@dataclass(frozen=True, slots=True)
class RunReport:
    """What a build did. `counts` are the rows of the case after it; `failures` lists every file that could not be read."""

    case: str
    seconds: float
    read: int
    unchanged: int
    removed: int = 0
    failures: tuple[Failure, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    counts: dict[str, int] = field(default_factory=dict)
    linked: tuple[str, ...] = ()
    report: str | None = None

    @property
    def exit_code(self) -> int:
        """0 all done, 1 done with failures."""
        return 1 if self.failures else 0

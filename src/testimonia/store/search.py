"""Full-text search over paragraphs (SQLite FTS5), folded for case, diacritics and letter forms."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from testimonia.base.documents import Segment
from testimonia.base.errors import UsageError
from testimonia.base.outcomes import DocumentRecords
from testimonia.base.spans import Span, lines, trimmed
from testimonia.store.folding import fold, places

OPEN, CLOSE = "\x02", "\x03"  # marks around a hit inside the index; they never reach a page
AROUND = 100  # characters of a snippet on each side of the first hit


@dataclass(frozen=True, slots=True)
class Hit:
    """One paragraph that holds the words: where it stands, its kind, and a snippet with the words between [ and ]."""

    document: str
    start: int
    end: int
    kind: str
    snippet: str


def create(db: sa.Connection) -> None:
    """Make the index: the folded paragraphs, and beside them where each stands."""
    for statement in (
        "CREATE VIRTUAL TABLE IF NOT EXISTS paragraphs USING fts5(folded, tokenize = 'unicode61 remove_diacritics 2')",
        (
            "CREATE TABLE IF NOT EXISTS paragraph_places (id INTEGER PRIMARY KEY, "
            'document TEXT NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL, kind TEXT NOT NULL)'
        ),
        "CREATE INDEX IF NOT EXISTS ix_paragraph_places_document ON paragraph_places (document)",
    ):
        db.exec_driver_sql(statement)


def paragraphs(text: str, segment: Segment) -> list[Span]:
    """The lines of a segment that hold anything."""
    found = (trimmed(text, line) for line in lines(text, (segment.start, segment.end)))
    return [span for span in found if span.end > span.start]


def add(db: sa.Connection, records: DocumentRecords) -> None:
    """Index a document's paragraphs."""
    text = records.document.text
    found = [(span, segment.kind) for segment in records.division.segments for span in paragraphs(text, segment)]
    if not found:
        return
    first = int(db.exec_driver_sql("SELECT coalesce(max(id), 0) + 1 FROM paragraph_places").scalar() or 1)
    stands = [(first + n, records.document.id, span.start, span.end, kind) for n, (span, kind) in enumerate(found)]
    db.exec_driver_sql('INSERT INTO paragraph_places (id, document, start, "end", kind) VALUES (?, ?, ?, ?, ?)', stands)
    folded = [(first + n, fold(span.of(text))) for n, (span, _) in enumerate(found)]
    db.exec_driver_sql("INSERT INTO paragraphs (rowid, folded) VALUES (?, ?)", folded)


def forget(db: sa.Connection, document: str) -> None:
    """Take a document out of the index."""
    held = "SELECT id FROM paragraph_places WHERE document = ?"
    db.exec_driver_sql(f"DELETE FROM paragraphs WHERE rowid IN ({held})", (document,))  # noqa: S608  a constant, not input
    db.exec_driver_sql("DELETE FROM paragraph_places WHERE document = ?", (document,))


def quoted(words: str) -> str:
    """The words as an FTS5 query: quoted phrases, AND, OR, NOT and a closing star keep their meaning, all else is taken literally."""
    parts = re.findall(r'"[^"]*"?|[^\s"]+', words.replace("\x00", " "))
    return " ".join(part if part in {"AND", "OR", "NOT"} else literal(part) for part in parts)


def literal(part: str) -> str:
    """One word or phrase as an FTS5 string, a prefix when it ends in a star."""
    bare = fold(part.strip('"'))
    prefix = "*" if bare.endswith("*") and not part.startswith('"') else ""
    return f'"{bare.rstrip("*") if prefix else bare}"{prefix}'


def find(db: sa.Connection, words: str, limit: int) -> list[Hit]:
    """Paragraphs that hold the words, best first.

    Raises `UsageError` for a query that cannot be understood.
    """
    query = (
        'SELECT p.document, p.start, p."end", p.kind, substr(d.text, p.start + 1, p."end" - p.start) AS text, '
        "highlight(paragraphs, 0, char(2), char(3)) AS marked FROM paragraphs "
        "JOIN paragraph_places p ON p.id = paragraphs.rowid JOIN documents d ON d.id = p.document "
        "WHERE paragraphs MATCH ? ORDER BY rank, p.document, p.start LIMIT ?"
    )
    if not words.replace("\x00", " ").strip():
        return []
    try:
        return [hit(dict(row)) for row in db.exec_driver_sql(query, (quoted(words), limit)).mappings()]
    except sa.exc.OperationalError as error:
        raise UsageError(f"The search {words!r} cannot be understood: {error.orig}.", "AND, OR and NOT stand between two words.") from error


def hit(row: Mapping[str, Any]) -> Hit:
    """A row of the index as a hit, its snippet cut from the text itself."""
    text, marks = unicodedata.normalize("NFC", row["text"]), hits(row["marked"])
    place = [*places(text), len(text)]
    spans = [(place[start], with_marks(text, place[end - 1] + 1)) for start, end in marks if start < end < len(place)]
    return Hit(row["document"], row["start"], row["end"], row["kind"], snippet(text, spans))


def with_marks(text: str, end: int) -> int:
    """The end of a hit, moved past the vowel signs that belong to its last letter."""
    while end < len(text) and unicodedata.combining(text[end]):
        end += 1
    return end


def hits(marked: str) -> list[tuple[int, int]]:
    """Where the marks of the index stand, in characters of the folded text."""
    found, start, at = [], 0, 0
    for char in marked:
        if char == OPEN:
            start = at
        elif char == CLOSE:
            found.append((start, at))
        else:
            at += 1
    return found


def snippet(text: str, spans: list[tuple[int, int]]) -> str:
    """A piece of the text around the first hit, hits between [ and ], cut parts shown as …"""
    first = spans[0][0] if spans else 0
    begin, end = max(0, first - AROUND), min(len(text), first + AROUND)
    out, at = "…" if begin else "", begin
    for start, stop in spans:
        if at <= start and stop <= end:
            out += f"{text[at:start]}[{text[start:stop]}]"
            at = stop
    return out + text[at:end] + ("…" if end < len(text) else "")

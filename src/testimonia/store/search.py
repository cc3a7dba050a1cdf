"""Full-text search over paragraphs (SQLite FTS5), folded for case and diacritics."""

from __future__ import annotations

import re
from dataclasses import dataclass

import sqlalchemy as sa

from testimonia.base.documents import Segment
from testimonia.base.errors import UsageError
from testimonia.base.outcomes import DocumentRecords
from testimonia.base.spans import Span, lines, trimmed


@dataclass(frozen=True, slots=True)
class Hit:
    """One paragraph that holds the words: where it stands, its kind, and a snippet with the words between [ and ]."""

    document: str
    start: int
    end: int
    kind: str
    snippet: str


def create(db: sa.Connection) -> None:
    """Make the index."""
    db.exec_driver_sql(
        "CREATE VIRTUAL TABLE IF NOT EXISTS paragraphs USING fts5("
        'text, document UNINDEXED, start UNINDEXED, "end" UNINDEXED, kind UNINDEXED, '
        "tokenize = 'unicode61 remove_diacritics 2')"
    )


def paragraphs(text: str, segment: Segment) -> list[Span]:
    """The lines of a segment that hold anything."""
    found = (trimmed(text, line) for line in lines(text, (segment.start, segment.end)))
    return [span for span in found if span.end > span.start]


def add(db: sa.Connection, records: DocumentRecords) -> None:
    """Index a document's paragraphs."""
    text = records.document.text
    rows = [
        (span.of(text), records.document.id, span.start, span.end, segment.kind)
        for segment in records.division.segments
        for span in paragraphs(text, segment)
    ]
    if rows:
        db.exec_driver_sql('INSERT INTO paragraphs (text, document, start, "end", kind) VALUES (?, ?, ?, ?, ?)', rows)


def forget(db: sa.Connection, document: str) -> None:
    """Take a document out of the index."""
    db.exec_driver_sql("DELETE FROM paragraphs WHERE document = ?", (document,))


def quoted(words: str) -> str:
    """The words as an FTS5 query: quoted phrases, AND, OR, NOT and a closing star keep their meaning, all else is taken literally."""
    parts = re.findall(r'"[^"]*"?|[^\s"]+', words)
    return " ".join(part if part in {"AND", "OR", "NOT"} else literal(part) for part in parts)


def literal(part: str) -> str:
    """One word or phrase as an FTS5 string, a prefix when it ends in a star."""
    bare = part.strip('"')
    prefix = "*" if bare.endswith("*") and not part.startswith('"') else ""
    return f'"{bare.rstrip("*") if prefix else bare}"{prefix}'


def find(db: sa.Connection, words: str, limit: int) -> list[Hit]:
    """Paragraphs that hold the words, best first."""
    query = (
        "SELECT document, start, \"end\", kind, snippet(paragraphs, 0, '[', ']', ' … ', 24) AS snippet "
        "FROM paragraphs WHERE paragraphs MATCH ? ORDER BY rank, document, start LIMIT ?"
    )
    if not words.strip():
        return []
    try:
        return [Hit(**row) for row in db.exec_driver_sql(query, (quoted(words), limit)).mappings()]
    except sa.exc.OperationalError as error:
        raise UsageError(f"The search {words!r} cannot be understood: {error.orig}.", "AND, OR and NOT stand between two words.") from error

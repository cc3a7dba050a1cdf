"""Rows into a case and out of it, inside a transaction that somebody else holds: a document with all that was read in it, link rows."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from itertools import islice
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import sqlite

from testimonia.base.outcomes import DocumentRecords, Failure
from testimonia.store import schema, search
from testimonia.store.rows import as_json, encode

CHUNK = 2000  # rows


def failure_row(failure: Failure) -> dict[str, str]:
    """The row of a failure."""
    return {"path": failure.path, "stage": failure.stage, "message": failure.message, "advice": failure.advice}


def insert(db: sa.Connection, table: sa.Table, rows: Iterable[dict[str, Any]], *, again: bool = False) -> None:
    """Insert whole rows in chunks, so that a generator of millions is never held whole. Their values go to SQLite as they are.

    With `again` a row takes the place of one with its key.
    """
    at = iter(rows)
    while chunk := list(islice(at, CHUNK)):
        db.exec_driver_sql(statement(table.name, again), chunk)


@cache
def statement(table: str, again: bool = False) -> str:
    """The SQL that inserts a whole row into a table, its values by the names of their columns."""
    asked = sa.insert(schema.metadata.tables[table])
    asked = asked.prefix_with("OR REPLACE") if again else asked
    return str(asked.compile(dialect=sqlite.dialect(paramstyle="named")))


def forget_links(db: sa.Connection) -> None:
    """Clear what was derived from the whole case: after any change of a document it no longer stands."""
    if db.execute(sa.select(sa.func.count()).select_from(schema.marks)).scalar():
        for name in reversed(schema.OF_CASE):
            db.execute(sa.delete(schema.TABLES[name]))
        db.execute(sa.delete(schema.marks))


def forget_file(db: sa.Connection, path: str) -> None:
    """Take out a file: its failures, its paths, and the documents that no other path holds."""
    if not db.execute(sa.select(schema.files.c.path).where(schema.files.c.path == path)).first():
        return
    paths = schema.document_paths
    held = set(db.execute(sa.select(paths.c.document).where(paths.c.file == path)).scalars())
    db.execute(sa.delete(paths).where(paths.c.file == path))
    db.execute(sa.delete(schema.files).where(schema.files.c.path == path))
    inside = f"{path}!/"
    for table in (schema.failures, schema.skipped):
        db.execute(sa.delete(table).where((table.c.path == path) | (sa.func.substr(table.c.path, 1, len(inside)) == inside)))
    kept = set(db.execute(sa.select(paths.c.document).where(paths.c.document.in_(held))).scalars())
    for document in sorted(held - kept):
        search.forget(db, document)
        db.execute(sa.delete(schema.documents_table).where(schema.documents_table.c.id == document))


def put_document(db: sa.Connection, records: DocumentRecords, path: str) -> None:
    """Insert one document with all that was read in it."""
    document, division = records.document, records.division
    known = db.execute(sa.select(schema.documents_table.c.id).where(schema.documents_table.c.id == document.id)).scalar()
    if known is None:
        db.execute(sa.insert(schema.documents_table).values(**document_row(records)))
        rows: dict[str, list[Any]] = {name: [] for name in schema.OF_DOCUMENT}
        for name in ("segments", "articles", "citations"):
            rows[name] += getattr(division, name)
        for extraction in records.extractions:
            for name in set(schema.OF_DOCUMENT) - {"segments", "articles", "citations", "asides"}:
                rows[name] += getattr(extraction, name)
        rows["asides"] += records.asides
        for name, listed in rows.items():
            insert(db, schema.TABLES[name], map(encode, listed))
        search.add(db, records)
    shown = document.paths[0] if document.paths else path
    db.execute(sa.insert(schema.document_paths).values(document=document.id, path=shown, file=path))


def document_row(records: DocumentRecords) -> dict[str, Any]:
    """The row of a document, with the notes of every stage that read it."""
    document, division = records.document, records.division
    notes = (*document.notes, *division.notes, *(note for extraction in records.extractions for note in extraction.notes))
    return {
        "id": document.id,
        "sha256": document.sha256,
        "size": document.size,
        "media_type": document.media_type,
        "text": document.text,
        "encoding": document.encoding,
        "language": division.language or document.language,
        "blocks": as_json(document.blocks),
        "hints": as_json(document.hints),
        "notes": as_json(tuple(dict.fromkeys(notes))),
    }

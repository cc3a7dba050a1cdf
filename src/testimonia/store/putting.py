"""Rows into a case and out of it, inside a transaction that somebody else holds: a document with all that was read in it, link rows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from itertools import islice
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import sqlite

from testimonia.base.documents import Document
from testimonia.base.outcomes import DocumentRecords, Failure, FileRead
from testimonia.store import schema, search
from testimonia.store.rows import encode, listed

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


def missing(db: sa.Connection, spec: schema.TableSpec, rows: Iterable[Any]) -> list[Any]:
    """Those of the rows that the table does not hold yet, told by their keys; it loses what is not among them."""
    table = schema.TABLES[spec.name]
    key = [table.c[name] for name in spec.key]
    given = {tuple(getattr(row, name) for name in spec.key): row for row in rows}
    for held in db.execute(sa.select(*key)).all():
        if given.pop(tuple(held), None) is None:
            db.execute(sa.delete(table).where(*(column == value for column, value in zip(key, held, strict=True))))
    return list(given.values())


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


def put_files(db: sa.Connection, found: Sequence[FileRead]) -> None:
    """Take in what some files gave (their paths differ), each in place of what it gave before: a statement a table for all of them.

    What a file gives stands for the files with the same bytes too.
    """
    forget_links(db)
    paths = [file.records.path for file in found]
    copies = copies_of(db, paths)
    db.execute(sa.delete(schema.document_paths).where(schema.document_paths.c.file.in_([copy for copy, _ in copies])))
    for path in db.execute(sa.select(schema.files.c.path).where(schema.files.c.path.in_(paths))).scalars().all():
        forget_file(db, path)
    insert(db, schema.files, map(file_row, found))
    put_documents(db, [(file.records.path, records) for file in found for records in file.records.documents])
    for copy, first in copies:
        put_copy(db, copy, first)
    insert(db, schema.failures, (failure_row(failure) for file in found for failure in file.records.failures))
    insert(db, schema.skipped, ({"path": one.path, "reason": one.reason} for file in found for one in file.records.skipped))


def copies_of(db: sa.Connection, paths: Sequence[str]) -> list[tuple[str, str]]:
    """The files that are noted to have the bytes of one of some files, each with that one."""
    files = schema.files.c
    rows = db.execute(sa.select(files.path, files.same_as).where(files.same_as.in_(paths), files.path.not_in(paths)).order_by(files.path))
    return [(row.path, row.same_as) for row in rows]


def put_copy(db: sa.Connection, copy: str, first: str) -> None:
    """Put what a file gave at the path of another with the same bytes as well."""
    held = sa.select(schema.document_paths).where(schema.document_paths.c.file == first)
    rows = [{"document": row.document, "path": copy + row.path[len(first) :], "file": copy} for row in db.execute(held)]
    insert(db, schema.document_paths, rows)


def file_row(file: FileRead) -> dict[str, Any]:
    """The row of a file."""
    return {"path": file.records.path, "sha256": file.sha256, "size": file.size, "key": file.key, "same_as": None}


def put_documents(db: sa.Connection, found: Sequence[tuple[str, DocumentRecords]]) -> None:
    """Insert documents with all that was read in them, each under the path of its file; one that the case holds is only put at its path."""
    ids = schema.documents_table.c.id
    held = set(db.execute(sa.select(ids).where(ids.in_([records.document.id for _, records in found]))).scalars()) if found else set()
    new = {records.document.id: records for _, records in reversed(found) if records.document.id not in held}
    listed = list(reversed(new.values()))
    insert(db, schema.documents_table, map(document_row, listed))
    for name in schema.OF_DOCUMENT:
        insert(db, schema.TABLES[name], (encode(row) for records in listed for row in rows_of(records, name)))
    search.add(db, listed)
    insert(db, schema.document_paths, (path_row(records.document, path) for path, records in found))


def path_row(document: Document, file: str) -> dict[str, str]:
    """The row that says where a document was found."""
    return {"document": document.id, "path": document.paths[0] if document.paths else file, "file": file}


def rows_of(records: DocumentRecords, table: str) -> Sequence[Any]:
    """The records of one table that a document gave."""
    if table in ("segments", "articles", "citations"):
        found: Sequence[Any] = getattr(records.division, table)
        return found
    if table == "asides":
        return records.asides
    return [row for extraction in records.extractions for row in getattr(extraction, table)]


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
        "blocks": listed(document.blocks),
        "hints": listed(document.hints),
        "notes": listed(tuple(dict.fromkeys(notes))),
    }

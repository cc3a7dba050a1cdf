"""Schema versions: a fresh case is made whole; an older one is brought up to date by named functions, each in one transaction.

A migration is never edited after release.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

import sqlalchemy as sa

from testimonia.base.errors import CaseError
from testimonia.base.ids import digest
from testimonia.store import schema, search

MAGIC = b"SQLite format 3\x00"
APPLICATION_ID = 0x7E571  # marks a SQLite file as a Testimonia case

Migration = Callable[[sa.Connection], None]
MIGRATIONS: dict[int, Migration] = {}  # from version -> the function that brings it to the next


def fingerprint() -> str:
    """A digest of every table and column, so that a case of another development version is told from one of this."""
    tables = [(table.name, [(column.name, str(column.type)) for column in table.columns]) for table in schema.metadata.sorted_tables]
    return digest([tables, search.STATEMENTS])


def set_fingerprint(db: sa.Connection) -> None:
    """Record which tables the case was made with."""
    db.execute(sa.delete(schema.meta).where(schema.meta.c.key == "schema"))
    db.execute(sa.insert(schema.meta).values(key="schema", value=fingerprint()))


def refuse_foreign(file: Path) -> None:
    """Raise `CaseError` for a file that is not a case or comes from a newer version, without touching it."""
    if not file.exists() or file.stat().st_size == 0:
        return
    if not file.is_file():
        raise CaseError(f"{file} is not a file.", "Name a case file with --case.")
    with file.open("rb") as head:
        if head.read(len(MAGIC)) != MAGIC:
            raise CaseError(f"{file} is not a Testimonia case.", "Name another file with --case; this one is left as it is.")
    marked, version, empty = peek(file)
    if marked != APPLICATION_ID and not empty:
        raise CaseError(f"{file} is a database of another program.", "Name another file with --case; this one is left as it is.")
    if version > schema.SCHEMA_VERSION:
        raise CaseError(
            f"{file} was written by a newer Testimonia (schema {version}; this one knows {schema.SCHEMA_VERSION}).",
            "Update the program; the case is left as it is.",
        )


def peek(file: Path) -> tuple[int, int, bool]:
    """The application id and the schema version of a SQLite file, and whether it holds no table (it is just being made); only read."""
    try:
        connection = sqlite3.connect(f"{file.resolve().as_uri()}?mode=ro", uri=True)
        try:
            tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]  # first: who makes it sets all at once
            marked = connection.execute("PRAGMA application_id").fetchone()[0]
            version = connection.execute("PRAGMA user_version").fetchone()[0]
        finally:
            connection.close()
    except sqlite3.DatabaseError as error:
        raise CaseError(f"{file} cannot be opened as a case: {error}.", "It may be damaged; restore a copy or build anew.") from error
    return int(marked), int(version), not tables


def version_of(db: sa.Connection) -> int:
    """The schema version of an open case; 0 when it has no tables yet."""
    return int(db.exec_driver_sql("PRAGMA user_version").scalar() or 0)


def migrate(db: sa.Connection) -> None:
    """Make the tables, or bring them from their version to this program's."""
    version = version_of(db)
    if version == 0:
        schema.metadata.create_all(db)
        search.create(db)
        set_fingerprint(db)
    while 0 < version < schema.SCHEMA_VERSION:
        MIGRATIONS[version](db)
        version += 1
    db.exec_driver_sql(f"PRAGMA user_version = {schema.SCHEMA_VERSION}")
    db.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")


def bring_up_to_date(engine: sa.Engine, name: str) -> None:
    """Make the tables of a new case, or run the migrations that an older one lacks; one that is up to date is only read."""
    try:
        with engine.begin() as db:
            if version_of(db) < schema.SCHEMA_VERSION:
                db.exec_driver_sql("BEGIN IMMEDIATE")  # two programs may open a new case at once: one makes the tables, the other waits
                migrate(db)
            if fingerprint() != db.execute(sa.select(schema.meta.c.value).where(schema.meta.c.key == "schema")).scalar():
                raise CaseError(
                    f"{name} was made by another development version.", "Build it anew under another name; this one is left as it is."
                )
    except sa.exc.DBAPIError as error:
        raise CaseError(
            f"{name} cannot be opened: {error.orig}.", "Is the disk full, or the folder read-only? Name another place with --case."
        ) from error

"""The way to a case file: an engine whose every connection keeps foreign keys, the write-ahead log and patience with other programs."""

from __future__ import annotations

import sqlite3
import threading
import time
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from testimonia.base.errors import CaseError
from testimonia.store import narrowing

PATIENCE = 10.0
"""Seconds that a program waits for another one that writes to the same case."""

PAUSE = 0.02
OUTSIDE = {
    sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB,
    sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_FULL, sqlite3.SQLITE_PERM, sqlite3.SQLITE_READONLY,
}  # fmt: skip
"""SQLite's codes for what lies outside of this program: another one, the disk, the file."""


def engine_for(file: Path) -> sa.Engine:
    """An engine for the case at `file`; nothing is opened yet."""
    engine = sa.create_engine(sa.URL.create("sqlite", database=str(file)))
    sa.event.listen(engine, "connect", prepare)
    return engine


class Watch:
    """Tells in microseconds whether a case has changed: a connection of its own asks SQLite whether others have committed anything."""

    def __init__(self, engine: sa.Engine) -> None:
        self.engine = engine
        self.lock = threading.Lock()
        self.held: sa.Connection | None = None

    def version(self) -> int:
        """A number that stays the same while nothing is committed to the case."""
        with self.lock:
            if self.held is None:
                self.held = self.engine.connect()
            return int(self.held.exec_driver_sql("PRAGMA data_version").scalar() or 0)

    def close(self) -> None:
        """Let go of the connection."""
        with self.lock:
            if self.held is not None:
                self.held.close()
            self.held = None


def from_outside(error: sa.exc.DBAPIError) -> bool:
    """Whether the file, the disk or another program is what failed, and not a query of ours."""
    return getattr(error.orig, "sqlite_errorcode", 0) & 0xFF in OUTSIDE


def refuse_gone(name: str) -> None:
    """Raise `CaseError` when the file of an open case is no longer in its place.

    Some systems let a deleted file be read and written on until it is closed; what is decided then is lost with it.
    """
    if not Path(name).exists():
        raise CaseError(f"{name} is no longer there: it was moved or deleted.", "Put it back to go on, or open it where it is now.")


def prepare(connection: Any, _record: Any) -> None:
    """What every SQLite connection needs: patience with another writer, foreign keys held, write-ahead log."""
    cursor = connection.cursor()
    for pragma in (f"busy_timeout={int(PATIENCE * 1000)}", "foreign_keys=ON"):
        cursor.execute(f"PRAGMA {pragma}")
    write_ahead(cursor)
    cursor.execute("PRAGMA synchronous=NORMAL")
    cursor.close()
    connection.create_function(narrowing.HAS, 2, narrowing.has, deterministic=True)


def write_ahead(cursor: sqlite3.Cursor) -> None:
    """Turn the write-ahead log on, asking again while another program holds the file.

    SQLite turns it on by a lock taken while reading, for which it never waits however long its busy timeout: two programs that both
    read could wait for each other for ever. So the waiting is done here, between the attempts, with nothing held.
    """
    until = time.monotonic() + PATIENCE
    while True:
        try:
            cursor.execute("PRAGMA journal_mode=WAL")
            return
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > until:
                raise
        time.sleep(PAUSE)

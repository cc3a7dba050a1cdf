"""The way to a case file: an engine whose every connection keeps foreign keys, the write-ahead log and patience with other programs."""

from __future__ import annotations

import sqlite3
import time
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from testimonia.store import narrowing

PATIENCE = 10.0
"""Seconds that a program waits for another one that writes to the same case."""

PAUSE = 0.02


def engine_for(file: Path) -> sa.Engine:
    """An engine for the case at `file`; nothing is opened yet."""
    engine = sa.create_engine(sa.URL.create("sqlite", database=str(file)))
    sa.event.listen(engine, "connect", prepare)
    return engine


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

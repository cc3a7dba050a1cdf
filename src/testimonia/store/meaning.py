"""Vectors of paragraphs, kept beside the index of words, and the paragraphs nearest to a vector. Who makes them is not known here."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from testimonia.store.case import Case
from testimonia.store.search import Hit, places_of

Vectors = NDArray[Any]
TABLE = (
    "CREATE TABLE IF NOT EXISTS paragraph_vectors "
    "(id INTEGER PRIMARY KEY REFERENCES paragraph_places (id) ON DELETE CASCADE, vector BLOB NOT NULL)"
)
# Lines of a few words (a date, a name) lie near everything and are left out.
WHICH = "kind = 'article' AND \"end\" - start >= 40"
# The first paragraph of every document comes first, so that the whole case can be searched early, if roughly.
WAITING = (
    f"SELECT id FROM paragraph_places WHERE {WHICH} AND id NOT IN (SELECT id FROM paragraph_vectors) "
    f"ORDER BY id NOT IN (SELECT min(id) FROM paragraph_places WHERE {WHICH} GROUP BY document), id LIMIT ?"
)
BATCH = 4096  # vectors compared at once
SNIPPET = 280


def progress(case: Case) -> tuple[int, int]:
    """How many paragraphs have a vector, of how many."""
    with case.reading() as db:
        total = db.exec_driver_sql(f"SELECT count(*) FROM paragraph_places WHERE {WHICH}").scalar()
        there = db.exec_driver_sql("SELECT 1 FROM sqlite_master WHERE name = 'paragraph_vectors'").scalar()
        done = db.exec_driver_sql("SELECT count(*) FROM paragraph_vectors").scalar() if there else 0
    return int(done or 0), int(total or 0)


def waiting(case: Case, limit: int) -> list[tuple[int, str]]:
    """The next paragraphs without a vector: their number and text."""
    with case.writing() as db:
        db.exec_driver_sql(TABLE)
        ids = [row[0] for row in db.exec_driver_sql(WAITING, (limit,))]
        return [(row["id"], row["text"]) for row in places_of(db, ids)]


def keep(case: Case, ids: Sequence[int], vectors: Vectors) -> None:
    """Keep the vectors of some paragraphs; one that a build took out meanwhile is left out."""
    rows = [(vector.astype(np.float16).tobytes(), id) for id, vector in zip(ids, vectors, strict=True)]
    with case.writing() as db:
        statement = "INSERT OR IGNORE INTO paragraph_vectors (vector, id) SELECT ?, id FROM paragraph_places WHERE id = ?"
        db.exec_driver_sql(statement, rows)


class Near:
    """All vectors of a case, read once and again only when there are more or fewer."""

    def __init__(self, case: Case) -> None:
        self.case = case
        self.ids: NDArray[Any] = np.zeros(0, dtype=np.int64)
        self.matrix: Vectors = np.zeros((0, 0), dtype=np.float16)

    def read(self) -> None:
        """Read the vectors when their number has changed."""
        done, _ = progress(self.case)
        if done == len(self.ids):
            return
        with self.case.reading() as db:
            rows = db.exec_driver_sql("SELECT id, vector FROM paragraph_vectors ORDER BY id").all()
        self.ids = np.array([row[0] for row in rows], dtype=np.int64)
        self.matrix = np.frombuffer(b"".join(row[1] for row in rows), dtype=np.float16).reshape(len(rows), -1)

    def to(self, vector: Vectors, limit: int) -> list[Hit]:
        """The paragraphs nearest to a vector, nearest first."""
        self.read()
        parts = [self.matrix[at : at + BATCH].astype(np.float32) @ vector for at in range(0, len(self.ids), BATCH)]
        if not parts:
            return []
        order = np.argsort(-np.concatenate(parts), kind="stable")[:limit]
        wanted = [int(self.ids[row]) for row in order]
        with self.case.reading() as db:
            placed = {row["id"]: row for row in places_of(db, wanted)}
        found = [placed[id] for id in wanted if id in placed]
        return [Hit(row["document"], row["start"], row["end"], row["kind"], opening(row["text"])) for row in found]


def opening(text: str) -> str:
    """The first words of a paragraph, without the brackets that would mark a hit."""
    return text[:SNIPPET].replace("[", "(").replace("]", ")") + ("…" if len(text) > SNIPPET else "")

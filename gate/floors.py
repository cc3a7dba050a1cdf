"""Floors and item lists: read, compared with new scores, raised; lowered only by name and with a reason."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from gate.scoring import LOWER_IS_BETTER, GateError, Result

FILE = Path(__file__).parent / "floors.toml"
ITEMS = Path(__file__).parent / "items"
HEAD = """\
# Floors of the quality gate. `python -m gate --raise` lifts them; `--lower SET.MEASURE --why "..."` is the only way down.
# `digest` is that of the gold data and its scorer: floors hold for exactly those.
"""


@dataclass(frozen=True, slots=True)
class Floors:
    """The floors of one set."""

    digest: str = ""
    floors: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Line:
    """One measure held against its floor; `floor` is none where there is none yet."""

    measure: str
    floor: float | None
    score: float | None

    @property
    def holds(self) -> bool:
        """Whether the score has not fallen. A measure that is gone has fallen."""
        if self.floor is None:
            return True
        if self.score is None:
            return False
        return self.score <= self.floor if self.measure.endswith(LOWER_IS_BETTER) else self.score >= self.floor


@dataclass(frozen=True, slots=True)
class Book:
    """All floors, and the log of what was lowered and why."""

    sets: Mapping[str, Floors] = field(default_factory=dict)
    lowered: tuple[Mapping[str, object], ...] = ()


def read(path: Path = FILE) -> Book:
    """The floors as they stand."""
    if not path.exists():
        return Book()
    raw = tomllib.loads(path.read_text(encoding="utf-8"))
    lowered = tuple(raw.pop("lowered", ()))
    return Book({name: Floors(table.pop("digest"), table) for name, table in raw.items()}, lowered)


def write(book: Book, path: Path = FILE) -> None:
    """Write the floors, sorted."""
    parts = [HEAD]
    for name, held in sorted(book.sets.items()):
        parts.append(f"\n[{name}]\ndigest = {json.dumps(held.digest)}\n")
        parts += [f"{json.dumps(measure)} = {floor:.4f}\n" for measure, floor in sorted(held.floors.items())]
    for row in book.lowered:
        parts.append("\n[[lowered]]\n")
        parts += [f"{key} = {json.dumps(value, ensure_ascii=False)}\n" for key, value in sorted(row.items())]
    path.write_text("".join(parts), encoding="utf-8", newline="\n")


def compare(held: Floors, result: Result) -> list[Line]:
    """Every measure that has a floor or a score."""
    names = sorted({*held.floors, *result.scores})
    return [Line(name, held.floors.get(name), result.scores.get(name)) for name in names]


def raised(book: Book, name: str, digest: str, result: Result) -> Book:
    """The book with the set's floors lifted to its scores where they are better; a changed corpus starts anew."""
    held = book.sets.get(name, Floors())
    lines = compare(held if held.digest == digest else Floors(), result)
    best = {line.measure: line.score for line in lines if line.score is not None and line.holds}
    kept = {line.measure: line.floor for line in lines if line.floor is not None and not line.holds}
    return Book({**book.sets, name: Floors(digest, {**best, **kept})}, book.lowered)


def lowered(book: Book, target: str, result: Result, why: str) -> Book:
    """The book with one floor let down to the present score, and the reason written beside it.

    Raises `GateError` for a floor that is none, or without a reason.
    """
    name, _, measure = target.partition(".")
    held = book.sets.get(name, Floors())
    if measure not in held.floors or measure not in result.scores:
        raise GateError(f"There is no floor {target}. Floors are named SET.MEASURE, as in gate/floors.toml.")
    if not why.strip():
        raise GateError("A floor falls only with a reason: --why.")
    row = {"floor": target, "from": held.floors[measure], "to": result.scores[measure], "why": why.strip()}
    floors = {**held.floors, measure: result.scores[measure]}
    return Book({**book.sets, name: Floors(held.digest, floors)}, (*book.lowered, row))


def known_misses(name: str, folder: Path = ITEMS) -> set[str] | None:
    """The digests of the items that were missed when the list was last written; none without a list."""
    path = folder / f"{name}.txt"
    return set(path.read_text(encoding="utf-8").split()) if path.exists() else None


def write_misses(name: str, missed: Mapping[str, str], folder: Path = ITEMS) -> None:
    """Write the digests of what is missed now."""
    folder.mkdir(exist_ok=True)
    (folder / f"{name}.txt").write_text("".join(f"{item}\n" for item in sorted(missed)), encoding="utf-8", newline="\n")

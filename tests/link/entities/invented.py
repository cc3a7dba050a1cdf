"""Invented matters with what a careful reader marks in them: who is named, of which type, in which words; and how much of it was found."""

from __future__ import annotations

import tomllib
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from testimonia.base.links import Entity

FOLDER = Path(__file__).parent / "matters"


@dataclass(frozen=True, slots=True)
class Marked:
    """One entity as the reader marks it."""

    type: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Matter:
    """The texts of a matter by file name, and its entities."""

    name: str
    pages: dict[str, str]
    entities: tuple[Marked, ...]


@dataclass(frozen=True, slots=True)
class Tally:
    """Shares of the marked names: found at all, with the right type; B-cubed precision and recall over them. `amiss` says what is wrong."""

    names: int
    found: float
    typed: float
    precision: float
    recall: float
    amiss: tuple[str, ...]

    @property
    def f(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def matters() -> list[Path]:
    """The files of the matters."""
    return sorted(FOLDER.glob("*.toml"))


def read(path: Path) -> Matter:
    """A matter from its file. Raises `ValueError` when a marked name does not stand in its pages."""
    held = tomllib.loads(path.read_text(encoding="utf-8"))
    text = fold("\n".join(held["pages"].values()))
    absent = [name for entity in held["entities"] for name in entity["names"] if fold(name) not in text]
    if absent:
        raise ValueError(f"{path.name} marks what does not stand in it: {absent}")
    return Matter(path.stem, held["pages"], tuple(Marked(entity["type"], tuple(entity["names"])) for entity in held["entities"]))


def fold(name: str) -> str:
    """A name without case and the article before it, its apostrophes and spaces alike."""
    plain = " ".join(unicodedata.normalize("NFC", name).replace("’", "'").split()).casefold()
    return plain.removeprefix("the ")


def tally(marked: Iterable[Marked], found: Iterable[Entity]) -> Tally:
    """B-cubed over the marked names (Bagga and Baldwin 1998); a name that was not found counts against recall and type."""
    ours = {fold(name): entity for entity in found for name in entity.names}
    wanted = {fold(name): entity for entity in marked for name in entity.names}
    hits, typed, precision, recall, amiss = 0, 0, 0.0, 0.0, []
    for name, gold in wanted.items():
        other, same = ours.get(name), {fold(one) for one in gold.names}
        if other is None:
            amiss.append(f"not found: {name} ({gold.type})")
            continue
        together = {fold(one) for one in other.names} & set(wanted) | {name}
        hits += 1
        typed += other.type == gold.type
        precision += len(same & together) / len(together)
        recall += len(same & together) / len(same)
        amiss += [f"{other.type}, not {gold.type}: {name}"] if other.type != gold.type else []
        amiss += [f"apart: {name} is {sorted(same & together)}"] if same - together else []
        amiss += [f"mixed: {name} with {sorted(together - same)}"] if together - same else []
    total = len(wanted)
    return Tally(total, hits / total, typed / total, precision / hits if hits else 0.0, recall / total, tuple(amiss))

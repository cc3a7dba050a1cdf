"""Invented matters with what a careful reader marks in them: who is named, of which type, in which words; and how much of it was found."""

from __future__ import annotations

import tomllib
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from testimonia.base.links import Entity, Naming

FOLDER = Path(__file__).parent / "matters"


@dataclass(frozen=True, slots=True)
class Marked:
    """One entity as the reader marks it."""

    type: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Matter:
    """The texts of a matter by file name, its entities, and the loading of names that praise or condemn."""

    name: str
    pages: dict[str, str]
    entities: tuple[Marked, ...]
    loaded: dict[str, str]


@dataclass(frozen=True, slots=True)
class Tally:
    """Shares of the marked names: found at all, with the right type; B-cubed precision and recall over them; loaded names read so.

    `amiss` says what is wrong.
    """

    names: int
    found: float
    typed: float
    precision: float
    recall: float
    loaded: float
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
    loaded = {name: kind for kind, names in held.get("loaded", {}).items() for name in names}
    marked = [name for entity in held["entities"] for name in entity["names"]]
    absent = [name for name in [*marked, *loaded] if fold(name) not in text]
    if absent:
        raise ValueError(f"{path.name} marks what does not stand in it: {absent}")
    return Matter(path.stem, held["pages"], tuple(Marked(entity["type"], tuple(entity["names"])) for entity in held["entities"]), loaded)


def fold(name: str) -> str:
    """A name without case and the article before it, its apostrophes and spaces alike."""
    plain = " ".join(unicodedata.normalize("NFC", name).replace("’", "'").split()).casefold()
    return plain.removeprefix("the ")


def tally(matter: Matter, found: Iterable[Entity], named: Iterable[Naming]) -> Tally:
    """B-cubed over the marked names (Bagga and Baldwin 1998); a name that was not found counts against recall, type and loading."""
    ours = {fold(name): entity for entity in found for name in entity.names}
    wanted = {fold(name): entity for entity in matter.entities for name in entity.names}
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
    read_so = {fold(naming.name): naming.loading for naming in named}
    wrong = [f"not {kind}: {name}" for name, kind in sorted(matter.loaded.items()) if read_so.get(fold(name)) != kind]
    loaded = 1 - len(wrong) / len(matter.loaded) if matter.loaded else 1.0
    total = len(wanted)
    return Tally(total, hits / total, typed / total, precision / hits if hits else 0.0, recall / total, loaded, (*amiss, *wrong))

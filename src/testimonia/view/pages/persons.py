"""The list of people and bodies, and one of them: names, what it says, what is said of it, the roles that pages state."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from testimonia.view.pages.contested import by_weight
from testimonia.view.pages.faceted import Option, RuledLine, kept, ruled_lines
from testimonia.view.pages.rulings import Ruled, Rulings
from testimonia.view.pages.shelf import Shelf
from testimonia.view.pages.slices import Slice, options, part, ranked
from testimonia.view.pages.who import Who, everybody

ROWS = 60
LINES = 25
ROLES = 200  # statements of a role that are looked at


@dataclass(frozen=True, slots=True)
class PersonList:
    """Entities, most mentioned first."""

    slice: Slice
    chosen: tuple[tuple[str, str], ...]
    types: tuple[Option, ...]
    entities: tuple[Who, ...]


@dataclass(frozen=True, slots=True)
class Role:
    """A role or relation that a page states, with where it stands."""

    words: str
    kind: str
    article: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Person:
    """One entity: names, what it says, what is said of it."""

    who: Who
    says: tuple[RuledLine, ...]
    says_total: int
    said_of: tuple[RuledLine, ...]
    said_of_total: int
    disagreements: tuple[tuple[str, str], ...]
    roles: tuple[Role, ...]
    rulings: tuple[Ruled, ...]
    start: int


def person_list(shelf: Shelf, chosen: Mapping[str, str], start: int) -> PersonList:
    """The entities that meet the choice."""
    listed = everybody(shelf)
    wanted, name = chosen.get("type", ""), chosen.get("name", "").casefold()
    found = [w for w in listed if wanted in ("", w.type) and (not name or any(name in n.casefold() for n in (w.name, *w.names)))]
    where, shown = part(found, start, ROWS)
    types = shelf.once("entities by type", lambda _: ranked((w.type, w.type) for w in listed))
    return PersonList(where, tuple(sorted(chosen.items())), options(types, wanted), shown)


def person(shelf: Shelf, rulings: Rulings, id: str, start: int) -> Person | None:
    """One entity, or none when the case does not hold it."""
    found = shelf.once("by id", lambda held: {w.id: w for w in everybody(held)}).get(id)
    if found is None:
        return None
    spoken = kept(shelf).columns["speaker"].where(id, len(kept(shelf).ids))
    says = lines_where(shelf, rulings, spoken, start)
    about = lines_where(shelf, rulings, kept(shelf).columns["about"].where(id, len(kept(shelf).ids)) & ~spoken, 0)
    named = [record for record in by_weight(shelf) if id in record.entities]
    rulings_on = [ruling for key in dict.fromkeys((id, *found.names)) for ruling in rulings.of("entities", key)]
    return Person(
        found, says[0], says[1], about[0], about[1], tuple((r.id, r.question) for r in named[:30]), roles(shelf, id),
        tuple({ruling.decision.id: ruling for ruling in rulings_on}.values()), start,
    )  # fmt: skip


def lines_where(shelf: Shelf, rulings: Rulings, mask: npt.NDArray[np.bool_], start: int) -> tuple[tuple[RuledLine, ...], int]:
    """The lines of the chosen rows from `start` on, and how many rows are chosen."""
    rows = mask.nonzero()[0]
    return ruled_lines(shelf, rulings, [kept(shelf).ids[row] for row in rows[start : start + LINES]]), len(rows)


def roles(shelf: Shelf, id: str) -> tuple[Role, ...]:
    """The roles and relations that the pages state of an entity, once for each wording."""
    found: dict[tuple[str, str], Role] = {}
    stated = shelf.case.relations_of(id, ROLES)
    shelf.texts.ahead(relation.document for relation in stated)
    for relation in stated:
        words = shelf.words(relation.document, relation.role, 90)
        found.setdefault((relation.kind, words.casefold()), Role(words, relation.kind, relation.article, *relation.role))
    return tuple(sorted(found.values(), key=lambda role: (role.kind, role.words, role.article)))[:60]

"""The ledger by facets: the lines that meet the chosen values, with counts that follow the choice."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from testimonia.view.pages.columns import Columns, columns
from testimonia.view.pages.ledger import STANCE_WORDS
from testimonia.view.pages.rulings import Ruled, Rulings
from testimonia.view.pages.shelf import Shelf
from testimonia.view.pages.voices import Line, line

PAGE = 40
OPTIONS = 12
TITLES = {"speaker": "Who speaks", "about": "About", "stance": "Verb", "outlet": "Outlet", "source": "Kind of source"}
SORTS = {"place": "as the pages run", "speaker": "by speaker", "date": "by date", "outlet": "by outlet", "stance": "by verb"}


@dataclass(frozen=True, slots=True)
class Option:
    """One value of a facet, with the number of lines that it would leave."""

    key: str
    label: str
    count: int
    chosen: bool


@dataclass(frozen=True, slots=True)
class Facet:
    """One way to narrow the ledger. `more` counts the rarer values that are not listed."""

    name: str
    title: str
    options: tuple[Option, ...]
    more: int


@dataclass(frozen=True, slots=True)
class RuledLine:
    """A line with what the analyst ruled on it."""

    line: Line
    rulings: tuple[Ruled, ...]


@dataclass(frozen=True, slots=True)
class LedgerPage:
    """The lines from `start` on, of all that meet the choice."""

    total: int
    all: int
    start: int
    size: int
    sort: str
    chosen: tuple[tuple[str, str], ...]
    facets: tuple[Facet, ...]
    lines: tuple[RuledLine, ...]


def ledger_page(shelf: Shelf, rulings: Rulings, chosen: Mapping[str, str], *, sort: str = "place", start: int = 0) -> LedgerPage:
    """The ledger narrowed to the chosen values of each facet."""
    found = kept(shelf)
    wanted = {name: value for name, value in chosen.items() if name in TITLES and value}
    masks = {name: found.columns[name].where(value, len(found.ids)) for name, value in wanted.items()}
    rows = ordered(found, all_of(masks, len(found.ids)), sort)
    shown = [found.ids[row] for row in rows[start : start + PAGE]]
    return LedgerPage(
        total=len(rows),
        all=len(found.ids),
        start=start,
        size=PAGE,
        sort=sort if sort in SORTS else "place",
        chosen=tuple(sorted(wanted.items())),
        facets=tuple(facet(found, name, masks, wanted.get(name, "")) for name in TITLES),
        lines=ruled_lines(shelf, rulings, shown),
    )


def ruled_lines(shelf: Shelf, rulings: Rulings, ids: Sequence[str]) -> tuple[RuledLine, ...]:
    """Several lines with their rulings."""
    shelf.attributions.ahead(ids)
    shelf.ahead(shelf.attributions[id].article for id in ids)
    return tuple(ruled(shelf, rulings, id) for id in ids)


def ruled(shelf: Shelf, rulings: Rulings, id: str) -> RuledLine:
    """One line with its rulings."""
    return RuledLine(line(shelf, rulings.changed("attributions", shelf.attributions[id])), rulings.of("attributions", id))


def kept(shelf: Shelf) -> Columns:
    """The columns of this shelf, made once."""
    return shelf.once("columns", columns)


def all_of(masks: Mapping[str, npt.NDArray[np.bool_]], size: int) -> npt.NDArray[np.bool_]:
    """The rows that meet every choice."""
    found = np.ones(size, dtype=bool)
    for mask in masks.values():
        found &= mask
    return found


def ordered(found: Columns, mask: npt.NDArray[np.bool_], sort: str) -> list[int]:
    """The chosen rows in the wanted order; rows that are equal in it keep the order of the pages."""
    rows = np.flatnonzero(mask)
    if sort in found.columns and sort in SORTS:
        rows = rows[np.argsort(found.columns[sort].codes[rows], kind="stable")]
    return [int(row) for row in rows]


def facet(found: Columns, name: str, masks: Mapping[str, npt.NDArray[np.bool_]], chosen: str) -> Facet:
    """One facet: its counts follow the choices made in the others."""
    others = all_of({other: mask for other, mask in masks.items() if other != name}, len(found.ids))
    counts = found.columns[name].counts(others)
    listed = counts[:OPTIONS] + [item for item in counts[OPTIONS:] if item[0] == chosen]
    names = STANCE_WORDS if name == "stance" else {}
    options = tuple(Option(key, names.get(key, label), count, key == chosen) for key, label, count in listed)
    return Facet(name, TITLES[name], options, len(counts) - len(listed))

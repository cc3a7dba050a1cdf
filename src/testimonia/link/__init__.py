"""COMPARE: the whole case, as joins and groupings on data frames.

A linker takes the case's tables (`link.tables.Tables`) and gives rows by table name; `work` runs them in the order of the flow and
stores what they give before the next begins. Each is imported when it is first called, or by `load`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from testimonia.link.tables import Tables

Linker = Callable[["Tables"], Mapping[str, Iterable[Any]]]

HOMES = {
    "entities": ("testimonia.link.entities", "link_entities"),
    "reuse": ("testimonia.link.reuse.linking", "link_reuse"),
    "disagree": ("testimonia.link.disagree", "link_disagreements"),
    "namings": ("testimonia.link.namings", "link_namings"),
}


def linker(stage: str) -> Linker:
    """The linker of a stage."""

    def link(tables: Tables) -> Mapping[str, Iterable[Any]]:
        home, name = HOMES[stage]
        rows: Mapping[str, Iterable[Any]] = getattr(import_module(home), name)(tables)
        return rows

    return link


def load() -> None:
    """Import all that linking calls."""
    for home, _ in HOMES.values():
        import_module(home)


LINKERS: dict[str, Linker] = {stage: linker(stage) for stage in HOMES}

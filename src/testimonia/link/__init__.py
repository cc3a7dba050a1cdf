"""COMPARE: the whole case, as joins and groupings on data frames.

A linker takes the case's tables (`link.tables.Tables`) and gives rows by table name; `work` runs them in the order of the flow and
stores what they give before the next begins. Each is imported when it is first called, or by `load`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from testimonia.link.tables import Tables


class Linker(Protocol):
    """One stage of the whole case."""

    def __call__(self, tables: Tables, workers: int | None = None) -> Mapping[str, Iterable[Any]]:
        """Its rows by table; at most `workers` processes work on them, as many as there are processors when nobody says."""


HOMES = {
    "entities": ("testimonia.link.entities.whole", "link_entities"),
    "reuse": ("testimonia.link.reuse.linking", "link_reuse"),
    "disagree": ("testimonia.link.disagree", "link_disagreements"),
    "namings": ("testimonia.link.namings", "link_namings"),
}
SHARED = ("reuse", "disagree")  # the stages that hand parts of their work to other processes


def linker(stage: str) -> Linker:
    """The linker of a stage."""

    def link(tables: Tables, workers: int | None = None) -> Mapping[str, Iterable[Any]]:
        home, name = HOMES[stage]
        given = {"workers": workers} if stage in SHARED else {}
        rows: Mapping[str, Iterable[Any]] = getattr(import_module(home), name)(tables, **given)
        return rows

    return link


def load() -> None:
    """Import all that linking calls."""
    for home, _ in HOMES.values():
        import_module(home)


LINKERS: dict[str, Linker] = {stage: linker(stage) for stage in HOMES}

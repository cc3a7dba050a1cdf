"""COMPARE: the whole case, as joins and groupings on data frames.

A linker takes the case's tables (`link.tables.Tables`) and gives rows by table name; `work` runs them in the order of the flow and
stores what they give before the next begins.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from testimonia.link.disagree import link_disagreements
from testimonia.link.entities import link_entities
from testimonia.link.namings import link_namings
from testimonia.link.reuse import link_reuse
from testimonia.link.tables import Tables

Linker = Callable[[Tables], Mapping[str, Iterable[Any]]]

LINKERS: dict[str, Linker] = {
    "entities": link_entities,
    "reuse": link_reuse,
    "disagree": link_disagreements,
    "namings": link_namings,
}

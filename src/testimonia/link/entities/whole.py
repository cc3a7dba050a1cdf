"""The stage: the entities of a whole case.

It stands apart from the package, whose smaller parts others use too: what loads data frames takes a hundred megabytes in each process.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from testimonia.link.entities.gather import gather
from testimonia.link.entities.linking import link, links_of
from testimonia.link.entities.making import nodes_of
from testimonia.link.entities.nodes import described
from testimonia.link.entities.records import entities_of, mention_entities
from testimonia.link.entities.rulings import Rulings
from testimonia.link.tables import Tables


def link_entities(tables: Tables) -> Mapping[str, Iterable[Any]]:
    """The entities of a case, the links between their names, and which entity each mention refers to."""
    gathered = gather(tables)
    nodes = nodes_of(gathered)
    linked = link(nodes, gathered.aliases, Rulings(tables.records("decisions"), described(nodes)))
    entities, entity_of = entities_of(linked, gathered.used)
    return {
        "entities": entities,
        "entity_links": list(links_of(linked, entity_of)),
        "mention_entities": mention_entities(linked, gathered, entity_of),
    }

"""What the names of each document stand for, as one number: while it stays, what was read of the document's claims holds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from testimonia.base.decisions import standing
from testimonia.base.ids import digest
from testimonia.base.languages import having, table
from testimonia.link.disagree.keys import proper
from testimonia.link.disagree.marks import Marks, Places, mark, mixed
from testimonia.link.disagree.sounds import foreign
from testimonia.link.tables import Tables

if TYPE_CHECKING:
    import pyarrow as pa

NOWHERE = -1
VERSION = 1  # that of the stage in the flow: what another version kept is not taken over
READ = ("attributions", "quantities", "times", "claims")  # tables in which the analyst's rulings change what a document says


@dataclass(frozen=True)
class Named:
    """The entities of the case, the documents that hold articles, and for each of them what its names stand for."""

    types: dict[str, str]
    names: dict[str, str]
    heads: dict[str, str]  # entity → the first of those that share the proper part of its name
    documents: tuple[str, ...]
    digests: Marks
    many_tongues: bool
    classes: dict[str, dict[str, object]]  # of events

    @classmethod
    def of(cls, tables: Tables) -> Named:
        """Read by columns: a case of ten thousand articles has half a million mentions."""
        entities = tables.arrow("entities", ("id", "type", "name")).to_pydict()
        types = dict(zip(entities["id"], entities["type"], strict=True))
        names = dict(zip(entities["id"], entities["name"], strict=True))
        articles = tables.arrow("articles", ("document", "language")).to_pydict()
        documents = tuple(sorted(set(articles["document"])))
        several = any(foreign(language) for language in set(articles["language"]))
        known = classes()
        salt = np.uint64(mark(digest(VERSION, several, ruled(tables), known)))
        heads = headed(names)
        stands = {id: mark("\x1f".join((id, types[id], names[id], heads[id]))) for id in names}
        return cls(types, names, heads, documents, stands_for(tables, documents, stands, salt), several, known)


def headed(names: Mapping[str, str]) -> dict[str, str]:
    """For each entity the first of those that share the proper part of its name."""
    first: dict[str, str] = {}
    return {entity: first.setdefault(proper(names[entity]) or entity, entity) for entity in sorted(names)}


def stands_for(tables: Tables, documents: Sequence[str], stands: Mapping[str, int], salt: np.uint64) -> Marks:
    """A number for each document: which entities stand at which places of it; `stands` are the marks of the entities.

    A page without an article may name somebody all the same, in a menu or a caption; it claims nothing.
    """
    read = tables.arrow("mention_entities", ("document", "start", "end", "entity"))
    home = {document: number for number, document in enumerate(documents)}
    place, ids = encoded(read, "document")
    which, entities = encoded(read, "entity")
    number = np.array([home.get(id, NOWHERE) for id in ids], np.int64)[place]
    told = np.array([stands[id] for id in entities], np.uint64)
    spans = mixed(*(numbers(read[edge].combine_chunks()).astype(np.uint64) for edge in ("start", "end")))
    found = np.full(len(documents), salt)
    inside = number != NOWHERE
    np.add.at(found, number[inside], mixed(spans, told[which])[inside])
    return mixed(found, salt)


def encoded(read: pa.Table, column: str) -> tuple[Places, list[str]]:
    """A column of words as numbers, and the words."""
    held = read[column].combine_chunks().dictionary_encode()
    return numbers(held.indices), held.dictionary.to_pylist()


def numbers(held: pa.Array) -> Places:
    """Whole numbers, none of them missing, as they lie in memory (Arrow's own way there loads pandas, which takes fifty megabytes)."""
    width = held.type.bit_width // 8
    found = np.frombuffer(held.buffers()[1], f"i{width}", len(held), held.offset * width) if len(held) else np.zeros(0)
    return found.astype(np.int64)


def ruled(tables: Tables) -> list[str]:
    """The rulings in force that change what documents say."""
    return sorted(decision.id for decision in standing(tables.records("decisions")) if decision.table in READ)


def classes() -> dict[str, dict[str, object]]:
    """The event classes of all languages."""
    found: dict[str, dict[str, object]] = {}
    for language in having("claims"):
        for name, entry in table(language, "claims").get("classes", {}).items():
            found.setdefault(name, entry)
    return found

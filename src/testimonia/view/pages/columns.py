"""The ledger's lines as columns of codes, so that facets over a hundred thousand lines are counted in milliseconds."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from testimonia.base.extractions import Attribution
from testimonia.view.pages.shelf import Shelf
from testimonia.view.pages.voices import UNNAMED, outlet_of, source_entity

Codes = npt.NDArray[np.int64]
NOT_KNOWN = "(not known)"


@dataclass(frozen=True, slots=True)
class Column:
    """One value a row, or several: `rows[i]` has the value `keys[codes[i]]`, shown as `labels[codes[i]]`. Labels are sorted."""

    rows: Codes
    codes: Codes
    keys: tuple[str, ...]
    labels: tuple[str, ...]

    def where(self, key: str, size: int) -> npt.NDArray[np.bool_]:
        """The rows that have the value."""
        mask = np.zeros(size, dtype=bool)
        if key in self.keys:
            mask[self.rows[self.codes == self.keys.index(key)]] = True
        return mask

    def counts(self, mask: npt.NDArray[np.bool_]) -> list[tuple[str, str, int]]:
        """Each value with the number of chosen rows that have it, most first, without zeros."""
        counted = np.bincount(self.codes[mask[self.rows]], minlength=len(self.keys))
        found = [(self.keys[i], self.labels[i], int(counted[i])) for i in np.flatnonzero(counted)]
        return sorted(found, key=lambda item: (-item[2], item[1], item[0]))


@dataclass(frozen=True, slots=True)
class Columns:
    """All lines of the ledger: their ids in the order of the documents, and the columns that they are found by."""

    ids: tuple[str, ...]
    columns: dict[str, Column]


def columns(shelf: Shelf) -> Columns:
    """The ledger's columns."""
    shelf.named_in.every()
    records = sorted(shelf.attributions.values(), key=lambda a: (a.document, a.content[0] if a.content else a.cue or (0, 0), a.id))
    speakers, outlets, dates = [], [], []
    for record in records:
        article = shelf.articles.get(record.article)
        outlet = outlet_of(article) or NOT_KNOWN
        date = (article.published or article.first_published) if article else None
        outlets.append((outlet, outlet))
        dates.append((date.value, date.value) if date else (NOT_KNOWN, NOT_KNOWN))
        speakers.append(speaker(shelf, record))
    made = {
        "speaker": one_each(speakers),
        "stance": one_each([(record.stance, record.stance) for record in records]),
        "outlet": one_each(outlets),
        "source": one_each([(record.source_kind, record.source_kind) for record in records]),
        "date": one_each(dates),
        "about": several(shelf, records),
    }
    return Columns(tuple(record.id for record in records), made)


def speaker(shelf: Shelf, record: Attribution) -> tuple[str, str]:
    """The key and the name that a line's speaker is found by."""
    entity = source_entity(shelf, record)
    name = shelf.entity_name(entity) or shelf.words(record.document, record.speaker or record.source, 80) or UNNAMED
    return entity or f"={name.casefold()}", name


def one_each(values: Sequence[tuple[str, str]]) -> Column:
    """A column with one value a row."""
    return coded(np.arange(len(values), dtype=np.int64), values)


def coded(rows: Codes, values: Sequence[tuple[str, str]]) -> Column:
    """The column of (key, label) values."""
    labels = dict(values)
    keys = sorted(labels, key=lambda key: (labels[key].casefold(), key))
    number = {key: at for at, key in enumerate(keys)}
    return Column(rows, np.array([number[key] for key, _ in values], dtype=np.int64), tuple(keys), tuple(labels[key] for key in keys))


def several(shelf: Shelf, records: Sequence[Attribution]) -> Column:
    """The entities that each line's content speaks of."""
    rows: list[int] = []
    values: list[tuple[str, str]] = []
    places = mentions_by_document(shelf)
    for at, record in enumerate(records):
        for entity in sorted(spoken_of(record, places.get(record.document, ([], [])))):
            rows.append(at)
            values.append((entity, shelf.entity_name(entity) or entity))
    return coded(np.array(rows, dtype=np.int64), values)


def mentions_by_document(shelf: Shelf) -> dict[str, tuple[list[int], list[str]]]:
    """Where each document's mentions begin, in order, and what they refer to."""
    table = shelf.case.arrow("mention_entities", ["document", "start", "entity"])
    found: dict[str, tuple[list[int], list[str]]] = {}
    for batch in table.to_batches():
        for document, start, entity in zip(*(column.to_pylist() for column in batch.columns), strict=True):
            starts, entities = found.setdefault(document, ([], []))
            starts.append(start)
            entities.append(entity)
    return found


def spoken_of(record: Attribution, places: tuple[list[int], list[str]]) -> set[str]:
    """The entities that are mentioned in what is said."""
    return {entity for span in record.content for entity in within(places, span)}


def within(places: tuple[list[int], list[str]], span: tuple[int, int]) -> Iterator[str]:
    """The entities whose mentions begin in the span."""
    starts, entities = places
    return iter(entities[bisect_left(starts, span[0]) : bisect_left(starts, span[1])])

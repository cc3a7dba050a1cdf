"""Decisions whose object is gone: kept, and shown as orphaned until it comes back."""

from __future__ import annotations

import sqlalchemy as sa

from testimonia.base.decisions import Decision, standing
from testimonia.store import schema
from testimonia.store.case import Case


def orphaned(case: Case) -> tuple[Decision, ...]:
    """The decisions in force of which a target is no longer in the case."""
    found = standing(case.decisions())
    wanted = {target for decision in found for target in objects(decision)}
    held = {table: known_targets(case, table, wanted) for table in {decision.table for decision in found}}
    return tuple(decision for decision in found if not set(objects(decision)) <= held[decision.table])


def objects(decision: Decision) -> tuple[str, ...]:
    """What a decision is about: not the field that it changes, nor where the words stood when it was made."""
    if decision.kind in ("relabel", "rebound"):
        return decision.targets[:1]
    return (decision.targets[0], decision.targets[-1]) if decision.table == "spans" and decision.targets else decision.targets


def known_targets(case: Case, table: str, wanted: set[str]) -> set[str]:
    """Which of the wanted targets the case holds: ids of rows, names of entities, paths of documents, words of a text."""
    if table == "entities":
        return wanted & {name for entity in case.records("entities") for name in (entity.id, *entity.names)}
    if table == "words":
        return wanted  # a word of a list is always there to be ruled on
    if table in ("documents", "segments", "spans"):
        paths = case.paths()
        files = wanted & {*paths, *(path for listed in paths.values() for path in listed)}
        texts = () if table == "documents" else [text for _, text in case.texts()]
        return files | {target for target in wanted if any(target in text for text in texts)}
    source = schema.TABLES.get(table)
    if source is None or "id" not in source.c:
        return set()
    with case.reading() as db:
        return set(db.execute(sa.select(source.c.id).where(source.c.id.in_(sorted(wanted)))).scalars())

"""Roles and relations as an article states them."""

from __future__ import annotations

from testimonia.base.extractions import Mention, Relation
from testimonia.extract.parsing import Parsed


def find_relations(parsed: Parsed, mentions: tuple[Mention, ...]) -> tuple[Relation, ...]:
    """Roles and relations as the article states them."""
    return ()

"""Mentions: names, roles and pronouns, resolved inside the article; aliases that the text declares; roles and relations."""

from __future__ import annotations

from testimonia.base.extractions import Alias, Mention, Relation
from testimonia.extract.parsing import Parsed


def find_mentions(parsed: Parsed) -> tuple[Mention, ...]:
    """The mentions of an article, in order, each once."""
    return ()


def find_aliases(parsed: Parsed, mentions: tuple[Mention, ...]) -> tuple[Alias, ...]:
    """Names that the article declares to mean the same."""
    return ()


def find_relations(parsed: Parsed, mentions: tuple[Mention, ...]) -> tuple[Relation, ...]:
    """Roles and relations as the article states them."""
    return ()

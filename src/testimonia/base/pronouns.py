"""Pronouns, from the language packs: by whom they stand for, subjects with their other cases and possessives."""

from __future__ import annotations

from functools import cache

from testimonia.base.languages import table


@cache
def pronouns(*kinds: str, language: str = "en") -> frozenset[str]:
    """The pronouns of some kinds (the keys of the table `pronouns` of the language's `names`), or of all."""
    held: dict[str, str] = table(language, "names").get("pronouns", {})
    return frozenset(word for kind in kinds or held for word in held.get(kind, "").split())

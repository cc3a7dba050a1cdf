"""How a language builds its phrases: the facts of grammar that the readers of texts ask for, one table a language pack."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from testimonia.base.languages import table


@dataclass(frozen=True)
class Grammar:
    """The facts of one language (after the features of the World Atlas of Language Structures); what a pack leaves out does not hold.

    `nouns_capital`: every noun is written with a capital. `compounds`: nouns are joined in one word ("Marmorbaron"). `adjective`: where
    it stands to its noun. `owner_bare`: whose a thing is stands right behind it, without a word between (construct, ezafe). `verb_last`:
    the verb closes its clause. `head_last`: what a name is stands in its last word. `body_behind`: the word for a body stands small
    behind the name ("Hillfort tingrett"). `endings_apart`: a name's endings stand behind an apostrophe. `negations`: the words that negate
    what they stand beside.
    """

    nouns_capital: bool = False
    compounds: bool = False
    adjective: Literal["before", "behind", ""] = ""
    owner_bare: bool = False
    verb_last: bool = False
    head_last: bool = False
    body_behind: bool = False
    endings_apart: bool = False
    negations: frozenset[str] = frozenset()


@cache
def grammar(language: str | None) -> Grammar:
    """The facts of a language; raises `TypeError` where its pack names one that does not exist."""
    facts: dict[str, Any] = {
        name: frozenset(fact) if isinstance(fact, list) else fact for name, fact in table(language or "und", "grammar").items()
    }
    return Grammar(**facts)

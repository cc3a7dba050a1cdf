"""Words for those who hold an office and those who are addressed with honour, of all languages: a paragraph's own is not always known."""

from __future__ import annotations

from functools import cache

from spacy.tokens import Token

from testimonia.base.languages import having
from testimonia.extract.mentions.words import listed, words


def is_title(token: Token) -> bool:
    """Whether a word is a role or an honorific of some language, or ends as a compound with one does."""
    word = token.text.casefold().rstrip(".")
    return word in titles() or word.endswith(role_endings())


@cache
def titles() -> frozenset[str]:
    """The roles and honorifics of all languages."""
    return frozenset().union(*(words(language).roles | words(language).honorifics for language in having("names")))


@cache
def role_endings() -> tuple[str, ...]:
    """The roles with which compounds of some languages end ("Fiskeriminister")."""
    return tuple(sorted(frozenset().union(*(listed(language, "role_endings") for language in having("names")))))

"""The names of international bodies, by which a run of names put side by side is cut."""

from __future__ import annotations

from functools import cache

from spacy.tokens import Doc, Token

from testimonia.base.languages import table
from testimonia.extract.mentions.words import Words
from testimonia.fitted.known import common_word, given_name

FULL_NAME = 2  # words


def around_bodies(doc: Doc, start: int, end: int, known: Words) -> set[int]:
    """Where a run ends and begins around the name of an international body: captions and headings put names side by side.

    What goes on with a word for a body is the name of a part of it ("European Parliament Election Office") and stays whole.
    """
    words = [token.text.casefold() for token in doc[start:end]]
    bodies, longest = known_bodies(), longest_body()
    for i in range(len(words)):
        held = next((n for n in range(min(longest, len(words) - i), 1, -1) if " ".join(words[i : i + n]) in bodies), 0)
        if held and held < len(words) and (i != 1 or surname(doc[start], known)) and known.organisation_names.isdisjoint(words[i + held :]):
            return {start + at for at in (i, i + held) if 0 < at < len(words)}
    return set()


def before_person(doc: Doc, start: int, end: int, known: Words) -> set[int]:
    """Where the name of a body ends before somebody of it, given name and family name ("Valley News Ana Bell")."""
    at = end - FULL_NAME
    if at <= start or doc[at - 1].text.casefold() not in known.organisation_names:
        return set()
    given, family = (doc[i].text.casefold() for i in (at, at + 1))
    return {at} if given_name(given) and not common_word(family) and known.type_of_name(["", family]) is None else set()


def surname(token: Token, known: Words) -> bool:
    """Whether one word before a body's name may be what is left of somebody's, and no adjective or title that belongs to it."""
    word = token.text.casefold()
    return token.pos_ == "PROPN" and word not in known.titles | known.role_modifiers | known.common


@cache
def known_bodies() -> frozenset[str]:
    """The names of several words in the table of international bodies."""
    names = (name for group in table("und", "bodies").get("bodies", {}).values() for name in group)
    return frozenset(name.casefold() for name in names if " " in name)


@cache
def longest_body() -> int:
    """The words of the longest of these names."""
    return max(len(name.split()) for name in known_bodies())

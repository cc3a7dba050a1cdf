"""Names of people in scripts without capitals by where they stand: behind a credit and its colon, or before a comma and an office."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from spacy.tokens import Token

from testimonia.base.phrases import listed as phrases_of
from testimonia.extract.mentions.words import listed

CREDITS = ("byline", "photo")
COMMAS = "،,"
NAMED = 2  # words of a full name
HYPHENS = frozenset("-־‐‑")
Run = tuple[Token, Token]
Plain = Callable[[Token, str], bool]


def by_its_place(token: Token, language: str, plain: Plain) -> tuple[Run, str] | None:
    """A full name that begins with this word, behind a credit ("Photograph: Ana X") or before an office ("Ana X, the governor of Y")."""
    if not plain(token, language):
        return None
    run = full_name(token, language, plain)
    if run is None:
        return None
    return (run, "person") if credited(token, language) or holds_office(run, language, plain) else None


def full_name(first: Token, language: str, plain: Plain) -> Run | None:
    """The two words from here on, with what hyphens join to them; none where not two may be of a name."""
    doc, last, words = first.doc, first, 1
    parts = listed(language, "name_parts")
    while last.i + 1 < len(doc):
        hyphen = doc[last.i + 1].text in HYPHENS and last.i + 2 < len(doc) and plain(doc[last.i + 2], language)
        behind = doc[last.i + 2] if hyphen else doc[last.i + 1]
        if not plain(behind, language) or (words == NAMED and not hyphen and last.text not in parts):
            break
        words += not hyphen and last.text not in parts
        last = behind
    return (first, last) if words == NAMED else None


def credited(first: Token, language: str) -> bool:
    """Whether a credit and a colon stand before a word."""
    return first.i > 1 and first.nbor(-1).text == ":" and first.nbor(-2).text in credits_of(language)


def holds_office(run: Run, language: str, plain: Plain) -> bool:
    """Whether a name opens its sentence, or stands behind what is part of no name, and a comma and an office follow it."""
    (first, last), doc = run, run[0].doc
    apart = first.is_sent_start or first.i == 0 or not plain(first.nbor(-1), language)
    return apart and last.i + 2 < len(doc) and doc[last.i + 1].text in COMMAS and doc[last.i + 2].text in listed(language, "roles")


@cache
def credits_of(language: str) -> frozenset[str]:
    """The words that name who wrote or took a picture."""
    return frozenset(phrase for category in CREDITS for phrase in phrases_of(language, category))

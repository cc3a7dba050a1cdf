"""Praise and blame in languages without a parser: phrases around a loaded word ("le fossoyeur de X", "die sogenannte Y")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from spacy.tokens import Token

from testimonia.base.languages import table
from testimonia.extract.mentions.found import Found, articles, span_of
from testimonia.extract.mentions.offices import is_title
from testimonia.extract.mentions.packs import pack, pattern
from testimonia.extract.mentions.runs import small
from testimonia.extract.mentions.words import listed
from testimonia.extract.parsing import Paragraph

ADJECTIVE_FIRST = {"de", "nl", "da", "nb", "sv", "fi", "hu", "tr", "ru", "uk", "bg", "sr", "bs", "hr", "cs", "pl"}
PLURAL = frozenset("les des los las os as gli i".split())
OWNED = 3  # small words between a noun and whose it is
Names = dict[int, Found]


def epithets(index: int, paragraph: Paragraph, language: str, names: list[Found]) -> Iterator[Found]:
    """The loaded phrases of one paragraph that name somebody: with an article, behind a name and a comma, or before a name."""
    words = loaded(language)
    starts, ends = {name.first.i: name for name in names}, {name.last.i: name for name in names}
    inside = {i for name in names for i in range(name.first.i, name.last.i + 1)}
    for token in paragraph.doc:
        if token.i not in inside and words.fullmatch(token.text.casefold()) is not None:
            yield from around(index, paragraph, token, language, (starts, ends))


@cache
def loaded(language: str) -> re.Pattern[str]:
    """The loaded words of a language that stand alone, as one pattern."""
    held = table(language, "loading")
    return pattern(sorted(word for key in ("pejorative", "laudatory") for word in held.get(key, ()) if " " not in word))


def around(index: int, paragraph: Paragraph, token: Token, language: str, named: tuple[Names, Names]) -> Iterator[Found]:
    """The phrase around a loaded word, when the words beside it show that it names somebody."""
    starts, ends = named
    first = opening(token, language)
    apposed = ends.get(token.i - 2) if first is None and token.i > 1 and token.nbor(-1).text == "," else None
    last, name, head = extent(token, language, starts)
    if first is None and apposed is None and (name is None or name.first.i != token.i + 1):
        return
    start = first if first is not None else token
    held = name if name is not None and name.first.i == token.i + 1 else apposed
    shown = pack(language).kind(head.text) if head is not token else None
    plural = start.text.casefold() in PLURAL and start is not token
    kind = held.type if held is not None else shown or ("group" if plural else "person")
    yield Found(
        index, start, last, token, span_of(paragraph, start, last), kind, "role", None, "plural" if plural else "singular",
        inner=held.span if held is not None else None, head=head.text.casefold(),
        qualifier=name.root.i if name is not None and held is not name else None,
    )  # fmt: skip


def opening(token: Token, language: str) -> Token | None:
    """The article right before a loaded word; none where there is none."""
    before = token.nbor(-1) if token.i > 0 else None
    return before if before is not None and before.text.casefold().replace("’", "'") in articles(language) else None


def extent(token: Token, language: str, starts: Names) -> tuple[Token, Found | None, Token]:
    """The last token of the phrase, the name that it ends with, and its noun: an adjective's noun, or what the noun is *of*."""
    doc, at = token.doc, token.i + 1
    if at in starts:
        return starts[at].last, starts[at], token
    if (
        at + 1 < len(doc)
        and at + 1 in starts
        and token.text.islower()
        and (doc[at].text.islower() or is_title(doc[at]))
        and doc[at].is_alpha
        and not small(doc[at])
    ):
        return starts[at + 1].last, starts[at + 1], token  # "le soi-disant chef Ana X"
    if at < len(doc) and language in ADJECTIVE_FIRST and token.text.islower() and doc[at].is_alpha and not small(doc[at]):
        return doc[at], None, doc[at]
    joining = listed(language, "connectors") | articles(language) | frozenset(("de", "du", "des", "d'", "del", "da", "do", "von", "van"))
    end = next((i for i in range(at, min(at + OWNED, len(doc))) if doc[i].text.casefold().replace("’", "'") not in joining), at)
    if end == at or end >= len(doc):
        return token, None, token
    if end in starts:
        return starts[end].last, starts[end], token
    return (doc[end], None, token) if doc[end].is_alpha and not small(doc[end]) else (token, None, token)

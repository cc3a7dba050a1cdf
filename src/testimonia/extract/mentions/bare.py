"""Further names in scripts without capitals: well-known places behind "in" or "from", and surnames of people named before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from testimonia.extract.mentions.found import Found, span_of
from testimonia.extract.mentions.words import listed
from testimonia.extract.parsing import Paragraph, Parsed
from testimonia.fitted.known import known_land

LANGUAGES = frozenset(("ar", "fa", "he", "ur"))
ARTICLE = "ال"  # Arabic surnames that begin with it are told from other words
SHORTEST = 3  # letters


def further(parsed: Parsed, chosen: frozenset[int], language: str, found: Iterable[Found]) -> Iterator[Found]:
    """Places that the world knows, and the surnames of those found so far; never inside another name."""
    if language not in LANGUAGES:
        return
    held = list(found)
    taken = {(one.paragraph, i) for one in held for i in range(one.first.i, one.last.i + 1)}
    surnames = frozenset(
        one.last.text for one in held if one.type == "person" and one.last.i > one.first.i and one.last.text.startswith(ARTICLE)
    )
    for index in sorted(chosen):
        paragraph = parsed.paragraphs[index]
        for token in paragraph.doc:
            if (index, token.i) in taken or not token.is_alpha:
                continue
            if token.text in surnames:
                yield Found(index, token, token, token, span_of(paragraph, token, token), "person", "name", None, "singular")
            elif (cut := place_at(token, language)) is not None:
                yield place(index, paragraph, token, cut)


def place(index: int, paragraph: Paragraph, token: Token, cut: int) -> Found:
    """A place, without the preposition that is written together with it."""
    span = paragraph.span(token.idx + cut, token.idx + len(token.text))
    return Found(index, token, token, token, span, "place", "name", None, "singular")


def place_at(token: Token, language: str) -> int | None:
    """Where a well-known place begins in a word behind a preposition, written apart or together; none when it is no such place."""
    word = token.text
    before = token.nbor(-1).text if token.i > 0 else ""
    behind = token.nbor(1).text if token.i + 1 < len(token.doc) else ""
    if (before in listed(language, "where") or behind in listed(language, "where_behind")) and known_land(word):
        return 0
    together = word[:1] in listed(language, "where_together") and len(word) > SHORTEST
    return 1 if together and known_land(word[1:]) else None

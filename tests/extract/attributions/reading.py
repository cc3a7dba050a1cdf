"""How the tests read an invented text: the real parser, one article, no mentions."""

from __future__ import annotations

from functools import cache

from testimonia.base.documents import Article, Division, Document, Turn
from testimonia.base.extractions import Attribution
from testimonia.base.settings import Settings
from testimonia.base.spans import Span
from testimonia.extract.attributions import find_attributions
from testimonia.extract.parsing import Parser


@cache
def parser() -> Parser:
    return Parser(Settings())


def read(text: str, language: str = "en", learned: bool = False, turns: tuple[Turn, ...] = ()) -> tuple[Attribution, ...]:
    document = Document("d1", ("a.txt",), "", len(text), "text/plain", text)
    article = Article("a1", "d1", (Span(0, len(text)),), language=language, turns=turns)
    return find_attributions(parser().parse(document, article, Division((), (article,))), (), learned=learned)


def triples(text: str, rows: tuple[Attribution, ...]) -> list[tuple[str | None, str | None, str]]:
    return [(words(text, row.source), words(text, row.cue), " ~ ".join(span.of(text) for span in row.content)) for row in rows]


def words(text: str, span: Span | None) -> str | None:
    return span.of(text) if span else None

from __future__ import annotations

from collections.abc import Callable

import pytest

from testimonia.base.documents import Article, Division, Document
from testimonia.base.settings import Settings
from testimonia.base.spans import Span
from testimonia.extract.parsing import Parsed, Parser


@pytest.fixture(scope="session")
def parser() -> Parser:
    return Parser(Settings())


@pytest.fixture
def read(parser: Parser) -> Callable[..., Parsed]:
    def parse(text: str, language: str = "en") -> Parsed:
        document = Document("d1", ("a.txt",), "0" * 64, len(text), "text/plain", text)
        article = Article("a1", "d1", (Span(0, len(text)),), language=language)
        return parser.parse(document, article, Division((), (article,)))

    return parse

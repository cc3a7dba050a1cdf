"""What the tests of figures, times and claims share: an invented text read as one article."""

from __future__ import annotations

from functools import cache

from testimonia.base.documents import Article, Division, Document, Fact
from testimonia.base.extractions import Claim, Extraction
from testimonia.base.settings import Settings
from testimonia.base.spans import Span
from testimonia.extract.extractor import Extractor


@cache
def extractor() -> Extractor:
    return Extractor(Settings())


def read(text: str, *, published: str | None = None, first: str | None = None, language: str = "en", title: int = 0) -> Extraction:
    """The text as one article; the first `title` characters are its title."""
    document = Document("d1", ("a.txt",), "0" * 64, len(text), "text/plain", text)
    article = Article(
        "a1", "d1", (Span(title, len(text)),), title=Span(0, title) if title else None, language=language,
        published=Fact(published) if published else None, first_published=Fact(first) if first else None,
    )  # fmt: skip
    return extractor().extract(document, article, Division((), (article,), language=language))


def quantities(text: str, **options: object) -> list[tuple[str, float | None, float | None]]:
    found = read(text, **options).quantities  # type: ignore[arg-type]
    return [(text[q.start : q.end], q.low, q.high) for q in found]


def times(text: str, **options: object) -> list[tuple[str, str | None]]:
    found = read(text, **options).times  # type: ignore[arg-type]
    return [(text[t.start : t.end], t.value) for t in found]


def claims(text: str, kind: str, **options: object) -> list[Claim]:
    return [c for c in read(text, **options).claims if c.kind == kind]  # type: ignore[arg-type]

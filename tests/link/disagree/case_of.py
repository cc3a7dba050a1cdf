"""A case of invented articles, read and compared, without files."""

from __future__ import annotations

import tempfile
from pathlib import Path

from testimonia.base.documents import Article, Division, Document, Fact
from testimonia.base.links import Disagreement, Finding, Origin
from testimonia.base.outcomes import DocumentRecords, FileRecords
from testimonia.base.spans import Span
from testimonia.link.disagree import link_disagreements
from testimonia.link.entities.whole import link_entities
from testimonia.store import open_case
from tests.extract.figures_kit import extractor


class Case:
    """The case of invented articles, given as texts (or text, date and, but for English, language), with its names linked."""

    def __init__(self, *texts: str | tuple[str, ...], origins: tuple[tuple[int, ...], ...] = ()) -> None:
        self.documents: dict[str, str] = {}
        self.store = open_case(Path(tempfile.mkdtemp()) / "x.testimonia", create=True)
        for number, given in enumerate(texts):
            self.add(number, *(given if isinstance(given, tuple) else (given,)))
        grouped = origins or tuple((n,) for n in range(len(texts)))
        self.store.put_links(link_entities(self.store), {"entities": "1"})
        self.store.put_links({"origins": [Origin(f"o{group[0]}", tuple(f"a{n}" for n in group)) for group in grouped]}, {"reuse": "1"})

    def add(self, number: int, text: str, published: str | None = None, language: str = "en") -> None:
        document = Document(f"d{number}", (f"{number}.txt",), f"{number:064}", len(text), "text/plain", text)
        article = Article(
            f"a{number}", document.id, (Span(0, len(text)),), language=language, published=Fact(published) if published else None
        )
        division = Division((), (article,), language=language)
        read = extractor().extract(document, article, division)
        self.documents[document.id] = text
        file = FileRecords(f"{number}.txt", (DocumentRecords(document, division, (read,)),))
        self.store.put_file(file, sha256=document.sha256, size=1, key="k")

    def disagreements(self) -> list[Disagreement]:
        return list(link_disagreements(self.store)["disagreements"])

    def findings(self) -> list[Finding]:
        return list(link_disagreements(self.store)["findings"])


def values(row: Disagreement) -> set[str]:
    return {answer.value for answer in row.answers}

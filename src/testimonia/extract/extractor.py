"""All that is read in one article, in one pass over its parsed paragraphs."""

from __future__ import annotations

from testimonia.base.documents import Article, Division, Document
from testimonia.base.extractions import Extraction
from testimonia.base.settings import Settings
from testimonia.extract.parsing import Parser, model_facts
from testimonia.extract.sentences import sentences

__all__ = ["Extractor", "model_facts"]


class Extractor:
    """Reads articles. It holds the loaded language models; build it once in each worker."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.parser = Parser(settings)

    def extract(self, document: Document, article: Article, division: Division) -> Extraction:
        """All rows that one article gives; offsets count in the document's text."""
        parsed = self.parser.parse(document, article, division)
        return Extraction(article.id, sentences=sentences(parsed), notes=parsed.notes)

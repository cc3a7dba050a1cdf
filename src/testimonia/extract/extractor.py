"""All that is read in one article, in one pass over its parsed paragraphs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from testimonia.base.documents import Article, Division, Document
from testimonia.base.extractions import Attribution, Extraction, Mention
from testimonia.base.settings import Settings
from testimonia.base.teasers import teasers_around
from testimonia.extract.attributions import cut_short, find_attributions, quotes_of
from testimonia.extract.claims import find_claims
from testimonia.extract.mentions import find_aliases, find_mentions, find_relations
from testimonia.extract.mentions.asides import find_asides, lists
from testimonia.extract.parsing import Parser
from testimonia.extract.quantities import find_quantities
from testimonia.extract.sentences import sentences
from testimonia.extract.times import find_times


class Extractor:
    """Reads articles. It holds the loaded language models; build it once in each worker."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.parser = Parser(settings)

    def extract(self, document: Document, article: Article, division: Division) -> Extraction:
        """All rows that one article gives; offsets count in the document's text."""
        parsed = self.parser.parse(document, article, division)
        mentions = find_mentions(parsed)
        quotes = quotes_of(parsed)
        attributions = find_attributions(parsed, mentions, learned=self.settings.learned, quotes=quotes)
        teased = self.teased(document, article, division)
        times = find_times(parsed)
        quantities = find_quantities(parsed, attributions, times)
        return Extraction(
            article=article.id,
            sentences=sentences(parsed),
            mentions=mentions,
            aliases=find_aliases(parsed, mentions),
            relations=find_relations(parsed, mentions),
            attributions=(*attributions, *teased),
            quantities=quantities,
            times=times,
            claims=find_claims(parsed, mentions, attributions, quantities, times),
            notes=(*parsed.notes, *cut_short(parsed, quotes)),
        )

    def look_ahead(self, document: Document, division: Division) -> None:
        """Parse a short page at once, before its articles are read one by one."""
        self.parser.look_ahead(document, (*division.articles, lists(document, division)[1]))

    def asides(self, document: Document, division: Division, extractions: Sequence[Extraction]) -> tuple[Mention, ...]:
        """The mentions outside of the document's articles."""
        return find_asides(self.parser, document, division, extractions)

    def teased(self, document: Document, article: Article, division: Division) -> tuple[Attribution, ...]:
        """What the teasers around an article report. They summarise other texts and hold no claims of this one."""
        spans = teasers_around(division.articles, division.segments).get(article.id, ())
        if not spans:
            return ()
        teasers = replace(article, title=None, body=spans, turns=())
        return find_attributions(self.parser.parse(document, teasers, division), (), learned=self.settings.learned)

"""The shelf: what the pages look up again and again, read once from the case and kept while it does not change."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar, cast

from testimonia.base.documents import Article
from testimonia.base.extractions import Attribution
from testimonia.base.links import Disagreement, Entity, Origin, Reuse, StemmaEdge
from testimonia.base.spans import Span
from testimonia.store import Case
from testimonia.store.search import Hit
from testimonia.view.pages.memory import Lately
from testimonia.view.pages.passages import Mark, Passage, passage, shortened

T = TypeVar("T")
TITLE = 140
TEXTS_KEPT = 256


class Shelf:
    """Look-ups over one case. Nothing here is written; make a new shelf when the case has changed.

    With `ruled` the rows are as the analyst ruled, for a report; without, as the machine found them, for pages that show both.
    """

    def __init__(self, case: Case, *, ruled: bool = True) -> None:
        self.case = case
        self.rows: Callable[..., Iterator[Any]] = case.records if ruled else case.found
        self.texts: Lately[str] = Lately(lambda ids: dict(case.texts(ids)), TEXTS_KEPT)
        self.sentences_of: Lately[tuple[Span, ...]] = Lately(lambda ids: case.places("sentences", ids), TEXTS_KEPT)
        self.near: Callable[[str, int], list[Hit]] = lambda words, limit: []
        self.made: dict[str, Any] = {}

    def once(self, name: str, make: Callable[[Shelf], T]) -> T:
        """Something that a page makes from the whole shelf, made once and kept with it."""
        if name not in self.made:
            self.made[name] = make(self)
        return cast(T, self.made[name])

    @property
    def name(self) -> str:
        """The case's name: its file name without ending."""
        return Path(self.case.name).stem

    @cached_property
    def articles(self) -> dict[str, Article]:
        """All articles by id."""
        return {article.id: article for article in self.rows("articles")}

    @cached_property
    def articles_of(self) -> dict[str, tuple[Article, ...]]:
        """The articles of each document, in the order of the text."""
        found: dict[str, list[Article]] = defaultdict(list)
        for article in sorted(self.articles.values(), key=lambda a: (a.document, first_place(a), a.id)):
            found[article.document].append(article)
        return {document: tuple(listed) for document, listed in found.items()}

    @cached_property
    def heads(self) -> dict[str, tuple[str, int]]:
        """Each article's title (its own words, or the beginning of its body) and how many words it has."""
        found = {}
        for document, text in self.case.texts():
            for article in self.articles_of.get(document, ()):
                found[article.id] = (
                    title_of(article, text),
                    sum(text.count(" ", *span) + 1 for span in article.body if span.end > span.start),
                )
        return found

    def title(self, article: str) -> str:
        """The title of an article, or its id where the case does not hold it."""
        return self.heads[article][0] if article in self.heads else article

    @cached_property
    def paths(self) -> dict[str, tuple[str, ...]]:
        """Where each document was found."""
        return self.case.paths()

    @cached_property
    def entities(self) -> dict[str, Entity]:
        """All entities by id."""
        return {entity.id: entity for entity in self.rows("entities")}

    @cached_property
    def attributions(self) -> dict[str, Attribution]:
        """All attributions by id."""
        return {record.id: record for record in self.rows("attributions")}

    @cached_property
    def entity_at(self) -> dict[tuple[str, int, int], str]:
        """The entity of every span that names a speaker, or somebody beside one."""
        table = self.case.arrow("mention_entities", ["document", "start", "end", "entity"])
        named = ((a.document, (a.speaker, a.source, *a.via, *a.citing)) for a in self.attributions.values())
        wanted = {(document, *span) for document, spans in named for span in spans if span is not None}
        rows = zip(*(table.column(name).to_pylist() for name in ("document", "start", "end", "entity")), strict=True)
        return {(document, start, end): entity for document, start, end, entity in rows if (document, start, end) in wanted}

    @cached_property
    def origins(self) -> dict[str, Origin]:
        """All origins by id."""
        return {origin.id: origin for origin in self.rows("origins")}

    @cached_property
    def origin_of(self) -> dict[str, str]:
        """The origin of each article."""
        return {article: origin.id for origin in self.origins.values() for article in origin.articles}

    @cached_property
    def stemma(self) -> dict[str, tuple[StemmaEdge, ...]]:
        """What each article goes back to."""
        found: dict[str, list[StemmaEdge]] = defaultdict(list)
        for edge in self.rows("stemma"):
            found[edge.child].append(edge)
        return {child: tuple(sorted(edges, key=lambda e: (e.parent or "", e.reasons))) for child, edges in found.items()}

    @cached_property
    def disagreements(self) -> dict[str, Disagreement]:
        """All disagreements by id."""
        return {record.id: record for record in self.rows("disagreements")}

    @cached_property
    def contested_in(self) -> dict[str, tuple[Disagreement, ...]]:
        """The disagreements that each article has a part in."""
        found: dict[str, list[Disagreement]] = defaultdict(list)
        for record in self.disagreements.values():
            for article in sorted({claim.article for answer in record.answers for claim in answer.claims}):
                found[article].append(record)
        return {article: tuple(listed) for article, listed in found.items()}

    @cached_property
    def reuse_of(self) -> dict[str, tuple[Reuse, ...]]:
        """The passages that each article shares with others."""
        found: dict[str, list[Reuse]] = defaultdict(list)
        for record in self.rows("reuse"):
            for article in sorted({end.article for end in (record.a, record.b) if end.article}):
                found[article].append(record)
        return {article: tuple(listed) for article, listed in found.items()}

    def ahead(self, articles: Iterable[str | None]) -> None:
        """Look up at once what a page needs of some articles: their texts and sentences."""
        known = [self.articles[id] for id in dict.fromkeys(articles) if id in self.articles]
        self.texts.ahead(article.document for article in known)
        self.sentences_of.ahead(article.id for article in known)

    def text(self, document: str) -> str:
        """A document's text. Raises `CaseError` when the case does not hold it."""
        found = self.texts(document)
        return self.case.text(document) if found is None else found

    def sentences(self, article: str) -> tuple[Span, ...]:
        """The sentences of an article, in order."""
        return self.sentences_of(article) or ()

    def sentence(self, article: str | None, place: tuple[int, int]) -> Span:
        """The sentence that a place begins in, stretched to hold all of it; the place itself where no sentence is known."""
        known = self.sentences(article) if article else ()
        at = bisect_right(known, (place[0], 10**18)) - 1
        if at < 0 or known[at].end <= place[0]:
            return Span(*place)
        return Span(min(known[at].start, place[0]), max(known[at].end, place[1]))

    def language(self, article: str | None) -> str | None:
        """The language of an article, as far as it is known."""
        found = self.articles.get(article) if article else None
        return found.language if found else None

    def passage(self, document: str, article: str | None, span: tuple[int, int], marks: Iterable[Mark]) -> Passage:
        """The span's sentence in its paragraph, with marks."""
        focus = self.sentence(article, span)
        return passage(self.text(document), (document, article, self.language(article)), focus, (Mark(*focus, "sentence"), *marks))

    def words(self, document: str, span: tuple[int, int] | None, size: int = 300) -> str:
        """The words of a span on one line, shortened."""
        return "" if span is None else shortened(self.text(document)[span[0] : span[1]], size)

    def entity_name(self, entity: str | None) -> str | None:
        """The name that an entity goes by."""
        found = self.entities.get(entity) if entity else None
        return found.name if found else None


def first_place(article: Article) -> int:
    """Where an article begins in its document."""
    return min((span.start for span in (article.title, *article.body) if span is not None), default=0)


def title_of(article: Article, text: str) -> str:
    """The article's title, or the first words of its body."""
    if article.title is not None:
        title = shortened(article.title.of(text), TITLE)
        if title:
            return title
    for span in article.body:
        words = shortened(text[span.start : min(span.end, span.start + 4 * TITLE)], TITLE // 2)
        if words:
            return words
    return "(no words)"

"""The shelf: what the pages look up again and again, read once from the case and kept while it does not change."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar, cast

from testimonia.base.documents import Article
from testimonia.base.extractions import Attribution
from testimonia.base.links import Disagreement, Entity, Origin, Reuse, StemmaEdge
from testimonia.base.spans import Span
from testimonia.store import Case
from testimonia.store.search import Hit
from testimonia.view.pages.memory import Lately, Rows
from testimonia.view.pages.passages import Mark, Passage, passage, shortened

T = TypeVar("T")
TITLE = 140
TEXTS_KEPT = 256
NOBODY: dict[tuple[int, int], str] = {}


class Shelf:
    """Look-ups over one case. Nothing here is written; make a new shelf when the case has changed.

    With `ruled` the rows are as the analyst ruled, for a report; without, as the machine found them, for pages that show both.
    """

    def __init__(self, case: Case, *, ruled: bool = True) -> None:
        self.case = case
        self.ruled = ruled
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

    def of_table(self, table: str, column: str = "id") -> Callable[[Sequence[str]], Mapping[str, tuple[Any, ...]]] | None:
        """How some rows of a table are fetched by a column; as ruled they are not, for every question would read all rulings."""
        if self.ruled:
            return None

        def fetch(keys: Sequence[str]) -> Mapping[str, tuple[Any, ...]]:
            found: dict[str, list[Any]] = {}
            for row in self.rows(table, **{column: list(keys)}):
                found.setdefault(getattr(row, column), []).append(row)
            return {key: tuple(rows) for key, rows in found.items()}

        return fetch

    def by_id(self, table: str) -> Rows[Any]:
        """The rows of a table by their ids."""
        fetch = self.of_table(table)
        some = None if fetch is None else lambda ids: {id: rows[0] for id, rows in fetch(ids).items()}
        return Rows(lambda: {row.id: row for row in self.rows(table)}, some)

    @cached_property
    def articles(self) -> Rows[Article]:
        """All articles by id."""
        return self.by_id("articles")

    @cached_property
    def articles_of(self) -> Rows[tuple[Article, ...]]:
        """The articles of each document, in the order of the text."""
        fetch = self.of_table("articles", "document")
        some = None if fetch is None else lambda ids: {document: in_order(listed) for document, listed in fetch(ids).items()}
        return Rows(self.all_articles_of, some)

    def all_articles_of(self) -> dict[str, tuple[Article, ...]]:
        """The articles of every document."""
        found: dict[str, list[Article]] = defaultdict(list)
        for article in self.articles.values():
            found[article.document].append(article)
        return {document: in_order(found[document]) for document in sorted(found)}

    @cached_property
    def heads(self) -> Rows[tuple[str, int]]:
        """Each article's title (its own words, or the beginning of its body) and how many words it has."""
        return Rows(self.all_heads, None if self.ruled else self.some_heads)

    def all_heads(self) -> dict[str, tuple[str, int]]:
        """The heads of all articles."""
        articles_of = self.articles_of.every()
        return {article.id: head_of(article, text) for document, text in self.case.texts() for article in articles_of.get(document, ())}

    def some_heads(self, ids: Sequence[str]) -> dict[str, tuple[str, int]]:
        """The heads of some articles."""
        self.articles.ahead(ids)
        held = [self.articles[id] for id in ids if id in self.articles]
        self.texts.ahead(article.document for article in held)
        return {article.id: head_of(article, self.text(article.document)) for article in held}

    def title(self, article: str) -> str:
        """The title of an article, or its id where the case does not hold it."""
        head: tuple[str, int] = self.heads.get(article, (article, 0))
        return head[0]

    @cached_property
    def paths(self) -> dict[str, tuple[str, ...]]:
        """Where each document was found."""
        return self.case.paths()

    @cached_property
    def entities(self) -> dict[str, Entity]:
        """All entities by id."""
        return {entity.id: entity for entity in self.rows("entities")}

    @cached_property
    def attributions(self) -> Rows[Attribution]:
        """All attributions by id."""
        return self.by_id("attributions")

    def speakers_left_open(self) -> list[Attribution]:
        """The attributions whose speaker stays open between several."""
        if not self.ruled:
            return self.case.speakers_left_open()
        return [record for record in self.attributions.values() if record.speakers and record.speaker is None]

    @cached_property
    def named_in(self) -> Rows[dict[tuple[int, int], str]]:
        """The entity of every span of a document that names a speaker, or somebody beside one."""
        return Rows(self.all_named, None if self.ruled else self.some_named)

    def entity_at(self, document: str, span: tuple[int, int]) -> str | None:
        """The entity that a span of a document names, if it names a speaker or somebody beside one."""
        named: dict[tuple[int, int], str] = self.named_in.get(document, NOBODY)
        return named.get((span[0], span[1]))

    def all_named(self) -> dict[str, dict[tuple[int, int], str]]:
        """The speakers in all documents; other mentions are left out, for there are ten times as many."""
        table = self.case.arrow("mention_entities", ["document", "start", "end", "entity"])
        wanted: dict[str, set[tuple[int, int]]] = defaultdict(set)
        for record in self.attributions.values():
            wanted[record.document].update(span for span in (record.speaker, record.source, *record.via, *record.citing) if span)
        found: dict[str, dict[tuple[int, int], str]] = defaultdict(dict)
        for document, start, end, entity in zip(*(column.to_pylist() for column in table.columns), strict=True):
            if (start, end) in wanted.get(document, ()):
                found[document][(start, end)] = entity
        return dict(found)

    def some_named(self, documents: Sequence[str]) -> dict[str, dict[tuple[int, int], str]]:
        """Whom the mentions of some documents refer to."""
        found: dict[str, dict[tuple[int, int], str]] = {document: {} for document in documents}
        for row in self.rows("mention_entities", document=list(documents)):
            found[row.document][(row.start, row.end)] = row.entity
        return found

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
        wanted = list(dict.fromkeys(id for id in articles if id))
        self.articles.ahead(wanted)
        known = [self.articles[id] for id in wanted if id in self.articles]
        for looked_up in (self.texts, self.named_in):
            looked_up.ahead(article.document for article in known)
        self.heads.ahead(wanted)
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
        found: Article | None = self.articles.get(article) if article else None
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


def in_order(articles: Iterable[Article]) -> tuple[Article, ...]:
    """The articles of one document in the order of the text."""
    return tuple(sorted(articles, key=lambda a: (first_place(a), a.id)))


def head_of(article: Article, text: str) -> tuple[str, int]:
    """The title of an article and how many words it has."""
    return title_of(article, text), sum(text.count(" ", *span) + 1 for span in article.body if span.end > span.start)


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

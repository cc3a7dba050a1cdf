"""Everything in a case read again: the file itself, foreign keys, ids, and every span of every row against the stored text.

A check that did not run is never a pass: `Checked` says what was looked at, and what could not be looked at is a fault.
"""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from testimonia.base.codec import field_types
from testimonia.base.documents import Article, Document, Segment
from testimonia.base.ids import document_id
from testimonia.base.spans import Span
from testimonia.base.teasers import teasers_around
from testimonia.store import schema
from testimonia.store.case import Case

HEAD = ("author", "outlet", "original_outlet", "translator", "published", "first_published", "section")
INSIDE_ARTICLE = ("sentences", "mentions", "aliases", "attributions", "relations", "quantities", "times", "claims")
AROUND_ARTICLE = ("attributions",)  # what the teasers around an article report is listed with it


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that does not hold: in which table, which row, and what is wrong."""

    table: str
    row: str
    message: str


@dataclass(frozen=True, slots=True)
class Checked:
    """What was looked at (rows a table, spans in all), the faults, and the stages of the whole case that have not run."""

    rows: dict[str, int]
    spans: int
    faults: tuple[Fault, ...]
    missing: tuple[str, ...] = ()


def check(case: Case) -> Checked:
    """Check a whole case, one document at a time."""
    rows: Counter[str] = Counter()
    faults: list[Fault] = list(check_file(case))
    lengths: dict[str, int] = {}
    spans = 0
    posts = Counter(case.arrow("documents", ["sha256"]).column("sha256").to_pylist())
    for document in case.documents():
        lengths[document.id] = len(document.text)
        rows["documents"] += 1
        articles, segments = (list(case.records(table, document=document.id)) for table in ("articles", "segments"))
        homes, teasers = homes_of(case, document.id, articles), teasers_around(articles, segments)
        around = {article: [*home, *teasers.get(article, ())] for article, home in homes.items()}
        faults += check_segments(segments, document.id, len(document.text))
        faults += check_id(document, posts[document.sha256])
        for table in schema.OF_DOCUMENT:
            for record in case.records(table, document=document.id):
                rows[table] += 1
                found = list(spans_of(record))
                spans += len(found)
                faults += check_spans(table, record, found, document.text, around if table in AROUND_ARTICLE else homes)
    for table in schema.OF_CASE:
        for record in case.records(table):
            rows[table] += 1
            places = list(places_of(record))
            spans += len(places)
            faults += [
                Fault(table, name_of(record), f"the span {tuple(span)} does not lie in document {document}")
                for document, span in places
                if not 0 <= span.start < span.end <= lengths.get(document, -1)
            ]
    faults += check_origins(case)
    stages = ("entities", "reuse", "disagree", "namings")
    return Checked(dict(sorted(rows.items())), spans, tuple(faults), tuple(stage for stage in stages if case.mark(stage) is None))


def check_id(document: Document, posts: int) -> Iterator[Fault]:
    """A document's id comes from its bytes; parts of a container and further posts of the same bytes have ids of their own."""
    part = any("!" in path for path in document.paths)
    if document.id != document_id(document.sha256) and not part and posts == 1:
        yield Fault("documents", document.id, "the id does not come from the digest of the bytes")


def check_file(case: Case) -> Iterator[Fault]:
    """SQLite's own look at the file, and every foreign key."""
    with case.reading() as db:
        for (message,) in db.exec_driver_sql("PRAGMA integrity_check"):
            if message != "ok":
                yield Fault("file", case.name, str(message))
        for table, row, parent, _ in db.exec_driver_sql("PRAGMA foreign_key_check"):
            yield Fault(table, str(row), f"it points at a row of {parent} that does not exist")


def check_segments(segments: Sequence[Segment], document: str, length: int) -> Iterator[Fault]:
    """The segments cover the text in order without overlap."""
    at = 0
    for segment in segments:
        if segment.start != at or segment.end <= segment.start:
            yield Fault("segments", f"{document}:{segment.start}", f"it begins at {segment.start} where {at} was due")
        at = segment.end
    if at != length:
        yield Fault("segments", document, f"they cover {at} of {length} characters")


def homes_of(case: Case, document: str, articles: Sequence[Article]) -> dict[str, list[Span]]:
    """For each article the stretches that are its own: body, title, the lines of its head, and its footnotes."""
    homes = {article.id: [*article.body, *parts(article.title), *head_of(article)] for article in articles}
    for citation in case.records("citations", document=document):
        if citation.article in homes:
            homes[citation.article] += parts(citation.note)
    return homes


def head_of(article: Article) -> list[Span]:
    """The stretches that say who wrote the article, where and when."""
    facts = [value for name in HEAD if (value := getattr(article, name)) is not None]
    return [fact.span for fact in (*facts, *article.urls) if fact.span is not None]


def parts(span: Span | None) -> list[Span]:
    """The span, if there is one."""
    return [] if span is None else [span]


def check_spans(table: str, record: Any, spans: list[Span], text: str, homes: dict[str, list[Span]]) -> Iterator[Fault]:
    """The spans of one row lie in the text, and in the article where they must; a mention's name is what stands there."""
    for span in spans:
        if not 0 <= span.start < span.end <= len(text):
            yield Fault(table, name_of(record), f"the span {tuple(span)} does not lie in the text of {len(text)} characters")
    if table in INSIDE_ARTICLE and record.article in homes:
        home = homes[record.article]
        for span in spans:
            if not any(part.holds(span) for part in home) and not across(span, home):
                yield Fault(table, name_of(record), f"the span {tuple(span)} lies outside its article {record.article}")
    if table in ("mentions", "asides") and text[record.start : record.end] != record.name:
        yield Fault(table, name_of(record), f"it is called {record.name!r} but the text there is {text[record.start : record.end]!r}")


def across(span: Span, home: list[Span]) -> bool:
    """Whether a span runs over several parts of its article: it begins in one and ends in another."""
    return any(p.start <= span.start < p.end for p in home) and any(p.start < span.end <= p.end for p in home)


def check_origins(case: Case) -> Iterator[Fault]:
    """Once origins are computed, every article is in exactly one."""
    if case.mark("reuse") is None:
        return
    counted = Counter(article for origin in case.records("origins") for article in origin.articles)
    for article in case.records("articles"):
        if counted[article.id] != 1:
            yield Fault("origins", article.id, f"the article is in {counted[article.id]} origins")


def name_of(record: Any) -> str:
    """How a row is named to a person: its id, or its place."""
    if hasattr(record, "id"):
        return str(record.id)
    return ":".join(str(getattr(record, field)) for field in ("document", "start", "end") if hasattr(record, field))


def spans_of(record: Any) -> Iterator[Span]:
    """Every span that a row of one document holds, its own place included, nested ones too."""
    for _, span in places_of(record):
        yield span


def places_of(value: Any, document: str = "") -> Iterator[tuple[str, Span]]:
    """Every span below a value with the document in which it counts."""
    if isinstance(value, Span):
        yield document, value
    elif isinstance(value, tuple):
        for item in value:
            yield from places_of(item, document)
    elif dataclasses.is_dataclass(value) and not isinstance(value, type):
        record: Any = value
        kind: Any = type(record)
        fields = field_types(kind)
        here = getattr(value, "document", document)
        if "start" in fields and "end" in fields:
            yield here, Span(record.start, record.end)
        for name in fields:
            other = getattr(value, "other_document", None) if name.startswith("other_") else None
            yield from places_of(getattr(value, name), other or here)

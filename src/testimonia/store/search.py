"""Full-text search over paragraphs (SQLite FTS5), folded for case, diacritics and letter forms.

Beside the index stand the place of each paragraph and the head of each article, so that a field narrows a search without reading articles.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from testimonia.base.documents import Article, Fact, Segment
from testimonia.base.outcomes import DocumentRecords
from testimonia.base.spans import Span, trimmed
from testimonia.store.folding import fold, places
from testimonia.store.narrowing import condition_of, plain
from testimonia.store.query import parse

OPEN, CLOSE = "\x02", "\x03"  # marks around a hit inside the index; they never reach a page
RANKED = 2000  # more hits than this are not ranked
COUNTED = 5000
LONGEST = 10_000  # characters of a paragraph in the index
AROUND = 100  # characters of a snippet on each side of the first hit
ASIDE = ("furniture", "teaser", "related")  # what belongs to no article
STATEMENTS = (
    "CREATE VIRTUAL TABLE IF NOT EXISTS paragraphs USING fts5(folded, tokenize = 'unicode61 remove_diacritics 2')",
    (
        "CREATE TABLE IF NOT EXISTS paragraph_places (id INTEGER PRIMARY KEY, document TEXT NOT NULL, "
        'start INTEGER NOT NULL, "end" INTEGER NOT NULL, kind TEXT NOT NULL, article INTEGER NOT NULL)'  # 0 for none
    ),
    "CREATE INDEX IF NOT EXISTS ix_paragraph_places_document ON paragraph_places (document, start, kind)",
    (
        "CREATE TABLE IF NOT EXISTS article_heads (id INTEGER PRIMARY KEY, document TEXT NOT NULL, "
        "outlet TEXT, original_outlet TEXT, author TEXT, language TEXT, date TEXT)"  # plain, as they are compared
    ),
    "CREATE INDEX IF NOT EXISTS ix_article_heads_document ON article_heads (document)",
)


@dataclass(frozen=True, slots=True)
class Hit:
    """One paragraph that holds the words: where it stands, its kind, and a snippet with the words between [ and ]."""

    document: str
    start: int
    end: int
    kind: str
    snippet: str


def create(db: sa.Connection) -> None:
    """Make the index."""
    for statement in STATEMENTS:
        db.exec_driver_sql(statement)


def paragraphs(text: str, segment: Segment) -> list[Span]:
    """The lines of a segment that hold anything, without white space at their ends; overlong ones in parts."""
    found, at = list[Span](), segment.start
    for raw in text[segment.start : segment.end].split("\n"):
        line = raw.strip()
        if line and len(raw) <= LONGEST:
            start = at + raw.find(line)
            found.append(Span(start, start + len(line)))
        elif line:
            cut = (trimmed(text, part) for part in parts(text, Span(at, at + len(raw))))
            found += [span for span in cut if span.end > span.start]
        at += len(raw) + 1
    return found


def parts(text: str, line: Span) -> Iterator[Span]:
    """A line cut at white space into parts of at most `LONGEST` characters: the time that SQLite takes to mark the hits in a
    paragraph, and to rank it, grows with the square of their number, so that one line of five megabytes would hold up every search.
    """
    start = line.start
    while line.end - start > LONGEST:
        space = text.rfind(" ", start + LONGEST // 2, start + LONGEST)
        stop = space if space >= 0 else start + LONGEST
        yield Span(start, stop)
        start = stop
    yield Span(start, line.end)


def add(db: sa.Connection, found: Sequence[DocumentRecords]) -> None:
    """Index the paragraphs of some documents, each under its article."""
    head, first = next_id(db, "article_heads"), next_id(db, "paragraph_places")
    heads, stands, folded = list[tuple[Any, ...]](), list[tuple[Any, ...]](), list[tuple[Any, ...]]()
    for records in found:
        text, document = records.document.text, records.document.id
        next_head = head + len(heads)
        for span, kind, article in placed(records, next_head):
            number = first + len(stands)
            stands.append((number, document, span.start, span.end, kind, article))
            folded.append((number, fold(text[span.start : span.end])))
        heads += [(next_head + n, document, *head_of(article)) for n, article in enumerate(records.division.articles)]
    put(db, "article_heads (id, document, outlet, original_outlet, author, language, date)", heads)
    put(db, 'paragraph_places (id, document, start, "end", kind, article)', stands)
    put(db, "paragraphs (rowid, folded)", folded)


def placed(records: DocumentRecords, first: int) -> Iterator[tuple[Span, str, int]]:
    """The paragraphs of a document, each with its kind and the number of its article, counted from `first`; 0 for none.

    In a document of one article that is all which is not set aside, else what lies in a title or body.
    """
    articles = records.division.articles
    for segment in records.division.segments:
        known = 0 if segment.kind in ASIDE else first if len(articles) == 1 else None
        for span in paragraphs(records.document.text, segment):
            yield span, segment.kind, holder(articles, span, first) if known is None else known


def next_id(db: sa.Connection, table: str) -> int:
    """The first number that no row of the table has."""
    return int(db.exec_driver_sql(f"SELECT coalesce(max(id), 0) + 1 FROM {table}").scalar() or 1)


def put(db: sa.Connection, into: str, rows: Sequence[tuple[Any, ...]]) -> None:
    """Insert rows into the columns of a table."""
    if rows:
        db.exec_driver_sql(f"INSERT INTO {into} VALUES ({', '.join('?' * len(rows[0]))})", list(rows))


def head_of(article: Article) -> tuple[str | None, ...]:
    """What the fields of a search are compared with."""
    named = (value(article.outlet), value(article.original_outlet), value(article.author), article.language)
    return (*(None if name is None else plain(name) for name in named), value(article.published) or value(article.first_published))


def value(fact: Fact | None) -> str | None:
    """The value of a head fact, if it has one."""
    return None if fact is None else fact.value


def holder(articles: Sequence[Article], place: Span, first: int) -> int:
    """The number, counted from `first`, of the article in whose title or body a paragraph begins; 0 for none."""
    within = (
        n for n, article in enumerate(articles, first) if any(s.start <= place.start < s.end for s in (article.title, *article.body) if s)
    )
    return next(within, 0)


def forget(db: sa.Connection, document: str) -> None:
    """Take a document out of the index."""
    held = "SELECT id FROM paragraph_places WHERE document = ?"
    db.exec_driver_sql(f"DELETE FROM paragraphs WHERE rowid IN ({held})", (document,))
    for table in ("paragraph_places", "article_heads"):
        db.exec_driver_sql(f"DELETE FROM {table} WHERE document = ?", (document,))


def find(db: sa.Connection, words: str, limit: int) -> list[Hit]:
    """Paragraphs that hold the words and meet the fields, best first; in the order of the case where too many do, or for fields alone.

    Raises `QueryError` for a query that cannot be understood.
    """
    query = parse(words)
    condition, given = condition_of(query.filters)
    if not query.match and not query.filters:
        return []
    if query.match:
        order = "" if crowded(db, query.match) else "ORDER BY rank "
        statement = (
            f"SELECT rowid AS id, {'rank' if order else '0 AS rank'}, highlight(paragraphs, 0, char(2), char(3)) AS marked FROM paragraphs "
            f"WHERE paragraphs MATCH ?{condition.format('+paragraphs.rowid')} {order}LIMIT ?"
        )
        given = (query.match, *given)
    else:
        statement = (
            f"SELECT id, 0 AS rank, '' AS marked FROM paragraph_places WHERE 1{condition.format('paragraph_places.id')} ORDER BY id LIMIT ?"
        )
    rows = db.exec_driver_sql(statement, (*given, limit)).mappings().all()
    placed = {row["id"]: row for row in places_of(db, [row["id"] for row in rows])}
    ranked = sorted(rows, key=lambda row: (row["rank"], placed[row["id"]]["document"], placed[row["id"]]["start"]))
    return [hit({**placed[row["id"]], "marked": row["marked"]}) for row in ranked]


def crowded(db: sa.Connection, match: str) -> bool:
    """Whether so many paragraphs hold the words that ranking them would take long and tell little."""
    statement = "SELECT count(*) FROM (SELECT 1 FROM paragraphs WHERE paragraphs MATCH ? LIMIT ?)"
    return int(db.exec_driver_sql(statement, (match, RANKED + 1)).scalar() or 0) > RANKED


def places_of(db: sa.Connection, ids: Sequence[int]) -> list[Mapping[str, Any]]:
    """Where paragraphs stand, with their text."""
    query = (
        'SELECT p.id, p.document, p.start, p."end", p.kind, substr(d.text, p.start + 1, p."end" - p.start) AS text '
        "FROM paragraph_places p JOIN documents d ON d.id = p.document WHERE p.id IN (SELECT value FROM json_each(?))"
    )
    return [dict(row) for row in db.exec_driver_sql(query, (json.dumps(list(ids)),)).mappings()]


def count(db: sa.Connection, words: str) -> int:
    """How many paragraphs hold the words; counting stops at `COUNTED`.

    Raises `QueryError` for a query that cannot be understood.
    """
    query = parse(words)
    condition, given = condition_of(query.filters)
    if query.match:
        inner, given = f"SELECT 1 FROM paragraphs WHERE paragraphs MATCH ?{condition.format('+paragraphs.rowid')}", (query.match, *given)
    elif query.filters:
        inner = f"SELECT 1 FROM paragraph_places WHERE 1{condition.format('paragraph_places.id')}"
    else:
        return 0
    return int(db.exec_driver_sql(f"SELECT count(*) FROM ({inner} LIMIT ?)", (*given, COUNTED)).scalar() or 0)


def hit(row: Mapping[str, Any]) -> Hit:
    """A row of the index as a hit, its snippet cut from the text itself."""
    text, marks = unicodedata.normalize("NFC", row["text"]), hits(row["marked"])
    place = [*places(text), len(text)]
    spans = [(place[start], with_marks(text, place[end - 1] + 1)) for start, end in marks if start < end < len(place)]
    return Hit(row["document"], row["start"], row["end"], row["kind"], snippet(text, spans))


def with_marks(text: str, end: int) -> int:
    """The end of a hit, moved past the vowel signs that belong to its last letter."""
    while end < len(text) and unicodedata.combining(text[end]):
        end += 1
    return end


def hits(marked: str) -> list[tuple[int, int]]:
    """Where the marks of the index stand, in characters of the folded text."""
    before, *parts = marked.split(OPEN)
    found, at = [], len(before)
    for part in parts:
        words, _, rest = part.partition(CLOSE)
        found.append((at, at + len(words)))
        at += len(words) + len(rest)
    return found


def snippet(text: str, spans: list[tuple[int, int]]) -> str:
    """A piece of the text around the first hit, hits between [ and ], cut parts shown as …"""
    first = spans[0][0] if spans else 0
    begin, end = max(0, first - AROUND), min(len(text), first + AROUND)
    out, at = "…" if begin else "", begin
    for start, stop in spans:
        if at <= start and stop <= end:
            out += f"{text[at:start]}[{text[start:stop]}]"
            at = stop
    return out + text[at:end] + ("…" if end < len(text) else "")

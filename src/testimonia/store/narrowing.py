"""The fields of a search as conditions on paragraphs: whose article, by whom, when, in which language, in which file, who speaks there."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from typing import Any

from testimonia.store.folding import fold
from testimonia.store.query import Filter

HAS = "testimonia_has"
ASIDE = "('furniture', 'teaser', 'related')"
VALUE = "json_extract(a.{0}, '$.value')"
DATE = f"coalesce({VALUE.format('published')}, {VALUE.format('first_published')}, '')"
OF_ARTICLE = {
    "outlet": f"({HAS}({VALUE.format('outlet')}, ?) OR {HAS}({VALUE.format('original_outlet')}, ?))",
    "author": f"{HAS}({VALUE.format('author')}, ?)",
    "language": "(a.language = ? OR a.language LIKE ? || '-%')",
    "date": f"(substr({DATE}, 1, length(?)) >= ? AND substr({DATE}, 1, length(?)) <= ? AND {DATE} <> '')",
}
# The paragraphs of an article: all that is no furniture where its document holds no other, else those that lie in its title or body.
# CROSS JOIN keeps the order of the look-ups as written: first the few articles or names, then their paragraphs.
ARTICLE = (
    "WITH c AS MATERIALIZED (SELECT a.document, a.body, a.title_start, a.title_end, "
    "(SELECT count(*) FROM articles b WHERE b.document = a.document) AS held FROM articles a WHERE {0}) SELECT p.id FROM c "
    f"CROSS JOIN paragraph_places p ON p.document = c.document AND p.kind NOT IN {ASIDE} WHERE c.held = 1 "
    "OR p.start BETWEEN c.title_start AND c.title_end OR EXISTS (SELECT 1 FROM json_each(c.body) s "
    "WHERE p.start >= json_extract(s.value, '$[0]') AND p.start < json_extract(s.value, '$[1]'))"
)
FILE = f"SELECT p.id FROM document_paths f CROSS JOIN paragraph_places p ON p.document = f.document WHERE {HAS}(f.path, ?)"
KIND = "SELECT p.id FROM paragraph_places p WHERE p.kind = ?"
SPEAKER = (
    "SELECT p.id FROM entities e CROSS JOIN mention_entities m ON m.entity = e.id CROSS JOIN attributions t ON t.document = m.document AND "
    '((t.speaker_start = m.start AND t.speaker_end = m."end") OR (t.source_start = m.start AND t.source_end = m."end")) '
    "CROSS JOIN paragraph_places p ON p.document = t.document AND p.start <= coalesce(t.cue_start, t.source_start) "
    f'AND p."end" > coalesce(t.cue_start, t.source_start) WHERE {HAS}(e.name, ?) OR {HAS}(e.names, ?)'
)


def plain(text: str) -> str:
    """A text without case, accents and mixed letter forms."""
    if text.isascii():
        return text.casefold()
    apart = unicodedata.normalize("NFKD", fold(text))
    return "".join(char for char in apart if not unicodedata.combining(char)).casefold()


def has(text: Any, wanted: str) -> bool:
    """Whether a text holds what is wanted, which is plain already."""
    return isinstance(text, str) and wanted in plain(text)


def condition_of(filters: Iterable[Filter]) -> tuple[str, tuple[Any, ...]]:
    """The filters as SQL that begins with AND, the paragraph's id left open as `{}`, and what it is given."""
    conditions, given = [], []
    for one in filters:
        statement, values = paragraphs_of(one)
        conditions.append(f" AND {{0}} {'' if one.wanted else 'NOT '}IN ({statement})")
        given += values
    return "".join(conditions), tuple(given)


def paragraphs_of(one: Filter) -> tuple[str, list[str]]:
    """The paragraphs that meet a filter, as SQL with what it is given."""
    wanted = plain(one.value)
    if one.field == "date":
        low, dots, high = one.value.partition("..")
        high = high if dots else low
        return ARTICLE.format(OF_ARTICLE["date"]), [low, low, high or "9999", high or "9999"]
    if one.field in OF_ARTICLE:
        return ARTICLE.format(OF_ARTICLE[one.field]), [wanted] * OF_ARTICLE[one.field].count("?")
    statement = {"file": FILE, "kind": KIND, "speaker": SPEAKER}[one.field]
    return statement, [wanted] * statement.count("?")

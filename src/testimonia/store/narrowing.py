"""The fields of a search as conditions on paragraphs: whose article, by whom, when, in which language, in which file, who speaks there."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from testimonia.base.scripts import unmarked
from testimonia.store.folding import fold
from testimonia.store.query import Filter

HAS = "testimonia_has"
OF_ARTICLE = {
    "outlet": "instr(outlet, ?) OR instr(original_outlet, ?)",
    "author": "instr(author, ?)",
    "language": "language = ? OR language LIKE ? || '-%'",
    "date": "substr(date, 1, length(?)) >= ? AND substr(date, 1, length(?)) <= ?",
}
ARTICLE = "(SELECT own.article FROM paragraph_places own WHERE own.id = {0})"  # of a paragraph
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
    return unmarked(fold(text)).casefold()


def has(text: Any, wanted: str) -> bool:
    """Whether a text holds what is wanted, which is plain already."""
    return isinstance(text, str) and wanted in plain(text)


def condition_of(filters: Iterable[Filter]) -> tuple[str, tuple[Any, ...]]:
    """The filters as SQL that begins with AND, the paragraph's id left open as `{0}`, and what it is given."""
    conditions, given = [], []
    for one in filters:
        what, statement, values = among(one)
        conditions.append(f" AND {what} {'' if one.wanted else 'NOT '}IN ({statement})")
        given += values
    return "".join(conditions), tuple(given)


def among(one: Filter) -> tuple[str, str, list[str]]:
    """What must be among what, to meet a filter: the article of a paragraph or the paragraph itself; as SQL, with what it is given."""
    wanted = plain(one.value)
    if one.field == "date":
        low, dots, high = one.value.partition("..")
        high = high if dots else low
        return ARTICLE, heads("date"), [low, low, high or "9999", high or "9999"]
    if one.field in OF_ARTICLE:
        return ARTICLE, heads(one.field), [wanted] * OF_ARTICLE[one.field].count("?")
    statement = {"file": FILE, "kind": KIND, "speaker": SPEAKER}[one.field]
    return "{0}", statement, [wanted] * statement.count("?")


def heads(field: str) -> str:
    """The articles that meet a condition on a field, as SQL."""
    return f"SELECT id FROM article_heads WHERE {OF_ARTICLE[field]}"

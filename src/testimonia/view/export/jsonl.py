"""The interchange form: one JSON Lines file a table, rows sorted, keys sorted, the same bytes for the same case."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import testimonia
from testimonia.base.codec import dump
from testimonia.base.documents import Article, Fact
from testimonia.store import Case, shown

FORMAT_VERSION = 1
Row = dict[str, Any]


def span_of(record: Any) -> tuple[str, int, int]:
    """The place of a row without an id."""
    return (record.document, record.start, record.end)


def fact(value: Fact | None, key: str) -> Row | None:
    """A head fact as `{"name" | "value", "span"}`."""
    return None if value is None else {key: value.value, "span": dump(value.span)}


def documents(case: Case) -> Iterator[Row]:
    """The documents."""
    for document in case.documents():
        yield {
            "id": document.id,
            "path": document.paths[0] if document.paths else None,
            "paths": list(document.paths),
            "sha256": document.sha256,
            "media_type": document.media_type,
            "chars": len(document.text),
            "language": document.language,
            "encoding": document.encoding,
        }


def article_row(article: Article) -> Row:
    """One article."""
    named = ("author", "outlet", "original_outlet", "translator", "section")
    dated = ("published", "first_published")
    return {
        "id": article.id,
        "document": article.document,
        "title": dump(article.title),
        "body": dump(article.body),
        "language": article.language,
        "urls": [fact(url, "value") for url in article.urls],
        **{name: fact(getattr(article, name), "name") for name in named},
        **{name: fact(getattr(article, name), "value") for name in dated},
    }


def mentions(case: Case) -> Iterator[Row]:
    """The mentions that refer to an entity."""
    entity = {span_of(link): link.entity for link in case.records("mention_entities")}
    for mention in (*case.records("mentions"), *case.records("asides")):
        yield {
            "document": mention.document,
            "start": mention.start,
            "end": mention.end,
            "entity": entity.get(span_of(mention)),
            "form": mention.form,
        }


def attributions(case: Case) -> Iterator[Row]:
    """The attributions, each with the entity of its speaker: of the name that the source stands for, else of the source itself."""
    entity = {span_of(link): link.entity for link in case.records("mention_entities")}
    for record in case.records("attributions"):
        named = record.speaker or record.source
        speaker = entity.get((record.document, *named)) if named is not None else None
        yield dump(record) | {"speaker": speaker, "speaker_span": dump(record.speaker)}


def citations(case: Case) -> Iterator[Row]:
    """The citations, in their order in each document."""
    for record in case.records("citations"):
        yield dump(record)


def plain(case: Case, table: str) -> Iterator[Row]:
    """A table as its records are."""
    return (dump(record) for record in case.records(table))


def tables(case: Case) -> dict[str, Iterable[Row]]:
    """Every table of the interchange form."""
    return {
        "documents": documents(case),
        "segments": plain(case, "segments"),
        "articles": (article_row(article) for article in case.records("articles")),
        "entities": plain(case, "entities"),
        "mentions": mentions(case),
        "attributions": attributions(case),
        "citations": citations(case),
        **{
            name: plain(case, name)
            for name in (
                "quantities",
                "times",
                "reuse",
                "stemma",
                "origins",
                "disagreements",
                "namings",
                "claims",
                "relations",
                "findings",
                "shifts",
            )
        },
    }


def order(row: Row) -> tuple[Any, ...]:
    """Rows by id, or by document and place, or by all they hold."""
    if "id" in row:
        return (str(row["id"]),)
    if "start" in row:
        return (row["document"], row["start"], row["end"], json.dumps(row, sort_keys=True))
    if "index" in row:
        return (row["document"], row["index"])
    return (json.dumps(row, sort_keys=True),)


def export_jsonl(case: Case, out: Path) -> dict[str, int]:
    """Write every table to `out`; the row counts. Existing files of these names are replaced; whoever is protected has a pseudonym."""
    with shown(case) as open_to_all:
        return write_tables(open_to_all, out)


def write_tables(case: Case, out: Path) -> dict[str, int]:
    """Write every table of a case that may be shown."""
    (out / "text").mkdir(parents=True, exist_ok=True)
    counts: dict[str, int] = {}
    for name, rows in tables(case).items():
        listed = sorted(rows, key=order)
        counts[name] = len(listed)
        write(out / f"{name}.jsonl", (line(row) for row in listed))
    for document, text in case.texts():
        (out / "text" / f"{document}.txt").write_bytes(text.encode("utf-8"))
    manifest = {"format_version": FORMAT_VERSION, "program": testimonia.__version__, "rows": counts}
    write(out / "manifest.json", [json.dumps(manifest, indent=1, sort_keys=True) + "\n"])
    return counts


def line(row: Row) -> str:
    """One row as a line."""
    return json.dumps(row, ensure_ascii=False, sort_keys=True) + "\n"


def write(path: Path, pieces: Iterable[str]) -> None:
    """Write UTF-8 without newline translation."""
    with path.open("w", encoding="utf-8", newline="") as stream:
        stream.writelines(pieces)

"""A small case in memory, as a linker sees it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import fields
from typing import Any

import pyarrow as pa

from testimonia.base.decisions import Decision
from testimonia.base.documents import Article, Citation, Fact
from testimonia.base.extractions import Alias, Mention
from testimonia.base.spans import Span


class Memory:
    """Tables held in memory; `tell` adds an article given as (name, type) mentions."""

    def __init__(self) -> None:
        self.tables: dict[str, list[Any]] = {
            name: [] for name in ("articles", "mentions", "asides", "aliases", "attributions", "decisions", "citations")
        }

    def tell(self, *named: tuple[str, str], language: str = "en", stands_for: dict[int, int] | None = None) -> list[Mention]:
        """Add an article with these names in a row; `stands_for` gives for a mention the number of its antecedent."""
        ident = f"a{len(self.tables['articles']):03}"
        document, at = "d" + ident[1:], 0
        spans = []
        for name, _ in named:
            spans.append(Span(at, at + len(name)))
            at += len(name) + 2
        mentions = []
        for number, (name, kind) in enumerate(named):
            target = (stands_for or {}).get(number)
            mentions.append(Mention(document, ident, *spans[number], name, kind, antecedent=None if target is None else spans[target]))
        self.tables["articles"].append(Article(ident, document, (Span(0, at),), language=language))
        self.tables["mentions"] += mentions
        return mentions

    def alias(self, name: Mention, alias: Mention, kind: str = "acronym") -> None:
        """Add a declared alias."""
        self.tables["aliases"].append(Alias(name.document, name.article, Span(name.start, name.end), Span(alias.start, alias.end), kind))

    def rule(self, kind: str, a: str, b: str, **more: Any) -> Decision:
        """Add a decision."""
        decision = Decision(f"x{len(self.tables['decisions']):03}", kind, "entities", (a, b), **more)
        self.tables["decisions"].append(decision)
        return decision

    def records(self, table: str, **equal: Any) -> Iterator[Any]:
        return iter(self.tables.get(table, []))

    def arrow(self, table: str, columns: Sequence[str] | None = None) -> pa.Table:
        kind = {"mentions": Mention, "asides": Mention, "aliases": Alias, "articles": Article, "citations": Citation}[table]
        rows = [flat(record) for record in self.tables[table]]
        names = list(columns) if columns is not None else list(flat_names(kind))
        return pa.table({name: pa.array([row.get(name) for row in rows], arrow_type(name)) for name in names})

    def texts(self) -> Iterator[tuple[str, str]]:
        return iter(())

    def text(self, document: str) -> str:
        return ""

    def paths(self) -> dict[str, tuple[str, ...]]:
        return {}


def arrow_type(name: str) -> pa.DataType:
    if name.endswith(("start", "end")):
        return pa.int64()
    return pa.bool_() if name in ("metonym", "locative", "scare") else pa.string()


def flat_names(kind: type) -> list[str]:
    return [field.name for field in fields(kind)]


def flat(record: Any) -> dict[str, Any]:
    """A record as a row: a span in two columns, lists as JSON."""
    row: dict[str, Any] = {}
    for field in fields(record):
        value = getattr(record, field.name)
        if isinstance(value, Span):
            row[f"{field.name}_start"], row[f"{field.name}_end"] = value
        elif isinstance(value, Fact):
            row[field.name] = json.dumps({"value": value.value})
        elif isinstance(value, tuple):
            row[field.name] = json.dumps([list(item) if isinstance(item, tuple) else str(item) for item in value])
        else:
            row[field.name] = value
    return row

"""Namings: which names each article uses for an entity, how often, in whose mouth, and whether the name is loaded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import daft
from daft import col, lit

from testimonia.base.links import Naming
from testimonia.link.namings.loading import loading
from testimonia.link.namings.voices import quoted
from testimonia.link.tables import Tables

ARTICLES = ("the", "a", "an", "this", "these", "that", "those")
MENTIONS = ("document", "article", "start", "end", "name", "type", "form", "determiner", "scare")


def link_namings(tables: Tables) -> Mapping[str, Iterable[Any]]:
    """The namings of a case, counted by entity, name, article and voice."""
    mentions = tables.arrow("mentions", MENTIONS)
    voiced = daft.from_arrow(mentions.append_column("other", quoted(mentions, tables.arrow("attributions", ("document", "content")))))
    entities = daft.from_arrow(tables.arrow("mention_entities", ("document", "start", "end", "entity")))
    languages = daft.from_arrow(tables.arrow("articles", ("id", "language"))).select(col("id").alias("article"), col("language"))
    known = voiced.where(col("form") != lit("pronoun")).join(entities, on=["document", "start", "end"])
    named = known.join(languages, on="article", how="left")
    grouped = named.groupby("entity", "name", "article", "form", "determiner", "scare", "other", "language").agg(
        col("start").count().alias("count"), col("type").min().alias("type")
    )
    rows = grouped.sort(["entity", "article", "name", "form", "determiner", "scare", "other"]).to_arrow()
    return {"namings": merged(row for batch in rows.to_batches() for row in batch.to_pylist())}


def merged(rows: Iterable[dict[str, Any]]) -> Iterator[Naming]:
    """One naming for each entity, name, article and voice; a form with its article beside the bare name that it is counted in."""
    counts: dict[tuple[str, str, str, str], int] = {}
    made: dict[tuple[str, str, str, str], Naming] = {}
    for row in rows:
        for name, bare in forms(row):
            voice = "other" if row["other"] or row["scare"] else "own"
            key = (row["entity"], name, row["article"], voice)
            counts[key] = counts.get(key, 0) + row["count"]
            kind, word = loading(bare or name, row["language"], row["form"] == "name" and row["type"] != "person")
            reason = f"the word “{word}”" if word else ""
            if row["scare"]:
                reason = "; ".join(filter(None, (reason, "in quotation marks of distance")))
            made.setdefault(key, Naming(*key[:3], 0, kind, voice, reason, bare))
    for key in sorted(made):
        naming = made[key]
        yield Naming(naming.entity, naming.name, naming.article, counts[key], naming.loading, naming.voice, naming.reason, naming.bare)


def forms(row: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """The forms under which a mention is counted: the bare name, and with its article beside it (which names the bare one)."""
    name = row["name"]
    if row["form"] == "name":
        yield name, ""
        if row["determiner"]:
            yield f"{row['determiner']} {name}", name
        return
    first, _, rest = name.partition(" ")
    if rest and (first.casefold() in ARTICLES or first[:1].isdigit()):
        yield rest, ""
        yield name, rest
    else:
        yield name, ""

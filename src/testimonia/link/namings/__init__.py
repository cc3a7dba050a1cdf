"""Namings: which names each article uses for an entity, how often, in whose mouth, and whether the name is loaded."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any

import daft
import pyarrow as pa
import pyarrow.compute as pc
from daft import col, lit

from testimonia.base.links import Naming
from testimonia.link.entities.forms import listed, shed, with_article
from testimonia.link.namings.loading import NONE, Rulings, loading, on_the_map, ruled_words, surname
from testimonia.link.namings.voices import quoted
from testimonia.link.tables import Tables

BATCH = 2000  # rows that are held as Python's objects at a time
POINTING = listed("pointing")
MENTIONS = ("document", "article", "start", "end", "name", "type", "form", "determiner", "scare")


def link_namings(tables: Tables) -> Mapping[str, Iterable[Any]]:
    """The namings of a case, counted by entity, name, article and voice."""
    mentions = pa.concat_tables([tables.arrow("mentions", MENTIONS), homed(tables)])
    voiced = daft.from_arrow(mentions.append_column("other", quoted(mentions, tables.arrow("attributions", ("document", "content")))))
    aside = daft.from_arrow(tables.arrow("asides", ("document", "start", "end"))).with_column("aside", lit(True))
    entities = daft.from_arrow(tables.arrow("mention_entities", ("document", "start", "end", "entity")))
    languages = daft.from_arrow(tables.arrow("articles", ("id", "language"))).select(col("id").alias("article"), col("language"))
    known = voiced.where(col("form") != lit("pronoun")).join(entities, on=["document", "start", "end"])
    named = known.join(languages, on="article", how="left").join(aside, on=["document", "start", "end"], how="left")
    named = named.with_columns(
        {"aside": col("aside").fill_null(lit(False)), "language": col("language").fill_null(lit(""))}
    )  # nulls group slowly
    grouped = named.groupby("entity", "name", "article", "form", "determiner", "scare", "other", "aside", "language").agg(
        col("start").count().alias("count"), col("type").min().alias("type")
    )
    rows = grouped.sort(["entity", "article", "name", "form", "determiner", "scare", "other", "aside"]).to_arrow()
    ruled = ruled_words(tables.records("decisions"))
    return {"namings": merged((row for batch in rows.to_batches(BATCH) for row in batch.to_pylist()), ruled)}


def homed(tables: Tables) -> pa.Table:
    """The mentions outside of all articles, each beside the article that ends last before it, or the first of its page."""
    rows = tables.arrow("articles", ("id", "document", "body")).to_pylist()
    ends: dict[str, list[tuple[int, str]]] = {}
    for row in rows:
        ends.setdefault(row["document"], []).append((max((end for _, end in json.loads(row["body"])), default=0), row["id"]))
    for ordered in ends.values():
        ordered.sort()
    asides = tables.arrow("asides", MENTIONS)
    beside = [nearest(ends.get(row["document"], ()), row["start"]) for row in asides.select(["document", "start"]).to_pylist()]
    at = asides.schema.get_field_index("article")
    placed = asides.set_column(at, asides.schema.field("article"), pa.array(beside, pa.string()))
    return placed.filter(pc.not_equal(placed["article"], ""))


def nearest(ends: Sequence[tuple[int, str]], start: int) -> str:
    """The article that ends last before a place, else the first; nothing on a page without articles."""
    before = [article for end, article in ends if end <= start]
    return before[-1] if before else ends[0][1] if ends else ""


def merged(rows: Iterable[dict[str, Any]], ruled: Rulings = NONE) -> Iterator[Naming]:
    """The namings of each entity; the rows come sorted by entity, so that those of one are held at a time."""
    for _, of_one in groupby(rows, key=itemgetter("entity")):
        yield from of_entity(of_one, ruled)


def of_entity(rows: Iterable[dict[str, Any]], ruled: Rulings) -> Iterator[Naming]:
    """One naming for each name, article and voice; a form with its article beside the bare name that it is counted in."""
    counts: dict[tuple[str, str, str, str], int] = {}
    made: dict[tuple[str, str, str, str], Naming] = {}
    for row in rows:
        for name, bare in forms(row):
            voice = "aside" if row["aside"] else "other" if row["other"] or row["scare"] else "own"
            key = (row["entity"], name, row["article"], voice)
            counts[key] = counts.get(key, 0) + row["count"]
            kind, word = read(bare or name, row, ruled)
            if kind == "neutral" and bare and row["form"] != "name":
                kind, word = read(name, row, ruled)  # "our lion"
            reason = f"the word “{word}”" if word else ""
            if row["scare"]:
                reason = "; ".join(filter(None, (reason, "in quotation marks of distance")))
            made.setdefault(key, Naming(*key[:3], 0, kind, voice, reason, bare))
    for key in sorted(made):
        naming = made[key]
        yield Naming(naming.entity, naming.name, naming.article, counts[key], naming.loading, naming.voice, naming.reason, naming.bare)


def read(name: str, row: dict[str, Any], ruled: Rulings) -> tuple[str, str]:
    """The loading of a name as it stands in a row, and the word that makes it."""
    proper = row["form"] == "name"
    if proper and on_the_map(name, row["language"]):
        return "neutral", ""
    if proper and row["type"] == "person" and surname(name, row["language"], ruled):
        return "neutral", ""
    return loading(name, row["language"], proper and row["type"] != "person", ruled)


def forms(row: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """The forms under which a mention is counted: the bare name, and with its article beside it (which names the bare one)."""
    name = row["name"]
    if row["form"] == "name":
        yield name, ""
        if row["determiner"]:
            yield with_article(row["determiner"], name), name
        return
    bare = name
    while " " in bare and passed_over(bare.partition(" ")[0]):
        bare = bare.partition(" ")[2]
    yield bare, ""
    if bare != name:
        yield name, bare


def passed_over(word: str) -> bool:
    """Whether a word before a noun names nothing: an article, a figure, "some", "simple"."""
    folded = word.casefold()
    return folded in POINTING or word[:1].isdigit() or folded in shed()

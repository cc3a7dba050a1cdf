"""The case's mentions as data frames, and from them the distinct names with what is counted of each (Daft).

A *unit* is what one mention says of whom it means, inside its article: `n:` and the name that it is or stands for, or `d:` and a
description's head, content words and qualifier. Everything after this module works on distinct units, not on mentions.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import daft
import numpy as np
import pyarrow as pa
from daft import col, lit
from daft.functions import coalesce, when

from testimonia.base.decisions import standing
from testimonia.link.entities.ahead import left_to_the_case
from testimonia.link.entities.forms import normal
from testimonia.link.entities.judging import MOST, Scores, place_scores
from testimonia.link.entities.surroundings import around
from testimonia.link.tables import Tables

COLUMNS = (
    "document", "article", "start", "end", "name", "type", "form", "antecedent_start", "antecedent_end", "candidates",
    "metonym", "locative", "shown", "determiner", "head", "gist", "qualifier_start", "qualifier_end",
)  # fmt: skip
HEAD = {"author": "person", "translator": "person", "outlet": "organisation", "original_outlet": "organisation"}
WORK = {"author": "person", "outlet": "organisation", "title": "work"}
PLACE = ("document", "start", "end")
Rows = list[dict[str, Any]]
Around = dict[str, tuple[tuple[float, ...], int]]


@dataclass(frozen=True)
class Gathered:
    """`mentions`: one row a mention with its `own` unit and the `unit` that it resolves to; the rest are counts over the case.

    `around` has for each name the summed scores of its first places (`judging.py`) and how many these are.
    """

    mentions: daft.DataFrame
    own: Rows
    used: Rows
    aliases: Rows
    around: Around


def gather(tables: Tables) -> Gathered:
    """The frames of a case."""
    inside, aside = tables.arrow("mentions", COLUMNS), tables.arrow("asides", COLUMNS)
    plain = daft.from_arrow(pa.concat_tables([marked(inside, False), marked(aside, True)]))
    languages = daft.from_arrow(tables.arrow("articles", ("id", "language"))).select(col("id").alias("article"), col("language"))
    units = left_to_the_case(ruled_apart(resolved(with_units(plain)), tables), tables).exclude("antecedent_start", "antecedent_end")
    mentions = units.join(languages, on="article", how="left").collect()
    own = (
        mentions.where(col("own").not_null())
        .groupby("own", "type", "metonym", "locative", "shown", "language", "aside")
        .agg(col("start").count().alias("count"))
    )
    used = (
        mentions.where(col("unit").not_null() & (col("form") != lit("pronoun")))
        .groupby("unit", "name", "form", "determiner", "head", "gist")
        .agg(col("start").count().alias("count"))
    )
    facts = fact_rows(tables)
    return Gathered(mentions, [*listed(own), *facts], [*listed(used), *facts], alias_rows(tables, mentions), around_names(mentions, tables))


def around_names(mentions: daft.DataFrame, tables: Tables) -> Around:
    """What stands around each name in the first few places where it is used, in the order of the documents."""
    named = mentions.where((col("form") == lit("name")) & ~col("aside"))
    columns = ("document", "start", "end", "own", "language")
    rows = named.select(*map(col, columns)).sort(["own", "document", "start"]).to_arrow()
    own = rows.column("own").combine_chunks().dictionary_encode().indices.to_numpy()
    first = np.flatnonzero(np.r_[True, own[1:] != own[:-1]]) if len(own) else np.empty(0, np.int64)
    rank = np.arange(len(own)) - np.repeat(first, np.diff(np.r_[first, len(own)]))
    places: dict[str, Rows] = defaultdict(list)
    for row in rows.filter(pa.array(rank < MOST)).to_pylist():
        places[row["document"]].append(row)
    found: dict[str, tuple[Scores, int]] = {}
    for document, text in tables.texts() if places else ():
        for row in places.get(document, ()):
            total, count = found.get(row["own"], (0.0, 0))
            found[row["own"]] = (total + place_scores(around(text, row["start"], row["end"], row["language"])), count + 1)
    return {unit: (tuple(map(float, total)), count) for unit, (total, count) in sorted(found.items())}


def marked(mentions: pa.Table, aside: bool) -> pa.Table:
    """The mentions with a column that says whether they stand outside of all articles."""
    return mentions.append_column("aside", pa.array([aside] * mentions.num_rows, pa.bool_()))


def fact_rows(tables: Tables) -> Rows:
    """The names that the heads of articles and the notes give: who wrote, translated and published, each as its own unit."""
    counted: Counter[tuple[str, str, str]] = Counter()
    for row in tables.arrow("articles", ("language", *HEAD)).to_pylist():
        for field, kind in HEAD.items():
            if row[field]:
                counted[(json.loads(row[field])["value"], kind, row["language"] or "")] += 1
    for name, kind in cited(tables):
        counted[(name, kind, "")] += 1
    same = {
        "aside": False,
        "fact": True,
        "metonym": False,
        "locative": False,
        "shown": "",
        "form": "name",
        "determiner": "",
        "head": "",
        "gist": "",
    }
    return [
        {"own": f"n:{name}", "unit": f"n:{name}", "name": name, "type": kind, "language": language, "count": count, **same}
        for (name, kind, language), count in sorted(counted.items())
    ]


def cited(tables: Tables) -> Iterator[tuple[str, str]]:
    """The names that notes give, with their types; an author also as the note writes it, surname first."""
    rows = tables.arrow("citations", ("document", "work")).to_pylist()
    texts = {document: tables.text(document) for document in sorted({row["document"] for row in rows})}
    for row in rows:
        work = json.loads(row["work"]) if row["work"] else {}
        for field, kind in WORK.items():
            name = work.get(field)
            if not name or (kind != "work" and not named(name)):
                continue
            yield name, kind
            given, _, surname = name.rpartition(" ")
            if field == "author" and given and f"{surname}, {given}" in texts[row["document"]]:
                yield f"{surname}, {given}", kind


def named(value: str) -> bool:
    """Whether what a note gives for an author or an outlet can be a name: a capital first, and no figures."""
    return value[:1].isalpha() and not value[:1].islower() and not any(map(str.isdigit, value))


def listed(frame: daft.DataFrame) -> Rows:
    """The rows of a small frame, in an order that does not depend on the engine."""
    rows: Rows = frame.to_arrow().to_pylist()
    return sorted(rows, key=lambda row: tuple(str(value) for value in row.values()))


def with_units(plain: daft.DataFrame) -> daft.DataFrame:
    """Each mention's own unit: its name, or for a description its head, content words and the name that qualifies it."""
    qualifier = plain.where(col("form") == lit("name")).select(
        col("document"), col("start").alias("qualifier_start"), col("end").alias("qualifier_end"), col("name").alias("qualifier")
    )
    joined = plain.join(qualifier, on=["document", "qualifier_start", "qualifier_end"], how="left")
    single = when(col("type") == lit("person"), lit("1")).otherwise(lit(""))  # one leader is not the leaders
    described = lit("d:") + col("head") + single + lit("|") + col("gist") + lit("|") + col("qualifier").fill_null("")
    named = lit("n:") + col("name")
    own = when(col("form") == lit("name"), named).when(col("head") != lit(""), described)
    return joined.with_column("own", own).exclude("qualifier", "qualifier_start", "qualifier_end")


def resolved(mentions: daft.DataFrame) -> daft.DataFrame:
    """Each mention with the unit that it stands for in its article: that of its antecedent, else its own."""
    target = mentions.select(
        col("document"), col("start").alias("antecedent_start"), col("end").alias("antecedent_end"), col("own").alias("target")
    )
    joined = mentions.join(target, on=["document", "antecedent_start", "antecedent_end"], how="left")
    return joined.with_column("unit", coalesce(col("target"), col("own"))).exclude("target")


def ruled_apart(mentions: daft.DataFrame, tables: Tables) -> daft.DataFrame:
    """The mentions; what the analyst ruled not to be the one that its article lets it stand for stands for itself again."""
    rulings = [one for one in standing(tables.records("decisions")) if one.table == "entities" and one.kind == "different"]
    pairs = {frozenset(map(normal, one.targets)) for one in rulings}
    linked = (col("form") != lit("pronoun")) & col("own").not_null() & (col("own") != col("unit"))
    rows = mentions.where(linked).select(*map(col, ("name", "own", "unit"))).distinct().to_arrow().to_pylist() if pairs else []
    apart = [row for row in rows if frozenset((normal(row["name"]), normal(row["unit"].removeprefix("n:")))) in pairs]
    if not apart:
        return mentions
    ruled = daft.from_arrow(pa.Table.from_pylist([{**row, "apart": True} for row in apart]))
    held = mentions.join(ruled, on=["name", "own", "unit"], how="left")
    return held.with_column("unit", when(col("apart").not_null(), col("own")).otherwise(col("unit"))).exclude("apart")


def alias_rows(tables: Tables, mentions: daft.DataFrame) -> Rows:
    """The declared aliases as pairs of units, with how often each is declared."""
    aliases = tables.arrow("aliases", ("document", "name_start", "name_end", "alias_start", "alias_end", "kind"))
    if aliases.num_rows == 0:
        return []
    units = mentions.select(*map(col, PLACE), col("own"), col("unit"))
    first = units.select(col("document"), col("start").alias("name_start"), col("end").alias("name_end"), col("unit").alias("a"))
    second = units.select(col("document"), col("start").alias("alias_start"), col("end").alias("alias_end"), col("own").alias("b"))
    joined = (
        daft.from_arrow(aliases)
        .join(first, on=["document", "name_start", "name_end"])
        .join(second, on=["document", "alias_start", "alias_end"])
    )
    return listed(joined.groupby("a", "b", "kind").agg(col("document").count().alias("count")))


def mapped(mentions: daft.DataFrame, entity_of: dict[str, str]) -> daft.DataFrame:
    """Each resolved mention with its entity: by its unit, or by candidates that all turned out to be one entity."""
    units = sorted(entity_of)
    table = daft.from_arrow(pa.table({"unit": pa.array(units, pa.large_string()), "entity": [entity_of[unit] for unit in units]}))
    return mentions.join(table, on="unit", how="inner").select(*map(col, (*PLACE, "article", "name", "form", "entity", "candidates")))


def undecided(mentions: daft.DataFrame, entity_of: dict[str, str]) -> dict[tuple[str, int, int], str]:
    """The entity of the mentions whose candidates all became one entity by the links of the whole case."""
    open_ones = mentions.where(col("candidates") != lit("[]")).select(*map(col, (*PLACE, "candidates"))).to_arrow()
    if open_ones.num_rows == 0:
        return {}
    asked: dict[str, list[Any]] = {"document": [], "start": [], "end": [], "c_start": [], "c_end": []}
    for row in open_ones.to_pylist():
        for start, end in json.loads(row["candidates"]):
            for key, value in zip(asked, (row["document"], row["start"], row["end"], start, end), strict=True):
                asked[key].append(value)
    target = mentions.where(col("unit").not_null()).select(
        col("document"), col("start").alias("c_start"), col("end").alias("c_end"), col("unit")
    )
    rows = daft.from_arrow(pa.table(asked)).join(target, on=["document", "c_start", "c_end"], how="left").to_arrow().to_pylist()
    found: dict[tuple[str, int, int], set[str | None]] = {}
    for row in rows:
        found.setdefault((row["document"], row["start"], row["end"]), set()).add(entity_of.get(row["unit"] or ""))
    return {place: next(iter(held)) or "" for place, held in found.items() if len(held) == 1 and None not in held}

"""A surname ahead of the only full name of its article that fits, where the case knows somebody else of that surname as well.

Who is introduced only later was not meant before: the writer took the other for known ("Minister X signed … his cousin, Ana X"). Such
uses are left to the whole case, which joins them when one person only can be meant and else shows the candidates.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import Any

import daft
import pyarrow as pa
from daft import col, lit
from daft.functions import when

from testimonia.link.entities.compare import FULL, alike
from testimonia.link.entities.forms import normal
from testimonia.link.tables import Tables

BESIDE = 2  # characters between a description and the name that it stands beside
Use = dict[str, Any]


def left_to_the_case(mentions: daft.DataFrame, tables: Tables) -> daft.DataFrame:
    """The mentions; those that mean somebody by a surname ahead of a namesake no better known get the surname for their `unit`."""
    asked = ahead(mentions)
    titles = {row["id"]: row["title_end"] for row in tables.arrow("articles", ("id", "title_end")).to_pylist()} if asked else {}
    people = bearers(mentions) if asked else {}
    first: dict[tuple[str, int], Use] = {}
    for use in asked:
        headed = use["start"] < (titles.get(use["article"]) or 0)  # a title may call somebody by what the text explains
        if not headed and as_well_known(use, people):
            first.setdefault((use["document"], use["antecedent_start"]), use)
    if not first:
        return mentions
    columns = {"document": "document", "antecedent_start": "antecedent_start", "from": "end", "surname": "own"}
    found = pa.table({column: [use[key] for use in first.values()] for column, key in columns.items()})
    held = mentions.join(daft.from_arrow(found), on=["document", "antecedent_start"], how="left")
    before = col("surname").not_null() & (col("end") >= col("from")) & (col("end") + lit(BESIDE) < col("antecedent_start"))
    return held.with_column("unit", when(before, col("surname")).otherwise(col("unit"))).exclude("from", "surname")


def ahead(mentions: daft.DataFrame) -> list[Use]:
    """The single names that stand for a name behind them, in the order of the text."""
    behind = (col("form") == lit("name")) & (col("antecedent_start") >= col("end")) & ~col("name").contains(" ")
    rows: list[Use] = (
        mentions.where(behind)
        .select(*map(col, ("document", "article", "start", "end", "own", "unit", "antecedent_start")))
        .to_arrow()
        .to_pylist()
    )
    return sorted(rows, key=lambda row: (row["document"], row["start"], row["end"]))


def bearers(mentions: daft.DataFrame) -> dict[str, Counter[tuple[str, ...]]]:
    """How often the case names each person in full, by the last word of the name."""
    people = mentions.where((col("form") == lit("name")) & (col("type") == lit("person")) & col("name").contains(" "))
    found: dict[str, Counter[tuple[str, ...]]] = defaultdict(Counter)
    for row in people.groupby("name").agg(col("start").count().alias("count")).to_arrow().to_pylist():
        words = tuple(normal(row["name"]).split())
        if len(words) in FULL:
            found[words[-1]][words] += row["count"]
    return found


def as_well_known(use: Use, people: dict[str, Counter[tuple[str, ...]]]) -> bool:
    """Whether somebody else of that surname is named in full at least as often as the one who is introduced later."""
    here = tuple(normal(use["unit"].removeprefix("n:")).split())
    named = people.get(normal(use["own"].removeprefix("n:")), Counter())
    return here in named and any(count >= named[here] for words, count in named.items() if not alike(here, words))

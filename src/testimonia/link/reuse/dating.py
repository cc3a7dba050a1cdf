"""When each article was posted, as far as the page or the user says. A date is a claim: it orders copies, it does not prove them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable

from testimonia.base.documents import Article
from testimonia.link.tables import Tables

ISO = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


def dates(tables: Tables, articles: Iterable[Article]) -> dict[str, str]:
    """The ISO date of each article's post, where one is known; a document's metadata stands in for a page that does not say."""
    given = hinted(tables)
    found = {}
    for article in articles:
        value = article.published.value if article.published else given.get(article.document, "")
        match = ISO.match(value)
        if match:
            found[article.id] = match.group()
    return found


def before(one: str, other: str) -> bool:
    """Whether an ISO date lies before another, as far as both are given."""
    size = min(len(one), len(other))
    return bool(size) and one[:size] < other[:size]


def hinted(tables: Tables) -> dict[str, str]:
    """The date of post that came with each document, the user's word first."""
    table = tables.arrow("documents", ["id", "hints"])
    found: dict[str, str] = {}
    for document, raw in zip(table["id"].to_pylist(), table["hints"].to_pylist(), strict=True):
        said = [hint for hint in json.loads(raw or "[]") if hint["field"] == "published"]
        said.sort(key=lambda hint: hint["origin"] != "metadata.csv")
        if said:
            found[document] = said[0]["value"]
    return found

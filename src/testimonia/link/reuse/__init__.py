"""Linking: reuse, stemma, origins."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from testimonia.base.ids import row_id
from testimonia.base.links import Origin
from testimonia.link.tables import Tables


def link_reuse(tables: Tables) -> Mapping[str, Iterable[Any]]:
    """Rows by table name."""
    return {"origins": (Origin(row_id("o", article.id), (article.id,)) for article in tables.records("articles"))}

"""What the names of a document stand for, as one number."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pyarrow as pa

from testimonia.link.disagree.naming import stands_for

MENU = [("d9", 0, 5, "e2")]
ARTICLE = [("d1", 0, 5, "e1"), ("d1", 9, 14, "e2")]


class Mentions:
    def __init__(self, rows: Sequence[tuple[str, int, int, str]]) -> None:
        self.rows = rows

    def arrow(self, table: str, columns: Sequence[str]) -> pa.Table:
        assert table == "mention_entities"
        return pa.table({name: [row[at] for row in self.rows] for at, name in enumerate(columns)})


def numbers(rows: Sequence[tuple[str, int, int, str]]) -> list[int]:
    tables: Any = Mentions(rows)
    return [int(found) for found in stands_for(tables, ["d1", "d2"], {"e1": 11, "e2": 12}, np.uint64(7))]


def test_a_page_without_an_article_that_names_somebody_changes_nothing() -> None:
    assert numbers(ARTICLE + MENU) == numbers(ARTICLE)


def test_another_name_at_a_place_changes_the_documents_number_only() -> None:
    (one, other), (changed, same) = numbers(ARTICLE), numbers([("d1", 0, 5, "e2"), *ARTICLE[1:]])
    assert one != changed
    assert other == same

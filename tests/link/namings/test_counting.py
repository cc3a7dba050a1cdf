"""Namings are counted entity by entity."""

from __future__ import annotations

from typing import Any

from testimonia.link.namings import merged


def row(entity: str, name: str, count: int, **more: Any) -> dict[str, Any]:
    plain = {"article": "a1", "form": "name", "determiner": "", "scare": False, "other": False, "aside": False}
    return {"entity": entity, "name": name, "count": count, "language": "en", "type": "organisation", **plain, **more}


def test_one_name_of_two_entities_is_counted_for_each_and_the_rows_are_sorted() -> None:
    rows = [
        row("e1", "Salt Company", 2), row("e1", "Salt Company", 3, determiner="the"), row("e1", "Board", 1, other=True),
        row("e2", "Board", 4), row("e2", "Board", 1, article="a0"),
    ]  # fmt: skip
    found = [(naming.entity, naming.name, naming.article, naming.voice, naming.count) for naming in merged(iter(rows))]
    assert found == [
        ("e1", "Board", "a1", "other", 1), ("e1", "Salt Company", "a1", "own", 5), ("e1", "the Salt Company", "a1", "own", 3),
        ("e2", "Board", "a0", "own", 1), ("e2", "Board", "a1", "own", 4),
    ]  # fmt: skip

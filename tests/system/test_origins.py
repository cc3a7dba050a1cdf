"""The sample's origins are those that its author meant."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from testimonia.link.reuse.vectors import installed
from testimonia.store import open_case

GOLD = Path(__file__).parents[2] / "sample" / "gold"


def rows(name: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in (GOLD / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]


@pytest.mark.skipif(not installed(), reason="the extra [translations] has no package for this platform")
def test_texts_of_one_matter_are_not_one_origin(sample_case):
    """Articles of one matter in four languages stay as many witnesses as they are."""
    with open_case(sample_case) as case:
        articles = len(list(case.records("articles")))
        sizes = sorted((len(origin.articles) for origin in case.records("origins")), reverse=True)
    meant = sorted((len(row["articles"]) for row in rows("origins")), reverse=True)
    joined = [size for size in meant if size > 1]
    assert sizes[0] <= max(joined) + 1
    assert len(sizes) >= articles - sum(size - 1 for size in joined) - 2

"""What is found in a passage of each language that is read by its pack alone, beside what a careful reader marks in it."""

from __future__ import annotations

from typing import Any

import pytest

from tests.extract.attributions.test_passages import found, passages

FILES = ("packs.toml", "packs-unseen.toml", "tongues.toml", "tongues-unseen.toml", "turns_of_phrase.toml")
PASSAGES = [passage for file in FILES for passage in passages(file)]


@pytest.mark.parametrize("passage", PASSAGES, ids=lambda passage: passage["kind"])
def test_what_the_pack_of_a_language_finds_is_found(passage: dict[str, Any]) -> None:
    hits, lost, rows = found(passage)
    assert len(hits) >= passage["found"], lost
    assert rows <= len(hits) + len(lost) + passage.get("more", 0)

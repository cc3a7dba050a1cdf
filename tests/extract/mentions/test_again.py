"""Surnames that the tagger takes for nouns, of people whom the same text names in full."""

from __future__ import annotations

from tests.extract.figures_kit import read


def people(text: str) -> list[str]:
    return [mention.name for mention in read(text).mentions if mention.form == "name" and mention.type == "person"]


def test_a_surname_that_is_a_word_is_a_name_again() -> None:
    assert people("Jamal Price was shot in Ferris. Price was unarmed, his friend said.") == ["Jamal Price", "Price"]


def test_a_word_that_begins_a_sentence_is_none() -> None:
    assert people("Jamal Price was shot in Ferris. Price controls were lifted. The Price was high.") == ["Jamal Price"]

"""Pronouns by whom they stand for."""

from __future__ import annotations

from testimonia.base.pronouns import pronouns


def test_pronouns_are_given_by_whom_they_stand_for() -> None:
    assert pronouns("male", "female") == {"he", "him", "his", "she", "her", "hers"}
    assert pronouns("thing") == {"it", "its"}
    assert {"i", "we", "you", "they", "this", "who"} < pronouns()


def test_a_language_without_the_table_has_none() -> None:
    assert pronouns(language="zxx") == frozenset()

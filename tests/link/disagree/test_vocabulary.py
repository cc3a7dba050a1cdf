"""The words by which claims are compared lie in the language pack."""

from __future__ import annotations

import pytest

from testimonia.link.disagree.vocabulary import entries, vocabulary


def test_entries_are_words_or_whole_phrases_in_the_order_of_the_pack() -> None:
    assert vocabulary("points") == {"point", "percentage point"}
    assert entries("human_endings")[0] == "goer"
    assert {"median", "record"} < vocabulary("qualified")


def test_a_key_that_the_pack_lacks_is_a_mistake_and_no_empty_list() -> None:
    with pytest.raises(KeyError):
        vocabulary("no such words")

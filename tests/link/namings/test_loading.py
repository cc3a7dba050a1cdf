from __future__ import annotations

import pyarrow as pa
import pytest

from testimonia.base.languages import having
from testimonia.link.namings.loading import loading
from testimonia.link.namings.voices import quoted


@pytest.mark.parametrize(
    ("name", "language", "expected"),
    [
        ("the island’s regime", "en", "pejorative"),
        ("a terrorist group", "en", "pejorative"),
        ("the so-called republic", "en", "pejorative"),
        ("freedom fighters", "en", "laudatory"),
        ("the brave miners", "en", "laudatory"),
        ("the harbour authority", "en", "neutral"),
        ("the anti-terrorism unit", "en", "neutral"),
        ("the office fighting extremism", "en", "neutral"),
        ("das selbsternannte Komitee", "de", "pejorative"),
        ("les combattants de la liberté", "fr", "laudatory"),
        ("el régimen militar", "es", "pejorative"),
        ("terroristët", "sq", "pejorative"),
    ],
)
def test_loading_comes_from_the_word_lists(name, language, expected):
    assert loading(name, language, False)[0] == expected


def test_a_proper_name_is_not_read_as_praise():
    assert loading("Holy Cross Hospital", "en", True) == ("neutral", "")


def test_english_and_four_more_languages_have_lists():
    assert {"en", "de", "es", "fr", "sq"} <= set(having("loading"))


def test_voice_is_told_by_the_content_of_attributions():
    mentions = pa.table({"document": ["d1", "d1", "d2"], "start": [5, 50, 5], "end": [9, 54, 9]})
    attributions = pa.table({"document": ["d1", "d1"], "content": ["[[0, 20]]", "[[15, 30]]"]})
    assert quoted(mentions, attributions).to_pylist() == [True, False, False]

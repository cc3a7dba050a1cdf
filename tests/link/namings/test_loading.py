from __future__ import annotations

import pyarrow as pa
import pytest

from testimonia.base.decisions import Decision
from testimonia.base.languages import having
from testimonia.link.namings import forms
from testimonia.link.namings.loading import loading, on_the_map, ruled_words, surname
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
        ("the marble baron", "en", "pejorative"),
        ("the queen of the smugglers", "en", "pejorative"),
        ("The King of Dust", "en", "pejorative"),
        ("the King of Spain", "en", "neutral"),
        ("Der Marmorkönig", "de", "pejorative"),
        ("le roi du sel", "fr", "pejorative"),
        ("le roi d'Espagne", "fr", "neutral"),
        ("Die Steinbruchmafia", "de", "pejorative"),
        ("Tirana", "sq", "neutral"),
        ("Barbara", "en", "neutral"),
    ],
)
def test_loading_comes_from_the_word_lists(name, language, expected):
    assert loading(name, language, False)[0] == expected


def test_a_proper_name_is_not_read_as_praise():
    assert loading("Holy Cross Hospital", "en", True) == ("neutral", "")


@pytest.mark.parametrize(
    ("name", "language"),
    [
        ("Butcher Street", "en"),
        ("Plaza de los Héroes", "es"),
        ("Ulica Męczenników", "pl"),
        ("Heldenplatz", "de"),
        ("Heldenstraße", "de"),
        ("شارع الشهداء", "ar"),
    ],
)
def test_a_place_on_the_map_is_not_loaded_by_whom_it_is_called_after(name, language):
    assert on_the_map(name, language)
    assert not on_the_map("the butcher of Karrow", "en")


def test_the_name_of_a_family_is_not_loaded():
    assert surname("Ivone Carrasco", "pt")
    assert not surname("Butcher Karlo", "en")
    assert not surname("Karlo Cult", "en")
    assert not surname("Denglers Marionetten", "de")


def test_english_and_four_more_languages_have_lists():
    assert {"en", "de", "es", "fr", "sq"} <= set(having("loading"))


def test_voice_is_told_by_the_content_of_attributions():
    mentions = pa.table({"document": ["d1", "d1", "d2"], "start": [5, 50, 5], "end": [9, 54, 9]})
    attributions = pa.table({"document": ["d1", "d1"], "content": ["[[0, 20]]", "[[15, 30]]"]})
    assert quoted(mentions, attributions).to_pylist() == [True, False, False]


def ruling(entry: str, language: str, value: str, **more: str) -> Decision:
    return Decision(more.get("id", entry), "relabel", "words", (entry, language), value, retires=more.get("retires"))


def test_a_case_changes_the_lists_for_itself():
    ruled = ruled_words([ruling("regime*", "en", "neutral"), ruling("harbour baron*", "en", "pejorative"), ruling("x", "en", "evil")])
    assert loading("the island’s regime", "en", False, ruled)[0] == "neutral"
    assert loading("the harbour barons", "en", False, ruled) == ("pejorative", "harbour barons")
    assert loading("the island’s regime", "en", False)[0] == "pejorative"  # other cases keep their lists
    assert len(ruled) == 2


def test_a_neutral_phrase_is_looked_past():
    ruled = ruled_words([ruling("radical chemistry", "en", "neutral")])
    assert loading("the radical chemistry club", "en", False, ruled)[0] == "neutral"
    assert loading("the radical club", "en", False, ruled)[0] == "pejorative"


def test_a_ruling_on_a_word_is_taken_back():
    history = [ruling("regime*", "en", "neutral"), ruling("regime*", "en", "neutral", id="r2", retires="regime*")]
    assert ruled_words(history) == frozenset()


def test_words_of_quantity_and_degree_are_no_part_of_a_naming():
    row = {"name": "some mere rebel fighters", "form": "role", "determiner": ""}
    assert list(forms(row)) == [("rebel fighters", ""), ("some mere rebel fighters", "rebel fighters")]

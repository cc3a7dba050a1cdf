"""Names of one body in several languages, and of somebody in several scripts; invented."""

from __future__ import annotations

import pytest

from testimonia.link.entities.bodywords import meanings
from testimonia.link.entities.sounding import readings
from testimonia.link.entities.steps.translated import split
from testimonia.link.entities.whole import link_entities
from tests.link.entities.case import Memory

SAME_SOUNDS = [
    ("Dana Marshkovitz", "دانا مرشكوفيتس", "ar"),
    ("Dana Marshkovitz", "דנה מרשקוביץ", "he"),
    ("Yoram Belkin", "يورام بلكين", "ar"),
    ("Oksana Belnychuk", "Οξάνα Μπελνιτσούκ", "el"),
    ("Nabil Zarrouf", "Ναμπίλ Ζαρρούφ", "el"),
    ("Tarik Dehnavi", "طارق دهنوی", "fa"),
    ("Tarik Odrin", "طارق أودرين", "ar"),
]
OTHER_SOUNDS = [
    ("Dana Marshkovitz", "دانا مرشاني", "ar"),
    ("Yoram Belkin", "יורם ברקאי", "he"),
    ("Nabil Zarrouf", "Ναμπίλ Ζακρής", "el"),
]


@pytest.fixture
def case():
    return Memory()


def together(case, a, b):
    return any({a, b} <= set(entity.names) for entity in link_entities(case)["entities"])


@pytest.mark.parametrize(
    ("english", "other", "language"),
    [
        ("Anton Vellmar Foundation", "Fundacja Antona Vellmara", "pl"),
        ("Coastal Party", "Kystpartiet", "nb"),
        ("Guardians of the Gorge", "Хранители ущелья", "ru"),
        ("Green River Association", "Zöld Folyó Egyesület", "hu"),
        ("Football Federation of Serbia", "Fudbalski savez Srbije", "sr"),
        ("Union of Doctors", "نقابة الأطباء", "ar"),
        ("Interior Ministry", "Innenministerium", "de"),
    ],
)
def test_a_body_is_one_in_two_languages(case, english, other, language):
    case.tell((english, "organisation"))
    case.tell((other, "organisation"), language=language)
    assert together(case, english, other)


@pytest.mark.parametrize(
    ("english", "other", "language"),
    [
        ("Anton Vellmar Foundation", "Anton-Kessler-Stiftung", "de"),
        ("Coastal Party", "Partido Verde", "es"),
        ("National Guard", "Guardia Costera", "es"),
    ],
)
def test_bodies_of_other_words_stay_apart(case, english, other, language):
    case.tell((english, "organisation"))
    case.tell((other, "organisation"), language=language)
    assert not together(case, english, other)


def test_what_two_bodies_may_be_called_is_neither(case):
    case.tell(("Farmers' Union", "organisation"), ("Federation of Farmers", "organisation"))
    case.tell(("Sindicato de Agricultores", "organisation"), language="es")
    assert not together(case, "Farmers' Union", "Sindicato de Agricultores")


def test_compounds_come_apart_into_what_they_mean():
    assert split("volksversammlung") == ("volks", "versammlung")
    assert split("velmora") == ("velmora",)
    assert "party" in meanings("partiet")
    assert not meanings("x" * 10_000)


@pytest.mark.parametrize(
    ("latin", "other", "language", "kind"),
    [
        ("Kemal Trabelsi", "كمال الطرابلسي", "ar", "person"),
        ("Drenovac", "Дреновац", "sr", "place"),
        ("Kemal Abu Vellar", "Kemal Ebu Vellar", "tr", "person"),
        ("Mustafa Keltar", "Mustapha Keltar", "fr", "person"),
    ],
)
def test_a_name_meets_its_spelling_in_another_language(case, latin, other, language, kind):
    case.tell((latin, kind))
    case.tell((other, kind), language=language)
    assert together(case, latin, other)


def test_a_firm_is_called_by_the_first_word_of_its_name(case):
    case.tell(("Norvik Copper Ltd", "organisation"), ("Norvik", "organisation"))
    assert together(case, "Norvik Copper Ltd", "Norvik")


def test_a_firm_is_not_its_owner(case):
    case.tell(("Norvik Copper Ltd", "organisation"), ("Ana Norvik", "person"), ("Norvik", "organisation"))
    assert not together(case, "Norvik Copper Ltd", "Norvik")


def test_two_family_names_and_the_first_of_them_are_of_one_person(case):
    case.tell(("Ana Veller Mora", "person"), ("Ana Veller", "person"), ("Veller Mora", "person"))
    assert together(case, "Ana Veller", "Veller Mora")


@pytest.mark.parametrize(("latin", "other", "language"), SAME_SOUNDS)
def test_somebody_is_one_in_two_scripts(case, latin, other, language):
    case.tell((latin, "person"))
    case.tell((other, "person"), language=language)
    assert together(case, latin, other)


@pytest.mark.parametrize(("latin", "other", "language"), OTHER_SOUNDS)
def test_people_of_other_sounds_stay_apart(case, latin, other, language):
    case.tell((latin, "person"))
    case.tell((other, "person"), language=language)
    assert not together(case, latin, other)


def test_a_name_that_two_people_may_bear_in_another_script_is_joined_with_neither(case):
    case.tell(("Marko Stelanov", "person"), ("Mirka Stelanov", "person"))
    case.tell(("مركو ستلانوف", "person"), language="ar")
    assert not together(case, "Marko Stelanov", "مركو ستلانوف")
    assert not together(case, "Mirka Stelanov", "مركو ستلانوف")


def test_a_servant_of_god_is_read_in_one_word_and_in_two():
    assert set(readings("Abdelrahim Nassaf", 5)) & set(readings("عبد الرحيم نصاف", 5))


def test_odd_names_have_no_sounds():
    assert [readings(name, 5) for name in ("", "ا ا", "a e", "ch" * 90, "c " * 3, "日本 語")] == [()] * 6


@pytest.mark.parametrize(("name", "language"), [("Πανεπιστημίου Ορεινών", "el"), ("Sindacato Orvanesi", "it")])
def test_a_word_that_heads_bodies_makes_one_where_only_guesses_speak(case, name, language):
    case.tell((name, "person"), language=language)
    assert [entity.type for entity in link_entities(case)["entities"]] == ["organisation"]

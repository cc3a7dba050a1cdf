from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import Any

import pytest

from testimonia.base.spans import Span
from testimonia.link.entities.whole import link_entities

spec = importlib.util.spec_from_file_location("entities_case", Path(__file__).with_name("case.py"))
module = importlib.util.module_from_spec(spec)
spec.loader.exec_module(module)
Memory = module.Memory


@pytest.fixture
def case() -> Any:
    return Memory()


def linked(case: Any) -> dict[str, Any]:
    return {name: list(rows) for name, rows in link_entities(case).items()}


def together(case: Any, *names: str) -> bool:
    """Whether all names are names of one entity."""
    return any(set(names) <= set(entity.names) for entity in linked(case)["entities"])


def entity(case: Any, name: str) -> Any:
    return next(entity for entity in linked(case)["entities"] if name in entity.names)


def test_declared_acronym_is_the_same_body(case):
    name, short = case.tell(("Harbour Workers Union", "organisation"), ("HWU", "person"))
    case.alias(name, short)
    case.tell(("HWU", "organisation"))
    assert together(case, "Harbour Workers Union", "HWU")
    link = next(link for link in linked(case)["entity_links"] if link.verdict == "same")
    assert {link.a, link.b} == {"Harbour Workers Union", "HWU"}
    assert "declared in the text" in link.reason


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Hussein Rahmani", "Hossein Rahmany"),
        ("Mehmet Öztürk", "Mehmet Ozturk"),
        ("Володимир Коваленко", "Volodymyr Kovalenko"),
        ("Γιώργος Παππάς", "Giorgos Pappas"),
        ("Olga Brandt", "Brandt, Olga"),
        ("Dr Olga Brandt", "Olga Brandt"),
        ("Olga Brandt’s", "Olga Brandt"),
        ("Thomas Kellner", "Tomas Kelner"),
    ],
)
def test_spellings_of_one_person_meet(case, a, b):
    case.tell((a, "person"))
    case.tell((b, "person"))
    assert together(case, a, b)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Maria Silva", "Mario Silva"),
        ("Peter Brandt", "Petra Brandt"),
        ("Ali Karimi", "Ali Karami"),
        ("Olga Brandt", "Olga Brand"),
        ("Tomas Keller", "Anna Keller"),
    ],
)
def test_namesakes_stay_apart(case, a, b):
    case.tell((a, "person"))
    case.tell((b, "person"))
    assert not together(case, a, b)


def test_a_nickname_in_quotation_marks_between_its_words_is_the_persons(case):
    case.tell(("Ana “Lola” Kern", "person"), ("Ana Kern", "person"))
    case.tell(("Lola", "organisation"))
    assert together(case, "Ana “Lola” Kern", "Lola")
    assert together(case, "Ana Kern", "Lola")


def test_a_listed_given_name_outweighs_one_tagging(case):
    case.tell(("Johanna Vestrek", "organisation"), ("Johanna Group", "organisation"))
    assert entity(case, "Johanna Vestrek").type == "person"
    assert entity(case, "Johanna Group").type == "organisation"


def test_a_listed_town_is_a_place_where_nothing_speaks_against_it(case):
    case.tell(("Akureyri", "person"))
    case.tell(("Bodrum", "organisation"), ("Bodrum", "organisation"), ("Bodrum", "organisation"))
    assert entity(case, "Akureyri").type == "place"
    assert entity(case, "Bodrum").type == "organisation"


def test_unvowelled_script_meets_its_latin_spelling(case):
    case.tell(("Karim Dehghani", "person"))
    case.tell(("کریم دهقانی", "person"), language="fa")
    assert together(case, "Karim Dehghani", "کریم دهقانی")


def test_arabic_and_persian_letters_are_one(case):
    case.tell(("علي كريمي", "person"), language="ar")
    case.tell(("علی کریمی", "person"), language="fa")
    assert together(case, "علي كريمي", "علی کریمی")


def test_country_in_two_languages_and_apart_from_its_people(case):
    case.tell(("Albania", "place"), ("Albanians", "group"))
    case.tell(("Shqipëri", "other"), language="sq")
    assert together(case, "Albania", "Shqipëri")
    assert not together(case, "Albania", "Albanians")


def test_surname_of_one_person_in_the_case_is_linked_and_of_two_is_left_open(case):
    case.tell(("Olga Brandt", "person"))
    case.tell(("Brandt", "person"))
    assert together(case, "Olga Brandt", "Brandt")
    case.tell(("Peter Brandt", "person"))
    assert not together(case, "Olga Brandt", "Brandt")
    assert "Olga Brandt" in entity(case, "Brandt").warning
    assert {link.b for link in linked(case)["entity_links"] if link.verdict == "unsure"} == {"Olga Brandt", "Peter Brandt"}


def test_surname_follows_its_antecedent_in_each_article(case):
    case.tell(("Olga Brandt", "person"), ("Brandt", "person"), stands_for={1: 0})
    case.tell(("Peter Brandt", "person"), ("Brandt", "person"), stands_for={1: 0})
    found = linked(case)
    names = {entity.id: entity.name for entity in found["entities"]}
    assert sorted(names[row.entity] for row in found["mention_entities"]) == ["Olga Brandt", "Olga Brandt", "Peter Brandt", "Peter Brandt"]


def test_one_mistake_of_the_tagger_does_not_change_the_type(case):
    for _ in range(5):
        case.tell(("Olga Brandt", "person"))
    case.tell(("Olga Brandt", "organisation"))
    assert entity(case, "Olga Brandt").type == "person"


def test_person_and_organisation_are_never_merged(case):
    for _ in range(3):
        case.tell(("Karlo Benz", "person"))
        case.tell(("Carlo Benz", "organisation"))
    assert not together(case, "Karlo Benz", "Carlo Benz")


def test_lookalike_letters_meet_with_a_warning(case):
    false = "Оlga Brаndt"  # the first and the eighth letter are Cyrillic
    case.tell(("Olga Brandt", "person"))
    case.tell(("Olga Brandt", "person"), (false, "person"))
    found = entity(case, false)
    assert "Olga Brandt" in found.names
    assert "letters of several scripts" in found.warning
    assert found.name == "Olga Brandt"


def test_invisible_characters_are_looked_through(case):
    case.tell(("Olga\u200b Brandt\u202e", "person"))
    case.tell(("Olga Brandt", "person"))
    assert "invisible" in entity(case, "Olga Brandt").warning


def test_rulings_join_and_part(case):
    case.tell(("Olga Brandt", "person"), ("The Falcon", "person"))
    case.tell(("Hussein Rahmani", "person"), ("Hossein Rahmany", "person"))
    case.rule("same", "Olga Brandt", "The Falcon")
    case.rule("different", "Hussein Rahmani", "Hossein Rahmany")
    assert together(case, "Olga Brandt", "The Falcon")
    assert not together(case, "Hussein Rahmani", "Hossein Rahmany")


def test_retired_ruling_no_longer_counts(case):
    case.tell(("Olga Brandt", "person"), ("The Falcon", "person"))
    first = case.rule("same", "Olga Brandt", "The Falcon", made="2026-01-01T00:00:00Z")
    case.rule("same", "Olga Brandt", "The Falcon", made="2026-01-02T00:00:00Z", retires=first.id)
    assert not together(case, "Olga Brandt", "The Falcon")


def test_contradicting_rulings_are_shown_with_the_chain(case):
    case.tell(("Olga Brandt", "person"), ("The Falcon", "person"), ("Anna Weiss", "person"))
    case.rule("same", "Olga Brandt", "The Falcon")
    case.rule("different", "Olga Brandt", "Anna Weiss")
    case.rule("same", "The Falcon", "Anna Weiss")
    conflict = next(link for link in linked(case)["entity_links"] if link.verdict == "conflict")
    assert "Olga Brandt = The Falcon" in conflict.reason
    assert "Olga Brandt ≠ Anna Weiss" in conflict.reason


def test_same_rows_whatever_the_order(case):
    case.tell(("Olga Brandt", "person"), ("Brandt", "person"), ("Harbour Workers Union", "organisation"))
    case.tell(("Hossein Rahmany", "person"), ("Hussein Rahmani", "person"))
    first = linked(case)
    case.tables["mentions"].reverse()
    second = linked(case)
    assert first["entities"] == second["entities"]
    assert sorted(map(str, first["mention_entities"])) == sorted(map(str, second["mention_entities"]))


def test_every_mention_refers_to_one_entity_at_most(case):
    case.tell(("Olga Brandt", "person"), ("Brandt", "person"), stands_for={1: 0})
    places = [(row.document, row.start, row.end) for row in linked(case)["mention_entities"]]
    assert len(places) == len(set(places)) == 2


def test_empty_case_and_monstrous_names(case):
    assert linked(case)["entities"] == []
    case.tell(("x" * 10_000, "person"), ("!!!", "other"), ("\u202e\u200b", "other"), ("A" * 9_999 + " b", "organisation"))
    assert linked(case)["entities"]


def test_two_hundred_rulings_are_applied_again_on_a_rebuilt_case(case):
    letters = "abcdefghijklmnopqrst"
    people = [f"{a.upper()}{b}ra{a} {b.upper()}o{a}l{b}en" for a in letters for b in letters if a != b][:360]
    for name in people:
        case.tell((name, "person"))
    pairs = [(people[i], people[i + 180]) for i in range(180)]
    for number, (a, b) in enumerate(pairs):
        case.rule("same" if number % 2 else "different", a, b)
    for number in range(20):
        case.rule("same", people[number], f"Gone Person{number}")  # its object is no longer in the case
    for _ in range(2):
        found = linked(case)
        of = {name: entity.id for entity in found["entities"] for name in entity.names}
        assert [of[a] == of[b] for a, b in pairs] == [bool(number % 2) for number in range(180)]
        assert len(of) == 360


def test_an_address_is_a_name_of_the_body_that_it_spells_and_else_nobody(case):
    case.tell(("Harbour Dispatch", "organisation"), ("harbour-dispatch.example", "organisation"), ("other.example", "organisation"))
    assert together(case, "Harbour Dispatch", "harbour-dispatch.example")
    assert not any("other.example" in entity.names for entity in linked(case)["entities"])


def test_an_initial_stands_for_the_only_given_name_that_fits(case):
    case.tell(("Marta Kesten", "person"), ("M. Kesten", "person"))
    assert together(case, "Marta Kesten", "M. Kesten")
    case.tell(("Milo Kesten", "person"))
    assert not together(case, "Marta Kesten", "M. Kesten")


def test_the_official_name_of_a_state_is_the_state_and_a_place(case):
    case.tell(("Republic of Valdoria", "place"), ("Valdoria", "person"), ("Valdoria", "person"))
    assert together(case, "Republic of Valdoria", "Valdoria")
    assert entity(case, "Valdoria").type == "place"


def test_names_from_outside_the_articles_do_not_outvote_those_inside(case):
    case.tell(("Morland Watch", "organisation"))
    asides = case.tell(("Morland Watch", "person"), ("Morland Watch", "person"), ("Tomas Keller", "person"))
    case.tables["mentions"] = [one for one in case.tables["mentions"] if one not in asides]
    case.tables["asides"] = asides
    assert entity(case, "Morland Watch").type == "organisation"
    assert entity(case, "Tomas Keller").type == "person"


def described(case: Any, words: str, head: str, gist: str = "", qualifier: Any = None) -> None:
    """Add a description of several people to the last article."""
    last = case.tables["mentions"][-1]
    start = last.end + 500 + 50 * len(case.tables["mentions"])
    span = None if qualifier is None else Span(qualifier.start, qualifier.end)
    mention = type(last)(
        last.document,
        last.article,
        start,
        start + len(words),
        words,
        "group",
        "role",
        number="plural",
        head=head,
        gist=gist,
        qualifier=span,
    )
    case.tables["mentions"].append(mention)


def test_a_bodys_people_are_one_group_whatever_they_are_called(case):
    (body,) = case.tell(("Sandinara Front", "organisation"))
    described(case, "Sandinara members", "member", qualifier=body)
    described(case, "Sandinara terrorists", "terrorist", qualifier=body)
    described(case, "sandinaras", "sandinara")
    described(case, "former Sandinara members", "member", "former", qualifier=body)
    described(case, "influenzors", "influenzor")
    assert together(case, "Sandinara members", "Sandinara terrorists", "sandinaras")
    assert not together(case, "Sandinara members", "former Sandinara members")
    assert not any("influenzors" in entity.names for entity in linked(case)["entities"])


def test_who_has_no_name_is_marked_as_described(case):
    (body,) = case.tell(("Tarn Dairy", "organisation"))
    described(case, "Tarn Dairy workers", "worker", qualifier=body)
    assert not entity(case, "Tarn Dairy").described
    assert entity(case, "Tarn Dairy workers").described


def test_a_loaded_description_of_one_person_is_somebody(case):
    (name,) = case.tell(("Tomas Keller", "person"))
    start = name.end + 300
    words = "this traitor"
    case.tables["mentions"].append(
        type(name)(name.document, name.article, start, start + len(words), words, "person", "role", number="singular", head="traitor")
    )
    assert any("this traitor" in entity.names for entity in linked(case)["entities"])


@pytest.mark.parametrize("hidden", ["\u202eOlga Brandt\u202c", "Olga\u2066 Brandt\u2069", "OLGA BRANDT", "Olga Bra\u200dndt"])
def test_a_name_written_to_mislead_meets_the_plain_one_and_keeps_its_form(case, hidden):
    case.tell(("Olga Brandt", "person"), (hidden, "person"))
    assert together(case, "Olga Brandt", hidden)
    assert bool(entity(case, hidden).warning) == (not hidden.isascii())

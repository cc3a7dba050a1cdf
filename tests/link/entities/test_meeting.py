"""Names that meet, and names that do not, by what the whole case shows; invented."""

from __future__ import annotations

from dataclasses import replace

import pytest

from testimonia.base.spans import Span
from testimonia.link.entities.compare import near_spellings
from testimonia.link.entities.whole import link_entities
from tests.link.entities.case import Memory


@pytest.fixture
def case():
    return Memory()


def entity(case, name):
    return next(entity for entity in link_entities(case)["entities"] if name in entity.names)


def mark(case, name, **fields):
    case.tables["mentions"] = [replace(one, **fields) if one.name == name else one for one in case.tables["mentions"]]


def described(case, name, words, head, kind, gist="", qualifier=None):
    start = name.end + 200 + sum(len(one.name) for one in case.tables["mentions"])
    span = None if qualifier is None else Span(qualifier.start, qualifier.end)
    case.tables["mentions"].append(
        type(name)(name.document, name.article, start, start + len(words), words, kind, "role", head=head, gist=gist, qualifier=span)
    )


def test_a_middle_initial_tells_nobody_apart(case):
    case.tell(("Tomas Keller", "person"), ("Tomas R. Keller", "person"), ("Tomas Anton Keller", "person"))
    assert "Tomas R. Keller" in entity(case, "Tomas Keller").names
    assert "Tomas Anton Keller" not in entity(case, "Tomas Keller").names


def test_a_city_in_several_languages_is_one_place(case):
    case.tell(("Vienna", "place"))
    case.tell(("Wien", "place"), language="de")
    case.tell(("Vjena", "other"), language="sq")
    case.tell(("Warsaw", "place"))
    assert {"Wien", "Vjena"} <= set(entity(case, "Vienna").names)
    assert "Warsaw" not in entity(case, "Vienna").names


def test_a_newspaper_is_not_the_city_that_it_is_called_after(case):
    case.tell(("Corvale", "place"), ("Corvale", "place"), ("Corvale Times", "organisation"))
    assert "Corvale Times" not in entity(case, "Corvale").names


def test_what_the_words_around_a_name_show_outweighs_the_tagger(case):
    case.tell(("Velkor", "place"), ("Velkor", "place"), ("Velkor", "person"))
    mark(case, "Velkor", shown="organisation")
    assert entity(case, "Velkor").type == "organisation"


def test_what_always_acts_and_never_lies_anywhere_is_a_body(case):
    case.tell(*[("Velkor", "place")] * 5)
    mark(case, "Velkor", metonym=True)
    case.tell(*[("Ostrana", "place")] * 5)
    mark(case, "Ostrana", locative=True)
    assert entity(case, "Velkor").type == "organisation"
    assert entity(case, "Ostrana").type == "place"


def test_nobody_is_called_with_an_article_before_the_name(case):
    case.tell(*[("Courier", "person")] * 3)
    mark(case, "Courier", determiner="the")
    assert entity(case, "Courier").type == "organisation"


def test_somebodys_district_is_not_a_place_of_that_name(case):
    (name, *_) = case.tell(("Foley", "person"), ("Foley", "person"))
    described(case, name, "Foley's district", "district", "place", qualifier=name)
    assert entity(case, "Foley").type == "person"


def test_people_called_like_places_stay_people(case):
    case.tell(("Bill Henderson", "person"), ("Marta Hill", "person"), ("Harbour Bill", "work"))
    assert [entity(case, name).type for name in ("Bill Henderson", "Marta Hill", "Harbour Bill")] == ["person", "person", "work"]


def test_a_body_called_by_one_word_of_its_own_is_the_one_known_by_it(case):
    case.tell(*[("Sandinara Liberation Front", "organisation")] * 4, ("People's Sandinara", "organisation"))
    assert "People's Sandinara" in entity(case, "Sandinara Liberation Front").names


def test_a_bare_camp_is_the_only_camp_that_the_case_names(case):
    (name, *_) = case.tell(("Camp Larsen", "place"), ("Camp Larsen", "place"))
    described(case, name, "the camp", "camp", "place")
    assert "the camp" in entity(case, "Camp Larsen").names
    case.tell(("Camp Brevik", "place"))
    assert "the camp" not in entity(case, "Camp Larsen").names


def test_a_secret_deal_is_the_deal(case):
    (name,) = case.tell(("Ostrana", "place"))
    described(case, name, "a secret agreement", "agreement", "work", gist="secret", qualifier=name)
    described(case, name, "the agreement", "agreement", "work", qualifier=name)
    assert "the agreement" in entity(case, "a secret agreement").names


def test_an_international_body_meets_its_name_in_other_languages(case):
    case.tell(("OSCE", "organisation"), ("WHO", "organisation"), ("Who", "other"))
    case.tell(("OSZE", "organisation"), ("Weltgesundheitsorganisation", "organisation"), language="de")
    assert "OSZE" in entity(case, "OSCE").names
    assert "Weltgesundheitsorganisation" in entity(case, "WHO").names


def test_the_elected_government_is_the_government_and_former_members_are_no_members(case):
    (name,) = case.tell(("Harbour Front", "organisation"))
    described(case, name, "the government of Harbour Front", "government", "organisation", qualifier=name)
    described(case, name, "the elected government of Harbour Front", "government", "organisation", gist="elect", qualifier=name)
    assert "the elected government of Harbour Front" in entity(case, "the government of Harbour Front").names
    case.tell(("Members Alliance", "organisation"), ("Members Alliance", "organisation"))
    described(case, name, "members", "member", "group")
    described(case, name, "former members", "member", "group", gist="former")
    assert "former members" not in entity(case, "members").names


def test_a_seat_of_government_that_only_acts_is_whoever_governs_there(case):
    case.tell(("Ankara", "place"), ("Ankara", "place"), ("Bern", "place"), ("Bern", "place"))
    mark(case, "Ankara", metonym=True)
    mark(case, "Bern", metonym=True, locative=True)
    assert entity(case, "Ankara").type == "organisation"
    assert entity(case, "Bern").type == "place"


def test_names_a_slip_of_the_pen_away_are_near_and_namesakes_are_not():
    others = ("Ana Kelller", "A. Keler", "Keller", "Hanno Keller", "Anna Heller", "Anna Brandt", "Ann Kell", "", "!!!")
    assert near_spellings(["Anna Keller"], others) == ("A. Keler", "Ana Kelller", "Anna Heller", "Keller")


def test_an_office_of_a_state_meets_the_one_with_its_adjective_and_no_other(case):
    case.tell(("Portugal's Foreign Ministry", "organisation"), ("Portuguese Foreign Ministry", "organisation"))
    case.tell(("Norway's Foreign Ministry", "organisation"), ("Norwegian Supreme Court", "organisation"))
    assert "Portuguese Foreign Ministry" in entity(case, "Portugal's Foreign Ministry").names
    assert entity(case, "Norway's Foreign Ministry").names == ("Norway's Foreign Ministry",)


def test_a_known_town_is_no_other_city_in_another_case(case):
    case.tell(("London", "place"), language="pt")
    case.tell(("Londrina", "place"), language="pt")
    assert entity(case, "Londrina").names == ("Londrina",)

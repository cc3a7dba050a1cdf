"""Short forms meet the one body or person of the case that they can mean, and stay alone where there are two."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

from testimonia.base.spans import Span
from testimonia.link.entities.gather import gather
from testimonia.link.entities.making import nodes_of
from testimonia.link.entities.whole import link_entities
from testimonia.store import Case
from tests.link.entities.case import Memory


def together(*named: tuple[str, str]) -> list[set[str]]:
    """The names of each entity when every name is told twice."""
    case = Memory()
    for _ in range(2):
        case.tell(*named)
    return [set(entity.names) for entity in link_entities(cast(Case, case))["entities"]]


def test_a_company_without_its_legal_form_is_the_company() -> None:
    found = together(("Nordal Resources Inc", "organisation"), ("Nordal", "organisation"), ("Nordal Workers Union", "organisation"))
    assert {"Nordal Resources Inc", "Nordal"} in found
    assert {"Nordal Workers Union"} in found


def test_what_comes_before_of_is_short_for_the_only_such_body() -> None:
    body = ("Wolves of the Marsh", "organisation")
    assert {"Wolves of the Marsh", "Wolves"} in together(body, ("Wolves", "organisation"))
    assert {"Wolves"} in together(body, ("Wolves", "organisation"), ("Wolves of the Coast", "organisation"))


def test_a_word_for_a_building_is_not_short_for_whoever_sits_in_one() -> None:
    found = together(("Amber House", "organisation"), ("the House", "organisation"), ("Quarry Wardens", "organisation"))
    assert any({"Amber House"} <= names and "House" not in names and "the House" not in names for names in found)


def test_a_second_family_name_is_no_other_person_but_two_are_two() -> None:
    short, long = ("Ana Orrin", "person"), ("Ana Orrin Vale", "person")
    assert {"Ana Orrin", "Ana Orrin Vale"} in together(short, long)
    assert {"Ana Orrin"} in together(short, long, ("Ana Orrin Brandt", "person"))


def test_a_decision_on_a_description_is_applied() -> None:
    """What is ruled about "the old guard" is kept, though a description is compared by its head and what it is of."""
    case = Memory()
    mentions = case.tell(("the old guard", "group"), ("Wolves", "organisation"))
    case.tables["mentions"][0] = replace(mentions[0], form="role", head="guard", gist="old")
    case.rule("different", "the old guard", "Wolves")
    links = list(link_entities(cast(Case, case))["entity_links"])
    assert [(link.verdict, {link.a, link.b}) for link in links] == [("different", {"the old guard", "Wolves"})]


def test_a_name_from_which_a_people_is_called_is_a_place() -> None:
    case = Memory()
    case.tell(("Valdoria", "organisation"), ("Valdorians", "other"), ("Valdoria", "place"))
    types = {entity.name: entity.type for entity in link_entities(cast(Case, case))["entities"]}
    assert types == {"Valdoria": "place", "Valdorians": "group"}


def test_a_declined_full_name_is_the_only_one_that_fits() -> None:
    base, declined = ("Варлам Оррин", "person"), ("Варлама Оррина", "person")
    case = Memory()
    for _ in range(2):
        case.tell(base, declined, language="ru")
    found = [set(entity.names) for entity in link_entities(cast(Case, case))["entities"]]
    assert {"Варлам Оррин", "Варлама Оррина"} in found


def test_a_town_is_called_by_its_first_word_where_one_place_only_is() -> None:
    town = ("Fort Vellin", "place")
    assert {"Fort Vellin", "Vellin"} in together(town, ("Vellin", "place"))
    assert {"Vellin"} in together(town, ("Vellin", "place"), ("Vellin Sarra", "place"))


def test_a_body_without_its_country_is_the_only_such_body() -> None:
    found = together(("Norwegian Coast Guard", "organisation"), ("Coast Guard", "organisation"))
    assert {"Norwegian Coast Guard", "Coast Guard"} in found


def test_who_bears_a_family_name_of_the_case_is_a_person() -> None:
    case = Memory()
    for _ in range(2):
        case.tell(("Ana Veller", "person"))
    case.tell(("Mika Veller", "organisation"))
    kinds = {entity.name: entity.type for entity in link_entities(cast(Case, case))["entities"]}
    assert kinds["Mika Veller"] == "person"


def ahead(*named: tuple[str, str], title: int | None = None) -> dict[str, set[str]]:
    """The names of each entity by its first, when an article says "Vale" of Ana Vale before it names her, and others name these people."""
    case = Memory()
    case.tell(("Vale", "person"), ("the Marsh", "place"), ("Ana Vale", "person"), ("Vale", "person"), stands_for={0: 2, 3: 2})
    if title is not None:
        case.tables["articles"][0] = replace(case.tables["articles"][0], title=Span(0, title))
    case.tell(*named)
    linked = link_entities(cast(Case, case))
    names = {entity.id: set(entity.names) for entity in linked["entities"]}
    return {f"{one.document} {one.start}": names[one.entity] for one in linked["mention_entities"]}


def test_a_surname_ahead_of_its_full_name_is_left_open_where_a_namesake_is_as_well_known() -> None:
    found = ahead(("Orrin Vale", "person"))
    assert found["d000 0"] == {"Vale"}
    assert "Ana Vale" in found["d000 27"], "behind the full name it is clear who is meant"


def test_a_surname_ahead_of_its_full_name_is_hers_where_nobody_else_can_be_meant() -> None:
    assert ahead(("Ana Vale", "person"))["d000 0"] == {"Ana Vale", "Vale"}
    assert ahead(("Vale Bank", "organisation"))["d000 0"] == {"Ana Vale", "Vale"}


def test_a_title_may_call_somebody_by_what_the_text_explains() -> None:
    assert "Ana Vale" in ahead(("Orrin Vale", "person"), title=4)["d000 0"]


def test_a_word_that_fits_a_body_and_a_person_is_left_open() -> None:
    case = Memory()
    case.tell(("Orrin Estates Ltd", "organisation"), ("Orrin", "other"), ("Orrin", "person"), ("Ana Orrin", "person"))
    linked = link_entities(cast(Case, case))
    assert {"Orrin"} in [set(entity.names) for entity in linked["entities"]]
    assert {(link.a, link.b, link.verdict) for link in linked["entity_links"]} == {
        ("Orrin", "Ana Orrin", "unsure"),
        ("Orrin", "Orrin Estates Ltd", "unsure"),
    }


def test_a_town_is_not_what_is_called_after_it_with_an_article() -> None:
    case = Memory()
    for _ in range(2):
        case.tell(("Orrinvale", "place"), ("Orrinvale Fault", "place"))
    assert {"Orrinvale", "Orrinvale Fault"} in [set(entity.names) for entity in link_entities(cast(Case, case))["entities"]]
    case.tables["mentions"] = [replace(one, determiner="the" if "Fault" in one.name else "") for one in case.tables["mentions"]]
    assert {"Orrinvale"} in [set(entity.names) for entity in link_entities(cast(Case, case))["entities"]]


def types(*named: tuple[str, str]) -> dict[str, str]:
    """The type of each name."""
    case = Memory()
    case.tell(*named)
    return {name: entity.type for entity in link_entities(cast(Case, case))["entities"] for name in entity.names}


def test_the_first_words_of_a_company_are_no_person_unless_somebody_bears_them() -> None:
    company, single = ("Velmar Shipping Ltd", "organisation"), ("Velmar", "person")
    alone, borne = Memory(), Memory()
    alone.tell(company, single)
    borne.tell(company, single, ("Ana Velmar", "person"), ("Ana Velmar", "person"))
    kinds = [nodes_of(gather(cast(Case, case)))["velmar"].kind for case in (alone, borne)]
    assert kinds == ["organisation", "person"]


def test_a_ship_is_no_body_with_or_without_what_stands_before_its_name() -> None:
    assert {"MV Orla", "Orla"} in together(("MV Orla", "organisation"), ("Orla", "organisation"))
    assert types(("MV Orla", "organisation"), ("Orla", "organisation")) == {"MV Orla": "other", "Orla": "other"}


def test_countries_and_parts_of_the_world_are_places() -> None:
    assert types(("Latin America", "person"), ("Nigeria", "other")) == {"Latin America": "place", "Nigeria": "place"}
    assert types(("Chad", "person"))["Chad"] == "person"  # a given name too


def test_a_title_behind_the_ruler_of_something_is_a_persons() -> None:
    assert types(("Rose King", "person"))["Rose King"] == "person"


def test_the_short_form_of_a_state_in_an_address_is_no_town_with_these_initials() -> None:
    case = Memory()
    mentions = case.tell(("PA", "place"), ("Pell Alta", "place"), ("NJ", "place"), ("New Jersey", "place"))
    assert {"PA", "Pell Alta"} in [set(entity.names) for entity in link_entities(cast(Case, case))["entities"]]
    case.tables["mentions"][0:3:2] = [replace(mentions[at], shown="place") for at in (0, 2)]
    found = [set(entity.names) for entity in link_entities(cast(Case, case))["entities"]]
    assert {"PA"} in found
    assert {"NJ", "New Jersey"} in found

    case.tables["mentions"][0] = replace(mentions[0], shown="place")
    assert {"PA"} in [set(entity.names) for entity in link_entities(cast(Case, case))["entities"]]


def test_a_court_is_no_hospital_of_the_same_town_and_a_states_office_is_not_the_state() -> None:
    """What a body is must be the same or left open; "movement" and "party" leave it open."""
    found = together(*[("Velm District Hospital", "organisation")] * 3, ("Velm District Court", "organisation"))
    assert {"Velm District Court"} in found
    guild, organ = ("United Boroughs", "organisation"), ("United Boroughs General Assembly", "organisation")
    assert {"United Boroughs General Assembly"} in together(guild, guild, guild, organ)
    falcons = together(*[("People's Falcons Party", "organisation")] * 3, ("Falcon Movement", "organisation"))
    assert {"People's Falcons Party", "Falcon Movement"} in falcons


def test_a_bare_ministry_is_none_of_two_and_a_bare_police_not_the_only_one_named_with_its_land() -> None:
    bare, health = ("Ministry", "organisation"), ("Ministry of Health", "organisation")
    assert {"Ministry", "Ministry of Health"} in together(health, bare)
    assert {"Ministry"} in together(health, bare, ("Interior Ministry", "organisation"))
    assert {"Police"} in together(("Norwegian Police", "organisation"), ("Police", "organisation"))
    assert {"Police", "Ostrel Police"} in together(("Ostrel Police", "organisation"), ("Police", "organisation"))


def test_what_a_compass_point_or_a_known_paper_is_called_is_no_kind_of_thing() -> None:
    assert {"West"} in together(("west Ostrel", "place"), ("West", "place"))
    for paper in ("The Guardian", "Guardian"):
        assert {paper} in together(("Guardian Council", "organisation"), (paper, "organisation"))


def test_what_is_ruled_not_to_be_the_one_that_its_article_lets_it_stand_for_stands_for_itself() -> None:
    case = Memory()
    body, phrase = case.tell(("Orrin Front", "organisation"), ("this armed group", "organisation"))
    antecedent = Span(body.start, body.end)
    case.tables["mentions"][1] = replace(phrase, form="role", head="group", gist="armed", determiner="this", antecedent=antecedent)
    assert "this armed group" in link_entities(cast(Case, case))["entities"][0].names
    case.rule("different", "Orrin Front", "this armed group")
    assert all(len({"Orrin Front", "this armed group"} & set(one.names)) < 2 for one in link_entities(cast(Case, case))["entities"])


def test_a_body_is_called_as_the_case_mostly_speaks_and_a_person_as_one_speaks_of_her() -> None:
    case = Memory()
    for _ in range(3):
        case.tell(("OSCE", "organisation"), ("Ana Veller", "person"), ("Velm", "place"), ("Ostrel", "place"))
    for _ in range(2):
        case.tell(("ОБСЕ", "organisation"), ("Veller, Ana", "person"), language="ru")
    case.tell(("ОБСЕ", "organisation"), ("ОБСЕ", "organisation"), ("Veller, Ana", "person"), ("Veller, Ana", "person"), language="ru")
    assert {"OSCE", "Ana Veller"} <= {one.name for one in link_entities(cast(Case, case))["entities"]}

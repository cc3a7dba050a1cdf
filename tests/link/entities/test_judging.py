"""The fitted judgement of a name's type: what it reads, how much it may say, and what is left to the rules."""

from __future__ import annotations

from collections import Counter

import pytest

from testimonia.link.entities.forms import normal
from testimonia.link.entities.judging import KINDS, judged, place_scores
from testimonia.link.entities.nodes import SELDOM, Node, acts, weigh
from testimonia.link.entities.surroundings import REACH, around, class_of


def node(name: str, *, language: str = "en", **types: int) -> Node:
    """A name with what the tagger took it for."""
    return Node(normal(name), surfaces=Counter({name: sum(types.values())}), types=Counter(types), languages=Counter({language: 1}))


def test_the_shares_of_the_types_make_one():
    shares = judged(node("Zanna Korvel", person=1))
    assert len(shares) == len(KINDS)
    assert float(shares.sum()) == pytest.approx(1)


@pytest.mark.parametrize(("before", "kind"), [("He lived in ", "place"), ("Mr ", "person")])
def test_what_stands_around_a_name_speaks_for_a_type(before, kind):
    text = (
        f"{before}Korvel, where nobody knew him." if kind == "place" else f"{before}Korvel, who is 58, said on Monday that he would stay."
    )
    scores = place_scores(around(text, len(before), len(before) + 6, "en"))
    assert KINDS[int(scores.argmax())] == kind


def test_around_a_name_only_its_own_line_is_read():
    text = "The party\nKorvel\nThe bank"
    at = text.index("Korvel")
    assert {f"b{i}:edge" for i in range(REACH)} <= set(around(text, at, at + 6, "en"))


@pytest.mark.parametrize("text", ["X", "X" * 100_000, "\u200fX!?", "ПАРТИЯ X"])
def test_odd_places_are_read(text):
    at = text.index("X")
    assert len(place_scores(around(text, at, at + 1, None))) == len(KINDS)


def test_words_of_all_languages_have_classes():
    assert class_of("partido", "und") == "body"
    assert class_of("gazetesi", "und") == "body"
    assert class_of("korvel", "und") == ""


def test_a_name_used_often_is_left_to_its_taggings():
    often, seldom = node("Rota Blanka", person=SELDOM + 1), node("Rota Blanka", person=1)
    weigh(often)
    weigh(seldom)
    assert not often.judged
    assert sum(seldom.judged.values()) > 1


@pytest.mark.parametrize(("name", "language"), [("Ukraine", "en"), ("Shqipërisë", "sq"), ("Vjena", "sq")])
def test_countries_and_cities_are_left_to_the_rules(name, language):
    one = node(name, language=language, other=1)
    weigh(one)
    assert not one.judged


def test_an_acronym_is_no_people():
    assert node("VLRK", group=5, organisation=1).kind == "organisation"


def test_a_country_called_like_a_given_name_is_a_place_where_nobody_bears_it():
    assert node("Cuba", language="fr", other=1).kind == "place"
    assert node("Chad", person=3).kind == "person"


def test_the_last_word_of_a_companys_name_says_more_than_those_before_it():
    assert node("River Bend Publishing", organisation=2).kind == "organisation"


def test_a_country_that_acts_once_is_not_yet_a_body():
    once, often = node("Norway", place=1), node("Norway", place=4)
    once.metonyms, often.metonyms = 1, 4
    assert not acts([once])
    assert acts([often])


def test_a_city_called_like_a_given_name_is_a_place():
    assert node("Berlin", language="fr", other=1).kind == "place"
    assert node("Belo Horizonte", language="pt", person=1).kind == "place"


def test_a_land_in_another_case_is_a_land_whatever_was_guessed():
    assert node("Россией", language="ru", organisation=1).kind == "place"


def test_a_single_word_that_nothing_shows_is_left_open():
    lone = node("Zannak", language="fr", other=1)
    weigh(lone)
    assert lone.kind == "other"


def test_what_a_name_is_of_says_nothing_of_its_type():
    assert node("La Voz de la Sierra", language="es", other=1).kind != "place"
    assert node("Clinique du Plateau", language="fr", organisation=1).kind == "organisation"


@pytest.mark.parametrize(("name", "kind"), [("Facebook", "organisation"), ("West Ham", "organisation"), ("Vellin", "person")])
def test_a_brand_that_is_known_everywhere_is_a_body_whatever_the_tagger_says(name, kind):
    assert node(name, person=4).ruled == kind


def test_a_region_is_a_place_whatever_the_tagger_says_and_a_firm_none_where_a_text_says_so():
    assert node("Saskatchewan", organisation=1).ruled == "place"
    firm = node("Telefónica", place=1)
    assert firm.ruled == "organisation"
    told = node("Telefónica", place=5)
    told.seen.told = {"place": 1}
    assert told.ruled == "place"


@pytest.mark.parametrize("name", ["Brunner Space Telescope", "Vallon Composite Index", "Airbus A380", "Samsung Zanna S9"])
def test_a_thing_is_known_by_its_last_word_or_by_its_maker_and_a_number(name):
    thing = node(name, organisation=1)
    weigh(thing)
    assert thing.kind == "other"


def test_a_paper_with_a_number_is_a_body_and_so_is_a_firm_that_a_tagger_takes_for_a_product():
    assert node("BBC 2", organisation=1).kind == "organisation"
    firm, gadget = node("Facebook", other=1), node("Zannaphone", other=1)
    firm.seen.hints = gadget.seen.hints = {"product": 1}
    assert firm.kind == "organisation"
    weigh(gadget)
    assert gadget.kind == "other"


def test_a_plural_with_the_that_no_tagger_knows_is_a_team():
    team, bare = node("Lanterns", other=2), node("Lanterns", other=2)
    team.determined = 2
    weigh(team)
    assert team.kind == "organisation"
    assert bare.ruled == "other"


@pytest.mark.parametrize(
    ("name", "quoted", "kind"), [("Velda's Creek", 1, "work"), ("Velda's Creek", 0, "place"), ("Zannak Society", 1, "organisation")]
)
def test_words_that_stand_alone_between_quotation_marks_are_a_title(name, quoted, kind):
    titled = node(name, place=1)
    titled.seen.hints = {"title": quoted} if quoted else {}
    assert titled.ruled == kind


@pytest.mark.parametrize("name", ["Council", "Gendarmerie", "Commission"])
def test_a_word_for_bodies_alone_is_a_body_where_nobody_is_called_so(name):
    lone, titled = node(name, person=2), node(name, person=2)
    weigh(lone)
    assert lone.kind == "organisation"
    titled.seen.titled = 1
    assert not titled.lone_body


def test_a_known_maker_is_no_thing_of_its_own():
    maker = node("Facebook", organisation=2)
    maker.seen.told = {"other": 1}
    assert maker.kind == "organisation"

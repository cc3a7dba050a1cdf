"""The same said in other words: set phrases, counts without a noun, sizes, and whose they are."""

from __future__ import annotations

import pytest

from tests.extract.figures_kit import claims, read


@pytest.mark.parametrize(
    ("text", "slot"),
    [
        ("Twenty miners lost their lives in the shaft.", ("kill", "people", "20")),
        ("The riders put some 300 villagers to the sword.", ("kill", "people", "~300")),
        ("Thirty families lost their homes.", ("displace", "family", "30")),
        ("They published a list of 39 dead.", ("kill", "people", "39")),
        ("They put the number of dead at 310.", ("kill", "people", "310")),
        ("Police made 27 arrests.", ("arrest", "people", "27")),
        ("Some 4,000 barrels leaked into the creek.", ("spill", "[bbl_us]", "~4000 [bbl_us]")),
        ("More than 3,000 steelworkers laid down their tools.", ("protest", "worker", "~3000..")),
        ("The council regrets the loss of 12 lives in the fire.", ("kill", "people", "12")),
        ("The ferry, certified for 90 passengers, was repainted.", ("capacity", "people", "90")),
        ("The ferry was licensed to carry 90.", ("capacity", "people", "90")),
        ("The hall can hold 400 people.", ("capacity", "people", "400")),
        ("The arena has a capacity of 20,000.", ("capacity", "people", "20000")),
        ("The ferry was carrying 90 passengers.", ("board", "people", "90")),
    ],
)
def test_what_happened_is_one_class_in_many_words(text: str, slot: tuple[str, str, str]) -> None:
    assert slot in {(c.predicate, c.object, c.value) for c in claims(text, "number")}


def test_a_part_and_its_whole_are_not_one_count() -> None:
    found = {c.value: c.predicate for c in claims("Fewer than 600 of the 4,000 employees had stayed away.", "number")}
    assert found == {"~..600": "protest", "4000": "stock"}


def test_what_an_adjective_measures() -> None:
    (claim,) = claims("The fence is 175 kilometres long.", "number")
    assert (claim.predicate, claim.object) == ("figure", "km length")


def test_an_age_in_a_relative_clause_is_its_persons_and_of_no_other_year() -> None:
    (claim,) = claims("Ilse Varga, who is 61 years old, left the League in 2007.", "number")
    assert (claim.predicate, claim.subject, claim.time) == ("age", "Ilse Varga", None)


def test_an_age_taken_for_a_name_is_that_of_the_one_named_last() -> None:
    ages = claims("Edgar Molloy was jailed on Friday. The 61-year-old pocketed the money.", "number")
    assert [(claim.predicate, claim.value, claim.subject) for claim in ages] == [("age", "61 a", "Edgar Molloy")]


def test_not_until_is_yes() -> None:
    (claim,) = claims("The dam was not finished until 2012.", "date")
    assert (claim.value, claim.polarity) == ("2012", "positive")


def test_a_thing_opens_as_well_as_it_is_opened() -> None:
    assert [c.subject for c in claims("The Marlow Hotel opened in 1903.", "date")] == ["Marlow Hotel"]


def test_a_day_of_telling_is_not_the_day_of_the_deaths() -> None:
    (claim,) = claims("Families marched on 4 May 2014 with a list of 39 dead.", "number")
    assert claim.time is None


def test_plural_doers_without_an_article() -> None:
    assert {c.value for c in claims("The civilians were shot by gunmen.", "agent")} == {"gunmen"}


def test_states_by_a_preposition() -> None:
    assert [(c.value, c.object) for c in claims("The director has been in custody since then.", "status")] == [("in custody", "1")]


@pytest.mark.parametrize(
    ("text", "value"),
    [("no more than 250 people", (None, 250.0)), ("no fewer than 8 people", (8.0, None)), ("all 23 sailors", (23.0, 23.0))],
)
def test_bounds_that_hold_one_another_and_words_that_look_like_codes(text: str, value: tuple[float | None, float | None]) -> None:
    (quantity,) = read(f"There were {text}.").quantities
    assert (quantity.low, quantity.high) == value
    assert quantity.unit is None


def test_an_event_noun_takes_its_date_from_a_verb_of_occurring() -> None:
    (claim,) = claims("The killings took place in 1877.", "date")
    assert (claim.predicate, claim.value) == ("kill", "1877")


def test_what_somebody_is_told_to_do_is_not_done() -> None:
    found = claims("The workers were told to sign the contract by 4 May 2014.", "date")
    assert {c.modality for c in found if c.predicate == "grant"} <= {"conditional"}


def test_an_infinitive_is_no_deed() -> None:
    assert claims("It is difficult for Ilse Varga to attack Otto Lindt.", "agent") == []


def test_a_denied_figure_is_no_answer_of_the_denier() -> None:
    (denied,) = [c for c in claims("The board denied that 187 people were killed.", "number") if c.predicate == "kill"]
    assert (denied.value, denied.polarity) == ("187", "negative")
    found = read("The union contradicted the board, which puts the number of passengers at 187.")
    (held,) = [c for c in found.claims if c.kind == "number"]
    (own,) = [one for one in found.attributions if one.stance == "say"]  # the board's, and not the denier's
    assert (held.value, held.polarity, held.attribution) == ("187", "positive", own.id)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Ilse Varga attacked Otto Lindt as a fraud on Monday night.", []),
        ("Otto Lindt was attacked for his silence on 3 May 2031.", []),
        ("Ilse Varga attacked the board for hiding the sums on 3 May 2031.", []),
        ("Three men attacked Otto Lindt with bottles on 3 May 2031.", ["attack"]),
    ],
)
def test_who_is_attacked_in_words_is_not_attacked(text: str, days: list[str]) -> None:
    assert [claim.predicate for claim in claims(text, "date") if claim.predicate == "attack"] == days


def test_a_verb_without_its_class_is_not_called_as_the_class_is() -> None:
    assert [claim.predicate for claim in claims("The summit in May 2031 failed to end the strike.", "date")] == ["to fail"]

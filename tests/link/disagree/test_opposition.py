"""Who did it, what is denied, yes and no, and the two ends of an axis."""

from __future__ import annotations

from testimonia.base.links import Disagreement
from tests.link.disagree.case_of import Case, values


def kind(case: Case, name: str) -> list[Disagreement]:
    return [row for row in case.disagreements() if row.kind == name]


def test_two_doers_of_one_raid() -> None:
    text = "The papers blamed the raid in Lindau on Ostria. Witnesses say that the raid was staged by Norland."
    (row,) = kind(Case(text), "agent")
    assert values(row) == {"Ostria", "Norland"}


def test_two_raids_in_one_passage_are_two() -> None:
    text = "The papers blamed the raid in Lindau on Ostria. A group called Norland claimed responsibility for a raid on a bridge."
    assert kind(Case(text), "agent") == []
    text = "The papers blamed the raid in Lindau on Ostria. Witnesses say that the raid in Bregenz was staged by Norland."
    assert kind(Case(text), "agent") == []


def test_a_denial_is_tied_to_the_accusation_before_it() -> None:
    text = "The mayor accused Ilse Varga of stealing the painting. Varga called these accusations baseless."
    (row,) = kind(Case(text), "polarity")
    assert values(row) == {"accused", "denied"}


def test_a_denial_of_nothing_is_no_disagreement() -> None:
    assert kind(Case("Ilse Varga called these accusations baseless."), "polarity") == []


def test_two_ends_of_an_axis() -> None:
    row = kind(Case("The painter lives. Ilse Varga is alive, her son said.", "Ilse Varga is dead, the papers wrote."), "status")[0]
    assert values(row) == {"alive", "dead"}


def test_not_dead_and_alive_agree() -> None:
    assert kind(Case("Ilse Varga is alive, her son said.", "Ilse Varga is not dead, the papers wrote."), "status") == []


def test_the_same_act_asserted_and_negated() -> None:
    (row,) = kind(Case("Ilse Varga signed the treaty in Lindau.", "Ilse Varga did not sign the treaty, her son wrote."), "polarity")
    assert values(row) == {"yes", "no"}


def test_it_befell_somebody_across_languages() -> None:
    case = Case(("Police arrested Ilse Varga in Lindau.", "2014-05-06"), ("Ilse Varga n'a pas été arrêtée.", "2014-05-08", "fr"))
    (row,) = kind(case, "polarity")
    assert row.question == "Was Ilse Varga arrested?"


def test_what_came_later_does_not_stand_against_what_was_so_before() -> None:
    before = ("Ilse Varga has not been arrested, her son said.", "2014-05-06")
    assert kind(Case(before, ("Ilse Varga was arrested on 9 May 2014.", "2014-05-10")), "polarity") == []
    assert kind(Case(before, ("Ilse Varga was arrested on 4 May 2014.", "2014-05-10")), "polarity") != []


def test_what_will_be_is_not_what_was() -> None:
    assert kind(Case("The Lindau dairy will be closed.", "The Lindau dairy was not closed, the mayor said."), "polarity") == []
    assert kind(Case("The Lindau dairy will be closed.", "The Lindau dairy will not be closed, the mayor said."), "polarity") != []


def test_who_survived_and_who_is_among_the_dead() -> None:
    row = kind(Case("Ilse Varga survived the crash, her son said.", "The board lists Ilse Varga among the dead."), "status")[0]
    assert values(row) == {"alive", "dead"}

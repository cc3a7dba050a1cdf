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

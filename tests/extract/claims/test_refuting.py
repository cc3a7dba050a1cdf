"""What a denial takes back: the claims of whoever's report it is, and never the denier's own."""

from __future__ import annotations

import pytest

from tests.extract.figures_kit import claims


def answers(text: str, subject: str) -> set[str]:
    return {c.value for c in claims(text, "polarity") if c.subject == subject and c.predicate.startswith("act ")}


@pytest.mark.parametrize(
    "denial",
    [
        "Dorn rejected the claims of Kroll.",
        "Dorn rejected his claims.",
        "Dorn dismissed the account.",
        "Dorn rejected claims of a secret sale.",
    ],
)
def test_the_claims_of_the_one_before_are_denied(denial: str) -> None:
    assert answers(f"Ivo Kroll said that Ada Dorn had sold the quarry. {denial}", "Ada Dorn") == {"yes", "no"}


@pytest.mark.parametrize(
    "denial",
    [
        "She rejected the claims of the tenants' group Alder.",  # of others, who have said nothing here
        "She dismissed the account of the Brend Courier as invented.",
        "She said the German claims were false.",
        "She rejected the tenant's claims.",
        "Kroll denied the story.",  # nobody denies what they have just told
    ],
)
def test_what_the_denier_has_just_said_is_not_denied(denial: str) -> None:
    assert answers(f"Mayor Ana Kroll insisted that Ada Dorn had sold the quarry. {denial}", "Ada Dorn") == {"yes"}


def test_an_account_that_is_dismissed_loses_no_office() -> None:
    told = {c.predicate for c in claims("The mayor dismissed the account as a fairy tale.", "polarity")}
    assert "undergo resign" not in told
    assert "undergo resign" in {c.predicate for c in claims("The mayor dismissed Ivo Kroll.", "polarity")}


def test_the_claims_of_a_role_are_those_of_whoever_has_it() -> None:
    denial = "The tenants rejected the mayor's claims."
    assert answers(f"Mayor Ana Kroll insisted that Ada Dorn had sold the quarry. {denial}", "Ada Dorn") == {"yes", "no"}


def test_whom_somebody_helps_is_the_object_in_either_wording() -> None:
    for text in ("Ana Kroll helped Ivo Manz get a permit.", "Ana Kroll helped Ivo Manz to get a permit."):
        assert ("act help", "manz") in {(c.predicate, c.object) for c in claims(text, "polarity")}


@pytest.mark.parametrize(
    ("denial", "expected"),
    [
        ("Widows say that claims about the new tax are unfounded.", {"yes"}),
        ("Widows say that claims about the quarry are unfounded.", {"yes", "no"}),
    ],
)
def test_a_report_is_of_what_it_is_said_to_be_about(denial: str, expected: set[str]) -> None:
    assert answers(f"Ivo Kroll said that Ada Dorn had sold the quarry. {denial}", "Ada Dorn") == expected


@pytest.mark.parametrize("gap", [" ", "\n"])
def test_what_is_told_of_one_whom_a_report_names_is_not_the_report(gap: str) -> None:
    text = (
        f"The paper wrote that Dorn had sold the quarry to Alder, who broke the crane, because it was late.{gap}A clerk denied the report."
    )
    assert (answers(text, "Dorn"), answers(text, "Alder")) == ({"yes", "no"}, {"yes"})


def test_a_denial_is_not_taken_back_by_another_of_the_same() -> None:
    text = "The accusation is old. Dorn denied the sale of the quarry. Many say the claims are unfounded."
    assert answers(text, "Dorn") <= {"yes"}


def test_nor_denies_both() -> None:
    assert answers("Dorn neither sold nor emptied the quarry.", "Dorn") == {"no"}

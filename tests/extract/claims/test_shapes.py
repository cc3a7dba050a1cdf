"""Figures in set wordings, with look-alikes that say something else."""

from __future__ import annotations

import pytest

from testimonia.base.extractions import Claim
from tests.extract.figures_kit import read


def claims(text: str, kind: str = "number") -> list[Claim]:
    return [c for c in read(text, published="2014-05-06").claims if c.kind == kind]


@pytest.mark.parametrize(
    ("text", "slot"),
    [
        ("A 4,000-strong crowd marched to the port.", ("protest", "people", "4000")),
        ("The crowd, 4,000 strong, filled the square.", ("protest", "people", "4000")),
        ("The tower is 90 years old.", ("figure", "a age", "90 a")),
        ("The 90-year-old tower fell.", ("figure", "a age", "90 a")),
        ("The coins are worth 30 million dollars.", ("figure", "USD value", "30000000 USD")),
        ("The tremor measured 6.1 on the Richter scale.", ("figure", "magnitude", "6.1")),
        ("The tremor had a strength of 6.1.", ("figure", "magnitude", "6.1")),
        ("Harlan got six years.", ("sentence", "a term", "6 a")),
        ("The miners speak of 34 victims.", ("kill", "people", "34")),
        ("The insurer speaks of nine million euros.", ("figure", "EUR sum", "9000000 EUR")),
        ("The hall was built for eight million dollars.", ("pay", "USD", "8000000 USD")),
        ("The chapel was restored for 80,000 euros.", ("pay", "EUR", "80000 EUR")),
        ("45 is the number of beds in the ward.", ("stock", "bed", "45")),
        ("The mill gives work to 600 people.", ("stock", "worker", "600")),
        ("Some 1,700 people work there.", ("stock", "worker", "~1700")),
        ("The rally was attended by 1,500.", ("protest", "people", "1500")),
        ("The candidate received 41 per cent of the vote.", ("figure", "% vote", "41 %")),
        ("There were never more than 700 people in the hall.", ("stock", "people", "~..700")),
    ],
)
def test_a_wording_tells_what_is_counted(text: str, slot: tuple[str, str, str]) -> None:
    assert slot in {(c.predicate, c.object, c.value) for c in claims(text)}


@pytest.mark.parametrize(
    ("text", "predicate"),
    [
        ("Ana Moll is 90 years old.", "age"),
        ("The 18-year-old student Ben Arlo was shot.", "age"),
        ("The letter speaks of good health for a 63-year-old.", "age"),
    ],
)
def test_the_age_of_somebody_is_no_thing_s(text: str, predicate: str) -> None:
    found = claims(text)
    assert all(c.predicate == predicate for c in found)


def test_those_who_kill_are_not_those_who_are_killed() -> None:
    found = {(c.predicate, c.value) for c in claims("Its 300 guards shot five herders dead.")}
    assert found == {("stock", "300"), ("kill", "5")}


def test_a_share_and_a_rate_are_no_part() -> None:
    phases = [c.phase for c in (*claims("Turnout was 38 per cent."), *claims("The ward has 80 patients each day."))]
    assert phases == ["", ""]


def test_a_disease_that_breaks_out_in_a_month_breaks_into_nothing() -> None:
    assert [c.predicate for c in claims("The disease broke out in mid-April in the port.", "date")] == ["begin"]


def test_a_preposition_is_no_particle() -> None:
    assert [c.predicate for c in claims("The dam broke on 4 May 2014.", "date")] == ["break"]

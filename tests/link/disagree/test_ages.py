"""Ages of one person: how they are told, and when a year between two of them is a question."""

from __future__ import annotations

import pytest

from tests.link.disagree.case_of import Case, values

BAKER = "Orla Brandt, a 40-year-old baker, lives in Morvel."


def told(text: str) -> set[tuple[str, str]]:
    return {
        (claim.subject, claim.value) for claim in Case(text).store.records("claims") if (claim.kind, claim.predicate) == ("number", "age")
    }


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("Orla Brandt was 17, not 19; her mother told the paper so.", {("Orla Brandt", "17 a")}),
        ("Orla Brandt died in the fire. She was 39.", {("Orla Brandt", "39 a")}),
        ("The guard, Ivo Senn, was about 60.", {("Ivo Senn", "~60 a")}),
        ("Orla Brandt, 31, and his wife Ida Senn, 22, live in Morvel.", {("Orla Brandt", "31 a"), ("Ida Senn", "22 a")}),
        ("Orla Brandt, who has a two-year-old girl, is ill.", {("a two-year-old girl", "2 a")}),
        ("Orla Brandt arrested a 40-year-old man and Ivo Senn, 33.", {("a 40-year-old man", "40 a"), ("Ivo Senn", "33 a")}),
        ("Orla Brandt was 12 in the standings.", set()),
        ("Orla Brandt was 41 when she married.", set()),
        ("The jury was 12.", set()),
        ("The score of the team was 40.", set()),
        ("The towers are 40 and 44.", set()),
    ],
)
def test_a_bare_number_that_somebody_is_said_to_be(text: str, ages: set[tuple[str, str]]) -> None:
    assert told(text) == ages


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ((BAKER,), ("Orla Brandt, 41, lives in Morvel.",)),
        ((BAKER, "2031-05-15"), ("Orla Brandt, 41, lives in Morvel.", "2031-05-20")),
        (("Orla Brandt, 40, died in the fire.", "2031-05-15"), ("Orla Brandt died in the fire. She was 41.", "2031-09-20")),
    ],
)
def test_a_year_between_two_ages_at_one_time_or_at_death_is_a_question(first: tuple[str, ...], second: tuple[str, ...]) -> None:
    (row,) = Case(first, second).disagreements()
    assert (row.question, values(row)) == ("How old is Orla Brandt?", {"40", "41"})


def test_a_birthday_may_lie_between_two_texts() -> None:
    assert Case((BAKER, "2031-05-15"), ("Orla Brandt, 41, lives in Morvel.", "2031-09-20")).disagreements() == []


def test_an_age_that_is_only_about_right_meets_those_around_it() -> None:
    assert Case((BAKER, "2031-05-15"), ("Orla Brandt, about 42, lives in Morvel.", "2031-05-15")).disagreements() == []


def test_the_age_of_a_child_is_not_that_of_its_father() -> None:
    assert Case("Ivo Senn, 31, is ill.", "Ivo Senn lives with his 12-year-old son in Morvel.").disagreements() == []

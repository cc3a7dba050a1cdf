"""Questions that are answered with none or one, and years in which what a few texts are about began, in any words."""

from __future__ import annotations

import pytest

from tests.link.disagree.case_of import Case, values

MINISTRY, VILLAGERS = "2016-03-01", "2016-03-02"


@pytest.mark.parametrize(
    ("first", "second", "answers"),
    [
        (
            "A fire broke out at the Orlen refinery in Kolda on Monday. Nobody was hurt, the company said.",
            "Seven workers were injured in the fire at the Orlen refinery in Kolda on Monday, the union said.",
            {"0", "7"},
        ),
        (
            "A fire broke out at the Orlen refinery in Kolda on Monday. Nobody was hurt, the company said.",
            "Seven workers died in the fire at the Orlen refinery in Kolda on Monday, the union said.",
            {"0", "7"},
        ),
        (
            "Robbers broke into the temple of Arun on Monday. Nothing was stolen, the police said.",
            "Robbers who broke into the temple of Arun on Monday stole 14 statues, the priest said.",
            {"0", "14"},
        ),
        (
            "There was one guard at the museum of Lidvik when it was robbed on Monday.",
            "Three guards were on duty at the museum of Lidvik when it was robbed on Monday.",
            {"1", "3"},
        ),
    ],
)
def test_none_and_some_are_two_answers(first: str, second: str, answers: set[str]) -> None:
    (row,) = [row for row in Case((first, MINISTRY), (second, VILLAGERS)).disagreements() if row.kind == "number"]
    assert values(row) == answers


def test_none_of_one_kind_says_nothing_of_another() -> None:
    none = "Troops raided the village of Benu on Monday. No civilians were killed, the ministry said."
    others = "The raid on Benu on Monday killed 17 militants, villagers said."
    assert not [row for row in Case((none, MINISTRY), (others, VILLAGERS)).disagreements() if row.kind == "number"]


@pytest.mark.parametrize(
    ("first", "second", "years"),
    [
        ("The hospital, in Durga, opened in 1962.", "The hospital in Durga was built in 1958.", {"1962", "1958"}),
        ("Alpen Credit was founded in 1921.", "My grandfather set it up in 1908, says Urs Keller of Alpen Credit.", {"1921", "1908"}),
    ],
)
def test_the_only_years_of_a_beginning_are_set_side_by_side(first: str, second: str, years: set[str]) -> None:
    news = "{} of Durga said on Monday that Alpen Credit owns the hospital of Durga. "
    texts = ((news.format(who) + text, "2016-03-01") for who, text in (("Mayor Ana Kola", first), ("Bishop Ivo Senn", second)))
    assert years in [values(row) for row in Case(*texts).disagreements() if row.kind == "date"]


def test_years_of_two_things_are_two() -> None:
    news = "{} of Durga said on Monday that Alpen Credit owns the hospital of Durga. "
    first, second = "The hospital opened in 1962.", "The bridge was built in 1958."
    texts = ((news.format(who) + text, "2016-03-01") for who, text in (("Mayor Ana Kola", first), ("Bishop Ivo Senn", second)))
    assert not [row for row in Case(*texts).disagreements() if row.kind == "date"]

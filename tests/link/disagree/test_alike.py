"""Figures and dates in different words: set side by side where each is the only one of its family in two texts about one matter."""

from __future__ import annotations

import pytest

from tests.link.disagree.case_of import Case, values

MINE = ("A gallery of the Kamoto Ridge mine gave way on 9 March, Ridge Minerals said. Fourteen miners died.", "2019-03-12")


def rows(*texts: tuple[str, str]) -> list[set[str]]:
    return [values(row) for row in Case(*texts).disagreements() if row.kind in ("number", "date")]


@pytest.mark.parametrize(
    ("one", "other", "answers"),
    [
        # what befell them in other words; jobs and people; a term in other words; a sum in other words
        ("Thirty-seven miners were cut off.", "By the union's list 52 workers were underground.", {"37", "52"}),
        ("Ridge Minerals will shed 1,300 jobs.", "In all, 2,800 people stand to lose their jobs.", {"1,300", "2,800"}),
        ("Forty lamps were stolen from the mine.", "In the mine 75 lamps are missing.", {"40", "75"}),
        ("Six villages will be closed.", "Nine villages will disappear.", {"6", "9"}),
        (
            "Ridge Minerals puts the damage at 20 million euros.",
            "Repairing the damage will cost 75 million euros.",
            {"20,000,000 EUR", "75,000,000 EUR"},
        ),
        (
            "Ridge Minerals estimates the loss at 20 million euros.",
            "The insurer of Ridge Minerals speaks of nine million euros.",
            {"20,000,000 EUR", "9,000,000 EUR"},
        ),
        ("Its director was banned for four years.", "The federation suspended the director for two years.", {"4 years", "2 years"}),
        (
            "The cost of the mine was 400 million euros.",
            "Ridge Minerals spent 900 million euros on the mine.",
            {"400,000,000 EUR", "900,000,000 EUR"},
        ),
    ],
)
def test_other_words_for_one_thing(one: str, other: str, answers: set[str]) -> None:
    later = (f"The miners' union blames Ridge Minerals for the cave-in of 9 March at Kamoto Ridge, in which 14 died. {other}", "2019-03-14")
    assert answers in rows((f"{MINE[0]} {one}", MINE[1]), later)


@pytest.mark.parametrize(
    ("one", "other", "published"),
    [
        # other events; another noun; years apart; a text that gives several of the kind
        ("Thirty-seven miners were rescued.", "Nine miners were arrested.", "2019-03-14"),
        ("Six trucks were swept away.", "Twenty-five trucks are clearing the road.", "2019-03-14"),
        ("The mine made a profit of 40 million euros.", "The damage will cost 75 million euros.", "2019-03-14"),
        ("The mine has 37 shafts.", "The mine has nine lifts.", "2019-03-14"),
        ("Thirty-seven miners were cut off.", "By the union's list 52 workers were underground.", "2027-03-14"),
        (
            "Thirty-seven miners were cut off.",
            "Of late 80 workers were hired, 12 workers retired, and 52 workers moved abroad.",
            "2019-03-14",
        ),
    ],
)
def test_what_only_looks_alike(one: str, other: str, published: str) -> None:
    later = (f"The miners' union blames Ridge Minerals for many things. {other}", published)
    assert rows((f"{MINE[0]} {one}", MINE[1]), later) == []


def test_a_bound_implies_its_size() -> None:
    one = ("More than 9,800 cases of cholera have been registered in Nord-Kibira, the ministry said.", "2012-07-30")
    assert {"at least 9,800", "22,000"} in rows(one, ("There are 22,000 cases of cholera in Nord-Kibira, a doctor said.", "2012-07-31"))
    assert rows(one, ("There are 12,000 cases of cholera in Nord-Kibira, a doctor said.", "2012-07-31")) == []


def test_fighters_are_no_civilians() -> None:
    one = ("A missile hit a convoy near Radaa on 12 December, killing 13 militants, the ministry of Karvelia said.", "2013-12-13")
    other = ("The convoy near Radaa was a wedding, elders of Karvelia said. Seventeen civilians were killed on 12 December.", "2013-12-15")
    assert {"13", "17"} not in rows(one, other)


def dates(*texts: tuple[str, str]) -> list[set[str]]:
    return [values(row) for row in Case(*texts).disagreements() if row.kind == "date"]


def test_the_one_day_that_each_report_of_an_incident_gives() -> None:
    one = ("The roof of the Valtora tunnel collapsed on Saturday, and six men died in Valtora.", "2012-02-14")
    other = ("Nobody wants to say what happened in the Valtora tunnel on 10 February. Nine men died in Valtora.", "2012-02-20")
    assert dates(one, other) == [{"2012-02-11", "2012-02-10"}]
    assert dates(one, (other[0].replace("10 February", "10 January"), other[1])) == []


def test_what_is_denied_of_some_befell_them() -> None:
    one = ("Fourteen people were killed in the Kamoto Ridge mine on 9 March 2019.", "2019-03-12")
    other = ("Twenty-two people did not survive the cave-in of the Kamoto Ridge mine on 9 March 2019.", "2019-03-14")
    assert {"14", "22"} in rows(one, other)


def test_a_bound_is_no_denial() -> None:
    one = ("No more than 300 tonnes of oil leaked at Kamoto Ridge on 9 March 2019.", "2019-03-12")
    other = ("At Kamoto Ridge 2,500 tonnes of oil poured into the bay on 9 March 2019.", "2019-03-14")
    assert {"at most 300 t", "2,500 t"} in rows(one, other)


def test_the_size_before_a_thing() -> None:
    one = ("The Valtora tunnel will be 14 kilometres long, Brenna Works said.", "2012-02-14")
    other = ("Brenna Works was to open the 17-kilometre Valtora tunnel in 2015.", "2012-02-20")
    assert {"14 km", "17 km"} in rows(one, other)


def test_sums_for_different_things_are_no_answers_to_one_question() -> None:
    one = ("The Kamoto Ridge mine was fined 60,000 dollars by the court of Chilanga.", "2019-03-12")
    other = ("The insurers of Kamoto Ridge put the loss at 3.5 million dollars.", "2019-03-14")
    assert rows(one, other) == []

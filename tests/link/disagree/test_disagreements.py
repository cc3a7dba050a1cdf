"""Questions with more than one answer, and look-alikes that are none."""

from __future__ import annotations

import pytest

from testimonia.link.disagree.checks.calendar import misfit
from tests.link.disagree.case_of import Case, values

FIRE_A = ("A fire broke out in the Marlow Hotel in Lindau on 4 May 2014. In the fire 17 people were killed, the mayor said.", "2014-05-05")
FIRE_B = ("The Marlow Hotel in Lindau burned down on 4 May 2014. In the hotel fire 23 people were killed, survivors said.", "2014-05-06")
FIRE_C = ("About 17 people were killed when the Marlow Hotel in Lindau burned on 4 May 2014.", "2014-05-07")
OTHER = ("A fire in the Osprey Hotel in Turku killed 31 people on 9 July 2012.", "2012-07-10")


def test_two_tolls_of_one_fire() -> None:
    (row,) = Case(FIRE_A, FIRE_B).disagreements()
    assert row.kind == "number"
    assert values(row) == {"17", "23"}
    assert row.question.endswith("?")
    assert row.reason


def test_an_approximate_value_joins_its_answer() -> None:
    (row,) = Case(FIRE_A, FIRE_B, FIRE_C).disagreements()
    by_value = {answer.value: answer.witnesses for answer in row.answers}
    assert sorted(by_value.values()) == [1, 2]


def test_why_two_values_are_one_answer_is_kept() -> None:
    (row,) = Case(FIRE_A, FIRE_B, FIRE_C).disagreements()
    assert row.agreeing == ("17 and about 17: an approximate figure allows it",)
    (dated,) = Case(
        "The painter Ilse Varga was murdered on 2 March 1961 in her studio.",
        "Ilse Varga, the painter, was murdered in May 1963.",
        "Ilse Varga, the painter, was murdered in 1963.",
    ).disagreements()
    assert dated.agreeing == ("May 1963 and 1963: the one day or year lies within the other",)


def test_another_event_is_no_disagreement() -> None:
    assert Case(FIRE_A, OTHER).disagreements() == []


def test_the_same_value_is_no_disagreement() -> None:
    assert Case(FIRE_A, FIRE_C).disagreements() == []


def test_copies_count_once() -> None:
    (row,) = Case(FIRE_A, FIRE_A, FIRE_B, origins=((0, 1), (2,))).disagreements()
    assert {answer.value: answer.witnesses for answer in row.answers} == {"17": 1, "23": 1}


def test_spans_are_the_words_of_the_claim() -> None:
    case = Case(FIRE_A, FIRE_B)
    (row,) = case.disagreements()
    words = {case.documents[c.document][c.start : c.end] for answer in row.answers for c in answer.claims}
    assert words == {"17 people were killed", "23 people were killed"}


def test_two_dates_of_one_death() -> None:
    a = "The painter Ilse Varga was murdered on 2 March 1961 in her studio."
    b = "Ilse Varga, the painter, was murdered in May 1963."
    (row,) = Case(a, b).disagreements()
    assert row.kind == "date"
    assert values(row) == {"1961-03-02", "1963-05"}
    assert "Varga" in row.question


def test_a_finer_date_is_no_disagreement() -> None:
    a = "The painter Ilse Varga was murdered on 2 March 1961 in her studio."
    b = "Ilse Varga, the painter, was murdered in 1961."
    assert Case(a, b).disagreements() == []


def test_stock_and_flow_are_kept_apart() -> None:
    a = "Between four and five thousand members of the Osprey Union were moved to Lindau."
    b = "The Osprey Union has about 3,000 members."
    assert Case(a, b).disagreements() == []


@pytest.mark.parametrize(
    ("value", "said"), [("1965-04-01T12:00", ": 1965-04-01 was a Thursday."), ("2020-05", "the date."), ("", "the date.")]
)
def test_a_weekday_that_does_not_fit_may_stand_with_an_hour_or_without_a_day(value: str, said: str) -> None:
    assert misfit(value).endswith(said)


def test_a_weekday_that_does_not_fit_is_a_finding() -> None:
    (finding,) = Case("They met on Monday, 5 May 2020 in Turku.").findings()
    assert finding.kind == "weekday"
    assert finding.message == "The weekday named does not fit the date: 2020-05-05 was a Tuesday."


def test_rulings_are_taken_in() -> None:
    case = Case(FIRE_A, FIRE_B)
    (row,) = case.disagreements()
    case.store.decide("reword", "disagreements", (row.id,), value="How many died in the hotel?")
    (again,) = case.disagreements()
    assert (again.id, again.question) == (row.id, "How many died in the hotel?")
    closed = case.store.decide("compatible", "disagreements", (row.id,))
    assert case.disagreements() == []
    case.store.retire(closed)
    assert len(case.disagreements()) == 1


def test_the_same_twice() -> None:
    assert Case(FIRE_A, FIRE_B, OTHER).disagreements() == Case(FIRE_A, FIRE_B, OTHER).disagreements()


def kinds(case: Case) -> list[str]:
    return sorted(finding.kind for finding in case.findings())


def test_parts_that_do_not_add_up_are_a_finding() -> None:
    assert kinds(Case("The storm killed 10 people: 4 sailors, 3 farmers and 5 miners.")) == ["sum"]
    assert kinds(Case("The storm killed 12 people: 4 sailors, 3 farmers and 5 miners.")) == ["sum-consistent"]


def test_a_months_and_a_years_sum_that_fit_are_noted() -> None:
    text = "The club has 200 members. Each member pays 50 euros per month. "
    text += "The club takes 10,000 euros per month. In all it took 120,000 euros."
    assert kinds(Case(text)) == ["product-consistent", "product-consistent"]


def test_an_age_that_does_not_fit_a_birth() -> None:
    case = Case(("Ilse Varga was born in 1950. Ilse Varga, 34, said she would stay.", "2014-05-05"))
    assert kinds(case) == ["age"]


def test_so_many_people_are_not_one_person_killed_twice() -> None:
    assert kinds(Case("In the flood of 1998 three people died.", "Nine people lost their lives on 2 February 2019.")) == []
    assert kinds(Case("The worker died on 2 February 2011.", "The worker died in Lindau on 4 May 2014.")) == []


TWICE = "Ilse Varga was killed in Lindau on 4 May 2011."


@pytest.mark.parametrize(
    ("other", "found"),
    [
        ("Ilse Varga was murdered in Bregenz on 9 June 2014.", ["reported-dead-twice"]),
        ("Ilse Varga died on 9 June 2014, her son said.", ["reported-dead-twice"]),
        ("Ilse Varga was killed in May 2011.", []),
        ("Ilse Varga was killed on 5 May 2011, the police said.", []),
        ("Ilse Varga was not killed on 9 June 2014.", []),
        ("Ilse Varga was buried in Bregenz on 9 June 2014.", []),
        ("Peter Varga was killed on 9 June 2014.", []),
        ("Five people were killed on 9 June 2014. Ilse Varga had warned of the attack.", []),
    ],
)
def test_somebody_killed_twice_is_a_finding(other: str, found: list[str]) -> None:
    assert kinds(Case(TWICE, other)) == found


def test_another_event_of_the_day_is_no_disagreement() -> None:
    text = "On 4 May 2014 a bomb in Lindau killed 5 people. Another bomb, in Bregenz, killed 12 people."
    assert Case(text).disagreements() == []


@pytest.mark.parametrize(
    ("kind", "a", "b"),
    [
        (
            "number",
            "Some 42 people drowned when the ferry Aurelia sank off Port Lessing.",
            "The sinking of the Aurelia off Port Lessing claimed 57 lives.",
        ),
        (
            "number",
            "The fire at the Halvorsen factory in Brenka killed 31 people.",
            "48 workers perished in the blaze at the Halvorsen factory in Brenka.",
        ),
        (
            "number",
            "About 200,000 people marched through Valmora on 8 May against the reform.",
            "Police estimated the crowd of 8 May in Valmora against the reform at 35,000.",
        ),
        (
            "number",
            "The government of Ostria has spent 1.2 billion euros on the Lindau airport.",
            "The Lindau airport has cost Ostria 3 billion euros.",
        ),
        ("number", "Turnout in the referendum in Kalvia was 41 percent.", "Turnout in Kalvia's referendum did not exceed 28 percent."),
        ("date", "The Sunrise Party was founded in 1965.", "Founded in 1971, the Sunrise Party was banned after the coup."),
        ("date", "The mine at Korvald was closed in 2004.", "When the mine at Korvald shut down in 2007, the men lost their jobs."),
        ("date", "Maria Estevan left the party in 2008.", "Maria Estevan, who had quit the party in 2011, joined the government."),
        (
            "place",
            "Tomas Keller was arrested in Vienna on 4 January 2010.",
            "Tomas Keller was arrested in Graz on 4 January 2010, his lawyer said.",
        ),
        (
            "agent",
            "The hospital in Marun was shelled by government forces.",
            "The ministry said that rebels shelled the hospital in Marun.",
        ),
        ("polarity", "The village of Marun was evacuated before the flood.", "The village of Marun was never evacuated, residents said."),
    ],
)
def test_other_words_for_one_thing_meet(kind: str, a: str, b: str) -> None:
    assert kind in {row.kind for row in Case(a, b).disagreements()}


@pytest.mark.parametrize(
    ("second", "rows"), [("Ada Dorn was arrested today in her wellknown mill.", 0), ("Today Ada Dorn was arrested in her mill.", 1)]
)
def test_a_copy_of_another_day_gives_no_other_date(second: str, rows: int) -> None:
    case = Case(("Ada Dorn was arrested today in her well-known mill.", "2031-05-15"), (second, "2031-05-17"))
    assert len([row for row in case.disagreements() if row.kind == "date"]) == rows

"""Figures and dates of sentences that tell one thing in like words, of which no pack knows what they are figures of."""

from __future__ import annotations

import pytest

from testimonia.link.disagree import documents
from testimonia.link.disagree.gathering import Gathered
from testimonia.link.disagree.naming import Named
from testimonia.link.disagree.retold import retold
from testimonia.link.disagree.standing import Whole
from tests.link.disagree.case_of import Case, values

DAY, NEXT = "2031-05-15", "2031-05-16"
ONE = "Ada Varga of Orlau showed the Lissen Herald round the old mill. {} The Lissen Herald was the first paper that Ada Varga let in."
OTHER = "The Lissen Herald brings a page on Ada Varga. {} Ada Varga has lived in Orlau since she left school, the Lissen Herald adds."
CHEST = "Ada Varga found in the cellar of the mill a painted chest that held {} letters tied with red ribbon."
STOCK = "Ada Varga says it shows that she can still close the gap in the sums of the mill, which stood at {} before the fair."
GAP = "The gap in the sums of the mill stood at {} before the fair, but Ada Varga says that she can still close it."
RIBBON = "A painted chest with {} letters, all tied with ribbon, stood in the cellar, Ada Varga recalls."


def pairs(one: str, other: str, days: tuple[str, str] = (DAY, NEXT)) -> list[set[str]]:
    """The figures and dates of one thing that two texts about one matter give in these two sentences."""
    case = Case((ONE.format(one), days[0], "en"), (OTHER.format(other), days[1], "en"))
    named = Named.of(case.store)
    columns, _, _ = documents(case.store, named, Gathered(case.store, named))
    return [{told.value for told in pair} for pair in retold(case.store, named, Whole.of(columns).articles)]


def test_what_no_claim_tells_is_a_question() -> None:
    case = Case((ONE.format(STOCK.format(263)), DAY, "en"), (OTHER.format(GAP.format(350)), NEXT, "en"))
    (row,) = case.disagreements()
    assert (row.kind, values(row)) == ("number", {"263", "350"})
    assert "in like words" in row.reason
    assert row.question.startswith("Which figure stands here: “")


def test_figures_of_one_noun_in_two_tellings_are_a_question() -> None:
    assert pairs(CHEST.format(310), RIBBON.format(260)) == [{"310", "260"}]


@pytest.mark.parametrize(("day", "found"), [("3 May", [{"310", "260"}]), ("9 May", [])])
def test_figures_of_two_days_are_figures_of_two_things(day: str, found: list[set[str]]) -> None:
    one, other = (f"{told[:-1]} on {when}." for told, when in ((CHEST.format(310), "3 May"), (RIBBON.format(260), day)))
    assert [pair for pair in pairs(one, other) if pair & {"310"}] == found


@pytest.mark.parametrize("other", ["310", "about 320", "more than 310", "more than 280", "200 to 400"])
def test_the_same_in_other_words_is_none(other: str) -> None:
    assert pairs(CHEST.format(310), RIBBON.format(other)) == []


def test_another_noun_is_none() -> None:
    assert pairs(CHEST.format(310), RIBBON.replace("letters", "photographs").format(260)) == []


def test_a_figure_that_one_text_gives_too_is_none() -> None:
    assert pairs(CHEST.format(310), RIBBON.format(260) + " A second chest held 310 letters.") == []


def test_sentences_that_share_little_or_name_other_persons_are_none() -> None:
    assert pairs(CHEST.format(310), "Ada Varga keeps 260 letters from her brother on a shelf.") == []
    assert pairs(CHEST.format(310), RIBBON.replace("Ada Varga recalls", "says Mr Jonas Petri, who teaches drawing").format(260)) == []


def test_texts_of_another_season_are_none() -> None:
    assert pairs(CHEST.format(310), RIBBON.format(260), days=(DAY, "2032-05-15")) == []


def test_of_several_figures_the_one_is_meant_beside_which_the_same_stands() -> None:
    one = "The painted chest in the cellar of the mill at Orlau brought 40 euros at a sale, its iron lock 900 euros, Ada Varga says."
    other = "Ada Varga says that the painted chest in the cellar of the mill at Orlau brought 55 euros at a sale."
    assert pairs(one, other) == [{"40 EUR", "55 EUR"}]


def test_a_day_of_the_month_is_a_question() -> None:
    one = "Ada Varga opened the painted chest in the cellar of the mill on 3 May before two witnesses from the parish."
    other = "Two witnesses from the parish saw Ada Varga open the painted chest on 6 May in the mill."
    assert pairs(one, other) == [{"2031-05-03", "2031-05-06"}]


def test_two_places_and_shares_and_lengths_of_time_are_none() -> None:
    told = "Ada Varga rubbed linseed oil into the painted lid of the chest for {} and then laid it in the sun."
    assert pairs(told.format("30 months"), told.format("18 months")) == []
    assert (
        pairs(CHEST.replace("{} letters", "{} percent sand").format(30), RIBBON.replace("{} letters", "{} percent sand").format(40)) == []
    )
    assert pairs(CHEST.format(310) + " It was in Paris.", RIBBON.format(260) + " It was in Vienna.") != []
    assert pairs(CHEST.replace("the mill", "Paris").format(310), RIBBON.replace("cellar", "cellar in Vienna").format(260)) == []


def test_the_others_beside_one_and_a_figure_without_a_number_are_none() -> None:
    assert pairs(CHEST.format("the deed and 310 other"), RIBBON.format(260)) == []
    assert pairs(STOCK.format("millions of euros"), GAP.format("350 million euros")) == []
    assert pairs(STOCK.format("20 million euros"), GAP.format("350 million euros")) == [{"20,000,000 EUR", "350,000,000 EUR"}]


def test_how_often_is_none() -> None:
    told = "Ada Varga winds the old clock of the mill {} times a week with a painted key from the cellar."
    assert pairs(told.format("ten"), told.format("three").replace("winds", "wound")) == []


def test_a_fraction_with_fewer_digits_is_the_same() -> None:
    assert pairs(CHEST.replace("letters", "kilos").format("2.83"), RIBBON.replace("letters", "kilos").format("2.8")) == []

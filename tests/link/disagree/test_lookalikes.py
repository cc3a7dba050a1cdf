"""Pairs that look like disagreements on pages about unrelated things and are none, each beside one that is."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from testimonia.link.disagree import apart, dated
from tests.link.disagree.case_of import Case


def kinds(*texts: str | tuple[str, str]) -> list[str]:
    return [row.kind for row in Case(*texts).disagreements()]


@pytest.mark.parametrize(
    "texts",
    [
        # able to do one thing, unable to do another
        ("Ilse Varga is able to walk again, her doctor said.", "Ilse Varga is unable to pay the fine, her lawyer said."),
        # an act that ought to be done is not one that is said to be done
        ("Ilse Varga should follow the rule and publish the letters.", "Ilse Varga did not publish the letters."),
        # "never longer than" denies the length only; work on one thing and in another place
        ("Ilse Varga never spoke longer than ten minutes in Lindau.", "On Monday Ilse Varga spoke in Lindau for ten minutes."),
        ("Ilse Varga had not worked on the case in Lindau.", "Ilse Varga worked at a firm in Lindau on the case files."),
        # what a relative clause is about
        ("Ilse Varga never used the studio in Lindau.", "They saw the old studio in Lindau that Ilse Varga used."),
    ],
)
def test_acts_and_states_that_do_not_exclude_each_other(texts: tuple[str, str]) -> None:
    assert not {"polarity", "status"} & set(kinds(*texts))


def test_the_same_ability_is_one_axis() -> None:
    assert "status" in kinds(
        "Ilse Varga is able to pay the fine, her lawyer said.", "Ilse Varga is unable to pay the fine, the court said."
    )


def test_a_denial_answers_the_charge_that_stands_next_to_it() -> None:
    text = (
        "The mayor accused Ilse Varga of stealing the painting. In Turku she faced a second allegation, of forgery. "
        "Varga denied both allegations."
    )
    assert "polarity" not in kinds(text)
    assert "polarity" in kinds("The mayor accused Ilse Varga of stealing the painting. Varga denied the allegation.")


def test_what_polls_find_are_findings_of_their_own() -> None:
    a = ("In a poll for the Lindau Courier, Ilse Varga leads Jon Ostberg by 43 percent.", "2016-05-02")
    b = ("Ilse Varga leads Jon Ostberg by 49 percent in a poll of likely voters.", "2016-05-20")
    assert kinds(a, b) == []


def test_shares_of_people_in_different_things() -> None:
    a = "Some 52 percent of voters agreed that Ilse Varga is in good health."
    b = "Just 9 percent of voters think that the debate helped Ilse Varga."
    assert kinds(a, b) == []


def test_a_text_that_gives_both_measures_disagrees_with_neither() -> None:
    a = "At the end of 2017 Hallmark Glass had 3.7 GW of annual capacity in Ostria."
    b = "The industry of Ostria had an annual capacity of 8.6 GW at the end of 2017. Hallmark Glass had 3.7 GW of cell capacity."
    assert kinds(a, b) == []


def test_an_inch_in_a_name_counts_nothing() -> None:
    a = "Hallmark Stores offers the 12-inch Vela in Lindau on Monday."
    b = "Hallmark Stores offers the 16-inch Vela in Lindau on Monday."
    assert kinds(a, b) == []


def test_a_deal_and_another_contract_without_a_name_in_common() -> None:
    a = ("The deal was approved on 14 November 2019.", "2019-11-20")
    b = ("They were told to sign the contract by 18 November 2019.", "2019-11-20")
    assert kinds(a, b) == []


def test_copies_raise_a_question_once() -> None:
    a = "The mayor accused Ilse Varga of stealing the painting. Varga denied the allegation."
    rows = Case(a, a, origins=((0, 1),)).disagreements()
    assert [row.kind for row in rows] == ["polarity"]
    assert all({claim.document for claim in answer.claims} == {"d0", "d1"} for answer in rows[0].answers)


def test_some_may_be_so_and_others_not() -> None:
    assert "status" not in kinds(
        "Some Ostrians are safe in Lindau, the mayor said.", "Many Ostrians are unsafe in Lindau, the courier wrote."
    )


def test_so_many_of_anything_in_texts_about_the_same() -> None:
    a = "There were two candidates. Ilse Varga spoke in Lindau."
    b = "Ilse Varga left Lindau. There are three candidates in Turku."
    assert kinds(a, b) == []


@pytest.mark.parametrize(
    "texts",
    [
        # two places on one day; two quarters; two rounds; a clause that only measures another
        (
            ("A bus crash near Brenka killed 12 people on Monday.", "2019-06-03"),
            ("A bus crash near Turku killed 15 people on Monday.", "2019-06-04"),
        ),
        (
            ("Sales of Hallmark Glass rose 4 percent in the first quarter.", "2019-04-07"),
            ("Sales of Hallmark Glass rose 9 percent in the second quarter.", "2019-07-15"),
        ),
        ("Ilse Varga is not releasing her letters.", "The sooner Ilse Varga releases her letters, the better, her lawyer said."),
    ],
)
def test_other_places_times_and_measures_are_other_questions(texts: tuple[str, str]) -> None:
    assert not {"number", "polarity"} & set(kinds(*texts))


@pytest.mark.parametrize(
    "text",
    [
        "The writer Jonas Pell had also faced a probe over a second complaint, which was dropped in 2015. Pell denied both allegations.",
        "Jonas Pell was investigated over the missing funds in 2015. Pell denied the allegations.",
    ],
)
def test_who_denies_a_charge_denies_neither_that_it_was_made_nor_what_followed_on_it(text: str) -> None:
    assert kinds(text, text) == []


def test_who_calls_a_claim_false_does_not_say_it_of_themselves() -> None:
    text = "The council accused the Tide Front of flooding the town. Both independent engineers and fishermen said the claims are false."
    assert kinds(text, text) == ["polarity"]


def test_one_doer_under_two_names_is_one_answer() -> None:
    a = "The Sunrise Liberation Front (SLF) claimed responsibility for the bombing of the Lindau market."
    b = "The SLF claimed responsibility for the bombing of the Lindau market."
    c = "The ministry blamed the bombing of the Lindau market on the Red Harbour movement."
    assert kinds(a, b) == []
    assert kinds(a, c) == ["agent"]


def test_a_denial_in_words_of_its_own_denies_what_it_says() -> None:
    text = "The mayor accused Ilse Varga of stealing the old painting. Varga denied that she had met the singer of the new choir."
    assert "polarity" not in kinds(text)


def test_texts_without_a_date_that_only_have_their_subject_in_common() -> None:
    a = "Ilse Varga spoke in Lindau. Ilse Varga opened a hall. The hall is new. Rain fell for days. In all, 12 people were killed."
    b = "Ilse Varga came to Lindau. Ilse Varga saw a school. The school is old. Storms went on for weeks. In all, 41 people were killed."
    assert kinds(a, b) == []


@pytest.mark.parametrize("speaker", ["I", "we", "they"])
def test_a_date_of_whoever_speaks_is_nobody_elses(speaker: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, answer in (
        ("contrary", False),
        ("rounds", ""),
        ("long_before", False),
        ("past_and_to_come", False),
        ("in_their_places", False),
        ("in_one_class", "one event"),
    ):
        monkeypatch.setattr(dated, name, lambda *_, answer=answer: answer)
    spoken, other = (SimpleNamespace(claim=SimpleNamespace(predicate="begin", subject=subject)) for subject in (speaker, "kiln"))
    assert dated.same_event_dated(other, other, None, None) == "one event"  # type: ignore[arg-type]
    assert dated.same_event_dated(spoken, other, None, None) is None  # type: ignore[arg-type]
    assert dated.same_event_dated(other, spoken, None, None) is None  # type: ignore[arg-type]


def test_a_town_may_lie_in_a_country() -> None:
    nothing_said = SimpleNamespace(contents={})
    assert apart.inside_one_another("Italy", "Mantua", nothing_said)  # type: ignore[arg-type]
    assert not apart.inside_one_another("Italy", "Spain", nothing_said)  # type: ignore[arg-type]
    assert not apart.inside_one_another("Lindau", "Mantua", nothing_said)  # type: ignore[arg-type]


def test_what_a_share_is_of_must_be_told() -> None:
    texts = (
        "In Lindau it climbed 2.04 percent after Orbis spoke.",
        "Orbis was silent in Lindau, and shares rose more than 3 percent.",
    )
    assert kinds(*((text, "2020-03-02") for text in texts)) == []
    texts = (
        "In Lindau the stock climbed 2.04 percent after Orbis spoke.",
        "Orbis was silent in Lindau, and its stock climbed more than 3 percent.",
    )
    assert kinds(*((text, "2020-03-02") for text in texts)) == ["number"]


def test_what_holds_for_one_need_not_for_another() -> None:
    assert "status" not in kinds("Orbis Drive is available on tablets.", "Orbis Drive is not available for phones.")
    assert "status" in kinds("Orbis Drive is available on tablets.", "Orbis Drive is unavailable on tablets.")


def test_a_word_that_ends_a_longer_one_tells_no_state() -> None:
    assert kinds("The 20-year-old student Ilse Varga spoke in Lindau.", "Ilse Varga is young, the dean of Lindau said.") == []


def test_what_else_a_sentence_counts_takes_no_figure_from_an_answer() -> None:
    case = Case(
        (
            "Das Ministerium in Lindau spricht von neun Toten, und die Front hat am Mittwoch vierzehn Namen veröffentlicht.",
            "2031-02-06",
            "de",
        ),
        ("Nine people were killed when the Lindau barrage broke on Sunday, the ministry in Lindau said.", "2031-02-05"),
        ("Fourteen people were killed when the Lindau barrage broke on Sunday, the Front said in Lindau.", "2031-02-06"),
    )
    answers = {answer.value: {claim.document for claim in answer.claims} for row in case.disagreements() for answer in row.answers}
    assert answers["9"] == {"d0", "d1"}

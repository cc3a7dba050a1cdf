"""None and one where no figure stands, and how a figure is meant that only may or would be."""

from __future__ import annotations

import pytest

from testimonia.base.extractions import Claim
from tests.extract.figures_kit import claims


def numbers(text: str) -> set[tuple[str, str, str]]:
    """The predicate, what is counted, and the value of each figure claimed."""
    return {(claim.predicate, claim.object, claim.value) for claim in figures(text)}


def figures(text: str) -> list[Claim]:
    return claims(text, "number")


@pytest.mark.parametrize(
    ("text", "claimed"),
    [
        ("Nobody was hurt in the fire, the fire brigade said.", {("injure", "people", "0")}),
        ("No one was killed when the crane fell.", {("kill", "people", "0")}),
        ("No civilians were killed in the raid on Varsk.", {("kill", "civilian", "0")}),
        ("None of the passengers was injured.", {("injure", "people", "0")}),
        ("No arrests have been reported in Varsk.", {("arrest", "people", "0")}),
        ("There were no casualties, the ministry said.", {("kill", "people", "0"), ("injure", "people", "0")}),
        ("Nothing was stolen from the chapel.", {("steal", "item", "0")}),
        ("There was one guard in the museum of Varsk.", {("stock", "guard", "1")}),
    ],
)
def test_none_and_one_answer_how_many(text: str, claimed: set[tuple[str, str, str]]) -> None:
    assert numbers(text) == claimed


def test_the_words_of_none_are_its_span() -> None:
    text = "Police said that no civilians were killed in Varsk."
    (one,) = figures(text)
    assert one.span.of(text) == "no civilians were killed"
    assert one.polarity == "positive"


@pytest.mark.parametrize(
    "text",
    [
        "Nobody survived the crash near Varsk.",  # all died
        "The minister gave no reason for the arrests.",
        "One day the bridge was closed.",
        "He was not hurt in the fire.",
    ],
)
def test_what_says_nothing_of_how_many_claims_no_number(text: str) -> None:
    assert numbers(text) == set()


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("The new quay would cost 20 million dollars.", "future"),
        ("Ternak plans to cut 450 jobs.", "future"),
        ("As many as 800 men may have fallen at Varsk.", "alleged"),
        ("If the quay were built, it would cost 20 million dollars.", "conditional"),
    ],
)
def test_without_an_if_a_guess_or_a_plan_is_an_answer(text: str, modality: str) -> None:
    assert {claim.modality for claim in figures(text)} == {modality}


@pytest.mark.parametrize(
    ("text", "value", "phase"),
    [
        ("Forty drowned, among them six children, and 55 were pulled from the water by fishermen.", "55", ""),
        ("The mill employs 1,150 weavers, each of whom has a contract.", "1150", ""),
        ("Forty people boarded the ferry after paying 2,000 euros each.", "2000 EUR", ""),
        ("The carts carried 20 prisoners each.", "20", "part"),
    ],
)
def test_words_of_parts_reach_no_other_clause(text: str, value: str, phase: str) -> None:
    assert [claim.phase for claim in figures(text) if claim.value == value] == [phase]


def test_a_whole_of_which_a_share_is_told_is_how_many_there_are() -> None:
    found = {claim.value: claim.predicate for claim in figures("Ternak will cut a quarter of its 9,000 staff in May.")}
    assert found["9000"] == "stock"


def test_a_heart_that_stops_is_no_arrest() -> None:
    assert not [one for one in claims("Ana Kola suffered a cardiac arrest on 3 May 2012.", "date") if one.predicate == "arrest"]


@pytest.mark.parametrize(
    ("text", "language", "claimed"),
    [
        ("Zwölf Bergretter wurden in Varsk verletzt.", "de", ("injure", "people", "12")),
        ("La policía se incautó de 300 botellas.", "es", ("seize", "bottle", "300")),
        ("80 secouristes ont été mobilisés à Varsk.", "fr", ("stock", "rescuer", "80")),
    ],
)
def test_figures_without_a_parser(text: str, language: str, claimed: tuple[str, str, str]) -> None:
    assert claimed in {(one.predicate, one.object, one.value) for one in claims(text, "number", language=language)}


def test_a_day_without_a_parser_dates_what_may_happen_again() -> None:
    (one,) = claims("La farine a été livrée dimanche 6 mai 2012 à Varsk.", "date", language="fr")
    assert (one.predicate, one.value) == ("move", "2012-05-06")

"""Figures on somebody's word: who gives one, what a bare one counts, and which are only some of a whole."""

from __future__ import annotations

import pytest

from tests.extract.figures_kit import read

Told = set[tuple[str, str, str]]


def told(text: str, language: str = "en") -> Told:
    """What each figure says, how much, and whose word it is."""
    found = read(text, language=language)
    voices = {one.id: one.source.of(text) if one.source else "" for one in found.attributions}
    return {(c.predicate, c.value, voices.get(c.attribution or "", "")) for c in found.claims if c.kind == "number"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The clinic has counted 14 dead.", ("kill", "14", "The clinic")),
        ("The coroner registered 14 deaths.", ("kill", "14", "The coroner")),
        ("Red Lantern speaks of 40 injured.", ("injure", "40", "Red Lantern")),
        ("The union puts the number of dead at 19.", ("kill", "19", "The union")),
        ("The mayor's office estimated the damage at 40 million dollars.", ("figure", "40000000 USD", "The mayor's office")),
        ("The clinic has counted 14 dead. The mine insists on nine.", ("kill", "9", "The mine")),
    ],
)
def test_who_gives_a_figure_is_its_source(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in told(text)


@pytest.mark.parametrize("text", ["The team recorded 12 wins.", "The gauge could register 14 deaths.", "She put the lid on the pot."])
def test_a_figure_that_nobody_gives_has_no_source(text: str) -> None:
    assert {voice for *_, voice in told(text)} <= {""}


def test_a_bare_figure_answers_the_question_of_its_own_sentence() -> None:
    text = (
        "The union puts the number of dead at 19. It was unclear how many people were on board: the harbour office spoke of 70, "
        "while the sailors said there were more than 90."
    )
    found = told(text)
    assert {("kill", "19", "The union"), ("board", "70", "the harbour office")} <= found
    assert not {value for predicate, value, _ in found if predicate == "kill"} - {"19"}


@pytest.mark.parametrize(
    ("text", "phase"),
    [
        ("The doctor examined six of the dead.", "part"),
        ("The book rests on twelve survivors with whom the author has talked.", "part"),
        ("The bishop met 20 survivors.", "part"),
        ("Divers found six bodies.", ""),
        ("There are twelve survivors.", ""),
    ],
)
def test_those_with_whom_somebody_had_to_do_are_a_part(text: str, phase: str) -> None:
    assert [c.phase for c in read(text).claims if c.kind == "number"] == [phase]


@pytest.mark.parametrize(
    ("language", "often", "people"),
    [
        ("fr", "Le centre de secours a appelé la ville à quatre reprises.", "Quatre marins ont été secourus."),
        ("de", "Das gerettete Schiff wurde vier Mal gerufen.", "Vier Menschen wurden gerettet."),
        ("ru", "Спасенный корабль звонил четыре раза.", "Спасены четыре человека."),
        ("tr", "Kurtarma merkezi dört kez arandı.", "Dört kişi kurtarıldı."),
    ],
)
def test_how_often_counts_nobody(language: str, often: str, people: str) -> None:
    assert told(often, language) == set()
    assert ("rescue", "4", "") in told(people, language)

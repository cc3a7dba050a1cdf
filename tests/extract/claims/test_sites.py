"""Where something is said to have happened, whoever underwent it."""

from __future__ import annotations

import pytest

from tests.extract.figures_kit import claims


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The captives were handed over in Lindau.", [("hand over", "Lindau")]),
        ("The drugs were discovered in the port of Lindau.", [("discover", "Lindau")]),
        ("Eleven people were hurt in a scuffle outside the Lindau depot.", [("injure", "Lindau depot")]),
        ("The disease broke out in Lindau in May.", [("begin", "Lindau")]),
        ("Drones were used in Norland and Ostria.", []),  # in neither of the two alone
        ("He was told so in Lindau.", []),  # no event
        ("The captives were not handed over in Lindau.", []),
        ("The captives were hit in Norland-led raids.", []),  # who led them
        ("The report was published in the Lindau Herald.", []),  # a paper
        ("They began air raids on Norland rebels.", []),  # whom they are aimed at
    ],
)
def test_the_place_of_an_event(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(claim.predicate, claim.value) for claim in claims(text, "place")] == expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Bei einem Brand in Hamburg wurden zwei Häuser zerstört.", "de", [("destroy", "Hamburg")]),
        ("Der Damm ist nicht bei Hamburg gebrochen.", "de", []),  # denied
        ("Deux maisons ont été détruites à Varnes.", "fr", [("destroy", "Varnes")]),
        ("El autobús salió de Varnes.", "es", []),  # no event
    ],
)
def test_the_place_of_an_event_without_a_parser(text: str, language: str, expected: list[tuple[str, str]]) -> None:
    assert [(claim.predicate, claim.value) for claim in claims(text, "place", language=language)] == expected


@pytest.mark.parametrize("text", ["", "IN GRAUWITZ GETÖTET IN GRAUWITZ", "in " * 9000, "getötet in Grauwitz, " * 2000])
def test_odd_texts_are_no_trouble(text: str) -> None:
    assert len(claims(text, "place", language="de")) <= 2000

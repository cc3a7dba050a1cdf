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
        ("He was told so in Lindau.", []),  # no event
        ("The captives were not handed over in Lindau.", []),
    ],
)
def test_the_place_of_an_event(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(claim.predicate, claim.value) for claim in claims(text, "place")] == expected

"""Figures of some of those counted before: what they are called is not what befell others."""

from __future__ import annotations

import pytest

from tests.link.disagree.case_of import Case


def counts(text: str) -> set[tuple[str, str, str]]:
    return {(claim.predicate, claim.value, claim.phase) for claim in Case(text).store.records("claims") if claim.kind == "number"}


@pytest.mark.parametrize(
    ("text", "some"),
    [
        ("Three persons died under it and twelve were injured, nine of them police officers.", ("injure", "9", "part")),
        ("The police said 41 people were hurt, six of them children.", ("injure", "6", "part")),
        ("Twelve were injured, nine of whom were officers.", ("injure", "9", "part")),
        ("Some 90 guards were injured at $15 an hour. He says 30 of them were injured badly.", ("injure", "30", "part")),
        ("Eleven were hurt, three of them died.", ("kill", "3", "")),
    ],
)
def test_what_some_of_those_before_are_called_is_not_what_befell_others(text: str, some: tuple[str, str, str]) -> None:
    found = counts(text)
    assert some in found
    assert [value for _, value, _ in found].count(some[1]) == 1


@pytest.mark.parametrize("text", ["Dozens of dead lay there.", "Scores of injured were treated.", "Thousands of deaths were counted."])
def test_a_round_number_of_them_may_open_a_text(text: str) -> None:
    assert all(phase != "part" for _, _, phase in counts(text))

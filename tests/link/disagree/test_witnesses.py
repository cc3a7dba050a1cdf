"""How many independent origins stand behind an answer: never more than there are, and one speaker's words count once."""

from __future__ import annotations

import pytest

from testimonia.link.disagree.witnesses import matched
from tests.link.disagree.case_of import Case

CLINIC = "Soldiers killed nine people in Morvel on Monday. “Nine people were killed in Morvel on Monday,” Dr Irma Sand said."
AGAIN = "“Nine people were killed in Morvel on Monday,” Dr Irma Sand said at the clinic."
GUARD = "Four people were killed in Morvel on Monday, the guard said."


def behind(*texts: str, origins: tuple[tuple[int, ...], ...] = ()) -> dict[str, int]:
    (row,) = Case(*((text, "2031-05-15") for text in texts), origins=origins).disagreements()
    for answer in row.answers:
        assert answer.witnesses <= len({claim.origin for claim in answer.claims})
    return {answer.value: answer.witnesses for answer in row.answers}


def test_a_text_and_the_quotation_in_it_are_one() -> None:
    assert behind(CLINIC, GUARD) == {"9": 1, "4": 1}


def test_two_texts_that_quote_one_person_are_one() -> None:
    assert behind(CLINIC, AGAIN, GUARD) == {"9": 1, "4": 1}


def test_a_copy_and_the_quotation_in_it_are_one() -> None:
    assert behind(CLINIC, CLINIC, GUARD, origins=((0, 1), (2,))) == {"9": 1, "4": 1}


@pytest.mark.parametrize(
    ("voices", "count"),
    [
        ({"one": ["Ana", "Ivo", "Eva"]}, 1),
        ({"one": ["Ana", "Ivo"], "two": ["Ana"], "three": ["Ana"]}, 2),
        ({"one": ["Ana", "Ivo"], "two": ["Ana"], "three": ["three"]}, 3),
        ({"one": ["Ana"], "two": ["Ana", "Ivo"], "three": ["Ivo"]}, 2),
    ],
)
def test_each_origin_and_each_voice_counts_once(voices: dict[str, list[str]], count: int) -> None:
    assert matched(voices) == count

"""Verbs of saying whose subject the parser takes for something else, and sentences that only look like them."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from testimonia.base.spans import Span
from testimonia.extract.attributions.quoted import below
from tests.extract.attributions.reading import read, triples


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ten people were hurt, the chief doctor of the Orr hospital, Ann Lee, told the Herald.",
            ("the chief doctor of the Orr hospital, Ann Lee", "told", "Ten people were hurt"),
        ),
        ("The guards beat six people, the mayor, Bo Lund, said.", ("the mayor, Bo Lund", "said", "The guards beat six people")),
        (
            "The officer Tim Orr had lived in Westport, a quarter of the capital, reported the Independent.",
            ("the Independent", "reported", "The officer Tim Orr had lived in Westport, a quarter of the capital"),
        ),
        (
            "Two people died when a wall fell in the city of Dorn, police and witnesses said.",
            ("police and witnesses", "said", "Two people died when a wall fell in the city of Dorn"),
        ),
        ("The plan was dropped in May, wrote the Morning Star.", ("the Morning Star", "wrote", "The plan was dropped in May")),
        (
            "Bo Lund, the noted local journalist stated that the dam is unsafe.",
            ("Bo Lund, the noted local journalist", "stated", "that the dam is unsafe"),
        ),
        (
            "Before the Cell was struck from the list of foreign groups, Bo Lund, the old journalist stated that the dam is unsafe.",
            ("Bo Lund, the old journalist", "stated", "that the dam is unsafe"),
        ),
        (
            "The firm can pay high officials, Bo Lund, the noted local journalist stated.",
            ("Bo Lund, the noted local journalist", "stated", "The firm can pay high officials"),
        ),
    ],
)
def test_a_subject_beside_its_verb_is_found(text: str, expected: tuple[str, str, str]) -> None:
    assert triples(text, read(text, learned=True)) == [expected]


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("The guards arrested Bo Lund, the minister said.", ["the minister"]),
        ("Bo Lund, the mayor said, is ill.", ["the mayor"]),
        ("He met his brother, Bo Lund, and told the Herald that it was over.", ["He"]),
        ("The mayor visited the bridge, met the workers, told the guards, and left.", []),
        ("He read the letter, wrote the answer.", []),
    ],
)
def test_a_name_beside_a_verb_that_is_not_its_subject_stays_where_it_is(text: str, sources: list[str]) -> None:
    assert [source for source, _, _ in triples(text, read(text, learned=True))] == sources


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "A new survey has lower numbers for the mill (a third of the clerks say they never go), but also shows that most want it open.",
            [
                ("a third of the clerks", "say", "they never go"),
                ("A new survey", "shows", "that most want it open"),
            ],
        ),
        (
            "Both drivers agree: the gate was open. The owners say one thing: nobody warned them.",
            [("Both drivers", "agree", "the gate was open"), ("The owners", "say", "nobody warned them")],
        ),
        (
            "On Monday the crew told the paper the same: the pump had failed twice.",
            [("the crew", "told", "the pump had failed twice")],
        ),
    ],
)
def test_brackets_and_colons_part_what_the_parser_joins(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert triples(text, read(text, learned=True)) == expected


@pytest.mark.parametrize(
    ("line", "clause", "frames"), [("The rule reads (as changed):", "as changed", []), ("The rule reads:", "reads", ["below:colon"])]
)
def test_a_bracket_before_a_colon_announces_nothing(line: str, clause: str, frames: list[str]) -> None:
    text = f"{line}\n\nNo boat may leave."
    scene = SimpleNamespace(text=text, end=len(line), below=(Span(len(line) + 2, len(text)),), further=())
    assert [frame for frame, _ in below(scene, line.index(clause) + len(clause), [])] == frames  # type: ignore[arg-type]

"""Questions about sizes, in words that a person would use."""

from __future__ import annotations

import pytest

from testimonia.link.disagree.witnesses import told_together
from testimonia.link.disagree.writing import several_of, size_line
from tests.link.disagree.case_of import Case


@pytest.mark.parametrize(
    ("measured", "line"),
    [
        ("km length", "What is the length{context}?"),
        ("[mi_i]/h top speed", "What is the top speed{context}?"),
        ("% turnout", "What percentage is the turnout{context}?"),
        ("EUR debt", "What is the debt{context}?"),
        ("EUR sum", "How much money is it{context}?"),
        ("km size", "How large is it{context}?"),
        ("a age", "How old is it{context}?"),
        ("magnitude", "What is the magnitude{context}?"),
    ],
)
def test_a_size_is_asked_for_by_its_name(measured: str, line: str) -> None:
    assert size_line(measured) == line


@pytest.mark.parametrize(
    ("noun", "plural"),
    [("country", "countries"), ("day", "days"), ("watch", "watches"), ("policeman", "policemen"), ("schoolchild", "schoolchildren"),
     ("human", "humans"), ("specimen", "specimens"), ("women", "women"),
     ("German", "Germans"), ("person", "people"), ("police", "police"), ("house", "houses"), ("", "")],
)  # fmt: skip
def test_what_is_counted_is_asked_for_in_the_plural(noun: str, plural: str) -> None:
    assert several_of(noun) == plural


def test_units_are_written_as_people_write_them() -> None:
    case = Case("The Orda bridge is 12 miles long.", "The Orda bridge is 14 miles long.")
    (found,) = case.disagreements()
    assert found.question.startswith("What is the length")
    assert [answer.value for answer in found.answers] == ["12 miles", "14 miles"]


def test_reasons_of_one_head_are_told_once() -> None:
    reasons = [
        "the same kind of event, tied by the same names, like words",
        "how many there were",
        "the same kind of event, tied by like words, the same day",
    ]
    told = ["the same kind of event, tied by the same names, like words, the same day", "how many there were"]
    assert told_together(reasons) == told

"""Questions about sizes, in words that a person would use."""

from __future__ import annotations

import pytest

from testimonia.link.disagree.writing import several_of, size_line, time_line
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


@pytest.mark.parametrize(
    ("time", "line"), [("2011-03", "2011-03"), ("/2011", "until 2011"), ("2011/", "from 2011"), ("2010/2012", "2010 to 2012")]
)
def test_a_span_of_times_is_written_in_words(time: str, line: str) -> None:
    assert time_line(time) == line


def test_units_are_written_as_people_write_them() -> None:
    case = Case("The Orda bridge is 12 miles long.", "The Orda bridge is 14 miles long.")
    (found,) = case.disagreements()
    assert found.question.startswith("What is the length")
    assert [answer.value for answer in found.answers] == ["12 miles", "14 miles"]

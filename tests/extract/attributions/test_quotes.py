"""Quotation marks, whole and broken."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from testimonia.base.spans import Span, lines
from testimonia.extract.attributions.quotes import Quote, find_quotes


def found(text: str) -> list[Quote]:
    return find_quotes(text, [line for line in lines(text) if line.end > line.start])


def words(text: str) -> list[list[str]]:
    return [[span.of(text) for span in quote.spans] for quote in found(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“Rain,” she said, “at last.”", [["“Rain,”"], ["“at last.”"]]),
        ('"Rain," she said. "At last."', [['"Rain,"'], ['"At last."']]),
        ("„Regen“, sagte sie, »endlich«.", [["„Regen“"], ["»endlich«"]]),
        ("« De la pluie », dit-elle.", [["« De la pluie »"]]),
        (",,Regen'', sagte sie.", [[",,Regen''"]]),
        ("「雨だ」と彼女は言った。", [["「雨だ」"]]),
        ("''Rain,'' she said.", [["''Rain,''"]]),
        ("“Rain.\n“Wind.\n“Snow,” she said.", [["“Rain.", "“Wind.", "“Snow,”"]]),
        ("“Rain.\nWind came next. “\nShe left.", [["“Rain.", "Wind came next. “"]]),
        ("“Rain and more rain\nShe left.", [["“Rain and more rain"]]),
        ("A 6'2\" man, ‘tall’ they said.", [["‘tall’"]]),
        ("The dogs' bowl isn't here.", []),
        ('"גשם", אמר ד"ר לוי, מנכ"ל המכון.', [['"גשם"']]),
    ],
)
def test_marks_are_paired_as_people_read_them(text: str, expected: list[list[str]]) -> None:
    assert words(text) == expected


def test_nested_quotations_know_their_depth() -> None:
    assert [quote.depth for quote in found("“She told me ‘no’ and left,” he said.")] == [0, 1]


@given(st.text(alphabet="ab .,\n\"'“”„«»‘’`", max_size=200))
def test_quotes_stay_in_their_paragraphs_and_never_cross(text: str) -> None:
    paragraphs = [line for line in lines(text) if line.end > line.start]
    for quote in find_quotes(text, paragraphs):
        assert all(any(paragraph.holds(span) for paragraph in paragraphs) for span in quote.spans)
        assert all(a.end <= b.start for a, b in zip(quote.spans, quote.spans[1:], strict=False))


def test_thousands_of_unmatched_marks_are_read_in_one_pass() -> None:
    text = "“a " * 20_000
    assert len(find_quotes(text, [Span(0, len(text))])) <= 20_000

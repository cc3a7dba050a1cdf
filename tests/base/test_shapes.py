"""The words and the shape of a line: what is told fast is what the plain patterns tell."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from testimonia.base.phrases import WORD, words_of
from testimonia.base.shapes import CLOCK, NUMERIC_DATE, OTHER_YEAR, YEAR, counted, shape

# The same patterns as one would write them first.
PLAIN = {
    YEAR: re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)"),
    OTHER_YEAR: re.compile(r"(?<!\d)[1١۱][2-4٢-٤۲-۴]\d\d(?!\d)"),
    CLOCK: re.compile(r"(?<!\d)\d{1,2}[:.h]\d\d(?!\d)"),
    NUMERIC_DATE: re.compile(r"(?<!\d)(?:\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d\d)|\d{4}[./-]\d{1,2}[./-]\d{1,2})(?!\d)"),
}
FIGURES = st.text("0123456789.:/-h ١٤x", max_size=24)


@given(st.one_of(st.text(max_size=60), st.text("aB'’_ .,-1é\tK“”‘—…·\u00a0", max_size=40)))
@example("Don't 'quote' the K_elvin's\x1csign\u212a")
def test_the_words_of_a_line(line: str) -> None:
    assert words_of(line) == WORD.findall(line.lower().replace("’", "'"))


@given(FIGURES)
@example("On 12.03.2021 at 9:15, 1999, 123:45, 12021")
def test_dates_and_hours_are_found_where_the_plain_patterns_find_them(line: str) -> None:
    for pattern, plain in PLAIN.items():
        assert [match.span() for match in pattern.finditer(line)] == [match.span() for match in plain.finditer(line)]


def test_the_shape_of_a_sentence() -> None:
    seen = shape("On 4 March 2021 the council met; Ana Ruiz said: “No.”")
    assert (seen.words, seen.ends_sentence, seen.ends_colon, seen.date) == (11, True, False, 2)
    assert seen.function >= 2
    counts = counted(seen.line)
    assert (counts.capitals, counts.digits, counts.quotes, counts.commas, counts.urls) == (4, 5, 2, 1, 0)
    assert seen.counts == counts


def test_an_address_is_told_whatever_land_it_ends_in() -> None:
    lines = ("read more at bote.se", "quelle: bote.de/x", "at 5 p.m", "of the U.S.A.", "z.B. so")
    assert [counted(line).urls for line in lines] == [1, 1, 0, 0, 0]


def test_a_date_of_an_unknown_language_is_told_by_its_form() -> None:
    lines = ("12 जनवरी 2018", "5 ოქტომბერი, 2017", "3 de abriel de 2019", "2014年8月3日 10時00分", "2014년 8월 3일")
    assert all(shape(line).is_date for line in lines)
    assert not any(shape(line).is_date for line in ("12 people 20 18", "In 2018 12 people", "2018 was a year", "მთავარი"))


def test_georgian_has_small_letters_at_the_start_of_a_sentence_too() -> None:
    assert not shape("მწყემსები ბარში ჩავიდნენ").starts_lower
    assert shape("shepherds came down").starts_lower and shape("пастухи спустились").starts_lower


@pytest.mark.parametrize(
    ("line", "ends"),
    [
        ("The mayor asked everybody to boil the water until Friday. (lm/rp)", True),
        ("The union put the losses at three million. AFP", True),
        ("The police counted no more than 120. /BTA/", True),
        ("Members of the crew on deck, 31 August 2019. (AP)", False),  # captions
        ("The mill near the ford in Weirhaven, Weir. (Ana Lund)", False),
        ("They met Mr. B and the engineers of the U.S. NAVY", False),
        ("He asked them to wait... (Weller)", False),
    ],
)
def test_a_mark_behind_a_sentence_does_not_open_it_again(line: str, ends: bool) -> None:
    assert shape(line).ends_sentence is ends


def test_figures_beside_pictures_are_a_bar() -> None:
    lines = ("👍 214 🤬 87 😢 31", "8.4K 👁 edited 09:14", "❤️ We came with 40 boats", "214 87 31")
    assert [shape(line).is_bar for line in lines] == [True, True, False, False]


def test_a_rule_of_underscores_has_no_words() -> None:
    assert [shape(line).words for line in ("____________", "_ _ _", "weir_72")] == [0, 0, 1]


def test_the_marks_of_footnotes_stand_behind_a_sentence_that_has_ended() -> None:
    assert shape("The weir was built by two brothers from the valley.[12]").ends_sentence
    assert shape("It burned in spring.[1][3] Nobody was there.[2]").inner_stops == 1
    assert not shape("The weir [12]").ends_sentence

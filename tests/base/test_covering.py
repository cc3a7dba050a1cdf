"""Names covered in a text: found however they are written, and every span moved with them."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from testimonia.base.covering import Cover, Covered, Protected, folded, ordinary_words, parts_of_names
from testimonia.base.spans import Span

COVER = Cover((Protected("Person 7f3a", ("Ada Nörholm", "Nörholm")), Protected("Person 19c2", ("Лев Моранов",))))


@pytest.mark.parametrize(
    "text",
    [
        "Ada Nörholm",
        "ADA NÖRHOLM",
        "ada norholm",
        "Ada\nNörholm",
        "Ada-Norholm",
        "@adanorholm",
        "https://x.example/ada_norholm/1",
        "https://x.example/ada%20n%C3%B6rholm",
        "A\u200bda N\u00adörholm",
        "Ada No\u0308rholm",
        "Adа Nоrholm",  # Cyrillic а and о
        "Nörholm’s",
        "the Nörholms",
        "Nörholm, Ada",
        "Лев Моранов",
        "ЛЕВ МОРАНОВ",
    ],
)
def test_a_name_is_covered_however_it_is_written(text):
    covered = COVER.text(f"Then {text} left.")
    assert "Person " in covered
    assert not COVER.places(covered)


@pytest.mark.parametrize("text", ["Adam Norholmen left.", "Lada Norling left.", "Nor holm", ""])
def test_other_names_stay(text):
    assert COVER.text(text) == text


def test_an_ordinary_word_is_a_name_only_with_a_capital():
    people = (Protected("Person 1", ("Hill",)),)
    texts = ["Hill said that the hill above the hill was high.", "a hill"]
    cover = Cover(people, ordinary_words(people, texts))
    assert cover.text(texts[0]) == "Person 1 said that the hill above the hill was high."
    assert Cover(people, ordinary_words(people, ["Hill said", "hill said", "HILL"])).text("hill said") == "Person 1 said"


def test_a_surname_names_its_bearer():
    assert parts_of_names(("Ada Nörholm", "the engineer")) == ("Ada Nörholm", "the engineer", "Nörholm")


def test_spans_move_with_the_text():
    text = "Ada Nörholm met Лев Моранов; Nörholm left."
    covered = Covered.of(COVER, text)
    assert covered.text == "Person 7f3a met Person 19c2; Person 7f3a left."
    at = text.index("met")
    assert covered.span((at, at + 3)).of(covered.text) == "met"
    assert covered.span((0, 11)).of(covered.text) == "Person 7f3a"
    assert covered.span((0, 3)).of(covered.text) == "Person 7f3a"  # a part of a name is the whole pseudonym
    assert covered.span((4, len(text))).of(covered.text) == covered.text
    assert covered.span((0, len(text))) == Span(0, len(covered.text))


PIECES = st.lists(st.sampled_from(["Ada Nörholm", "Nörholm", "ß", "ﬁ", " ", ".", "saw", "\u0308", "Лев Моранов", "\n", "%41"]), max_size=30)


@given(PIECES, st.data())
def test_no_name_is_left_and_spans_stay_in_order(pieces, data):
    text = " ".join(pieces)
    covered = Covered.of(COVER, text)
    assert not COVER.places(covered.text)
    edges = sorted(data.draw(st.lists(st.integers(0, len(text)), min_size=2, max_size=6)))
    for start, end in pairwise(edges):
        if start < end:
            span = covered.span((start, end))
            assert 0 <= span.start < span.end <= len(covered.text)


@given(st.text(max_size=200))
def test_text_without_the_names_is_untouched(text):
    if not COVER.places(text):
        covered = Covered.of(COVER, text)
        assert covered.text == text
        assert covered.span((0, len(text))) == Span(0, len(text))
    plain, origin = folded(text)
    assert origin is None or len(origin) == len(plain)

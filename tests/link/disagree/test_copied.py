"""Figures, dates and places that one text of a copied passage gives where the other gives another."""

from __future__ import annotations

import pytest

from testimonia.base.links import Disagreement, End, Reuse
from testimonia.link.disagree.copied import changes
from tests.link.disagree.case_of import Case, values

DAY = "2031-05-15"
BARN = "The barn at Orlau holds 310 bales of straw and 40 sacks of oats, which the Varga family brought in before the rain came."


def asked(one: str, other: str, days: tuple[str, str] = (DAY, DAY), kind: str = "copy") -> list[Disagreement]:
    """What two texts of one passage, each the whole of an article, ask by their place alone."""
    case = Case((one, days[0], "en"), (other, days[1], "en"))
    ends = End("d0", "a0", 0, len(one)), End("d1", "a1", 0, len(other))
    case.store.put_links({"reuse": [Reuse("r1", kind, *ends, 1.0)]}, {"reuse": "1"})
    return [row for row in case.disagreements() if "two texts of one passage" in row.reason]


def test_each_of_several_figures_is_held_against_the_one_between_the_same_words() -> None:
    text = "The gauge by the mill at Orlau stood at {} before the rain and at {} behind it, said the miller who reads it every morning."
    one, other = asked(text.format(310, 440), text.format(290, 465))
    assert sorted((sorted(values(one)), sorted(values(other)))) == [["290", "310"], ["440", "465"]]
    assert "The gauge by the mill at Orlau stood at … before the rain and at" in one.question + other.question


@pytest.mark.parametrize("kind", ["copy", "quotation"])
def test_copies_that_agree_or_say_the_same_in_other_words_ask_nothing(kind: str) -> None:
    assert asked(BARN, BARN, kind=kind) == []
    assert asked(BARN, BARN.replace("310", "three hundred and ten"), kind=kind) == []
    assert asked(BARN, BARN.replace("310", "about 320"), kind=kind) == []


def test_a_figure_that_both_texts_give_is_no_question() -> None:
    tail = " The old barn at Lissen held {} bales and nobody has counted the {} that lie under the roof of the mill."
    assert asked(BARN + tail.format(290, 290), BARN.replace("310", "290") + tail.format(310, 310)) == []


def test_a_year_and_a_weekday_of_texts_of_one_day_are_questions() -> None:
    text = "The choir of Orlau sang the long mass for the first time in {} and was heard by the bishop on {} in the old chapel."
    (row,) = asked(text.format(1910, "Tuesday"), text.format(1908, "Tuesday"))
    assert (row.kind, values(row)) == ("date", {"1910", "1908"})
    (row,) = asked(text.format(1910, "Monday"), text.format(1910, "Wednesday"))
    assert row.kind == "date"
    assert asked(text.format(1910, "Monday"), text.format(1910, "Wednesday"), days=(DAY, "2031-05-19")) == []


@pytest.mark.parametrize("head", ["{}", "By J. M. Varga | {}", "Orlau Herald, {}"])
def test_the_day_at_the_head_of_a_copy_is_no_question(head: str) -> None:
    text = "Barn of the Varga family holds straw for two winters\n" + head + "\n" + BARN
    assert asked(text.format("12 October 2017"), text.format("12 March 2018")) == []
    told = text.format("x") + " The family has kept its sheep there since {} and means to go on."
    assert [row.kind for row in asked(told.format("12 October 2017"), told.format("12 March 2018"))] == ["date"]


def test_a_place_is_a_question_where_neither_text_names_the_others() -> None:
    text = "Ada Varga sold the last of her ewes at the spring fair in {} and drove home with the empty cart before it was dark."
    (row,) = asked(text.format("Paris"), text.format("Vienna"))
    assert (row.kind, values(row)) == ("place", {"Paris", "Vienna"})
    assert asked(text.format("Paris"), text.format("Vienna") + " She had walked from Paris.") == []
    assert asked(text.format("Paris"), text.format("France")) == []


def spans(one: str, other: str) -> list[tuple[str, str]]:
    """The words that two texts exchange."""
    ends = End("d0", "a0", 0, len(one)), End("d1", "a1", 0, len(other))
    return [(here.of(one), there.of(other)) for here, there in changes(*ends, (one, other))]


def test_a_change_stands_between_words_that_both_texts_hold() -> None:
    assert spans("a b c 1,500 d e f", "a b c 2,000 d e f") == [("1,500", "2,000")]
    assert spans("a b 1 c d e", "a b 2 c d e") == []  # five words are too few
    assert spans("1 a b c d e f", "2 a b c d e f") == []  # nothing stands before it
    assert spans("a b c x d e f", "a b c d e f") == []  # left out, not exchanged
    assert spans("a b c 1 2 3 4 5 6 7 d e f", "a b c 8 d e f") == []  # a rewritten sentence

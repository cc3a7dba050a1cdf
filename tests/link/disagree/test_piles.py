"""What two texts of a small pile about one matter are taken to tell of one thing by: the only figure, day or place of a kind in each."""

from __future__ import annotations

import pytest

from tests.link.disagree.case_of import Case

DAY, LATER = "2016-05-20", "2016-05-23"
FIRE = "The Orsova library in Lindau burned down on 14 May. Ilse Varga, who runs the Orsova library, wept. {}"
BLAZE = "A blaze destroyed the Orsova library in Lindau. The Orsova library was the work of Ilse Varga, its head. {}"


def shown(*texts: str, days: tuple[str, str] = (DAY, LATER)) -> list[tuple[str, ...]]:
    rows = Case(*zip(texts, days, strict=True)).disagreements()
    return [(row.kind, *sorted(answer.value for answer in row.answers)) for row in rows]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Firemen watered 90 trees.", "So far just 25 trees have been treated.", [("number", "25", "90")]),
        ("The files were handed over in Marn.", "The files were handed over at Sull.", [("place", "Marn", "Sull")]),
        ("The files were handed over in Marn.", "The files were handed over at Sull, near Marn.", []),  # one may lie in the other
        ("The files were handed over in Karvistan.", "The files were handed over in Karvistani.", []),  # one place in two spellings
    ],
)
def test_the_only_one_of_its_kind_in_each_text(one: str, other: str, expected: list[tuple[str, ...]]) -> None:
    assert shown(FIRE.format(one), BLAZE.format(other)) == expected


def test_a_day_of_which_the_other_text_can_know_nothing_is_of_something_else() -> None:
    told = FIRE.format(""), BLAZE.format("Neighbours smelled smoke on {} May.")
    assert shown(told[0], told[1].format(12)) == [("date", "2016-05-12", "2016-05-14")]
    assert shown(told[0], told[1].format(19), days=("2016-05-16", LATER)) == []


def test_the_day_on_which_somebody_spoke_of_it_is_not_its_day() -> None:
    assert shown(FIRE.format(""), BLAZE.format("Police denied on 17 May that anyone had been hurt.")) == []


NAMES = ("Ana Wrek", "Bo Tarn", "Cleo Mund", "Dan Ost", "Eva Lind", "Finn Sarn", "Gro Halv", "Hans Pell", "Ida Korn", "Jon Brask", "Kai Do")
AT_LENGTH = " ".join(f"{name} did not accept the offer." for name in NAMES)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The library had fed two guests that day.", "Four guests sang in the yard."),
        ("Visitors gaped at a 20-year-old loaf.", "Neighbours carried off a 65-year-old lamp."),
    ],
    ids=["two things done by guests", "a loaf and a lamp"],
)
def test_in_long_texts_one_noun_or_unit_alone_does_not_make_one_lot(one: str, other: str) -> None:
    short, long = (FIRE.format(one), BLAZE.format(other)), (FIRE.format(f"{one} {AT_LENGTH}"), BLAZE.format(f"{other} {AT_LENGTH}"))
    assert [row[0] for row in shown(*short)] == ["number"]
    assert shown(*long) == []


def test_in_long_texts_what_befell_one_lot_still_makes_it_one() -> None:
    told = [f"{text.format(told)} {AT_LENGTH}" for text, told in ((FIRE, "Nine guests were hurt."), (BLAZE, "Four guests were hurt."))]
    assert shown(*told) == [("number", "4", "9")]

"""What two texts of a small pile about one matter are taken to tell of one thing by: the only figure, day or place of a kind in each."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from testimonia.link.disagree.alike import reading_of_a_day
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
        (
            "The files were handed over at a hall in Marn, Karv., by Bo.",
            "The files were handed over in Karvistan.",
            [],
        ),  # nor where a short form says so
        (
            "The files were handed over at a hall in Marn, Sund., by Bo.",
            "The files were handed over in Karvistan.",
            [("place", "Karvistan", "Marn")],
        ),
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


def test_in_long_texts_the_only_place_or_day_of_each_is_not_that_of_one_event() -> None:
    one, other = FIRE.format("The files were handed over in Marn."), BLAZE.format("The files were handed over at Sull.")
    assert [row[0] for row in shown(one, other)] == ["place"]
    assert shown(f"{one} {AT_LENGTH}", other) == []
    told = BLAZE.format("Neighbours smelled smoke on 12 May.")
    assert [row[0] for row in shown(FIRE.format(""), told)] == ["date"]
    assert shown(FIRE.format(AT_LENGTH), told) == []


def test_in_long_texts_what_befell_one_lot_still_makes_it_one() -> None:
    told = [f"{text.format(told)} {AT_LENGTH}" for text, told in ((FIRE, "Nine guests were hurt."), (BLAZE, "Four guests were hurt."))]
    assert shown(*told) == [("number", "4", "9")]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Two clerks were arrested later.", "In Sull nine porters were arrested.", []),  # elsewhere, some time or other
        ("Two clerks were arrested on 15 May.", "On 15 May nine clerks were arrested.", [("number", "2", "9")]),
        (
            "Two clerks were arrested over matches in a cellar.",
            "Over the matches in the cellar nine clerks were arrested.",
            [("number", "2", "9")],
        ),
    ],
    ids=["nothing in common", "one day", "like words"],
)
def test_deep_in_a_long_text_more_than_its_matter_must_tie_two_figures(one: str, other: str, expected: list[tuple[str, ...]]) -> None:
    texts = FIRE.format(f"{AT_LENGTH} {one}"), BLAZE.format(f"{AT_LENGTH} {other}")
    assert [row for row in shown(*texts) if row[0] == "number"] == expected


def test_two_voices_of_one_long_text_speak_of_one_thing_where_they_stand_near() -> None:
    one, other = "At least 30 guests were killed, Bo Tarn said.", "Nine guests were killed, Ana Wrek said."
    assert shown(FIRE.format(f"{one} {other} {AT_LENGTH} {AT_LENGTH}"), BLAZE.format("")) == [("number", "9", "at least 30")]
    assert shown(FIRE.format(f"{one} {AT_LENGTH} {AT_LENGTH} {other}"), BLAZE.format("")) == []


def test_how_much_is_still_needed_is_another_on_another_day() -> None:
    one, same, later, stock = (
        SimpleNamespace(claim=SimpleNamespace(object="vote", predicate=predicate, time=None), published=day)
        for predicate, day in (("need", 736_100.0), ("need", 736_101.0), ("need", 736_103.0), ("stock", 736_103.0))
    )
    assert reading_of_a_day(one, later)
    assert not reading_of_a_day(one, same)  # news of one evening may stand in the paper of the next day
    assert not reading_of_a_day(stock, one)


def test_a_text_that_gives_two_figures_of_one_kind_knows_of_two_lots() -> None:
    two = FIRE.format("The parents of two readers killed there sued the town.")
    four = BLAZE.format("Four readers were killed.")
    assert shown(two, four) == [("number", "2", "4")]
    assert shown(f"{two} “Four readers were killed there,” Bo Tarn said.", four) == []


def test_what_was_planned_and_what_was_done_before_are_two_things() -> None:
    done, planned = FIRE.format("The hall opened on 16 May."), BLAZE.format("The hall will open on {} May.")
    assert ("date", "2016-05-16", "2016-05-18") in shown(done, planned.format(18), days=(LATER, "2016-05-15"))
    assert ("date", "2016-05-16", "2016-05-24") not in shown(done, planned.format(24))


def test_what_was_refused_on_a_day_may_be_done_since() -> None:
    refused, done = FIRE.format("On Monday Ilse Varga refused to endorse Bo Tarn."), BLAZE.format("Ilse Varga has endorsed Bo Tarn.")
    assert ("polarity", "no", "yes") in shown(refused, done, days=(DAY, "2016-05-16"))
    assert ("polarity", "no", "yes") not in shown(refused, done)


def test_what_somebody_did_before_is_not_held_against_what_they_do_now() -> None:
    now, before = FIRE.format("Ilse Varga has rejected a debate."), BLAZE.format("Ilse Varga had {}agreed to a debate.")
    assert ("polarity", "no", "yes") in shown(now, before.format(""))
    assert ("polarity", "no", "yes") not in shown(now, before.format("previously "))

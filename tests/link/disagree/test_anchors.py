"""What two texts of a large pile must share before their figures can be of one event: something that few of its texts hold."""

from __future__ import annotations

from collections import Counter
from types import SimpleNamespace

import numpy as np
import pytest

from testimonia.link.disagree.alike import few_of_any
from testimonia.link.disagree.anchors import anchored, worded
from testimonia.link.disagree.marks import marks
from testimonia.link.disagree.profiles import FEW, Profiles
from testimonia.link.disagree.rarity import Rarity
from tests.link.disagree.case_of import Case

MOST = 6.0


def rarity(**often: int) -> Rarity:
    return Rarity.of(marks(often), np.array([*often.values()], np.int64), 200, MOST)


def told(article: str, names: set[str], words: set[str]) -> SimpleNamespace:
    claim, near = SimpleNamespace(article=article, kind="number", predicate="stock"), (frozenset(names),)
    return SimpleNamespace(
        claim=claim,
        sounds=frozenset(),
        names=near,
        context=(),
        all_names=near,
        topics=(),
        words=frozenset(words),
        published=None,
        at_length=False,
    )


def knowledge(names: Rarity, words: Rarity, spoken: set[str]) -> SimpleNamespace:
    held = {article: Counter(["e1"]) for article in "ab"}
    profiles = Profiles(held, names, None, Profiles({article: Counter(sorted(spoken)) for article in "ab"}, words))
    return SimpleNamespace(profiles=profiles, flag=lambda *_: False, small=lambda *_: profiles.small)


@pytest.mark.parametrize(("often", "tied"), [(FEW, True), (150, False)])
def test_a_name_in_both_sentences_ties_them_if_few_texts_hold_it(often: int, tied: bool) -> None:
    knows = knowledge(rarity(e1=often), rarity(), set())
    a, b = told("a", {"e1"}, set()), told("b", {"e1"}, set())
    assert anchored(a, b, None, knows) is tied  # type: ignore[arg-type]


@pytest.mark.parametrize(("often", "tied"), [(2, True), (150, False)])
def test_several_words_in_both_sentences_tie_them_if_few_texts_hold_them(often: int, tied: bool) -> None:
    words = {"silo", "quay"}
    knows = knowledge(rarity(), rarity(silo=often, quay=often), words)
    a, b = told("a", set(), words), told("b", set(), words)
    assert anchored(a, b, None, knows) is tied  # type: ignore[arg-type]
    assert worded(words, a, b, knows) == (2 if tied else 0)  # type: ignore[arg-type]


def test_any_name_stands_in_few_texts_where_there_are_few() -> None:
    knows = knowledge(Rarity.of(marks(["e1"]), np.array([3], np.int64), FEW, MOST), rarity(), set())
    assert anchored(told("a", {"e2"}, set()), told("b", {"e2"}, set()), None, knows)  # type: ignore[arg-type]


def test_the_matter_of_a_whole_pile_ties_no_two_of_its_texts() -> None:
    lands = (
        "Lindau",
        "Turku",
        "Sorvo",
        "Brenka",
        "Ostria",
        "Marlow",
        "Vella",
        "Zamora",
        "Quell",
        "Imber",
        "Talos",
        "Orlen",
        "Novik",
        "Pesk",
    )
    pile = [f"Ilse Varga spoke in {land}. She has {n + 20} volunteers there, Ilse Varga said." for n, land in enumerate(lands)]
    assert [row.kind for row in Case(*pile).disagreements() if row.kind == "number"] == []


def test_one_voice_that_gives_two_days_of_one_kind_tells_of_two_events() -> None:
    text = "The first tunnel was discovered in 1990 near Lindau. On 26 August 2016 the guards of Lindau discovered a tunnel."
    assert [row.kind for row in Case((text, "2016-09-03")).disagreements()] == []


def test_who_was_so_old_in_another_year_is_older_now() -> None:
    text = "Ilse Varga, 82, spoke in Lindau on Monday. In 1962 Ilse Varga, then 29 years old, opened the hall."
    assert [row.kind for row in Case((text, "2016-09-03")).disagreements()] == []


def test_children_among_the_dead_are_no_other_count_of_the_dead() -> None:
    a = ("Twenty pupils were killed in the shooting at the Marlow school in Lindau on 4 May 2014.", "2014-05-05")
    b = ("In the shooting at the Marlow school in Lindau on 4 May 2014, 26 people were killed.", "2014-05-06")
    assert [row.kind for row in Case(a, b).disagreements()] == []
    c = ("In the shooting at the Marlow school in Lindau on 4 May 2014, 31 people were killed.", "2014-05-06")
    assert [row.kind for row in Case(b, c).disagreements()] == ["number"]


def test_what_is_clear_or_asked_is_no_state_of_anybody() -> None:
    a = "Ilse Varga spoke in Lindau. It was not clear whether she will pay."
    b = "Ilse Varga spoke in Lindau. It became clear that she will pay."
    assert [row.kind for row in Case(a, b).disagreements()] == []
    c = "The reporter asked whether Ilse Varga was honest."
    d = "Ilse Varga is not honest, the mayor said."
    assert [row.kind for row in Case(c, d).disagreements()] == []
    assert [row.kind for row in Case("Ilse Varga is honest, the clerk said.", d).disagreements()] == ["status"]


@pytest.mark.parametrize(("values", "told"), [(("2", "3"), True), (("2", "9"), False)])
def test_two_or_three_of_what_nothing_befell_are_no_counts(values: tuple[str, str], told: bool) -> None:
    told_of = (SimpleNamespace(predicate="stock", object="silo", value=value) for value in values)
    one, other = (SimpleNamespace(claim=claim, words=frozenset()) for claim in told_of)
    assert few_of_any(one, other, SimpleNamespace(small=lambda *_: True)) is told  # type: ignore[arg-type]


def test_two_of_one_name_have_two_ages() -> None:
    a = ("Ilse Varga, 35, opened the hall in Lindau.", "2016-05-02")
    b = ("Ilse Varga, 69, spoke in Lindau.", "2016-05-20")
    assert [row.kind for row in Case(a, b).disagreements()] == []
    c = ("Ilse Varga, 38, spoke in Lindau.", "2016-05-20")
    assert [row.kind for row in Case(a, c).disagreements()] == ["number"]

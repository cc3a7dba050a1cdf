"""Two things that look like one: in one text, in two places, of two owners."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from testimonia.link.disagree import apart
from testimonia.link.disagree.alike import nameless, told_otherwise
from testimonia.link.disagree.anchors import particular
from testimonia.link.disagree.counts import one_of_many, unlike_sizes
from testimonia.link.disagree.dated import in_their_places, long_before
from testimonia.link.disagree.families import of_figure
from testimonia.link.disagree.opposition import nothing
from testimonia.link.disagree.values import implied, number
from tests.link.disagree.case_of import Case

DAY = "2016-05-20"


def kinds(*texts: str) -> list[str]:
    return [row.kind for row in Case(*((text, DAY) for text in texts)).disagreements()]


@pytest.mark.parametrize(
    "told",
    [
        "Silva murdered Rico Varga in Lindau in 2012. Rico's father issued a statement Thursday, saying he knows who murdered Rico Varga.",
        "The turnout of the vote in Lindau was 63 percent, the Varga Union said. Most votes in Lindau see a turnout of 50 percent or less.",
        "Ilse Varga is not honest about the Lindau bank. Ilse Varga is honest about the Lindau mill.",
    ],
    ids=["the day of a statement", "one vote and most", "one voice"],
)
def test_one_text_that_gives_two_values_tells_of_two_things(told: str) -> None:
    assert kinds(told) == []


def test_a_time_well_before_all_days_of_the_news_is_of_something_else() -> None:
    told = "Gunmen attacked a post near Lindau on Saturday, the Varga Union said. Three shepherds were injured."
    past = "Gunmen attacked a post near Lindau, the Varga Union said. Fourteen {} were injured {}."
    assert kinds(told, past.format("villagers", "in February")) == []
    assert kinds(told, past.format("shepherds", "on Saturday")) == ["number"]


def test_the_one_day_of_each_of_two_texts_about_one_name() -> None:
    a = "Thieves made off with maps from the Orsova library in Lindau on 14 May. The Orsova library is closed."
    b = "The break-in at the Orsova library in Lindau happened on 12 May. The Orsova library lost maps."
    assert kinds(a, b) == ["date"]
    assert kinds(a, b.replace("Orsova", "Varga").replace("Lindau", "Marn")) == []
    assert kinds(a, f"{b} Thieves were seen there on 14 May.") == []  # it knows the other day too


def test_a_place_and_the_part_of_it_that_one_text_names() -> None:
    a = "Ilse Varga was murdered in Hamburg on 3 May."
    assert kinds(a, "Ilse Varga was murdered in Bremen on 3 May.") == ["place"]
    assert kinds(a, "Ilse Varga was murdered in Altona, near Hamburg, on 3 May.") == []


@pytest.mark.parametrize(("published", "apart_"), [(736_100.0, True), (None, True), (734_000.0, False)])
def test_the_news_of_a_day_is_not_of_years_ago(published: float | None, apart_: bool) -> None:
    past = SimpleNamespace(claim=SimpleNamespace(value="2012"), published=published)
    news = SimpleNamespace(claim=SimpleNamespace(value="2016-05-12"), published=736_103.0)  # 2016-05-20
    assert long_before(past, news) is apart_  # type: ignore[arg-type]


@pytest.mark.parametrize(("words", "shared", "two"), [({"gun"}, False, True), ({"gun", "mourn"}, False, False), ({"gun"}, True, False)])
def test_two_places_are_two_events_unless_a_name_or_several_words_tie_them(words: set[str], shared: bool, two: bool) -> None:
    def told(place: str, name: str) -> SimpleNamespace:
        claim = SimpleNamespace(place=place, time=None, object="people", predicate="kill", article=place)
        return SimpleNamespace(claim=claim, words=frozenset(words), names=(frozenset((name,)),))

    keys = SimpleNamespace(words=lambda claim: f"They were killed in {claim.place}.")
    one, other = told("Lindau", "e1"), told("Marn", "e1" if shared else "e2")
    assert apart.in_two_places(one, other, keys, SimpleNamespace(contents={})) is two  # type: ignore[arg-type]
    assert not apart.in_two_places(one, other, keys, SimpleNamespace(contents={"marn": {"lindau"}}))  # type: ignore[arg-type]


@pytest.mark.parametrize(("word", "type_", "none"), [("They", "person", True), ("They", "group", False), ("She", "person", False)])
def test_they_are_no_person(word: str, type_: str, none: bool) -> None:
    claim = SimpleNamespace(document="d", subject_span=SimpleNamespace(of=lambda text: text))
    keys = SimpleNamespace(names=SimpleNamespace(entities={"e1": type_}), texts={"d": word})
    assert nothing(SimpleNamespace(claim=claim, subject=frozenset(("e1",))), keys) is none  # type: ignore[arg-type]


def test_an_accusation_and_the_denial_of_another() -> None:
    a = "Marn accused Ilse Varga of the raid on the bank, while Omar Silva was also accused. The lawyers called the accusations baseless."
    (row,) = Case((a, DAY)).disagreements()
    accused = next(answer.claims[0] for answer in row.answers if answer.value == "accused")
    assert "Ilse Varga" in a[accused.start : accused.end]


def test_a_denial_that_says_of_what_answers_that_only() -> None:
    a = ("Omar Silva accused Ilse Varga of an artful smear over her funds.", "2016-02-11")
    other = ("Ilse Varga dismissed Omar Silva's charges about the old bridge.", "2016-02-12")
    same = ("Ilse Varga dismissed Omar Silva's charges about her funds.", "2016-02-12")
    assert "polarity" not in [row.kind for row in Case(a, other).disagreements()]
    assert [row.kind for row in Case(a, same).disagreements()] == ["polarity"]


def test_what_is_no_state_of_anybody() -> None:
    none = Case(
        "The Democratic candidate Ilse Varga spoke in Lindau. Ilse Varga survived 11 hours of testimony. Ilse Varga, who has been more "
        "successful, spoke. They want to get Ilse Varga to resign. Ilse Varga was being gunned down. Requests were made while Ilse "
        "Varga was in office. This does not show that moral judgments are not objective."
    )
    assert [one for one in none.store.records("claims") if one.kind == "status"] == []
    some = Case("Ilse Varga survived the crash. Omar Silva is in office. Her lawyer said that Rosa Lind was dead.")
    found = sorted(one.value for one in some.store.records("claims") if one.kind == "status")
    assert found == ["alive", "dead", "in office"]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The air quality index in Lindau right now is 218.", "The air quality index in Lindau reached 408 on Wednesday."),
        ("Marn launched a repair program for its mills in June 2014.", "Marn launched a keyboard for its mills in 2013."),
    ],
    ids=["readings of two days", "two things brought up anew"],
)
def test_two_texts_that_tell_of_two_things(a: str, b: str) -> None:
    assert Case((a, DAY), (b, "2016-05-12")).disagreements() == []


LARGE = SimpleNamespace(
    small=False, few=lambda names: "rare" in names, named={"a": {"rare": 1, "all": 9}, "b": {"rare": 1, "all": 9}}, words=None
)


def pile(small: bool = False, incident: bool = False) -> SimpleNamespace:
    """What a pile knows in which "rare" is a name that few texts hold."""
    profiles = SimpleNamespace(**{**vars(LARGE), "small": small, "across": None})
    return SimpleNamespace(
        profiles=profiles, flag=lambda predicate, name: incident, akin=lambda one, other: False, kin=lambda predicate: "",
        small=lambda one, other: small,
    )  # fmt: skip


def figure(article: str, value: str, name: str = "all", **told: object) -> SimpleNamespace:
    claim = SimpleNamespace(**{"article": article, "value": value, "predicate": "send", "object": "email", "subject": "", **told})
    none: frozenset[str] = frozenset()
    return SimpleNamespace(claim=claim, subject=none, object=none, sounds=none, names=(frozenset((name,)),), all_names=(), words=none)


def test_in_a_large_pile_one_figure_is_not_many_times_the_other() -> None:
    one, other = figure("a", "77"), figure("b", "~13000..")
    assert unlike_sizes(one, other, pile()) and not unlike_sizes(one, other, pile(small=True))  # type: ignore[arg-type]
    assert not unlike_sizes(one, figure("b", "1000"), pile())  # type: ignore[arg-type]


@pytest.mark.parametrize(("name", "tied"), [("rare", True), ("all", False)])
def test_two_sentences_of_a_large_pile_share_a_name_that_few_texts_hold(name: str, tied: bool) -> None:
    assert particular(figure("a", "1", name), figure("b", "2", name), pile()) is tied  # type: ignore[arg-type]
    assert particular(figure("a", "1"), figure("b", "2"), pile(small=True))  # type: ignore[arg-type]
    assert nameless(figure("a", "1", name, subject="poll"), figure("b", "2", name, subject="poll"), pile()) is not tied  # type: ignore[arg-type]


def test_texts_that_give_many_figures_of_one_slot_need_a_name_in_both_sentences() -> None:
    keys = SimpleNamespace(values_given=lambda one: 3)
    assert one_of_many(figure("a", "1", "x"), figure("b", "2", "y"), keys, pile())  # type: ignore[arg-type]
    assert not one_of_many(figure("a", "1", "x"), figure("b", "2", "x"), keys, pile())  # type: ignore[arg-type]


def test_what_was_done_in_two_ways_is_two_lots_in_a_large_pile() -> None:
    sent, lost = figure("a", "1"), figure("b", "2", predicate="destroy")
    assert told_otherwise(sent, lost, pile()) and not told_otherwise(sent, sent, pile())  # type: ignore[arg-type]
    assert not told_otherwise(sent, lost, pile(incident=True)) and not told_otherwise(sent, lost, pile(small=True))  # type: ignore[arg-type]


def test_two_places_that_the_claims_themselves_give_are_two_events_in_a_large_pile() -> None:
    def told(place: str) -> SimpleNamespace:
        return SimpleNamespace(
            claim=SimpleNamespace(place=place, predicate="attack", document="d", span=SimpleNamespace(of=lambda text: f"attack in {place}"))
        )

    keys, large, small = SimpleNamespace(texts={"d": ""}), pile(), pile(small=True)
    large.contents = small.contents = {}
    assert in_their_places(told("Marn"), told("Lindau"), keys, large)  # type: ignore[arg-type]
    assert not in_their_places(told("Marn"), told("Lindau"), keys, small)  # type: ignore[arg-type]
    assert not in_their_places(told("Marn"), told("Marn"), keys, large)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ilse Varga is open to a talk with Marn.", "Ilse Varga closed in on Omar Silva."),
        ("The attack killed Omar Silva on 3 May 2015.", "The May bombing killed Omar Silva on 3 May 2015."),
        ("In Lindau, 1,800 workers of the Varga mill went on strike.", "In Lindau, 700 people greeted Ilse Varga at the Varga mill."),
    ],
    ids=["a person is not closed", "an attack is no doer", "a strike and a welcome"],
)
def test_words_that_set_nothing_against_one_another(one: str, other: str) -> None:
    assert kinds(one, other) == []


@pytest.mark.parametrize(
    ("one", "other", "two"),
    [
        ("The clinic's guards stopped the Lindau trial.", "The Lindau trial was stopped by the guards.", False),
        ("The governor stopped the Lindau trial.", "The Lindau trial was stopped by Ilse Varga.", False),
        ("The governor stopped the Lindau trial.", "The Lindau trial was stopped by the guards.", True),
    ],
    ids=["one noun", "a person with and without a name", "two nouns"],
)
def test_two_words_for_one_doer(one: str, other: str, two: bool) -> None:
    assert ("agent" in kinds(one, other)) is two


ROUND = " ".join(f"The mill in Varga {n} had {n}{n} looms in 19{n}." for n in range(21, 29))


@pytest.mark.parametrize("rest", ["", ROUND], ids=["brief", "of much"])
def test_nothing_is_supposed_of_texts_that_tell_of_much(rest: str) -> None:
    one = f"Lindau prepares for the vote. Orbis united around one candidate. {rest}"
    other = f"Lindau prepares for the vote. Four remaining candidates took the stage. {rest}"
    assert kinds(one, other) == ([] if rest else ["number"])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ilse Varga held a rally in Marn on Monday.", "Ilse Varga addressed a rally in Lindau on Wednesday."),
        ("The Varga mill was closed by officials. A letter was posted on Monday.", "The Varga mill lied. A story broke on Tuesday."),
        ("In Lindau Ilse Varga built offices in March 2014.", "Ilse Varga of Lindau has built up first-rate offices in May 2015."),
        ("Ilse Varga was abducted in 2011. Ilse Varga was abducted in 2013.", "Ilse Varga went to Lindau."),
        ("Orbis unveiled the Lindau ferry in March 2016.", "The Lindau ferry of Orbis is set to open on 20 August 2016."),
        ("Ilse Varga held a rally in Lindau on Monday.", "On Thursday Ilse Varga compared the mayor of Lindau to a thief."),
        (
            "The protests of April in Lindau are told of by the Varga Union.",
            "The Varga Union is in Marn. A mother joined the protests on 10 May.",
        ),
    ],
    ids=[
        "two rallies",
        "no event of any class",
        "some of a kind",
        "abducted twice",
        "past and to come",
        "a rally and a speech",
        "two protests",
    ],
)
def test_two_days_of_two_things(one: str, other: str) -> None:
    assert "date" not in kinds(one, other)


def test_millions_are_as_many_as_any_exact_number_of_millions() -> None:
    assert implied(number("1000000..")) == (1e6, 1e9)
    assert implied(number("900..")) == (900, 1800)


def test_what_somebody_does_with_a_thing_of_their_own_and_with_one_of_the_kind() -> None:
    assert (
        kinds("Orbis does not use its own network in Lindau. Orbis quietly uses a network of the Varga Union, Omar Silva said.", "") == []
    )


def test_a_text_that_counts_many_lots_gives_the_only_one_of_none() -> None:
    many = "It takes 2,300 delegates to win in Lindau. Silva needs 67 delegates. Varga needs 830 delegates. Marn has {} delegates."
    assert "number" not in kinds(many.format(7), "Lindau gave Silva a majority of its 20 delegates.")


@pytest.mark.parametrize(("kin", "befell"), [("holding", True), ("beginning", False)])
def test_what_people_begin_befalls_nobody(kin: str, befell: bool) -> None:
    claim = SimpleNamespace(value="6", predicate="agree", object="player")
    assert any(family.startswith("event") for family in of_figure(claim, {"agree": {"kin": kin}})) is befell  # type: ignore[arg-type]

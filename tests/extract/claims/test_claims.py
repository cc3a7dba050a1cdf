"""Claims: what a figure or a date says of what, in whose words, at what time and place."""

from __future__ import annotations

import pytest

from tests.extract.figures_kit import claims, read


def test_a_count_of_an_event() -> None:
    text = "On 4 May 2014, 17 people were killed in a fire in Lindau."
    (claim,) = claims(text, "number")
    assert (claim.predicate, claim.object, claim.value, claim.time, claim.place) == ("kill", "people", "17", "2014-05-04", "Lindau")
    assert text[slice(*claim.span)] == "17 people were killed"


def test_a_stock_and_whose_it_is() -> None:
    (claim,) = claims("The Green League has about 4,000 members.", "number")
    assert (claim.predicate, claim.object, claim.value) == ("stock", "member", "~4000")
    assert "Green League" in claim.subject


def test_dead_and_injured_in_one_sentence_are_two_slots() -> None:
    found = claims("The blast left 12 dead and 40 others injured.", "number")
    assert sorted((c.predicate, c.value) for c in found) == [("injure", "40"), ("kill", "12")]


def test_the_day_of_the_sentence_before_is_taken_over_and_said_so() -> None:
    text = "The ferry left Bari on 3 June 2011. Some 30 people drowned."
    (claim,) = claims(text, "number")
    assert (claim.predicate, claim.time, claim.inherited) == ("kill", "2011-06-03", True)


def test_the_date_of_an_event_noun_and_of_a_verb() -> None:
    found = claims("The treaty of 1998 failed. The club was founded in 1903 by Ada Lorne.", "date")
    assert {(c.predicate, c.value) for c in found} == {("agree", "1998"), ("found", "1903")}


def test_denied_and_conditional_events_are_marked() -> None:
    denied = claims("Eight sailors were not killed in the storm.", "number")
    supposed = claims("If eight sailors were killed, the port would close.", "number")
    assert [c.polarity for c in denied] == ["negative"]
    assert [c.modality for c in supposed] == ["conditional"]


def test_a_figure_that_is_set_right_is_denied() -> None:
    (wrong,) = claims("Turnout, by the way, was not 63.1 percent, as some papers have it, but 61.3.", "number")
    assert (wrong.value, wrong.polarity) == ("63.1 %", "negative")


def test_since_when_nothing_was_so_high_dates_no_figure() -> None:
    (turnout,) = claims("Turnout was 61.3 percent, the highest since 1994.", "number")
    assert (turnout.value, turnout.time) == ("61.3 %", None)


def test_ids_are_unique_and_spans_lie_in_their_sentence() -> None:
    text = "On 4 May 2014, 17 people were killed in Lindau. Ten of them were children. The mayor resigned in 2015. " * 5
    found = read(text).claims
    assert len({c.id for c in found}) == len(found)
    assert all(c.sentence.holds(c.span) for c in found)


def test_a_title_is_marked() -> None:
    text = "Twelve dead in Lindau fire\nThe fire broke out at night."
    assert [c.part for c in claims(text, "number", title=26)] == ["title"]


def test_a_sentence_with_a_time_of_its_own_takes_none_over() -> None:
    text = "The duel was fought on 30 May 1832. Varga died the following morning."
    assert [c.value for c in claims(text, "date") if c.predicate == "kill"] in ([], ["1832-05-31"])


def test_the_size_of_a_thing_is_no_count() -> None:
    assert claims("A six-member jury met in Lindau.", "number") == []


def test_a_figure_that_others_give_is_set_against_the_one_before() -> None:
    first, second = claims("About 700 people greeted her at the gate; the party spoke of 2,000.", "number")
    assert (first.value, second.value) == ("~700", "2000") and second.rival == first.id
    assert (second.predicate, second.object) == (first.predicate, first.object)


def test_a_correction_is_set_against_what_was_told() -> None:
    found = claims("We wrote that fourteen people had died in Saltmead. We correct the number: thirteen people died.", "number")
    assert [one.value for one in found] == ["14", "13"] and found[1].rival == found[0].id


def test_the_date_of_a_saying_is_not_that_of_what_is_said() -> None:
    (found,) = claims("At least 86 people were killed, the governor said on Sunday.", "number", published="2017-05-14")
    assert found.time is None


def test_the_size_of_a_thing_is_told_by_its_noun() -> None:
    found = claims("Turnout was 71 percent. The club has debts of 140 million pounds. The death toll rose to 45.", "number")
    assert [(one.predicate, one.object) for one in found] == [("figure", "% turnout"), ("figure", "GBP debt"), ("kill", "people")]


def test_a_term_of_years_is_an_answer() -> None:
    (found,) = claims("Jakob Torv was sentenced to 14 years in prison.", "number")
    assert (found.predicate, found.value) == ("sentence", "14 a")


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        (
            "de",
            "Bei dem Unglück wurden mindestens 27 Menschen getötet und 40 verletzt.",
            {("kill", "people", "~27.."), ("injure", "people", "40")},
        ),
        ("es", "Murieron 86 personas, según el informe.", {("kill", "people", "86")}),
        ("fr", "Selon le syndicat, 2 400 ouvriers participent à la grève.", {("protest", "worker", "2400")}),
        ("fa", "در این انفجار ۳۱ نفر کشته و ۷۵ نفر زخمی شدند.", {("kill", "people", "31"), ("injure", "people", "75")}),
        ("ar", "قُتل 23 شخصا وأصيب 90 شخصا في انفجار.", {("kill", "people", "23"), ("injure", "people", "90")}),
        ("sq", "Në shpërthim u vranë 29 persona.", {("kill", "people", "29")}),
    ],
)
def test_figures_of_languages_without_a_parser(language: str, text: str, wanted: set[tuple[str, str, str]]) -> None:
    found = claims(text, "number", language=language)
    assert {(one.predicate, one.object, one.value) for one in found} == wanted


@pytest.mark.parametrize(
    "text",
    [
        "Officials in two of the district attorney's offices confirmed it.",
        "About one in eight arrests was for theft.",
        "Two out of three miners were injured.",
    ],
)
def test_some_of_several_and_the_second_of_a_ratio_are_no_counts(text: str) -> None:
    assert {one.phase for one in claims(text, "number")} == {"part"}


def test_how_many_of_its_own_somebody_has_there_is_a_count() -> None:
    assert [one.phase for one in claims("Norland has 2,500 of its troops in the region.", "number")] == [""]


def test_what_a_quality_would_do_for_has_not_happened() -> None:
    texts = (
        "A bear strong enough to kill three hounds is no pet.",
        "The bear was too weak to kill three hounds.",
        "It had force enough to kill three hounds.",
    )
    assert [c.modality for text in texts for c in claims(text, "number") if c.predicate == "kill"] == ["conditional"] * len(texts)
    assert [c.modality for c in claims("The bear grew and killed three hounds.", "number")] == ["asserted"]


def test_a_clause_that_says_more_of_a_noun_behind_a_name_is_about_the_name() -> None:
    (lost,) = claims("He is known as Karl Petrov, a reporter who has been missing since August 2013.", "date")
    assert (lost.predicate, lost.subject, lost.value) == ("vanish", "Karl Petrov", "2013-08")
    (killed,) = claims("Ada Varga, a nurse who was killed in 2011, had two sons.", "date")
    assert (killed.predicate, killed.subject, killed.value) == ("kill", "Ada Varga", "2011")


def test_the_others_besides_some_dead_are_a_part_of_the_dead() -> None:
    (claim,) = claims("The blast killed a guard and three others.", "number")
    assert (claim.predicate, claim.value, claim.phase) == ("kill", "3", "part")
    found = claims("Two people were killed and 30 others were injured.", "number")
    assert {(c.predicate, c.value, c.phase) for c in found} == {("kill", "2", ""), ("injure", "30", "")}
    (claim,) = claims("The papers speak of no more than 250 dead.", "number")
    assert claim.phase == ""


def test_a_price_at_which_something_starts_is_no_beginning() -> None:
    assert not [c for c in claims("The tram will start at $349 on 3 May 2016.", "date") if c.predicate == "begin"]
    assert [c.predicate for c in claims("The trial will start on 3 May 2016.", "date")] == ["begin"]

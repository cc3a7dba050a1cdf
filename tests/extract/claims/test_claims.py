"""Claims: what a figure or a date says of what, in whose words, at what time and place."""

from __future__ import annotations

from testimonia.base.extractions import Claim
from tests.extract.figures_kit import read


def claims(text: str, kind: str, **options: object) -> list[Claim]:
    return [c for c in read(text, **options).claims if c.kind == kind]  # type: ignore[arg-type]


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

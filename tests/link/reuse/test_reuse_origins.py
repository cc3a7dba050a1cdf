"""Origins and the stemma: what is one witness, who took from whom, and what the analyst ruled."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from testimonia.base.documents import Fact, Segment
from testimonia.link.reuse.rows import copied

Story = Callable[..., list[str]]


def test_a_chain_of_copies_goes_back_step_by_step(pile: Any, story: Story) -> None:
    text = story(1)
    first = pile.add("p", " ".join(text), "2020-01-01")
    second = pile.add("q", " ".join([text[0].replace("a", "o"), *text[1:8]]), "2020-01-02")
    third = pile.add("r", " ".join([text[0].replace("a", "o"), *text[1:4]]), "2020-01-03")
    rows = pile.link()
    assert {(edge.child, edge.parent) for edge in rows["stemma"]} == {(second, first), (third, second)}
    assert [origin.articles for origin in rows["origins"]] == [(first, second, third)]


def test_a_splice_has_two_parents(pile: Any, story: Story) -> None:
    left, right = story(2), story(3)
    one, two = pile.add("p", " ".join(left), "2020-01-01"), pile.add("q", " ".join(right), "2020-01-02")
    child = pile.add("r", " ".join([*left[:5], *right[:5]]), "2020-01-03")
    assert {(edge.child, edge.parent) for edge in pile.link()["stemma"]} == {(child, one), (child, two)}


def test_a_short_quotation_does_not_join_origins(pile: Any, story: Story) -> None:
    said = story(4)
    pile.add("p", " ".join(said), "2020-01-01")
    pile.add("q", " ".join([*story(5, 10), said[4], *story(6, 10)]), "2020-01-02")
    rows = pile.link()
    assert len(rows["reuse"]) == 1
    assert len(rows["origins"]) == 2


@pytest.mark.parametrize(
    ("units", "size", "copy"), [(146, 562, False), (160, 562, True), (90, 120, True), (240, 1000, False), (260, 1000, True), (0, 1, False)]
)
def test_a_copy_has_a_quarter_of_another_text_and_more_than_a_sentence_unless_it_is_little_else(units: int, size: int, copy: bool) -> None:
    assert copied(units, size) is copy


def test_every_article_is_in_exactly_one_origin_earliest_first(pile: Any, story: Story) -> None:
    for number in range(9):
        pile.add(f"p{number}", " ".join(story(50 + number % 3)), f"2020-01-{9 - number:02}")
    rows = pile.link()
    listed = [article for origin in rows["origins"] for article in origin.articles]
    assert sorted(listed) == sorted(article.id for article in pile.rows["articles"])
    assert all(origin.articles == tuple(sorted(origin.articles, reverse=True)) for origin in rows["origins"])


def test_a_ruling_keeps_two_texts_apart_and_another_joins_two(pile: Any, story: Story) -> None:
    one, two = pile.add("p", " ".join(story(7)), "2020-01-01"), pile.add("q", " ".join(story(7)), "2020-01-02")
    other = pile.add("r", " ".join(story(8)), "2020-01-03")
    pile.rule("different", one, two)
    pile.rule("same", two, other)
    assert sorted(origin.articles for origin in pile.link()["origins"]) == [(one,), (two, other)]


def test_dates_from_metadata_stand_in_for_a_page_that_does_not_say(pile: Any, story: Story) -> None:
    late, early = pile.add("p", " ".join(story(9))), pile.add("q", " ".join(story(9)[:6]))
    for document, date in (("p", "2021-05-05"), ("q", "2020-05-05")):
        pile.hints[document] = [{"field": "published", "value": date, "origin": "metadata.csv"}]
    assert [(edge.child, edge.parent) for edge in pile.link()["stemma"]] == [(late, early)]


def test_a_line_that_was_set_aside_in_the_original_still_tells_whose_copy_a_text_is(pile: Any, story: Story) -> None:
    body, line = story(10), " ".join(story(11, 2))
    first = pile.add("p", " ".join(body), "2020-01-01")
    pile.rows["segments"].append(Segment("p", len(pile.pages["p"]), len(pile.pages["p"]) + 1 + len(line), "related"))
    pile.pages["p"] += "\n" + line
    pile.add("q", " ".join([*body[6:], line, *body[:6]]), "2020-01-02")
    copy = pile.add("r", " ".join([*body, line]), "2020-01-03")
    assert [edge.parent for edge in pile.link()["stemma"] if edge.child == copy] == [first]


def test_a_false_early_date_is_no_more_than_a_claim_against_a_credit(pile: Any, story: Story) -> None:
    """The page that dates itself first stands in the tree by its date; what it owes to the other by its own credit is shown beside."""
    text = story(12)
    true = pile.add("p", " ".join(text), "2020-03-01", outlet=Fact("Saltmead Voice"))
    feigned = pile.add("q", " ".join(text[:9]), "1999-01-01", outlet=Fact("Tide Post"), original_outlet=Fact("Saltmead Voice"))
    reasons = {(edge.child, edge.parent): edge.reasons for edge in pile.link()["stemma"]}
    assert "date" in reasons[true, feigned]
    assert "credit" in reasons[feigned, true]


def test_a_date_that_a_credit_speaks_against_is_shown_as_a_finding(pile: Any, story: Story) -> None:
    text = story(12)
    true = pile.add("p", " ".join(text), "2020-03-01", outlet=Fact("Saltmead Voice"))
    feigned = pile.add("q", " ".join(text[:9]), "1999-01-01", outlet=Fact("Tide Post"), original_outlet=Fact("Saltmead Voice"))
    pile.add("r", " ".join(text[2:]), "2020-03-02", outlet=Fact("Harbour Echo"), original_outlet=Fact("Saltmead Voice"))
    (doubt,) = [finding for finding in pile.link()["shifts"] if finding.kind == "date against credit"]
    assert (doubt.article, doubt.other_document) == (feigned, "p")
    assert "1999-01-01" in doubt.message and "2020-03-01" in doubt.message and "claim" in doubt.message
    assert true != doubt.article


def test_a_date_that_the_wording_of_all_others_speaks_against_is_shown(pile: Any, story: Story) -> None:
    """A cut and edited copy dates itself first. The others share what it lacks; what it put in nobody has."""
    text, own = story(31, 16), story(32, 3)
    feigned = pile.add("p", " ".join([*text[:5], own[0], *text[8:11], *own[1:], *text[13:]]), "1999-01-01")
    pile.add("q", " ".join(text), "2020-03-01")
    for number in range(4):
        pile.add(f"r{number}", " ".join([*text[number:], *story(40 + number, 2)]), f"2020-03-{number + 2:02}")
    (doubt,) = [finding for finding in pile.link()["shifts"] if finding.kind == "date against wording"]
    assert doubt.article == feigned
    assert "A date is a claim" in doubt.message


def test_the_wording_does_not_speak_against_a_first_that_was_copied_in_full_and_in_part(pile: Any, story: Story) -> None:
    text = story(33, 16)
    pile.add("p", " ".join(text), "2020-01-01")
    for number in range(6):
        kept = [*text[number : 9 + number], *story(50 + number, 3)]
        pile.add(f"q{number}", " ".join(kept), f"2020-02-{number + 1:02}")
    assert not [finding for finding in pile.link()["shifts"] if finding.kind == "date against wording"]


def test_a_post_dated_before_the_first_publication_that_it_names_is_shown(pile: Any, story: Story) -> None:
    facts = {"outlet": Fact("Tide Post"), "original_outlet": Fact("Saltmead Voice"), "first_published": Fact("2021-04-04")}
    post = pile.add("p", " ".join(story(24)), "2019-01-01", **facts)
    assert [(finding.kind, finding.article) for finding in pile.link()["shifts"]] == [("date against credit", post)]


def test_two_articles_that_credit_each_other_stand_in_a_circle(pile: Any, story: Story) -> None:
    text = " ".join(story(13))
    one = pile.add("p", text, outlet=Fact("Saltmead Voice"), original_outlet=Fact("Tide Post"))
    two = pile.add("q", text, outlet=Fact("Tide Post"), original_outlet=Fact("Saltmead Voice"))
    rows = pile.link()
    assert {(one, two), (two, one)} <= {(edge.child, edge.parent) for edge in rows["stemma"]}
    assert len(rows["origins"]) == 1


def test_among_copies_of_one_day_what_only_one_copy_has_was_put_in(pile: Any, story: Story) -> None:
    text, added = story(14), story(15, 3)
    commented = pile.add("p", " ".join([*text[:6], *added, *text[6:]]), "2020-01-01")
    plain = pile.add("q", " ".join(text), "2020-01-01")
    for number in range(3):
        pile.add(f"r{number}", " ".join([*text[number : 10 + number], *story(20 + number, 2)]), "2020-01-05")
    edges = {(edge.child, edge.parent) for edge in pile.link()["stemma"]}
    assert (commented, plain) in edges
    assert (plain, commented) not in edges


def test_copies_of_one_day_hang_on_the_one_that_is_nearest_to_the_earlier_text(pile: Any, story: Story) -> None:
    text, added = story(16), story(17, 3)
    first = pile.add("p", " ".join(text), "2020-01-01")
    cut = pile.add("q", " ".join([*text[:3], "Zu", *text[5:]]), "2020-01-04")
    longer = pile.add("r", " ".join([*text[:3], "Zu", *text[5:], *added]), "2020-01-04")
    assert {(edge.child, edge.parent) for edge in pile.link()["stemma"]} == {(cut, first), (longer, cut)}


def test_equals_of_one_day_are_left_alone(pile: Any, story: Story) -> None:
    for name in "pq":
        pile.add(name, " ".join(story(18)), "2020-01-01")
    rows = pile.link()
    assert [edge for edge in rows["stemma"] if edge.parent] == []
    assert len(rows["origins"]) == 1


def test_a_credit_that_was_copied_with_the_text_says_nothing_of_the_two(pile: Any, story: Story) -> None:
    text = [*story(19), "This article was first published by the Saltmead Voice."]
    whole = pile.add("p", " ".join([*text[:-1], *story(21, 4), text[-1]]), "2020-01-01")
    part = pile.add("q", " ".join([*text[:6], text[-1], *story(22, 9)]), "2020-01-01")
    held = {(edge.child, edge.parent, "credit" in edge.reasons) for edge in pile.link()["stemma"] if edge.parent}
    assert (whole, part, True) not in held and (part, whole, True) not in held


def test_a_text_that_repeats_itself_is_still_the_parent_of_what_was_cut_out_of_it(pile: Any, story: Story) -> None:
    text = story(23)
    first = pile.add("p", " ".join([*text, text[2]]), "2020-01-01")
    pile.add("q", " ".join([text[0].replace("a", "u"), *text[1:9]]), "2020-01-02")
    part = pile.add("r", " ".join(text[:6]), "2020-01-03")
    assert [edge.parent for edge in pile.link()["stemma"] if edge.child == part] == [first]


CLAIM = "the harbour board had sold the old lighthouse of Ostervik to a brewer"


@pytest.mark.parametrize(
    ("one", "other", "joined"),
    [
        (f"Mayor Ida Falk said that {CLAIM}.", f"The keeper, Jon Rask, denied that {CLAIM}.", False),
        (f"The {CLAIM[4:]}, Ida Falk said.", f"It is a lie that {CLAIM}, Jon Rask answered.", False),
        (f"Mayor Ida Falk said that {CLAIM}.", f"Mayor Ida Falk said that {CLAIM} for 20 crowns.", True),  # the shorter was cut
        (
            f"Mayor Ida Falk said that {CLAIM}. It rained.",
            f"Again it was heard that {CLAIM}. It rained.",
            True,
        ),  # and begins another sentence
    ],
)
def test_a_clause_that_stands_inside_a_sentence_of_each_of_two_notes_makes_no_copy(pile: Any, one: str, other: str, joined: bool) -> None:
    pile.add("p", f"Board meets\n{one}", "2020-01-01"), pile.add("q", f"An answer\n{other}", "2020-01-02")
    rows = pile.link()
    assert (len(rows["origins"]) == 1, bool(rows["stemma"]), bool(rows["reuse"])) == (joined,) * 3

"""Attributions in invented English sentences."""

from __future__ import annotations

import pytest

from testimonia.base.documents import Turn
from testimonia.base.spans import Span
from tests.extract.attributions.reading import read, triples


@pytest.mark.parametrize("learned", [False, True])
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mayor said that the bridge is safe.", ("The mayor", "said", "that the bridge is safe")),
        ("“The bridge is safe,” the mayor said.", ("the mayor", "said", "“The bridge is safe,”")),
        ("According to the engineers, the bridge is safe.", ("the engineers", "According to", "the bridge is safe")),
        ("The union denied that it had called a strike.", ("The union", "denied", "that it had called a strike")),
    ],
)
def test_a_plain_report_is_read(text: str, expected: tuple[str, str, str], learned: bool) -> None:
    assert expected in triples(text, read(text, learned=learned))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mayor’s claim that the bridge is safe angered many.", ("The mayor’s", "claim", "that the bridge is safe")),
        ("The harbour master was accused of fraud.", (None, "was accused", "The harbour master ~ of fraud")),
        ("“Never again.” — Ada Quill", ("Ada Quill", "—", "“Never again.”")),
        ("She wrote:\n“The bridge is safe and will stay so.”", ("She", "wrote", "“The bridge is safe and will stay so.”")),
        ("The council promised to repair the bridge.", ("The council", "promised", "to repair the bridge")),
    ],
)
def test_other_constructions_are_read_by_the_rules(text: str, expected: tuple[str | None, str, str]) -> None:
    assert expected in triples(text, read(text))


def test_a_quotation_around_its_cue_is_one_attribution() -> None:
    text = "“The bridge,” the mayor said, “will be closed on Monday.”"
    rows = read(text)
    assert ("the mayor", "said", "“The bridge,” ~ “will be closed on Monday.”") in triples(text, rows)
    assert rows[0].kind == "direct"


def test_the_inner_report_hangs_on_the_outer_one() -> None:
    outer, inner = read("The mayor said that the engineers believe that the bridge is safe.")
    assert inner.parent == outer.id
    assert outer.parent is None


@pytest.mark.parametrize("learned", [False, True])
def test_every_parent_is_returned_and_ids_are_unique(learned: bool) -> None:
    rows = read("Ann said Bob claimed that Carla denied that Dan had promised to pay. “Never,” Dan said.", learned=learned)
    assert len({row.id for row in rows}) == len(rows)
    assert {row.parent for row in rows if row.parent} <= {row.id for row in rows}


def test_a_refusal_is_negative() -> None:
    (row,) = read("The mayor never said that the bridge is safe.")
    assert (row.polarity, row.stance) == ("negative", "say")


@pytest.mark.parametrize(
    ("text", "verb", "polarity"),
    [
        ("The Harbour Office did not confirm or deny that people drowned.", "deny", "negative"),
        ("The Harbour Office could neither confirm nor deny that people drowned.", "deny", "negative"),
        ("The Harbour Office will not confirm but denies that people drowned.", "denies", "positive"),
        ("Bo Lund left without saying that the dam was unsafe.", "saying", "negative"),
        ("Without a change of course, the critics argued that the dam would fall.", "argued", "positive"),
        ("No one mentioned that the bridge was unsafe.", "mentioned", "negative"),
        ("Neither side admits that it fired first.", "admits", "negative"),
        ("At no point did the keeper say that the gate was open.", "say", "negative"),
        ("No fewer than ten drivers said that the light was green.", "said", "positive"),
    ],
)
def test_a_negation_reaches_the_verb_that_it_is_said_of(text: str, verb: str, polarity: str) -> None:
    assert [row.polarity for row in read(text, learned=True) if row.cue and row.cue.of(text) == verb] == [polarity]


def test_an_interview_turn_is_direct_speech_of_its_speaker() -> None:
    text = "Ada Quill\nWho built it?\nWe did. My father said that it would last."
    name = Span(0, 9)
    answer = Turn(24, len(text), "answer", name)
    rows = read(text, turns=(Turn(10, 23, "question"), answer))
    said = {row.reason: row for row in rows}
    assert said["question"].stance == "ask"
    assert said["answer"].speaker == name
    assert said["ccomp-right"].parent == said["answer"].id


def test_a_paragraph_that_is_one_quotation_is_kept_without_a_source() -> None:
    text = "The ministry did not answer.\n“Nobody has asked us, nobody has seen us, and nobody will pay for what they broke.”"
    assert (None, None, text.splitlines()[1]) in triples(text, read(text))


@pytest.mark.parametrize("learned", [False, True])
def test_two_readings_of_one_text_are_the_same(learned: bool) -> None:
    text = "The mayor said that the bridge is safe, adding that it “will stand”. Critics disagree."
    assert read(text, learned=learned) == read(text, learned=learned)

"""Interviews whose turns carry no name: who answers is told once, before the first question."""

from __future__ import annotations

import pytest

from testimonia.base.documents import Article, Division, Document, Fact, Turn
from testimonia.base.extractions import Attribution
from testimonia.base.spans import Span
from testimonia.extract.attributions import find_attributions
from testimonia.extract.mentions import find_mentions
from tests.extract.attributions.reading import parser

QUESTIONS = ("How did the flood begin?", "Who opened the gates?", "What should be done now?")
ANSWERS = (
    "The rain came first. Nobody slept that night.",
    "The engineers opened them at dawn, and they told us later.",
    "Pay those who lost their houses.",
)


def spoken(intro: str, labels: tuple[str, str] = ("", ""), author: str = "") -> tuple[str, list[Attribution]]:
    """The turns of an invented interview after an introduction, in the order of the text."""
    text, turns = intro + "\n", []
    for pair in zip(QUESTIONS, ANSWERS, strict=True):
        for said, label, kind in zip(pair, labels, ("question", "answer"), strict=True):
            start = len(text)
            text += f"{label}: {said}\n" if label else f"{said}\n"
            turns.append(Turn(start, len(text) - 1, kind, Span(start, start + len(label)) if label else None))
    document = Document("d1", ("a.txt",), "", len(text), "text/plain", text)
    named = text.find(author)
    wrote = Fact(author, Span(named, named + len(author))) if author else None
    article = Article("a1", "d1", (Span(0, len(text)),), language="en", author=wrote, turns=tuple(turns))
    parsed = parser().parse(document, article, Division((), (article,)))
    rows = find_attributions(parsed, find_mentions(parsed), learned=False)
    assert not [row for row in rows if row.cue is not None and row.cue.of(text) == ":"]
    return text, [row for row in rows if row.reason in ("question", "answer")]


def names(text: str, rows: list[Attribution], kind: str) -> set[str | None]:
    return {row.speaker.of(text) if row.speaker else None for row in rows if row.reason == kind}


@pytest.mark.parametrize(
    "intro",
    [
        "The following is an interview I conducted by telephone with Clara Benning, a hydrologist who has studied the dams of the valley.",
        "After the flood we spoke to Clara Benning. Peter Hollis, the minister, had resigned the day before.",
        "Clara Benning has studied dams for thirty years.",
    ],
)
def test_whoever_the_introduction_names_answers(intro: str) -> None:
    text, rows = spoken(intro)
    assert names(text, rows, "answer") == {"Clara Benning"}
    assert names(text, rows, "question") == {None}


def test_the_author_asks_and_does_not_answer() -> None:
    text, rows = spoken("By Martin Oakley\nIn this interview Clara Benning explains what went wrong.", author="Martin Oakley")
    assert names(text, rows, "question") == {"Martin Oakley"}
    assert names(text, rows, "answer") == {"Clara Benning"}


def test_two_who_may_answer_stay_candidates() -> None:
    text, rows = spoken("Clara Benning and Peter Hollis have not met since the flood.")
    answers = [row for row in rows if row.reason == "answer"]
    assert names(text, answers, "answer") == {None}
    assert {span.of(text) for row in answers for span in row.speakers} == {"Clara Benning", "Peter Hollis"}


def test_initials_stand_for_the_one_whose_they_are() -> None:
    text, rows = spoken("Clara Benning and Peter Hollis have not met since the flood.", labels=("PH", "CB"))
    assert names(text, rows, "answer") == {"Clara Benning"}
    assert names(text, rows, "question") == {"Peter Hollis"}


@pytest.mark.parametrize("labels", [("Coast Radio", "Benning"), ("Mr Orr (Oldham)", "Ms Benning (Green List)")])
def test_a_label_is_no_part_of_what_is_said_and_its_colon_says_nothing_more(labels: tuple[str, str]) -> None:
    text, rows = spoken("We spoke to Clara Benning.", labels)
    assert [row.content[0].of(text) for row in rows] == [said for pair in zip(QUESTIONS, ANSWERS, strict=True) for said in pair]

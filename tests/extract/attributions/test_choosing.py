"""Which readings are kept: probabilities that are pooled, limits inside another content, clauses that are joined on."""

from __future__ import annotations

from dataclasses import replace

import pytest

from testimonia.base.documents import Article, Division, Document
from testimonia.base.spans import Span
from testimonia.extract.attributions.candidates import cues_of, scenes
from testimonia.extract.attributions.choosing import choose, pooled
from testimonia.extract.attributions.lexicon import lexicon
from testimonia.extract.attributions.quotes import quotes_of
from testimonia.extract.attributions.scene import Candidate
from tests.extract.attributions.reading import parser


def candidates(text: str) -> list[list[Candidate]]:
    document = Document("d1", ("a.txt",), "", len(text), "text/plain", text)
    article = Article("a1", "d1", (Span(0, len(text)),), language="en")
    parsed = parser().parse(document, article, Division((), (article,)))
    quotes = quotes_of(parsed)
    return [readings for scene in scenes(parsed, quotes) for readings in cues_of(scene, lexicon("en")) if readings]


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        (
            "I believe the dam will hold and, in this case, we are all safe.",
            "believe",
            "the dam will hold and, in this case, we are all safe",
        ),
        (
            "They told us that the well is not a ruin which nobody wants, but it is the pride of the town.",
            "told",
            "that the well is not a ruin which nobody wants, but it is the pride of the town",
        ),
    ],
)
def test_a_clause_joined_on_to_what_is_said_can_be_part_of_it(text: str, cue: str, content: str) -> None:
    readings = [reading for group in candidates(text) for reading in group if reading.cue.span.of(text) == cue]
    assert content in [reading.content[0].of(text) for reading in readings]


def test_what_is_said_does_not_end_with_a_lone_conjunction() -> None:
    text = "I believe the dam will hold and, in this case, we are all safe."
    contents = [
        span.of(text) for group in candidates(text) for reading in group if reading.frame == "ccomp-right" for span in reading.content
    ]
    assert contents and not any(content.endswith(" and") for content in contents)


def test_readings_that_say_nearly_the_same_pool_their_probability() -> None:
    (group,) = (group for group in candidates("The council urged the owners to repair the old wall.") if group[0].cue.lemma == "urge")
    whole = max(group, key=lambda reading: reading.content[0].end - reading.content[0].start)
    shorter = replace(whole, content=(Span(whole.content[0].start + 4, whole.content[0].end),))
    assert pooled([whole, shorter], [0.2, 0.24]) == pytest.approx([0.32, 0.34])
    assert pooled([whole], [0.2]) == [0.2]


def test_a_report_within_a_report_needs_less_than_an_attitude_within_one() -> None:
    text = "Hale said that the clerk said that the keys were lost and that Moe knew where they lay."
    best = {group[0].cue.lemma + str(n): next(r for r in group if r.frame == "ccomp-right") for n, group in enumerate(candidates(text))
            if any(r.frame == "ccomp-right" for r in group)}  # fmt: skip
    outer, inner, attitude = sorted(best.values(), key=lambda reading: reading.cue.span)
    kept = choose([[(0.9, outer)], [(0.6, inner)], [(0.6, attitude)]], 0.3, 0.75)
    assert [reading.cue.lemma for _, reading in kept] == ["say", "say"]

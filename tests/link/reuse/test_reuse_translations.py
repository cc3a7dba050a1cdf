"""Translations: cheap evidence, paragraphs side by side, what shifted. Vectors are made up here; the encoder has no part in it."""

from __future__ import annotations

import re
from typing import Any

import numpy as np
import pytest

from testimonia.base.documents import Fact
from testimonia.base.extractions import Quantity
from testimonia.base.links import NOT_COMPARED
from testimonia.link.reuse import confirming, parallel
from testimonia.link.reuse.crossing import figures, language_of, skeleton, traces
from testimonia.link.reuse.shifts import absent, values_of
from testimonia.link.reuse.vectors import Encoder

ENGLISH = (
    "Mayor Holgersen opens the Tarnowik bridge\n"
    "On 14 May 1987 the town of Tarnowik paid 2,450 crowns to Petra Vasilenko.\n"
    "It was not closed in 1993, said Ivan Dragutin, although 318 people asked for it."
)
GERMAN = (
    "Bürgermeister Holgersen eröffnet die Brücke von Tarnowik\n"
    "Am 14. Mai 1987 zahlte die Stadt Tarnowik 2.450 Kronen an Petra Wassilenko.\n"
    "Sie wurde 1993 geschlossen, sagte Iwan Dragutin, obwohl 381 Leute darum baten."
)


ROWS = {line: row for text in (ENGLISH, GERMAN) for row, line in enumerate(text.split("\n"))}


def vector(text: str) -> Any:
    """A vector of its own for each row of the two texts, whichever its language; whole texts lie in one place."""
    return np.eye(4, dtype=np.float32)[ROWS.get(text, 3)]


@pytest.fixture
def made_up(monkeypatch: pytest.MonkeyPatch) -> None:
    leads = lambda self, texts, languages: {number: vector(text) for number, text in texts.items()}  # noqa: E731
    for module in (parallel, confirming):
        monkeypatch.setattr(module, "installed", lambda: True)
    monkeypatch.setattr(Encoder, "leads", leads)


def test_figures_meet_across_ways_of_writing() -> None:
    assert figures("2,450 crowns") & figures("2.450 Kronen")
    assert figures("２４５０円") & figures("2450 yen")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("1.8", "1,800,000"),
        ("1,8", "1.800"),
        ("26,000", "26 000"),
        ("950", "950.000.000"),
        ("21:40", "21.40"),
        ("6.5.2022", "2022"),
        ("۲۳۰", "230"),
    ],
)
def test_a_figure_is_the_same_in_whatever_way_it_is_written(one: str, other: str) -> None:
    assert values_of(one, myriads=False) & values_of(other, myriads=False)


@pytest.mark.parametrize(("one", "other"), [("26,000", "62,000"), ("480,000", "840.000"), ("2,140", "3,140"), ("37", "73"), ("40", "400")])
def test_a_figure_that_was_changed_is_another(one: str, other: str) -> None:
    assert not values_of(one, myriads=False) & values_of(other, myriads=False)


def test_a_count_in_myriads_is_the_same_figure() -> None:
    assert values_of("2.6", myriads=True) & values_of("26,000", myriads=True)


@pytest.mark.parametrize(
    ("name", "text", "gone"),
    [
        ("Salma Idrissi", "وقالت هدى المرزوقي", True),
        ("Salma Idrissi", "وقالت سلمى الإدريسي", False),
        ("Jan Mol", "Ян Мол сказал", False),
        ("Petra Vasilenko", "сказал Драгутин", True),
        ("Vasilenko", "сказала Василенко", False),
    ],
)
def test_a_name_is_absent_when_no_part_of_it_can_be_heard(name: str, text: str, gone: bool) -> None:
    assert absent([skeleton(part) for part in name.split()], text) == gone


def test_names_meet_across_scripts() -> None:
    assert skeleton("Vasilenko") == skeleton("Василенко")
    assert traces("Ivan Dragutin spoke") & traces("Сказал Драгутин")


def test_a_language_is_told_by_its_commonest_words_or_not_at_all() -> None:
    assert language_of("It is the first time that they have been in the town and it was not the last.") == "en"
    assert language_of("bako ritel munsa vogri lande pustor") == "und"


def test_a_translation_is_laid_side_by_side_and_its_shifts_are_named(made_up: None, pile: Any) -> None:
    one, two = pile.add("p", ENGLISH, language="en"), pile.add("q", GERMAN, language="de")
    rows = pile.link()
    assert [row.kind for row in rows["reuse"]] == ["translation"] * 3
    for row in rows["reuse"]:
        ends = {end.document: pile.pages[end.document][: end.start].count("\n") for end in (row.a, row.b)}
        assert ends["p"] == ends["q"]
    assert {finding.kind for finding in rows["shifts"]} == {"translation: figure", "translation: negation"}
    assert [set(origin.articles) for origin in rows["origins"]] == [{one, two}]


def test_a_translation_that_names_its_translator_goes_back_to_the_original_in_the_case_alone(made_up: None, pile: Any) -> None:
    one, two = pile.add("p", ENGLISH, language="en"), pile.add("q", GERMAN, language="de", translator=Fact("A. Brandt"))
    assert [(edge.child, edge.parent, edge.reasons) for edge in pile.link()["stemma"]] == [(two, one, ("translation", "credit"))]


def test_a_translation_of_nothing_in_the_case_has_an_original_that_is_not_held(pile: Any) -> None:
    two = pile.add("q", GERMAN, language="de", translator=Fact("A. Brandt"))
    assert [(edge.child, edge.parent, edge.reasons) for edge in pile.link()["stemma"]] == [(two, None, ("credit", "translator"))]


def test_texts_of_one_matter_whose_paragraphs_do_not_answer_one_another_are_no_translations(
    made_up: None, pile: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    same = np.array([1.0, 0.0], dtype=np.float32)
    monkeypatch.setattr(Encoder, "leads", lambda self, texts, languages: dict.fromkeys(texts, same))
    monkeypatch.setattr(confirming, "PLAIN_HITS", 2.0)  # as if figures and names left it open
    pile.add("p", ENGLISH, language="en"), pile.add("q", GERMAN, language="de")
    assert not [row for row in pile.link()["reuse"] if row.kind == "translation"]


@pytest.mark.parametrize(
    ("nearness", "least", "sacks", "translated"),
    [(0.82, 0.82, 60, False), (0.93, 0.93, 60, True), (0.93, 0.8, 60, False), (0.93, 0.93, 80, False)],
)
def test_two_notes_that_share_a_name_and_a_day_are_told_by_what_each_sentence_means_and_by_their_figures(
    pile: Any, monkeypatch: pytest.MonkeyPatch, nearness: float, least: float, sacks: int, translated: bool
) -> None:
    one = "Fire in the Tarnowik mill\nSome 60 sacks burned on Monday. Petra Olsen said that the mill had been locked."
    other = f"Mühle von Tarnowik\nAm Montag gingen dort {sacks} Säcke verloren. Petra Olsen sagte, die Mühle gehöre nun der Stadt."
    near = {line: np.array([1.0, 0.0], dtype=np.float32) for line in re.split(r"\n|(?<=\.) ", one)}
    apart = {line: nearness if line[0] == "M" else least for line in re.split(r"\n|(?<=\.) ", other)}
    near |= {line: np.array([cosine, (1 - cosine**2) ** 0.5], dtype=np.float32) for line, cosine in apart.items()}
    near |= {one: near["Fire in the Tarnowik mill"], other: near["Mühle von Tarnowik"]}
    for module in (parallel, confirming):
        monkeypatch.setattr(module, "installed", lambda: True)
    monkeypatch.setattr(Encoder, "leads", lambda self, texts, languages: {number: near[text] for number, text in texts.items()})
    for name, text, language, figure in (("p", one, "en", 60), ("q", other, "de", sacks)):
        article = pile.add(name, text, language=language)
        pile.rows.setdefault("quantities", []).append(Quantity(name, name, article, 0, 0, figure, figure, False, "count"))
    assert any(row.kind == "translation" for row in pile.link()["reuse"]) == translated


def test_texts_of_one_language_are_never_translations(made_up: None, pile: Any) -> None:
    pile.add("p", ENGLISH, language="en")
    pile.add("q", ENGLISH.replace("opens", "is opening"), language="en")
    assert {row.kind for row in pile.link()["reuse"]} == {"copy"}


def test_a_text_far_longer_is_no_translation(made_up: None, pile: Any) -> None:
    pile.add("p", ENGLISH, language="en")
    pile.add("q", GERMAN + "\nEin ganz anderer Absatz über Kartoffeln und Rüben." * 20, language="de")
    assert not [row for row in pile.link()["reuse"] if row.kind == "translation"]


def test_what_was_not_compared_for_want_of_an_encoder_is_said_once(pile: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (parallel, confirming):
        monkeypatch.setattr(module, "installed", lambda: False)
    english = "Tarno Alderholm Brackwater Quellby Sarnholm Windhover Kittiwake Ebbamere Dunmoor Gullhaven Heatherby Fennick Jarrow"
    german = "Tarno Nordersiel Oldenwerder Klampen Petersbrook Uhlenfleet Zwischenahn Bovenau Ratzeburg Schleimund Missunde Amrum"
    pile.add("p", f"The mayor spoke of {english}, and of the old harbour.", language="en")
    pile.add("q", f"Gestern sprach der Wirt von {german}, und alle Boote lagen still.", language="de")
    said = [finding for finding in pile.link()["shifts"] if finding.kind == NOT_COMPARED]
    assert len(said) == 1
    assert "No multilingual encoder is installed" in said[0].message and "1 candidate pair of" in said[0].message


def test_with_an_encoder_nothing_is_said_to_be_missing(made_up: None, pile: Any) -> None:
    pile.add("p", ENGLISH, language="en")
    pile.add("q", GERMAN, language="de")
    assert not [finding for finding in pile.link()["shifts"] if finding.kind == NOT_COMPARED]

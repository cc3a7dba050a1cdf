"""Who a source is: the head of its phrase, never a name that only describes it."""

from __future__ import annotations

import pytest

from testimonia.base.documents import Article, Division, Document
from testimonia.base.spans import Span
from testimonia.extract.attributions import find_attributions
from testimonia.extract.mentions import find_mentions
from tests.extract.attributions.reading import parser


def speakers(text: str, language: str = "en", learned: bool = False) -> list[str | None]:
    document = Document("d1", ("a.txt",), "", len(text), "text/plain", text)
    article = Article("a1", "d1", (Span(0, len(text)),), language=language)
    parsed = parser().parse(document, article, Division((), (article,)))
    return [row.speaker.of(text) if row.speaker else None for row in find_attributions(parsed, find_mentions(parsed), learned=learned)]


@pytest.mark.parametrize(
    "text",
    [
        "A Norwegian official said that the bridge was closed.",
        "Norwegian media reported that the bridge was closed.",
        "People who study Greenpeace believe that the bridge is closed.",
        "Many French senators who have visited Norway said that the bridge was closed.",
        "Some Greenpeace defectors said that the bridge was closed.",
        "Former members of Greenpeace said that the bridge was closed.",
        "Friends of the mayor, Anna Berg, said that the bridge was closed.",
    ],
)
def test_a_name_that_describes_the_source_does_not_speak(text: str) -> None:
    assert speakers(text) == [None]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Prime Minister Anna Berg said that the bridge was closed.", "Anna Berg"),
        ("A lawyer for the workers, Anna Berg, said that the bridge was closed.", "Anna Berg"),
        ("Two officers, Anna Berg and Tom Reed, said that the bridge was closed.", "Anna Berg"),
        ("The minister's deputy, Anna Berg, said that the bridge was closed.", "Anna Berg"),
        ("A report by Anna Berg said that the bridge was closed.", "Anna Berg"),
        ("A spokesman for Greenpeace said that the bridge was closed.", "Greenpeace"),
        ("A Greenpeace spokeswoman said that the bridge was closed.", "Greenpeace"),
        ("The Greenpeace group said that the bridge was closed.", "Greenpeace"),
        ("Greenpeace, which owns the old boat, said that the bridge was closed.", "Greenpeace"),
        ("Her rival, the incumbent Dov Mackle, said that the bridge was closed.", "Dov Mackle"),
    ],
)
def test_the_head_of_the_source_speaks(text: str, speaker: str) -> None:
    (found,) = speakers(text)
    assert found is not None and speaker in found


def test_a_pronoun_stands_for_the_name_beside_an_office_that_the_tagger_took_for_a_body() -> None:
    text = "The board's chairman, Osric Tallow, said the ballots had been sealed. “Nobody has tampered with anything,” he told reporters."
    assert speakers(text) == ["Osric Tallow", "Osric Tallow"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Otto Brandl opened the gates at dawn. According to Piet Harms, the weir was old. He said that nobody had asked.", "Piet Harms"),
        ("Nora Feld wrote to Otto Brandl about the gates. Piet Harms answered her. He said that they would be shut.", "Piet Harms"),
        ("Otto Brandl ran to the mill with Karl Harms.\n\nBrandl heard the gates. He said that they broke at dawn.", "Otto Brandl"),
        ("Mrs Anna Feld asked Otto Brandl to come. Feld spoke of the gates. He said that they broke at dawn.", "Otto Brandl"),
    ],
)
def test_he_goes_on_from_the_subject_or_the_voice_of_the_sentence_before(text: str, speaker: str) -> None:
    assert speakers(text)[-1] == speaker


LONE = "\n\n“Our harbour is a great place, and nobody who has worked in it for so long would say anything else of it.”"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Petra Voss said that the dam was safe.", ["Petra Voss", "Petra Voss"]),
        ("Petra Voss said that the dam was safe.\n\nThe guard said that it was not.", ["Petra Voss", None, None]),
        ("Petra Voss said that the guard claimed that the dam was safe.", ["Petra Voss", None, "Petra Voss"]),
    ],
)
def test_a_lone_quotation_is_by_whoever_was_heard_last_and_open_where_that_is_open(text: str, expected: list[str | None]) -> None:
    assert speakers(text + LONE) == expected


def test_a_participle_behind_a_comma_goes_on_with_whoever_said_the_clause() -> None:
    text = "Petra Voss said it is a fantastic event to take over the presidency, recalling the time when the town refused to be part of it."
    assert speakers(text, learned=True) == ["Petra Voss", "Petra Voss"]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("es", "El alcalde de Quarrel Bay, Dov Mackle, aseguró que el puente es seguro.", ["Dov Mackle"]),
        ("es", "El alcalde de Quarrel Bay aseguró que el puente es seguro.", [None]),
        ("es", "Un portavoz de Greenpeace dijo que el puente es seguro.", ["Greenpeace"]),
        (
            "fr",
            "Le maire de Quarrel Bay, Dov Mackle, a nié avoir vendu le pont. Il a ajouté que le pont était sûr.",
            ["Dov Mackle", "Dov Mackle"],
        ),
        (
            "ru",
            "Мост скоро будет закрыт, заявил директор завода «Прибой» Антон Ларин. По его словам, рабочих предупредили.",
            ["Антон Ларин", "Антон Ларин"],
        ),
        ("ru", "По её словам, рабочих предупредили о закрытии.", [None]),
    ],
)
def test_without_a_parse_the_name_beside_an_office_speaks_and_pronouns_stand_for_the_voice_before(
    language: str, text: str, expected: list[str | None]
) -> None:
    assert speakers(text, language) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tom Orr met Bo Dahl. “I died that day, Tom,” he says.", "Bo Dahl"),
        ("Bo Dahl spoke about Tom Orr. “Tom Orr will never leave the town,” he said.", "Bo Dahl"),
        ("To Harbour Board critics, the plan is a failure. They argue that it cost lives.", "Harbour Board critics"),
    ],
)
def test_a_pronoun_is_nobody_whom_its_own_speech_names_and_no_name_that_says_which_people(text: str, expected: str) -> None:
    assert speakers(text, learned=True)[-1] == expected

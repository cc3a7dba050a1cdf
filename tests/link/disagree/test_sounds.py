"""Names of texts without a parser, as they sound: which are heard, and where."""

from __future__ import annotations

from testimonia.base.links import Heard
from testimonia.base.spans import Span
from testimonia.link.disagree.sounds import Lone, lone_in, met, sound

TEXT = "Der Damm brach bei Grauwitz. Acht Menschen starben in Krankenhäusern. Grauwitz wurde geräumt."


def test_a_single_german_word_behind_a_bare_preposition_is_heard_as_a_name_wherever_it_stands() -> None:
    lone = lone_in(TEXT, ["de"])
    assert [TEXT[at : at + 8] for at, _ in lone.places] == ["Grauwitz", "Grauwitz"]
    assert lone_in(TEXT, ["fr"]) == Lone()


def test_a_sentence_without_a_name_has_the_last_one_before_it() -> None:
    lone = lone_in(TEXT, ["de"])
    assert lone.near(Span(29, 69)) == {sound("Grauwitz")} and Lone().near(Span(0, 9)) == set()


def test_a_sound_ties_texts_without_a_parser_only_where_there_are_few() -> None:
    few = [Heard(f"a{n}", True, ("k:grvt",)) for n in range(3)]
    many = [Heard(f"b{n}", True, ("k:brln",)) for n in range(40)]
    assert met(few) == {"k:grvt"} and met(few[:1]) == frozenset() and met([*many, *few]) == frozenset()
    assert met([*many, Heard("b", False, ("k:brln",))]) == {"k:brln"}

"""What a body is called for short inside one article."""

from __future__ import annotations

import pytest

from testimonia.extract.mentions import find_mentions


@pytest.mark.parametrize(
    ("language", "text", "short", "full"),
    [
        ("es", "Ayer la Junta de Regantes de Valmer habló. El agua, dijo la Junta, es de todos.", "Junta", "Junta de Regantes de Valmer"),
        ("es", "Nueve heridos van al Hospital San Telmo. Todo lleno en San Telmo, dicen.", "San Telmo", "Hospital San Telmo"),
        ("en", "The Marvat Junta denied it on Monday. On Tuesday the Junta sent troops.", "Junta", "Marvat Junta"),
    ],
)
def test_a_short_name_stands_for_the_only_body_called_so(read, language: str, text: str, short: str, full: str) -> None:
    last = [mention for mention in find_mentions(read(text, language)) if mention.form == "name" and mention.name == short][-1]
    assert last.antecedent is not None
    assert text[last.antecedent.start : last.antecedent.end] == full


def test_a_short_name_of_two_bodies_is_left_open(read) -> None:
    text = "Ayer habló la Junta de Regantes. Hoy habla la Junta de Pastores. El agua, dijo la Junta, es de todos."
    last = [mention for mention in find_mentions(read(text, "es")) if mention.form == "name" and mention.name == "Junta"][-1]
    assert last.antecedent is None


def test_a_hospital_keeps_the_saint_in_its_name(read) -> None:
    names = {
        mention.name: mention.type for mention in find_mentions(read("Nine people were brought to the Saint Telma Hospital on Monday."))
    }
    assert names.get("Saint Telma Hospital") == "organisation"

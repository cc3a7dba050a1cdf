"""What longer names, and the same word in another script, tell of the type of a name."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

from testimonia.link.entities.whole import link_entities

spec = importlib.util.spec_from_file_location("entities_case", Path(__file__).with_name("case.py"))
module = importlib.util.module_from_spec(spec)
spec.loader.exec_module(module)


def typed(*named: tuple[str, str], language: str = "en") -> dict[str, str]:
    case = module.Memory()
    for one in named:
        case.tell(one, language=language)
    return {name: entity.type for entity in link_entities(case)["entities"] for name in entity.names}


@pytest.mark.parametrize(
    ("longer", "short", "kind"),
    [
        (("Korvana National Police", "organisation"), "Korvana", "place"),
        (("Korvana Springs", "place"), "Korvana", "place"),
        (("Jornal da Korvana", "organisation"), "Korvana", "place"),
        (("Construtora Veredal", "organisation"), "Veredal", "organisation"),
        (("Korvana Brothers", "organisation"), "Korvana", "person"),
    ],
)
def test_a_longer_name_tells_what_a_shorter_one_is(longer: tuple[str, str], short: str, kind: str) -> None:
    assert typed(longer, (short, "person"))[short] == kind


def test_a_name_that_people_bear_is_left_to_them() -> None:
    named = typed(("Korvana Police", "organisation"), ("Anna Korvana", "person"), ("Korvana", "person"))
    assert named["Korvana"] == "person"


def test_a_single_word_is_what_its_sound_in_another_script_is() -> None:
    case = module.Memory()
    case.tell(("Zurgana Police", "organisation"), ("Zurgana", "person"))
    case.tell(("Зургана", "person"), language="ru")
    entities = link_entities(case)["entities"]
    held = next(entity for entity in entities if "Zurgana" in entity.names)
    assert held.type == "place"
    assert "Зургана" in held.names

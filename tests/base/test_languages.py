"""Language packs are readable data, whoever adds one."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

import testimonia
import testimonia.base.languages as packs
from testimonia.base.languages.verbs import verbs_of_saying
from testimonia.extract.attributions.packs import stance_and_form

FILES = sorted(Path(packs.__file__).parent.glob("*/*.toml"))
SOURCES = sorted(Path(testimonia.__file__).parent.rglob("*.py"))


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}/{file.name}")
def test_every_topic_is_toml_and_is_found(file: Path) -> None:
    assert packs.table(file.parent.name, file.stem) == tomllib.loads(file.read_text(encoding="utf-8"))
    assert file.parent.name in packs.having(file.stem)


def test_every_list_of_a_pack_is_read() -> None:
    read = set(re.findall(r"\w+", "\n".join(path.read_text(encoding="utf-8") for path in SOURCES)))
    read |= {name for file in FILES for name in re.findall(r"@(\w+)@", file.read_text(encoding="utf-8"))}  # in patterns of the packs
    listed = ((file, key) for file in FILES for key in packs.table(file.parent.name, file.stem))
    assert not [f"{file.parent.name}/{file.name}: {key}" for file, key in listed if key not in read]


@pytest.mark.parametrize("language", packs.having("speech"))
def test_a_form_of_a_verb_has_one_stance(language: str) -> None:
    parted = packs.table(language, "speech").get("parted", ())
    forms = [("", form, stance) for stance, listed in verbs_of_saying(language).items() for form in listed]
    forms += [(one["particle"], *told) for one in parted for told in stance_and_form(one)]
    stances: dict[tuple[str, str], set[str]] = {}
    for particle, form, stance in forms:
        stances.setdefault((form, particle), set()).add(stance)
    assert {form: sorted(held) for form, held in stances.items() if len(held) > 1} == {}


def test_a_language_without_a_pack_goes_without() -> None:
    assert packs.table("zxx", "anything") == {}
    assert packs.having("no such topic") == ()


@pytest.mark.parametrize(("tag", "subtag"), [("en-GB", "en"), ("DE", "de"), (None, "und"), ("", "und")])
def test_the_primary_subtag(tag: str | None, subtag: str) -> None:
    assert packs.primary(tag) == subtag


@pytest.mark.parametrize(("tag", "pack"), [("hr-BA", "sr"), ("bs", "sr"), ("sr-Latn", "sr"), ("prs", "fa"), ("de", "de"), (None, "und")])
def test_standards_of_one_language_are_read_by_one_pack(tag: str | None, pack: str) -> None:
    assert packs.common(tag) == pack
    assert packs.table(tag or "und", "page") == packs.table(pack, "page")

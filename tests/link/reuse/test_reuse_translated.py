"""Translations in whole invented articles, read as a user's files are: Albanian, Persian, Arabic, French, German, Spanish, Russian and
Serbian (in both scripts) against English, and some of them against one another, beside articles on the same matter that are none."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

import pytest

from testimonia.base.links import Finding, Reuse
from testimonia.base.settings import Settings
from testimonia.base.spans import Span
from testimonia.link.reuse.linking import link_reuse
from testimonia.link.reuse.parallel import prose
from testimonia.link.reuse.vectors import installed
from testimonia.store import open_case
from testimonia.work.lane import FileLane, Job
from tests.link.reuse.translated import Translated, aligned, pairs, told

pytestmark = pytest.mark.skipif(not installed(), reason="needs the multilingual encoder")
PAIRS = pairs()
MISSED = {
    ("bridge_en_sq", "name", 5): "both parts of the name have too few consonants to be looked for",
    ("rail_en_de", "tense", 3): "tenses are not compared across languages",
}
ALARMS = {
    "bridge_en_sq": "fails is said as does not pass: no word of negation on one side",
    "monastery_en_sr": "the name of a saint has a form of its own in each language",
}
ROWS = {"factory_ru_sr": "a paragraph about another person and one beside it are taken together"}


@dataclass(frozen=True)
class Found:
    """What was found, documents named by their files; the texts by these names."""

    reuse: list[Reuse]
    shifts: list[Finding]
    texts: dict[str, str]


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Found:
    """All pairs and what is beside them in one case."""
    folder = tmp_path_factory.mktemp("translations")
    lane = FileLane(Settings())
    with open_case(folder / "case.testimonia", create=True) as case:
        for path, text in sorted(page for pair in PAIRS for page in pair.pages.items()):
            (folder / path).write_text(text, encoding="utf-8")
            case.put_file(lane(Job(str(folder), path), lambda *_: None), sha256=path, size=len(text), key="k")
        named = {document: paths[0] for document, paths in case.paths().items()}
        rows = link_reuse(case)
        texts = {named[document]: text for document, text in case.texts()}
    return Found(
        [
            replace(row, a=replace(row.a, document=named[row.a.document]), b=replace(row.b, document=named[row.b.document]))
            for row in rows["reuse"]
        ],
        [replace(row, document=named[row.document], other_document=named.get(row.other_document or "")) for row in rows["shifts"]],
        texts,
    )


def known(cases: Iterable[tuple[Any, ...]], failing: dict[Any, str]) -> list[Any]:
    """Cases as parameters; a known failure is one that must fail, with its reason. A case is known by its pair's name."""
    made = []
    for case in cases:
        name = case[0].name if len(case) == 1 else (case[0].name, *case[1:])
        marks = [pytest.mark.xfail(strict=True, reason=failing[name])] if name in failing else []
        made.append(pytest.param(*case, id="-".join(map(str, name if isinstance(name, tuple) else (name,))), marks=marks))
    return made


def test_every_translation_is_found_and_nothing_else(found: Found) -> None:
    got = {frozenset((row.a.document, row.b.document)) for row in found.reuse}
    assert got == {frozenset(pair.ends) for pair in PAIRS}
    assert {row.kind for row in found.reuse} == {"translation"}


@pytest.mark.parametrize("pair", known([(pair,) for pair in PAIRS], ROWS))
def test_its_paragraphs_stand_side_by_side(found: Found, pair: Translated) -> None:
    assert aligned(pair, found.reuse, found.texts) == set(pair.rows)


@pytest.mark.parametrize(("pair", "kind", "row"), known([(pair, *shift) for pair in PAIRS for shift in sorted(pair.shifts)], MISSED))
def test_what_was_shifted_is_told(found: Found, pair: Translated, kind: str, row: int) -> None:
    assert (kind, row) in told(pair, found.shifts, found.texts)


@pytest.mark.parametrize("pair", known([(pair,) for pair in PAIRS], ALARMS))
def test_nothing_else_is_told(found: Found, pair: Translated) -> None:
    assert told(pair, found.shifts, found.texts) <= pair.shifts


def test_the_pairs_cover_the_languages_that_are_promised() -> None:
    assert {language for pair in PAIRS for language in pair.languages} == {"ar", "de", "en", "es", "fa", "fr", "ru", "sq", "sr"}
    serbian = ["".join(pair.pages.values()) for pair in PAIRS if "sr" in pair.languages]
    assert any("Јован" in text for text in serbian) and any("Branislav" in text for text in serbian)


FIRE_ENGLISH = """Fire at the Dornay mill: 9 dead
Nine people were killed when the Dornay flour mill burned down on Sunday night, the governor said. Another 26 were taken to hospital.
The mill belongs to the family of Victor Salvane. He told reporters that an electric cable had been at fault.
"They had locked the back door," said Irma Delque of the bakers' union. She wants the mill's books to be seized."""
FIRE_FRENCH = """Incendie du moulin de Dornay : le bilan monte à 12 morts
L'incendie du moulin de Dornay a fait 12 morts, selon un nouveau bilan des pompiers. Une minute de silence aura lieu jeudi.
Irma Delque, du syndicat des boulangers, a été reçue par un juge. Elle demande que les familles soient indemnisées.
Victor Salvane n'a pas répondu aux appels. Son avocat rappelle que le moulin avait été contrôlé en mars."""
FIRE_TRANSLATED = """Incendie au moulin de Dornay : 9 morts
Neuf personnes ont péri dans l'incendie qui a détruit dimanche soir la minoterie de Dornay, a annoncé le gouverneur. Vingt-six autres \
ont été hospitalisées.
Le moulin appartient à la famille de Victor Salvane. Il a déclaré aux journalistes qu'un câble électrique était en cause.
« Ils avaient fermé à clé la porte de derrière », a dit Irma Delque, du syndicat des boulangers. Elle demande la saisie des livres."""


@pytest.mark.parametrize(("french", "is_one"), [(FIRE_TRANSLATED, True), (FIRE_FRENCH, False)])
def test_short_reports_of_one_matter_are_translations_only_where_their_sentences_answer_one_another(
    pile: Any, french: str, is_one: bool
) -> None:
    pile.add("p", FIRE_ENGLISH, language="en"), pile.add("q", french, language="fr")
    assert any(row.kind == "translation" for row in pile.link()["reuse"]) == is_one


@pytest.mark.parametrize(
    ("lines", "kept"),
    [
        (("Another title of the site", "He said no.", "He left."), (1, 3)),
        (("He said “no.”", "Read also: the mill"), (0, 1)),
        (("No sentence", "Nor this"), (0, 2)),
        (("A heading alone",), (0, 1)),
        (("او رفت؟", "عنوانی دیگر"), (0, 1)),
    ],
)
def test_a_title_between_two_paragraphs_is_no_part_of_the_translation(lines: tuple[str, ...], kept: tuple[int, int]) -> None:
    text = "\n".join(lines)
    spans, at = [], 0
    for line in lines:
        spans.append(Span(at, at + len(line)))
        at += len(line) + 1
    assert prose(text, spans) == spans[slice(*kept)]

"""Disagreements in whole invented matters: pages read as a user's files are, and compared."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from testimonia.base.documents import Article
from testimonia.base.links import Disagreement, Origin
from testimonia.base.settings import Settings
from testimonia.link.disagree import link_disagreements
from testimonia.link.entities.whole import link_entities
from testimonia.store import Case, open_case
from testimonia.work.lane import FileLane, Job
from tests.link.disagree.invented import FOLDER, Matter, Tally, matters, read


@cache
def lane() -> FileLane:
    """One lane for all matters: it loads the models once."""
    return FileLane(Settings())


def case_of(matter: Matter, folder: Path) -> Case:
    """The matter's pages, read and with their names linked; each page is an origin of its own."""
    case = open_case(folder / "case.testimonia", create=True)
    for path, text in matter.pages.items():
        (folder / path).write_text(text, encoding="utf-8")
        case.put_file(lane()(Job(str(folder), path), lambda *_: None), sha256=path, size=len(text), key="k")
    case.put_links(link_entities(case), {"entities": "1"})
    articles: list[Article] = list(case.records("articles"))
    case.put_links({"origins": [Origin(f"o{article.id}", (article.id,)) for article in articles]}, {"reuse": "1"})
    return case


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[list[Disagreement], dict[str, str]]]:
    """The questions of each matter, and the path of each of its documents."""
    found = {}
    for matter in matters():
        with case_of(matter, tmp_path_factory.mktemp(matter.name)) as case:
            rows = list(link_disagreements(case)["disagreements"])
            found[matter.name] = rows, {document: paths[0] for document, paths in case.paths().items()}
    return found


@pytest.fixture(scope="module")
def tally(shown: dict[str, tuple[list[Disagreement], dict[str, str]]]) -> Tally:
    whole = Tally.empty()
    for matter in matters():
        whole.add(matter, *shown[matter.name])
    return whole


def test_figures_dates_and_places_are_set_side_by_side(tally: Tally) -> None:
    assert tally.recall("numeric") >= 0.8, "\n".join(tally.lines())


def test_who_did_it_and_yes_and_no_begin_to_be(tally: Tally) -> None:
    assert tally.recall("other") >= 0.35, "\n".join(tally.lines())


def test_what_is_shown_is_in_the_gold_and_no_look_alike(tally: Tally) -> None:
    assert tally.right >= 0.6 * tally.shown and not tally.false, "\n".join(tally.lines())


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.toml")), ids=lambda path: path.stem)
def test_marks_lead_to_their_words(path: Path) -> None:
    matter = read(path)
    for asked in matter.asked:
        for places in asked.answers.values():
            for page, start, end in places:
                assert 0 <= start < end <= len(matter.pages[page])

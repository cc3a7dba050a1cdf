"""Reprints that say in words where they come from: the tree hangs each on the page that it names, in a whole build."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from workshop import build_into

from testimonia.base.documents import Article
from testimonia.base.spans import Span
from testimonia.link.reuse.credits import by_cue, declined, is_masthead, names_one, plain
from testimonia.store import open_case

CHAINS = tomllib.loads((Path(__file__).parent / "credited.toml").read_text(encoding="utf-8"))["chain"]


def pages() -> dict[str, str]:
    """Every page of every chain, by chain and place in it."""
    return {
        f"{number:02}-{place}.txt": "\n\n".join(
            filter(
                None,
                (f"{chain['title']}\n{page['outlet']}\n{page['date']}", page.get("opening"), chain["text"], page.get("note")),
            )
        )
        + "\n"
        for number, chain in enumerate(CHAINS)
        for place, page in enumerate(chain["page"])
    }


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> dict[str, set[tuple[str | None, bool]]]:
    """For each page the pages that it goes back to (none: an original that is not held), and whether a credit says so."""
    place = tmp_path_factory.mktemp("chains")
    for name, text in pages().items():
        (place / name).write_text(text, encoding="utf-8")
    case = place.parent / "chains.testimonia"
    build_into(case, place)
    with open_case(case) as opened:
        paths = {document.id: document.paths[0] for document in opened.documents()}
        page = {article.id: paths[article.document] for article in opened.records("articles")}
        found: dict[str, set[tuple[str | None, bool]]] = {}
        for edge in opened.records("stemma"):
            found.setdefault(page[edge.child], set()).add((page.get(edge.parent), "credit" in edge.reasons))
    return found


@pytest.mark.parametrize("number", range(len(CHAINS)), ids=lambda number: CHAINS[number]["page"][0]["outlet"])
def test_each_page_goes_back_to_the_one_that_it_names(number: int, tree: dict[str, set[tuple[str | None, bool]]]) -> None:
    wanted: dict[str, set[tuple[str | None, bool]]] = {
        f"{number:02}-{place}.txt": {(f"{number:02}-{page['from']}.txt", True)} if "from" in page else set()
        for place, page in enumerate(CHAINS[number]["page"])
    }
    assert {name: tree.get(name, set()) for name in wanted} == wanted


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("the mercury of corran", "mercury of corran"),
        ("bergischen rundschau", "bergische rundschau"),
        ("głosu brzeziny za zgodą autora", "głos brzeziny"),
        ("sepidrud", "newspaper sepidrud"),
    ],
)
def test_a_name_is_found_in_what_a_credit_says(said: str, name: str) -> None:
    assert names_one(plain(said), [plain(name)])


@pytest.mark.parametrize(("said", "name"), [("morning post", "evening echo"), ("echo", "evening echo"), ("the times", "tides of time")])
def test_another_name_is_not(said: str, name: str) -> None:
    assert not names_one(plain(said), [plain(name)])


def test_a_short_name_is_not_declined() -> None:
    assert not declined(plain("the dawns"), plain("dawn"))


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Harbour Gazette", True),
        ("روزنامه سپیدرود", True),
        ("This article originally appeared at the Gazette", False),
        ("See also: the report of Monday", False),
        ("al network", False),
        ("9 December 2019", False),
        ("He said on Monday that the bridge was closed", False),
    ],
)
def test_a_masthead_is_a_few_words_that_say_nothing_of_publishing(line: str, name: bool) -> None:
    assert is_masthead(line) == name


@pytest.mark.parametrize(
    ("language", "said", "outlet"),
    [
        ("ar", "قتل ثلاثة أشخاص، نقلا عن الطبيب سالم درناوي.", None),
        ("ar", "قتل ثلاثة أشخاص، نقلا عن صدى الوادي.", "صدى الوادي"),
        ("en", "Three died, as reported by Dr Salem Darnawi.", None),
        ("en", "Three died, as reported by Delta Weekly.", "Delta Weekly"),
    ],
)
def test_who_is_cited_by_what_he_is_is_no_original_text(language: str, said: str, outlet: str | None) -> None:
    credit = by_cue("report_of", said, 0, Article("a0", "d0", (Span(0, len(said)),), language=language))
    assert (credit.original.outlet if credit else None) == outlet

"""An article more: only what touches it is compared again, and the rows are those of a run from the beginning."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bench.claims import Page, fill, link, pages
from testimonia.base.codec import dump
from testimonia.link.disagree import link_disagreements, portions
from testimonia.link.disagree.naming import VERSION
from testimonia.store import Case, open_case
from testimonia.work import flow

NAMES, MOST_NAMES = 24, 400
PAGES = list(pages(12, 8, names=NAMES, languages=("en", "en", "en", "ar")))


def linked(case: Case, held: Sequence[Page]) -> dict[str, list[Any]]:
    """Link a case that holds these pages, and give what it keeps."""
    link(case, sorted(held, key=lambda page: page.document), names=MOST_NAMES)
    case.put_links(link_disagreements(case), {"disagree": "1"})
    kept = {table: [dump(row) for row in case.records(table)] for table in ("disagreements", "findings", "slots", "settled")}
    return kept | {"states": [(row.states, row.pairs) for row in case.records("compared")]}


def from_the_beginning(folder: Path, held: Sequence[Page]) -> dict[str, list[Any]]:
    with open_case(folder / f"scratch{len(list(folder.iterdir()))}.testimonia", create=True) as case:
        fill(case, held)
        return linked(case, held)


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The articles of the pairs that are compared."""
    places: list[str] = []
    whole = portions.same_question

    def counted(a: Any, b: Any, **knows: Any) -> str | None:
        places.extend((a.claim.article, b.claim.article))
        return whole(a, b, **knows)

    monkeypatch.setattr(portions, "same_question", counted)
    return places


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(order=st.permutations(range(len(PAGES))), cuts=st.sets(st.integers(1, len(PAGES) - 1), max_size=4))
def test_any_order_of_adding_articles_gives_the_same_case(tmp_path: Path, order: list[int], cuts: set[int]) -> None:
    scratch = from_the_beginning(tmp_path, PAGES)
    assert scratch["disagreements"]
    with open_case(tmp_path / f"case{len(list(tmp_path.iterdir()))}.testimonia", create=True) as case:
        held: list[Page] = []
        for start, end in zip([0, *sorted(cuts)], [*sorted(cuts), len(PAGES)], strict=True):
            new = [PAGES[number] for number in order[start:end]]
            held += new
            fill(case, new)
            rows = linked(case, held)
        assert rows == scratch


@pytest.mark.parametrize("out", [0, 3, 7])
def test_an_article_less_leaves_no_trace(tmp_path: Path, out: int) -> None:
    left = [page for number, page in enumerate(PAGES) if number != out]
    with open_case(tmp_path / "case.testimonia", create=True) as case:
        fill(case, PAGES)
        linked(case, PAGES)
        case.remove_file(PAGES[out].records.document.paths[0])
        assert linked(case, left) == from_the_beginning(tmp_path, left)


def test_only_what_an_article_more_touches_is_compared(tmp_path: Path, asked: list[str]) -> None:
    many = list(pages(190, 8, names=MOST_NAMES, matters=2))
    other = {page.records.extractions[0].article for page in many[::2]}  # of the matter that the last one is not of
    with open_case(tmp_path / "case.testimonia", create=True) as case:
        fill(case, many[:-1])
        linked(case, many[:-1])
        everything = len(asked)
        asked.clear()
        fill(case, many[-1:])
        rows = linked(case, many)
        elsewhere = [one for one in zip(asked[::2], asked[1::2], strict=True) if set(one) <= other]
        assert 0 < len(asked) < everything
        assert len(elsewhere) < everything / 2 / 50  # but for what hangs on dates alone
        assert rows == from_the_beginning(tmp_path, many)


def test_when_nothing_changed_nothing_is_compared_or_read_again(tmp_path: Path, asked: list[str]) -> None:
    with open_case(tmp_path / "case.testimonia", create=True) as case:
        fill(case, PAGES)
        first = linked(case, PAGES)
        asked.clear()
        again = link_disagreements(case)
        assert not asked
        assert list(again["slots"]) == []
        assert linked(case, PAGES) == first


def test_a_name_that_stands_for_another_is_asked_about_again(tmp_path: Path, asked: list[str]) -> None:
    with open_case(tmp_path / "case.testimonia", create=True) as case:
        fill(case, PAGES)
        linked(case, PAGES)
        asked.clear()
        changed = [Page(page.records, tuple(reversed_names(page))) if number == 2 else page for number, page in enumerate(PAGES)]
        assert linked(case, changed) == from_the_beginning(tmp_path, changed)
        assert PAGES[2].records.extractions[0].article in asked


def reversed_names(page: Page) -> list[Any]:
    """The mentions of a page, the entities the other way round."""
    entities = [mention.entity for mention in reversed(page.mentions)]
    return [
        type(mention)(mention.document, mention.start, mention.end, entity) for mention, entity in zip(page.mentions, entities, strict=True)
    ]


def test_what_another_version_kept_is_not_taken_over() -> None:
    assert flow.stage("disagree").version == VERSION

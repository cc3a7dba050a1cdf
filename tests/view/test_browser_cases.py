"""The workbench over whole cases, the sample and a real matter where it lies at hand: every kind of page in a real browser."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from browsing import Served, needs_chromium
from workshop import build_into

from testimonia.base.decisions import DECISION_KINDS
from tests.view.test_browser import SHAPE, serious_faults
from tests.view.test_browser_deciding import all_held, decided

pytestmark = needs_chromium

LISTS = (
    "/", "/disagreements", "/ledger", "/articles", "/who", "/origins", "/namings", "/timeline", "/network", "/findings", "/review",
    "/decisions", "/account", "/search?q=strike+OR+camp",
)  # fmt: skip
LEADING = {"/disagreements": "/disagreements/", "/ledger": "/ledger/", "/articles": "/article/", "/who": "/who/", "/origins": "/origins/"}


@pytest.fixture(scope="module", params=["sample", "seeds"])
def case_file(request: pytest.FixtureRequest, sample_case: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("cases") / f"{request.param}.testimonia"
    if request.param == "sample":
        shutil.copyfile(sample_case, target)
        return target
    build_into(target, request.getfixturevalue("shared") / "seeds")  # which skips, and says so, where they are not
    return target


@pytest.fixture
def page(browser: Any, case_file: Path) -> Iterator[Any]:
    server = Served(case_file)
    made = browser.new_context(viewport={"width": 1300, "height": 900}).new_page()
    made.base, made.problems = server.base, []
    made.on("console", lambda message: made.problems.append(message.text) if message.type == "error" else None)
    made.on("pageerror", lambda error: made.problems.append(str(error)))
    made.goto(server.address)
    yield made
    made.context.close()
    server.kill()


def places(page: Any) -> list[str]:
    """Every list, and of each kind of thing the first that its list leads to."""
    found = list(LISTS)
    for at, start in LEADING.items():
        page.goto(page.base + at)
        leads = page.evaluate("(start) => document.querySelector(`main a[href^='${start}']`)?.getAttribute('href')", start)
        assert leads, f"{at} leads to nothing"
        found.append(leads.split("#")[0])
    return found


def test_each_kind_of_page_is_quiet_without_a_serious_fault_and_fits_a_phone(page: Any) -> None:
    for place in places(page):
        page.set_viewport_size({"width": 1300, "height": 900})
        page.goto(page.base + place)
        assert page.evaluate(SHAPE) == [], place
        assert serious_faults(page) == [], place
        page.set_viewport_size({"width": 390, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), place
    assert page.problems == []


def test_every_decision_of_each_kind_of_page_is_kept(page: Any, case_file: Path) -> None:
    sent = decided(page, page.base, places(page))
    assert {kind for _, _, kind in sent} == set(DECISION_KINDS)
    assert all_held(case_file, sent)
    assert page.problems == []

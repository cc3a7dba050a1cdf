"""The workbench in a real browser: every page without a console error, the keys, the decisions, a phone, a broken-off server."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from browsing import Served, needs_chromium
from invented import HOSTILE, addresses_with, hostile_case, invented_case, sheets

from testimonia.store import open_case
from testimonia.view.report import write_report

AXE_FILE_PATH = pytest.importorskip("axe_playwright_python.base", reason="axe is not installed (it is in the extra `dev`)").AXE_FILE_PATH
pytestmark = needs_chromium

SHAPE = """() => {
  const faults = [];
  if (document.querySelectorAll('h1').length !== 1) faults.push('not one h1');
  if (!document.querySelector('main')) faults.push('no main');
  if (!document.documentElement.lang) faults.push('no language');
  return faults;
}"""
FAULTS = """(options) => axe.run(document, {resultTypes: ['violations'], ...options}).then((found) => found.violations
  .filter((one) => ['serious', 'critical'].includes(one.impact))
  .map((one) => `${one.id}: ${one.nodes.length}, ${one.nodes[0].html.slice(0, 160)} ${(one.nodes[0].any[0] ?? {}).message ?? ''}`))"""
COLOURS = {"runOnly": ["color-contrast", "link-in-text-block"]}


def serious_faults(page: Any, **options: object) -> list[str]:
    """What axe-core holds against the page: in light and, as far as colours go, in dark."""
    page.evaluate(AXE_FILE_PATH.read_text("utf-8"))
    page.emulate_media(color_scheme="light")
    found = page.evaluate(FAULTS, options)
    page.emulate_media(color_scheme="dark")
    return [*found, *(f"dark: {fault}" for fault in page.evaluate(FAULTS, COLOURS))]


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    path = tmp_path_factory.mktemp("served") / "orrin.testimonia"
    invented_case(path).close()
    server = Served(path)
    yield server
    server.kill()


@pytest.fixture
def page(browser: Any, served: Served) -> Iterator[Any]:
    context = browser.new_context(viewport={"width": 1300, "height": 900})
    made = context.new_page()
    made.problems = []
    made.on("console", lambda message: made.problems.append(message.text) if message.type == "error" else None)
    made.on("pageerror", lambda error: made.problems.append(str(error)))
    made.goto(served.address)
    yield made
    context.close()


def places() -> list[str]:
    return addresses_with(sheets()["crier"].attributions[0].id)


def test_every_page_is_quiet_and_without_a_serious_fault(page: Any, served: Served) -> None:
    for place in places():
        page.goto(served.base + place)
        assert page.evaluate(SHAPE) == [], place
        assert serious_faults(page) == [], place
    assert page.problems == []


def test_no_page_is_wider_than_a_phone(page: Any, served: Served) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    for place in places():
        page.goto(served.base + place)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), place


def test_everything_by_keyboard(page: Any, served: Served) -> None:
    page.goto(served.base + "/review")
    page.keyboard.press("j")
    first = page.locator("[data-item]").first
    assert first.evaluate("one => one === document.activeElement")
    page.keyboard.press("y")
    first.locator(".ruled").wait_for()
    assert "ruled right" in first.inner_text()
    page.keyboard.press("z")
    page.locator(".ruled").wait_for(state="detached")
    page.wait_for_load_state()
    page.keyboard.press("?")
    assert page.locator("#keys").is_visible()
    page.keyboard.press("Escape")
    page.keyboard.press("/")
    page.keyboard.type("Brandt")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?q=Brandt")
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    page.wait_for_url("**/article/**")
    assert page.locator("#sought").count() == 1
    page.keyboard.press("Escape")
    page.wait_for_url("**/search?q=Brandt")
    assert page.problems == []


def test_words_that_are_selected_can_be_noted_and_linked(page: Any, served: Served) -> None:
    article = sheets()["persian"]
    page.goto(f"{served.base}/article/{article.article_id}")
    page.evaluate(
        """() => { const block = document.querySelectorAll('.text')[1]; const range = document.createRange();
        range.selectNodeContents(block); getSelection().removeAllRanges(); getSelection().addRange(range); }"""
    )
    page.locator("#span-note").wait_for(state="visible")
    start, end = page.locator("#span-place").input_value().split(":")
    assert article.text[int(start) : int(end)] == article.text.split("\n")[1]
    page.goto(page.locator("#span-link").evaluate("one => one.href"))
    assert page.locator("#sought").count() == 1 and page.locator(".notice").count() == 0


def test_a_server_killed_during_a_thousand_decisions_loses_none_that_it_confirmed(page: Any, tmp_path: Path) -> None:
    invented_case(tmp_path / "orrin.testimonia").close()
    served = Served(tmp_path / "orrin.testimonia")
    confirmed: list[str] = []

    def confirm(id: str) -> None:
        confirmed.append(id)
        if len(confirmed) == 500:  # in the middle of it: more are on their way, none is waited for
            served.kill()

    page.expose_function("confirmed", confirm)
    page.goto(served.address)
    page.evaluate(
        """async () => { let next = 0; const one = async () => { while (next < 1000) {
        const body = new URLSearchParams({kind: 'tag', table: 'disagreements', target: 'g1', value: 't' + next++});
        const answer = await fetch('/decide', {method: 'POST', body, headers: {accept: 'application/json'}});
        if (answer.ok) await confirmed((await answer.json()).decision.id); } };
        await Promise.all([one(), one(), one(), one(), one()].map((run) => run.catch(() => null))); }"""
    )
    assert 500 <= len(set(confirmed)) <= 1000
    with open_case(tmp_path / "orrin.testimonia") as case:
        held = {decision.id for decision in case.decisions()}
    assert set(confirmed) <= held and len(held) <= 1000


def test_hostile_text_does_nothing_in_a_browser(browser: Any, tmp_path: Path) -> None:
    path = tmp_path / "bad.testimonia"
    with hostile_case(path) as case:
        write_report(case, tmp_path / "bad.html")
        ids = [article.id for article in case.records("articles")]
    server = Served(path)
    context = browser.new_context()
    page, alarms, asked = context.new_page(), [], []
    page.on("dialog", lambda dialog: (alarms.append(dialog.message), dialog.dismiss()))
    page.on("request", lambda request: asked.append(request.url))
    page.goto(server.address)
    for place in [*places(), *(f"/article/{id}" for id in ids)]:
        page.goto(server.base + place)
        page.keyboard.press("j")
    page.goto((tmp_path / "bad.html").as_uri())
    assert HOSTILE[:24] in page.locator("body").inner_text()
    server.kill()
    context.close()
    assert alarms == []
    assert [url for url in asked if not url.startswith((server.base, "file:"))] == []


def test_the_report_is_readable_on_a_phone_and_prints(browser: Any, tmp_path: Path) -> None:
    with invented_case(tmp_path / "orrin.testimonia") as case:
        write_report(case, tmp_path / "orrin.html")
    context = browser.new_context(viewport={"width": 390, "height": 800})
    page = context.new_page()
    page.goto((tmp_path / "orrin.html").as_uri())
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.evaluate(SHAPE) == []
    assert serious_faults(page) == []
    assert page.pdf()[:5] == b"%PDF-"
    context.close()

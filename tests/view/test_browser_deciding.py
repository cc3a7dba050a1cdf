"""Every form of every page that decides something, filled in and sent in a real browser: each decision is kept and said."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from browsing import Served, needs_chromium
from invented import addresses_with, invented_case, sheets

from testimonia.base.decisions import DECISION_KINDS
from testimonia.store import open_case

pytestmark = needs_chromium
SELECT = """() => { const block = document.querySelectorAll('.text')[1]; const range = document.createRange();
  range.selectNodeContents(block); getSelection().removeAllRanges(); getSelection().addRange(range); }"""
FORMS = """() => [...document.querySelectorAll('form.judge[action="/decide"]')].flatMap((form, at) => {
  const data = new FormData(form); const table = data.get('table'); const kind = data.get('kind');
  const kinds = kind ? [kind] : [...form.querySelectorAll('button[name="kind"]')].map((one) => one.value);
  return kinds.map((one) => ({at, kind: one, table})); })"""
FILL = """([at, kind]) => { const form = document.querySelectorAll('form.judge[action="/decide"]')[at];
  for (let place = form; place; place = place.parentElement) if (place.matches('details')) place.open = true;
  for (const field of form.querySelectorAll('input:not([type=hidden]):not([type=checkbox])')) field.value ||= 'some words';
  const box = form.querySelector('[type=checkbox]'); if (box) box.checked = true;
  const named = form.querySelector(`button[name="kind"][value="${kind}"]`);
  (named ?? form.querySelector('button')).click(); }"""


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    with invented_case(tmp_path / "orrin.testimonia") as case:
        asked = list(case.records("disagreements"))
        asked.append(replace(asked[0], id="g9", question="How many were hurt?"))  # so that there is one to join with
        case.put_links({"disagreements": asked}, {"disagree": "k"})
    server = Served(tmp_path / "orrin.testimonia")
    yield server
    server.kill()


def forms_of(page: Any, place: str) -> list[dict[str, Any]]:
    """The deciding forms of a page, each kind of decision on each table once."""
    if place.startswith("/article/"):
        page.evaluate(SELECT)
        page.locator("#span-segment").wait_for(state="visible")
    found: dict[tuple[str, str], dict[str, Any]] = {}
    for form in page.evaluate(FORMS):
        found.setdefault((form["table"], form["kind"]), form)
    return list(found.values())


def decided(page: Any, base: str, places: list[str]) -> list[tuple[str, str, str]]:
    """Send every deciding form of the pages and take each decision back by its key: page, id and kind of what was made."""
    sent: list[tuple[str, str, str]] = []
    for place in places:
        page.goto(base + place)
        for form in forms_of(page, place):
            forms_of(page, place)  # the page was shown anew: what was chosen in it is chosen again
            with page.expect_response("**/decide") as answer:
                page.evaluate(FILL, [form["at"], form["kind"]])
            assert answer.value.status == 200, (place, form, answer.value.text())
            made = answer.value.json()
            assert (made["decision"]["kind"], made["decision"]["table"]) == (form["kind"], form["table"]), place
            page.wait_for_function("document.getElementById('said').textContent.includes('takes it back')")
            sent.append((place, made["decision"]["id"], form["kind"]))
            page.keyboard.press("Escape") if page.evaluate("document.activeElement.matches('input, select')") else None
            with page.expect_navigation():  # the page shows itself anew when it is taken back
                page.keyboard.press("z")
    return sent


def all_held(case_file: Path, sent: list[tuple[str, str, str]]) -> bool:
    """Whether the case holds every decision that was made, and that each was taken back."""
    with open_case(case_file) as case:
        held = case.decisions()
    made = {ident for _, ident, _ in sent}
    return {decision.id for decision in held} >= made and {decision.retires for decision in held if decision.retires} == made


def test_every_decision_of_every_page_is_kept_and_said(browser: Any, served: Served, tmp_path: Path) -> None:
    context = browser.new_context(viewport={"width": 1300, "height": 900})
    page, problems = context.new_page(), []
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.goto(served.address)
    sent = decided(page, served.base, addresses_with(sheets()["crier"].attributions[0].id))
    context.close()
    assert problems == []
    assert {kind for _, _, kind in sent} == set(DECISION_KINDS)
    assert all_held(tmp_path / "orrin.testimonia", sent)


def test_forms_that_a_browser_sends_by_itself_do_what_they_say(browser: Any, served: Served, tmp_path: Path) -> None:
    page = browser.new_context().new_page()
    page.goto(served.address)
    page.goto(served.base + "/decisions")
    page.locator("form[action='/sign'] input[type=text], form[action='/sign'] input:not([type])").first.fill("Nadja Orlo")
    page.locator("form[action='/sign'] button").click()
    page.get_by_text("Decisions are signed Nadja Orlo").wait_for()
    page.goto(served.base + "/review")
    page.keyboard.press("j")
    page.keyboard.press("y")
    page.locator(".ruled").wait_for()
    page.goto(served.base + "/decisions")
    page.get_by_role("button", name="take back").click()
    page.get_by_text("taken back:").wait_for()
    page.get_by_role("button", name="make again").click()
    page.get_by_role("button", name="take back").wait_for()
    page.select_option("select[name=language]", "de")
    page.locator("form[action='/language'] button").click()
    page.wait_for_selector("html[lang=de]")
    with open_case(tmp_path / "orrin.testimonia") as case:
        first, back, again = case.decisions()
    assert {first.analyst, back.analyst, again.analyst} == {"Nadja Orlo"}
    assert back.retires == first.id and (again.kind, again.targets) == (first.kind, first.targets)


def test_a_stretch_is_ruled_on_beside_it_and_the_acts_do_not_cover_one_another(browser: Any, served: Served) -> None:
    page = browser.new_context(viewport={"width": 1300, "height": 900}).new_page()
    page.goto(served.address)
    page.goto(served.base + next(place for place in addresses_with(sheets()["crier"].attributions[0].id) if place.startswith("/article/")))
    assert not page.locator(".floating").is_visible()
    page.evaluate(SELECT)
    page.locator("#span-segment").wait_for(state="visible")
    boxes = [page.locator(f"#span-{name}").bounding_box() for name in ("note", "bounds", "segment")]
    frame = page.locator(".floating").bounding_box()
    assert all(above["y"] + above["height"] <= below["y"] for above, below in pairwise(boxes))
    assert all(frame["x"] <= box["x"] and box["x"] + box["width"] <= frame["x"] + frame["width"] for box in boxes)
    inside = page.evaluate("document.querySelectorAll('.text')[1].parentElement.classList.contains('b-article')")
    assert page.locator("#span-segment select").input_value() == ("furniture" if inside else "article")
    page.locator("#span-segment button").click()
    page.locator(".ruled", has_text="the next build takes it in").wait_for()
    assert not page.locator(".floating").is_visible()


def test_a_ruling_on_furniture_is_there_after_a_reload_also_on_a_phone(browser: Any, served: Served, tmp_path: Path) -> None:
    page = browser.new_context(viewport={"width": 390, "height": 800}).new_page()
    page.goto(served.address)
    crier = sheets()["crier"]
    page.goto(served.base + next(place for place in addresses_with(crier.attributions[0].id) if place.startswith("/article/")))
    page.evaluate(SELECT.replace(".text')[1]", ".furniture .text')[0]"))
    page.locator("#span-segment button").click()
    page.locator(".ruled", has_text="the next build takes it in").wait_for()
    page.reload()
    mark = page.locator(".furniture .ruled")
    assert "the next build takes it in" in mark.inner_text()
    box = mark.bounding_box()
    assert box["x"] >= 0 and box["x"] + box["width"] <= 390
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    with open_case(tmp_path / "orrin.testimonia") as case:
        (made,) = case.decisions()
    assert made.targets == (crier.path, "Home | Markets | Weather"), "the words of the page, and nothing that is only read aloud"
    mark.get_by_role("button", name="take back").click()
    page.locator(".furniture .ruled").wait_for(state="detached")

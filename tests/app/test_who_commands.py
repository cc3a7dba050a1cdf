from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from testimonia.app.cli import main
from testimonia.store import open_case
from testimonia.view.pages.who import Who

TEXT = """Harbour strike ends

Prime Minister Olga Brandt said on Monday that the strike was over. Brandt thanked the Harbour Workers Union (HWU).

The HWU said it had won. Tomas Keller, the leader of the HWU, praised Olga Brandt. Anna Keller disagreed.
"""

OTHER = """The meeting in the old harbour

Keller left the room on Friday after a long meeting with the owners of the port. Keller was angry, a worker said later that evening.

The owners said that they would meet again in the spring. The workers said that they would wait and see what the owners had to offer.
"""


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pages")
    (folder / "a.txt").write_text(TEXT, encoding="utf-8")
    (folder / "b.txt").write_text(OTHER, encoding="utf-8")
    target = folder.parent / "who.testimonia"
    done = CliRunner().invoke(main, ["build", str(folder), "--case", str(target)])
    assert done.exit_code == 0, done.output
    return target


def run(*words: str, keys: str = "") -> str:
    done = CliRunner().invoke(main, list(words), input=keys)
    assert done.exit_code == 0, done.output
    return done.output


def test_entities_lists_and_finds(case):
    listed = json.loads(run("entities", str(case), "brandt", "--json"))
    assert any({"Olga Brandt", "Brandt", "Prime Minister Olga Brandt"} <= set(row["names"]) for row in listed)
    assert "Olga Brandt" in run("entities", str(case))


def test_one_entity_is_shown_with_its_links(case):
    shown = run("entities", str(case), "Harbour Workers Union", "--one")
    assert "HWU" in shown
    assert "declared in the text" in shown


def test_who_says_on_whose_word_and_where(case):
    shown = run("who", str(case), "Brandt")
    assert any(" › " in line and "a.txt:" in line for line in shown.splitlines())


def test_who_shows_what_is_said_by_somebody(case):
    shown = json.loads(run("who", str(case), "Brandt", "--json"))
    assert shown["who"]["name"] == "Olga Brandt"
    assert any("strike was over" in line["content"] for line in shown["by"])


def test_who_prefers_whom_most_lines_mean_and_names_the_others(case):
    """A bare name that the case leaves open gives way to whoever bears it, and is named as what is not shown."""
    shown = run("who", str(case), "Keller")
    assert shown.startswith(("Tomas Keller", "Anna Keller"))
    assert "called so too: Keller (person, mentions: 2, may stand for" in shown


def test_who_for_an_unknown_name_says_what_to_do(case):
    done = CliRunner().invoke(main, ["who", str(case), "Nobody Whatsoever"])
    assert done.exit_code == 2
    assert "testimonia entities" in done.output


def test_review_takes_one_key_each_and_undoes(case):
    shown = run("review", str(case), "--kind", "names", keys="nbyq")
    assert "Keller" in shown and "Taken back." in shown
    assert "1 ruling kept" in shown
    kinds = [row["kind"] for row in json.loads(run("decisions", str(case), "--json"))] if "--json" in run("decisions", "--help") else []
    assert kinds == [] or "same" in kinds


def test_review_asks_about_protected_people_under_their_pseudonyms(case):
    calls = run("review", str(case), "--kind", "names", keys="q")
    name = next(entity for entity in ("Tomas Keller", "Thomas Keller", "Keller") if entity in calls)
    with open_case(case) as opened:
        decision = opened.decide("protect", "entities", (name,))
    try:
        assert name not in run("review", str(case), "--kind", "names", keys="q")
    finally:
        with open_case(case) as opened:
            opened.retire(decision)


def test_names_that_differ_in_an_article_before_them_come_once() -> None:
    who = Who("e1", "person", "Mayor", ("The Mayor", "the boss", "boss", "Ana Boss"), 1, 1, 0, (), (), (), "", False)
    assert who.others == ("Ana Boss", "boss")

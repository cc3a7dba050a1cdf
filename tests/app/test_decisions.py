"""Decisions from the command line: made, taken back, handed on, refused when they were tampered with."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner

from testimonia.app.cli import main
from testimonia.base.decisions import standing
from testimonia.base.links import Entity
from testimonia.store import open_case
from testimonia.store.decisions import as_lines, from_lines


@pytest.fixture
def case_file(tmp_path):
    with open_case(tmp_path / "orlen.testimonia", create=True) as case:
        case.decide("same", "entities", ["A. Keller", "Anna Keller"], analyst="mk")
    return tmp_path / "orlen.testimonia"


def call(*words):
    return CliRunner().invoke(main, [str(word) for word in words])


def test_a_decision_is_made_listed_and_taken_back(case_file):
    made = call("decide", case_file, "different", "entities", "Orlen", "Orlen FC", "--note", "a town and its club")
    assert made.exit_code == 0
    listed = call("decisions", case_file).output
    assert "different entities: Orlen / Orlen FC (a town and its club)" in listed
    assert "2 in force, 2 of them orphaned." in listed
    identity = made.output.split()[0]
    assert call("retire", case_file, identity).exit_code == 0
    assert "[taken back]" in call("decisions", case_file).output
    with open_case(case_file) as case:
        assert len(case.decisions()) == 3
        assert [decision.kind for decision in standing(case.decisions())] == ["same"]
    assert call("retire", case_file, identity).exit_code == 2


def test_decisions_are_handed_on_whole_or_not_at_all(case_file, tmp_path):
    out = tmp_path / "rulings.jsonl"
    assert call("decisions", case_file, "--out", out).exit_code == 0
    other = tmp_path / "other.testimonia"
    open_case(other, create=True).close()
    assert "1 new decisions taken in." in call("decisions", other, "--take", out).output
    assert "0 new decisions taken in." in call("decisions", other, "--take", out).output
    out.write_text(out.read_text("utf-8").replace("Anna", "Hanna"), encoding="utf-8")
    refused = call("decisions", other, "--take", out)
    assert refused.exit_code == 2
    assert "changed after it was made" in refused.output


@pytest.mark.parametrize(
    "line",
    ["nonsense", "[]", '{"id": "r1"}', json.dumps({"id": "r", "kind": "bless", "table": "t", "targets": [], "made": ""}),
     json.dumps({"id": "r", "kind": "same", "table": "t", "targets": ["x" * 20_000], "made": ""}),
     json.dumps({"id": "r", "kind": "same", "table": 4, "targets": [], "made": ""})],
)  # fmt: skip
def test_what_is_no_decision_is_refused(line):
    from testimonia.base.errors import UsageError

    with pytest.raises(UsageError):
        from_lines([line])


def test_dump_and_load_give_back_every_decision(case_file):
    with open_case(case_file) as case:
        history = case.decisions()
    assert from_lines(as_lines(history)) == list(history)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("segment", "segments", "page.txt"), "names no stretch"),
        (("segment", "segments", "page.txt", "Subscribe", "--value", "menu"), "names no stretch"),
        (("segment", "segments", "page.txt", "Subscribe", "--value", "furniture"), "does not stand in page.txt"),
        (("segment", "entities", "page.txt", "Subscribe", "--value", "furniture"), "says nothing"),
        (("segment", "page.txt", "Subscribe"), "is not one of"),
    ],
)
def test_a_ruling_that_could_never_apply_is_refused(case_file, words, told):
    made = call("decide", case_file, *words)
    assert made.exit_code == 2
    assert told in made.output
    with open_case(case_file) as case:
        assert len(case.decisions()) == 1


def test_a_ruling_on_what_is_not_there_yet_is_kept_and_says_so(case_file):
    made = call("decide", case_file, "different", "entities", "Orlen", "Orlen FC")
    assert made.exit_code == 0
    assert "no “Orlen FC” among its entities now" in made.output


def test_who_is_protected_is_told_which_names_are_nearly_theirs(tmp_path):
    path = tmp_path / "port.testimonia"
    names = (("Anna Keller", "Keller"), ("Ana Kelller",), ("A. Keller-Brandt",), ("Hanno Keller",), ("Anna Brandt",), ("Orlen",))
    with open_case(path, create=True) as case:
        case.put_links({"entities": [Entity(f"e{i}", "person", held[0], held) for i, held in enumerate(names)]}, {"entities": "k"})
    said = call("decide", path, "protect", "entities", "Anna Keller").output
    assert "“Ana Kelller” is nearly the same name" in said
    assert "Orlen" not in said
    assert "Brandt" not in said
    assert "nearly the same" not in call("decide", path, "protect", "entities", "Orlen").output

"""The invented matter, built as a user builds it: what must hold for every case holds for this one."""

from __future__ import annotations

import importlib.util
import json
import re
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from workshop import ROOT, build_into, export_of, tree, tree_digest

from testimonia.app.cli import main
from testimonia.app.sample import sample_files
from testimonia.base.outcomes import RunReport
from testimonia.store import open_case
from testimonia.store.check import check

Built = tuple[Path, RunReport]
BROKEN = ["17-empty.txt", "18-torn-scan.pdf"]
VERDICTS = re.compile(r"\b(is|are|was|were) (true|false|fake|a lie|credible|not credible|misinformation|disinformation|propaganda)\b", re.I)


def rows(export: Path, table: str) -> list[dict[str, Any]]:
    """The rows of one exported table."""
    return [json.loads(line) for line in (export / f"{table}.jsonl").read_text(encoding="utf-8").splitlines()]


def test_what_cannot_be_read_is_told_and_the_rest_is_read(sample_built: Built) -> None:
    _, report = sample_built
    assert [failure.path for failure in report.failures] == BROKEN
    assert report.exit_code == 1
    assert all(failure.message and failure.advice for failure in report.failures)
    assert not any("Unforeseen" in failure.message for failure in report.failures)
    assert report.counts["documents"] == 19


def test_check_finds_nothing(sample_case: Path) -> None:
    with open_case(sample_case) as case:
        checked = check(case)
    assert not checked.faults
    assert not checked.missing


def test_every_table_of_the_flow_holds_rows(sample_built: Built) -> None:
    lacking = {name for name, count in sample_built[1].counts.items() if count == 0} - {"decisions", "relations", "shifts"}
    assert not lacking


def test_every_character_is_one_kind_of_thing(sample_export: Path) -> None:
    ends: dict[str, int] = defaultdict(int)
    for row in rows(sample_export, "segments"):
        assert row["start"] == ends[row["document"]]
        ends[row["document"]] = row["end"]
    assert ends == {row["id"]: row["chars"] for row in rows(sample_export, "documents")}


def test_plain_text_is_the_file_itself(sample_export: Path, sample_pages: Path) -> None:
    for row in rows(sample_export, "documents"):
        if row["media_type"] == "text/plain":
            assert (sample_export / "text" / f"{row['id']}.txt").read_bytes() == (sample_pages / row["path"]).read_bytes()


def test_a_page_that_lies_about_its_encoding_is_read(sample_export: Path) -> None:
    (page,) = [row for row in rows(sample_export, "documents") if row["path"] == "16-kuestenblatt.html"]
    text = (sample_export / "text" / f"{page['id']}.txt").read_text(encoding="utf-8")
    assert "Käthe Gröning" in text
    assert "�" not in text


def test_each_language_is_known(sample_export: Path) -> None:
    assert {row["language"] for row in rows(sample_export, "articles")} >= {"en", "de", "es", "fa"}


def test_no_row_passes_a_verdict(sample_export: Path) -> None:
    """What a page says may hold any word; what the program says of it may not."""
    for table in ("disagreements", "findings", "shifts", "namings", "entities"):
        for row in rows(sample_export, table):
            said = [row.get("question"), row.get("reason"), row.get("message"), row.get("warning")]
            assert not any(VERDICTS.search(text) for text in said if text)


def test_every_toll_that_a_page_gives_for_the_flood_is_an_answer(sample_case: Path) -> None:
    """One page names nobody in the sentence with its figure but by "their": it speaks of the same dead as the others."""
    with open_case(sample_case) as case:
        tolls = [row for row in case.records("disagreements") if row.kind == "number" and "killed" in row.question]
        assert {answer.value for row in tolls for answer in row.answers} == {"9", "11", "12", "13", "14"}


def test_every_runner_gives_the_same_bytes(sample_export: Path, sample_pages: Path, tmp_path: Path) -> None:
    before = tree_digest(sample_pages)
    build_into(tmp_path / "daft.testimonia", sample_pages, runner="daft", workers=2)
    assert export_of(tmp_path / "daft.testimonia", tmp_path / "out") == tree(sample_export)
    assert tree_digest(sample_pages) == before


def test_the_demo_says_where_to_look(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    few = {name: path for name, path in sample_files().items() if name[:2] in {"08", "17", "18"}}
    monkeypatch.setattr("testimonia.app.commands.demo.sample_files", lambda: few)  # the whole sample is built once, above
    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(main, ["demo"], catch_exceptions=False)
    assert done.exit_code == 0
    assert "meant to be there" in done.output
    for line in ("demo/demo.testimonia", "demo/demo.html", "demo/pages"):
        assert line in done.output.replace("\\", "/")
        assert (tmp_path / line).exists()


CALLS = [
    (["who", "Quill"], "18 January"),
    (["who", "dresk", "--json"], '"person"'),
    (["search", "gatehouse"], "01-courier-eleven-dead.html"),
    (["disagreements"], "2012"),
    (["check"], ""),
    (["flow"], "| capture |"),
]


@pytest.mark.parametrize(("call", "says"), CALLS, ids=[" ".join(call) for call, _ in CALLS])
def test_a_command_shows_the_sample(sample_case: Path, call: list[str], says: str) -> None:
    words = call if call == ["flow"] else [call[0], str(sample_case), *call[1:]]
    done = CliRunner().invoke(main, words, catch_exceptions=False)
    assert done.exit_code == 0, done.output
    assert says in done.output


def test_who_is_not_there_is_said(sample_case: Path) -> None:
    done = CliRunner().invoke(main, ["who", str(sample_case), "Nobody Atall"])
    assert done.exit_code == 2
    assert "Nobody in" in done.output


def test_the_gold_is_what_the_quotes_say() -> None:
    spec = importlib.util.spec_from_file_location("make_gold", ROOT / "sample" / "make_gold.py")
    assert spec is not None and spec.loader is not None
    make_gold: Any = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(make_gold)
    wanted = dict(make_gold.files())
    gold = ROOT / "sample" / "gold"
    stale = [name for name, text in wanted.items() if not (gold / name).exists() or (gold / name).read_text(encoding="utf-8") != text]
    for name in stale:
        (gold / name).write_text(wanted[name], encoding="utf-8", newline="\n")
    assert not stale, f"sample/gold was not what the quotes say and is written anew: {stale}. Read it, and add it to the commit."
    assert {path.name for path in gold.iterdir()} == set(wanted)


def test_a_source_that_is_somebody_is_the_speaker(sample_export: Path) -> None:
    entity = {(row["document"], row["start"], row["end"]): row["entity"] for row in rows(sample_export, "mentions")}
    said = [row for row in rows(sample_export, "attributions") if row["source"] and not row["speaker_span"]]
    known = [(row["speaker"], entity[place]) for row in said if entity.get(place := (row["document"], *row["source"]))]
    assert known
    assert all(speaker == meant for speaker, meant in known)

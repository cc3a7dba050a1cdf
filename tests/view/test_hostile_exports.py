"""Hostile texts in every field come out of every export as text, and nothing of them is read as a formula, a tag or a line of its own."""

from __future__ import annotations

import csv
import json
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from invented import HOSTILE, hostile_case

from testimonia.store import Case
from testimonia.view.export import export_jsonl, export_sheet, export_stemma

FORMULAS = ("=HYPERLINK(1)", "+1+1", "-1+1", "@SUM(1)", "\t=1", "\r=1")


@pytest.fixture
def hostile(tmp_path: Path) -> Iterator[Case]:
    with hostile_case(tmp_path / "bad.testimonia") as case:
        namings = list(case.records("namings"))
        formulas = [replace(namings[0], name=formula) for formula in FORMULAS]
        case.put_links({"namings": [*namings, *formulas]}, {"namings": "k"})
        yield case


def test_every_line_is_one_record_and_holds_the_words_as_they_are(hostile: Case, tmp_path: Path) -> None:
    counts = export_jsonl(hostile, tmp_path / "out")
    rows = {path.stem: path.read_text("utf-8").split("\n")[:-1] for path in (tmp_path / "out").glob("*.jsonl")}
    assert {name: len(listed) for name, listed in rows.items()} == counts
    records = {name: [json.loads(line) for line in listed] for name, listed in rows.items()}
    assert all(entity["name"] == HOSTILE for entity in records["entities"])
    assert HOSTILE in {article["outlet"]["name"] for article in records["articles"] if article["outlet"]}


def test_no_cell_of_the_sheet_begins_as_a_formula(hostile: Case, tmp_path: Path) -> None:
    export_sheet(hostile, tmp_path)
    with (tmp_path / "namings.csv").open(encoding="utf-8-sig", newline="") as stream:
        cells = [cell for row in csv.reader(stream) for cell in row]
    assert [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))] == []
    assert all(any(formula.strip() in cell for cell in cells) for formula in FORMULAS)


def test_the_tree_is_well_formed_and_holds_no_tag_of_a_source(hostile: Case, tmp_path: Path) -> None:
    export_stemma(hostile, tmp_path, "gexf")
    tags = {element.tag.rpartition("}")[2] for element in ET.parse(tmp_path / "stemma.gexf").iter()}
    assert "node" in tags and not tags & {"script", "img", "a", "style", "title"}
    export_stemma(hostile, tmp_path, "dot")
    assert all(line.startswith(("digraph", "  ", "}")) for line in (tmp_path / "stemma.dot").read_text("utf-8").split("\n") if line)

"""The sheet of names: by outlet, raw and by independent origin."""

from __future__ import annotations

import csv
from pathlib import Path

from testimonia.store import Case
from testimonia.view.export import export_sheet
from testimonia.view.export.sheet import HEAD, plain


def test_every_count_is_that_of_the_namings(case: Case, tmp_path: Path) -> None:
    counts = export_sheet(case, tmp_path)
    with (tmp_path / "namings.csv").open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream))
    namings = [naming for naming in case.records("namings") if not naming.bare]
    assert counts["names"] == len(rows) == len({(naming.entity, naming.name) for naming in namings})
    assert sum(int(row["uses"]) for row in rows) == sum(naming.count for naming in namings)
    for row in rows:
        columns = [name for name in row if name not in HEAD]
        assert sum(int(row[name]) for name in columns if name.endswith(": uses")) == int(row["uses"])
        assert int(row["own"]) + int(row["others"]) == int(row["uses"])
        assert 1 <= int(row["origins"]) <= sum(int(row[name]) for name in columns if name.endswith(": origins"))


def test_no_cell_is_a_formula() -> None:
    assert plain('=HYPERLINK("x")') == '\'=HYPERLINK("x")'
    assert plain("Keller") == "Keller"

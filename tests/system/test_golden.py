"""The export's form, byte for byte, on records made by hand: a change of it is a change of the contract and must be seen."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from small_case import records

from testimonia.store import open_case
from testimonia.view.export import export_jsonl


@pytest.mark.parametrize("table", ["documents", "segments", "articles", "attributions", "quantities", "claims"])
def test_the_form_of_the_export(tmp_path: Path, golden: Callable[[str, str], None], table: str) -> None:
    with open_case(tmp_path / "x.testimonia", create=True) as case:
        case.put_file(records(), sha256="0", size=1, key="k")
        export_jsonl(case, tmp_path / "out")
    golden(f"export/{table}.jsonl", (tmp_path / "out" / f"{table}.jsonl").read_text(encoding="utf-8"))

"""The promised names, and tables as Arrow and pandas."""

from __future__ import annotations

import subprocess
import sys

import pytest

import testimonia
from testimonia.app.api import TABLES
from testimonia.store import schema

PAGE = "The mayor of Orlen said that twelve barns had burned.\n"


def test_what_is_promised_can_be_had_and_is_sorted():
    assert testimonia.__all__ == sorted(testimonia.__all__)
    assert set(testimonia.__all__) == {*testimonia.HOMES, "__version__"}
    for name in testimonia.__all__:
        assert getattr(testimonia, name) is not None
    with pytest.raises(AttributeError, match="no attribute 'verdict'"):
        testimonia.verdict  # noqa: B018


def test_every_table_of_the_store_is_a_table_of_the_case():
    assert set(TABLES) == {"documents", *schema.TABLES}


def test_importing_loads_nothing_heavy_and_switches_telemetry_off():
    code = "import sys, os, testimonia; print('daft' in sys.modules, 'spacy' in sys.modules, os.environ['DO_NOT_TRACK'])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "False", "1"]


def test_a_case_in_a_notebook(tmp_path):
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "one.txt").write_text(PAGE, encoding="utf-8")
    report = testimonia.build(tmp_path / "pages", tmp_path / "one.testimonia")
    assert report.exit_code == 0
    with testimonia.open_case(tmp_path / "one.testimonia") as case:
        frame = case.sentences.to_pandas()
        assert list(frame["text"]) == [PAGE.strip()]
        assert len(case.documents) == 1
        assert next(iter(case.documents)).text == PAGE
        assert case.check().faults == ()
        assert case.search("barns")[0].snippet.count("[") == 1
        case.decide("note", "documents", "one.txt", value="look again")
        assert len(case.decisions) == 1
        assert case.export(tmp_path / "out")["documents"] == 1


def test_a_case_that_is_none(tmp_path):
    with pytest.raises(testimonia.CaseError, match="no case"):
        testimonia.open_case(tmp_path / "none.testimonia")


def test_nobody_who_is_protected_is_named_in_tables_texts_or_searches(tmp_path):
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "one.txt").write_text("Olga Brandt told the paper of Lindau that twelve barns had burned.\n", encoding="utf-8")
    testimonia.build(tmp_path / "pages", tmp_path / "one.testimonia")
    with testimonia.open_case(tmp_path / "one.testimonia") as case:
        assert "Olga Brandt" in set(case.mentions.to_pandas()["name"])
        case.decide("protect", "entities", "Olga Brandt", value="Person 1")
        told = " ".join(getattr(case, table).to_arrow().to_pandas().to_csv() for table in TABLES)
        assert "Brandt" not in told and "Person 1" in told
        assert all("Brandt" not in document.text for document in case.documents)
        assert case.search("Brandt") == []

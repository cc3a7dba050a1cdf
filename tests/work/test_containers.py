"""Files that give several documents, and files whose names or kinds are odd, through a whole build."""

from __future__ import annotations

import json
import os
import zipfile
from pathlib import Path

import pytest

from testimonia.base.outcomes import RunReport
from testimonia.base.settings import Settings
from testimonia.store import open_case
from testimonia.work.building import build

WORDS = "The council of Ostrava Minor said on Monday that the river bridge would be closed until the autumn."


def built(folder: Path, case_file: Path) -> RunReport:
    with open_case(case_file, create=True) as case:
        return build(case, folder, Settings(), tell=lambda progress: None)


def paths(case_file: Path) -> list[str]:
    with open_case(case_file) as case:
        return sorted(path for document in case.documents() for path in document.paths)


def box(file: Path, members: dict[str, str]) -> None:
    with zipfile.ZipFile(file, "w") as archive:
        for name, words in members.items():
            archive.writestr(name, words)


def test_members_keep_their_paths_and_failures_are_replaced(tmp_path: Path) -> None:
    folder, case_file = tmp_path / "pages", tmp_path / "x.testimonia"
    folder.mkdir()
    (folder / "a.txt").write_text("Another text, that is not in a box.", encoding="utf-8")
    box(folder / "b.zip", {"in/one.txt": WORDS, "two.txt": WORDS + " Again.", "empty.txt": "", "style.css": "p {}"})
    report = built(folder, case_file)
    assert [failure.path for failure in report.failures] == ["b.zip!/empty.txt"]
    assert [(one.path, one.reason) for one in report.skipped] == [("b.zip!/style.css", "style sheet")]
    assert paths(case_file) == ["a.txt", "b.zip!/in/one.txt", "b.zip!/two.txt"]
    box(folder / "b.zip", {"in/one.txt": WORDS, "empty.txt": "", "more.txt": ""})
    report = built(folder, case_file)
    assert [failure.path for failure in report.failures] == ["b.zip!/empty.txt", "b.zip!/more.txt"]
    assert report.skipped == ()
    assert paths(case_file) == ["a.txt", "b.zip!/in/one.txt"]
    (folder / "c.zip").write_bytes((folder / "b.zip").read_bytes())
    built(folder, case_file)
    assert paths(case_file) == ["a.txt", "b.zip!/in/one.txt", "c.zip!/in/one.txt"]


@pytest.mark.skipif(os.name == "nt", reason="Windows has neither such names nor pipes in folders")
def test_odd_names_pipes_and_links(tmp_path: Path) -> None:
    folder, case_file = tmp_path / "pages", tmp_path / "x.testimonia"
    folder.mkdir()
    Path(os.fsdecode(os.fsencode(folder) + b"/caf\xe9.txt")).write_text(WORDS, encoding="utf-8")
    os.mkfifo(folder / "pipe.txt")
    (folder / "loop").symlink_to(folder)
    (folder / "self").symlink_to(folder / "self")
    report = built(folder, case_file)
    assert paths(case_file) == ["caf\\xe9.txt"]
    assert [failure.path for failure in report.failures] == ["pipe.txt", "self"]
    assert [one.path for one in report.skipped] == ["loop"]
    json.dumps([failure.message for failure in report.failures])

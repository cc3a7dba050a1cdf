"""A folder into a case: resume, removal, duplicates, failures, a killed program."""

from __future__ import annotations

import hashlib
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from testimonia.base.errors import CaseError, UsageError
from testimonia.base.outcomes import Changes
from testimonia.base.settings import Settings
from testimonia.link import LINKERS
from testimonia.store import open_case
from testimonia.store.check import check
from testimonia.view.export import export_jsonl
from testimonia.view.pages.overview import last_changes
from testimonia.view.pages.shelf import Shelf
from testimonia.work import building
from testimonia.work.building import build
from testimonia.work.linking import link_case

PAGE = "The mayor of Orlen said that twelve barns had burned.\n\nHer office denied on Monday that the guards were there.\n"


def write(folder: Path, **pages: str) -> None:
    folder.mkdir(exist_ok=True)
    for name, text in pages.items():
        (folder / f"{name}.txt").write_bytes(text.encode())


def run(folder: Path, case_file: Path, **more):
    steps: list[str] = []
    with open_case(case_file, create=True) as case:
        report = build(case, folder, Settings(), tell=lambda progress: steps.append(progress.step), **more)
    return report, steps


@pytest.fixture
def folder(tmp_path):
    write(tmp_path / "pages", one=PAGE, two=PAGE.replace("twelve", "nine"))
    return tmp_path / "pages"


@pytest.fixture
def case_file(tmp_path):
    return tmp_path / "orlen.testimonia"


def exported(case_file: Path, out: Path) -> dict[str, bytes]:
    with open_case(case_file) as case:
        export_jsonl(case, out)
    return {str(path.relative_to(out)): path.read_bytes() for path in sorted(out.rglob("*")) if path.is_file()}


def test_a_second_build_reads_and_links_nothing(folder, case_file):
    first, _ = run(folder, case_file)
    second, steps = run(folder, case_file)
    assert (first.read, second.read, second.unchanged) == (2, 0, 2)
    assert second.linked == ()
    assert "reading" not in steps
    assert first.counts == second.counts


def test_one_changed_file_is_read_alone(folder, case_file):
    run(folder, case_file)
    write(folder, two=PAGE.replace("twelve", "thirty"))
    report, _ = run(folder, case_file)
    assert (report.read, report.unchanged) == (1, 1)
    assert set(report.linked) == set(LINKERS)
    with open_case(case_file) as case:
        assert not check(case).faults
        assert sorted("thirty" in text for _, text in case.texts()) == [False, True]


def test_a_file_that_is_gone_is_taken_out_and_decisions_stay(folder, case_file):
    run(folder, case_file)
    with open_case(case_file) as case:
        case.decide("note", "documents", ["two.txt"], value="ask about this one")
    (folder / "two.txt").unlink()
    report, _ = run(folder, case_file)
    assert (report.removed, report.counts["documents"], report.counts["decisions"]) == (1, 1, 1)


def test_same_bytes_are_counted_once_and_both_paths_kept(folder, case_file):
    write(folder, copy_of_one=PAGE)
    report, _ = run(folder, case_file)
    assert report.counts["documents"] == 2
    with open_case(case_file) as case:
        assert ("copy_of_one.txt", "one.txt") in case.paths().values()
    (folder / "copy_of_one.txt").unlink()
    report, _ = run(folder, case_file)
    assert report.counts["documents"] == 2
    with open_case(case_file) as case:
        assert ("one.txt",) in case.paths().values()
        assert not check(case).faults


def test_the_order_of_files_and_the_runner_do_not_matter(tmp_path, folder, case_file):
    run(folder, case_file)
    renamed = tmp_path / "elsewhere" / "pages"
    write(renamed.parent)
    write(renamed, two=PAGE.replace("twelve", "nine"), one=PAGE)
    other = tmp_path / "other.testimonia"
    run(renamed, other, runner="daft", workers=2)
    assert exported(case_file, tmp_path / "a") == exported(other, tmp_path / "b")


def test_the_folder_is_never_written_to(folder, case_file):
    def digests():
        return {path: hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(folder.rglob("*"))}

    before = digests()
    run(folder, case_file)
    assert digests() == before


def test_a_failing_stage_of_the_whole_case_is_reported_and_the_rest_kept(folder, case_file, monkeypatch):
    def broken(_tables, workers):
        raise ZeroDivisionError("no witness divides no origin")

    monkeypatch.setitem(LINKERS, "reuse", broken)
    report, _ = run(folder, case_file)
    assert report.exit_code == 1
    assert [failure.stage for failure in report.failures] == ["reuse"]
    with open_case(case_file) as case:
        assert check(case).missing == ("reuse",)
        assert not check(case).faults
    monkeypatch.undo()
    report, _ = run(folder, case_file)
    assert report.exit_code == 0
    assert "reuse" in report.linked


def test_as_many_workers_as_were_asked_for_compare_too(folder, case_file, monkeypatch):
    asked = []
    monkeypatch.setitem(LINKERS, "reuse", lambda _tables, count: asked.append(count) or {})
    run(folder, case_file, workers=3)
    with open_case(case_file) as case:
        for workers in (None, 1):
            case.put_links({}, {"reuse": "of another input"})
            link_case(case, lambda _: None, workers)
    assert asked == [3, None, 1]


def test_a_file_whose_reading_broke_off_is_tried_again(folder, case_file, monkeypatch):
    from tests.work.lanes import Unbuildable

    monkeypatch.setattr(building, "file_lane", Unbuildable)
    report, _ = run(folder, case_file)
    assert (report.exit_code, len(report.failures)) == (1, 2)
    monkeypatch.undo()
    report, _ = run(folder, case_file)
    assert (report.exit_code, report.read) == (0, 2)


def test_an_empty_folder_and_a_missing_one_are_refused(tmp_path, case_file):
    (tmp_path / "empty").mkdir()
    for folder in ("empty", "missing"):
        with pytest.raises(UsageError):
            run(tmp_path / folder, case_file)


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights on Windows")
def test_a_link_that_loops_ends(folder, case_file):
    (folder / "again").symlink_to(folder, target_is_directory=True)
    (folder / "itself.txt").symlink_to(folder / "itself.txt")
    report, _ = run(folder, case_file)
    assert report.counts["documents"] == 2
    assert [failure.path for failure in report.failures] == ["itself.txt"]


def test_a_full_disk_leaves_nothing_half_written(folder, case_file):
    run(folder, case_file)
    write(folder, three="A very long page.\n" * 3_000)
    with open_case(case_file) as case:
        before = case.counts()

        def full(connection, _record):
            pages = connection.execute("PRAGMA page_count").fetchone()[0]
            connection.execute(f"PRAGMA max_page_count = {pages + 5}")

        import sqlalchemy as sa

        sa.event.listen(case.engine, "connect", full)
        case.engine.dispose()
        with pytest.raises(CaseError, match="full"):
            build(case, folder, Settings(), tell=lambda _progress: None)
    with open_case(case_file) as case:
        assert {name: case.counts()[name] for name in ("documents", "articles", "sentences")} == {
            name: before[name] for name in ("documents", "articles", "sentences")
        }
        assert not check(case).faults
    report, _ = run(folder, case_file)
    assert report.counts["documents"] == 3


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is a POSIX signal")
def test_a_killed_build_leaves_a_case_that_goes_on(tmp_path, case_file):
    folder = tmp_path / "many"
    write(folder, **{f"page{number:03}": f"{PAGE} Page {number}. " * 4 for number in range(24)})
    source = str(Path(building.__file__).parents[2])
    command = [sys.executable, "-m", "testimonia", "build", str(folder), "--case", str(case_file)]
    process = subprocess.Popen(command, env={**os.environ, "PYTHONPATH": source}, stderr=subprocess.PIPE, stdout=subprocess.PIPE)
    while process.poll() is None and stored(case_file) < 2:
        time.sleep(0.2)
    process.send_signal(signal.SIGKILL)
    _, said = process.communicate()
    half = stored(case_file)
    assert half >= 2, said.decode(errors="replace")
    with open_case(case_file) as case:
        assert not check(case).faults
    report, _ = run(folder, case_file)
    assert report.read == 24 - half
    assert report.exit_code == 0


def stored(case_file: Path) -> int:
    if not case_file.exists():
        return 0
    try:
        with open_case(case_file) as case:
            return case.counts()["documents"]
    except CaseError:  # it is just being made
        return 0


def test_what_the_last_build_changed_is_kept_with_the_case(folder, case_file):
    def last() -> Changes | None:
        with open_case(case_file) as case:
            return last_changes(Shelf(case))

    run(folder, case_file)
    assert last().first and last().added == ("one.txt", "two.txt")
    run(folder, case_file)
    assert last().first  # a build that changed nothing leaves the note of the one before it
    write(folder, one=PAGE + "Three more barns burned.\n", three=PAGE.replace("barns", "boats"))
    (folder / "two.txt").unlink()
    run(folder, case_file)
    found = last()
    assert (found.first, found.added, found.changed, found.removed, found.again) == (False, ("three.txt",), ("one.txt",), ("two.txt",), 0)
    assert ("documents", 2, 2) in found.counts

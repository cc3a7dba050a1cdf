"""A case gives back what it was given, forgets what it is told to forget, and nothing else."""

from __future__ import annotations

import multiprocessing
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
import sqlalchemy as sa
from small_case import TEXT, records

from testimonia.base.errors import CaseError
from testimonia.base.links import Disagreement, Entity, Origin, Settled
from testimonia.base.outcomes import Failure, FileRead, FileRecords
from testimonia.store import Case, connecting, open_case, schema
from testimonia.store.check import check

Put = Callable[..., Case]


def test_every_record_comes_back_as_it_went_in(put: Put) -> None:
    given = records()
    with put(given) as case:
        held = given.documents[0]
        assert list(case.documents()) == [held.document]
        assert list(case.records("articles")) == list(held.division.articles)
        assert list(case.records("segments")) == list(held.division.segments)
        for name in ("sentences", "mentions", "quantities", "claims", "attributions"):
            assert list(case.records(name)) == sorted(getattr(held.extractions[0], name), key=lambda row: getattr(row, "id", ""))


def test_arrow_tables_hold_the_same_rows(put: Put) -> None:
    with put(records()) as case:
        table = case.arrow("quantities")
        assert table.column("low").to_pylist() == [12.0]
        assert case.arrow("articles", ["id", "title_start", "title_end"]).to_pylist()[0]["title_end"] == 17
        assert {name: case.arrow(name).num_rows for name in schema.TABLES} == {
            name: len(list(case.records(name))) for name in schema.TABLES
        }


def test_the_same_file_put_twice_is_held_once(put: Put) -> None:
    with put(records(), records()) as case:
        assert case.counts()["documents"] == case.counts()["claims"] == 1
        assert not check(case).faults


def test_the_same_text_at_two_paths_is_one_document_and_outlives_one_of_them(put: Put) -> None:
    with put(records("a.txt"), records("b.txt")) as case:
        assert [document.paths for document in case.documents()] == [("a.txt", "b.txt")]
        case.remove_file("a.txt")
        assert [document.paths for document in case.documents()] == [("b.txt",)]
        assert case.counts()["mentions"] == 1
        case.remove_file("b.txt")
        assert set(case.counts().values()) == {0}


def test_removing_a_file_takes_its_paragraphs_out_of_the_search(put: Put) -> None:
    with put(records("a.txt"), records("b.txt", TEXT.replace("quay", "mole"))) as case:
        assert len(case.search("pilot")) == 2
        case.remove_file("b.txt")
        assert [hit.document for hit in case.search("pilot")] == [document.id for document in case.documents()]
        assert case.search("mole") == []


def test_a_change_of_any_document_clears_what_was_compared(put: Put) -> None:
    with put(records()) as case:
        (article,) = case.records("articles")
        case.put_links({"origins": [Origin("o1", (article.id,))], "entities": [Entity("e1", "person", "P", ("P",))]}, {"reuse": "k"})
        assert case.mark("reuse") == "k"
        case.put_file(records("b.txt", TEXT + "More.\n"), sha256="1", size=2, key="k")
        assert case.mark("reuse") is None
        assert case.counts()["origins"] == case.counts()["entities"] == 0


def test_decisions_outlive_every_rebuild(put: Put) -> None:
    with put(records()) as case:
        ruled = case.decide("same", "entities", ("the pilot", "P. Quay"), analyst="me")
        case.put_file(records(), sha256="1", size=2, key="k2")
        case.remove_file("a.txt")
        assert list(case.records("decisions")) == [ruled]


def test_of_rows_that_their_keys_say_all_of_only_new_ones_are_written(put: Put) -> None:
    case = put()
    case.put_links({"settled": [Settled("a", (Disagreement("x", "?", "number", ()),)), Settled("b")]}, {"disagree": "1"})
    case.put_links({"settled": [Settled("c"), Settled("a")]}, {"disagree": "1"})
    assert [(row.id, len(row.disagreements)) for row in case.records("settled")] == [("a", 1), ("c", 0)]
    case.put_links({"settled": ()}, {"disagree": "1"})
    assert not list(case.records("settled"))


def test_a_failure_is_kept_until_the_file_is_read(put: Put) -> None:
    failed = FileRecords("a.txt", (), (Failure("a.txt", "capture", "It is torn.", "Mend it."),))
    with put(failed) as case:
        assert case.failures() == list(failed.failures)
        case.put_file(records("a.txt"), sha256="1", size=2, key="k")
        assert case.failures() == []


def rows_of(case: Case) -> dict[str, list[tuple[object, ...]]]:
    """Every row of a case but those of the index's own books."""
    with case.reading() as db:
        names = [name for name in sa.inspect(db).get_table_names() if not name.startswith("paragraphs")]
        found = {name: sorted(map(tuple, db.exec_driver_sql(f"SELECT * FROM {name}")), key=repr) for name in names}
        return found | {"paragraphs": list(map(tuple, db.exec_driver_sql("SELECT rowid, folded FROM paragraphs ORDER BY rowid")))}


def test_files_stored_together_give_the_same_rows_as_one_by_one(put: Put, tmp_path: Path) -> None:
    torn = FileRecords("torn.txt", (), (Failure("torn.txt", "capture", "It is torn.", "Mend it."),))
    given = [records("a.txt"), records("b.txt"), records("c.txt", TEXT.replace("pilot", "pilôt “nord”")), torn]
    with put(*given) as one, open_case(tmp_path / "together.testimonia", create=True) as other:
        other.put_files([FileRead(file, "0", 1, "k") for file in given])
        assert rows_of(one) == rows_of(other)
        assert [hit.document for hit in other.search("pilot nord")] == [given[2].documents[0].document.id]
        other.put_files([FileRead(file, "0", 1, "k") for file in given])
        assert rows_of(one) == rows_of(other)
        assert not check(other).faults


def test_two_files_that_swap_their_contents_are_both_held(put: Put) -> None:
    with put(records("a.txt"), records("b.txt", TEXT + "More.\n")) as case:
        swapped = [records("a.txt", TEXT + "More.\n"), records("b.txt")]
        case.put_files([FileRead(file, "0", 1, "k") for file in swapped])
        assert sorted(path for document in case.documents() for path in document.paths) == ["a.txt", "b.txt"]
        assert case.counts()["documents"] == 2
        assert not check(case).faults


def test_a_document_comes_whole_or_not_at_all(put: Put, monkeypatch: pytest.MonkeyPatch) -> None:
    from testimonia.store import search

    with put(records()) as case:

        def full(*_: object) -> None:
            raise OSError("no space left")

        monkeypatch.setattr(search, "add", full)
        before = case.counts()
        with pytest.raises(OSError, match="no space"):
            case.put_file(records("b.txt", TEXT + "More.\n"), sha256="1", size=2, key="k")
        assert case.counts() == before
        assert not check(case).faults


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"Dear diary, today the ferry was late again.", "not a Testimonia case"),
        (b"SQLite format 3\x00" + b"\xff" * 200, "cannot be opened"),
    ],
)
def test_a_file_that_is_no_case_is_refused_and_left_alone(case_file: Path, content: bytes, says: str) -> None:
    case_file.write_bytes(content)
    with pytest.raises(CaseError, match=says):
        open_case(case_file, create=True)
    assert case_file.read_bytes() == content
    assert [path.name for path in case_file.parent.iterdir()] == [case_file.name]


def test_a_database_of_another_program_is_refused_and_left_alone(case_file: Path) -> None:
    with sqlite3.connect(case_file) as other:
        other.execute("CREATE TABLE recipes (name TEXT)")
    other.close()
    before = case_file.read_bytes()
    with pytest.raises(CaseError, match="another program"):
        open_case(case_file, create=True)
    assert case_file.read_bytes() == before


def test_a_case_from_a_newer_version_is_refused_and_left_alone(put: Put, case_file: Path) -> None:
    put(records()).close()
    newer = sqlite3.connect(case_file)
    newer.execute("PRAGMA journal_mode = DELETE")
    newer.execute(f"PRAGMA user_version = {schema.SCHEMA_VERSION + 1}")
    newer.close()
    before = case_file.read_bytes()
    with pytest.raises(CaseError, match="newer Testimonia"):
        open_case(case_file)
    assert case_file.read_bytes() == before


def test_a_missing_case_is_not_made_by_looking(case_file: Path) -> None:
    with pytest.raises(CaseError, match="There is no case"):
        open_case(case_file)
    assert not case_file.exists()


def test_check_finds_what_does_not_hold(put: Put) -> None:
    with put(records()) as case:
        assert not check(case).faults
        with case.writing() as db:
            db.execute(sa.update(schema.TABLES["mentions"]).values(name="the captain"))
            db.execute(sa.update(schema.TABLES["sentences"]).values(end=9999))
            db.execute(sa.delete(schema.TABLES["segments"]).where(schema.TABLES["segments"].c.kind == "furniture"))
        found = {fault.table for fault in check(case).faults}
        assert {"mentions", "sentences", "segments"} <= found


@pytest.mark.parametrize("words", ['"', "AND", "NOT pilot", "pilot OR", "(", "pilot*", "*", "col:umn", "", "   ", "\x00", "a" * 5000])
def test_no_search_words_break_the_search(put: Put, words: str) -> None:
    from testimonia.base.errors import UsageError

    with put(records()) as case:
        try:
            assert isinstance(case.search(words), list)
        except UsageError as error:
            assert "cannot be understood" in str(error)


def test_search_finds_words_whatever_their_case_and_accents(put: Put) -> None:
    with put(records("a.txt", TEXT.replace("pilot", "Pilöt"))) as case:
        for words in ("pilot", "PILÖT", "pil*", '"pilot said"'):
            (hit,) = case.search(words)
            assert TEXT.replace("pilot", "Pilöt")[hit.start : hit.end].startswith("The Pilöt said")


def opened_beside_others(path: str) -> str:
    """Open the case in a process of its own; what went wrong, if anything did."""
    try:
        with open_case(path, create=True) as case:
            case.counts()
    except CaseError as error:
        return str(error)
    return ""


def test_programs_that_make_one_case_at_once_do_not_stumble_over_one_another(tmp_path):
    with multiprocessing.get_context("spawn").Pool(3) as pool:
        for number in range(4):
            assert pool.map(opened_beside_others, [str(tmp_path / f"c{number}.testimonia")] * 3, chunksize=1) == ["", "", ""]


def test_the_write_ahead_log_waits_until_another_program_lets_go(tmp_path, monkeypatch):
    holder = sqlite3.connect(tmp_path / "c.testimonia", isolation_level=None)
    holder.execute("BEGIN EXCLUSIVE")
    pauses = []
    monkeypatch.setattr(connecting.time, "sleep", lambda seconds: (pauses.append(seconds), holder.rollback()))
    with closing(sqlite3.connect(tmp_path / "c.testimonia", timeout=0)) as other:
        connecting.write_ahead(other.cursor())
        assert pauses and other.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    holder.close()


def test_the_write_ahead_log_gives_up_when_patience_is_over(tmp_path, monkeypatch):
    monkeypatch.setattr(connecting, "PATIENCE", 0.0)
    with closing(sqlite3.connect(tmp_path / "c.testimonia", isolation_level=None)) as holder:
        holder.execute("BEGIN EXCLUSIVE")
        with (
            pytest.raises(sqlite3.OperationalError, match="locked"),
            closing(sqlite3.connect(tmp_path / "c.testimonia", timeout=0)) as other,
        ):
            connecting.write_ahead(other.cursor())

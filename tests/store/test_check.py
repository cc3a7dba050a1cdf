"""The check finds what was spoiled, and only that."""

from __future__ import annotations

import shutil

import pytest
import sqlalchemy as sa

from testimonia.base.errors import CaseError
from testimonia.base.extractions import Mention
from testimonia.store import open_case
from testimonia.store.check import check
from testimonia.store.rows import encode
from testimonia.store.schema import TABLES
from tests.store.test_rulings import put

SPOILT = [
    ("UPDATE attributions SET source_end = 999 WHERE id = 't1'", "attributions", "does not lie in the text"),
    ("UPDATE attributions SET cue_start = 14 WHERE id = 't1'", "attributions", "does not lie in the text"),
    ("UPDATE articles SET body = '[[0,20]]'", "quantities", "outside its article"),
    ("UPDATE segments SET \"end\" = 20", "segments", "cover 20 of"),
    ("DELETE FROM segments", "segments", "cover 0 of"),
    ("UPDATE documents SET text = 'gone'", "segments", "cover"),
    ("UPDATE documents SET sha256 = 'abc'", "documents", "digest of the bytes"),
    ("PRAGMA foreign_keys=OFF; UPDATE quantities SET attribution = 't9'", "quantities", "does not exist"),
    ("PRAGMA foreign_keys=OFF; DELETE FROM articles", "attributions", "does not exist"),
]  # fmt: skip


@pytest.fixture(scope="module")
def sound(tmp_path_factory):
    path = tmp_path_factory.mktemp("check") / "sound.testimonia"
    with open_case(path, create=True) as case:
        put(case)
    return path


def test_a_sound_case_has_no_fault(sound):
    with open_case(sound) as case:
        found = check(case)
    assert not [fault for fault in found.faults if fault.table != "documents"]
    assert found.rows["attributions"] == 2
    assert found.spans > 8
    assert found.missing == ("entities", "reuse", "disagree", "namings")


@pytest.mark.parametrize(("harm", "table", "words"), SPOILT)
def test_harm_is_seen(sound, tmp_path, harm, table, words):
    spoilt = tmp_path / "spoilt.testimonia"
    shutil.copyfile(sound, spoilt)
    with open_case(spoilt) as case:
        with case.engine.connect() as db:
            for statement in harm.split("; "):
                db.exec_driver_sql(statement)
            db.commit()
        found = check(case)
    assert any(fault.table == table and words in fault.message for fault in found.faults), found.faults


def test_a_name_that_does_not_stand_there_is_seen(sound, tmp_path):
    spoilt = tmp_path / "spoilt.testimonia"
    shutil.copyfile(sound, spoilt)
    with open_case(spoilt) as case:
        with case.writing() as db:
            db.execute(sa.insert(TABLES["mentions"]).values(**encode(Mention("d1", "a1", 4, 9, "Mayor", "person", "role"))))
        assert any("it is called 'Mayor'" in fault.message for fault in check(case).faults)


def test_a_case_of_another_development_version_is_refused_untouched(sound, tmp_path):
    other = tmp_path / "other.testimonia"
    shutil.copyfile(sound, other)
    with open_case(other) as case, case.engine.connect() as db:
        db.exec_driver_sql("UPDATE meta SET value = 'another' WHERE key = 'schema'")
        db.commit()
    before = other.read_bytes()
    with pytest.raises(CaseError, match="another development version"):
        open_case(other)
    assert other.read_bytes() == before

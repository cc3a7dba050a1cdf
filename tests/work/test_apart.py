"""Stages of the whole case in processes of their own: the same bytes, and a process that dies costs its own tables only."""

import shutil
import subprocess
import sys
from threading import Lock

import pytest
from workshop import export_of

from testimonia.store import open_case
from testimonia.store.check import check
from testimonia.work import apart, flow, linking

STAGES = [stage.name for stage in flow.of_scope("case")]


@pytest.fixture
def case_file(sample_case, tmp_path):
    """The sample, to be linked anew."""
    copied = tmp_path / "case.testimonia"
    shutil.copy(sample_case, copied)
    forget(copied, *STAGES)
    return copied


def forget(case_file, *stages):
    """Mark some stages as run on another input than the case's."""
    with open_case(case_file) as case:
        case.put_links({}, dict.fromkeys(stages, "of another input"))


def link(case_file):
    with open_case(case_file) as case:
        return linking.link_case(case, lambda _: None)


@pytest.fixture
def all_large(monkeypatch):
    monkeypatch.setattr(linking, "LARGE", 0)


def test_the_same_bytes_in_one_process_and_in_many(case_file, sample_case, tmp_path, all_large):
    assert link(case_file) == STAGES
    assert export_of(case_file, tmp_path / "many") == export_of(sample_case, tmp_path / "one")
    assert link(case_file) == []


def test_a_process_that_dies_is_a_failure_of_its_stage_only(sample_case, tmp_path, all_large, monkeypatch):
    case_file = tmp_path / "case.testimonia"
    shutil.copy(sample_case, case_file)
    forget(case_file, "disagree", "namings")

    def start(arguments, really=apart.start):
        if arguments[1] != "namings":
            return really(arguments)
        dying = [sys.executable, "-c", "import os; os._exit(9)"]
        return subprocess.Popen(dying, stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    monkeypatch.setattr(apart, "start", start)
    assert link(case_file) == ["disagree", "namings"]
    with open_case(case_file) as case:
        assert ("namings", apart.DIED.format(code=9)) in [(failure.stage, failure.message) for failure in case.failures()]
        assert case.mark("namings") == "of another input"  # so that the next build runs it again
        assert case.mark("disagree") != "of another input"
        assert not check(case).faults


def test_a_stage_that_raises_is_told_by_its_process(case_file):
    process = apart.start([str(case_file), "namings", "key", "three"])  # no number of workers
    outcome = apart.outcome_of(process, "namings", Lock())
    process.communicate()
    assert outcome.failure is not None
    assert outcome.failure.message.startswith("Unforeseen ValueError")


def test_nothing_is_stored_when_nobody_is_there_any_more(case_file):
    process = apart.start([str(case_file), "namings", "another key", ""])
    assert process.stdout.readline() == apart.COMPUTED
    process.communicate()  # closes its input without a word
    assert process.returncode == 0
    with open_case(case_file) as case:
        assert case.mark("namings") == "of another input"


def test_a_process_that_cannot_be_started_is_a_failure_of_its_stage(sample_case, tmp_path, all_large, monkeypatch):
    case_file = tmp_path / "case.testimonia"
    shutil.copy(sample_case, case_file)
    forget(case_file, "namings")
    monkeypatch.setattr(apart, "start", lambda _: None)
    assert link(case_file) == ["namings"]
    with open_case(case_file) as case:
        assert ("namings", apart.NONE) in [(failure.stage, failure.message) for failure in case.failures()]

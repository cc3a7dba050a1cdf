"""A folder into a case: look, read what is new, take out what is gone, link, and say what was done."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path

import testimonia
from testimonia.base.errors import TestimoniaError
from testimonia.base.outcomes import Failure, FileRead, FileRecords, Outcome, RunReport
from testimonia.base.settings import Settings
from testimonia.extract.model import model_facts
from testimonia.store import Case
from testimonia.work import flow
from testimonia.work.changes import changes, note
from testimonia.work.intake import Found, Intake, look
from testimonia.work.jobs import Job, file_lane
from testimonia.work.linking import link_case, load_ahead
from testimonia.work.overruling import Ruling, rulings_by_path
from testimonia.work.runners import RUNNERS, usual_workers
from testimonia.work.together import together


@dataclass(frozen=True, slots=True)
class Progress:
    """Where a build stands: what it is doing, how many of how many files are done, how many failed."""

    step: str
    done: int = 0
    total: int = 0
    failed: int = 0


Tell = Callable[[Progress], None]
UNREADABLE = "unreadable"
BROKEN_OFF = "broken off"  # a file whose reading failed as a whole is tried again by the next build


def read_key(found: Found, settings: Settings) -> str:
    """The key under which a file's rows stand."""
    stages = flow.of_scope("file", "document", "article")
    own_model = model_facts(settings)["model_sha256"] if settings.model else ""  # the packaged one is pinned
    said = [(hint.field, hint.value) for hint in found.hints]
    ruled = [(ruling.words, ruling.kind) for ruling in found.rulings]
    return flow.resume_key(stages, settings.extraction(), found.sha256, said, found.repost, ruled, own_model)


def build(case: Case, folder: Path, settings: Settings, *, runner: str = "inline", workers: int | None = None, tell: Tell) -> RunReport:
    """Bring the case up to the folder: unchanged files are not read again, files that are gone are taken out."""
    began = time.monotonic()
    tell(Progress("looking at the folder"))
    intake = look(folder)
    known, counted = case.files(), case.counts()
    removed = take_out(case, known, intake)
    firsts, copies = by_bytes(intake.files)
    firsts = with_rulings(firsts, copies, rulings_by_path(case.decisions()))
    wanted = [
        found for found in firsts if known.get(found.path, {}).get("key") != read_key(found, settings) or known[found.path]["same_as"]
    ]
    if wanted or not known:
        case.set_meta(about(settings))  # before anything is read: a model that cannot be trusted ends the build here
    read(case, folder, wanted, settings, runner, workers or usual_workers(sum(found.size for found in wanted)), tell)
    add_copies(case, copies, case.files(), settings)
    for failure in intake.failures:
        if known.get(failure.path, {}).get("key") != UNREADABLE:
            case.put_file(FileRecords(failure.path, (), (failure,)), sha256=None, size=None, key=UNREADABLE)
    linked = link_case(case, lambda name: tell(Progress(f"comparing: {name}")), workers)
    note(case, changes(known, case.files(), (counted, case.counts())))
    return RunReport(
        case=case.name,
        seconds=time.monotonic() - began,
        read=len(wanted),
        unchanged=len(firsts) - len(wanted),
        removed=removed,
        failures=tuple(case.failures()),
        skipped=(*intake.skipped, *case.skipped()),
        counts=case.counts(),
        linked=tuple(linked),
    )


def about(settings: Settings) -> dict[str, str]:
    """What the case says of how it was made."""
    return {"program": testimonia.__version__, **model_facts(settings)}


def by_bytes(files: Iterable[Found]) -> tuple[list[Found], list[tuple[Found, Found]]]:
    """The first file of each content, and the others with the first that they repeat."""
    firsts: dict[tuple[str, str], Found] = {}
    copies: list[tuple[Found, Found]] = []
    for found in files:
        first = firsts.setdefault((found.sha256, found.repost), found)
        if first is not found:
            copies.append((found, first))
    return list(firsts.values()), copies


def with_rulings(firsts: Iterable[Found], copies: Iterable[tuple[Found, Found]], ruled: Mapping[str, tuple[Ruling, ...]]) -> list[Found]:
    """The files with what was ruled on their stretches, under whichever path of the same bytes."""
    paths: dict[str, list[str]] = {}
    for copy, first in copies:
        paths.setdefault(first.path, []).append(copy.path)
    return [
        replace(found, rulings=tuple(chain.from_iterable(ruled.get(path, ()) for path in (found.path, *paths.get(found.path, ())))))
        for found in firsts
    ]


def take_out(case: Case, known: dict[str, dict[str, object]], intake: Intake) -> int:
    """Remove what the folder no longer holds or no longer lets be read; how many files that were."""
    present = {found.path for found in intake.files} | {failure.path for failure in intake.failures}
    gone = sorted(set(known) - present)
    for path in gone:
        case.remove_file(path)
    return len(gone)


def read(case: Case, folder: Path, wanted: list[Found], settings: Settings, runner: str, workers: int, tell: Tell) -> None:
    """Read the files through the runner and store them as they come."""
    if not wanted:
        return
    largest_first = sorted(wanted, key=lambda found: (-found.size, found.path))  # so that no worker is left alone with a long file
    jobs = [Job(str(folder), found.path, found.hints, found.repost, found.rulings, found.file) for found in largest_first]
    done = failed = 0
    tell(Progress("reading", 0, len(jobs)))
    load_ahead(len(jobs))
    by_path = {found.path: found for found in wanted}
    outcomes = RUNNERS[runner](jobs, file_lane, settings, workers)
    for files in together(file_read(outcome, by_path[outcome.key], settings) for outcome in outcomes):
        case.put_files(files)
        done += len(files)
        failed += sum(bool(file.records.failures) for file in files)
        tell(Progress("reading", done, len(jobs), failed))


def file_read(outcome: Outcome[FileRecords], found: Found, settings: Settings) -> FileRead:
    """What came of a file, with the key it was read under; one whose reading failed as a whole is a failure and nothing else."""
    records = outcome.value if outcome.value is not None else FileRecords(outcome.key, (), (failure_of(outcome.failure),))
    return FileRead(records, found.sha256, found.size, read_key(found, settings) if outcome.failure is None else BROKEN_OFF)


def failure_of(failure: Failure | None) -> Failure:
    """The failure of an outcome that has no value."""
    if failure is None:
        raise TestimoniaError("A runner gave an outcome with neither value nor failure.")
    return failure


def add_copies(case: Case, copies: list[tuple[Found, Found]], known: dict[str, dict[str, object]], settings: Settings) -> None:
    """Note the files whose bytes another file has."""
    for found, first in copies:
        if known.get(found.path, {}).get("same_as") != first.path:
            case.add_path(found.path, same_as=first.path, sha256=found.sha256, size=found.size, key=read_key(found, settings))

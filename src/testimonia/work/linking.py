"""The stages of the whole case, in the order of the flow, each kept under a mark that says what it was made from."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from testimonia.base.ids import digest
from testimonia.store import Case
from testimonia.work import flow
from testimonia.work.attempt import attempt

WHOLE_CASE = "(the whole case)"


def case_digest(case: Case) -> str:
    """A digest of all that the link stages take in: the keys of the files that were read, and the decisions."""
    files = sorted((row["path"], row["key"]) for row in case.files().values())
    decisions = [decision.id for decision in case.records("decisions")]
    return digest(files, decisions, length=32)


def link_case(case: Case, tell: Callable[[str], None]) -> list[str]:
    """Run the link stages whose input changed; the names of those that ran.

    A stage that fails leaves its tables empty and a failure under the name of the whole case; the others still run.
    """
    given = case_digest(case)
    ran: list[str] = []
    for stage in flow.of_scope("case"):
        key = flow.resume_key((stage,), None, given)
        if case.mark(stage.name) == key and not ran:
            continue
        tell(stage.name)
        run_stage(case, stage, key)
        ran.append(stage.name)
    return ran


def run_stage(case: Case, stage: flow.Stage, key: str) -> None:
    """Run one link stage and store its rows, or its failure."""

    def run() -> None:
        from testimonia.link import LINKERS  # only here: a build that changes nothing need not load what it compares with

        rows: Mapping[str, Iterable[Any]] = LINKERS[stage.name](case)
        case.put_links({name: rows.get(name, ()) for name in stage.gives}, {stage.name: key})

    case.forget_failure(WHOLE_CASE, stage.name)
    outcome = attempt(WHOLE_CASE, lambda: stage.name, run)
    if outcome.failure is not None:
        case.put_failure(outcome.failure)

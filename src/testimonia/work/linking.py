"""The stages of the whole case, in the order of the flow, each kept under a mark that says what it was made from."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from testimonia.base.ids import digest
from testimonia.link import LINKERS
from testimonia.store import Case
from testimonia.work import flow


def case_digest(case: Case) -> str:
    """A digest of all that the link stages take in: the keys of the files that were read, and the decisions."""
    files = sorted((row["path"], row["key"]) for row in case.files().values())
    decisions = [decision.id for decision in case.records("decisions")]
    return digest(files, decisions, length=32)


def link_case(case: Case, tell: Callable[[str], None]) -> list[str]:
    """Run the link stages whose input changed; the names of those that ran."""
    given = case_digest(case)
    ran: list[str] = []
    for stage in flow.of_scope("case"):
        key = flow.resume_key((stage,), None, given)
        if case.mark(stage.name) == key and not ran:
            continue
        tell(stage.name)
        rows: Mapping[str, Iterable[Any]] = LINKERS[stage.name](case)
        case.put_links({name: rows.get(name, ()) for name in stage.gives}, {stage.name: key})
        ran.append(stage.name)
    return ran

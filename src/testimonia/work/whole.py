"""One stage of the whole case: what it gives, and how that is kept."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from testimonia.base.outcomes import Outcome
from testimonia.link import LINKERS
from testimonia.store import Case
from testimonia.work import flow
from testimonia.work.attempt import attempt

WHOLE_CASE = "(the whole case)"

Rows = Mapping[str, Iterable[Any]]


def computed(case: Case, stage: flow.Stage, workers: int | None) -> Rows:
    """The rows that a stage gives, by table, worked out by at most so many processes."""
    return LINKERS[stage.name](case, workers)


def kept(case: Case, stage: flow.Stage, key: str, rows: Callable[[], Rows]) -> Outcome[None]:
    """Keep a stage's rows, in one transaction with the mark of what they were made from; what `rows` raises is the failure of the stage."""

    def keep() -> None:
        given = rows()
        case.put_links({name: given.get(name, ()) for name in stage.gives}, {stage.name: key})

    return attempt(WHOLE_CASE, lambda: stage.name, keep)

"""The stages of the whole case, in the order of the flow, each kept under a mark that says what it was made from."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from threading import Thread
from typing import Any

from testimonia.base.collecting import give_back, seldom_collecting
from testimonia.base.ids import digest
from testimonia.link import LINKERS, load
from testimonia.store import Case
from testimonia.work import flow
from testimonia.work.attempt import attempt

WHOLE_CASE = "(the whole case)"

Rows = Mapping[str, Iterable[Any]]


def case_digest(case: Case) -> str:
    """A digest of all that the link stages take in: the keys of the files that were read, and the decisions."""
    files = sorted((row["path"], row["key"]) for row in case.files().values())
    decisions = [decision.id for decision in case.records("decisions")]
    return digest(files, decisions, length=32)


def load_ahead() -> None:
    """Begin to load what linking calls, while the program does nothing but wait for its workers."""
    Thread(target=load, name="loading", daemon=True).start()


def link_case(case: Case, tell: Callable[[str], None], workers: int | None = None) -> list[str]:
    """Run the link stages whose input changed, each with at most so many processes; the names of those that ran.

    A stage that fails leaves its tables empty and a failure under the name of the whole case; the others still run.
    """
    given = case_digest(case)
    ran: list[str] = []
    for wave in flow.waves(flow.of_scope("case")):
        keys = {stage: flow.resume_key((stage,), None, given) for stage in wave}
        due = [stage for stage in wave if ran or case.mark(stage.name) != keys[stage]]
        for stage in due:
            tell(stage.name)
            case.forget_failure(WHOLE_CASE, stage.name)
        with seldom_collecting():
            for stage, rows in side_by_side(case, due, workers):
                outcome = attempt(WHOLE_CASE, partial(getattr, stage, "name"), partial(store, case, stage, keys[stage], rows))
                if outcome.failure is not None:
                    case.put_failure(outcome.failure)
                ran.append(stage.name)
        give_back()  # the next stages begin with what the case needs, not with what these held
    return ran


def side_by_side(case: Case, stages: Sequence[flow.Stage], workers: int | None) -> Iterator[tuple[flow.Stage, Future[Rows]]]:
    """Each stage with what it gives. They need nothing of one another: one computes while another waits for its encoder."""
    with ThreadPoolExecutor(max(1, len(stages))) as threads:
        yield from [(stage, threads.submit(link, case, stage, workers)) for stage in stages]


def link(case: Case, stage: flow.Stage, workers: int | None) -> Rows:
    """The rows that one stage gives, by table."""
    return LINKERS[stage.name](case, workers)


def store(case: Case, stage: flow.Stage, key: str, rows: Future[Rows]) -> None:
    """Keep a stage's rows, in one transaction with the mark of what they were made from; raises what the stage raised."""
    given = rows.result()
    case.put_links({name: given.get(name, ()) for name in stage.gives}, {stage.name: key})

"""The stages of the whole case, in the order of the flow, each kept under a mark that says what it was made from."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from threading import Thread

from testimonia.base import processes
from testimonia.base.collecting import give_back, seldom_collecting
from testimonia.base.ids import digest
from testimonia.base.outcomes import Outcome
from testimonia.link import load
from testimonia.store import Case
from testimonia.work import apart, flow
from testimonia.work.whole import WHOLE_CASE, computed, kept

LARGE = 400  # articles: to start a process for each stage costs a second of each, which is little beside what such a case takes


def case_digest(case: Case) -> str:
    """A digest of all that the link stages take in: the keys of the files that were read, and the decisions."""
    files = sorted((row["path"], row["key"]) for row in case.files().values())
    decisions = [decision.id for decision in case.records("decisions")]
    return digest(files, decisions, length=32)


def load_ahead(files: int) -> None:
    """Begin to load what linking calls, while the program waits for its workers to read so many files; unless the stages run apart."""
    if files < LARGE:
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
        if not due:
            continue
        run = apart.each_apart if case.counts()["articles"] >= LARGE and processes.possible() else side_by_side
        for stage in due:
            tell(stage.name)
            case.forget_failure(WHOLE_CASE, stage.name)
        for outcome in run(case, due, [keys[stage] for stage in due], workers):
            if outcome.failure is not None:
                case.put_failure(outcome.failure)
        ran += [stage.name for stage in due]
        give_back()  # the next stages begin with what the case needs, not with what these held
    return ran


def side_by_side(case: Case, stages: Sequence[flow.Stage], keys: Sequence[str], workers: int | None) -> Iterator[Outcome[None]]:
    """Run some stages that need nothing of one another: one computes while another waits for its encoder; what came of each."""
    with seldom_collecting(), ThreadPoolExecutor(max(1, len(stages))) as threads:
        rows = [threads.submit(computed, case, stage, workers) for stage in stages]
        yield from [kept(case, *made) for made in zip(stages, keys, (row.result for row in rows), strict=True)]

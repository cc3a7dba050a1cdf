"""A stage of a large case in a process of its own: what it held is given back when it ends, and if it dies only its own tables are missing.

What linking holds grows with the case, and Python gives little of it back; in one process the memory of a build would be that of all its
stages together. The process is this module run by itself (`base/processes.py`). It computes, waits until it is told to store, stores, and
says what came of it; where nobody is there any more to tell it, it ends and has stored nothing.
"""

from __future__ import annotations

import pickle
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Lock

from testimonia.base import processes
from testimonia.base.collecting import seldom_collecting
from testimonia.base.outcomes import Failure, Outcome
from testimonia.base.processes import Process
from testimonia.store import Case, open_case
from testimonia.work import flow
from testimonia.work.whole import WHOLE_CASE, Rows, computed, kept

COMPUTED, STORE = b"computed\n", b"store\n"
NONE = "The system let no process be started that compares."
DIED = "The process that compared died (exit code {code})."
ADVICE = "It may need more memory than there is: close other programs, or build with --workers 1. The rest of the case stands."


def each_apart(case: Case, stages: Sequence[flow.Stage], keys: Sequence[str], workers: int | None) -> Iterator[Outcome[None]]:
    """Run some stages that need nothing of one another side by side, each in its own process; what came of each, in their order."""
    turn = Lock()
    said = "" if workers is None else str(workers)
    started = [start([case.name, stage.name, key, said]) for stage, key in zip(stages, keys, strict=True)]
    threads = ThreadPoolExecutor(max(1, len(started)))
    try:
        runs: list[Future[Outcome[None]]] = [
            threads.submit(outcome_of, process, stage.name, turn) for process, stage in zip(started, stages, strict=True)
        ]
        yield from (run.result() for run in runs)
    finally:
        for process in filter(None, started):
            process.kill()  # whoever still waits for it hears that it died
        threads.shutdown()
        for process in filter(None, started):
            process.communicate()


def start(arguments: Sequence[str]) -> Process | None:
    """A process that runs one stage, if the system lets one be started."""
    return processes.run("testimonia.work.apart", *arguments)


def outcome_of(process: Process | None, stage: str, turn: Lock) -> Outcome[None]:
    """What came of a stage. It stores while it has the turn: a case has one writer at a time."""
    if process is None:
        return Outcome(WHOLE_CASE, failure=Failure(WHOLE_CASE, stage, NONE, ADVICE))
    try:
        if process.stdin is None or process.stdout is None or process.stdout.readline() != COMPUTED:
            raise EOFError
        with turn:
            process.stdin.write(STORE)
            process.stdin.flush()
            outcome: Outcome[None] = pickle.load(process.stdout)
    except (EOFError, OSError, pickle.UnpicklingError):
        return Outcome(WHOLE_CASE, failure=Failure(WHOLE_CASE, stage, DIED.format(code=process.wait()), ADVICE))
    return outcome


def serve(path: str, name: str, key: str, workers: str) -> None:
    """What the process does: compute, wait for the turn, store, tell what came of it."""
    telling, stage = sys.stdout.buffer, flow.stage(name)
    with open_case(path) as case, seldom_collecting():
        rows: Future[Rows] = Future()
        try:
            rows.set_result(computed(case, stage, int(workers) if workers else None))
        except Exception as error:  # noqa: BLE001  what it raises is told by `kept`
            rows.set_exception(error)
        telling.write(COMPUTED)
        telling.flush()
        if sys.stdin.buffer.readline() == STORE:
            pickle.dump(kept(case, stage, key, rows.result), telling)
            telling.flush()


if __name__ == "__main__":
    serve(*sys.argv[1:])

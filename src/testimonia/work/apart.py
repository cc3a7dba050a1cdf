"""A stage of a large case in a process of its own: what it held is given back when it ends, and if it dies only its own tables are missing.

What linking holds grows with the case, and Python gives little of it back; in one process the memory of a build would be that of all its
stages together. The process is this module run by itself, so that it never runs the program that called it (as `multiprocessing` does
with a script that has no guard). It computes, waits until it is told to store, stores, and says what came of it; where nobody is there
any more to tell it, it ends and has stored nothing.
"""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Lock

from testimonia.base.collecting import seldom_collecting
from testimonia.base.outcomes import Failure, Outcome
from testimonia.store import Case, open_case
from testimonia.work import flow
from testimonia.work.whole import WHOLE_CASE, Rows, computed, kept

COMPUTED, STORE = b"computed\n", b"store\n"
DIED = "The process that compared died (exit code {code})."
ADVICE = "It may need more memory than there is: close other programs, or build with --workers 1. The rest of the case stands."

Process = subprocess.Popen[bytes]


def possible() -> bool:
    """Whether this interpreter can run a module of the program by itself (a frozen program cannot)."""
    return bool(sys.executable) and not getattr(sys, "frozen", False)


def each_apart(case: Case, stages: Sequence[flow.Stage], keys: Sequence[str], workers: int | None) -> Iterator[Outcome[None]]:
    """Run some stages that need nothing of one another side by side, each in its own process; what came of each, in their order."""
    turn = Lock()
    said = "" if workers is None else str(workers)
    processes = [start([case.name, stage.name, key, said]) for stage, key in zip(stages, keys, strict=True)]
    threads = ThreadPoolExecutor(max(1, len(processes)))
    try:
        runs: list[Future[Outcome[None]]] = [
            threads.submit(outcome_of, process, stage.name, turn) for process, stage in zip(processes, stages, strict=True)
        ]
        yield from (run.result() for run in runs)
    finally:
        for process in processes:
            process.kill()  # whoever still waits for it hears that it died
        threads.shutdown()
        for process in processes:
            process.communicate()


def start(arguments: Sequence[str]) -> Process:
    """A process that runs one stage."""
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    window = getattr(subprocess, "CREATE_NO_WINDOW", 0)  # Windows would open one
    command = [sys.executable, "-m", "testimonia.work.apart", *arguments]
    pipe, none = subprocess.PIPE, subprocess.DEVNULL
    return subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=none, env=env, creationflags=window)  # noqa: S603


def outcome_of(process: Process, stage: str, turn: Lock) -> Outcome[None]:
    """What came of a stage. It stores while it has the turn: a case has one writer at a time."""
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

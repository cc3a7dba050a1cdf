"""A worker process that may die or hang without harm: the one place where those that read files are started, killed and replaced.

The parent sends one job at a time and waits no longer than the limit; a worker that dies or takes too long is a failure of that one
record, and a fresh worker takes the next. What a stage
raises is caught in `attempt`.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import time
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import Any

from testimonia.base.collecting import seldom_collecting
from testimonia.base.outcomes import Failure, Outcome
from testimonia.base.settings import Settings
from testimonia.work.attempt import attempt
from testimonia.work.jobs import Tell

Factory = Callable[[Settings], Callable[[Any, Tell], Any]]
START = "spawn"  # a clean interpreter, on every platform alike
STARTING_SECONDS = 300.0  # loading the models on a slow disk is not the input's fault
ONE_THREAD = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS")  # what libraries of arithmetic ask
USUAL_CHARS = 250_000  # a stage over a longer text may take longer than the limit, in proportion


def limit_memory(limit: int) -> None:
    """Bound the address space of this process where the platform can (not on Windows; macOS ignores it)."""
    if sys.platform == "win32":
        return
    import resource

    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    wanted = limit if hard == resource.RLIM_INFINITY else min(limit, hard)
    try:
        resource.setrlimit(resource.RLIMIT_AS, (wanted, hard))
    except (ValueError, OSError):  # macOS may refuse; the time limit still holds
        return


def serve(connection: Connection, factory: Factory, settings: Settings) -> None:
    """The worker's loop: build the lane, then answer one job after another until the parent hangs up."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to answer: it ends its workers
    for name in ONE_THREAD:  # the workers share the processors out among themselves: threads of each would only wait for one another
        os.environ.setdefault(name, "1")
    limit_memory(settings.limits.memory_bytes)
    lane = factory(settings)
    connection.send(("ready", None))
    stages = ["start"]

    def tell(stage: str, chars: int = 0, /) -> None:
        stages[0] = stage
        connection.send(("stage", (stage, chars)))

    def answer(job: Any) -> Outcome[Any]:
        return attempt(job.path, lambda: stages[0], lambda: lane(job, tell))

    try:
        with seldom_collecting():
            while True:
                connection.send(("done", answer(connection.recv())))
    except (EOFError, OSError):
        return


class Supervised:
    """One worker process under a time limit. `send` a job, then `receive` its outcome."""

    def __init__(self, factory: Factory, settings: Settings) -> None:
        self.factory, self.settings = factory, settings
        self.process: Any = None
        self.connection: Connection | None = None
        self.path = ""
        self.ready = False
        self.start()  # begins loading the models while the parent still looks at the folder

    def start(self) -> None:
        """Start a fresh worker."""
        context: Any = multiprocessing.get_context(START)
        self.connection, theirs = context.Pipe()
        self.process = context.Process(target=serve, args=(theirs, self.factory, self.settings), daemon=True)
        self.process.start()
        theirs.close()
        self.ready = False

    def kill(self) -> None:
        """Kill the worker where it stands; may be called from another thread than the one that waits for it."""
        process = self.process
        if process is not None:
            process.kill()

    def stop(self) -> None:
        """End the worker."""
        if self.connection is not None:
            self.connection.close()
            self.connection = None
        if self.process is not None:
            self.process.kill()
            self.process.join()
            self.process = None

    def send(self, job: Any) -> None:
        """Hand the worker a job (anything with a `path`)."""
        if self.connection is None:
            self.start()
        self.path = job.path
        self.sent = False
        try:
            if self.connection is not None:
                self.connection.send(job)
                self.sent = True
        except OSError:  # the worker died between two jobs; receive() reports it
            self.sent = False

    def receive(self) -> Outcome[Any]:
        """The outcome of the job that was sent last."""
        stage, chars = "start", 0
        try:
            while True:
                kind, value = self.next_message(chars)
                if kind == "done":
                    outcome: Outcome[Any] = value
                    return outcome
                if kind == "stage":
                    stage, chars = value
        except TimeoutError:
            self.stop()
            limit = self.longest(chars)
            return self.failed(stage, f"It took longer than {limit:g} seconds.", "Split it, or allow more with --seconds.")
        except (EOFError, OSError):
            code = self.process.exitcode if self.process is not None else None
            self.stop()
            return self.failed(
                stage, f"The worker that read it died (exit code {code}).", "It may need more memory than there is, or be built to do harm."
            )

    def failed(self, stage: str, message: str, advice: str) -> Outcome[Any]:
        """The outcome of a job that came to nothing."""
        return Outcome(self.path, failure=Failure(self.path, stage, message, advice))

    def longest(self, chars: int) -> float:
        """How many seconds a stage over so many characters may take."""
        return self.settings.limits.seconds * max(1.0, chars / USUAL_CHARS)

    def next_message(self, chars: int) -> tuple[str, Any]:
        """The worker's next message; raises `TimeoutError` when it comes too late for a stage over so many characters."""
        connection = self.connection
        if connection is None:
            raise EOFError
        limit = self.longest(chars) if self.ready else STARTING_SECONDS
        begun = time.monotonic()
        while not connection.poll(0.5):
            if time.monotonic() - begun > limit:
                raise TimeoutError
        kind, value = connection.recv()
        self.ready = self.ready or kind == "ready"
        return kind, value

"""Pure work shared with further processes of this machine: the same answers in the same order, whoever worked them out.

It pays only where there is much of it: a process needs a third of a second before it can begin. A helper is this module run by itself, so
that it never runs the program that called it (as `multiprocessing` does with a script that has no guard) and loads only what its work
needs. What no helper can do, because none can be started or it died, is done here: that costs time and nothing else.
"""

from __future__ import annotations

import importlib
import os
import pickle
import signal
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from queue import SimpleQueue
from typing import Any, TypeVar

from testimonia.base import processes
from testimonia.base.collecting import seldom_collecting
from testimonia.base.processes import Process

AHEAD = 2  # parts that wait for each helper: none stands idle while this process works on a part of its own
MOST = 3  # helpers, however many processors there are

Part = TypeVar("Part")
Packed = TypeVar("Packed")
Answer = TypeVar("Answer")
Idle = SimpleQueue[Process]


def helpers(workers: int | None = None) -> int:
    """How many further processes are worth having: one for each other processor, and no more than make `workers` with this one."""
    if not processes.possible():
        return 0
    processors = os.cpu_count() or 1
    return min(processors - 1, MOST, (workers or processors) - 1)


class Team:
    """Helpers: none until they are started, then up to `count`; they end with the `with` block."""

    def __init__(self, count: int) -> None:
        self.count = count
        self.running: list[Process] = []
        self.idle: Idle = SimpleQueue()
        self.threads = ThreadPoolExecutor(max(1, count))

    def start(self, away: Callable[..., Any]) -> None:
        """Start the helpers, unless they run; each begins by loading the module of the function that it will be asked for."""
        if not self.running:
            self.running = [process for process in (start(away.__module__) for _ in range(self.count)) if process]
            for process in self.running:
                self.idle.put(process)

    def __enter__(self) -> Team:
        return self

    def __exit__(self, *_: object) -> None:
        for process in self.running:
            process.kill()
        self.threads.shutdown(cancel_futures=True)
        for process in self.running:
            process.communicate()


def shared_out(
    parts: Sequence[Part], here: Callable[[Part], Answer], pack: Callable[[Part], Packed], away: Callable[[Packed], Answer], team: Team
) -> list[Answer]:
    """The answers for some parts of a piece of work, in their order.

    `here` answers a part in this process; `away`, a function of a module, in one of the helpers that run, which know of it only what
    `pack` gives them. Both must give the same.
    """
    done: dict[int, Answer] = {}
    sent: dict[int, Future[Answer]] = {}
    for number, part in enumerate(parts):
        if sum(not future.done() for future in sent.values()) < AHEAD * len(team.running):
            sent[number] = team.threads.submit(asked, team.idle, away, pack(part))
        else:
            done[number] = here(part)
    for number, future in sent.items():
        done[number] = here(parts[number]) if future.cancel() or future.exception() else future.result()
    return [done[number] for number in range(len(parts))]


def start(module: str) -> Process | None:
    """A helper that has loaded a module before it is asked, if the system lets one be started."""
    return processes.run("testimonia.link.sharing", module)


def asked(idle: Idle, away: Callable[[Packed], Answer], packed: Packed) -> Answer:
    """The answer of whichever helper is free. Raises when there is none, or when it dies of the work."""
    process = idle.get_nowait()
    if process.stdin is None or process.stdout is None:
        raise BrokenPipeError
    pickle.dump((away, packed), process.stdin)
    process.stdin.flush()
    answer: Answer = pickle.load(process.stdout)
    idle.put(process)
    return answer


def help_out() -> None:
    """A helper's loop: answer one part after another until nobody asks any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the program's to answer: it ends its helpers
    asking, answering = sys.stdin.buffer, sys.stdout.buffer
    importlib.import_module(sys.argv[1])
    with seldom_collecting():
        while True:
            try:
                away, packed = pickle.load(asking)
            except EOFError:
                return
            answer: Any = away(packed)
            pickle.dump(answer, answering)
            answering.flush()


if __name__ == "__main__":
    help_out()

"""Where the lanes run. Each runner gives an outcome for every job, in the order of the jobs; one contract suite holds for all.

`inline` is the reference: worker processes beside the program. `daft` and `ray` spread the same lanes over Daft's native and Ray
runners. Under each of them every lane sits in a supervised worker of its own, so a record that kills or hangs costs that record only.
"""

from __future__ import annotations

import importlib.util
import os
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from queue import SimpleQueue
from typing import Any

from testimonia.base.errors import UsageError
from testimonia.base.outcomes import Outcome
from testimonia.base.settings import Settings
from testimonia.work.supervise import Factory, Supervised

Runner = Callable[[Sequence[Any], Factory, Settings, int], Iterator[Outcome[Any]]]
AHEAD = 8  # jobs begun for each worker beyond the one that is waited for: a long file does not keep the other workers idle
MOST_WORKERS = 4  # unless more are asked for: each holds the language models, about 600 MB
WORTH = 20_000  # bytes to read that are worth the seconds in which a further worker loads its models


def usual_workers(size: int) -> int:
    """How many workers a build takes for `size` bytes to read when nobody says: more than one only where each has enough to do."""
    return max(1, min(os.cpu_count() or 1, MOST_WORKERS, size // WORTH))


def inline(jobs: Sequence[Any], factory: Factory, settings: Settings, workers: int) -> Iterator[Outcome[Any]]:
    """Workers beside the program; they read on, a bounded way ahead, while the program stores."""
    lanes = [Supervised(factory, settings) for _ in range(min(workers, len(jobs)))]
    threads = ThreadPoolExecutor(max(1, len(lanes)))
    idle: SimpleQueue[Supervised] = SimpleQueue()
    for lane in lanes:
        idle.put(lane)
    waiting: deque[Future[Outcome[Any]]] = deque()
    try:
        for job in jobs:
            waiting.append(threads.submit(answered, idle, job))
            if len(waiting) > AHEAD * len(lanes):
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    finally:
        for lane in lanes:
            lane.kill()  # whoever still waits for it hears that it died
        threads.shutdown(cancel_futures=True)
        for lane in lanes:
            lane.stop()


def answered(idle: SimpleQueue[Supervised], job: Any) -> Outcome[Any]:
    """The outcome of one job from whichever worker is free."""
    lane = idle.get()
    try:
        lane.send(job)
        return lane.receive()
    finally:
        idle.put(lane)


def native(jobs: Sequence[Any], factory: Factory, settings: Settings, workers: int) -> Iterator[Outcome[Any]]:
    """Daft's native runner: several workers on this machine."""
    from testimonia.work.over_daft import over_daft

    return over_daft(jobs, factory, settings, workers, ray=False)


def on_ray(jobs: Sequence[Any], factory: Factory, settings: Settings, workers: int) -> Iterator[Outcome[Any]]:
    """Daft's Ray runner: the same code on a cluster."""
    if importlib.util.find_spec("ray") is None:
        raise UsageError(
            "The Ray runner needs the package ray, which is not installed.", "pip install 'testimonia[ray]', or use --runner daft."
        )
    from testimonia.work.over_daft import over_daft

    return over_daft(jobs, factory, settings, workers, ray=True)


RUNNERS: dict[str, Runner] = {"inline": inline, "daft": native, "ray": on_ray}

"""Progress: a live line on a terminal, plain lines when piped."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
from rich.progress import Progress as Bar

from testimonia.work.building import Progress, Tell

PLAIN_EVERY = 5.0  # seconds between plain lines


@contextmanager
def showing() -> Iterator[Tell]:
    """A function that shows where a build stands, on standard error."""
    if sys.stderr.isatty():
        with Bar(
            TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TextColumn("{task.fields[rate]}"), TimeRemainingColumn(),
            console=Console(stderr=True), transient=True,
        ) as bar:  # fmt: skip
            yield live(bar)
    else:
        yield plain()


def live(bar: Bar) -> Tell:
    """Show progress in the bar."""
    task, began = bar.add_task("starting", total=None, rate=""), time.monotonic()

    def tell(progress: Progress) -> None:
        rate = f"{progress.done / max(time.monotonic() - began, 0.001):.1f}/s" if progress.done else ""
        failed = f", {progress.failed} failed" if progress.failed else ""
        bar.update(task, description=progress.step + failed, completed=progress.done, total=progress.total or None, rate=rate)

    return tell


def plain() -> Tell:
    """Show progress as lines: each step once, long steps every few seconds."""
    last_step, last_at = "", 0.0

    def tell(progress: Progress) -> None:
        nonlocal last_step, last_at
        now = time.monotonic()
        if progress.step == last_step and now - last_at < PLAIN_EVERY:
            return
        last_step, last_at = progress.step, now
        done = f" {progress.done} of {progress.total}" if progress.total else ""
        failed = f", {progress.failed} failed" if progress.failed else ""
        print(f"{progress.step}{done}{failed}", file=sys.stderr, flush=True)

    return tell

"""A command run with an eye on its time and memory, children included."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from dataclasses import dataclass
from pathlib import Path

from bench.table import CannotRunError

EVERY = 0.1  # seconds between two looks at the memory


@dataclass(frozen=True, slots=True)
class Run:
    """What a command took: wall seconds, processor seconds, and the most memory that it and its children held at once, in MB."""

    seconds: float
    cpu: float
    peak_mb: float


def resident_mb(session: int) -> float:
    """The proportional memory of all processes of a session (pages that several share are counted once)."""
    total = 0
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                if os.getsid(int(entry.name)) == session:
                    fields = (entry / "smaps_rollup").read_text(encoding="ascii").split()
                    total += int(fields[fields.index("Pss:") + 1])
            except (OSError, ValueError):  # it ended while we looked
                continue
    return total / 1024


def watched(command: list[str], env: dict[str, str]) -> Run:
    """Run a Python command in a session of its own. Raises `CannotRunError` where the system cannot tell memory, or the command fails."""
    if not Path("/proc/self/smaps_rollup").exists():
        raise CannotRunError("memory is read from /proc, which this system lacks")
    before, began, peak, done = os.times(), time.monotonic(), 0.0, threading.Event()
    process = subprocess.Popen(
        [sys.executable, *command], env=env, start_new_session=True, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    )

    def look() -> None:
        nonlocal peak
        while not done.wait(EVERY):
            peak = max(peak, resident_mb(process.pid))

    watcher = threading.Thread(target=look)
    watcher.start()
    _, told = process.communicate()
    done.set()
    watcher.join()
    if process.returncode not in {0, 1}:
        raise CannotRunError(f"{' '.join(command)} ended with {process.returncode}: {told[-500:].decode('utf-8', 'replace')}")
    after = os.times()
    cpu = after.children_user + after.children_system - before.children_user - before.children_system
    return Run(time.monotonic() - began, cpu, peak)

"""A module of the program run by itself, in a process that is spoken to over its input and output.

Such a process never runs the program that called it (as `multiprocessing` does with a script that has no guard).
"""

from __future__ import annotations

import os
import subprocess
import sys

Process = subprocess.Popen[bytes]


def possible() -> bool:
    """Whether this interpreter can run a module by itself (that of a frozen program cannot)."""
    return bool(sys.executable) and not getattr(sys, "frozen", False)


def run(module: str, *arguments: str) -> Process | None:
    """The process, if the system lets one be started."""
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    window = getattr(subprocess, "CREATE_NO_WINDOW", 0)  # Windows would open one
    pipe, none = subprocess.PIPE, subprocess.DEVNULL
    try:
        return subprocess.Popen(  # noqa: S603
            [sys.executable, "-m", module, *arguments], stdin=pipe, stdout=pipe, stderr=none, env=env, creationflags=window
        )
    except OSError:
        return None

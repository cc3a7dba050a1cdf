"""What is no longer held: collected seldom while rows are made, given back to the system between two steps.

What the program makes are records, which hold no cycles. By default Python looks through all of them for cycles whenever a few hundred
more are held, a third of the time of reading a case.
"""

from __future__ import annotations

import ctypes
import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress

THRESHOLDS = (100_000, 20, 20)  # objects held more than before; young collections before an older generation is looked through


@contextmanager
def seldom_collecting() -> Iterator[None]:
    """Collect seldom in here, and as before afterwards: the program may be a guest in somebody's notebook."""
    before = gc.get_threshold()
    gc.set_threshold(*THRESHOLDS)
    try:
        yield
    finally:
        gc.set_threshold(*before)


def give_back() -> None:
    """Give the memory of what is no longer held back to the system, where its C library would keep it for later (glibc on Linux)."""
    gc.collect()
    if sys.platform == "linux":
        with suppress(OSError, AttributeError):  # another C library, which has no such call
            ctypes.CDLL(None).malloc_trim(0)

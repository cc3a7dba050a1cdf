"""Python's collector of cyclic garbage, asked less often: what the program makes are records, which hold no cycles.

By default it looks through all that was made whenever a few hundred records more are held, a third of the time of reading a case.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

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

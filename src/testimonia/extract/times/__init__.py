"""Times: TIMEX3-like expressions with their values."""

from __future__ import annotations

from testimonia.base.extractions import Time
from testimonia.extract.parsing import Parsed


def find_times(parsed: Parsed) -> tuple[Time, ...]:
    """The time expressions of an article."""
    return ()

"""Testimonia: who says what, on whose word, from how many independent origins, and where they disagree.

    >>> import testimonia
    >>> case = testimonia.open_case("pages.testimonia")  # doctest: +SKIP
    >>> case.attributions.to_pandas()  # doctest: +SKIP

The promised names are in `__all__`; they load when they are first used.
"""

from __future__ import annotations

import os
from importlib import import_module
from typing import Any

__version__ = "0.1.0"

# Nothing is sent anywhere: what some dependencies would send when they are first imported is switched off before any of them is.
for switch, off in {"DO_NOT_TRACK": "1", "SCARF_NO_ANALYTICS": "1", "DAFT_ANALYTICS_ENABLED": "0", "RAY_USAGE_STATS_ENABLED": "0"}.items():
    os.environ[switch] = off
os.environ.setdefault("DAFT_PROGRESS_BAR", "0")
os.environ.setdefault("DAFT_RUNNER", "native")  # else it loads Ray, where that is installed, to see whether it runs on it

HOMES = {
    "Case": "testimonia.app.api",
    "CaseError": "testimonia.base.errors",
    "Decision": "testimonia.base.decisions",
    "Limits": "testimonia.base.settings",
    "ReadingError": "testimonia.base.errors",
    "RunReport": "testimonia.base.outcomes",
    "Settings": "testimonia.base.settings",
    "Table": "testimonia.app.api",
    "TestimoniaError": "testimonia.base.errors",
    "UsageError": "testimonia.base.errors",
    "build": "testimonia.app.api",
    "open_case": "testimonia.app.api",
}

__all__ = [
    "Case",
    "CaseError",
    "Decision",
    "Limits",
    "ReadingError",
    "RunReport",
    "Settings",
    "Table",
    "TestimoniaError",
    "UsageError",
    "__version__",
    "build",
    "open_case",
]


def __getattr__(name: str) -> Any:
    """Load a promised name from its home."""
    if name not in HOMES:
        raise AttributeError(f"module 'testimonia' has no attribute {name!r}")
    return getattr(import_module(HOMES[name]), name)

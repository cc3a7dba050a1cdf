"""What a build changed: which files came, changed and went, and how many rows of each kind there were before and after."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from testimonia.base.codec import dump
from testimonia.base.outcomes import Changes
from testimonia.store import Case

Files = Mapping[str, Mapping[str, Any]]
COUNTED = ("documents", "articles", "origins", "entities", "attributions", "quantities", "claims", "disagreements", "findings", "failures")
META = "changes"


def changes(before: Files, after: Files, counts: tuple[Mapping[str, int], Mapping[str, int]]) -> Changes:
    """The difference between two states of a case, each given as its files and its counts of rows."""
    both = sorted(set(before) & set(after))
    return Changes(
        first=not before,
        added=tuple(sorted(set(after) - set(before))),
        changed=tuple(path for path in both if before[path]["sha256"] != after[path]["sha256"]),
        again=sum(1 for path in both if before[path]["sha256"] == after[path]["sha256"] and before[path]["key"] != after[path]["key"]),
        removed=tuple(sorted(set(before) - set(after))),
        counts=tuple((name, counts[0].get(name, 0), counts[1].get(name, 0)) for name in COUNTED),
    )


def note(case: Case, found: Changes) -> None:
    """Keep what the build changed with the case; a build that changed nothing leaves the note of the one before it."""
    if found.any:
        case.set_meta({META: json.dumps(dump(found), ensure_ascii=False, sort_keys=True)})

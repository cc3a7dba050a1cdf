"""What the analyst ruled: append-only rows, kept apart from what the machine found, applied again by every link run."""

from __future__ import annotations

import json
import secrets
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import Any

from testimonia.base.codec import dump, load
from testimonia.base.decisions import DECISION_KINDS, Decision
from testimonia.base.errors import UsageError
from testimonia.base.ids import row_id

FIELDS = {"id", "kind", "table", "targets", "value", "analyst", "made", "retires", "note"}
LONGEST = 10_000  # characters of one field of a decision from elsewhere


def now() -> str:
    """The present time in UTC, to the microsecond: decisions are read back in the order in which they were made."""
    return datetime.now(UTC).isoformat(timespec="microseconds")


LABELS = {"organisation": "Organisation", "place": "Place", "group": "Group"}


def pseudonym(taken: Iterable[str], kind: str) -> str:
    """A new pseudonym for an entity of this type, drawn at random: it cannot be computed from the name."""
    held = set(taken)
    drawn = ""
    while not drawn or drawn in held:
        drawn = f"{LABELS.get(kind, 'Person')} {secrets.token_hex(2)}"
    return drawn


def make(kind: str, table: str, targets: Iterable[str], **more: Any) -> Decision:
    """A new decision, its id made from its content; `made` defaults to the present.

    Raises `UsageError` for a kind that is none.
    """
    if kind not in DECISION_KINDS:
        raise UsageError(f"There is no decision called {kind}.", f"Decisions are: {', '.join(DECISION_KINDS)}.")
    made = more.pop("made", "") or now()
    plain = Decision("", kind, table, tuple(targets), made=made, **more)
    return load(Decision, dump(plain) | {"id": row_id("r", dump(plain))})


def retirement(decision: Decision, analyst: str) -> Decision:
    """The row that takes a decision back; both stay in the history."""
    return make(decision.kind, decision.table, decision.targets, value=decision.value, analyst=analyst, retires=decision.id)


def as_lines(decisions: Iterable[Decision]) -> Iterator[str]:
    """Decisions as JSON Lines, to keep or to hand on."""
    for decision in decisions:
        yield json.dumps(dump(decision), ensure_ascii=False, sort_keys=True) + "\n"


def from_lines(lines: Iterable[str]) -> list[Decision]:
    """Decisions from JSON Lines that came from elsewhere, each checked before any is taken in.

    Raises `UsageError` that names the first bad line.
    """
    found: list[Decision] = []
    for number, line in enumerate(lines, start=1):
        if line.strip():
            found.append(checked(line, number))
    known = {decision.id for decision in found}
    dangling = [decision for decision in found if decision.retires and decision.retires not in known]
    if dangling:
        raise UsageError(
            f"Decision {dangling[0].id} takes back {dangling[0].retires}, which the file does not hold.", "Export the whole history."
        )
    return found


def checked(line: str, number: int) -> Decision:
    """One line as a decision."""
    advice = "The file should come from `testimonia decisions CASE --out FILE`."
    try:
        raw = json.loads(line)
    except ValueError as error:
        raise UsageError(f"Line {number} is not JSON: {error}.", advice) from error
    if not isinstance(raw, dict) or set(raw) - FIELDS or not {"id", "kind", "table", "targets", "made"} <= set(raw):
        raise UsageError(f"Line {number} is not a decision.", advice)
    texts = [raw[name] for name in FIELDS - {"targets"} if raw.get(name) is not None]
    targets = raw["targets"] if isinstance(raw["targets"], list) else [None]
    if not all(isinstance(text, str) and len(text) <= LONGEST for text in [*texts, *targets]):
        raise UsageError(f"Line {number} holds something that is no text, or too much of it.", advice)
    if raw["kind"] not in DECISION_KINDS:
        raise UsageError(f"Line {number} holds a decision called {raw['kind']}.", f"Decisions are: {', '.join(DECISION_KINDS)}.")
    decision = load(Decision, raw)
    if decision.id != row_id("r", dump(decision) | {"id": ""}):
        raise UsageError(f"Line {number} was changed after it was made: its id does not fit its content.", advice)
    return decision

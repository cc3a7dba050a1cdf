"""What the analyst ruled. Decisions are append-only: a decision is retired by a later row, never changed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

DECISION_KINDS = (
    "same", "different", "unsure",  # two entity names, or two articles
    "direction",  # which article took from which
    "accept", "reject", "relabel", "rebound",  # a derived row
    "join", "split", "compatible", "reword",  # questions
    "segment",  # the kind of a stretch of text
    "protect", "note", "tag",
)  # fmt: skip
# What a decision may be about: rows of a table, stretches of text, documents by their paths, words of the lists of loaded names.
DECISION_TABLES = ("articles", "attributions", "disagreements", "documents", "entities", "reuse", "segments", "spans", "stemma", "words")


@dataclass(frozen=True, slots=True)
class Decision:
    """One ruling. `table` and `targets` name what it is about by stable ids or by words that a rebuild finds again.

    `made` is an ISO time in UTC, given by the caller; `retires` is the id of the decision that this one takes back.
    """

    id: str
    kind: str
    table: str
    targets: tuple[str, ...]
    value: str = ""
    analyst: str = ""
    made: str = ""
    retires: str | None = None
    note: str = ""


def standing(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """The decisions in force: neither retired by a later one nor themselves a retirement, oldest first."""
    listed = sorted(decisions, key=lambda decision: (decision.made, decision.id))
    retired = {decision.retires for decision in listed if decision.retires}
    return tuple(decision for decision in listed if decision.id not in retired and decision.retires is None)

"""What the analyst ruled on the things that a page shows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from testimonia.base.decisions import Decision, standing
from testimonia.base.rulings import change, new_values, rulings

T = TypeVar("T")
NO_RULING = {"note", "tag"}
BESIDE = {"note", "tag", "protect"}  # these stand beside any other ruling
WORDS = {
    "same": "ruled the same",
    "different": "ruled different",
    "unsure": "left open",
    "direction": "direction ruled",
    "accept": "ruled right",
    "reject": "set aside",
    "relabel": "re-labelled",
    "rebound": "re-bounded",
    "join": "joined",
    "split": "split",
    "compatible": "ruled compatible",
    "reword": "re-worded",
    "segment": "kind of text ruled",
    "protect": "protected",
    "note": "note",
    "tag": "tag",
}


@dataclass(frozen=True, slots=True)
class Ruled:
    """One decision as a page shows it. `retired`: a later row took it back; `contradicts`: standing ones against it."""

    decision: Decision
    words: str
    retired: bool = False
    contradicts: tuple[str, ...] = ()


class Rulings:
    """The decisions, by what they are about."""

    def __init__(self, history: Iterable[Decision]) -> None:
        self.history = tuple(history)
        self.changes = rulings(self.history)
        self.standing = standing(self.history)
        self.about: dict[tuple[str, str], list[Decision]] = defaultdict(list)
        for decision in self.standing:
            for target in dict.fromkeys(decision.targets):
                self.about[(decision.table, target)].append(decision)

    def of(self, table: str, target: str) -> tuple[Ruled, ...]:
        """The standing decisions on one thing."""
        return tuple(Ruled(decision, in_words(decision)) for decision in self.about.get((table, target), ()))

    def changed(self, table: str, record: T) -> T:
        """A row with its re-labelled and re-bounded fields; a rejected one stays, for the page says that it is set aside."""
        given: T = change(record, new_values(table, record, self.changes, {}))
        return given

    def pair(self, table: str, a: str, b: str) -> tuple[Ruled, ...]:
        """The standing decisions on two things together."""
        return tuple(found for found in self.of(table, a) if set(found.decision.targets) == {a, b})

    def latest(self, analyst: str) -> Decision | None:
        """The decision that an analyst made last, of those that still stand: nobody takes back another's by a key."""
        return next((decision for decision in reversed(self.standing) if decision.analyst == analyst), None)

    def shown(self, start: int, size: int) -> tuple[Ruled, ...]:
        """A part of the history, newest first."""
        alive = {decision.id for decision in self.standing}
        return tuple(
            Ruled(one, in_words(one), one.id not in alive and one.retires is None, self.against(one) if one.id in alive else ())
            for one in self.history[::-1][start : start + size]
        )

    def decided(self, table: str, targets: tuple[str, ...]) -> bool:
        """Whether a standing decision rules on one thing, or on two together; a note or a tag is no ruling."""
        held = self.about.get((table, targets[0]), ())
        if len(targets) == 2:
            return any(set(decision.targets) == set(targets) for decision in held)
        return any(decision.kind not in NO_RULING for decision in held)

    def against(self, decision: Decision) -> tuple[str, ...]:
        """The other standing decisions that rule differently on the same things."""
        if decision.kind in BESIDE or not decision.targets:
            return ()
        others = self.about[(decision.table, decision.targets[0])]
        same = [other for other in others if other.id != decision.id and set(other.targets) == set(decision.targets)]
        return tuple(o.id for o in same if o.kind not in BESIDE and (o.kind, o.value) != (decision.kind, decision.value))


def in_words(decision: Decision) -> str:
    """A decision as a line."""
    said = WORDS.get(decision.kind, decision.kind)
    more = f": {decision.value}" if decision.value else ""
    by = f", by {decision.analyst}" if decision.analyst else ""
    return f"{said}{more}{by}"

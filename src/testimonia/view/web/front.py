"""What the workbench shows of its case: the case itself, or while somebody in it is protected a covered copy of it.

The analyst rules on what is shown; what is ruled about a pseudonym is kept in the case about the name behind it.
"""

from __future__ import annotations

import threading
from collections.abc import Iterable
from contextlib import ExitStack

from testimonia.base.covering import Cover
from testimonia.base.decisions import Decision
from testimonia.base.errors import UsageError
from testimonia.store import Case
from testimonia.store.protecting import Copier, cover_of, protections, shown
from testimonia.view.web.history import History

STAGES = ("entities", "reuse", "disagree", "namings")


class Front:
    """The case as it may be shown, made anew when a build, a link run or a mark of protection has changed it."""

    def __init__(self, case: Case) -> None:
        self.original = case
        self.lock = threading.Lock()
        self.stack = ExitStack()
        self.held: tuple[tuple[object, ...], Case, Cover] | None = None
        self.decisions = History(case)
        self.protecting: tuple[tuple[Decision, ...], tuple[str, ...]] = ((), ())

    def marked(self) -> tuple[str, ...]:
        """The marks of protection that stand, looked for again when there are more decisions than before."""
        history = self.decisions.now()
        if self.protecting[0] is not history:
            self.protecting = (history, tuple(decision.id for decision in protections(history)))
        return self.protecting[1]

    def stamp(self) -> tuple[object, ...]:
        """What the covered copy depends on."""
        marked = self.marked()
        return (*marked, *(self.original.mark(stage) for stage in STAGES)) if marked else ()

    def current(self) -> tuple[Case, Cover]:
        """The case to read from, and what is covered in it."""
        stamp = self.stamp()
        if not stamp:
            return self.original, Cover(())
        with self.lock:
            if self.held is None or self.held[0] != stamp:
                fresh = ExitStack()
                case = fresh.enter_context(shown(self.original))
                self.stack.close()
                self.stack, self.held = fresh, (stamp, case, cover_of(self.original))
            return self.held[1], self.held[2]

    @property
    def case(self) -> Case:
        """The case to read from."""
        return self.current()[0]

    def history(self) -> tuple[Decision, ...]:
        """The decisions as they may be shown, as they are now."""
        return tuple(decision for decision, _ in self.pairs())

    def to_hand_on(self) -> tuple[Decision, ...]:
        """The decisions for somebody else's case; while somebody is protected, without the marks that say so."""
        covered = bool(self.current()[1].people)
        return tuple(decision for decision in self.history() if not covered or decision.kind != "protect")

    def pairs(self) -> list[tuple[Decision, Decision]]:
        """Each decision as it may be shown, with the one that the case holds."""
        decisions = self.decisions.now()
        _, cover = self.current()
        if not cover.people:
            return [(decision, decision) for decision in decisions]
        others = Copier(self.original, cover).decisions()  # in their order, without those that protect
        return [(self.seen(decision) if decision.kind == "protect" else next(others), decision) for decision in decisions]

    def kept(self, decision: Decision) -> Decision:
        """The decision of the case behind one that is shown."""
        return next((own for seen, own in self.pairs() if seen.id == decision.id), decision)

    def seen(self, decision: Decision) -> Decision:
        """A decision as it may be shown, with the id that the case knows."""
        _, cover = self.current()
        return Copier(self.original, cover).record(decision, "") if cover.people else decision

    def targets(self, kind: str, targets: Iterable[str]) -> list[str]:
        """The targets of a ruling as the case knows them.

        Raises `UsageError` for new bounds in a text that is shown covered: its offsets are others.
        """
        _, cover = self.current()
        listed = list(targets)
        if cover.people and kind == "rebound":
            raise UsageError(
                "Bounds cannot be set while somebody in the case is protected.", "Take the protection back, set them, protect again."
            )
        if not cover.people:
            return listed
        entities = {new: old for old, new in Copier(self.original, cover).entities.items()}
        return [entities.get(target, target) for target in map(self.named, listed)]

    def named(self, words: str) -> str:
        """Words of a ruling as the case knows them: pseudonyms are names again."""
        for person in self.current()[1].people:
            words = words.replace(person.pseudonym, person.names[0]) if person.names else words
        return words

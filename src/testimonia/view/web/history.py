"""The decisions of a case as they are now, whichever program made them: read once, and after that only what has come in."""

from __future__ import annotations

import threading

from testimonia.base.decisions import Decision
from testimonia.store import Case


class History:
    """The history of one case, oldest decision first. It is append-only, so what was read stays as it is."""

    def __init__(self, case: Case) -> None:
        self.case = case
        self.lock = threading.Lock()
        self.version: int | None = None
        self.row = 0
        self.held: tuple[Decision, ...] = ()

    def now(self) -> tuple[Decision, ...]:
        """All decisions; the same object for as long as none has come in."""
        version = self.case.version()  # before reading: what is committed meanwhile is read the next time
        with self.lock:
            if self.version != version:
                found, self.row = self.case.decisions_after(self.row)
                if found:
                    self.held = tuple(sorted((*self.held, *found), key=lambda decision: (decision.made, decision.id)))
                self.version = version
            return self.held

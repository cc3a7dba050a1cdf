"""The desk: one open case, what was looked up in it, and the analyst who sits at it."""

from __future__ import annotations

import gc
import threading
from collections.abc import Callable
from dataclasses import dataclass

from testimonia.base.decisions import Decision
from testimonia.base.errors import TestimoniaError
from testimonia.store import Case
from testimonia.view.pages import intake, network, timeline
from testimonia.view.pages.faceted import kept
from testimonia.view.pages.rulings import Rulings
from testimonia.view.pages.shelf import Shelf
from testimonia.view.pages.who import everybody
from testimonia.view.web.front import STAGES, Front
from testimonia.view.web.sense import Encoder, Sense

FIRST_PAGE = 1.0  # seconds in which a browser that is opened with the server has asked for its first page
Relink = Callable[[Case, Callable[[str], None]], object]


@dataclass(frozen=True, slots=True)
class Linking:
    """Where a link run stands: `idle`, `running` (with the stage), `done` or `failed` (with what happened)."""

    state: str = "idle"
    step: str = ""


def look_up(shelf: Shelf) -> None:
    """Whatever pages look up once in a case, looked up now, and kept out of what Python's collector goes through while somebody waits."""
    gc.unfreeze()
    _ = (shelf.heads.every(), shelf.contested_in, kept(shelf), everybody(shelf), timeline.busiest(shelf), network.network(shelf, ""))
    shelf.once("intake", intake.intake)
    gc.collect()
    gc.freeze()


class Desk:
    """Holds the case for all requests. The shelf is made anew when a build or a link run has changed the case."""

    def __init__(self, case: Case, relink: Relink | None = None, encoder: Encoder | None = None) -> None:
        self.case = case
        self.sense = Sense(case, encoder)
        self.front = Front(case)
        self.relink = relink
        self.linking = Linking()
        self.lock = threading.Lock()
        self.version: int | None = None
        self.held: tuple[tuple[object, ...], Shelf] | None = None
        self.ruled: tuple[tuple[Decision, ...], tuple[object, ...], Rulings] | None = None

    def shelf(self) -> Shelf:
        """The shelf of the case as it is now."""
        version = self.case.version()  # before looking: what is committed meanwhile is seen the next time
        with self.lock:
            if self.held is None or self.version != version:
                stamp = (*(self.case.mark(stage) for stage in STAGES), *self.front.stamp())
                if self.held is None or self.held[0] != stamp:
                    self.held = (stamp, self.fresh())
                self.version = version
            return self.held[1]

    def fresh(self) -> Shelf:
        """A new shelf over the case as it may be shown."""
        case = self.front.case
        shelf = Shelf(case, ruled=False)
        if case is self.case:  # the vectors are those of the uncovered texts
            shelf.near = self.sense.find
        return shelf

    def name(self) -> str:
        """The name of the case as it may be shown; nothing while the case cannot be read."""
        try:
            return self.shelf().name
        except TestimoniaError:
            return ""

    def warm(self) -> None:
        """Look up in the background what pages need of the whole case; whoever opens one at once does not share the processor with it."""
        warming = threading.Timer(FIRST_PAGE, look_up, args=(self.shelf(),))
        warming.daemon = True
        warming.start()

    def rulings(self) -> Rulings:
        """The decisions as they are now, whichever process made them."""
        history, stamp = self.front.decisions.now(), self.front.stamp()
        with self.lock:
            if self.ruled is None or self.ruled[0] is not history or self.ruled[1] != stamp:
                self.ruled = (history, stamp, Rulings(self.front.history()))
            return self.ruled[2]

    def start_linking(self) -> bool:
        """Begin a link run in the background; false when one is running or none can be started from here."""
        with self.lock:
            if self.relink is None or self.linking.state == "running":
                return False
            self.linking = Linking("running", "starting")
        threading.Thread(target=self.link, name="linking", daemon=True).start()
        return True

    def link(self) -> None:
        """The link run; what happens is told by `linking`."""

        def tell(step: str) -> None:
            self.linking = Linking("running", step)

        try:
            if self.relink is not None:
                self.relink(self.case, tell)
            self.linking = Linking("done")
        except TestimoniaError as error:
            self.linking = Linking("failed", str(error))
        finally:
            if self.linking.state == "running":
                self.linking = Linking("failed", "the link run broke off; the case is as it was before it")

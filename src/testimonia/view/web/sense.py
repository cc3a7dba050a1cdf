"""Search by meaning: paragraphs are turned into vectors in the background, where an encoder is installed, and compared with a question."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from numpy.typing import NDArray

from testimonia.base.errors import TestimoniaError
from testimonia.store import Case
from testimonia.store.meaning import Near, keep, progress, waiting
from testimonia.store.search import Hit

AT_ONCE = 32  # paragraphs that are encoded and kept together
LONGEST = 300  # characters of a paragraph that are encoded


class Encoder(Protocol):
    """Whatever turns texts of many languages into vectors that lie near each other when they mean alike."""

    def passages(self, texts: Sequence[str]) -> NDArray[Any]:
        """The vectors of passages."""

    def query(self, words: str) -> NDArray[Any]:
        """The vector of a question."""


@dataclass(frozen=True, slots=True)
class Sensing:
    """Where the computation stands: `absent` (no encoder is installed), `idle`, `running`, `done` or `failed`."""

    state: str
    done: int = 0
    total: int = 0
    problem: str = ""


class Sense:
    """The vectors of one case: computed when asked to, kept in the case, taken up again after a break."""

    def __init__(self, case: Case, encoder: Encoder | None) -> None:
        self.case, self.encoder = case, encoder
        self.near = Near(case)
        self.lock = threading.Lock()
        self.running = False
        self.problem = ""

    def state(self) -> Sensing:
        """Where it stands now."""
        if self.encoder is None:
            return Sensing("absent")
        done, total = progress(self.case)
        state = "running" if self.running else "failed" if self.problem else "done" if done >= total else "idle"
        return Sensing(state, done, total, self.problem)

    def start(self) -> bool:
        """Begin, or go on, in the background; false when it runs already or cannot."""
        with self.lock:
            if self.encoder is None or self.running:
                return False
            self.running, self.problem = True, ""
        threading.Thread(target=self.run, name="sensing", daemon=True).start()
        return True

    def run(self) -> None:
        """Encode paragraph after paragraph until all have a vector."""
        try:
            while self.encoder is not None and (found := waiting(self.case, AT_ONCE)):
                texts = [" ".join(text[: 2 * LONGEST].split())[:LONGEST] or "." for _, text in found]
                keep(self.case, [id for id, _ in found], self.encoder.passages(texts))
        except TestimoniaError as error:
            self.problem = str(error)
        finally:
            self.running = False

    def find(self, words: str, limit: int) -> list[Hit]:
        """The paragraphs that mean most nearly what is asked, as far as they were encoded."""
        if self.encoder is None or not words.strip():
            return []
        with self.lock:
            return self.near.to(self.encoder.query(words), limit)

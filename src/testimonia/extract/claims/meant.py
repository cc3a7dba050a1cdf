"""How a figure is meant: as somebody's guess or plan, as a bound, as one that is said to be wrong."""

from __future__ import annotations

from spacy.tokens import Token

from testimonia.base.extractions import Quantity
from testimonia.extract.claims.frames import Frame, only_measured_by
from testimonia.extract.claims.reading import Reading
from testimonia.extract.claims.shapes import ROOM


def weighed(reading: Reading, frame: Frame | None, predicate: str) -> str:
    """How a figure is meant that only may, would or must be: without an "if" it is somebody's answer, be it a guess or a plan."""
    if obliged(frame, predicate):
        return "asserted"
    supposed = not reading.known.words("modality", "supposing").isdisjoint(t.lower_ for t in reading.tokens)
    if supposed or frame is None or only_measured_by(frame.token, reading.known):
        return "conditional"
    if frame.token.tag_ == "VB" and frame.token.dep_ == "ROOT" and only_told(frame.token):
        return "conditional"
    guessed = {child.lower_ for child in frame.token.children} & reading.known.words("modality", "guessing")
    return "alleged" if guessed else "future"


def only_told(verb: Token) -> bool:
    """Whether a verb has no auxiliary: nobody did what people are told to do."""
    return not any(child.dep_ == "aux" for child in verb.children)


def obliged(frame: Frame | None, predicate: str) -> bool:
    """Whether what only may or must be is the answer itself: for how many there is room, what somebody must serve."""
    must = frame is not None and any(child.lower_ == "must" for child in frame.token.children)
    return predicate == ROOM[0] or (predicate == "sentence" and must)


def set_right(reading: Reading, quantity: Quantity) -> bool:
    """Whether a figure is said to be wrong: "was not 63 percent", "not 63 percent but 61"."""
    first = reading.token_at(quantity.start, quantity.start + 1)
    return first is not None and first.i > first.sent.start and first.nbor(-1).dep_ == "neg" and first.nbor(-1).lower_ != "no"


def bound(reading: Reading, number: Token) -> bool:
    """Whether the figure is only said not to be reached."""
    above = next((t for t in number.ancestors if t.pos_ in ("VERB", "AUX")), None)
    frame = reading.frames.get(above.i) if above is not None else None
    return frame is not None and frame.negated and frame.token.lemma_.lower() in reading.known.words("bounding", "verbs")

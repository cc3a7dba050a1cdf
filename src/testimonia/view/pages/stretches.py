"""What the analyst ruled on stretches of a page ("this is a menu"), beside the paragraphs in which their words begin."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from testimonia.base.decisions import Decision
from testimonia.base.documents import Segment
from testimonia.base.spans import Span
from testimonia.view.pages.rulings import Ruled, Rulings, in_words

QUOTED = 60  # characters of the ruled words that are said


@dataclass(frozen=True, slots=True)
class RuledStretch:
    """A standing ruling with the words that it is about. `waits`: the case was built before it, and the next build takes it in."""

    ruled: Ruled
    words: str
    waits: bool


def ruled_stretches(
    rulings: Rulings, paths: Sequence[str], text: str, blocks: Sequence[Span], segments: Iterable[Segment]
) -> dict[int, tuple[RuledStretch, ...]]:
    """The standing rulings on a document's kinds of text, by the start of each block in which their words begin, oldest first."""
    if not blocks:
        return {}
    shown = Span(blocks[0].start, blocks[-1].end)
    listed = [one for one in rulings.standing if one.kind == "segment" and on_one_of(one, paths)]
    places = [list(occurrences(text, decision.targets[1], shown)) for decision in listed]
    latest = [-1] * (shown.end - shown.start)  # which ruling has the last word on each character
    for number, found in enumerate(places):
        for place in found:
            end = min(place.end, shown.end)
            latest[place.start - shown.start : end - shown.start] = [number] * (end - place.start)
    kinds = [segment for segment in segments if segment.end > shown.start and segment.start < shown.end]
    waiting = {
        number
        for segment in kinds
        for number in set(latest[max(0, segment.start - shown.start) : segment.end - shown.start])
        if number >= 0 and listed[number].value != segment.kind
    }
    beside: dict[int, list[RuledStretch]] = defaultdict(list)
    for number, (decision, found) in enumerate(zip(listed, places, strict=True)):
        stretch = RuledStretch(Ruled(decision, in_words(decision)), shortened(decision.targets[1]), number in waiting)
        for start in blocks_of(found, blocks):
            beside[start].append(stretch)
    return {start: tuple(held) for start, held in beside.items()}


def on_one_of(decision: Decision, paths: Sequence[str]) -> bool:
    """Whether a ruling is about words of one of these files."""
    return decision.table == "segments" and len(decision.targets) == 2 and decision.targets[0] in paths and bool(decision.targets[1])


def occurrences(text: str, words: str, shown: Span) -> Iterator[Span]:
    """Where the words begin in a stretch of the text, without overlap."""
    at = text.find(words, shown.start, shown.end + len(words))
    while 0 <= at < shown.end:
        yield Span(at, at + len(words))
        at = text.find(words, at + len(words), shown.end + len(words))


def blocks_of(places: Sequence[Span], blocks: Sequence[Span]) -> Iterator[int]:
    """The start of each block in which a place begins, or which is the next one behind it; both are in the order of the text."""
    at = 0
    for block in blocks:
        held = at
        while at < len(places) and places[at].start < block.end:
            at += 1
        if at > held:
            yield block.start


def shortened(words: str) -> str:
    """The words on one line, a long stretch by its beginning."""
    plain = " ".join(words[: QUOTED * 4].split())
    return plain if len(plain) <= QUOTED and len(words) <= QUOTED * 4 else f"{plain[:QUOTED].rstrip()} …"

"""The chain: which attribution stands inside the content of which."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from testimonia.base.extractions import Attribution
from testimonia.base.spans import Span

DEEPEST = 50  # holders looked at for one attribution


def linked(attributions: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """The attributions with their parents, in order of their content.

    The parent is the innermost one whose content holds this one's content, and its cue or source where it has any: "X said that Y
    denied it" puts Y's denial under X's statement.
    """
    ordered = sorted(attributions, key=lambda a: (a.content[0].start, -a.content[-1].end, a.cue or Span(0, 0), a.id))
    open_ones: list[Attribution] = []
    found: list[Attribution] = []
    for one in ordered:
        open_ones = [holder for holder in open_ones if holder.content[-1].end > one.content[0].start][-DEEPEST:]
        parent = next((holder for holder in reversed(open_ones) if holds(holder, one)), None)
        found.append(replace(one, parent=parent.id if parent is not None else None))
        open_ones.append(one)
    return tuple(found)


def holds(holder: Attribution, one: Attribution) -> bool:
    """Whether one attribution stands wholly inside the other's content."""
    voices = [span for span in (one.cue, one.source) if span is not None]
    if voices and not any(inside(holder, voice) for voice in voices):
        return False
    return size(holder) > size(one) and all(inside(holder, span) for span in one.content)


def inside(holder: Attribution, span: Span) -> bool:
    """Whether a span lies in one of the stretches of the holder's content."""
    return any(own.start - 1 <= span.start and span.end <= own.end + 1 for own in holder.content)


def size(attribution: Attribution) -> int:
    """The characters of a content."""
    return sum(span.end - span.start for span in attribution.content)

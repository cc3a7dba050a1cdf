"""One attribution as it is read in a language without a parser, and where it may not stand: in what is quoted."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from testimonia.base.spans import Span

REPORTED, QUOTED = "reported mood", "quotation"


@dataclass(frozen=True, slots=True)
class Said:
    """`reason` names the pattern; `voice` is who was heard last, for a quotation that names nobody."""

    source: Span | None
    cue: Span | None
    content: tuple[Span, ...]
    stance: str
    reason: str
    voice: Span | None = None


def inside(quotations: Sequence[Span], position: int) -> bool:
    """Whether a position lies in one of the quotations, which stand in order and apart."""
    at = bisect_right(quotations, position, key=lambda span: span.start) - 1
    return at >= 0 and position < quotations[at].end

"""One attribution as it is read in a language without a parser."""

from __future__ import annotations

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

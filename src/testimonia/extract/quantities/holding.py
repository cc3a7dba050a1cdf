"""Which stretches hold a span: attributions' contents, and zones that are closed to numbers."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from testimonia.base.extractions import Attribution

DEPTH = 64  # contents looked back at; deeper nesting than this is no human writing


class Holding:
    """The contents of an article's attributions, for finding the innermost one around a span."""

    def __init__(self, attributions: Sequence[Attribution]) -> None:
        spans = [(span.start, -span.end, attribution.id) for attribution in attributions for span in attribution.content]
        self.spans, self.by_id = sorted(spans), {one.id: one for one in attributions}
        self.starts = [start for start, _, _ in self.spans]

    def voice(self, start: int, end: int) -> Attribution | None:
        """The innermost attribution whose content holds the stretch."""
        return self.by_id.get(self.innermost(start, end) or "")

    def innermost(self, start: int, end: int) -> str | None:
        """The id of the innermost attribution whose content holds the stretch."""
        index = bisect_right(self.starts, start)
        best: tuple[int, str] | None = None
        for begin, minus_end, ident in reversed(self.spans[max(0, index - DEPTH) : index]):
            if -minus_end >= end and (best is None or -minus_end - begin < best[0]):
                best = (-minus_end - begin, ident)
        return best[1] if best else None


class Zones:
    """Stretches of a text, for asking whether a span meets one of them."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        self.starts: list[int] = []
        self.ends: list[int] = []
        for start, end in sorted(spans):
            if self.ends and start <= self.ends[-1]:
                self.ends[-1] = max(self.ends[-1], end)
            else:
                self.starts.append(start)
                self.ends.append(end)

    def meet(self, start: int, end: int) -> bool:
        """Whether the span shares a character with a zone."""
        index = bisect_right(self.starts, end - 1)
        return index > 0 and self.ends[index - 1] > start

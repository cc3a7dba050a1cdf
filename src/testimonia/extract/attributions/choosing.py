"""Which readings are kept: one a cue, none that says the same as a better one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from testimonia.base.spans import Span
from testimonia.extract.attributions.scene import Candidate

Scored = tuple[float, Candidate]
SAME = 0.8  # two contents that share this much of their union are one


def choose(cues: Iterable[Sequence[Scored]], accepted: float) -> list[Scored]:
    """The best reading of each cue when it reaches `accepted`; of readings with one content, the best of all. In order of the cues."""
    best = [max(readings, key=rank) for readings in cues if readings]
    kept = [scored for scored in best if scored[0] >= accepted]
    kept.sort(key=lambda scored: (hull_of(scored[1]), scored[1].cue.span))
    return sorted(without_doubles(kept), key=lambda scored: (scored[1].cue.span, hull_of(scored[1])))


def rank(scored: Scored) -> tuple[float, int, str]:
    """Higher is better; ties go to the longer content, then to the name of the construction."""
    return scored[0], sum(span.end - span.start for span in scored[1].content), scored[1].frame


def hull_of(candidate: Candidate) -> tuple[int, int]:
    """The stretch that the content lies in."""
    return candidate.content[0].start, candidate.content[-1].end


def without_doubles(kept: list[Scored]) -> list[Scored]:
    """Readings sorted by content, without those that a better one beside them says already."""
    found: list[Scored] = []
    for scored in kept:
        rivals = [index for index in range(max(0, len(found) - 6), len(found)) if alike(found[index][1].content, scored[1].content)]
        if not rivals:
            found.append(scored)
        elif all(found[index][0] < scored[0] for index in rivals):
            found[rivals[0]] = scored
    return found


def alike(a: tuple[Span, ...], b: tuple[Span, ...]) -> bool:
    """Whether two contents are as good as one."""
    shared = sum(x.overlap(y) for x in a for y in b)
    union = sum(s.end - s.start for s in a) + sum(s.end - s.start for s in b) - shared
    return union > 0 and shared >= SAME * union

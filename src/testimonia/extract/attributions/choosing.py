"""Which readings are kept: one a cue, none that says the same as a better one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from testimonia.base.spans import Span
from testimonia.extract.attributions.lexicon import STATED
from testimonia.extract.attributions.rules import plain
from testimonia.extract.attributions.scene import Candidate

Scored = tuple[float, Candidate]
DEEPEST = 20  # contents looked at around one cue
EASED = 0.6  # see `eased`
REPORTS = ("ccomp-right", "ccomp-joined", "ccomp-wide", "ccomp-conj", "ccomp-which", "ccomp-dash", "source-", "noun-acl", "noun-ccomp")
LEAST = 0.005  # a reading less likely than this adds nothing to others
SAME = 0.8  # two contents that share this much of their union are one


def pooled(readings: Sequence[Candidate], shares: Sequence[float]) -> list[float]:
    """The probability of each reading, half its own and half that of all readings that say as good as the same by the same source.

    Two readings that differ in a word or two share what is likely of both; alone each would lose to a likelier third or to nothing.
    """
    likely = [(reading, share) for reading, share in zip(readings, shares, strict=True) if share >= LEAST]
    together = []
    for reading, share in zip(readings, shares, strict=True):
        others = (other for near, other in likely if near is not reading and as_good(near, reading))
        together.append(share + sum(others) / 2)
    return together


def as_good(a: Candidate, b: Candidate) -> bool:
    """Whether two readings say as good as the same by the same source."""
    one_voice = a.source == b.source or (a.source is not None and b.source is not None and a.source.overlap(b.source) > 0)
    return one_voice and alike(a.content, b.content)


def choose(cues: Iterable[Sequence[Scored]], accepted: float, nested: float = 0.0) -> list[Scored]:
    """The best reading of each cue when it reaches `accepted`; of readings with one content, the best of all. In order of the cues.

    A cue inside the content of another reading must reach `nested`; one that plainly reports what somebody said, less (`EASED`).
    """
    best = [max(readings, key=rank) for readings in cues if readings]
    kept = [scored for scored in best if scored[0] >= accepted]
    kept.sort(key=lambda scored: (hull_of(scored[1]), scored[1].cue.span))
    kept = [scored for scored, held in zip(kept, inside_others(kept), strict=True) if not held or scored[0] >= nested * eased(scored[1])]
    return sorted(without_doubles(kept), key=lambda scored: (scored[1].cue.span, hull_of(scored[1])))


def eased(candidate: Candidate) -> float:
    """The share of the higher limit that a cue inside another content must reach: what somebody is said to have said needs less."""
    said = candidate.frame.startswith(REPORTS) and candidate.cue.stance in STATED
    return EASED if said or plain(candidate) else 1.0


def inside_others(kept: Sequence[Scored]) -> list[bool]:
    """Whether the cue of each reading (in the order of their contents) stands in the content of one before it."""
    found = []
    holders: list[Candidate] = []
    for _, candidate in kept:
        holders = [holder for holder in holders if holder.content[-1].end > candidate.content[0].start][-DEEPEST:]
        found.append(any(span.holds(candidate.cue.span) for holder in holders for span in holder.content))
        holders.append(candidate)
    return found


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
        rivals = [index for index in range(max(0, len(found) - 6), len(found)) if doubles(found[index][1], scored[1])]
        if not rivals:
            found.append(scored)
        elif all(found[index][0] < scored[0] for index in rivals):
            found[rivals[0]] = scored
    return found


def doubles(a: Candidate, b: Candidate) -> bool:
    """Whether two readings say one thing twice: not when one voice reports another, however little that adds ("said the port fears …")."""
    return alike(a.content, b.content) and not reports(a, b) and not reports(b, a)


def reports(holder: Candidate, one: Candidate) -> bool:
    """Whether a cue stands in what another cue attributes and is not the same voice again ("said she feared …")."""
    again = any(child.pos_ == "PRON" and child.dep_ in ("nsubj", "nsubjpass") for child in one.cue.token.children)
    verb = one.cue.word_class == "verb" and one.source is not None
    return verb and not again and any(span.holds(one.cue.span) for span in holder.content)


def alike(a: tuple[Span, ...], b: tuple[Span, ...]) -> bool:
    """Whether two contents are as good as one."""
    shared = sum(x.overlap(y) for x in a for y in b)
    union = sum(s.end - s.start for s in a) + sum(s.end - s.start for s in b) - shared
    return union > 0 and shared >= SAME * union

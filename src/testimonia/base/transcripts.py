"""Transcripts of recordings, as players show them: the time within the recording on a line, what is said below it, without full stops."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

TIME, TIME_CHARS = re.compile(r"(?:(\d{1,2}):)?(\d{1,3}):(\d\d)"), 9
SPELT = re.compile(r"\d{1,3}\s[^\W\d_]+(?:,?\s\d{1,2}\s[^\W\d_]+){0,2}")  # "4 seconds", "1 minute, 2 seconds": the time once more
LEAST, STEP = 4, 30  # times that make a transcript, and seconds from one to the next, mostly


def spoken(lines: Sequence[str]) -> frozenset[int]:
    """The places of the lines of a transcript that hold what is said; none where a page shows none. The times of a live page lie further
    apart.
    """
    short = [place for place, line in enumerate(lines) if len(line) <= TIME_CHARS and line[0].isdigit()]
    if len(short) < LEAST:
        return frozenset()
    times = [(place, at) for place in short if (at := seconds(lines[place])) is not None]
    steps = [(after[0], after[1] - before[1]) for before, after in pairwise(times)]
    if len(times) < LEAST or median(step for _, step in steps) > STEP or sum(step < 0 for _, step in steps) * LEAST > len(steps):
        return frozenset()
    return frozenset(below for place, _ in times if (below := words_below(lines, place)) is not None)


def words_below(lines: Sequence[str], place: int) -> int | None:
    """The place of what is said at a time: the next line, past the time in words; none where the next time stands there."""
    for below in range(place + 1, min(place + 3, len(lines))):
        if not SPELT.fullmatch(lines[below]):
            return below if seconds(lines[below]) is None else None
    return None


def seconds(line: str) -> int | None:
    """The seconds of a time within a recording that a line is and nothing else."""
    found = TIME.fullmatch(line) if len(line) <= TIME_CHARS and line[0].isdigit() else None
    return int(found[1] or 0) * 3600 + int(found[2]) * 60 + int(found[3]) if found else None

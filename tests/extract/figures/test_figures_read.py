"""The marked sentences, read; what is still read wrongly is written down in `known.txt`, a line each, and held to it both ways."""

from __future__ import annotations

import pytest

from tests.extract.figures.reading import HERE, Found, Held, Line, held, lines
from tests.extract.figures_kit import read

FLOORS = {  # span F and value F of the lines that were held out
    ("english.txt", "q"): (0.92, 0.88),
    ("english.txt", "t"): (0.90, 0.80),
    ("others.txt", "q"): (0.92, 0.88),
    ("others.txt", "t"): (0.90, 0.80),
}


def found(line: Line) -> list[Found]:
    taken = read(line.text, published=line.published, language=line.language)
    quantities = [Found(q.start, q.end, "q", q.low, q.high, q.unit) for q in taken.quantities]
    return quantities + [Found(time.start, time.end, "t", value=time.value) for time in taken.times]


@pytest.mark.parametrize("name", ["english.txt", "others.txt"])
def test_marked_sentences(name: str) -> None:
    listed = [(line, found(line)) for line in lines(name)]
    wrong = [f"{name} {text}" for line, taken in listed for kind in "qt" for text in held(line, taken, kind).wrong]
    known = [row for row in (HERE / "known.txt").read_text(encoding="utf-8").splitlines() if row.startswith(name)]
    assert wrong == known
    for kind in "qt":
        got = [held(line, taken, kind) for line, taken in listed if line.held_out]
        span, value = measure(got)
        assert span >= FLOORS[name, kind][0] and value >= FLOORS[name, kind][1], (kind, span, value)


def measure(got: list[Held]) -> tuple[float, float]:
    """Span F and value F over some lines."""
    both = sum(each.wanted + each.found for each in got)
    return 2 * sum(each.spans for each in got) / both, 2 * sum(each.values for each in got) / both

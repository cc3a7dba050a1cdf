"""Short invented matters in varied wording, with look-alikes; their answers were marked before they were read.

A matter begins with `== name`, its questions with `?` (name, kind, and `negative` for a look-alike), its pages with `---`, their date and,
but for English, their language.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from tests.link.disagree.case_of import Case
from tests.link.disagree.invented import Asked, Matter, Place, Tally, unmarked

FOLDER = Path(__file__).parent / "short"
# recall of figures, dates and places, and of the rest; at first sight the third file was found at .36, the next two at .23, the sixth at
# .27, the seventh at .29, the eighth at .26, the eleventh at .41, the twelfth at .26, the thirteenth at .20, tongues, in many languages,
# at .26 and its other half at .23. Rules were made after reading every one of them: what they reach now is no figure of unseen material
FLOORS = {
    "news": (0.85, 0.8),
    "further": (0.76, 0.75),
    "third": (0.67, 0.87),
    "fourth": (0.72, 1.0),
    "fifth": (0.87, 1.0),
    "sixth": (0.66, 0.5),
    "seventh": (0.76, 0.66),
    "eighth": (0.76, 0.69),
    "ninth": (0.5, 0.0),
    "tenth": (0.57, 0.14),
    "eleventh": (0.7, 0.0),
    "twelfth": (0.4, 0.0),
    "thirteenth": (0.26, 0.0),
    "deeds": (0.0, 0.37),
    "deeds-unseen": (0.0, 0.56),
    "tongues": (0.66, 0.0),
    "tongues-unseen": (0.68, 0.0),
}


def matters(path: Path) -> Iterator[tuple[Matter, list[tuple[str, ...]]]]:
    """The matters of a file, each with its texts and their dates."""
    for block in re.split(r"^== ", path.read_text(encoding="utf-8"), flags=re.M)[1:]:
        head, *pages = re.split(r"^--- ", block, flags=re.M)
        name, *asked = head.strip().splitlines()
        texts, answers = [], defaultdict(lambda: defaultdict(list))  # type: ignore[var-annotated]
        for number, page in enumerate(pages):
            head, marked = page.strip().split("\n", 1)
            text, marks = unmarked(marked)
            texts.append((text, *head.split()))
            for question, value, start, end in marks:
                answers[question][value].append((f"{number}.txt", start, end))
        yield Matter(name, {f"{n}.txt": text for n, (text, *_) in enumerate(texts)}, tuple(questions(asked, answers))), texts


def questions(lines: list[str], answers: dict[str, dict[str, list[Place]]]) -> Iterator[Asked]:
    """The questions to which two answers at least are marked."""
    for name, kind, *flags in (line[2:].split() for line in lines):
        if len(answers[name]) > 1:
            yield Asked(name, kind, True, "negative" in flags, {value: tuple(places) for value, places in answers[name].items()})


@cache
def tally(path: Path) -> Tally:
    """What was found of what was asked in a file of matters."""
    whole = Tally.empty()
    for matter, texts in matters(path):
        whole.add(matter, Case(*texts).disagreements(), {f"d{n}": f"{n}.txt" for n in range(len(texts))})
    return whole


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.txt")), ids=lambda path: path.stem)
def test_varied_wording_is_set_side_by_side(path: Path) -> None:
    found = tally(path)
    numeric, other = FLOORS[path.stem]
    assert found.recall("numeric") >= numeric, "\n".join(found.lines())
    assert found.recall("other") >= other, "\n".join(found.lines())


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.txt")), ids=lambda path: path.stem)
def test_what_is_shown_of_short_matters_is_right(path: Path) -> None:
    found = tally(path)
    assert found.right >= 0.8 * found.shown and not found.false, "\n".join(found.lines())

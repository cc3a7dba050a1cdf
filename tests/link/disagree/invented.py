"""Invented matters as test data: pages whose answers are marked in the text, read into plain pages and gold rows, and held against a case.

A mark `⟦toll=11|Eleven people died⟧` says that these words answer the question `toll` with 11. Words may answer several
questions (`toll,not-women=11`); one that is marked `negative` is a look-alike: its answers are no disagreement.
"""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from testimonia.base.links import Disagreement

FOLDER = Path(__file__).parent / "matters"
MARK = re.compile(r"⟦([a-z,-]+)=([^|⟧]+)\|([^⟧]+)⟧")
NUMERIC = ("number", "date", "place")
Place = tuple[str, int, int]


@dataclass(frozen=True)
class Asked:
    """A gold question: its answers as places in pages."""

    name: str
    kind: str
    hard: bool
    negative: bool
    answers: Mapping[str, tuple[Place, ...]]


@dataclass(frozen=True)
class Matter:
    """One invented matter."""

    name: str
    pages: Mapping[str, str]
    asked: tuple[Asked, ...]


def matters() -> list[Matter]:
    """All invented matters, by name."""
    return [read(path) for path in sorted(FOLDER.glob("*.toml"))]


def read(path: Path) -> Matter:
    """A matter out of its file."""
    raw = tomllib.loads(path.read_text(encoding="utf-8"))
    pages: dict[str, str] = {}
    answers: dict[str, dict[str, list[Place]]] = defaultdict(lambda: defaultdict(list))
    for page in raw["pages"]:
        text, marks = unmarked(page["text"].lstrip("\n"))
        pages[page["path"]] = text
        for question, value, start, end in marks:
            answers[question][value].append((page["path"], start, end))
    asked = tuple(
        Asked(
            name, entry["kind"], bool(entry.get("hard")), bool(entry.get("negative")),
            {value: tuple(places) for value, places in answers[name].items()},
        )
        for name, entry in raw["questions"].items()
    )  # fmt: skip
    lone = sorted({*answers} ^ {*raw["questions"]}) + [row.name for row in asked if len(row.answers) < 2]
    if lone:
        raise ValueError(f"{path.name}: questions without two answers, or answers without a question: {', '.join(lone)}")
    return Matter(path.stem, pages, asked)


def unmarked(text: str) -> tuple[str, list[tuple[str, str, int, int]]]:
    """The text without its marks, and the marks with their places in it."""
    parts, marks, at, length = [], [], 0, 0
    for match in MARK.finditer(text):
        before, words = text[at : match.start()], match.group(3)
        length += len(before)
        marks += [(question, match.group(2), length, length + len(words)) for question in match.group(1).split(",")]
        parts += [before, words]
        length += len(words)
        at = match.end()
    return "".join([*parts, text[at:]]), marks


def touches(asked: Asked, row: Disagreement, paths: Mapping[str, str]) -> bool:
    """Whether a question that is shown keeps two of the gold's answers apart."""
    links = {
        (value, index)
        for index, answer in enumerate(row.answers)
        for claim in answer.claims
        for value, places in asked.answers.items()
        for path, start, end in places
        if paths[claim.document] == path and claim.start < end and start < claim.end
    }
    return any(a[0] != b[0] and a[1] != b[1] for a in links for b in links)


@dataclass
class Tally:
    """What was found of what was asked, over some matters."""

    found: dict[str, list[str]]
    missed: dict[str, list[str]]
    false: list[str]
    shown: int = 0
    right: int = 0

    @classmethod
    def empty(cls) -> Tally:
        """Nothing yet."""
        return cls(defaultdict(list), defaultdict(list), [])

    def add(self, matter: Matter, rows: Iterable[Disagreement], paths: Mapping[str, str]) -> None:
        """Count one matter's questions."""
        listed = list(rows)
        hits: set[str] = set()
        for asked in matter.asked:
            touching = {row.id for row in listed if touches(asked, row, paths)}
            if asked.negative:
                self.false += [f"{matter.name}:{asked.name}"] * bool(touching)
                continue
            hits |= touching
            (self.found if touching else self.missed)[group(asked.kind)].append(f"{matter.name}:{asked.name}")
        self.shown += len(listed)
        self.right += len(hits)

    def recall(self, kinds: str) -> float:
        """The share found of a group of kinds: `numeric` (number, date, place) or `other`."""
        found = len(self.found[kinds])
        return found / max(1, found + len(self.missed[kinds]))

    def lines(self) -> Iterator[str]:
        """The tally in words."""
        for kinds in ("numeric", "other"):
            yield f"{kinds}: {len(self.found[kinds])} of {len(self.found[kinds]) + len(self.missed[kinds])}; missed {self.missed[kinds]}"
        yield f"shown {self.shown}, in the gold {self.right}, false alarms {self.false}"


def group(kind: str) -> str:
    """Number, date and place are measured together, and the rest."""
    return "numeric" if kind in NUMERIC else "other"

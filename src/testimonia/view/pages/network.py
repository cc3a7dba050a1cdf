"""The network: who speaks about whom. Each number leads to its lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from testimonia.view.pages.faceted import kept
from testimonia.view.pages.shelf import Shelf

MOST = 14
LINKS = 60


@dataclass(frozen=True, slots=True)
class Tie:
    """How many lines one entity has in which another is mentioned."""

    speaker: str
    speaker_name: str
    about: str
    about_name: str
    lines: int


@dataclass(frozen=True, slots=True)
class Point:
    """One name in the drawing, with its place (in units of the drawing)."""

    id: str
    name: str
    y: int
    lines: int


@dataclass(frozen=True, slots=True)
class Bond:
    """One line of the drawing: from a speaker on the left to the one spoken about on the right."""

    y1: int
    y2: int
    width: float
    tie: Tie


@dataclass(frozen=True, slots=True)
class Network:
    """The ties, most lines first, and a drawing of the strongest."""

    ties: tuple[Tie, ...]
    total: int
    left: tuple[Point, ...]
    right: tuple[Point, ...]
    bonds: tuple[Bond, ...]
    height: int


def network(shelf: Shelf) -> Network:
    """Who speaks about whom in the whole case."""
    return shelf.once("network", weave)


def weave(shelf: Shelf) -> Network:
    """Count the ties and lay out the strongest."""
    found = kept(shelf)
    speaker, about = found.columns["speaker"], found.columns["about"]
    counted: Counter[tuple[str, str]] = Counter()
    for row, code in zip(about.rows.tolist(), about.codes.tolist(), strict=True):
        said = speaker.keys[int(speaker.codes[row])]
        if not said.startswith("=") and said != about.keys[code]:
            counted[(said, about.keys[code])] += 1
    ranked = sorted(counted.items(), key=lambda item: (-item[1], item[0]))
    ties = tuple(Tie(a, shelf.entity_name(a) or a, b, shelf.entity_name(b) or b, n) for (a, b), n in ranked[:LINKS])
    return drawn(ties, len(ranked))


def drawn(ties: tuple[Tie, ...], total: int) -> Network:
    """The drawing of the strongest ties: speakers on the left, those spoken about on the right."""
    held = strongest(ties)
    left, right = points(tally(held, "speaker")), points(tally(held, "about"))
    where = ({p.id: p.y for p in left}, {p.id: p.y for p in right})
    most = max((tie.lines for tie in held), default=1)
    bonds = tuple(Bond(where[0][tie.speaker], where[1][tie.about], round(1 + 7 * tie.lines / most, 2), tie) for tie in held)
    return Network(ties, total, left, right, bonds, 34 * max(len(left), len(right), 1) + 20)


def strongest(ties: tuple[Tie, ...]) -> list[Tie]:
    """The ties with most lines, as many as there is room for names on both sides."""
    held: list[Tie] = []
    sides: tuple[set[str], set[str]] = (set(), set())
    for tie in ties:
        if len(sides[0] | {tie.speaker}) <= MOST and len(sides[1] | {tie.about}) <= MOST:
            sides[0].add(tie.speaker)
            sides[1].add(tie.about)
            held.append(tie)
    return held


def tally(ties: Iterable[Tie], side: str) -> Counter[tuple[str, str]]:
    """How many lines each name of one side has."""
    counted: Counter[tuple[str, str]] = Counter()
    for tie in ties:
        counted[(getattr(tie, side), getattr(tie, side + "_name"))] += tie.lines
    return counted


def points(counted: Counter[tuple[str, str]]) -> tuple[Point, ...]:
    """The names of one side, most lines first, one below the other."""
    ranked = sorted(counted.items(), key=lambda item: (-item[1], item[0][1].casefold(), item[0][0]))
    return tuple(Point(id, name, 30 + 34 * at, lines) for at, ((id, name), lines) in enumerate(ranked))

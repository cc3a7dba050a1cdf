"""The network: who speaks about whom, which outlet gives words to whom, who cites or reprints whom. Each number leads to its lines."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from testimonia.view.pages.faceted import kept
from testimonia.view.pages.shelf import Shelf
from testimonia.view.pages.voices import outlet_of, said

MOST = 14
LINKS = 60
HELD = 5
KINDS = {
    "about": ("Who speaks about whom", "those who are given words", "those who are mentioned in these words", "lines"),
    "voices": ("Which outlet gives words to whom", "outlets", "those whose words they give", "lines"),
    "cites": ("Who cites or reprints whom", "outlets", "the outlets and authors that they name or took a text from", "articles"),
}
Pair = tuple[tuple[str, str], tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Tie:
    """How often one is tied to another. `articles` holds the first articles in which they are, where no line of the ledger says it."""

    left: str
    left_name: str
    right: str
    right_name: str
    lines: int
    articles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Point:
    """One name in the drawing, with its place (in units of the drawing)."""

    id: str
    name: str
    y: int
    lines: int


@dataclass(frozen=True, slots=True)
class Bond:
    """One line of the drawing, from left to right."""

    y1: int
    y2: int
    width: float
    tie: Tie


@dataclass(frozen=True, slots=True)
class Network:
    """The ties of one kind (`about`, `voices`, `cites`), the strongest first, and a drawing of the strongest."""

    kind: str
    title: str
    left_words: str
    right_words: str
    counted: str
    ties: tuple[Tie, ...]
    total: int
    left: tuple[Point, ...]
    right: tuple[Point, ...]
    bonds: tuple[Bond, ...]
    height: int


def network(shelf: Shelf, kind: str = "about") -> Network:
    """The ties of a kind in the whole case."""
    weave = {"voices": given_words, "cites": cited}.get(kind, spoken_about)
    return shelf.once(f"network {weave.__name__}", lambda held: drawn(kind if kind in KINDS else "about", *weave(held)))


def spoken_about(shelf: Shelf) -> tuple[tuple[Tie, ...], int]:
    """Who speaks about whom, in lines."""
    found = kept(shelf)
    speaker, about = found.columns["speaker"], found.columns["about"]
    pairs = (
        ((speaker.keys[said], speaker.labels[said]), (about.keys[code], about.labels[code]))
        for row, code in zip(about.rows.tolist(), about.codes.tolist(), strict=True)
        if not speaker.keys[said := int(speaker.codes[row])].startswith("=") and speaker.keys[said] != about.keys[code]
    )
    return ranked(Counter(pairs), {})


def given_words(shelf: Shelf) -> tuple[tuple[Tie, ...], int]:
    """Which outlet gives words to whom, in lines."""
    found = kept(shelf)
    outlet, speaker = found.columns["outlet"], found.columns["speaker"]
    pairs = (
        ((outlet.keys[at], outlet.labels[at]), (speaker.keys[code], speaker.labels[code]))
        for at, code in zip(outlet.codes.tolist(), speaker.codes.tolist(), strict=True)
        if not speaker.keys[code].startswith("=")
    )
    return ranked(Counter(pairs), {})


def cited(shelf: Shelf) -> tuple[tuple[Tie, ...], int]:
    """Which outlet names or reprints which other outlet or author, in articles: by the copy trees, their credits and the footnotes."""
    articles: dict[Pair, dict[str, None]] = defaultdict(dict)
    for article, name in (*credits(shelf), *footnotes(shelf)):
        own = outlet_of(shelf.articles[article])
        if own and name and own != name:
            articles[((own, own), (name, name))][article] = None
    return ranked(Counter({pair: len(held) for pair, held in articles.items()}), {pair: tuple(held) for pair, held in articles.items()})


def credits(shelf: Shelf) -> Iterator[tuple[str, str | None]]:
    """Each article with the outlet or author that it took its text from."""
    for child in sorted(shelf.stemma.keys() & shelf.articles.keys()):
        for edge in shelf.stemma[child]:
            parent = shelf.articles.get(edge.parent) if edge.parent else None
            lost = edge.not_held
            yield child, outlet_of(parent) or (said(parent.author) if parent else lost and (lost.outlet or lost.author)) or None


def footnotes(shelf: Shelf) -> Iterator[tuple[str, str | None]]:
    """Each article with the outlets or authors that its footnotes name."""
    for citation in shelf.rows("citations"):
        if citation.article in shelf.articles:
            yield citation.article, citation.work.outlet or citation.work.author


def ranked(counted: Counter[Pair], articles: dict[Pair, tuple[str, ...]]) -> tuple[tuple[Tie, ...], int]:
    """The strongest ties, and how many there are."""
    listed = sorted(counted.items(), key=lambda item: (-item[1], item[0]))
    return tuple(Tie(*pair[0], *pair[1], count, articles.get(pair, ())[:HELD]) for pair, count in listed[:LINKS]), len(listed)


def drawn(kind: str, ties: tuple[Tie, ...], total: int) -> Network:
    """The drawing of the strongest ties."""
    held = strongest(ties)
    left, right = points(tally(held, "left")), points(tally(held, "right"))
    where = ({p.id: p.y for p in left}, {p.id: p.y for p in right})
    most = max((tie.lines for tie in held), default=1)
    bonds = tuple(Bond(where[0][tie.left], where[1][tie.right], round(1 + 7 * tie.lines / most, 2), tie) for tie in held)
    return Network(kind, *KINDS[kind], ties, total, left, right, bonds, 34 * max(len(left), len(right), 1) + 20)


def strongest(ties: tuple[Tie, ...]) -> list[Tie]:
    """The strongest ties, as many as there is room for names on both sides."""
    held: list[Tie] = []
    sides: tuple[set[str], set[str]] = (set(), set())
    for tie in ties:
        if len(sides[0] | {tie.left}) <= MOST and len(sides[1] | {tie.right}) <= MOST:
            sides[0].add(tie.left)
            sides[1].add(tie.right)
            held.append(tie)
    return held


def tally(ties: Iterable[Tie], side: str) -> Counter[tuple[str, str]]:
    """How much each name of one side has."""
    counted: Counter[tuple[str, str]] = Counter()
    for tie in ties:
        counted[(getattr(tie, side), getattr(tie, side + "_name"))] += tie.lines
    return counted


def points(counted: Counter[tuple[str, str]]) -> tuple[Point, ...]:
    """The names of one side, most lines first, one below the other."""
    listed = sorted(counted.items(), key=lambda item: (-item[1], item[0][1].casefold(), item[0][0]))
    return tuple(Point(id, name, 30 + 34 * at, lines) for at, ((id, name), lines) in enumerate(listed))

"""The ledger: who → said what → on whose word → where, grouped by the one who speaks, by article, by stance."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from testimonia.base.extractions import STANCES
from testimonia.view.pages.shelf import Shelf
from testimonia.view.pages.voices import UNNAMED, Line, line

STANCE_WORDS = {
    "say": "says",
    "claim": "claims",
    "deny": "denies",
    "accuse": "accuses",
    "believe": "believes",
    "reveal": "reveals",
    "promise": "promises",
    "demand": "demands",
    "ask": "asks",
    "other": "otherwise",
}


@dataclass(frozen=True, slots=True)
class Group:
    """Lines that belong together. `total` counts all of them; `lines` holds those that are shown."""

    key: str
    name: str
    entity: str | None
    total: int
    stances: tuple[tuple[str, int], ...]
    articles: int
    lines: tuple[Line, ...]

    @property
    def left_out(self) -> int:
        """How many lines are counted and not shown."""
        return self.total - len(self.lines)


@dataclass(frozen=True, slots=True)
class Ledger:
    """All lines, in three groupings. The lines themselves stand under `speakers`; the other two point at them."""

    total: int
    shown: int
    speakers: tuple[Group, ...]
    articles: tuple[Group, ...]
    stances: tuple[Group, ...]


def lines(shelf: Shelf) -> list[Line]:
    """Every attribution as a line, in the order of the documents."""
    ordered = sorted(shelf.attributions.values(), key=lambda a: (a.document, a.content[0] if a.content else a.cue or (0, 0), a.id))
    return [line(shelf, record) for record in ordered]


def ledger(shelf: Shelf, *, most: int, each: int) -> Ledger:
    """At most `most` lines in all and `each` of one speaker; whoever speaks most comes first, those without a name last."""
    found = lines(shelf)
    by_speaker = groups(found, lambda item: (item.group, item.who, item.entity))
    speakers = sorted(by_speaker, key=lambda g: (g.name == UNNAMED, g.entity is None, -g.total, g.name.casefold(), g.key))
    kept = capped(speakers, most, each)
    shown = {item.id for group in kept for item in group.lines}
    pointing = [item for item in found if item.id in shown]
    return Ledger(
        total=len(found),
        shown=len(shown),
        speakers=kept,
        articles=with_totals(groups(pointing, lambda item: (item.article, shelf.title(item.article), None)), found),
        stances=tuple(
            sorted(groups(pointing, lambda item: (item.stance, STANCE_WORDS.get(item.stance, item.stance), None)), key=stance_order)
        ),
    )


def stance_order(group: Group) -> tuple[int, str]:
    """The order in which the stances are declared."""
    return (STANCES.index(group.key) if group.key in STANCES else len(STANCES), group.key)


def groups(found: Iterable[Line], key: Callable[[Line], tuple[str, str, str | None]]) -> tuple[Group, ...]:
    """The lines by key, in the order in which the keys first come."""
    held: dict[str, list[Line]] = defaultdict(list)
    heads: dict[str, tuple[str, str, str | None]] = {}
    for item in found:
        head = key(item)
        heads.setdefault(head[0], head)
        held[head[0]].append(item)
    return tuple(group(heads[name], listed) for name, listed in held.items())


def group(head: tuple[str, str, str | None], listed: list[Line]) -> Group:
    """One group of lines."""
    counted = Counter(item.stance for item in listed)
    return Group(
        *head,
        total=len(listed),
        stances=tuple(sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))),
        articles=len({item.article for item in listed}),
        lines=tuple(listed),
    )


def capped(listed: Iterable[Group], most: int, each: int) -> tuple[Group, ...]:
    """The groups with as many lines as there is room for."""
    kept, room = [], most
    for found in listed:
        taken = found.lines[: min(each, room)]
        room -= len(taken)
        kept.append(Group(found.key, found.name, found.entity, found.total, found.stances, found.articles, taken))
    return tuple(kept)


def with_totals(shown: Iterable[Group], found: Iterable[Line]) -> tuple[Group, ...]:
    """The groups by article with the number of all lines of the article, most first."""
    totals = Counter(item.article for item in found)
    counted = [Group(g.key, g.name, g.entity, totals[g.key], g.stances, g.articles, g.lines) for g in shown]
    return tuple(sorted(counted, key=lambda g: (-g.total, g.name, g.key)))

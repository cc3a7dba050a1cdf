"""The ledger: who → said what → on whose word → where, grouped by the one who speaks, by article, by stance."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from testimonia.base.extractions import STANCES
from testimonia.view.pages.columns import columns
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
    "other": "other words",
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


def ledger(shelf: Shelf, *, most: int, each: int) -> Ledger:
    """At most `most` lines in all and `each` of one speaker; whoever speaks most comes first, those without a name last."""
    speakers = capped(shelf, ranked(speakers_of(shelf)), most, each)
    shown = [item for group in speakers for item in group.lines]
    by_stance = groups(shown, lambda item: (item.stance, STANCE_WORDS.get(item.stance, item.stance), None))
    return Ledger(
        total=len(shelf.attributions),
        shown=len(shown),
        speakers=speakers,
        articles=with_totals(shelf, groups(shown, lambda item: (item.article, shelf.title(item.article), None))),
        stances=tuple(sorted(by_stance, key=stance_order)),
    )


def speakers_of(shelf: Shelf) -> list[tuple[str, str, list[str]]]:
    """Key, name and the ids of the lines of each speaker, in the order of the documents; no line is made yet."""
    found = shelf.once("columns", columns)
    column = found.columns["speaker"]
    ids: dict[int, list[str]] = defaultdict(list)
    for row, code in zip(column.rows.tolist(), column.codes.tolist(), strict=True):
        ids[code].append(found.ids[row])
    return [(column.keys[code], column.labels[code], listed) for code, listed in ids.items()]


def ranked(speakers: Iterable[tuple[str, str, list[str]]]) -> list[tuple[str, str, list[str]]]:
    """Those resolved to somebody first, then most lines, then by name."""
    return sorted(speakers, key=lambda s: (s[1] == UNNAMED, s[0].startswith("="), -len(s[2]), s[1].casefold(), s[0]))


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


def capped(shelf: Shelf, speakers: Iterable[tuple[str, str, list[str]]], most: int, each: int) -> tuple[Group, ...]:
    """Each speaker's group with as many lines as there is room for; only these are made."""
    kept, room = [], most
    for key, name, ids in speakers:
        taken = ids[: min(each, room)]
        room -= len(taken)
        records = [shelf.attributions[id] for id in ids]
        counted = Counter(record.stance for record in records)
        stances = tuple(sorted(counted.items(), key=lambda pair: (-pair[1], pair[0])))
        articles = len({record.article for record in records})
        made = tuple(line(shelf, shelf.attributions[id]) for id in taken)
        kept.append(Group(key, name, None if key.startswith("=") else key, len(ids), stances, articles, made))
    return tuple(kept)


def with_totals(shelf: Shelf, shown: Iterable[Group]) -> tuple[Group, ...]:
    """The groups by article with the number of all lines of the article, most first."""
    totals = Counter(record.article for record in shelf.attributions.values())
    counted = [Group(g.key, g.name, g.entity, totals[g.key], g.stances, g.articles, g.lines) for g in shown]
    return tuple(sorted(counted, key=lambda g: (-g.total, g.name, g.key)))

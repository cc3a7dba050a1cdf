"""People, organisations and the rest: all names of each, and which outlet uses which."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from testimonia.base.extractions import ENTITY_TYPES
from testimonia.base.links import Entity, EntityLink, Naming
from testimonia.base.phrases import function_words
from testimonia.view.pages.shelf import Shelf
from testimonia.view.pages.voices import outlet_of

NO_OUTLET = "(outlet not known)"
DESCRIBED = "described"
TYPE_WORDS = {
    "person": "People",
    "organisation": "Organisations",
    "place": "Places",
    "group": "Peoples and groups",
    "work": "Books, films, laws, articles",
    "event": "Events",
    "other": "Others",
    DESCRIBED: "Known by a description only",
}


@dataclass(frozen=True, slots=True)
class NameRow:
    """One name: how often each outlet uses it, in its own voice and in the words of others; loading is a property of the word.

    `by_origin` counts copies of one text once.
    """

    name: str
    loading: str
    reason: str
    counts: tuple[tuple[str, int], ...]
    total: int
    articles: int
    origins: int
    quoted: int
    by_origin: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Who:
    """An entity with its names, who uses which, and why the names were brought together."""

    id: str
    type: str
    name: str
    names: tuple[str, ...]
    mentions: int
    articles: int
    says: int
    rows: tuple[NameRow, ...]
    outlets: tuple[str, ...]
    links: tuple[EntityLink, ...]
    warning: str
    described: bool

    @property
    def others(self) -> tuple[str, ...]:
        """The names beside the main one, most used first; those that differ only in capitals or an article before them come once."""
        used = {row.name: row.total for row in self.rows}
        found: dict[str, str] = {}
        for name in sorted(self.names, key=lambda name: (-used.get(name, 0), name)):
            found.setdefault(bare(name), name)
        return tuple(name for folded, name in found.items() if folded != bare(self.name))


def bare(name: str) -> str:
    """A name in small letters without the small words before it ("the mayor", "der Minister")."""
    words = name.casefold().split()
    while len(words) > 1 and words[0] in function_words():
        words.pop(0)
    return " ".join(words)


@dataclass(frozen=True, slots=True)
class Kind:
    """All entities of one type. `total` counts all; `entities` holds those that are shown."""

    type: str
    title: str
    total: int
    entities: tuple[Who, ...]


def kinds(shelf: Shelf, *, most: int) -> tuple[Kind, ...]:
    """Every type that the case holds, with its most mentioned entities; last, whoever and whatever is only described."""
    grouped: dict[str, list[Who]] = {type: [] for type in (*ENTITY_TYPES, DESCRIBED)}
    for who in everybody(shelf):
        grouped[DESCRIBED if who.described else who.type].append(who)
    return tuple(Kind(type, TYPE_WORDS[type], len(listed), tuple(listed[:most])) for type, listed in grouped.items() if listed)


def everybody(shelf: Shelf) -> tuple[Who, ...]:
    """Every entity, made once for a shelf: those with a name first, most mentioned first."""
    return shelf.once("everybody", who_is_who)


def who_is_who(shelf: Shelf) -> tuple[Who, ...]:
    """Every entity: those with a name before those only described, most mentioned first."""
    mentions = Counter(shelf.case.arrow("mention_entities", ["entity"]).column("entity").to_pylist())
    namings: dict[str, list[Naming]] = defaultdict(list)
    for naming in shelf.rows("namings"):
        if not naming.bare and naming.voice != "aside":  # a form that only adds an article is counted in the bare name
            namings[naming.entity].append(naming)
    links: dict[str, list[EntityLink]] = defaultdict(list)
    for link in shelf.rows("entity_links"):
        links[link.entity or ""].append(link)
    shelf.named_in.every()
    says = Counter(shelf.entity_at(a.document, span) for a in shelf.attributions.values() if (span := a.speaker or a.source))
    found = [
        who(shelf, entity, (mentions[entity.id], says[entity.id]), namings[entity.id], links[entity.id])
        for entity in shelf.entities.values()
    ]
    return tuple(sorted(found, key=lambda w: (w.described, -w.mentions, w.name.casefold(), w.id)))


def who(shelf: Shelf, entity: Entity, counted: tuple[int, int], namings: list[Naming], links: list[EntityLink]) -> Who:
    """One entity."""
    rows = name_rows(shelf, namings)
    return Who(
        id=entity.id,
        type=entity.type,
        name=entity.name,
        names=entity.names,
        mentions=counted[0],
        articles=len({naming.article for naming in namings}),
        says=counted[1],
        rows=rows,
        outlets=tuple(sorted({outlet for row in rows for outlet, _ in row.counts})),
        links=tuple(sorted(links, key=lambda link: (link.verdict, link.a, link.b, link.id))),
        warning=entity.warning,
        described=entity.described,
    )


def name_rows(shelf: Shelf, namings: Iterable[Naming]) -> tuple[NameRow, ...]:
    """The names of one entity, most used first, each counted by outlet."""
    by_name: dict[str, list[Naming]] = defaultdict(list)
    for naming in namings:
        by_name[naming.name].append(naming)
    rows = [name_row(shelf, name, used) for name, used in by_name.items()]
    return tuple(sorted(rows, key=lambda row: (-row.total, row.name)))


def name_row(shelf: Shelf, name: str, used: list[Naming]) -> NameRow:
    """One name with its counts."""
    counts: Counter[str] = Counter()
    origins: dict[str, set[str]] = defaultdict(set)
    for naming in used:
        outlet = outlet_of(shelf.articles.get(naming.article)) or NO_OUTLET
        counts[outlet] += naming.count
        origins[outlet].add(shelf.origin_of.get(naming.article, naming.article))
    return NameRow(
        name=name,
        loading=next((n.loading for n in used if n.loading != "neutral"), "neutral"),
        reason=next((n.reason for n in used if n.reason), ""),
        counts=tuple(sorted(counts.items())),
        total=sum(counts.values()),
        articles=len({naming.article for naming in used}),
        origins=len(set().union(*origins.values())),
        quoted=sum(naming.count for naming in used if naming.voice != "own"),
        by_origin=tuple(sorted((outlet, len(held)) for outlet, held in origins.items())),
    )

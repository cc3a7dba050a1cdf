"""The workbench's lists and single views, over the same page models as the report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

import numpy as np
import numpy.typing as npt

from testimonia.base.links import Disagreement
from testimonia.base.outcomes import Changes
from testimonia.view.pages.articles import ArticleCard, OriginTree, cards, tree
from testimonia.view.pages.contested import Card, by_weight, card_of
from testimonia.view.pages.faceted import Option, RuledLine, kept, ruled_lines
from testimonia.view.pages.intake import Intake, intake
from testimonia.view.pages.overview import Overview, last_changes, overview
from testimonia.view.pages.review import calls
from testimonia.view.pages.rulings import Ruled, Rulings
from testimonia.view.pages.shelf import Shelf
from testimonia.view.pages.voices import outlet_of
from testimonia.view.pages.who import Who, everybody

T = TypeVar("T")
Ranked = list[tuple[tuple[str, str], int]]
CARDS = 10
ROWS = 60
TREES = 25
FILES = 100
SHEETS = 15
LINES = 25
LATEST = 5
ROLES = 200  # statements of a role that are looked at


@dataclass(frozen=True, slots=True)
class Slice:
    """Which part of a list is shown: from `start` on, `size` of `total`."""

    start: int
    size: int
    total: int


@dataclass(frozen=True, slots=True)
class RuledCard:
    """A disagreement with what the analyst ruled on it."""

    card: Card
    rulings: tuple[Ruled, ...]


@dataclass(frozen=True, slots=True)
class FileList:
    """The account of the case, with those of its files that are shown."""

    slice: Slice
    intake: Intake


@dataclass(frozen=True, slots=True)
class Start:
    """Where to begin: what the case holds, how much waits for review, the questions where most origins part."""

    overview: Overview
    waiting: int
    ruled: int
    questions: tuple[RuledCard, ...]
    latest: tuple[Ruled, ...]
    changes: Changes | None


@dataclass(frozen=True, slots=True)
class DisagreementList:
    """Disagreements, narrowed by the chosen values."""

    slice: Slice
    chosen: tuple[tuple[str, str], ...]
    kinds: tuple[Option, ...]
    outlets: tuple[Option, ...]
    entities: tuple[Option, ...]
    cards: tuple[RuledCard, ...]


@dataclass(frozen=True, slots=True)
class ArticleList:
    """Articles by date."""

    slice: Slice
    chosen: tuple[tuple[str, str], ...]
    outlets: tuple[Option, ...]
    languages: tuple[Option, ...]
    articles: tuple[ArticleCard, ...]


@dataclass(frozen=True, slots=True)
class PersonList:
    """Entities, most mentioned first."""

    slice: Slice
    chosen: tuple[tuple[str, str], ...]
    types: tuple[Option, ...]
    entities: tuple[Who, ...]


@dataclass(frozen=True, slots=True)
class Role:
    """A role or relation that a page states, with where it stands."""

    words: str
    kind: str
    article: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Person:
    """One entity: names, what it says, what is said of it."""

    who: Who
    says: tuple[RuledLine, ...]
    says_total: int
    said_of: tuple[RuledLine, ...]
    said_of_total: int
    disagreements: tuple[tuple[str, str], ...]
    roles: tuple[Role, ...]
    rulings: tuple[Ruled, ...]
    start: int


@dataclass(frozen=True, slots=True)
class OriginList:
    """Origins that hold more than one article, or whose original is not held."""

    slice: Slice
    alone: int
    trees: tuple[OriginTree, ...]


@dataclass(frozen=True, slots=True)
class OneOrigin:
    """One origin with the passages that join its articles."""

    tree: OriginTree
    pairs: tuple[tuple[ArticleCard, ArticleCard, str, str], ...]
    rulings: tuple[Ruled, ...]


@dataclass(frozen=True, slots=True)
class NamingList:
    """Outlet by name, for the entities with most names; `by` is `uses` or `origins`."""

    slice: Slice
    by: str
    entities: tuple[Who, ...]


@dataclass(frozen=True, slots=True)
class DecisionList:
    """The history of decisions, newest first, and the ones whose object the case no longer holds."""

    slice: Slice
    decisions: tuple[Ruled, ...]
    orphaned: tuple[str, ...]
    standing: int


def part(found: Sequence[T], start: int, size: int) -> tuple[Slice, tuple[T, ...]]:
    """A part of a list with where it lies."""
    start = min(max(start, 0), max(len(found) - 1, 0))
    return Slice(start, size, len(found)), tuple(found[start : start + size])


def ranked(values: Iterable[tuple[str, str]]) -> Ranked:
    """The values (key, label) with their counts, most first."""
    return sorted(Counter(values).items(), key=lambda item: (-item[1], item[0][1], item[0][0]))


def options(counted: Ranked, chosen: str, most: int = 14) -> tuple[Option, ...]:
    """The first of the counted values, and the chosen one."""
    listed = counted[:most] + [item for item in counted[most:] if item[0][0] == chosen]
    return tuple(Option(key, label, count, key == chosen) for (key, label), count in listed)


def start(shelf: Shelf, rulings: Rulings) -> Start:
    """The overview page."""
    found = list(calls(shelf))
    done = sum(rulings.decided(call.table, call.targets) for call in found)
    first = by_weight(shelf)[:3]
    return Start(
        overview(shelf, len(rulings.history)),
        len(found) - done,
        done,
        tuple(with_rulings(shelf, rulings, r) for r in first),
        rulings.shown(0, LATEST),
        shelf.once("last changes", last_changes),
    )


def with_rulings(shelf: Shelf, rulings: Rulings, record: Disagreement) -> RuledCard:
    """A card with its rulings."""
    return RuledCard(card_of(shelf, record), rulings.of("disagreements", record.id))


def disagreement_list(shelf: Shelf, rulings: Rulings, chosen: Mapping[str, str], start: int) -> DisagreementList:
    """The disagreements that meet the choice."""
    found = [record for record in by_weight(shelf) if meets(shelf, rulings, record, chosen)]
    where, shown = part(found, start, CARDS)
    kinds, outlets, entities = shelf.once("disagreements counted", counted_disagreements)
    return DisagreementList(
        where,
        tuple(sorted(chosen.items())),
        options(kinds, chosen.get("kind", "")),
        options(outlets, chosen.get("outlet", "")),
        options(entities, chosen.get("entity", "")),
        tuple(with_rulings(shelf, rulings, record) for record in shown),
    )


def counted_disagreements(shelf: Shelf) -> tuple[Ranked, Ranked, Ranked]:
    """In how many disagreements each kind, outlet and entity figures."""
    records = by_weight(shelf)
    return (
        ranked((record.kind, record.kind) for record in records),
        ranked((outlet, outlet) for record in records for outlet in outlets_in(shelf, record)),
        ranked((id, shelf.entity_name(id) or id) for record in records for id in record.entities),
    )


def outlets_in(shelf: Shelf, record: Disagreement) -> tuple[str, ...]:
    """The outlets that have a part in a disagreement."""
    return shelf.once("outlets in disagreements", in_which_outlets)[record.id]


def in_which_outlets(shelf: Shelf) -> dict[str, tuple[str, ...]]:
    """The outlets that have a part in each disagreement."""
    found = {}
    for record in shelf.disagreements.values():
        named = {outlet_of(shelf.articles.get(claim.article)) for answer in record.answers for claim in answer.claims}
        found[record.id] = tuple(sorted(outlet for outlet in named if outlet))
    return found


def meets(shelf: Shelf, rulings: Rulings, record: Disagreement, chosen: Mapping[str, str]) -> bool:
    """Whether a disagreement meets the choice."""
    outlet, decided_on = chosen.get("outlet"), chosen.get("decided")
    return (
        chosen.get("only") in (None, record.id)
        and chosen.get("kind") in (None, record.kind)
        and (chosen.get("entity") is None or chosen["entity"] in record.entities)
        and (outlet is None or outlet in outlets_in(shelf, record))
        and (record.time or "").startswith(chosen.get("time", ""))
        and (decided_on is None or bool(rulings.of("disagreements", record.id)) == (decided_on == "yes"))
    )


def article_list(shelf: Shelf, chosen: Mapping[str, str], start: int) -> ArticleList:
    """The articles that meet the choice, by date."""
    outlet, language = chosen.get("outlet", ""), chosen.get("language", "")
    everything = shelf.once("articles by date", articles_by_date)
    found = [id for id, of, written in everything if outlet in ("", of) and language in ("", written)]
    where, shown = part(found, start, ROWS)
    outlets = shelf.once("articles by outlet", lambda _: ranked((of, of) for _, of, _ in everything if of))
    languages = shelf.once("articles by language", lambda _: ranked((of, of) for _, _, of in everything if of))
    return ArticleList(where, tuple(sorted(chosen.items())), options(outlets, outlet), options(languages, language), cards(shelf, shown))


def articles_by_date(shelf: Shelf) -> list[tuple[str, str, str]]:
    """Each article's id, outlet and language, by date."""
    ordered = sorted(shelf.articles.values(), key=lambda a: (dated(a.published, a.first_published), outlet_of(a) or "", a.id))
    return [(article.id, outlet_of(article) or "", article.language or "") for article in ordered]


def dated(*facts: object) -> str:
    """The first date among the facts; what has none comes last."""
    return next((str(value) for fact in facts if (value := getattr(fact, "value", ""))), "9999")


def person_list(shelf: Shelf, chosen: Mapping[str, str], start: int) -> PersonList:
    """The entities that meet the choice."""
    listed = everybody(shelf)
    wanted, name = chosen.get("type", ""), chosen.get("name", "").casefold()
    found = [w for w in listed if wanted in ("", w.type) and (not name or any(name in n.casefold() for n in (w.name, *w.names)))]
    where, shown = part(found, start, ROWS)
    types = shelf.once("entities by type", lambda _: ranked((w.type, w.type) for w in listed))
    return PersonList(where, tuple(sorted(chosen.items())), options(types, wanted), shown)


def person(shelf: Shelf, rulings: Rulings, id: str, start: int) -> Person | None:
    """One entity, or none when the case does not hold it."""
    found = shelf.once("by id", lambda held: {w.id: w for w in everybody(held)}).get(id)
    if found is None:
        return None
    spoken = kept(shelf).columns["speaker"].where(id, len(kept(shelf).ids))
    says = lines_where(shelf, rulings, spoken, start)
    about = lines_where(shelf, rulings, kept(shelf).columns["about"].where(id, len(kept(shelf).ids)) & ~spoken, 0)
    named = [record for record in by_weight(shelf) if id in record.entities]
    rulings_on = [ruling for key in dict.fromkeys((id, *found.names)) for ruling in rulings.of("entities", key)]
    return Person(
        found, says[0], says[1], about[0], about[1], tuple((r.id, r.question) for r in named[:30]), roles(shelf, id),
        tuple({ruling.decision.id: ruling for ruling in rulings_on}.values()), start,
    )  # fmt: skip


def lines_where(shelf: Shelf, rulings: Rulings, mask: npt.NDArray[np.bool_], start: int) -> tuple[tuple[RuledLine, ...], int]:
    """The lines of the chosen rows from `start` on, and how many rows are chosen."""
    rows = mask.nonzero()[0]
    return ruled_lines(shelf, rulings, [kept(shelf).ids[row] for row in rows[start : start + LINES]]), len(rows)


def roles(shelf: Shelf, id: str) -> tuple[Role, ...]:
    """The roles and relations that the pages state of an entity, once for each wording."""
    found: dict[tuple[str, str], Role] = {}
    stated = shelf.case.relations_of(id, ROLES)
    shelf.texts.ahead(relation.document for relation in stated)
    for relation in stated:
        words = shelf.words(relation.document, relation.role, 90)
        found.setdefault((relation.kind, words.casefold()), Role(words, relation.kind, relation.article, *relation.role))
    return tuple(sorted(found.values(), key=lambda role: (role.kind, role.words, role.article)))[:60]


def origin_list(shelf: Shelf, start: int) -> OriginList:
    """The origins that have a tree, largest first."""
    grown = shelf.once("grown", grown_origins)
    where, shown = part(grown, start, TREES)
    return OriginList(where, len(shelf.origins) - len(grown), tuple(tree(shelf, id) for id in shown))


def file_list(shelf: Shelf, start: int) -> FileList:
    """What was read and what was not, with a part of the files."""
    whole = shelf.once("intake", intake)
    where, shown = part(whole.files, start, FILES)
    return FileList(where, replace(whole, files=shown))


def grown_origins(shelf: Shelf) -> list[str]:
    """The origins with more than one article, or with an original that is not held; largest first."""
    lost = {shelf.origin_of.get(child) for child, edges in shelf.stemma.items() if any(edge.not_held for edge in edges)}
    found = [origin for origin in shelf.origins.values() if len(origin.articles) > 1 or origin.id in lost]
    return [origin.id for origin in sorted(found, key=lambda o: (-len(o.articles), o.id))]


def one_origin(shelf: Shelf, rulings: Rulings, id: str) -> OneOrigin:
    """One origin with its pairs."""
    members = set(shelf.origins[id].articles)
    seen: dict[tuple[str, str], tuple[ArticleCard, ArticleCard, str, str]] = {}
    for article in shelf.origins[id].articles:
        for record in shelf.reuse_of.get(article, ()):
            a, b = record.a.article, record.b.article
            if a in members and b in members and a and b and a != b and (a, b) not in seen:
                first, second = cards(shelf, (a, b))
                seen[(a, b)] = (first, second, record.kind, record.direction_reason)
    ruled_on = {r.decision.id: r for article in sorted(members) for r in rulings.of("articles", article)}
    return OneOrigin(tree(shelf, id), tuple(seen.values())[:60], tuple(ruled_on.values()))


def naming_list(shelf: Shelf, by: str, start: int) -> NamingList:
    """The entities with more than one name, or with a loaded one."""
    found = [w for w in everybody(shelf) if len(w.rows) > 1 or any(row.loading != "neutral" for row in w.rows)]
    ranked = sorted(found, key=lambda w: (-sum(1 for row in w.rows if row.loading != "neutral"), -w.mentions, w.id))
    where, shown = part(ranked, start, SHEETS)
    return NamingList(where, "origins" if by == "origins" else "uses", shown)


def decision_list(shelf: Shelf, rulings: Rulings, start: int) -> DecisionList:
    """The history of decisions."""
    where, _ = part(rulings.history, start, ROWS)
    shown = rulings.shown(where.start, where.size)
    return DecisionList(where, shown, tuple(one.decision.id for one in shown if gone(shelf, one)), len(rulings.standing))


def gone(shelf: Shelf, one: Ruled) -> bool:
    """Whether the case no longer holds what a decision is about."""
    held: dict[str, Mapping[str, object]] = {
        "articles": shelf.articles, "attributions": shelf.attributions, "disagreements": shelf.disagreements,
    }  # fmt: skip
    rows = held.get(one.decision.table)
    return rows is not None and any(target not in rows for target in one.decision.targets)

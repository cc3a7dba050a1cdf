"""The workbench's overview, its lists of articles, origins, namings, decisions and files, and one origin."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from testimonia.base.outcomes import Changes
from testimonia.view.pages.articles import ArticleCard, OriginTree, cards, tree
from testimonia.view.pages.contested import by_weight
from testimonia.view.pages.faceted import Option
from testimonia.view.pages.intake import Intake, intake
from testimonia.view.pages.overview import Overview, last_changes, overview
from testimonia.view.pages.questions import RuledCard, with_rulings
from testimonia.view.pages.review import calls
from testimonia.view.pages.rulings import Ruled, Rulings
from testimonia.view.pages.shelf import Shelf
from testimonia.view.pages.slices import Slice, options, part, ranked
from testimonia.view.pages.voices import outlet_of
from testimonia.view.pages.who import Who, everybody

ROWS = 60
TREES = 25
FILES = 100
SHEETS = 15
LATEST = 5


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
class ArticleList:
    """Articles by date."""

    slice: Slice
    chosen: tuple[tuple[str, str], ...]
    outlets: tuple[Option, ...]
    languages: tuple[Option, ...]
    articles: tuple[ArticleCard, ...]


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
    listed = sorted(found, key=lambda w: (-sum(1 for row in w.rows if row.loading != "neutral"), -w.mentions, w.id))
    where, shown = part(listed, start, SHEETS)
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

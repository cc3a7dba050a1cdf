"""Articles and where they come from: a card for each, and the tree of copies that each origin is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from testimonia.base.documents import Article
from testimonia.base.links import NotHeld, StemmaEdge
from testimonia.view.pages.passages import direction
from testimonia.view.pages.shelf import Shelf
from testimonia.view.pages.voices import said

DEEPEST = 30


@dataclass(frozen=True, slots=True)
class ArticleCard:
    """An article as its head says it is. Every field but the title may be unknown."""

    id: str
    document: str
    path: str
    title: str
    direction: str
    language: str | None
    outlet: str | None
    original_outlet: str | None
    author: str | None
    translator: str | None
    published: str | None
    first_published: str | None
    section: str | None
    origin: str | None
    words: int


@dataclass(frozen=True, slots=True)
class Node:
    """One place in a copy tree: an article of the case, or an original that is named and not held. `reasons` made the edge above it."""

    article: ArticleCard | None
    missing: NotHeld | None
    reasons: tuple[str, ...]
    children: tuple[Node, ...]

    @property
    def size(self) -> int:
        """How many places the tree has."""
        return 1 + sum(child.size for child in self.children)


@dataclass(frozen=True, slots=True)
class OriginTree:
    """One independent origin: its articles, earliest first, and the trees that join them."""

    id: str
    articles: tuple[ArticleCard, ...]
    roots: tuple[Node, ...]
    credits: tuple[NotHeld, ...]

    @property
    def outlets(self) -> tuple[str, ...]:
        """The outlets that printed it."""
        return tuple(sorted({card.outlet for card in self.articles if card.outlet}))


def card(shelf: Shelf, article: Article) -> ArticleCard:
    """The card of an article."""
    title, words = shelf.heads[article.id]
    return ArticleCard(
        id=article.id,
        document=article.document,
        path=shelf.paths.get(article.document, ("",))[0],
        title=title,
        direction=direction(title),
        language=article.language,
        outlet=said(article.outlet),
        original_outlet=said(article.original_outlet),
        author=said(article.author),
        translator=said(article.translator),
        published=said(article.published),
        first_published=said(article.first_published),
        section=said(article.section),
        origin=shelf.origin_of.get(article.id),
        words=words,
    )


def cards(shelf: Shelf, ids: Iterable[str]) -> tuple[ArticleCard, ...]:
    """The cards of the articles that the case holds, in the given order."""
    wanted = list(ids)
    shelf.articles.ahead(wanted)
    shelf.heads.ahead(wanted)
    return tuple(card(shelf, shelf.articles[id]) for id in wanted if id in shelf.articles)


def all_cards(shelf: Shelf) -> tuple[ArticleCard, ...]:
    """Every article, by date, outlet and title."""
    found = (card(shelf, article) for article in shelf.articles.values())
    return tuple(sorted(found, key=lambda c: (c.published or c.first_published or "9999", c.outlet or "", c.title, c.id)))


def trees(shelf: Shelf) -> tuple[OriginTree, ...]:
    """Every origin with its copy tree; the ones with most articles first."""
    found = [tree(shelf, origin.id) for origin in shelf.origins.values()]
    return tuple(sorted(found, key=lambda t: (-len(t.articles), -len(t.credits), t.articles[0].published or "9999", t.id)))


def tree(shelf: Shelf, origin: str) -> OriginTree:
    """The copy tree of one origin."""
    members = cards(shelf, shelf.origins[origin].articles)
    by_id = {member.id: member for member in members}
    children: dict[str | NotHeld, list[tuple[ArticleCard, StemmaEdge]]] = {}
    rooted: list[ArticleCard] = []
    for member in members:
        edge = leading(shelf, member.id, by_id)
        if edge is None:
            rooted.append(member)
        else:
            children.setdefault(edge.parent or edge.not_held or NotHeld(), []).append((member, edge))
    missing = sorted((key for key in children if isinstance(key, NotHeld)), key=str)
    roots = [Node(None, lost, (), grow(children, lost, 0)) for lost in missing]
    roots += [Node(member, None, (), grow(children, member.id, 0)) for member in rooted]
    return OriginTree(origin, members, tuple(roots), tuple(missing))


def leading(shelf: Shelf, article: str, members: dict[str, ArticleCard]) -> StemmaEdge | None:
    """The edge that an article hangs on in its tree: to a held article when there is one, else to one that is not held.

    An edge that would close a ring is left out.
    """
    edges = shelf.stemma.get(article, ())
    held = [edge for edge in edges if edge.parent in members and not leads_to(shelf, edge.parent, article, members)]
    lost = [edge for edge in edges if edge.parent is None and edge.not_held is not None]
    return next(iter(held + lost), None)


def leads_to(shelf: Shelf, start: str | None, wanted: str, members: dict[str, ArticleCard]) -> bool:
    """Whether going up from `start` comes to `wanted`."""
    seen: set[str] = set()
    waiting = [start]
    while waiting:
        at = waiting.pop()
        if at == wanted:
            return True
        if at is None or at in seen or at not in members:
            continue
        seen.add(at)
        waiting += [edge.parent for edge in shelf.stemma.get(at, ())]
    return False


def grow(children: dict[str | NotHeld, list[tuple[ArticleCard, StemmaEdge]]], key: str | NotHeld, depth: int) -> tuple[Node, ...]:
    """The nodes below a place."""
    if depth >= DEEPEST:
        return ()
    return tuple(Node(member, None, edge.reasons, grow(children, member.id, depth + 1)) for member, edge in children.get(key, ()))

"""Search: paragraphs that hold the words, and a list of names looked for at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from testimonia.store import Case
from testimonia.store.query import QueryError
from testimonia.store.search import Hit
from testimonia.view.pages.articles import ArticleCard, card
from testimonia.view.pages.passages import direction
from testimonia.view.pages.reading import REMEMBERED
from testimonia.view.pages.shelf import Shelf

MOST = 60
NEAREST = 30
NAMES = 200
EACH = 3


@dataclass(frozen=True, slots=True)
class Found:
    """One paragraph that holds the words: its snippet cut at the hits, and the words that a link finds it again by."""

    document: str
    path: str
    article: ArticleCard | None
    start: int
    end: int
    kind: str
    direction: str
    snippet: tuple[tuple[bool, str], ...]
    words: str


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a query could not be understood, and the query cut at the place: before it, the place itself, after it."""

    why: str
    before: str
    place: str
    after: str


@dataclass(frozen=True, slots=True)
class Search:
    """What was asked, by `words` or by `meaning`, and what was found; `problem` says why a query could not be understood."""

    query: str
    found: tuple[Found, ...]
    full: bool
    names: tuple[tuple[str, int, tuple[Found, ...]], ...] = ()
    problem: Problem | None = None
    by: str = "words"


def by_meaning(shelf: Shelf, query: str) -> Search:
    """The paragraphs that an encoder holds for nearest in meaning, in whatever language."""
    return Search(query, listed(shelf, shelf.near(query, NEAREST)), False, by="meaning")


def search(shelf: Shelf, case: Case, query: str, names: tuple[str, ...] = ()) -> Search:
    """The paragraphs for a query, or for each of a list of names."""
    of_names = []
    for name in names[:NAMES]:
        phrase = '"' + name.replace('"', " ") + '"'
        of_name = case.search(phrase, EACH)
        of_names.append((name, case.search_count(phrase), listed(shelf, of_name)))
    try:
        hits = case.search(query, MOST + 1)
    except QueryError as error:
        return Search(query, (), False, tuple(of_names), problem(query, error))
    return Search(query, listed(shelf, hits[:MOST]), len(hits) > MOST, tuple(of_names))


def problem(query: str, error: QueryError) -> Problem:
    """The place at which a query goes wrong."""
    return Problem(error.why, query[: error.start], query[error.start : error.end], query[error.end :])


def listed(shelf: Shelf, hits: Sequence[Hit]) -> tuple[Found, ...]:
    """Several hits."""
    shelf.texts.ahead(hit.document for hit in hits)
    return tuple(found(shelf, hit) for hit in hits)


def found(shelf: Shelf, hit: Hit) -> Found:
    """One hit."""
    document, start, end = hit.document, hit.start, hit.end
    holders = shelf.articles_of.get(document, ())
    holder = next((a for a in holders if any(s.start <= start < s.end for s in (a.title, *a.body) if s is not None)), None)
    holder = holder or next(iter(holders), None)
    return Found(
        document,
        shelf.paths.get(document, ("",))[0],
        card(shelf, holder) if holder else None,
        start,
        end,
        hit.kind,
        direction(hit.snippet),
        pieces_of(hit.snippet),
        shelf.text(document)[start:end][:REMEMBERED],
    )


def pieces_of(snippet: str) -> tuple[tuple[bool, str], ...]:
    """A snippet with its hits between [ and ] as (is a hit, text)."""
    parts: list[tuple[bool, str]] = []
    for number, part in enumerate(snippet.split("[")):
        hit, bracket, rest = part.partition("]")
        if number == 0 or not bracket:
            parts.append((False, part if number == 0 else "[" + part))
        else:
            parts += [(True, hit), (False, rest)]
    return tuple(part for part in parts if part[1])

"""The pages of the workbench as one table: address, template, what it may be asked, and the page model that it shows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from testimonia.base.errors import TestimoniaError
from testimonia.store.query import FIELDS
from testimonia.view.pages import faceted, findings, network, reading, review, searching, siding, source, spreads, timeline
from testimonia.view.pages.browsing import (
    ArticleList,
    DecisionList,
    FileList,
    NamingList,
    OneOrigin,
    OriginList,
    Start,
    article_list,
    decision_list,
    file_list,
    naming_list,
    one_origin,
    origin_list,
    start,
)  # fmt: skip
from testimonia.view.pages.persons import Person, PersonList, person, person_list
from testimonia.view.pages.questions import DisagreementList, disagreement_list
from testimonia.view.pages.rulings import Rulings
from testimonia.view.pages.shelf import Shelf
from testimonia.view.web.asked import Asked

Build = Callable[[Shelf, Rulings, Asked], Any]


class MissingError(TestimoniaError):
    """A page was asked for something that the case does not hold (any more)."""


@dataclass(frozen=True, slots=True)
class Page:
    """One page. `asks` names what its query may hold and what that means; `model` is what it and its JSON twin show."""

    name: str
    path: str
    title: str
    template: str
    model: type
    build: Build
    asks: dict[str, str] = field(default_factory=dict)
    menu: str = ""


@dataclass(frozen=True, slots=True)
class Dates:
    """The timeline of a year, and the events of it that the pages date differently."""

    timeline: timeline.Timeline
    spreads: tuple[spreads.Spread, ...]
    year: str
    each: int


def dates(shelf: Shelf, rulings: Rulings, asked: Asked) -> Dates:
    """What is dated to one year, the busiest when none is asked for."""
    year = asked.text("year") or timeline.busiest(shelf)
    found = timeline.timeline(shelf, start=asked.number("start"), only=year)
    return Dates(found, spreads.spreads(shelf, asked.text("year")), asked.text("year"), timeline.EACH)


def one_article(shelf: Shelf, rulings: Rulings, asked: Asked) -> reading.Reading:
    """An article, or a span in it."""
    article = shelf.articles.get(asked.text("id"))
    if article is None:
        raise MissingError("The case holds no article with this id.", "A rebuild may have changed it: look for its title under Articles.")
    seek = (asked.number("from"), asked.number("to"), asked.text("words")) if asked.query.get("to") else None
    return reading.reading(shelf, rulings, article, seek=seek, part=asked.number("part"))


def one_source(shelf: Shelf, rulings: Rulings, asked: Asked) -> source.Source:
    """The raw text of a document."""
    place = (asked.number("from"), asked.number("to")) if asked.query.get("to") else None
    found = source.source(shelf, asked.text("id"), place, asked.number("part"))
    if found is None:
        raise MissingError("The case holds no document with this id.", "A rebuild may have changed it: look under What was read.")
    return found


def two_articles(shelf: Shelf, rulings: Rulings, asked: Asked) -> siding.Sides:
    """Two articles side by side."""
    left, right = (shelf.articles.get(asked.text(name)) for name in ("a", "b"))
    if left is None or right is None:
        raise MissingError("One of the two articles is not in the case.", "Choose two articles from the list of articles.")
    return siding.sides(shelf, rulings, left, right)


def one_person(shelf: Shelf, rulings: Rulings, asked: Asked) -> Person:
    """One entity."""
    found = person(shelf, rulings, asked.text("id"), asked.number("start"))
    if found is None:
        raise MissingError("The case holds nobody with this id.", "A rebuild or a merge may have changed it: look for the name under Who.")
    return found


def one_tree(shelf: Shelf, rulings: Rulings, asked: Asked) -> OneOrigin:
    """One origin."""
    if asked.text("id") not in shelf.origins:
        raise MissingError("The case holds no origin with this id.", "Look for one of its articles under Origins.")
    return one_origin(shelf, rulings, asked.text("id"))


def one_question(shelf: Shelf, rulings: Rulings, asked: Asked) -> DisagreementList:
    """One disagreement."""
    record = shelf.disagreements.get(asked.text("id"))
    if record is None:
        raise MissingError("The case holds no disagreement with this id.", "A link run may have changed it: look under Disagreements.")
    return disagreement_list(shelf, rulings, {"only": record.id}, 0)


def one_line(shelf: Shelf, rulings: Rulings, asked: Asked) -> faceted.RuledLine:
    """One line of the ledger."""
    if asked.text("id") not in shelf.attributions:
        raise MissingError("The case holds no line with this id.", "A rebuild may have changed it: look for its words in Search.")
    return faceted.ruled(shelf, rulings, asked.text("id"))


def ledger(shelf: Shelf, rulings: Rulings, asked: Asked) -> faceted.LedgerPage:
    """The ledger by facets."""
    return faceted.ledger_page(shelf, rulings, asked.only(*faceted.TITLES), sort=asked.text("sort"), start=asked.number("start"))


def found(shelf: Shelf, rulings: Rulings, asked: Asked) -> searching.Search:
    """What holds the words."""
    if asked.text("by") == "meaning":
        return searching.by_meaning(shelf, asked.text("q"))
    names = tuple(dict.fromkeys(name.strip() for name in asked.text("names").splitlines() if name.strip()))
    return searching.search(shelf, shelf.case, asked.text("q"), names)


PAGES = (
    Page("overview", "/", "Overview", "overview.html", Start, lambda s, r, a: start(s, r), menu="Overview"),
    Page(
        "disagreements", "/disagreements", "Disagreements", "disagreements.html", DisagreementList,
        lambda s, r, a: disagreement_list(s, r, a.only("kind", "entity", "outlet", "time", "decided"), a.number("start")),
        {"kind": "number, date, place, agent, polarity or status", "entity": "an entity's id", "outlet": "an outlet's name",
         "time": "the beginning of an ISO date", "decided": "yes or no", "start": "the first card to show"},
        menu="Disagreements",
    ),
    Page("disagreement", "/disagreements/{id}", "A disagreement", "disagreements.html", DisagreementList, one_question),
    Page(
        "ledger", "/ledger", "Ledger", "ledger.html", faceted.LedgerPage, ledger,
        {"speaker": "an entity's id", "about": "an entity's id", "stance": "a kind of verb", "outlet": "an outlet's name",
         "source": "a kind of source", "sort": "place, speaker, date, outlet or stance", "start": "the first line to show"},
        menu="Ledger",
    ),
    Page("line", "/ledger/{id}", "A line", "line.html", faceted.RuledLine, one_line),
    Page(
        "articles", "/articles", "Articles", "articles.html", ArticleList,
        lambda s, r, a: article_list(s, a.only("outlet", "language"), a.number("start")),
        {"outlet": "an outlet's name", "language": "a language code", "start": "the first article to show"}, menu="Articles",
    ),
    Page(
        "article", "/article/{id}", "An article", "article.html", reading.Reading, one_article,
        {"from": "where a span begins", "to": "where it ends", "words": "its first words", "part": "the part of a very long article"},
    ),
    Page("source", "/source/{id}", "Raw text", "source.html", source.Source, one_source,
         {"from": "where a span begins", "to": "where it ends", "part": "the part of a very long text"}),
    Page("side", "/side", "Side by side", "side.html", siding.Sides, two_articles, {"a": "an article's id", "b": "another's"}),
    Page(
        "who", "/who", "Who", "who.html", PersonList, lambda s, r, a: person_list(s, a.only("type", "name"), a.number("start")),
        {"type": "person, organisation, place …", "name": "part of a name", "start": "the first to show"}, menu="Who",
    ),
    Page("entity", "/who/{id}", "One of them", "entity.html", Person, one_person, {"start": "the first line to show"}),
    Page("origins", "/origins", "Origins", "origins.html", OriginList, lambda s, r, a: origin_list(s, a.number("start")),
         {"start": "the first tree to show"}, menu="Origins"),
    Page("origin", "/origins/{id}", "An origin", "origin.html", OneOrigin, one_tree),
    Page("namings", "/namings", "Namings", "namings.html", NamingList, lambda s, r, a: naming_list(s, a.text("by"), a.number("start")),
         {"by": "uses, or origins to count copies once", "start": "the first entity to show"}, menu="Namings"),
    Page("timeline", "/timeline", "Timeline", "timeline.html", Dates, dates,
         {"year": "a year", "start": "the first event to show"}, menu="Timeline"),
    Page("network", "/network", "Network", "network.html", network.Network, lambda s, r, a: network.network(s, a.text("what")),
         {"what": "about, voices or cites"}, menu="Network"),
    Page("findings", "/findings", "Findings", "findings.html", tuple, lambda s, r, a: findings.looks(s, each=60), menu="Findings"),
    Page("search", "/search", "Search", "search.html", searching.Search, found,
         {"q": "words and operators, prefix*, and the fields " + ", ".join(FIELDS), "names": "names, one a line",
          "by": "words or meaning"}, menu="Search"),
    Page("review", "/review", "Review", "review.html", review.Review, lambda s, r, a: review.review(s, r), menu="Review"),
    Page("decisions", "/decisions", "Decisions", "decisions.html", DecisionList, lambda s, r, a: decision_list(s, r, a.number("start")),
         {"start": "the first decision to show"}, menu="Decisions"),
    Page("account", "/account", "What was read", "account.html", FileList,
         lambda s, r, a: file_list(s, a.number("start")), {"start": "the first file to show"}, menu="What was read"),
)  # fmt: skip

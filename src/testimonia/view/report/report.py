"""The report's parts and how they become one file. Same case, same bytes."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

from testimonia.store import Case, shown
from testimonia.view.pages import articles, contested, findings, intake, ledger, overview, timeline, who
from testimonia.view.pages.shelf import Shelf
from testimonia.view.pages.templating import environment


@dataclass(frozen=True, slots=True)
class Room:
    """How much of each part the file holds; what is left out is counted on the page."""

    cards: int = 200
    sayings: int = 12
    lines: int = 900
    lines_each: int = 30
    entities: int = 40
    articles: int = 1500
    trees: int = 200
    findings_each: int = 40
    files: int = 1500


@dataclass(frozen=True, slots=True)
class Anchors:
    """Where things are found in the file: only what the file holds can be pointed at."""

    entities: frozenset[str]
    articles: frozenset[str]
    origins: frozenset[str]

    def entity(self, id: str | None) -> str:
        """The place of an entity."""
        return f"#e-{id}" if id in self.entities else ""

    def article(self, id: str | None) -> str:
        """The place of an article."""
        return f"#a-{id}" if id in self.articles else ""

    def origin(self, id: str | None) -> str:
        """The place of an origin's tree."""
        return f"#o-{id}" if id in self.origins else ""


def parts(shelf: Shelf, room: Room) -> dict[str, Any]:
    """Every part of the report as page models."""
    trees = articles.trees(shelf)
    grown = [tree for tree in trees if len(tree.articles) > 1 or tree.credits][: room.trees]
    kinds = who.kinds(shelf, most=room.entities)
    listed = articles.all_cards(shelf)
    held = listed[: room.articles]
    links = Anchors(
        frozenset(entity.id for kind in kinds for entity in kind.entities),
        frozenset(card.id for card in held),
        frozenset(tree.id for tree in grown),
    )
    return {
        "glance": overview.overview(shelf),
        "cards": [contested.card_of(shelf, record) for record in contested.by_weight(shelf)[: room.cards]],
        "cards_total": len(shelf.disagreements),
        "ledger": ledger.ledger(shelf, most=room.lines, each=room.lines_each),
        "kinds": kinds,
        "findings": findings.looks(shelf, each=room.findings_each),
        "articles": held,
        "articles_total": len(listed),
        "trees": grown,
        "trees_total": sum(1 for tree in trees if len(tree.articles) > 1 or tree.credits),
        "alone": sum(1 for tree in trees if len(tree.articles) == 1 and not tree.credits),
        "timeline": timeline.timeline(shelf),
        "intake": intake.intake(shelf),
        "links": links,
        "room": room,
    }


def report(case: Case, room: Room | None = None) -> str:
    """The report as HTML."""
    style = (files("testimonia.view.pages") / "look.css").read_text("utf-8") + (files("testimonia.view.report") / "report.css").read_text(
        "utf-8"
    )
    shelf = Shelf(case)
    return environment("testimonia.view.report").get_template("report.html").render(style=style, **parts(shelf, room or Room()))


def write_report(case: Case, out: Path) -> None:
    """Write the report to a file, which is replaced only when all of it is written; whoever is protected stands under a pseudonym."""
    with shown(case) as open_to_all:
        page = report(open_to_all).encode("utf-8", "replace")
    beside = out.with_name(out.name + ".part")
    out.parent.mkdir(parents=True, exist_ok=True)
    beside.write_bytes(page)
    beside.replace(out)

"""The matter at a glance: what is in the case, in numbers that each lead somewhere."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace

from testimonia.base.codec import load
from testimonia.base.outcomes import Changes
from testimonia.view.pages.shelf import Shelf
from testimonia.view.pages.voices import outlet_of, said


@dataclass(frozen=True, slots=True)
class Overview:
    """The counts of a case."""

    name: str
    documents: int
    articles: int
    origins: int
    copies: int
    outlets: int
    languages: tuple[tuple[str, int], ...]
    earliest: str | None
    latest: str | None
    people: int
    organisations: int
    entities: int
    attributions: int
    quantities: int
    times: int
    disagreements: int
    findings: int
    failures: int
    decisions: int
    program: str
    model: tuple[tuple[str, str], ...]


def overview(shelf: Shelf, decisions: int | None = None) -> Overview:
    """What the case holds, counted once for a shelf; `decisions` is their number now, where it has grown since."""
    counted = shelf.once("overview", count)
    return counted if decisions is None else replace(counted, decisions=decisions)


def count(shelf: Shelf) -> Overview:
    """What the case holds."""
    counts, meta = shelf.case.counts(), shelf.case.meta()
    articles = list(shelf.articles.values())
    dates = sorted(date for article in articles if (date := said(article.published) or said(article.first_published)))
    languages: dict[str, int] = {}
    for article in articles:
        languages[article.language or "not known"] = languages.get(article.language or "not known", 0) + 1
    return Overview(
        name=shelf.name,
        documents=counts["documents"],
        articles=counts["articles"],
        origins=counts["origins"],
        copies=counts["articles"] - counts["origins"],
        outlets=len({outlet_of(article) for article in articles} - {None}),
        languages=tuple(sorted(languages.items(), key=lambda pair: (-pair[1], pair[0]))),
        earliest=dates[0] if dates else None,
        latest=dates[-1] if dates else None,
        people=counts["people"],
        organisations=counts["organisations"],
        entities=counts["entities"],
        attributions=counts["attributions"],
        quantities=counts["quantities"],
        times=counts["times"],
        disagreements=counts["disagreements"],
        findings=counts["findings"] + counts["shifts"],
        failures=counts["failures"],
        decisions=counts["decisions"],
        program=meta.get("program", ""),
        model=tuple(sorted((key, value) for key, value in meta.items() if key not in {"program", "schema", "changes"})),
    )


def last_changes(shelf: Shelf) -> Changes | None:
    """What the last build that changed anything changed; none for a case that no build of this program made."""
    kept = shelf.case.meta().get("changes")
    return load(Changes, json.loads(kept)) if kept else None

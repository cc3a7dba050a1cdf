"""Review: the machine's least certain and most consequential calls, one by one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from testimonia.view.pages.contested import weight_of
from testimonia.view.pages.rulings import Ruled, Rulings
from testimonia.view.pages.shelf import Shelf
from testimonia.view.pages.voices import Line, line

MOST = 50


@dataclass(frozen=True, slots=True)
class Call:
    """One call of the machine that a person should look at. `yes`, `no`, `unsure` are the decisions that the keys y, n, u make."""

    id: str
    kind: str
    question: str
    why: str
    table: str
    targets: tuple[str, ...]
    yes: str
    no: str
    unsure: str
    href: tuple[str, str]
    line: Line | None = None
    rulings: tuple[Ruled, ...] = ()


@dataclass(frozen=True, slots=True)
class Review:
    """The calls that nobody has ruled on yet; `done` counts those that somebody has."""

    calls: tuple[Call, ...]
    open: int
    done: int


def review(shelf: Shelf, rulings: Rulings) -> Review:
    """The open calls, the most consequential first."""
    found = list(calls(shelf))
    waiting = [call for call in found if not decided(rulings, call)]
    return Review(tuple(waiting[:MOST]), len(waiting), len(found) - len(waiting))


def calls(shelf: Shelf) -> Iterator[Call]:
    """Every call worth a look: questions, unsure names, names with a warning, copies without a direction, speakers left open."""
    yield from shelf.once("calls", lambda held: tuple(all_calls(held)))


def all_calls(shelf: Shelf) -> Iterator[Call]:
    """The calls in the order of their weight."""
    for record in sorted(shelf.disagreements.values(), key=lambda r: (-weight_of(r), r.question, r.id)):
        yield Call(
            f"q{record.id}", "question", record.question, record.reason or "the same question", "disagreements",
            (record.id,), "accept", "compatible", "unsure", ("disagreement", record.id),
        )  # fmt: skip
    for link in shelf.rows("entity_links"):
        if link.verdict == "unsure":
            asked, pair, leads = f"Are “{link.a}” and “{link.b}” the same?", (link.a, link.b), ("entity", link.entity or "")
            yield Call(f"n{link.id}", "names", asked, link.reason, "entities", pair, "same", "different", "unsure", leads)
    for entity in sorted(shelf.entities.values(), key=lambda e: e.id):
        if entity.warning:
            asked, leads = f"Are all names of “{entity.name}” the same one?", ("entity", entity.id)
            yield Call(f"e{entity.id}", "names", asked, entity.warning, "entities", (entity.id,), "accept", "reject", "unsure", leads)
    yield from speakers(shelf)


def speakers(shelf: Shelf) -> Iterator[Call]:
    """The lines whose speaker stays open between several."""
    for record in shelf.attributions.values():
        if record.speakers and record.speaker is None:
            shown = line(shelf, record)
            who = "; ".join(dict.fromkeys(shelf.words(record.document, span, 60) for span in record.speakers))
            asked = f"Who is “{shown.who}” here: {who}?"
            yield Call(
                f"l{record.id}", "speaker", asked, "several could be meant", "attributions", (record.id,), "accept", "reject", "unsure",
                ("article", record.article), shown,
            )  # fmt: skip


def decided(rulings: Rulings, call: Call) -> bool:
    """Whether a standing decision rules on the call."""
    if len(call.targets) == 2:
        return bool(rulings.pair(call.table, *call.targets))
    return any(found.decision.kind not in {"note", "tag"} for found in rulings.of(call.table, call.targets[0]))

"""Review: the machine's least certain and most consequential calls, one by one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from testimonia.view.pages.contested import by_weight
from testimonia.view.pages.rulings import Rulings
from testimonia.view.pages.shelf import Shelf
from testimonia.view.pages.voices import Line, line

MOST = 50
CHOICES = 6


@dataclass(frozen=True, slots=True)
class Choice:
    """One way to rule on a call: the decision's kind, its value, the field of the row that it changes, and the key that makes it."""

    kind: str
    label: str
    key: str = ""
    value: str = ""
    field: str = ""


@dataclass(frozen=True, slots=True)
class Call:
    """One call of the machine that a person should look at, with the ways to rule on it."""

    id: str
    kind: str
    question: str
    why: str
    table: str
    targets: tuple[str, ...]
    choices: tuple[Choice, ...]
    href: tuple[str, str]
    line: Line | None = None

    def keyed(self) -> dict[str, Choice]:
        """The ways to rule by key; those without a key of their own are numbered."""
        return {choice.key or str(number): choice for number, choice in enumerate(self.choices, start=1)}


REAL = (Choice("accept", "a real disagreement", "y"), Choice("compatible", "compatible", "n"), Choice("unsure", "unsure", "u"))
SAME = (Choice("same", "the same", "y"), Choice("different", "different", "n"), Choice("unsure", "unsure", "u"))
RIGHT = (Choice("accept", "yes", "y"), Choice("reject", "no", "n"), Choice("unsure", "unsure", "u"))
OPEN = (Choice("reject", "the line is wrong", "n"), Choice("unsure", "unsure", "u"))


@dataclass(frozen=True, slots=True)
class Review:
    """The calls that nobody has ruled on yet; `done` counts those that somebody has."""

    calls: tuple[Call, ...]
    open: int
    done: int


def review(shelf: Shelf, rulings: Rulings) -> Review:
    """The open calls, the most consequential first."""
    found = list(calls(shelf))
    waiting = [call for call in found if not rulings.decided(call.table, call.targets)]
    return Review(tuple(waiting[:MOST]), len(waiting), len(found) - len(waiting))


def calls(shelf: Shelf) -> Iterator[Call]:
    """Every call worth a look: questions, unsure names, names with a warning, copies without a direction, speakers left open."""
    yield from shelf.once("calls", lambda held: tuple(all_calls(held)))


def all_calls(shelf: Shelf) -> Iterator[Call]:
    """The calls in the order of their weight."""
    for record in by_weight(shelf):
        why, leads = record.reason or "the same question", ("disagreement", record.id)
        yield Call(f"q{record.id}", "question", record.question, why, "disagreements", (record.id,), REAL, leads)
    for link in shelf.rows("entity_links"):
        if link.verdict == "unsure":
            asked, leads = f"Are “{link.a}” and “{link.b}” the same?", ("entity", link.entity or "")
            yield Call(f"n{link.id}", "names", asked, link.reason, "entities", (link.a, link.b), SAME, leads)
    for entity in sorted(shelf.entities.values(), key=lambda e: e.id):
        if entity.warning:
            asked, leads = f"Are all names of “{entity.name}” the same one?", ("entity", entity.id)
            yield Call(f"e{entity.id}", "names", asked, entity.warning, "entities", (entity.id,), RIGHT, leads)
    yield from speakers(shelf)


def speakers(shelf: Shelf) -> Iterator[Call]:
    """The lines whose speaker stays open between several: each of them can be chosen."""
    records = shelf.speakers_left_open()
    shelf.ahead(record.article for record in records)
    for record in records:
        shown = line(shelf, record)
        named = {shelf.words(record.document, span, 60): f"{span.start}:{span.end}" for span in reversed(record.speakers)}
        picks = tuple(Choice("rebound", name, "", value, "speaker") for name, value in sorted(named.items())[:CHOICES])
        asked, why, leads = f"Who is “{shown.who}” here?", "several could be meant", ("article", record.article)
        yield Call(f"l{record.id}", "speaker", asked, why, "attributions", (record.id,), (*picks, *OPEN), leads, shown)

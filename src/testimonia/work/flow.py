"""The flow as one table. A stage's rows are made again when its version, its settings or its input change."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from testimonia.base.errors import TestimoniaError
from testimonia.base.ids import digest


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage. `scope` is `file`, `document`, `article` or `case`: what one call of it sees."""

    name: str
    scope: str
    needs: tuple[str, ...]
    gives: tuple[str, ...]
    version: int
    does: str


FLOW = (
    Stage("capture", "file", ("files", "metadata"), ("documents",), 1, "bytes become a document with its text"),
    Stage("clean", "document", ("documents",), ("segments",), 1, "furniture is found and set aside"),
    Stage("divide", "document", ("documents", "segments"), ("segments", "articles", "citations"), 1, "a page becomes its articles"),
    Stage(
        "extract",
        "article",
        ("articles", "documents"),
        ("sentences", "mentions", "aliases", "relations", "attributions", "quantities", "times", "claims", "asides"),
        1,
        "who says what; figures, times and claims",
    ),
    Stage(
        "entities",
        "case",
        ("documents", "articles", "citations", "mentions", "asides", "aliases", "attributions", "decisions"),
        ("entities", "entity_links", "mention_entities"),
        1,
        "names become entities",
    ),
    Stage(
        "reuse",
        "case",
        ("documents", "segments", "articles", "mentions", "quantities", "attributions", "decisions"),
        ("alignments", "reuse", "stemma", "origins", "shifts"),
        1,
        "copies, quotations and translations become origins",
    ),
    Stage(
        "disagree",
        "case",
        ("claims", "quantities", "times", "attributions", "entities", "mention_entities", "origins", "reuse", "decisions"),
        ("slots", "compared", "settled", "disagreements", "findings"),
        1,
        "claims on one question are laid side by side",
    ),
    Stage(
        "namings",
        "case",
        ("mentions", "asides", "entities", "mention_entities", "attributions", "articles", "origins", "decisions"),
        ("namings",),
        1,
        "who is called what, and by whom",
    ),
)
GIVEN = ("files", "metadata", "decisions")


def stage(name: str) -> Stage:
    """The stage of this name."""
    return next(found for found in FLOW if found.name == name)


def of_scope(*scopes: str) -> tuple[Stage, ...]:
    """The stages that see one file, document, article, or the whole case."""
    return tuple(found for found in FLOW if found.scope in scopes)


def waves(stages: Sequence[Stage]) -> list[list[Stage]]:
    """The stages in order, those together that need nothing of one another."""
    made: list[list[Stage]] = []
    given: set[str] = set()
    for found in stages:
        if not made or given & set(found.needs):
            made.append([])
            given = set()
        made[-1].append(found)
        given |= set(found.gives)
    return made


def verify(flow: tuple[Stage, ...] = FLOW) -> None:
    """Raise when a stage needs what nobody has given before it."""
    given = set(GIVEN)
    for found in flow:
        missing = set(found.needs) - given
        if missing:
            raise TestimoniaError(f"Stage {found.name} needs {', '.join(sorted(missing))}, which no earlier stage gives.")
        given |= set(found.gives)


def resume_key(stages: tuple[Stage, ...], settings: object, *inputs: object) -> str:
    """The key under which the stages' rows stand: stage, version, settings and input, never a position."""
    return digest([(found.name, found.version) for found in stages], settings, list(inputs), length=32)


def as_markdown() -> str:
    """The flow as a Markdown table, the same in `testimonia flow` and ARCHITECTURE.md."""
    head = "| stage | scope | needs | gives | version | what it does |\n|---|---|---|---|---|---|\n"
    body = "".join(f"| {s.name} | {s.scope} | {', '.join(s.needs)} | {', '.join(s.gives)} | {s.version} | {s.does} |\n" for s in FLOW)
    return head + body

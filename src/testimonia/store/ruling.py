"""A ruling made ready to be kept: what could never apply is refused, and words of a page become the place where they stand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from testimonia.base.documents import SEGMENT_KINDS
from testimonia.base.errors import UsageError
from testimonia.base.rulings import LABELS, RULED_TABLES, SPANS, fits, is_spans
from testimonia.base.spans import Span

if TYPE_CHECKING:
    from testimonia.store.case import Case

STRETCH = "`segments FILE WORDS --value KIND`"


def settled(case: Case, kind: str, table: str, targets: Sequence[str], value: str) -> tuple[str, str]:
    """The kind and value with which a ruling is kept.

    Words given for a span (“said by Anna Keller”) become the place where they stand in the row's own document.
    Raises `UsageError` for a ruling that could never apply.
    """
    if kind == "segment" or table == "segments":
        check_stretch(case, kind, table, targets, value)
    if kind in ("accept", "reject") and table in RULED_TABLES and len(targets) != 1:
        raise UsageError(f"“{kind}” is said of one row at a time; here are {len(targets)}.", "Give one id, and rule again on the next.")
    if kind not in ("relabel", "rebound") or table == "words":
        return kind, value
    check_field(kind, table, targets, value)
    if targets[1] in LABELS.get(table, {}):
        return "relabel", value
    return "rebound", placed(case, table, (targets[0], targets[1]), value)


def check_field(kind: str, table: str, targets: Sequence[str], value: str) -> None:
    """Raise `UsageError` for a field that cannot be ruled on, or a label that it cannot have."""
    labels, spans = LABELS.get(table, {}), SPANS.get(table, ())
    if len(targets) != 2 or targets[1] not in (*labels, *spans):
        fields = ", ".join((*labels, *spans)) or "none"
        raise UsageError(f"“{kind} {table}” needs a row and one of its fields.", f"Say ROW FIELD --value VALUE; FIELD is one of: {fields}.")
    if targets[1] in labels and not fits(table, targets[1], value):
        raise UsageError(f"“{value}” is no {targets[1]}.", f"It is one of: {', '.join(labels[targets[1]])}.")


def placed(case: Case, table: str, target: tuple[str, str], value: str) -> str:
    """A span field's value as offsets into the document of the row."""
    row, field = target
    record = next(case.found(table, id=row), None)
    if record is None:
        raise UsageError(f"The case holds no line “{row}”.", "`testimonia who` and `testimonia export` show the ids of lines.")
    if fits(table, field, value):
        if is_spans(value) and max(int(part.split(":")[1]) for part in value.split(",")) > len(case.text(record.document)):
            raise UsageError("These bounds lie outside the text.", "Choose the words in the article again.")
        return value
    found = nearest(case, record, value) if value.strip() and not value.replace(":", "").isdigit() else None
    if found is None:
        advice = "Give the name as the page has it, or `none`." if field == "speaker" else "Copy the words from the page."
        raise UsageError(f"“{value}” does not stand in the page of this line.", advice)
    return f"{found.start}:{found.end}"


def nearest(case: Case, record: Any, words: str) -> Span | None:
    """Where the words, or another name of whom they name, stand nearest to a row in its document; a whole name before a part of one."""
    text, at = case.text(record.document), record.cue.start if record.cue else record.content[0].start
    named = {entity.id for entity in case.records("entities") if words in entity.names or words == entity.id}
    mentions = [Span(row.start, row.end) for row in case.found("mentions", document=record.document) if row.form == "name"]
    named_at = {Span(row.start, row.end) for row in case.found("mention_entities", document=record.document) if row.entity in named}
    same = [span for span in mentions if span.of(text) == words]
    return closest(same, at) or closest(named_at, at) or closest(occurrences(text, words), at)


def occurrences(text: str, words: str) -> Iterable[Span]:
    """All places where the words stand in the text."""
    at = text.find(words)
    while at >= 0:
        yield Span(at, at + len(words))
        at = text.find(words, at + 1)


def closest(spans: Iterable[Span], at: int) -> Span | None:
    """The span that begins nearest to a place."""
    return min(spans, key=lambda span: (abs(span.start - at), span.start), default=None)


def check_stretch(case: Case, kind: str, table: str, targets: Sequence[str], value: str) -> None:
    """Raise `UsageError` for a ruling about a stretch of text that could never apply."""
    if (kind == "segment") != (table == "segments"):
        raise UsageError(f"A decision “{kind}” about {table} says nothing.", f"About a stretch of text: {STRETCH}.")
    if len(targets) != 2 or value not in SEGMENT_KINDS:
        raise UsageError("This names no stretch of text, or no kind of it.", f"Say {STRETCH}, the kind one of {', '.join(SEGMENT_KINDS)}.")
    ident = next((ident for ident, paths in case.paths().items() if targets[0] in (ident, *paths)), None)
    if ident is None or targets[1] not in case.text(ident):
        raise UsageError(
            f"“{targets[1]}” does not stand in {targets[0]}.", "Copy the words from the page as `testimonia serve` shows them."
        )

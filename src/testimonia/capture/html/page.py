"""The reader of HTML pages: a saved page, SingleFile's, a browser's "complete page", XHTML."""

from __future__ import annotations

import re

from testimonia.base.documents import Block, Note
from testimonia.base.errors import ReadingError
from testimonia.capture.encoding import decode
from testimonia.capture.html.facts import facts
from testimonia.capture.html.layout import Layout, Mark, lay_out
from testimonia.capture.html.main_text import DEPTH, ELEMENTS, main_marks
from testimonia.capture.html.source import DEPTH as TOO_DEEP
from testimonia.capture.html.source import Source, parse, parse_flat
from testimonia.capture.mojibake import repaired_lines
from testimonia.capture.part import Budget, Draft, Part, Reading, note

CHARSET = re.compile(rb"<meta[^<>]{0,300}?charset\s*=\s*[\"']?\s*([a-zA-Z0-9_:.-]{2,40})", re.I)
XML_ENCODING = re.compile(rb"^\s*<\?xml[^<>]{0,200}?encoding\s*=\s*[\"']([a-zA-Z0-9_:.-]{2,40})", re.I)


def read_html(part: Part, budget: Budget) -> Reading:
    """One page: its text, the roles of its stretches, what it says of itself."""
    yield page_draft(part, budget.limits.text_chars)


def page_draft(part: Part, limit: int) -> Draft:
    """The page as a draft.

    Raises `ReadingError` when there is no text in it.
    """
    decoded = decode(part.data, declared(part))
    source, repairs = repaired_lines(decoded.text)
    source = source.replace("\0", "\ufffd")  # as the HTML Standard does
    parsed = parse(source)
    layout = lay_out(parsed.tree, limit)
    if layout.depth >= TOO_DEEP:
        parsed = parse_flat(source)
        layout = lay_out(parsed.tree, limit)
    if len(layout.text) > limit:
        raise ReadingError(f"The page has more than {limit:,} characters of text.", "Split it into several files.")
    if not layout.text:
        raise ReadingError("There is no text in the page.", "It may be filled by a script: save it from the browser once it is shown.")
    hints = facts(parsed.tree, source)  # before the extractor uses the tree up
    marks, notes = main_text(parsed, layout)
    return Draft(
        text=layout.text,
        media_type="text/html",
        encoding=decoded.encoding,
        blocks=tuple(Block(start, -end, role, None, href or None) for start, end, role, href in in_order([*layout.marks, *marks])),
        hints=hints,
        notes=decoded.notes + repairs + parsed.notes + notes,
    )


def declared(part: Part) -> tuple[str | None, ...]:
    """The encodings that the transport and the page declare, the strongest first."""
    head = part.data[:8192]
    return (part.charset, *(found[1].decode("ascii") for pattern in (XML_ENCODING, CHARSET) if (found := pattern.search(head))))


def main_text(parsed: Source, layout: Layout) -> tuple[list[Mark], tuple[Note, ...]]:
    """The main text by the maintained extractor, where the page is not too large or deep for it."""
    if layout.depth > DEPTH or layout.elements > ELEMENTS:
        why = f"{layout.elements:,} elements, nested {layout.depth:,} deep"
        return [], (note("skipped", f"The main text was not looked for by the extractor: the page has {why}."),)
    found = main_marks(parsed.tree, layout, parsed.again)
    if found is None:
        return [], (note("skipped", "The extractor could not take the page; all of its text is kept."),)
    return found, ()


def in_order(marks: list[Mark]) -> list[Mark]:
    """The marks by their place, wider before narrower, each once."""
    return sorted(set(marks))

"""Plain text and Markdown: the file decoded, its byte-order mark taken off, and nothing else changed."""

from __future__ import annotations

import re

from testimonia.base.documents import Hint, Note
from testimonia.capture.encoding import decode
from testimonia.capture.mojibake import repaired_whole
from testimonia.capture.part import Budget, Draft, Part, Reading, note

HIDDEN = {
    "bidirectional controls": re.compile("[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]"),
    "zero-width characters": re.compile("[\u200b\u2060\ufeff\u00ad]"),
}
SEEN_NOT = re.compile("|".join(pattern.pattern for pattern in HIDDEN.values()).replace("]|[", ""))
TITLE = re.compile(r"\A(?:---\n.*?\n---\n)?\s*#[ \t]+(?P<title>[^\n]{1,300})", re.S)


def read_plain(part: Part, budget: Budget) -> Reading:
    """A text file."""
    yield plain_draft(part, "text/plain")


def read_markdown(part: Part, budget: Budget) -> Reading:
    """A Markdown file: its text with its marks; its first heading is a hint for the title."""
    draft = plain_draft(part, "text/markdown")
    found = TITLE.match(draft.text[:4000])
    hints = (Hint("title", found["title"].strip(), "markdown"),) if found else ()
    yield Draft(draft.text, draft.media_type, draft.encoding, (), hints, draft.notes)


def plain_draft(part: Part, media_type: str) -> Draft:
    """The text of a plain file.

    Raises `ReadingError` when its bytes are no text.
    """
    decoded = decode(part.data, (part.charset,))
    text, repairs = repaired_whole(decoded.text)
    return Draft(text, media_type, decoded.encoding, notes=decoded.notes + repairs)


def storable(text: str) -> tuple[str, tuple[Note, ...]]:
    """The text without what no database keeps: zero characters and lone surrogates become U+FFFD, one for one, so that offsets hold."""
    notes: tuple[Note, ...] = ()
    if "\0" in text:
        notes += (note("repair", f"{text.count(chr(0))} zero characters are shown as \ufffd."),)
        text = text.replace("\0", "\ufffd")
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        clean = re.sub("[\ud800-\udfff]", "\ufffd", text)
        notes += (note("repair", "Halves of characters (lone surrogates) are shown as \ufffd."),)
        text = clean
    return text, notes


def hidden(text: str) -> tuple[Note, ...]:
    """What a text holds that is not seen but can turn or part what is seen."""
    if text.isascii() or SEEN_NOT.search(text) is None:
        return ()
    counts = {name: len(pattern.findall(text)) for name, pattern in HIDDEN.items()}
    return tuple(
        note("doubt", f"It holds {count} {name}, kept as they are: what is shown may not be what is written.")
        for name, count in counts.items()
        if count
    )

"""ODT: the content file of an OpenDocument text, read with lxml (no kept library for the format is left that is more than that)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from testimonia.base.documents import Hint
from testimonia.base.errors import ReadingError
from testimonia.capture.archive import contents
from testimonia.capture.laying import Lay
from testimonia.capture.markup import local, parse_xml
from testimonia.capture.part import Budget, Draft, Part, Reading

MEDIA_TYPE = "application/vnd.oasis.opendocument.text"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
META = {"title": "title", "initial-creator": "author", "creator": "author", "creation-date": "published", "language": "language"}
ASIDE = frozenset(("tracked-changes", "annotation", "sequence-decls", "forms", "table-of-content-source"))


def read_odt(part: Part, budget: Budget) -> Reading:
    """The document's text in its order, its notes at the end."""
    raw = contents(part, budget, "content.xml")
    if raw is None:
        raise ReadingError("There is no text part in it.", "Open it in a word processor and save it again.")
    if b"manifest:encryption-data" in (contents(part, budget, "META-INF/manifest.xml") or b""):
        raise ReadingError("It is protected by a password.", "Save a copy without one.")
    root = parse_xml(raw, "The text part")
    lay, notes = Lay(), list[str]()
    walk(lay, root, notes)
    for number, words in enumerate(notes, start=1):
        lay.add(f"[{number}] {words}", "footer", close=number > 1)
    yield Draft(lay.text, MEDIA_TYPE, None, lay.sorted_blocks(), tuple(hints(part, budget)))


def walk(lay: Lay, root: Any, notes: list[str]) -> None:
    """Every heading, paragraph, list item and table row below the root, in order."""
    waiting = [(root, "")]
    while waiting:
        element, inside = waiting.pop()
        kind = local(element.tag)
        if kind in ASIDE:
            continue
        if kind in ("p", "h"):
            text = "".join(strings(element, notes)).strip("\n")
            outline = element.get(f"{TEXT}outline-level")
            role = ("title" if outline in (None, "1") else "heading") if kind == "h" else inside or "paragraph"
            lay.add(text, role, close=bool(inside))
        elif kind == "table-row":
            cells = (" ".join("".join(strings(cell, notes)).split()) for cell in element if local(cell.tag) == "table-cell")
            lay.add("\t".join(cells), "table", close=True)
        else:
            below = "list" if kind == "list" else inside
            waiting.extend((child, below) for child in reversed(element))


def strings(element: Any, notes: list[str]) -> Iterator[str]:
    """The characters of a paragraph; a note leaves its number and is kept for the end."""
    waiting: list[Any] = [element]
    while waiting:
        one = waiting.pop()
        if isinstance(one, str):
            yield one
            continue
        kind = local(one.tag)
        inner: list[Any] = []
        if kind == "note":
            body = next((child for child in one if local(child.tag) == "note-body"), None)
            notes.append(" ".join("".join(body.itertext()).split()) if body is not None else "")
            yield f"[{len(notes)}]"
        elif kind == "s":
            yield " " * min(100, int_of(one.get(f"{TEXT}c"), 1))
        elif kind in ("tab", "line-break"):
            yield "\t" if kind == "tab" else "\n"
        elif kind not in ASIDE:
            inner = [one.text or ""]
            for child in one:
                inner.extend((child, child.tail or ""))
        waiting.extend(reversed(inner))


def int_of(raw: str | None, default: int) -> int:
    """A count from an attribute."""
    return int(raw) if raw and raw.isascii() and raw.isdigit() and len(raw) < 6 else default


def hints(part: Part, budget: Budget) -> Iterator[Hint]:
    """What the file says of itself."""
    raw = contents(part, budget, "meta.xml")
    if raw is None:
        return
    for element in parse_xml(raw, "Its description").iter():
        field = META.get(local(element.tag))
        if field and element.text and element.text.strip():
            yield Hint(field, " ".join(element.text.split()), "odt")

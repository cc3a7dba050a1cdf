"""DOCX over python-docx: paragraphs, lists, tables, footnotes and the page breaks that Word wrote down when it last laid the text out."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from typing import Any

import docx
from docx.opc.exceptions import OpcError
from lxml import etree

from testimonia.base.documents import Hint
from testimonia.base.errors import ReadingError
from testimonia.capture.archive import contents, refuse_bomb
from testimonia.capture.laying import Lay
from testimonia.capture.markup import local, parse_xml
from testimonia.capture.part import Budget, Draft, Part, Reading

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FAULTS = (
    OpcError,
    LookupError,
    ValueError,
    AttributeError,
    TypeError,
    RuntimeError,
    EOFError,
    OSError,
    zipfile.BadZipFile,
    zlib.error,
    etree.LxmlError,
)
NOTES = {"footnoteReference": "word/footnotes.xml", "endnoteReference": "word/endnotes.xml"}


def read_docx(part: Part, budget: Budget) -> Reading:
    """The document's text in its order, its notes at the end."""
    refuse_bomb(part, budget)
    try:
        opened = docx.Document(io.BytesIO(part.data))
        body, styles = opened.element.body, {style.style_id: style.name or "" for style in opened.styles}
        hints = tuple(properties(opened.core_properties))
    except FAULTS as error:
        why = "parts that every such file has are missing" if isinstance(error, LookupError | AttributeError) else error
        raise ReadingError(f"The document is damaged: {why}.", "Open it in a word processor and save it again.") from error
    lay = Lay()
    markers: list[tuple[str, str]] = []
    lay.turn(1)
    for element in body:
        if element.tag == f"{W}p":
            add_paragraph(lay, element, styles, markers)
        elif element.tag == f"{W}tbl":
            add_table(lay, element, markers)
    add_notes(lay, part, budget, markers)
    lay.close_page()
    yield Draft(lay.text, MEDIA_TYPE, None, lay.sorted_blocks(), hints)


def add_paragraph(lay: Lay, element: Any, styles: dict[str, str], markers: list[tuple[str, str]]) -> None:
    """One paragraph; where Word began a new page inside it, the page turns after it (the paragraph counts to the page it begins on)."""
    style = element.find(f"{W}pPr/{W}pStyle")
    name = styles.get(style.get(f"{W}val") or "", "").lower() if style is not None else ""
    listed = element.find(f"{W}pPr/{W}numPr") is not None
    breaks = sum(1 for _ in element.iter(f"{W}lastRenderedPageBreak")) + sum(
        1 for one in element.iter(f"{W}br") if one.get(f"{W}type") == "page"
    )
    text = "".join(strings(element, markers)).strip("\n")
    lay.add(text, role_of(name, listed), close=listed)
    if breaks and lay.page is not None:
        lay.turn(lay.page + breaks)


def role_of(style: str, listed: bool) -> str:
    """What a paragraph is by its style's name (the built-in names are English in every language of Word)."""
    for begin, role in (("title", "title"), ("heading", "heading"), ("quote", "quote"), ("intense quote", "quote"), ("caption", "caption")):
        if style.startswith(begin):
            return role
    return "list" if listed or style.startswith("list") else "paragraph"


def strings(element: Any, markers: list[tuple[str, str]]) -> Iterator[str]:
    """The characters of a paragraph: text, tabs, line breaks, note markers; deleted text is left out, inserted text is in."""
    for one in element.iter():
        kind = local(one.tag)
        if kind == "t":
            yield one.text or ""
        elif kind == "tab" and local(one.getparent().tag) == "r":
            yield "\t"
        elif kind in ("br", "cr") and one.get(f"{W}type") != "page":
            yield "\n"
        elif kind == "noBreakHyphen":
            yield "-"
        elif kind in NOTES:
            markers.append((NOTES[kind], one.get(f"{W}id") or ""))
            yield f"[{len(markers)}]"


def add_table(lay: Lay, table: Any, markers: list[tuple[str, str]]) -> None:
    """A table, a row a line, its cells parted by tabs."""
    rows = []
    for row in table.iter(f"{W}tr"):
        cells = (" ".join(" ".join("".join(strings(p, markers)).split()) for p in cell.iter(f"{W}p")) for cell in row.iter(f"{W}tc"))
        rows.append("\t".join(cells))
    lay.add("\n".join(filter(str.strip, rows)), "table")


def add_notes(lay: Lay, part: Part, budget: Budget, markers: list[tuple[str, str]]) -> None:
    """The footnotes and endnotes that the text refers to, numbered as their markers."""
    texts: dict[tuple[str, str], str] = {}
    for file in sorted({file for file, _ in markers}):
        raw = contents(part, budget, file)
        for one in parse_xml(raw, "A note list of the document") if raw else ():
            texts[file, one.get(f"{W}id") or ""] = " ".join("".join(strings(one, [])).split())
    for number, marker in enumerate(markers, start=1):
        lay.add(f"[{number}] {texts.get(marker, '')}".rstrip(), "footer", close=number > 1)


def properties(core: Any) -> Iterator[Hint]:
    """What the file says of itself."""
    for field, value in (("title", core.title), ("author", core.author), ("language", core.language), ("section", core.category)):
        if value and str(value).strip() and str(value) != "python-docx":
            yield Hint(field, " ".join(str(value).split()), "docx")
    if core.created is not None:
        yield Hint("published", core.created.date().isoformat(), "docx")

"""EPUB: the chapters of a book in the order of its spine, each a document of its own, read as the web page it is."""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from typing import Any
from urllib.parse import unquote

from testimonia.base.documents import Hint
from testimonia.base.errors import ReadingError
from testimonia.capture.archive import BadMemberError, contents, opened, unpacked
from testimonia.capture.markup import local, parse_xml
from testimonia.capture.part import Budget, Part, Reading

META = {"creator": "author", "publisher": "outlet", "date": "published", "language": "language", "title": "section"}
ADVICE = "Fetch the book again."
XHTML = ("application/xhtml+xml", "text/html")


def read_epub(part: Part, budget: Budget) -> Reading:
    """Each chapter as a part; a chapter that is missing or protected is a failure, the others are read."""
    place, package = package_of(part, budget)
    hints = tuple(book_hints(package))
    locked = contents(part, budget, "META-INF/encryption.xml") or b""
    with opened(part) as archive:
        for name in chapters(package, posixpath.dirname(place)):
            if name.encode() in locked:
                yield part.failed("The chapter is protected (DRM).", "Read a copy without protection.", name)
                continue
            yield from chapter(part, budget, archive, name, hints)


def chapter(part: Part, budget: Budget, archive: zipfile.ZipFile, name: str, hints: tuple[Hint, ...]) -> Reading:
    """One chapter."""
    try:
        data = unpacked(archive, archive.getinfo(name), budget)
    except KeyError:
        yield part.failed("The chapter is named in the book but not in it.", ADVICE, name)
    except BadMemberError as error:
        yield part.failed(error.message, error.advice, name)
    else:
        yield replace(part.inside(data, budget.named(name), "application/xhtml+xml"), hints=(*part.hints, *hints))


def package_of(part: Part, budget: Budget) -> tuple[str, Any]:
    """Where the book's package file is, and its root element."""
    container = contents(part, budget, "META-INF/container.xml")
    root = parse_xml(container, "The book's container file") if container else None
    place = next((one.get("full-path") or "" for one in root.iter() if local(one.tag) == "rootfile"), "") if root is not None else ""
    raw = contents(part, budget, place) if place else None
    if raw is None:
        raise ReadingError("The book does not say where its text is.", ADVICE)
    return place, parse_xml(raw, "The book's package file")


def chapters(package: Any, folder: str) -> Iterator[str]:
    """The names of the chapters inside the archive, in the order of the spine."""
    items = {one.get("id"): one for one in package.iter() if local(one.tag) == "item"}
    for reference in (one for one in package.iter() if local(one.tag) == "itemref"):
        item = items.get(reference.get("idref"))
        if item is not None and (item.get("media-type") or "") in XHTML and item.get("properties") != "nav":
            yield posixpath.normpath(posixpath.join(folder, unquote(item.get("href") or ""))).lstrip("/")


def book_hints(package: Any) -> Iterator[Hint]:
    """What the book says of itself; its title is the section that its chapters stand in."""
    for one in package.iter():
        field = META.get(local(one.tag)) if "purl.org/dc" in str(one.tag) else None
        if field and one.text and one.text.strip():
            yield Hint(field, " ".join(one.text.split())[:300], "epub")

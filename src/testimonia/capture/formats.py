"""The table of formats: what is read, by which reader, over which library; a format is found from content first, then from the name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import PurePosixPath

from testimonia.capture.html import read_html
from testimonia.capture.part import Part, Reader
from testimonia.capture.plain import read_markdown, read_plain


@dataclass(frozen=True, slots=True)
class Format:
    """One format. `suffixes` are the usual endings of its names, `library` what reads it, `needs` what must be installed for all of it."""

    name: str
    title: str
    suffixes: tuple[str, ...]
    media_types: tuple[str, ...]
    library: str
    reader: Reader
    gives: str = "one document"
    needs: str = ""


FORMATS: tuple[Format, ...] = (
    Format("text", "plain text", (".txt", ".text"), ("text/plain",), "Python, chardet, ftfy", read_plain),
    Format("markdown", "Markdown", (".md", ".markdown"), ("text/markdown",), "Python, chardet, ftfy", read_markdown),
    Format(
        "html",
        "HTML, also as saved by SingleFile or as a browser's complete page",
        (".html", ".htm", ".xhtml", ".shtml"),
        ("text/html", "application/xhtml+xml"),
        "lxml, trafilatura",
        read_html,
    ),
)
BY_NAME = {one.name: one for one in FORMATS}
HTML_HEAD = re.compile(rb"<(?:!doctype\s+html|html|head|body|title|meta\s|article|main\s)[\s>]?", re.I)
TAGS = re.compile(rb"</?(?:p|div|a|span|br|h[1-6]|ul|li|table|td|section|script|img|b|i|em|strong)[\s>/]", re.I)


def format_of(part: Part) -> Format:
    """The format of a part: from its first bytes, else from what its container or its name says, else plain text."""
    return BY_NAME[by_content(part.data) or by_label(part) or "text"]


def by_content(data: bytes) -> str | None:
    """The format that the bytes themselves show."""
    head = data[:4096].lstrip(b"\xef\xbb\xbf \t\r\n\0\xff\xfe")
    if head[:1] == b"<" and HTML_HEAD.search(head.replace(b"\0", b"")[:2048]):
        return "html"
    return None


def by_label(part: Part) -> str | None:
    """The format that the container's media type or the name's ending says."""
    media_type = (part.media_type or "").split(";")[0].strip().lower()
    for one in FORMATS:
        if media_type and media_type in one.media_types and one.name != "text":
            return one.name
    suffix = PurePosixPath(part.name.lower()).suffix
    return next((one.name for one in FORMATS if suffix in one.suffixes), None)

"""HTML source into a tree, guarded: what would make the parser slow or lose text is taken out before it is parsed."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from testimonia.base.documents import Note
from testimonia.base.errors import ReadingError
from testimonia.capture.part import note

DEPTH = 2000  # libxml2 gives up at 2,048 and would lose the rest of the page
ATTRIBUTES = 400  # the parser compares each attribute of a tag with all others: a million of them would take days
DATA_URI = re.compile(r"data:[a-zA-Z0-9.+/;=_-]{0,100},[^\s\"'()<>]{500,}")
LONG_TAG = re.compile(r"<([a-zA-Z][^\s/<>]{0,50})\s([^<>]{1500,})>")
TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9:-]{0,50})(?:\s[^<>]*)?/?>")
DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,200}\?>|<!DOCTYPE[^>]{0,500}>", re.IGNORECASE)
KEPT_FLAT = frozenset(("title", "script", "style", "meta", "link", "head", "body", "html", "br", "time", "template"))
INLINE = frozenset(
    "a abbr b bdi bdo big cite code del dfn em font i ins kbd label mark q s samp small span strike strong sub sup tt u var".split()
)


@dataclass(frozen=True, slots=True)
class Source:
    """A parsed page and what had to be said about its source."""

    tree: HtmlElement
    notes: tuple[Note, ...] = ()


def parse(source: str) -> Source:
    """The tree of a page.

    Raises `ReadingError` when there is no element in it.
    """
    notes: tuple[Note, ...] = ()
    if len(source) > 2000:
        source = DATA_URI.sub("data:,", source)
        source, stripped = LONG_TAG.subn(without_attributes, source)
        if stripped and "\ue0ff" in source:
            source = source.replace("\ue0ff", "")
            notes += (note("skipped", "Tags with hundreds of attributes: their attributes were not read."),)
    if too_deep(source):
        source = TAG.sub(flat, source)
        notes += (note("skipped", f"Its elements are nested more than {DEPTH:,} deep: the text was read without their structure."),)
    return Source(tree_of(source), notes)


def tree_of(source: str) -> HtmlElement:
    """The tree of prepared source."""
    data = DECLARATION.sub("", source, count=1).encode("utf-8", "replace")
    # a parser of its own for each page: nothing is kept from one page to the next
    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, collect_ids=False, huge_tree=True, no_network=True)
    try:
        tree = document_fromstring(data, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, AssertionError) as error:
        raise ReadingError("There is no text in the page.", "Save the page again from the browser.") from error
    if not isinstance(tree, HtmlElement):
        raise ReadingError("There is no text in the page.", "Save the page again from the browser.")
    return tree


def without_attributes(match: re.Match[str]) -> str:
    """A tag without its attributes when it has too many of them; marked, so that it can be said."""
    inside = match[2]
    if inside.count("=") <= ATTRIBUTES and len(inside.split(None, ATTRIBUTES * 4)) <= ATTRIBUTES * 4:
        return match[0]
    return f"<{match[1]}\ue0ff>"


def too_deep(source: str) -> bool:
    """Whether elements are nested deeper than the parser goes, counted generously: by tags opened and never closed."""
    if source.count("<") < DEPTH:
        return False
    depth = 0
    for match in TAG.finditer(source):
        if match[1]:
            depth = max(0, depth - 1)
        elif match[2].lower() not in VOID:
            depth += 1
            if depth > DEPTH:
                return True
    return False


VOID = frozenset("area base br col embed hr img input link meta param source track wbr p li option tr td th dt dd".split())


def flat(match: re.Match[str]) -> str:
    """A tag of a page without structure: a new line for a block, nothing for inline markup."""
    name = match[2].lower()
    if name in KEPT_FLAT:
        return match[0]
    return "" if name in INLINE else "<br>"

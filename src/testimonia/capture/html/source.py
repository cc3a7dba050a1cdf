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
TAG_CHARS = 1500  # shorter tags cannot have too many attributes
# One class for all elements: the lookup of lxml.html asks Python for each element again and again, and nobody needs its forms.
ONE_CLASS = etree.ElementDefaultClassLookup(element=HtmlElement)
DATA_URI = re.compile(r"data:[a-zA-Z0-9.+/;=_-]{0,100},[^\s\"'()<>]{500,}")
LONG_TAG = re.compile(rf"<([a-zA-Z][^\s/<>]{{0,50}})\s([^<>]{{{TAG_CHARS},}})>")
TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9:-]{0,50})(?:\s[^<>]*)?/?>")
LONG = re.compile(f"<[^<>]{{{TAG_CHARS}}}")
DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,200}\?>|<!DOCTYPE[^>]{0,500}>", re.IGNORECASE)
STRIPPED = "\ue0ff"  # marks a tag that lost its attributes, until that is counted
KEPT_FLAT = frozenset(("title", "script", "style", "meta", "link", "head", "body", "html", "br", "time", "template"))
INLINE = frozenset(
    "a abbr b bdi bdo big cite code del dfn em font i ins kbd label mark q s samp small span strike strong sub sup tt u var".split()
)


@dataclass(frozen=True, slots=True)
class Source:
    """A parsed page, the source that it was parsed from, and what had to be said about it."""

    tree: HtmlElement
    prepared: str
    notes: tuple[Note, ...] = ()

    def again(self) -> HtmlElement:
        """The same tree anew."""
        return tree_of(self.prepared)


def parse(source: str) -> Source:
    """The tree of a page.

    Raises `ReadingError` when there is no element in it.
    """
    notes: tuple[Note, ...] = ()
    if LONG.search(source):
        source, stripped = LONG_TAG.subn(without_attributes, DATA_URI.sub("data:,", source))
        if stripped and STRIPPED in source:
            source = source.replace(STRIPPED, "")
            notes = (note("skipped", "Tags with hundreds of attributes: their attributes were not read."),)
    return Source(tree_of(source), source, notes)


def parse_flat(source: str) -> Source:
    """The tree of a page that is nested too deep for the parser, without its structure: its lines are kept."""
    said = f"Its elements are nested more than {DEPTH:,} deep: the text was read without their structure."
    prepared = TAG.sub(flat, source)
    return Source(tree_of(prepared), prepared, (note("skipped", said),))


def tree_of(source: str) -> HtmlElement:
    """The tree of prepared source."""
    data = DECLARATION.sub("", source, count=1).encode("utf-8", "replace")
    # a parser of its own for each page: nothing is kept from one page to the next
    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, collect_ids=False, huge_tree=True, no_network=True)
    parser.set_element_class_lookup(ONE_CLASS)
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
    return f"<{match[1]}{STRIPPED}>"


def flat(match: re.Match[str]) -> str:
    """A tag of a page without structure: a new line for a block, nothing for inline markup."""
    name = match[2].lower()
    if name in KEPT_FLAT:
        return match[0]
    return "" if name in INLINE else "<br>"

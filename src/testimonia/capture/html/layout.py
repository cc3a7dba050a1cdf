"""The visible text of a page, as a browser would hand it over when all is selected and copied (HTML Standard, `innerText`).

White space is collapsed, lines and paragraphs are parted by one and two line ends, table cells by a tab. Scripts and styles are no text.
Nothing else is left out: menus and footers are part of the page and are accounted for later.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

from lxml.etree import iterwalk
from lxml.html import HtmlElement

NEVER_SHOWN = frozenset("script style template head noembed noframes object applet iframe svg canvas audio video map datalist".split())
GAPS = dict.fromkeys(
    "div tr caption dt dd li address article section main header footer nav aside form fieldset figure figcaption details summary dialog "
    "legend option optgroup body hgroup center title noscript".split(),
    1,
) | dict.fromkeys("p h1 h2 h3 h4 h5 h6 blockquote ul ol dl table pre hr article section aside nav footer header figure".split(), 2)
ROLES = {
    "h1": "title",
    **dict.fromkeys(("h2", "h3", "h4", "h5", "h6"), "heading"),
    "p": "paragraph",
    "blockquote": "quote",
    "figcaption": "caption",
    "caption": "caption",
    **dict.fromkeys(("ul", "ol", "dl"), "list"),
    "table": "table",
    "nav": "nav",
    "aside": "aside",
    "footer": "footer",
    "time": "time",
    "a": "link",
    "article": "post",
    **dict.fromkeys(("form", "select", "button", "dialog"), "form"),
    "noscript": "hidden",
}
ARIA = {
    "navigation": "nav",
    "complementary": "aside",
    "contentinfo": "footer",
    "article": "post",
    "search": "form",
    "menu": "nav",
    "dialog": "form",
}
ITEMPROP = {"author": "byline", "datepublished": "time", "datecreated": "time", "headline": "title", "comment": "comment"}
CLASSES: tuple[tuple[re.Pattern[str], str], ...] = (
    (
        re.compile(
            r"(?:^|\s)(?:comments?|commentlist|comments?-(?:list|body|area|section|thread|content|wrapper)|disqus_thread)(?:\s|$)", re.I
        ),
        "comment",
    ),
    # the last one: what Telegram's program exports, a channel or a chat
    (re.compile(r"(?:^|\s)(?:hentry|h-entry|blog-?post|message default)(?:\s|$)", re.I), "post"),
    (re.compile(r"(?:^|\s)(?:by-?line|p-author|vcard author|author vcard)(?:\s|$)", re.I), "byline"),
    (re.compile(r"(?:^|\s)(?:entry-title|post-title|article-title|p-name)(?:\s|$)", re.I), "title"),
    (re.compile(r"(?:^|\s)(?:wp-caption-text|image-caption|photo-caption)(?:\s|$)", re.I), "caption"),
)
UNSEEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
INVISIBLE = re.compile(
    "[\u00ad\u200b\u2060\ufeff]"
)  # these only say where a line may break; a search or comparison must not trip over them


GAP = ("", "\n", "\n\n")  # the line ends that stand for a gap


@dataclass(slots=True)
class Flow:
    """Text being laid out: the pieces so far, where each string of the source begins, and what must stand before the next."""

    pieces: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    at: int = 0
    gap: int = 0
    space: str = ""

    def add(self, raw: str) -> None:
        """Add text from the source, its white space collapsed."""
        if not raw.isascii():
            raw = INVISIBLE.sub("", raw)
        words = raw.split()
        if not words:
            if raw and not self.space:
                self.space = " "
            return
        line = " ".join(words)
        at, pieces = self.at, self.pieces
        if at and (before := GAP[self.gap] or self.space or (" " if raw[0].isspace() else "")):
            pieces.append(before)
            at += len(before)
        pieces.append(line)
        self.starts.append(at)
        self.at = at + len(line)
        self.gap = 0
        self.space = " " if raw[-1].isspace() else ""

    def add_lines(self, raw: str) -> None:
        """Add preformatted text: its lines stay lines."""
        for position, line in enumerate(raw.split("\n")):
            if position:
                self.gap = min(2, self.gap + 1)
            self.add(line)

    @property
    def text(self) -> str:
        """The text laid out."""
        return "".join(self.pieces)


Mark = tuple[int, int, str, str]  # where a block starts, minus where it ends, its role and its link or "": sorts as blocks do


@dataclass(frozen=True, slots=True)
class Layout:
    """A page's visible text, the roles of its stretches, and how deep and large its tree is."""

    text: str
    marks: list[Mark]
    depth: int
    elements: int


def lay_out(tree: HtmlElement, limit: int) -> Layout:
    """The visible text of a page with the roles of its stretches, in one walk; broken off when it has more than `limit` characters."""
    flow, marks = Flow(), list[Mark]()
    stack: list[tuple[int, str | None, str, int, bool]] = []  # strings before the element, its role, link, gap, whether it is `pre`
    elements = depth = 0
    add, starts = flow.add, flow.starts
    walk = iterwalk(tree, events=("start", "end"))
    for event, element in walk:
        if event == "start":
            tag = element.tag
            elements += 1
            if tag in NEVER_SHOWN:
                walk.skip_subtree()
                stack.append(NOTHING)
                continue
            items = element.items()
            role, href = attributed(tag, items) if items else (BARE_ROLES.get(tag), "")
            gap = GAPS.get(tag, 0)
            if gap > flow.gap:
                flow.gap = gap
            stack.append((len(starts), role, href, gap, tag == "pre"))
            depth = max(depth, len(stack))
            if tag in SPECIAL:
                begin(tag, flow)
                add = flow.add_lines if tag == "pre" else add
            if text := element.text:
                add(text)
        else:
            before, role, href, gap, pre = stack.pop()
            if gap > flow.gap:
                flow.gap = gap
            if pre:
                add = flow.add_lines if any(one[4] for one in stack) else flow.add
            if role is not None and len(starts) > before:
                marks.append((starts[before], -flow.at, role, href))
            if (text := element.tail) and stack:
                add(text)
            if flow.at > limit:
                break
    return Layout(flow.text, marks, depth, elements)


NOTHING = (0, None, "", 0, False)
SPECIAL = frozenset(("br", "td", "th", "pre"))
BARE_ROLES = {tag: role for tag, role in ROLES.items() if tag != "a"}  # without an address it is no link


def begin(tag: str, flow: Flow) -> None:
    """What a line break and the beginning of a table cell put before the next text."""
    if tag == "br":
        flow.gap = min(2, flow.gap + 1)
    elif tag in ("td", "th"):
        flow.space = "\t"  # the gap of its row is wider, so that the first cell of a row has none


def attributed(tag: str, items: list[tuple[str, str]]) -> tuple[str | None, str]:
    """What an element's tag and attributes say its text is, and where it links to."""
    if tag == "a":
        named = dict(items)
        href = named.get("href", "")
        return ("byline" if named.get("rel") == "author" else "link" if href else None), href
    role = ROLES.get(tag)
    if tag in ("body", "html"):  # their classes speak of the whole site
        return role, ""
    for name, value in items:
        if name in TELLING:
            role = said(name, value[:300]) or role
    return role, ""


TELLING = frozenset(("class", "id", "style", "hidden", "role", "itemprop"))


@lru_cache(maxsize=8192)
def said(name: str, value: str) -> str | None:
    """The role that one attribute gives."""
    if name in ("class", "id"):
        return next((role for pattern, role in CLASSES if pattern.search(value)), None)
    if name == "style":
        return "hidden" if UNSEEN.search(value) else None
    if name == "hidden":
        return "hidden"
    return (ARIA if name == "role" else ITEMPROP).get(value.strip().lower())

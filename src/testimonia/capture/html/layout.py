"""The visible text of a page, as a browser would hand it over when all is selected and copied (HTML Standard, `innerText`).

White space is collapsed, lines and paragraphs are parted by one and two line ends, table cells by a tab. Scripts and styles are no text.
Nothing else is left out: menus and footers are part of the page and are accounted for later.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml.etree import iterwalk
from lxml.html import HtmlElement

from testimonia.base.documents import Block

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
    (re.compile(r"(?:^|\s)(?:hentry|h-entry|blog-?post)(?:\s|$)", re.I), "post"),
    (re.compile(r"(?:^|\s)(?:by-?line|p-author|vcard author|author vcard)(?:\s|$)", re.I), "byline"),
    (re.compile(r"(?:^|\s)(?:entry-title|post-title|article-title|p-name)(?:\s|$)", re.I), "title"),
    (re.compile(r"(?:^|\s)(?:wp-caption-text|image-caption|photo-caption)(?:\s|$)", re.I), "caption"),
)
UNSEEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
INVISIBLE = re.compile(
    "[\u00ad\u200b\u2060\ufeff]"
)  # these only say where a line may break; a search or comparison must not trip over them


@dataclass(slots=True)
class Flow:
    """Text being laid out: the pieces so far, and what must stand before the next."""

    pieces: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    at: int = 0
    gap: int = 0
    space: str = ""

    def add(self, raw: str) -> None:
        """Add text from the source, its white space collapsed."""
        if not raw.isascii():
            raw = INVISIBLE.sub("", raw)
        line = " ".join(raw.split())
        if not line:
            if raw and not self.space:
                self.space = " "
            return
        if not self.at:
            before = ""
        elif self.gap:
            before = "\n" * self.gap
        else:
            before = self.space or (" " if raw[0].isspace() else "")
        self.pieces.append(before + line)
        self.starts.append(self.at + len(before))
        self.at += len(before) + len(line)
        self.ends.append(self.at)
        self.gap = 0
        self.space = " " if raw[-1].isspace() else ""

    def add_lines(self, raw: str) -> None:
        """Add preformatted text: its lines stay lines."""
        for position, line in enumerate(raw.split("\n")):
            if position:
                self.gap = min(2, self.gap + 1)
            self.add(line)

    def part(self, gap: int) -> None:
        """Let at least so many line ends stand before the next text."""
        if gap > self.gap:
            self.gap = gap

    @property
    def text(self) -> str:
        """The text laid out."""
        return "".join(self.pieces)


@dataclass(frozen=True, slots=True)
class Layout:
    """A page's visible text, the roles of its stretches, and how deep and large its tree is."""

    text: str
    blocks: tuple[Block, ...]
    depth: int
    elements: int


def lay_out(tree: HtmlElement) -> Layout:
    """The visible text of a page with its blocks, in one walk."""
    flow, blocks = Flow(), list[Block]()
    stack: list[tuple[int, str | None, str | None, int]] = []  # pieces before the element, its role, link, gap
    pre = elements = depth = 0
    walk = iterwalk(tree, events=("start", "end"))
    for event, element in walk:
        tag = element.tag
        if event == "start":
            elements += 1
            if tag in NEVER_SHOWN:
                walk.skip_subtree()
                stack.append((0, None, None, -1))
                continue
            role, href = role_of(element, tag)
            gap = GAPS.get(tag, 0)
            if gap > flow.gap:
                flow.gap = gap
            stack.append((len(flow.pieces), role, href, gap))
            depth = max(depth, len(stack))
            pre += tag == "pre"
            if tag == "br":
                flow.gap = min(2, flow.gap + 1)
            elif element.text:
                (flow.add_lines if pre else flow.add)(element.text)
        else:
            before, role, href, gap = stack.pop()
            if gap > flow.gap:
                flow.gap = gap
            if tag in ("td", "th"):
                flow.space = "\t"
            pre -= tag == "pre"
            if role is not None and len(flow.pieces) > before:
                blocks.append(Block(flow.starts[before], flow.at, role, None, href))
            if element.tail and stack:
                (flow.add_lines if pre else flow.add)(element.tail)
    blocks.sort(key=lambda block: (block.start, -block.end, block.role))
    return Layout(flow.text, tuple(blocks), depth, elements)


def role_of(element: HtmlElement, tag: str) -> tuple[str | None, str | None]:
    """What an element's tag and attributes say its text is, and where it links to."""
    role = ROLES.get(tag)
    items = element.items()
    if not items:
        return (None if tag == "a" else role), None
    if tag == "a":
        return ("byline" if element.get("rel") == "author" else "link"), element.get("href")
    if tag in ("body", "html"):  # their classes speak of the whole site
        return role, None
    for name, value in items:
        role = said(name, value) or role
    return role, None


def said(name: str, value: str) -> str | None:
    """The role that one attribute gives."""
    if name in ("class", "id"):
        return next((role for pattern, role in CLASSES if pattern.search(value)), None)
    if name == "style":
        return "hidden" if UNSEEN.search(value) else None
    if name == "hidden":
        return "hidden"
    if name == "role":
        return ARIA.get(value.strip().lower())
    if name == "itemprop":
        return ITEMPROP.get(value.strip().lower())
    return None

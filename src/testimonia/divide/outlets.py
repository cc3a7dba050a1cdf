"""Who published a page: the user's word, the page's own metadata, its copyright line, or its address."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from urllib.parse import urlsplit

from testimonia.base.documents import Document, Fact
from testimonia.base.phrases import function_words, words_of
from testimonia.base.shapes import urls_in
from testimonia.base.spans import Span, trimmed
from testimonia.divide.credits import Said, links
from testimonia.divide.lines import Line
from testimonia.divide.names import is_outlet

RIGHTS = re.compile(
    r"(?:©|ⓒ|\(c\)|\bcopyright\b)(?:[\s©:]|\(c\)|copyright\b|\d{4}\s(?=copyright))*(?:by\s+)?(?:(?:19|20)\d\d)?(?:\s*[-–—/]\s*(?:(?:19|20)\d\d)?)?[\s,.:]*(?:by\s+)?",
    re.IGNORECASE,
)
ENDS = re.compile(
    r"\s*(?:[|•·(\[/]|\.\s|\.$|,\s|\b(?:all rights|alle rechte|tous droits|todos los|terms|privacy|unless)\b"
    r"|\s[-–—]\s|https?:|www\.|\d{4})",
    re.IGNORECASE,
)
SHARED_HOSTS = frozenset(
    [
        "facebook",
        "twitter",
        "x",
        "youtube",
        "instagram",
        "telegram",
        "t",
        "linkedin",
        "pinterest",
        "reddit",
        "google",
        "wordpress",
        "blogspot",
        "bit",
        "youtu",
        "amzn",
        "wa",
        "apple",
    ]
)
LONGEST = 60
PARTED = re.compile(r"\s+[|–—·•»:-]+\s+|\s*[|»]\s*")  # what parts a page's title from the name of its site
SHORT_FORM = re.compile(r"\s*\([^()]{2,12}\)\s*$")  # "Weir Group (WG)"
ITEM = re.compile(r"\s*[|•·›»/]\s*|\s{2,}|\t")  # what parts the items of a menu on one line
ITEMS_LINE = 3  # items that make one line a menu
TOP, MENU, ITEMS = 3, 6, 2  # lines among which a site's name stands; lines below it that are looked at; those of them that make a menu
SHORT_ITEMS, ITEM_WORDS = 4, 3  # the same for short lines, one of which is known; words of such a line
NAME_WORDS = 6  # words of a site's name
SHORT_NAME = 3  # characters of a line that is a sign and no name


def squeezed(name: str) -> str:
    """A name with nothing but its letters and figures, in lower case."""
    return "".join(words_of(name.replace("-", " "))).replace("_", "")


def host_name(url: str) -> str:
    """The part of a URL's host that names the site: `example` of `www.example.org`; empty when it has none."""
    try:
        host = urlsplit(url if "//" in url else f"//{url}").hostname or ""
    except ValueError:
        return ""
    parts = [part for part in host.split(".") if part != "www"]
    while len(parts) > 2 and len(parts[-2]) <= 3 and len(parts[-1]) == 2:
        parts.pop(-2)  # co.uk, com.al
    return parts[-2] if len(parts) >= 2 else ""


def hinted(document: Document, field: str) -> Fact | None:
    """What the user's metadata.csv, or else the page's own markup, says of a field."""
    hints = [hint for hint in document.hints if hint.field == field and hint.value.strip()]
    hints.sort(key=lambda hint: hint.origin != "metadata.csv")
    return Fact(hints[0].value.strip(), None, f"from {hints[0].origin}") if hints else None


def rights_line(text: str, lines: Sequence[Line]) -> Fact | None:
    """The holder that a copyright line at the page's top or foot names."""
    for line in [*reversed(lines[-60:]), *lines[:60]]:
        match = RIGHTS.search(line.text) if line.shape.words <= 60 else None
        if match is None or not (line.shape.copyright or match.start() < 3):
            continue
        start = line.span.start + match.end()
        stop = ENDS.search(text, start, line.span.end)
        span = trimmed(text, (start, stop.start() if stop else line.span.end))
        name = span.of(text)
        if 2 <= len(name) <= LONGEST and name[0].isupper() and len(name.split()) <= 7:
            return Fact(name, span, "named in the page's copyright line")
    return None


def beside_title(document: Document, lines: Sequence[Line], titles: Collection[int]) -> Fact | None:
    """The site's name where the page's `<title>` gives it before or behind the title that stands above the text."""
    whole = next((hint.value.strip() for hint in document.hints if (hint.field, hint.origin) == ("title", "title")), "")
    for shown in (lines[place].text for place in sorted(titles) if place < len(lines)):
        rest = whole.removeprefix(shown) if whole.startswith(shown) else whole.removesuffix(shown) if whole.endswith(shown) else ""
        parts = PARTED.split(rest)
        names = [part for part in parts if part.strip()]
        if not names or len(parts) < 2:
            continue
        name = SHORT_FORM.sub("", names[-1 if whole.startswith(shown) else 0]).strip()
        if len(name) <= LONGEST and len(name.split()) <= NAME_WORDS and not name[:1].islower() and any(map(str.isalpha, name)):
            return Fact(name, None, "beside the text's title in the title of the page")
    return None


def is_menu(line: Line) -> bool:
    """Whether a line is a menu by itself: short items and marks or wide gaps between them."""
    items = [item for item in ITEM.split(line.text.strip()) if any(map(str.isalpha, item))]
    return line.kind != "article" and len(items) >= ITEMS_LINE and all(len(item.split()) <= ITEM_WORDS for item in items)


def is_item(line: Line) -> bool:
    """Whether a line is as short as an item of a menu."""
    return line.shape.words <= ITEM_WORDS and not line.shape.ends_sentence


def head_line(text: str, lines: Sequence[Line], titles: Collection[int]) -> Fact | None:
    """The name right above the first title, below a menu, where the page has it again further down: its dateline, its byline."""
    first = min(titles, default=0)
    line = lines[first - 1] if first >= ITEMS else None
    if line is None or not is_name(line) or line.shape.words < 2 or text.find(line.text, line.span.end) < 0:
        return None
    above = lines[max(0, first - 1 - MENU) : first - 1]
    menu = sum(map(is_item, above)) >= ITEMS or any(map(is_menu, above))
    return Fact(line.text, line.span, "the name above the title, below the menu; the page has it again") if menu else None


def is_name(line: Line) -> bool:
    """Whether a line that is no part of a text has the form of a site's name."""
    words = line.shape.words <= NAME_WORDS and line.text[:1].isalpha() and not line.text[:1].islower() and not line.shape.ends_sentence
    return words and line.kind != "article" and not line.shape.date and not urls_in(line.text)


def is_proper(text: str, line: Line) -> bool:
    """Whether a line reads like a name: an outlet's word, two capitals and more, or words that the page has again; no label of a menu."""
    if is_outlet(line.text):
        return True
    if line.marked("nav") >= 2 or len(line.text) <= SHORT_NAME or "@" in line.text:
        return False
    words = [word for word in line.text.split() if word.lower() not in function_words()]
    capitals = len(words) >= 2 and all(not word[0].islower() for word in words)
    return capitals or text.find(line.text, line.span.end) > 0


def site_line(text: str, lines: Sequence[Line], titles: Collection[int]) -> Fact | None:
    """The site's name on the first line of the page that is no phrase of a menu, where the menu stands right below it."""
    top = [place for place, line in enumerate(lines[:TOP]) if max(line.shape.marks) < 3 or is_outlet(line.text)][:1]
    for place in top:
        line, below = lines[place], lines[place + 1 : place + 1 + MENU]
        known = sum(other.marked("nav") == 3 or other.marked("home") == 3 for other in below)
        short = sum(map(is_item, below))
        menu = known >= ITEMS or (known and short >= SHORT_ITEMS) or any(map(is_menu, below[:1]))
        if place not in titles and is_name(line) and menu and is_proper(text, line):
            return Fact(line.text, line.span, "the name at the top of the page, above its menu")
    return None


def page_outlet(document: Document, lines: Sequence[Line], said: Sequence[Said], titles: Collection[int] = ()) -> Fact | None:
    """The outlet of the whole page. A translator whose name is that of an address on the page is the page's own outlet."""
    given = hinted(document, "outlet")
    if given:
        return given
    beside, holder = beside_title(document, lines, titles), rights_line(document.text, lines)
    named = beside if beside and (holder is None or is_outlet(beside.value)) else holder  # the holder may be the company behind it
    if named:
        return named
    found = links(document.text, [line for line in lines if line.shape.words <= 30])
    hosts = {squeezed(host_name(span.of(document.text))) for span in found} - {""}
    for one in said:
        if one.field == "translator" and squeezed(one.value) in hosts:
            return Fact(one.value, one.span, "named as the translator; an address on the page has the same name")
    return site_line(document.text, lines, titles) or head_line(document.text, lines, titles)


def outlet_of_link(text: str, span: Span, names: Sequence[Said], own: Fact | None) -> Fact | None:
    """The outlet that a link leads to, unless it is the page's own or a network's; by the name that the page has for it."""
    host = host_name(span.of(text))
    flat = squeezed(host)
    if not flat or host in SHARED_HOSTS or (own is not None and squeezed(own.value).startswith(flat)):
        return None
    for said in names:
        words = said.value.replace(",", " ").split()
        for size in range(len(words), 0, -1):
            if squeezed(" ".join(words[:size])) == flat:
                return Fact(" ".join(words[:size]), span, f"the address above the text; named {said.value!r} elsewhere on the page")
    return Fact(host, span, "the address that the page gives for the text")

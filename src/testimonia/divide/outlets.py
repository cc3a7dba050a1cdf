"""Who published a page: the user's word, the page's own metadata, its copyright line, or its address."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from urllib.parse import urlsplit

from testimonia.base.documents import Document, Fact
from testimonia.base.phrases import words_of
from testimonia.base.shapes import urls_in
from testimonia.base.spans import Span, trimmed
from testimonia.divide.credits import Said, links
from testimonia.divide.lines import Line
from testimonia.divide.names import is_outlet

RIGHTS = re.compile(
    r"(?:©|ⓒ|\(c\)|\bcopyright\b)[\s©:]*(?:by\s+)?(?:(?:19|20)\d\d)?(?:\s*[-–—/]\s*(?:(?:19|20)\d\d)?)?[\s,.:]*(?:by\s+)?", re.IGNORECASE
)
ENDS = re.compile(
    r"\s*(?:[|•·(\[/]|\.\s|\.$|,\s|\b(?:all rights|alle rechte|tous droits|todos los|terms|privacy)\b|\s[-–—]\s|https?:|www\.|\d{4})",
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
TOP, MENU, ITEMS = 3, 6, 2  # lines among which a site's name stands; lines below it that are looked at; those of them that make a menu
SHORT_ITEMS, ITEM_WORDS = 4, 3  # the same for short lines, one of which is known; words of such a line
NAME_WORDS = 6  # words of a site's name


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


def site_line(lines: Sequence[Line], titles: Collection[int]) -> Fact | None:
    """The site's name on the first line of the page that is no phrase of a menu, where the menu stands right below it."""
    top = [place for place, line in enumerate(lines[:TOP]) if max(line.shape.marks) < 3 or is_outlet(line.text)][:1]
    for place in top:
        line, below = lines[place], lines[place + 1 : place + 1 + MENU]
        words = line.shape.words <= NAME_WORDS and line.text[:1].isalpha() and not line.text[:1].islower() and not line.shape.ends_sentence
        named = place not in titles and line.kind != "article" and words and not line.shape.date and not urls_in(line.text)
        known = sum(other.marked("nav") == 3 or other.marked("home") == 3 for other in below)
        short = sum(other.shape.words <= ITEM_WORDS and not other.shape.ends_sentence for other in below)
        if named and (known >= ITEMS or (known and short >= SHORT_ITEMS)):
            return Fact(line.text, line.span, "the name at the top of the page, above its menu")
    return None


def page_outlet(document: Document, lines: Sequence[Line], said: Sequence[Said], titles: Collection[int] = ()) -> Fact | None:
    """The outlet of the whole page. A translator whose name is that of an address on the page is the page's own outlet."""
    given = hinted(document, "outlet")
    if given:
        return given
    named = rights_line(document.text, lines)
    if named:
        return named
    found = links(document.text, [line for line in lines if line.shape.words <= 30])
    hosts = {squeezed(host_name(span.of(document.text))) for span in found} - {""}
    for one in said:
        if one.field == "translator" and squeezed(one.value) in hosts:
            return Fact(one.value, one.span, "named as the translator; an address on the page has the same name")
    return site_line(lines, titles)


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

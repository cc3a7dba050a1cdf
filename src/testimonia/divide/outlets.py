"""Who published a page: the user's word, the page's own metadata, its copyright line, or its address."""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import urlsplit

from testimonia.base.documents import Document, Fact
from testimonia.base.phrases import words_of
from testimonia.base.spans import Span, trimmed
from testimonia.divide.credits import Said, links
from testimonia.divide.lines import Line

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


def page_outlet(document: Document, lines: Sequence[Line], said: Sequence[Said]) -> Fact | None:
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
    return None


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

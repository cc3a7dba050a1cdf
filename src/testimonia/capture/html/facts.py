"""What a page says of itself outside its text: JSON-LD, meta tags, the canonical link, `<time>`, the saving program's mark.

Each becomes a hint with the place it was read from; which hint is believed is decided later, with the text at hand.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from typing import Any

from lxml.html import HtmlElement

from testimonia.base.documents import Hint

LONGEST = 500  # characters of a value; longer ones are no titles or names
META = {
    "og:title": ("title", "opengraph"),
    "og:site_name": ("outlet", "opengraph"),
    "og:url": ("url", "opengraph"),
    "og:locale": ("language", "opengraph"),
    "og:article:author": ("author", "opengraph"),
    "og:article:published_time": ("published", "opengraph"),
    "article:published_time": ("published", "opengraph"),
    "article:author": ("author", "opengraph"),
    "article:section": ("section", "opengraph"),
    "twitter:title": ("title", "meta"),
    "author": ("author", "meta"),
    "byl": ("author", "meta"),
    "citation_author": ("author", "meta"),
    "citation_title": ("title", "meta"),
    "citation_publication_date": ("published", "meta"),
    "citation_journal_title": ("outlet", "meta"),
    "dc.title": ("title", "meta"),
    "dc.creator": ("author", "meta"),
    "dc.publisher": ("outlet", "meta"),
    "dc.date": ("published", "meta"),
    "dc.date.issued": ("published", "meta"),
    "dc.language": ("language", "meta"),
    "dcterms.created": ("published", "meta"),
    "dcterms.issued": ("published", "meta"),
    "date": ("published", "meta"),
    "pubdate": ("published", "meta"),
    "publishdate": ("published", "meta"),
    "publish-date": ("published", "meta"),
    "article.published": ("published", "meta"),
    "parsely-title": ("title", "meta"),
    "parsely-author": ("author", "meta"),
    "parsely-pub-date": ("published", "meta"),
    "parsely-section": ("section", "meta"),
    "sailthru.date": ("published", "meta"),
    "sailthru.author": ("author", "meta"),
    "application-name": ("outlet", "meta"),
    "datepublished": ("published", "meta"),
    "content-language": ("language", "meta"),
}
TEXTS = re.compile("article|posting|report|review|webpage|creativework", re.I)
ADDRESS = re.compile(r"\s*(?:https?:)?//", re.I)
TRAIL_MARK = "readcrumb"  # in the source of a page that marks its trail, in whatever case
MARKED = (
    "contains(@class, 'readcrumb') or contains(@id, 'readcrumb') or contains(@aria-label, 'readcrumb') or contains(@itemtype, 'readcrumb')"
)
STEPS_MOST, STEP_WORDS = 8, 6  # steps of a trail, and words of one that is no title
PAGES = re.compile("(?:Web|Collection|About|Contact|Profile)Page")
SAVED = re.compile(
    r"<!--\s*(?:saved from url=\(\d{1,6}\)(?P<browser>\S{1,2000})|"
    r"Page saved with SingleFile\s+url:\s*(?P<singlefile>\S{1,2000})(?:\s+saved date:\s*(?P<date>[\w :]{10,40}GMT[+-]\d{4}))?)",
    re.I,
)
SAVED_DATE = "%a %b %d %Y %H:%M:%S GMT%z"  # as browsers write a date into a text


def facts(tree: HtmlElement, source: str) -> tuple[Hint, ...]:
    """All hints of a page, the same field and value from one place once."""
    found = [*json_ld(tree), *metas(tree), *links(tree), *times(tree), *saved(source), *heads(tree), *sections(tree, source)]
    clean = [(hint, value) for hint in found if (value := tidy(hint.value))]
    return tuple(dict.fromkeys([hint if value == hint.value else Hint(hint.field, value, hint.origin) for hint, value in clean]))


def tidy(value: str) -> str:
    """A value in one line; empty when it is too long to be one."""
    line = " ".join(value.replace("\0", " ").split())
    return line if len(line) <= LONGEST else ""


def metas(tree: HtmlElement) -> Iterator[Hint]:
    """`<meta name|property|itemprop|http-equiv=… content=…>`."""
    for element in tree.iter("meta"):
        content = element.get("content")
        key = element.get("property") or element.get("name") or element.get("itemprop") or element.get("http-equiv")
        if not content or not key:
            continue
        meant = META.get(key.strip().lower())
        if meant and not (meant[0] == "author" and ADDRESS.match(content)):  # many give the address of a profile
            yield Hint(meant[0], content, meant[1])


def links(tree: HtmlElement) -> Iterator[Hint]:
    """The canonical address."""
    for element in tree.iter("link"):
        if "canonical" in (element.get("rel") or "").lower() and element.get("href"):
            yield Hint("url", element.get("href") or "", "canonical")


def sections(tree: HtmlElement, source: str) -> Iterator[Hint]:
    """The section that the markup names: `itemprop=articleSection`, the one category that a post links to, the last step of a marked trail
    that is not the title.
    """
    if "articleSection" in source:
        yield from (Hint("section", "".join(one.itertext()), "microdata") for one in tree.xpath("//*[@itemprop='articleSection']")[:1])
    if 'rel="category' in source:
        named = {"".join(one.itertext()).strip() for one in tree.xpath("//a[starts-with(@rel, 'category')]")}
        yield from (Hint("section", name, "category") for name in named if len(named) == 1)
    if TRAIL_MARK in source:
        shown = {" ".join("".join(one.itertext()).split()) for one in tree.iter("h1", "title")}
        yield from (Hint("section", step, "trail") for step in last_step(trail(tree), shown))


def trail(tree: HtmlElement) -> list[str]:
    """The steps of the first trail of a page: the items of the list, or the links, in an element that is called so."""
    for element in tree.xpath(f"//*[{MARKED}]")[:STEPS_MOST]:
        steps = element.xpath(".//li[not(.//li)]") or element.xpath(".//a")
        found = [" ".join("".join(step.itertext()).split()).strip(" /»›>→") for step in steps[:STEPS_MOST]]
        if len(found) > 1:
            return found
    return []


def last_step(steps: list[str], titles: set[str]) -> list[str]:
    """The last step behind the first, the site's front page, that is no title; empty where there is none."""
    plain = [step for step in steps[1:] if step and len(step.split()) <= STEP_WORDS and not any(title.startswith(step) for title in titles)]
    return plain[-1:]


def times(tree: HtmlElement) -> Iterator[Hint]:
    """`<time datetime=…>` and `itemprop=datePublished`, when the page has few enough for one of them to be its own date."""
    stamped = [element.get("datetime") or "" for element in tree.iter("time") if element.get("datetime")]
    if len(stamped) <= 20:
        yield from (Hint("published", stamp, "time") for stamp in stamped)


def saved(source: str) -> Iterator[Hint]:
    """The address, and the time of saving, that the browser or SingleFile wrote at the head of the file."""
    found = SAVED.search(source, 0, 8000)
    if found:
        yield Hint("url", found["browser"] or found["singlefile"], "saved")
    if found and found["date"]:
        with suppress(ValueError):
            yield Hint("captured", datetime.strptime(found["date"], SAVED_DATE).isoformat(), "saved")


def heads(tree: HtmlElement) -> Iterator[Hint]:
    """`<title>` and the language of `<html>`."""
    title = next(tree.iter("title"), None)
    if title is not None:
        yield Hint("title", "".join(title.itertext()), "title")
    root = tree.getroottree().getroot()
    language = root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or root.get("xml:lang")
    if language:
        yield Hint("language", language, "html")


def json_ld(tree: HtmlElement) -> Iterator[Hint]:
    """What `<script type="application/ld+json">` says of articles."""
    for element in tree.iter("script"):
        if "ld+json" not in (element.get("type") or "").lower() or not element.text:
            continue
        try:
            raw = json.loads(element.text, strict=False)
        except (ValueError, RecursionError):
            continue
        for item in items(raw):
            yield from item_hints(item)


def items(raw: Any) -> Iterator[dict[str, Any]]:
    """The objects of a JSON-LD block: itself, a list, a `@graph`."""
    waiting = [raw]
    for _ in range(1000):
        if not waiting:
            return
        item = waiting.pop(0)
        if isinstance(item, list):
            waiting.extend(item)
        elif isinstance(item, dict):
            waiting.extend(item[key] for key in ("@graph", "mainEntity") if key in item)
            yield item


def item_hints(item: dict[str, Any]) -> Iterator[Hint]:
    """The hints of one JSON-LD object that describes a text, or the site."""
    kinds = " ".join(names(item.get("@type")))
    if "WebSite" in kinds.split():
        yield from (Hint("outlet", name, "json-ld") for name in names(item.get("name")))
    if not TEXTS.search(kinds):
        return
    article = PAGES.fullmatch(kinds) is None
    fields = {"headline": "title", "datePublished": "published", "inLanguage": "language", "articleSection": "section", "url": "url"}
    if article:
        fields |= {"author": "author", "creator": "author", "name": "title"}
    for key, field in fields.items():
        yield from (Hint(field, name, "json-ld") for name in names(item.get(key)))
    yield from (Hint("outlet", name, "json-ld") for name in names(item.get("publisher")))


def names(value: Any) -> list[str]:
    """The names in a JSON-LD value: a string, an object with a name, or a list of these."""
    listed = value if isinstance(value, list) else [value]
    found = [one.get("name") or one.get("alternateName") if isinstance(one, dict) else one for one in listed[:50]]
    return [one for one in found if isinstance(one, str) and one.strip()]

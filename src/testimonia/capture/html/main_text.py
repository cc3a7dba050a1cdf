"""Which stretches of the page the maintained extractor (trafilatura) takes for the main text and for comments.

The extractor gives a cleaned tree, not places. Its strings are found again in the page's text, white space aside: long strings that occur
once are anchors, their longest ascending run is kept, and the others are looked for between their neighbours.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

import trafilatura
from lxml import etree
from lxml.html import HtmlElement
from trafilatura.external import SANITIZED_XPATH
from trafilatura.settings import Extractor
from trafilatura.xml import delete_element

from testimonia.base.spans import Span
from testimonia.capture.html.layout import INVISIBLE, Layout, Mark

ANCHOR = 24  # characters that make a string telling enough to stand for its place
SHORT = 4  # a text node shorter than this is found by accident
WINDOW = 200_000  # how far around its neighbour a passage is looked for
INLINE = frozenset("hi ref lb del graphic span a b i em strong code sub sup u small br img".split())
OPTIONS = Extractor(output_format="txt", comments=True)  # the extractor's own defaults, read once and not for each page
QUICK = Extractor(output_format="txt", comments=True, fast=True)  # the same without the comparison with other extractors
# What the extractor throws away in any case; thrown away first, it is neither copied nor searched. A forum is known by its `ld+json`.
THROWN = ("aside", "footer", "menu", "nav", "noscript", "style", "svg", "select", "button", "iframe")
LEAST, PROSE = 1000, 0.4  # characters in paragraphs, and their share of the page's text, with which it is worth the try
FORUM = "DiscussionForumPosting"  # the extractor puts a forum's posts together after the comparison
CONTESTED = etree.XPath(SANITIZED_XPATH)
DEPTH, ELEMENTS = 250, 150_000  # beyond these the extractor would take minutes or run out of stack


def main_marks(tree: HtmlElement, layout: Layout, again: Callable[[], HtmlElement]) -> list[Mark] | None:
    """The stretches of main text (role `body`) and of comments; none when the extractor could not take the page.

    The tree is used up; `again` gives it anew.
    """
    try:
        found = extracted(tree, layout, again)
    except (ValueError, TypeError, AttributeError, LookupError, AssertionError, RecursionError, etree.LxmlError):
        return None
    if found is None:
        return []
    page = Squeezed.of(layout.text)
    body = [(start, -end, "body", "") for start, end in placed(found.body, page)]
    comments = [(start, -end, "comment", "") for start, end in placed(found.commentsbody, page)]
    return [*body, *comments]


def extracted(tree: HtmlElement, layout: Layout, again: Callable[[], HtmlElement]) -> Any:
    """What the extractor finds. Its comparison with other extractors is left out where it could change nothing.

    It takes another's text only when that is more than twice as long as its own, or when its own has no paragraphs or more tables than
    paragraphs. So a page that is mostly paragraphs is first read without the comparison, and again with it if the text found is less
    than half of all that the page holds. What that first reading is spared is taken out of the tree itself, which costs less than a copy.
    """
    prose = sum(-end - start for start, end, role, _ in layout.marks if role == "paragraph")
    if prose >= LEAST and prose > PROSE * len(layout.text) and not any(FORUM in (script.text or "") for script in tree.iter("script")):
        throw_away(tree)
        quick: Any = trafilatura.bare_extraction(tree, options=QUICK)
        if quick is not None and uncontested(quick.body, len(quick.raw_text), len(layout.text)):
            return quick
        tree = again()
    return trafilatura.bare_extraction(tree, options=OPTIONS)


def throw_away(tree: HtmlElement) -> None:
    """Take out of a tree what the extractor takes in no case; the text behind an element stays."""
    for element in list(tree.iter(*THROWN, "script")):
        if element.tag != "script" or "ld+json" not in (element.get("type") or ""):
            delete_element(element)


def uncontested(body: etree._Element, size: int, most: int) -> bool:
    """Whether no other extractor's text would be taken for this one of so many characters, on a page that shows at most so many."""
    paragraphs = [found for found in body.iter("p") if found.text or len(found)]
    contested = len(body.findall(".//table")) > len(paragraphs) or not paragraphs or CONTESTED(body)
    return 2 * size >= most and size >= LEAST and not contested


@dataclass(frozen=True, slots=True)
class Squeezed:
    """A text without its white space, and the way back. `only` has the bare lines that occur once, with their places."""

    text: str
    bare: str
    line_starts: list[int]
    bare_starts: list[int]
    only: dict[str, int]

    @classmethod
    def of(cls, text: str) -> Squeezed:
        """Squeeze a laid-out text (its only white space is space, tab and line end)."""
        lines = text.replace(" ", "").replace("\t", "").split("\n")
        starts = [0, *accumulate([len(line) + 1 for line in text.split("\n")[:-1]])]
        bares = [0, *accumulate(map(len, lines[:-1]))]
        only = dict[str, int]()
        for bare, count in zip(lines, bares, strict=True):
            if len(bare) >= ANCHOR:
                only[bare] = -1 if bare in only else count
        return cls(text, "".join(lines), starts, bares, only)

    def start(self, position: int) -> int:
        """The place in the text of the character at `position` of the bare text."""
        line = bisect_right(self.bare_starts, position) - 1
        at, left = self.line_starts[line], position - self.bare_starts[line]
        while left or self.text[at] in " \t":
            left -= self.text[at] not in " \t"
            at += 1
        return at

    def end(self, position: int) -> int:
        """The place in the text after the character before `position` of the bare text."""
        following = bisect_left(self.bare_starts, position)
        if following < len(self.bare_starts) and self.bare_starts[following] == position:  # it ends a line
            return self.line_starts[following] - 1
        return self.start(position - 1) + 1


def squeeze(text: str) -> str:
    """A string without white space and without characters that are not seen."""
    bare = "".join(text.split())
    return bare if bare.isascii() else INVISIBLE.sub("", bare)


def placed(tree: etree._Element | None, page: Squeezed) -> list[Span]:
    """Where the strings of an extracted tree stand in the page, as stretches without other text between."""
    if tree is None or not page.bare:
        return []
    merged: list[list[int]] = []
    for start, end in sorted(settled(list(passages(tree)), page)):
        if merged and start <= merged[-1][1]:
            merged[-1][1] = max(end, merged[-1][1])
        else:
            merged.append([start, end])
    return [Span(page.start(start), page.end(end)) for start, end in merged]


def passages(tree: etree._Element) -> Iterator[tuple[str, ...]]:
    """The extracted passages in order, each as its text nodes: a passage is an element that holds inline markup only."""
    waiting: list[etree._Element | str] = [tree]
    while waiting:
        item = waiting.pop()
        if isinstance(item, str):
            pieces: tuple[str, ...] = (squeeze(item),)
        elif not len(item):
            pieces = (squeeze(item.text or ""),)
        elif all(child.tag in INLINE for child in item):
            pieces = tuple([squeeze(str(part)) for part in item.itertext()])
        else:
            for child in reversed(item):
                waiting.extend([child.tail] if child.tail else [])
                waiting.append(child)
            pieces = (squeeze(item.text or ""),)
        if kept := tuple(filter(None, pieces)):
            yield kept


def settled(found: list[tuple[str, ...]], page: Squeezed) -> list[tuple[int, int]]:
    """Places in the bare text for the passages that are found there.

    What opens the text stands near the first anchor, not in a teaser or menu before it, and is looked for backwards from there.
    """
    wholes = ["".join(pieces) for pieces in found]
    fixed = ascending([(index, at) for index, whole in enumerate(wholes) if (at := page.only.get(whole, -1)) >= 0])
    opening = fixed[0][0] if fixed else 0
    places: list[tuple[int, int]] = []
    high = fixed[0][1] if fixed else 0
    for index in reversed(range(opening)):
        places[:0] = located(found[index], page.bare, max(0, high - WINDOW), high, backwards=True)
        high = places[0][0] if places else high
    known = dict(fixed)
    limits = following(known, len(wholes), len(page.bare))
    for index in range(opening, len(wholes)):
        done = places[-1][1] if places else 0
        if index in known:
            places.append((known[index], known[index] + len(wholes[index])))
        else:
            places.extend(located(found[index], page.bare, done, min(limits[index], done + WINDOW)))
    return places


def following(known: dict[int, int], count: int, end: int) -> list[int]:
    """For each passage, where the next anchor after it stands; the end of the text when there is none."""
    limits = [end] * count
    for index in reversed(range(count - 1)):
        limits[index] = known.get(index + 1, limits[index + 1])
    return limits


def located(pieces: tuple[str, ...], bare: str, low: int, high: int, *, backwards: bool = False) -> list[tuple[int, int]]:
    """A passage between its neighbours: in one piece, or its text nodes one after the other when something was taken out between them."""
    whole = "".join(pieces)
    at = (bare.rfind if backwards else bare.find)(whole, low, high)
    if at >= 0:
        return [(at, at + len(whole))]
    places: list[tuple[int, int]] = []
    for piece in pieces:
        at = bare.find(piece, low, high)
        if at >= 0 and (len(piece) >= SHORT or at == low):
            places.append((at, at + len(piece)))
            low = at + len(piece)
    return places


def ascending(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest run of pairs that ascends in both members (patience sorting)."""
    tails: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for here, (_, value) in enumerate(pairs):
        slot = bisect_left(tails, value)
        before.append(last[slot - 1] if slot else -1)
        tails[slot : slot + 1] = [value]
        last[slot : slot + 1] = [here]
    run, at = [], last[-1] if last else -1
    while at >= 0:
        run.append(pairs[at])
        at = before[at]
    return run[::-1]

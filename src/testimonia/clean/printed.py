"""The running heads and feet of a printed page (a PDF print of a web page, read as lines): they stand inside texts and part nothing."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import cache

from testimonia.base.languages import having, table
from testimonia.base.phrases import TOPIC, any_of
from testimonia.base.spans import Span

NUMBERED = re.compile(r"(?P<first>\d{1,4})\s{3,}(?P<behind>\S.{2,})$|(?P<before>\S.{2,}?)\s{3,}(?P<last>\d{1,4})$")
LAST_PAGE = 9999
FIGURES = re.compile(r"\d+")
CHARS = 200  # characters of a running line at most
HEAD = 3  # lines of a running head at most
PAGES = 2  # pages that must show the same line


@cache
def foot() -> re.Pattern[str]:
    """How a line ends that counts the pages, in the languages of the packs ("… 2/5", "Seite 2 von 5")."""
    between = {word for language in having(TOPIC) for word in table(language, TOPIC).get("page_of", "").split()}
    return re.compile(rf"(?:^|\s)(\d{{1,4}})\s?(?:/|{any_of(between)})\s?(\d{{1,4}})$")


def running(text: str, spans: Sequence[Span]) -> frozenset[int]:
    """The units that count the pages ("… 2/5") and those that open them: both come again from page to page, figures aside."""
    counted = defaultdict[tuple[str, str], list[tuple[int, int]]](list)
    for place in [place for place, (start, end) in enumerate(spans) if text[end - 1].isdigit() and end - start <= CHARS]:
        line = spans[place].of(text)
        if match := foot().search(line):
            counted[FIGURES.sub("0", line), match[2]].append((int(match[1]), place))
    feet = {place for (_, total), pages in counted.items() if counts_up(pages, int(total)) for _, place in pages} | numbered(text, spans)
    if not feet:
        return frozenset()
    lines = [span.of(text) if span.end - span.start <= CHARS else "" for span in spans]
    tops, heads = [0, *(foot + 1 for foot in sorted(feet))], set[int]()
    for _ in range(HEAD):
        tops = repeated(lines, [place for place in tops if place < len(lines) and lines[place]])
        heads.update(tops)
        tops = [place + 1 for place in tops]
    return frozenset(feet | heads)


def numbered(text: str, spans: Sequence[Span]) -> set[int]:
    """The units that are a page's number and, far apart from it, the same words on page after page ("12        THE WEIR")."""
    found = defaultdict[str, list[tuple[int, int]]](list)
    for place, (start, end) in enumerate(spans):
        if end - start <= CHARS and (text[start].isdigit() or text[end - 1].isdigit()) and (match := NUMBERED.match(text[start:end])):
            words, number = (match["behind"], match["first"]) if match["first"] else (match["before"], match["last"])
            found[words.strip()].append((int(number), place))
    return {place for pages in found.values() if counts_up(pages, LAST_PAGE) for _, place in pages}


def headed(text: str, spans: Sequence[Span], printed: frozenset[int]) -> bool:
    """Whether a running head is among what runs through a page: counters alone may be those of a gallery's pictures."""
    return any(foot().search(line) is None for line in (spans[place].of(text) for place in printed))


def repeated(lines: Sequence[str], places: Sequence[int]) -> list[int]:
    """The places whose line stands at another of them too, figures aside."""
    alike = Counter(FIGURES.sub("0", lines[place]) for place in places)
    return [place for place in places if alike[FIGURES.sub("0", lines[place])] >= PAGES]


def counts_up(pages: Sequence[tuple[int, int]], total: int) -> bool:
    """Whether numbers, in the order of the text, count the pages of so many."""
    numbers = [number for number, _ in pages]
    return len(numbers) >= PAGES and numbers == sorted(set(numbers)) and numbers[-1] <= total

"""The names of papers on saved pages, outside of the articles: a line beside the menu, the first item of a trail, a name with its date.

A menu says little of itself; what stands alone beside one, before "home", or before the day of the issue is who publishes the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from testimonia.base.documents import Division, Document
from testimonia.base.extractions import Mention
from testimonia.base.languages import common
from testimonia.base.phrases import WHOLE, function_words, words_of
from testimonia.base.phrases import listed as phrases_of
from testimonia.base.shapes import Shape, positions, shape
from testimonia.base.spans import Span, parted
from testimonia.extract.mentions.words import listed

NOWHERE = ""  # the article of what stands in none
# A name, a comma, and a date: a day or a year in figures beside a word, or figures only.
DATED = r"(?:[^\W\d_]{2,9},? )?\d[\w .’'-]{3,28}|[^\W\d_]{3,12}\.? \d{1,4}(?:,? \d{4})?\.?"
MASTHEAD = re.compile(rf"(?P<name>[^\W\d_][^,،:;.!?\d\n|]{{3,58}}[^\W\d_])(?:[,،]| [–—-]) (?:{DATED})(?:[ ,،|–—-].{{0,40}})?")
LONGEST_HEAD = 120  # characters of a line of a head
BETWEEN = re.compile(r" *[|·•] *| +[>»/–—-] +")
TRAILS = ">»"  # what leads from the site to its parts
NO_NAME = re.compile(r"[\d:;,،؛!?؟.\"“”„«»()\[\]{}©@#]")
WORDS = range(2, 7)
CASELESS_WORDS = range(2, 5)  # where capitals do not tell a name from another line
DATED_WORDS, WORDS_BEFORE_DASH = range(2, 8), range(3, 7)
MENU = ("nav", "home", "share", "subscribe", "footer")


def mastheads(document: Document, division: Division, outside: Sequence[Span]) -> Iterator[Mention]:
    """The mentions of whoever publishes the page, in lines that stand `outside` of its articles, in order."""
    told = any(article.outlet is not None for article in division.articles)
    head = set() if told else set(headed(document.text, division, outside))
    first = max((span.end for span in head), default=0)
    found = head | {span for span in dated(document.text, outside) if not head or span.start > first + LONGEST_HEAD}  # no dateline
    papers = listed(common(division.language), "papers")
    for span in sorted(found):
        words = span.of(document.text).split()
        start = span.start + (len(words[0]) + 1 if len(words) > WORDS.start and words[0].casefold() in papers else 0)
        yield Mention(document.id, NOWHERE, start, span.end, document.text[start : span.end], "organisation", number="singular")


def dated(text: str, outside: Sequence[Span]) -> Iterator[Span]:
    """The names in lines of a name and a date ("The Valley Courier, 3 May 2019", "Yeni Liman Gazetesi - 15.05.2023 09:40").

    Before a dash two words may as well be who wrote the text.
    """
    for line in outside:
        match = MASTHEAD.fullmatch(line.of(text)) if line.end - line.start <= LONGEST_HEAD else None
        if match is None:
            continue
        name, comma = match.group("name"), line.of(text)[match.end("name")] in ",،"
        few = len(name.split()) in (DATED_WORDS if comma else WORDS_BEFORE_DASH)
        if few and not name[:1].islower() and max(shape(name).marks) < 2 and (comma or is_name(name)):
            yield Span(line.start, line.start + match.end("name"))


def headed(text: str, division: Division, outside: Sequence[Span]) -> Iterator[Span]:
    """The names above the first article's text: beside its menu, and at the head of a line of several items."""
    first = min((span.start for article in division.articles for span in article.body), default=0)
    head = [line for line in outside if line.end <= first and line.end - line.start <= LONGEST_HEAD]
    alone = []
    for at, line in enumerate(head):
        near = [head[i] for i in (at - 1, at + 1) if 0 <= i < len(head) and adjacent(text, head[i], line)]
        items = items_of(text, line)
        if not telling(items[0].of(text), division.language):
            continue
        if len(items) > 1 and leads(text, line, items, any(is_menu(text, other) for other in near) or at == 0):
            yield items[0]
        elif items == [line] and any(is_menu(text, other) for other in near) and not is_menu(text, line):
            alone += [line] if not any(telling(other.of(text), division.language) for other in near) else [line, line]
    yield from alone if len(alone) == 1 else ()  # of several nobody knows which is the paper


def adjacent(text: str, one: Span, other: Span) -> bool:
    """Whether nothing stands between two lines."""
    before, behind = sorted((one, other))
    return not text[before.end : behind.start].strip()


def items_of(text: str, line: Span) -> list[Span]:
    """The items of a line."""
    return [span for span in parted(text, line, BETWEEN) if span.end > span.start] or [line]


def leads(text: str, line: Span, items: Sequence[Span], beside: bool) -> bool:
    """Whether the first of several items is whose page it is: a trail, "home" or a date follow, or what it stands for in small letters."""
    name, rest = items[0].of(text), [shape(item.of(text)) for item in items[1:]]
    mark = text[items[0].end : items[1].start].strip()
    motto = beside and name.isupper() and not rest[0].line[:1].isupper() and len(items) == 2
    return mark in TRAILS or motto or any(marked(seen, ("home",)) == WHOLE or seen.date >= 2 for seen in rest)


def is_menu(text: str, line: Span) -> bool:
    """Whether a line is a menu: it opens like one, or holds items of one."""
    items = items_of(text, line)
    return marked(shape(line.of(text)), MENU) >= 2 or (
        len(items) > 2 and any(marked(shape(item.of(text)), MENU) == WHOLE for item in items)
    )


def marked(seen: Shape, categories: Sequence[str]) -> int:
    """How strongly a line shows a page's phrases of some categories."""
    return max(seen.marks[positions()[category]] for category in categories)


def telling(name: str, language: str | None) -> bool:
    """Whether a line may be a paper's name; one in English only with an article, or a word that papers are called by."""
    if not is_name(name):
        return False
    words = words_of(name)
    return common(language) != "en" or words[0] == "the" or not set(phrases_of("en", "outlet")).isdisjoint(words)


def is_name(name: str) -> bool:
    """Whether a line is written as names are: a few words, each with a capital or small as articles are, and no phrase of a page."""
    words = name.split()
    if NO_NAME.search(name) or max(shape(name).marks) >= 2 or shape(name).is_byline:
        return False
    cased = any(char.isupper() for char in name)
    plain = all(word[:1].isupper() or word.casefold() in function_words() or not word[:1].isalpha() for word in words)
    few = len(words) in (CASELESS_WORDS if not cased or name.isupper() else WORDS)
    return few and name[0].isalpha() and (not cased or (plain and words[0][:1].isupper()))

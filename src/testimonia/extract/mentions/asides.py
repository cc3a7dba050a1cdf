"""Names outside of all articles: in teasers, captions, lists of links, credits and head lines of a page, each line read by itself.

What a menu says is weak: there only names that the tagger is sure of count, and single words only when an article of the page uses them,
when they sign, or when everybody knows them and they stand in a line of words.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache

from testimonia.base.documents import Article, Division, Document
from testimonia.base.extractions import Extraction, Mention
from testimonia.base.languages import table
from testimonia.base.languages.famous import famous, reporting
from testimonia.base.scripts import unmarked
from testimonia.base.spans import Span, lines, trimmed
from testimonia.extract.mentions import find_mentions
from testimonia.extract.mentions.lone import well_known
from testimonia.extract.mentions.mastheads import NOWHERE, mastheads
from testimonia.extract.parsing import Parser
from testimonia.fitted.known import common_word, family_name, given_name

# "… of YearsThe Life of …", "2018The …": a dump that lost the gap between two lines
GLUED = re.compile(r"(?:(?<=[^\W\d_])(?<![A-Z])|(?<=[ (][12]\d\d\d))(?=[A-Z])")
WORD = re.compile(r"[^\W\d_]+")
MENU = 3  # blanks in a run of capitalised words that fills a line
LONGEST_RUN = 8  # words
LONGEST = 2000  # characters of a line in which a glued place is looked for
HOST = re.compile(r"(?<![\w.@-])(?:www\.)?((?:[a-z0-9](?:[a-z0-9-]{0,40}[a-z0-9])?\.){1,3}[a-z]{2,8})(?![\w@-])", re.IGNORECASE)
WEAK = ("furniture", "related")
SENTENCE = 4  # words besides the name in a line that says something, as a headline does and the entry of a menu does not
BESIDE = 120  # characters on each side in which they are looked for


def find_asides(parser: Parser, document: Document, division: Division, extractions: Sequence[Extraction]) -> tuple[Mention, ...]:
    """The mentions outside of the articles, in order, each span once. Lines that stand there several times are read once."""
    taken = {(mention.start, mention.end) for extraction in extractions for mention in extraction.mentions}
    places, page = lists(document, division)
    lines_outside = sorted(place for held in places.values() for place in held)
    named = (*mastheads(document, division, lines_outside), *hosts(document))
    found = {(one.start, one.end): one for one in named if (one.start, one.end) not in taken}
    if not places:
        return tuple(found.values())
    firsts = page.body
    known = frozenset(mention.name.casefold() for extraction in extractions for mention in extraction.mentions if mention.form == "name")
    weak = Kinds(division, known, document.text)
    mentions = (mention for mention in find_mentions(parser.parse(document, page, division)) if counts(mention))
    read = (piece for mention in mentions for piece in parted(mention, known))
    found |= {
        (one.start, one.end): one for mention in read for one in everywhere(mention, firsts, places, document.text) if weak.keeps(one)
    }
    return tuple(found[span] for span in sorted(found))


def lists(document: Document, division: Division) -> tuple[dict[str, list[Span]], Article]:
    """The lines outside of the articles, by what they say, with every place of each; and the first places as an article of no name."""
    places = repeated(document.text, outside(document.text, division))
    return places, Article(NOWHERE, document.id, tuple(held[0] for held in places.values()), language=division.language)


def hosts(document: Document) -> Iterator[Mention]:
    """The hosts of addresses, wherever they stand: names of whoever publishes there, when the case speaks of such a body."""
    for match in HOST.finditer(document.text):
        yield Mention(document.id, NOWHERE, match.start(1), match.end(1), match.group(1), "organisation", number="singular")


class Kinds:
    """What counts where: in a menu a loose capitalised run does not, and a single word only when it is `known` or signs."""

    def __init__(self, division: Division, known: frozenset[str], text: str) -> None:
        self.segments, self.known, self.text = division.segments, known, text
        self.parsed = (division.language or "en").split("-")[0] == "en"
        self.starts = [segment.start for segment in division.segments]

    def keeps(self, mention: Mention) -> bool:
        """Whether the mention counts where it stands."""
        at = bisect_right(self.starts, mention.start) - 1
        if at < 0 or self.segments[at].kind not in WEAK or mention.name.casefold() in self.known or mention.name in signing():
            return True
        whole = self.text[mention.start - 1 : mention.start].strip() == "" and self.text[mention.end : mention.end + 1].strip() == ""
        menu = whole and mention.name.count(" ") >= MENU
        if menu:
            return False
        sure = (self.parsed and mention.type != "other" and " " in mention.name) or (mention.type == "person" and in_full(mention.name))
        return sure or (known_to_all(mention.name) and self.in_words(mention))

    def in_words(self, mention: Mention) -> bool:
        """Whether a mention stands in a line of words, some of them in small letters."""
        before = self.text[max(0, mention.start - BESIDE) : mention.start].rpartition("\n")[2]
        after = self.text[mention.end : mention.end + BESIDE].partition("\n")[0]
        beside = WORD.findall(f"{before} {after}")
        return len(beside) >= SENTENCE and any(map(str.islower, beside))


@cache
def signing() -> frozenset[str]:
    """The names and marks of agencies, and of papers, with which pictures and reports are credited ("Ana X/AFP")."""
    return reporting() | frozenset(str(table("und", "agencies")["marks"]).split())


def known_to_all(name: str) -> bool:
    """Whether a name is that of a land, a large town or a body that is known everywhere."""
    return well_known(name) or name in famous()


def in_full(name: str) -> bool:
    """Whether a name is a given name and a family name by the lists, one of the two no common word, perhaps with others between."""
    words = [unmarked(word.casefold()) for word in name.split()]
    first, last = words[0], words[-1]
    named = len(words) > 1 and given_name(first) and not name.isupper()
    return named and ((family_name(last) and not common_word(first)) or not common_word(last))


def parted(mention: Mention, known: frozenset[str]) -> Iterator[Mention]:
    """A run of capitalised words that holds a full name of the page's articles, in its parts: a list of key words has no commas."""
    words = [(match.start(), match.end()) for match in re.finditer(r"\S+", mention.name)]
    most = len(words) if len(words) <= LONGEST_RUN else 0
    sub_runs = ((i, i + length) for length in range(most - 1, 1, -1) for i in range(most - length + 1))
    held = next(((i, j) for i, j in sub_runs if mention.name[words[i][0] : words[j - 1][1]].casefold() in known), None)
    if mention.form != "name" or held is None or mention.name.casefold() in known or any(small(mention.name, word) for word in words):
        yield mention
        return
    for i, j in ((0, held[0]), held, (held[1], len(words))):
        if i < j:
            start, end = words[i][0], words[j - 1][1]
            name = mention.name[start:end]
            if j - i > 1 or name.casefold() in known:
                yield replace(mention, name=name, start=mention.start + start, end=mention.start + end)


def small(name: str, word: tuple[int, int]) -> bool:
    """A word in lower case: the run is a phrase, and no list."""
    return name[word[0]].islower()


def counts(mention: Mention) -> bool:
    """Whether a mention says of itself whom it means: a name, or a description with more than a head noun."""
    return mention.form == "name" or (mention.form == "role" and (bool(mention.gist) or mention.qualifier is not None or holds(mention)))


def holds(mention: Mention) -> bool:
    """Whether a description holds the name that it stands for."""
    inner = mention.antecedent
    return inner is not None and mention.start <= inner.start and inner.end <= mention.end


def outside(text: str, division: Division) -> Iterator[Span]:
    """The stretches in no title and no body, line by line, cut where a dump glued two lines."""
    taken = sorted(span for article in division.articles for span in (*article.body, *([article.title] if article.title else ())))
    words = Counter(WORD.findall(text))
    at = 0
    for start, end in (*taken, (len(text), len(text))):
        for line in lines(text, (at, max(at, start))):
            yield from unglued(text, trimmed(text, line), words)
        at = max(at, end)


def unglued(text: str, line: Span, words: Counter[str]) -> Iterator[Span]:
    """A line, cut between two words that stand by themselves elsewhere in the text and have lost their gap here."""
    start = line.start
    for match in GLUED.finditer(text, line.start, min(line.end, line.start + LONGEST)):
        at = match.start()
        left, right = text.rfind(" ", start, at) + 1, WORD.match(text, at)
        if left > start and right is not None and words[right.group()] and " " in text[at : line.end]:
            yield Span(start, at)
            start = at
    if line.end > start:
        yield Span(start, line.end)


def repeated(text: str, found: Iterable[Span]) -> dict[str, list[Span]]:
    """The lines that hold a word, by what they say, with every place where they stand."""
    places: dict[str, list[Span]] = defaultdict(list)
    for span in found:
        words = span.of(text)
        if any(char.isalpha() for char in words):
            places[words].append(span)
    return dict(places)


def everywhere(mention: Mention, firsts: Sequence[Span], places: dict[str, list[Span]], text: str) -> Iterator[Mention]:
    """The mention in each place of its line; what it stood for in other lines is forgotten."""
    home = firsts[bisect_right(firsts, (mention.start, len(text))) - 1]
    inner = mention.antecedent if holds(mention) else None
    qualifier = mention.qualifier if mention.qualifier is not None and home.holds(mention.qualifier) else None
    for place in places[home.of(text)]:
        by = place.start - home.start
        yield replace(
            mention,
            start=mention.start + by,
            end=mention.end + by,
            antecedent=inner.shifted(by) if inner is not None else None,
            qualifier=qualifier.shifted(by) if qualifier is not None else None,
            candidates=(),
        )

"""What two sentences give that tell one thing in two texts about one matter: the figure or day of the one and that of the other.

Most of what texts tell hangs on no verb or noun that a pack knows. Two sentences that share several words, and of which neither fits
another sentence of the other text better, tell one thing; what stands near two figures, beside their unit and noun, tells that they are
figures of one thing in it.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import combinations, product

from testimonia.base.languages import table
from testimonia.base.links import End, MentionEntity
from testimonia.base.phrases import function_words
from testimonia.base.spans import Span
from testimonia.link.disagree.alike import READINGS
from testimonia.link.disagree.gathering import in_articles, published
from testimonia.link.disagree.given import COUNT, Given, Texts, asked_by, by_sort, fixed
from testimonia.link.disagree.holding import AT_HAND
from testimonia.link.disagree.naming import Named
from testimonia.link.disagree.piles import ALIKE
from testimonia.link.disagree.profiles import FEW, Profiles
from testimonia.link.disagree.rarity import Rarity
from testimonia.link.disagree.ties import GENERAL, SEASON
from testimonia.link.disagree.values import days, implied, meet
from testimonia.link.tables import Tables

WORD = re.compile(r"[^\W\d_]{3,}")
STEM = 5  # letters by which a word is known
READ = frozenset(noun[:STEM] for noun in READINGS)
NEAR = 45  # characters before and behind a figure in which stands what it is a figure of
BESIDE = 20  # in which stands what is next to it
SHARED, MOST_SHARED = 3, 4  # words that two sentences must share; where they give several figures of one sort
WORDED = 2  # of them, that are no words of names
PART = 0.25  # of the words of the shorter sentence, that the other must share
FIT = 5  # words that must be shared by two sentences and once more near two figures
NAMES = 3  # of those that two articles name most, so many both must name that few others do
APART = ("person", "place")  # types of names: two sentences that name each another of one tell two things
FREE = 0.5  # of the words of the shorter sentence: where so many are shared no name need be


@dataclass(frozen=True, eq=False)
class Line:
    """A sentence that gives something."""

    document: str
    article: str
    span: Span
    text: str  # of the document
    given: tuple[Given, ...]
    named: tuple[MentionEntity, ...]

    @cached_property
    def names(self) -> frozenset[str]:
        """Those who are named in it."""
        return frozenset(told.entity for told in self.named)

    @cached_property
    def words(self) -> frozenset[str]:
        """What it is told in."""
        return words(self.text, self.span)

    def near(self, one: Given, reach: int = NEAR) -> frozenset[str]:
        """The words around one of its figures, without those of names."""
        before = Span(max(self.span.start, one.span.start - reach), one.span.start)
        behind = Span(one.span.end, min(self.span.end, one.span.end + reach))
        return (words(self.text, before) | words(self.text, behind)) - self.words_of_names

    @cached_property
    def words_of_names(self) -> frozenset[str]:
        """The words of its names."""
        return frozenset().union(*(words(self.text, Span(told.start, told.end)) for told in self.named))


@dataclass(frozen=True, eq=False)
class Fit:
    """Two figures or dates of two sentences, with how many words their sentences share, how many stand near the two, and next to them."""

    sides: tuple[Line, Line]
    given: tuple[Given, Given]
    shared: int
    near: int
    beside: int
    alone: bool = False  # of their sort, in what either sentence gives and the other does not


def retold(tables: Tables, named: Named, rarity: Rarity) -> Iterator[tuple[Given, Given]]:
    """The figures and dates of sentences that tell one thing, of a case whose documents can be at hand together.

    `rarity` is that of the entities among the articles.
    """
    if len(named.documents) > AT_HAND:
        return
    texts = Texts.of(tables, named.documents)
    fits = [fit for pair in matched(lines(tables, texts), about_one(texts, rarity)) for fit in fitting(*pair)]
    best: Counter[tuple[Given, str]] = Counter()
    for fit in fits:
        for one, other in (fit.given, fit.given[::-1]):
            best[one, other.document] = max(best[one, other.document], fit.shared)
    for fit in fits:
        one, other = fit.given
        if (
            fit.shared == best[one, other.document] == best[other, one.document]
            and of_one_thing(fit, named.types)
            and apart(one, other, texts)
        ):
            left, right = (End(line.document, line.article, *line.span) for line in fit.sides)
            yield asked_by(one, left, texts), asked_by(other, right, texts)


def words(text: str, span: Span) -> frozenset[str]:
    """The words of a stretch that tell something, each by its first letters."""
    found = (word.group().casefold() for word in WORD.finditer(text, *span))
    return frozenset(word[:STEM] for word in found if word not in function_words() and word not in GENERAL)


def lines(tables: Tables, texts: Texts) -> list[Line]:
    """The sentences that give figures or dates."""
    found = []
    for row in tables.records("sentences"):
        end = End(row.document, row.article, row.start, row.end)
        if given := tuple(texts.inside(end)):
            named = (told for told in texts.named.get(row.document, ()) if row.start <= told.start and told.end <= row.end)
            found.append(Line(row.document, row.article, Span(row.start, row.end), texts.words[row.document], given, tuple(named)))
    return found


def about_one(texts: Texts, rarity: Rarity) -> Callable[[str, str], bool]:
    """Whether two articles are news of one season about the same."""
    named: dict[str, Counter[str]] = {article: Counter() for article in texts.articles}
    for document in sorted(texts.words):
        own = [article for article in texts.articles.values() if article.document == document]
        for article, entity in in_articles(texts.named.get(document, ()), own):
            named[article][entity] += 1
    profiles = Profiles(named, rarity)

    def told(one: str, other: str) -> bool:
        mine, theirs = (published(texts.articles.get(article)) for article in (one, other))
        near = mine is not None and theirs is not None and abs(mine - theirs) <= SEASON
        few = sum(profiles.few((name,)) for name in profiles.leading(one) & profiles.leading(other))
        return near and (few >= NAMES or (profiles.small and profiles.common(one, other) >= ALIKE))

    return told


def matched(told: Sequence[Line], about: Callable[[str, str], bool]) -> Iterator[tuple[Line, Line]]:
    """The sentences of two articles about one matter that share enough words which few texts hold."""
    holders: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for number, line in enumerate(told):
        for word in line.words:
            holders[word][line.document].append(number)
    met: Counter[tuple[int, int]] = Counter()
    for held in holders.values():
        if 1 < len(held) <= FEW:
            for one, other in combinations(sorted(held), 2):
                met.update((min(pair), max(pair)) for pair in product(held[one], held[other]))
    for (first, second), shared in sorted(met.items()):
        a, b = told[first], told[second]
        if shared >= SHARED and shared >= PART * min(len(a.words), len(b.words)) and about(a.article, b.article):
            yield a, b


def fitting(a: Line, b: Line) -> Iterator[Fit]:
    """What the one of two sentences gives beside what the other gives, of one sort."""
    left, right = (
        by_sort(one for one in mine.given if not any(one.alike(other) for other in theirs.given)) for mine, theirs in ((a, b), (b, a))
    )
    shared = len(a.words & b.words)
    for sort in sorted(left.keys() & right.keys()):
        pairs = [Fit((a, b), (one, other), shared, *nearness(a, b, one, other)) for one, other in product(left[sort], right[sort])]
        nearest = max((fit.near, fit.beside) for fit in pairs)
        found = [fit for fit in pairs if (fit.near, fit.beside) == nearest]
        if len(found) == 1:
            yield replace(found[0], alone=len(pairs) == 1)


def nearness(a: Line, b: Line, one: Given, other: Given) -> tuple[int, int]:
    """How many words stand near two figures of two sentences, and how many next to them."""
    return len(a.near(one) & b.near(other)), len(a.near(one, BESIDE) & b.near(other, BESIDE))


def of_one_thing(fit: Fit, types: Mapping[str, str]) -> bool:
    """Whether two figures are of one thing in what two sentences tell."""
    (a, b), part = fit.sides, fit.shared / min(len(line.words) for line in fit.sides)
    if (
        any(one.common for one in fit.given)
        or len((a.words & b.words) - a.words_of_names - b.words_of_names) < WORDED
        or of_others(a, fit.given[0]) != of_others(b, fit.given[1])
        or a.words & b.words & READ
        or (fit.given[0].kind == "number" and on_other_days(a, b))
        or (not fit.alone and (fit.near < SHARED - 1 or fit.shared < MOST_SHARED))
    ):
        return False
    for told in APART:
        mine, theirs = (frozenset(name for name in line.names if types.get(name) == told) for line in fit.sides)
        if mine and theirs and not mine & theirs:
            return False
    return bool(a.names & b.names or part >= FREE) and fit.near > 0 and fit.shared + fit.near >= FIT


def on_other_days(a: Line, b: Line) -> bool:
    """Whether both sentences give dates, and none of the one meets one of the other ("last Tuesday", of two weeks)."""
    mine, theirs = ([days(one.value) for one in line.given if one.kind == "date"] for line in (a, b))
    return bool(mine and theirs) and not any(meet(one, other) for one, other in product(mine, theirs))


def of_others(line: Line, one: Given) -> bool:
    """Whether a figure is of those beside some that are told already: "three other clerks", "another 12"."""
    before = list(WORD.finditer(line.text, max(line.span.start, one.span.start - BESIDE), one.span.start))[-1:]
    behind = WORD.search(line.text, one.span.end, min(line.span.end, one.span.end + BESIDE))
    told = {word.group().casefold() for word in (*before, behind) if word is not None}
    return not told.isdisjoint(table("en", "claims")["parts"]["added"])


def apart(one: Given, other: Given, texts: Texts) -> bool:
    """Whether two figures of one noun, or two dates, cannot both hold, and neither text gives the other's."""
    if one.sort == COUNT and one.noun != other.noun:
        return False
    if texts.gives(one.document, other) or texts.gives(other.document, one) or not (texts.told(one) and texts.told(other)):
        return False
    return not meet(implied(one.stretch), implied(other.stretch)) if one.kind == "number" else fixed(one, other, texts)

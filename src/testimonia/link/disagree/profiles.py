"""What each article is about: the entities that it names, weighed by how rare they are among the articles of the case."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import lru_cache

MOST_KEPT = 1 << 16  # pairs of articles whose likeness is kept at hand
SMALL = 20  # articles; in a case of a few, a name that stands in most of them still tells something
FULL = 3.0  # the weight of shared names that makes one point
TOPICS = 4  # names of one article under which its claims meet those of others
WORDED = 0.5  # how much less shared words tell of a subject than shared names
MOST = 12  # names of one article that are looked at


class Profiles:
    """The leading names of each article."""

    def __init__(self, rows: Iterable[tuple[str, str]], across: Profiles | None = None, words: Profiles | None = None) -> None:
        """`across` tells the same by the sounds of names, for articles in different languages; `words` by the words of the articles."""
        self.across, self.words = across, words
        counts: dict[str, Counter[str]] = defaultdict(Counter)
        for article, entity in rows:
            counts[article][entity] += 1
        often: Counter[str] = Counter(entity for counter in counts.values() for entity in counter)
        base = math.log(len(counts) + SMALL)
        self.weights = {entity: base - math.log(count + 0.5) for entity, count in often.items()}
        self.leading = {article: frozenset(leading(counter)) for article, counter in counts.items()}
        self.first = {article: tuple(leading(counter)[:TOPICS]) for article, counter in counts.items()}
        self.entities = {article: frozenset(counter) for article, counter in counts.items()}
        self.kept = lru_cache(MOST_KEPT)(self.weighed)  # many claims of two articles meet

    def topics(self, article: str) -> tuple[str, ...]:
        """The few entities that an article names most."""
        return self.first.get(article, ())

    def common(self, a: str, b: str) -> float:
        """0 to 2: how much of a subject two articles share; 2 for one article with itself is not told: 0."""
        if a == b:
            return 0.0
        worded = WORDED * self.words.common(a, b) if self.words is not None else 0.0
        named = self.kept(a, b) if a in self.leading and b in self.leading else 0.0
        return min(2.0, named + worded)

    def weighed(self, a: str, b: str) -> float:
        """What the names say that stand in both and lead one of them."""
        met = (self.leading[a] & self.entities[b]) | (self.entities[a] & self.leading[b])
        return min(2.0, sum(self.weights[entity] for entity in sorted(met)) / FULL)


def leading(counter: Counter[str]) -> list[str]:
    """The entities that an article names most."""
    return sorted(counter, key=lambda entity: -counter[entity])[:MOST]  # of as many, the one that is named first

"""What each article is about: the entities that it names, weighed by how rare they are among the articles of the case."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from functools import lru_cache

from testimonia.link.disagree.rarity import Rarity

MOST_KEPT = 1 << 12  # pairs of articles whose likeness is kept at hand, and articles whose leading names are
FULL = 3.0  # the weight of shared names that makes one point
MOST_POINTS = 2.0
TOPICS = 4  # names of one article under which its claims meet those of others
WORDED = 0.5  # how much less shared words tell of a subject than shared names
FEW = 12  # articles that may hold a name or word that still tells one event of a large matter from another
MOST = 12  # names of one article that are looked at


class Profiles:
    """The leading names of each article; `named` may grow while it is asked."""

    def __init__(
        self, named: Mapping[str, Counter[str]], rarity: Rarity, across: Profiles | None = None, words: Profiles | None = None
    ) -> None:
        """`across` tells the same by the sounds of names, for articles in different languages; `words` by the words of the articles."""
        self.named, self.rarity, self.across, self.words = named, rarity, across, words
        self.leading = lru_cache(MOST_KEPT)(lambda article: frozenset(leading(named[article])))
        self.kept = lru_cache(MOST_KEPT)(self.weighed)  # many claims of two articles meet

    def common(self, a: str, b: str) -> float:
        """0 to 2: how much of a subject two articles share; 2 for one article with itself is not told: 0."""
        if a == b:
            return 0.0
        worded = WORDED * self.words.common(a, b) if self.words is not None else 0.0
        named = self.kept(a, b) if self.named.get(a) and self.named.get(b) else 0.0
        return min(MOST_POINTS, named + worded)

    @property
    def small(self) -> bool:
        """Whether there are so few articles that any name stands in few."""
        return self.rarity.total <= FEW

    def few(self, names: Collection[str]) -> bool:
        """Whether one of these stands in few of the articles only."""
        return any(self.rarity.places(name) <= FEW for name in names)

    def weighed(self, a: str, b: str) -> float:
        """What the names say that stand in both and lead one of them."""
        met = (self.leading(a) & self.named[b].keys()) | (self.leading(b) & self.named[a].keys())
        return min(MOST_POINTS, sum(self.rarity.weight(entity) for entity in sorted(met)) / FULL)


def leading(counter: Counter[str]) -> list[str]:
    """The entities that an article names most."""
    return sorted(counter, key=lambda entity: -counter[entity])[:MOST]  # of as many, the one that is named first

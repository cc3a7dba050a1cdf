"""Where every claim stands in the whole case: the pairs worth comparing, and a state that says whether an earlier comparison holds.

Whether two claims answer one question depends on what the two documents say, and on a little of the case: which blocks are small enough
to compare in, which sounds tell something, and how common the names and words are that both hold. The first is a claim's own state, the
second its shared state: a pair is compared again when one of the two has another own state, or both have another shared one, or both hold
a key whose weight has changed.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import repeat
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from testimonia.link.disagree.keys import MOST_TELLING
from testimonia.link.disagree.marks import Marks, Places, found_at, mark, marks, mixed, owners, stretches, summed
from testimonia.link.disagree.profiles import FEW, FULL, MOST, MOST_POINTS, Profiles, leading
from testimonia.link.disagree.rarity import Rarity, changed
from testimonia.link.disagree.slots import Columns
from testimonia.link.disagree.sounds import met

BLOCK = 50  # claims under one key; a key that more share tells nothing apart
MOST_OF_ARTICLES = MOST_POINTS * FULL  # the weight of a name in two articles beyond which it tells no more
MET, LOOSE = np.uint64(1), np.uint64(2)
BITS = 64
KINDS = 6  # of keys that have weights, or that many articles hold
Pairs = npt.NDArray[np.int64]  # two columns of places of claims, the lower first


@dataclass(frozen=True)
class Whole:
    """What only the whole case says of names, sounds and places."""

    met: frozenset[str]  # the sounds that tell something
    sentences: Rarity  # of names among the sentences with claims
    articles: Rarity  # of entities among the articles that name any
    words: Rarity  # of words among the articles
    sounding: Mapping[str, Counter[str]]  # article → the sounds of its names that tell something
    tongues: Rarity  # of sounds among the articles
    contents: Mapping[str, Collection[str]]  # the places that the texts set into one another, from the inner to the outer

    @classmethod
    def of(cls, columns: Columns) -> Whole:
        """Counted over the columns of all documents."""
        telling = met(columns.heard)
        heard = {one.article: Counter(sorted(telling & set(one.sounds))) for one in columns.heard if telling}
        sounding = {article: sounds for article, sounds in heard.items() if sounds}
        told = marks(sound for sounds in sounding.values() for sound in sounds)
        contents: dict[str, set[str]] = defaultdict(set)
        for inner, outer in sorted(columns.inside):
            contents[inner].add(outer)
        return cls(
            telling, Rarity.of(columns["counted"], columns["times"].astype(np.int64), columns.sentences, MOST_TELLING),
            among_articles(columns, "named"), among_articles(columns, "spoken"), sounding,
            Rarity.of(told, np.ones(len(told), np.int64), len(sounding), MOST_OF_ARTICLES), dict(contents),
        )  # fmt: skip

    def profiles(self, named: Mapping[str, Counter[str]], spoken: Mapping[str, Counter[str]]) -> Profiles:
        """What articles are about; `named` and `spoken` may grow."""
        return Profiles(named, self.articles, Profiles(self.sounding, self.tongues), Profiles(spoken, self.words))

    def weights(self) -> tuple[Marks, ...]:
        """How rare everything is: of each kind of keys rows of a key and a number that changes with its weight; and what stands in many."""
        weights = (rarity.rows() for rarity in (self.sentences, self.articles, self.words, self.tongues))
        return (*weights, *(rarity.above(FEW) for rarity in (self.articles, self.words)))

    def among(self, articles: Collection[str]) -> Whole:
        """The same for one who asks of some articles only."""
        return replace(self, sounding={article: self.sounding[article] for article in sorted(articles) if article in self.sounding})


def among_articles(columns: Columns, name: str) -> Rarity:
    """How rare what a column holds is among the articles that have any of it."""
    held = columns[name]
    return Rarity.of(held, np.ones(len(held), np.int64), int(np.count_nonzero(columns.each(name))), MOST_OF_ARTICLES)


@dataclass(frozen=True)
class Blocks:
    """The claims that share a key, where there are enough to disagree and few enough to tell something apart."""

    slots: Marks  # sorted, one for each claim under it
    claims: Places
    starts: Places
    sizes: Places
    good: npt.NDArray[np.bool_]  # of each block

    @classmethod
    def of(cls, columns: Columns, met_sounds: frozenset[str], *, small: bool = False) -> Blocks:
        """A join of all claims with one another on their keys, as one sort; in a `small` pile also on the days of their texts."""
        owned, keys = owners(columns.each("keys")), columns["keys"]
        if met_sounds:
            telling = np.isin(columns["sounds"], marks(met_sounds))
            owned = np.concatenate([owned, owners(columns.each("sounds"))[telling]])
            keys = np.concatenate([keys, columns["sounds"][telling]])
        if small:  # in a large pile much is published on the same days
            owned = np.concatenate([owned, owners(columns.each("days"))])
            keys = np.concatenate([keys, columns["days"]])
        loose = ("loose", "loose days") if small else ("loose",)
        slots = np.concatenate([mixed(columns["bases"][owned], keys), *(mixed(columns[name], LOOSE) for name in loose)])
        owned = np.concatenate([owned, *(owners(columns.each(name)) for name in loose)])
        order = np.lexsort((owned, slots))
        slots, owned = slots[order], owned[order]
        starts = np.flatnonzero(np.r_[True, slots[1:] != slots[:-1]]) if len(slots) else np.zeros(0, np.int64)
        sizes = np.diff(np.r_[starts, len(slots)])
        answers = columns["answers"][owned]
        several = np.minimum.reduceat(answers, starts) != np.maximum.reduceat(answers, starts) if len(starts) else np.zeros(0, bool)
        return cls(slots, owned, starts, sizes, (sizes > 1) & (sizes <= BLOCK) & several)

    def standing(self, claims: int) -> Marks:
        """For each claim a number that says in which blocks it is compared."""
        inside = np.repeat(self.good, self.sizes)
        found = np.zeros(claims, np.uint64)
        np.add.at(found, self.claims[inside], mixed(self.slots[inside], MET))
        return found

    def pairs(self, due: States | None = None) -> Pairs:
        """The pairs that meet in a block, each once, by place; of those that were compared before only the ones that are due."""
        found = [np.zeros((0, 2), np.int64), *self.by_size(due)]
        joined = np.concatenate(found)
        most = int(joined.max(initial=0)) + 1
        single = np.unique(joined[:, 0] * most + joined[:, 1])
        return np.stack([single // most, single % most], axis=1)

    def by_size(self, due: States | None) -> Iterator[Pairs]:
        """The pairs of all blocks of one size at once."""
        good = self.good if due is None or not len(self.starts) else self.good & due.touched(self.claims, self.starts)
        for size in np.unique(self.sizes[good]).tolist():
            starts = self.starts[good & (self.sizes == size)]
            members = self.claims[starts[:, None] + np.arange(size)]
            one, other = np.triu_indices(size, 1)
            pairs = np.stack([members[:, one].ravel(), members[:, other].ravel()], axis=1)
            yield pairs if due is None else pairs[due.due(pairs)]


class Weighed(NamedTuple):
    """For each claim which keys of one kind it or its article holds, as bits; and which lead it, one of which a shared key must be."""

    held: Marks
    leading: Marks


@dataclass(frozen=True)
class States:
    """What each claim's comparisons depend on, and which of it is not as it was."""

    own: Marks
    shared: Marks
    own_new: npt.NDArray[np.bool_]
    shared_new: npt.NDArray[np.bool_]
    weighed: tuple[Weighed, ...] = ()  # of each kind of keys those that have another weight

    def due(self, pairs: Pairs) -> npt.NDArray[np.bool_]:
        """Which pairs must be compared (again)."""
        a, b = pairs[:, 0], pairs[:, 1]
        found = self.own_new[a] | self.own_new[b] | (self.shared_new[a] & self.shared_new[b])
        for held, first in self.weighed:
            found |= ((first[a] & held[b]) | (held[a] & first[b])) != 0
        return found

    def touched(self, claims: Places, starts: Places) -> npt.NDArray[np.bool_]:
        """Which blocks may hold a pair that is due: of the many that hold none no pair need be made."""

        def counted(new: npt.NDArray[np.bool_]) -> Places:
            return np.asarray(np.add.reduceat(new[claims].astype(np.int64), starts))

        found = (counted(self.own_new) > 0) | (counted(self.shared_new) > 1)
        for held, first in self.weighed:
            found |= (counted(held != 0) > 1) & (counted(first != 0) > 0)
        return np.asarray(found)


def own_states(columns: Columns, whole: Whole, digests: Marks) -> Marks:
    """A number for each claim: its document, with the entities that it names; and what its places lie in."""
    states = mixed(columns["claims"], digests[owners(columns.claims_each)]) + np.uint64(whole.articles.total <= FEW)
    inside = {mark(inner): sum(mark(f"{inner}\x1f{outer}") for outer in outers) % (1 << 64) for inner, outers in whole.contents.items()}
    held = np.array(sorted(inside), np.uint64)
    lying = np.array([inside[one] for one in held.tolist()], np.uint64)
    at = found_at(held, columns["places"])
    told = np.where(at >= 0, lying[at], np.uint64(0)) if len(held) else np.zeros(len(at), np.uint64)
    states = states + summed(told, columns.each("places"))
    if whole.met:
        lead = {mark(article): mark("\x1f".join(leading(sounds))) for article, sounds in whole.sounding.items()}
        states = mixed(states, MET) + of_homes(columns, lead)
    return states


def shared_states(columns: Columns, whole: Whole, blocks: Blocks) -> Marks:
    """A number for each claim: the blocks it stands in, the sounds that tell."""
    states = blocks.standing(len(columns["claims"]))
    telling = np.isin(columns["sounds"], marks(whole.met)) if whole.met else np.zeros(len(columns["sounds"]), bool)
    return states + summed(np.where(telling, mixed(columns["sounds"], MET), np.uint64(0)), columns.each("sounds"))


def weighed_anew(columns: Columns, whole: Whole, before: Sequence[Marks]) -> tuple[Weighed, ...]:
    """For each claim the keys whose weights are not those of the run before: those near it, of its article's names and words.

    Two claims with no bit in common hold no such key both; with many keys some pairs have one that do not. A kind of which none leads
    anybody is left out.
    """
    near, named, spoken, heard, *many = (changed(now, was) for now, was in zip(whole.weights(), before, strict=True))
    beside = [bits_of(columns[name], columns.each(name), near) for name in ("keys", "sounds")]
    found = (
        *(Weighed(bits, bits) for bits in beside),
        *(Weighed(*of_articles(columns, name, keys)) for name, keys in (("named", named), ("spoken", spoken))),
        Weighed(*(of_homes(columns, sounding(whole, told, heard)) for told in (sorted, leading))),
        *(Weighed(held, held) for held in map(held_in, repeat(columns), ("named", "spoken"), many)),
    )
    return tuple(one for one in found if one.leading.any())


def held_in(columns: Columns, name: str, keys: Marks) -> Marks:
    """For each claim which of the sorted keys a column of its article holds."""
    return next(of_articles(columns, name, keys))


def of_articles(columns: Columns, name: str, keys: Marks) -> Iterator[Marks]:
    """For each claim which of the sorted keys a column of its article holds, and which of them lead the article: they stand first."""
    articles, each = columns["articles"].tolist(), columns.each(name)
    column, first = columns[name], np.minimum(each, MOST)
    for held, sizes in ((column, each), (column[stretches(np.cumsum(each) - each, first)], first)):
        yield of_homes(columns, dict(zip(articles, bits_of(held, sizes, keys).tolist(), strict=True)))


def sounding(whole: Whole, told: Callable[[Counter[str]], list[str]], keys: Marks) -> dict[int, int]:
    """For each article, by its mark, which of the sorted keys are among some of the sounds of its names, as bits."""
    return {mark(one): int(np.bitwise_or.reduce(as_bits(marks(told(sounds)), keys))) for one, sounds in whole.sounding.items()}


def bits_of(column: Marks, each: Places, keys: Marks) -> Marks:
    """For each stretch of a ragged column which of the sorted keys it holds."""
    bits = as_bits(column, keys)
    held = bits != 0
    found = np.zeros(len(each), np.uint64)
    np.bitwise_or.at(found, owners(each)[held], bits[held])
    return found


def as_bits(held: Marks, keys: Marks) -> Marks:
    """For each number that is one of the sorted keys a bit, the same for the same key; 0 for the others."""
    at = found_at(keys, held)
    return np.where(at >= 0, np.uint64(1) << (at % BITS).astype(np.uint64), np.uint64(0))


def of_homes(columns: Columns, told: Mapping[int, int]) -> Marks:
    """For each claim the number that is told of its article, or 0."""
    return np.array([told.get(home, 0) for home in columns["homes"].tolist()], np.uint64)

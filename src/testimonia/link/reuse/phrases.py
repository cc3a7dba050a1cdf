"""Set phrases: words that many texts hold amid different words. Two texts that share only such words are two texts by one form.

What tells a form from a copy is what stands around the words. The words of a weather report, a court notice or a formula stand between
other figures and names each time; a sentence that was copied with its text stands between the same sentences. So a gram is part of a set
phrase when several texts hold it and nearly all of them differ before it and after it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from testimonia.base.ids import row_id
from testimonia.base.links import Finding
from testimonia.base.spans import Span
from testimonia.link.reuse.aligning import STRONG, Passage, units_of
from testimonia.link.reuse.copies import Pair
from testimonia.link.reuse.folding import Codes, Folded, Unit, gram_hashes
from testimonia.link.reuse.seeds import Prints, Sieve
from testimonia.link.reuse.units import Shelf, merged

KIND = "set phrase"
HOLDERS, LOOKED = 8, 24  # texts that must hold a gram, and the most that are looked at
DIFFERENT = 0.75  # of these, so many must differ on either side
AROUND = 96  # units on either side that are compared: longer than most forms go without a figure or a name
ALIKE = 0.5  # of the holders: a unit beside a gram that so many have alike is still of the phrase
OWN, FORM = 0.6, 0.85  # of what a passage has beside set phrases, so much must match; the more where most of it is set phrases: a form
LITTLE = 12  # units beside set phrases below which a passage is one
SHOWN = 6  # phrases of an article that are shown

Marked = NDArray[np.bool_]
Hashes = NDArray[np.uint64]


@dataclass(frozen=True, slots=True)
class Phrases:
    """The grams of set phrases, sorted, and how far the phrase goes on before and after each."""

    sieve: Sieve
    hashes: Hashes
    before: NDArray[np.int64]
    after: NDArray[np.int64]

    def mask(self, folded: Folded) -> Marked:
        """The units of a text that are part of a set phrase."""
        size = len(folded.codes)
        grams, valid = gram_hashes(folded.codes, self.sieve.gram)
        at = np.searchsorted(self.hashes, grams)
        at[at == len(self.hashes)] = 0
        places = np.flatnonzero((self.hashes[at] == grams) & valid) if len(self.hashes) else np.zeros(0, dtype=np.int64)
        edges = np.zeros(size + 1, dtype=np.int64)
        np.add.at(edges, np.maximum(0, places - self.before[at[places]]), 1)
        np.add.at(edges, np.minimum(size, places + self.sieve.gram + self.after[at[places]]), -1)
        marked: Marked = edges.cumsum()[:size] > 0
        return marked


def set_phrases(shelf: Shelf, prints: Prints, sieve: Sieve, pairs: Sequence[Pair]) -> Phrases:
    """The set phrases among what the pairs share."""
    shared = shared_grams(prints, pairs)
    at = np.searchsorted(shared, prints.hash)
    at[at == len(shared)] = 0
    rows = np.flatnonzero(shared[at] == prints.hash) if len(shared) else np.zeros(0, dtype=np.int64)
    rows = rows[np.argsort(prints.hash[rows], kind="stable")]
    hashes, starts, counts = np.unique(prints.hash[rows], return_index=True, return_counts=True)
    many = counts >= HOLDERS
    hashes, starts, counts = hashes[many], starts[many], np.minimum(counts[many], LOOKED)
    if not len(hashes):
        return Phrases(sieve, hashes, starts, starts)
    held = rows[np.repeat(starts, counts) + np.arange(int(counts.sum())) - np.repeat(np.cumsum(counts) - counts, counts)]
    reach = judged(looked_at(shelf, prints, sieve, held), counts, sieve.window)
    kept = reach[:, 0] >= 0
    return Phrases(sieve, hashes[kept], reach[kept, 0], reach[kept, 1])


def shared_grams(prints: Prints, pairs: Iterable[Pair]) -> Hashes:
    """The sampled grams that the two units of some pair both hold, sorted."""
    starts = np.cumsum(np.concatenate(([0], np.bincount(prints.unit)))).tolist()
    found: list[Hashes] = [np.zeros(0, dtype=np.uint64)]
    for pair in pairs:
        ours, theirs = (prints.hash[starts[unit] : starts[unit + 1]] for unit in (pair.a, pair.b))
        found.append(np.intersect1d(ours, theirs, assume_unique=True))
    return np.unique(np.concatenate(found))


def looked_at(shelf: Shelf, prints: Prints, sieve: Sieve, rows: NDArray[np.int64]) -> NDArray[np.uint64]:
    """For each of some rows of the prints: a digest of what stands before the gram and of what stands after it, and the units beside it."""
    width = sieve.window
    found = np.zeros((len(rows), 2 + 2 * width), dtype=np.uint64)
    order = np.argsort(prints.unit[rows], kind="stable")
    units, starts = np.unique(prints.unit[rows][order], return_index=True)
    for unit, members in zip(units.tolist(), np.split(order, starts[1:]), strict=True):
        found[members] = surrounding(shelf[unit].codes, prints.place[rows[members]].astype(np.int64), sieve)
    return found


def surrounding(codes: Codes, places: NDArray[np.int64], sieve: Sieve) -> NDArray[np.uint64]:
    """What stands around some grams of one text; 0 where the text ends."""
    wide, _ = gram_hashes(codes, AROUND)
    wide = np.concatenate((wide, np.zeros(1, dtype=np.uint64)))
    ends = places + sieve.gram
    before = wide[np.where(places >= AROUND, places - AROUND, -1)]
    after = wide[np.where(ends + AROUND <= len(codes), ends, -1)]
    padded = np.concatenate((np.zeros(sieve.window, dtype=np.uint32), codes, np.zeros(sieve.window, dtype=np.uint32)))
    steps = np.arange(sieve.window)
    left = padded[places[:, None] + sieve.window - 1 - steps]
    right = padded[ends[:, None] + sieve.window + steps]
    return np.column_stack((before, after, left, right)).astype(np.uint64)


def judged(holders: NDArray[np.uint64], counts: NDArray[np.int64], window: int) -> NDArray[np.int64]:
    """For each gram, how far a set phrase goes on before and after it; -1 and -1 when its holders are copies of one another.

    `holders` has a row for each text that holds a gram, gram by gram, `counts` of each (see `looked_at`).
    """
    reach = np.full((len(counts), 2), -1, dtype=np.int64)
    gram = np.repeat(np.arange(len(counts)), counts)
    form = (different(holders[:, 0], gram, counts) >= DIFFERENT) & (different(holders[:, 1], gram, counts) >= DIFFERENT)
    rows, gram, counts = form[gram], (np.cumsum(form) - 1)[gram[form[gram]]], counts[form]
    for side in (0, 1):
        beside = holders[rows, 2 + side * window : 2 + (side + 1) * window]
        shares = [commonest(column, gram, counts) for column in beside.T]
        reach[form, side] = (np.array(shares).reshape(window, -1) >= ALIKE).cumprod(axis=0).sum(axis=0)
    return reach


def counted(values: NDArray[np.uint64], gram: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.uint64]]:
    """The different values of each gram: the gram, how often the value stands there, and the value."""
    order = np.lexsort((values, gram))
    values, gram = values[order], gram[order]
    first = np.concatenate((np.ones(min(1, len(gram)), dtype=np.bool_), (gram[1:] != gram[:-1]) | (values[1:] != values[:-1])))
    starts = np.flatnonzero(first)
    return gram[starts], np.diff(np.append(starts, len(gram))), values[starts]


def different(digests: NDArray[np.uint64], gram: NDArray[np.int64], counts: NDArray[np.int64]) -> NDArray[np.float64]:
    """For each gram the share of different digests; each end of a text (0) counts as one."""
    which, often, value = counted(digests, gram)
    found: NDArray[np.float64] = np.bincount(which, np.where(value == 0, often, 1), minlength=len(counts)) / counts
    return found


def commonest(column: NDArray[np.uint64], gram: NDArray[np.int64], counts: NDArray[np.int64]) -> NDArray[np.float64]:
    """For each gram the share of its holders that have the commonest unit there."""
    which, often, value = counted(column, gram)
    most = np.zeros(len(counts), dtype=np.int64)
    np.maximum.at(most, which, np.where(value == 0, 0, often))
    found: NDArray[np.float64] = most / counts
    return found


@dataclass(frozen=True, slots=True)
class Dropped:
    """A passage that is a set phrase: the unit, its stretch in units, and the other unit."""

    unit: int
    start: int
    end: int
    other: int


def without_phrases(shelf: Shelf, known: Phrases, pairs: Sequence[Pair]) -> tuple[list[Pair], list[Dropped]]:
    """The pairs without the passages that are nothing but set phrases, and these."""
    if not len(known.hashes):
        return list(pairs), []
    masks: dict[int, Marked] = {}
    kept: list[Pair] = []
    dropped: list[Dropped] = []
    for pair in pairs:
        for unit in (pair.a, pair.b):
            if unit not in masks:
                masks[unit] = known.mask(shelf[unit])
        left = believed(pair, masks[pair.a], masks[pair.b])
        kept += [replace(pair, passages=left)] if left else []
        for passage in pair.passages if len(left) < len(pair.passages) else ():
            if passage not in left:
                dropped += [Dropped(pair.a, passage.a0, passage.a1, pair.b), Dropped(pair.b, passage.b0, passage.b1, pair.a)]
    return kept, dropped


def believed(pair: Pair, ours: Marked, theirs: Marked) -> tuple[Passage, ...]:
    """The passages of a pair that are no set phrases, if one of them shows reuse.

    Set phrases are believed beside more text than they are themselves: they were copied with it.
    """
    free = besides(pair.passages, ours, theirs)
    own = tuple(one for one, matched in zip(pair.passages, free, strict=True) if beside(one, matched, ours, theirs))
    if not any(passage.strong for passage in own):
        return ()
    return pair.passages if 2 * sum(p.matched for p in own) >= sum(p.matched for p in pair.passages) else own


def besides(found: Sequence[Passage], ours: Marked, theirs: Marked) -> list[int]:
    """Of each passage, how many of its matched units are part of a set phrase in neither text."""
    _, i, j = units_of(found)
    clear = np.concatenate((np.zeros(1, dtype=np.int64), np.cumsum(~(ours[i] | theirs[j]))))
    ends = np.cumsum([0] + [one.matched for one in found])
    free: list[int] = np.diff(clear[ends]).tolist()
    return free


def beside(passage: Passage, matched: int, ours: Marked, theirs: Marked) -> bool:
    """Whether a passage is no set phrase: `matched` of its units, beside those, are enough, and enough of what there is."""
    a, b = ours[passage.a0 : passage.a1], theirs[passage.b0 : passage.b1]
    if not a.any() or not b.any():
        return True
    free = max(int(np.count_nonzero(~a)), int(np.count_nonzero(~b)))
    if 2 * free >= max(len(a), len(b)):
        return matched >= max(LITTLE, OWN * free)
    whole = min(int(np.count_nonzero(~ours)), int(np.count_nonzero(~theirs)))
    return matched >= max(LITTLE, FORM * free, min(STRONG, whole / 2))


def phrase_findings(shelf: Shelf, dropped: Iterable[Dropped], articles: int) -> Iterator[Finding]:
    """One finding for each article whose set phrases were not counted as reuse, with the first of them."""
    by_unit: dict[int, list[Dropped]] = {}
    for one in dropped:
        if one.unit < articles and one.other < articles:
            by_unit.setdefault(one.unit, []).append(one)
    for number, found in sorted(by_unit.items()):
        unit: Unit = shelf.units[number]
        spans = tuple(Span(*span) for span in merged(sorted(shelf[number].span(one.start, one.end) for one in found)))[:SHOWN]
        others = len({one.other for one in found})
        message = (
            f"Shares words with {others} other article{'s' if others > 1 else ''} that are not counted as reuse: they are a set phrase, "
            f"which {HOLDERS} articles or more hold amid different words, and what stands between them differs."
        )
        yield Finding(row_id("f", KIND, unit.document, unit.article), KIND, message, unit.document, unit.article, spans)

"""The pairs worth comparing, in portions that need few documents at a time; where there are many, helpers compare some of them.

A helper is given the documents of its portions, packed, and what the whole case says of names and sounds. It judges as this process does,
by the same rules on the same claims, and gives back which pairs answer one question, and why.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np

from testimonia.base.collecting import give_back
from testimonia.link.disagree.apart import Knowledge
from testimonia.link.disagree.holding import BESIDE, STRETCH, AtHand, Parcel
from testimonia.link.disagree.keys import Keyed
from testimonia.link.disagree.marks import Places, owners
from testimonia.link.disagree.sameness import same_question
from testimonia.link.disagree.standing import Pairs, Whole
from testimonia.link.sharing import Team, helpers, shared_out

MANY = 20_000  # pairs: the work of about a second, which a helper needs to begin
TURN, TURNS = 24, 8  # portions that one process compares in turn: they share a stretch of documents; but so many turns, that none waits
Same = Callable[[Keyed, Keyed], str | None]
Answer = tuple[int, int, str]  # two claims by place, and why they answer one question
Turn = Sequence[Pairs]


class Claims:
    """Claims by their place in the order of these documents; a document is read when the first of its claims is asked for."""

    def __init__(self, documents: Sequence[str], each: Places, gathered: AtHand) -> None:
        """`each` says how many claims a document has."""
        self.documents, self.each, self.gathered = documents, each, gathered
        self.home = owners(each)
        self.first = np.cumsum(each) - each

    def take(self, places: Places) -> None:
        """Read the documents of these claims together."""
        self.gathered.take(self.documents[number] for number in np.unique(self.home[places]).tolist())

    def __getitem__(self, place: int) -> Keyed:
        number = int(self.home[place])
        return self.gathered.keyed[self.documents[number]][place - int(self.first[number])]


def compared(claims: Claims, pairs: Pairs, whole: Whole, same: Same, workers: int | None) -> Iterator[Answer]:
    """Those of the pairs that answer one question, with the reason."""
    listed = list(turns(near_one_another(claims.home, pairs)))
    with Team(helpers(workers)) as team:
        if len(pairs) >= MANY and len(listed) > 1:
            give_back()  # what joined all claims is not held any more, and the helpers need room
            team.start(unpacked)
        for answers in shared_out(listed, partial(answered, claims, same), partial(packed, claims, whole), unpacked, team):
            yield from answers


def near_one_another(home: Places, pairs: Pairs) -> list[Pairs]:
    """The pairs, in portions that need so few documents that they can be at hand together: a stretch of them, and some beside it.

    `home` is the document of each claim; those that no pair needs count for nothing. The portions of the first stretch come first, and the
    pairs of two documents stand together: what their articles have in common need not be kept long.
    """
    needed = home[pairs]
    low, high = np.sort(np.searchsorted(np.unique(needed), needed), axis=1).T
    order = np.lexsort((pairs[:, 1], pairs[:, 0], high, low, high // BESIDE, low // STRETCH))
    one, other = low[order] // STRETCH, high[order] // BESIDE
    return np.split(pairs[order], np.flatnonzero((one[1:] != one[:-1]) | (other[1:] != other[:-1])) + 1)


def turns(portions: Sequence[Pairs]) -> Iterator[Turn]:
    """The portions, some neighbours together."""
    most = max(1, min(TURN, len(portions) // TURNS))
    return (portions[at : at + most] for at in range(0, len(portions), most))


def answered(claims: Claims, same: Same, turn: Turn) -> list[Answer]:
    """The answers of some portions, one after the other."""
    found = []
    for pairs in turn:
        claims.take(np.unique(pairs))
        for a, b in pairs.tolist():
            reason = same(claims[a], claims[b])
            if reason is not None:
                found.append((a, b, reason))
    return found


@dataclass(frozen=True)
class Work:
    """Some portions for a helper: their documents with the claims of each, the pairs by place among these, and where these places begin."""

    documents: Parcel
    each: Places
    starts: Places  # how far each document's claims stand behind their place in the case
    turn: Turn
    whole: Whole


def packed(claims: Claims, whole: Whole, turn: Turn) -> Work:
    """Some portions as a helper is given them."""
    numbers = np.unique(claims.home[np.unique(np.concatenate(list(turn)))])
    each = claims.each[numbers]
    starts = claims.first[numbers] - (np.cumsum(each) - each)
    documents = claims.gathered.parcel([claims.documents[number] for number in numbers.tolist()])
    near = [pairs - starts[np.searchsorted(numbers, claims.home[pairs])] for pairs in turn]
    return Work(documents, each, starts, near, whole.among(documents.articles))


def unpacked(work: Work) -> list[Answer]:
    """What a helper gives back."""
    gathered = AtHand.of(work.documents)
    claims = Claims(list(work.documents.packed), work.each, gathered)
    behind = np.repeat(work.starts, work.each).tolist()
    return [(a + behind[a], b + behind[b], reason) for a, b, reason in answered(claims, judging(gathered, work.whole), work.turn)]


def judging(gathered: AtHand, whole: Whole) -> Same:
    """The rules, with what the case and its documents say."""
    gathered.judge_by(whole.met, whole.sentences)
    knows = Knowledge(gathered.keys.classes, gathered.main, whole.contents, whole.profiles(gathered.named, gathered.spoken))
    return partial(same_question, keys=gathered.keys, knows=knows)

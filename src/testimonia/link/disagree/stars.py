"""Stars: linked claims, each joined to the best linked one that it matches, told by numbers alone: no document is read for it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain

import numpy as np
import numpy.typing as npt

from testimonia.link.disagree import sieve
from testimonia.link.disagree.apart import may_look_back
from testimonia.link.disagree.keys import Keyed
from testimonia.link.disagree.marks import Marks, Places, mark
from testimonia.link.disagree.sieve import ALWAYS, bits
from testimonia.link.disagree.ties import own_time
from testimonia.link.disagree.values import Stretch, days, meet

# of each claim: the days that its own sentence gives, if it is a figure; which claim the text sets it against; where it stands
GATHERING = ("own from", "own until", "rivals", "starts")
SHARE = 0.4  # of the members of a star that a claim must match to join it without matching its centre
Links = dict[int, set[int]]  # claims, by number
Pairs = npt.NDArray[np.int64]
FIGURE, CHARGE, DENIED = int(sieve.FIGURE), int(sieve.CHARGE), int(sieve.DENIED)


def gathering(claims: Sequence[Keyed]) -> dict[str, list[int]]:
    """The columns of some claims."""
    own = [(days(own_time(one.claim)) if one.claim.kind == "number" else None) or ALWAYS for one in claims]
    return {
        "own from": bits([low for low, _ in own]),
        "own until": bits([high for _, high in own]),
        "rivals": [mark(one.claim.rival) if one.claim.rival else 0 for one in claims],
        "starts": [one.claim.span.start for one in claims],
    }


def years(one: Keyed) -> list[int]:
    """The years that a claim may look back to: those of which its text speaks, if it speaks of years long past alone."""
    return sorted(year for year in one.years if year > 999) if one.claim.kind == "number" and may_look_back(one) else []


@dataclass(frozen=True)
class Facts:
    """What is asked of each of some claims, by number: as lists, since they are asked one by one."""

    ways: list[int]
    about: list[Stretch]  # when a figure is said to be
    own: list[Stretch]
    years: dict[int, list[int]]  # of those that may look back
    ids: list[int]
    rivals: list[int]
    homes: list[int]
    starts: list[int]

    @classmethod
    def of(cls, columns: Mapping[str, Marks], places: Places) -> Facts:
        """The claims at these places."""
        ways, ids, rivals, homes, starts = (columns[name][places].tolist() for name in ("ways", "claims", "rivals", "homes", "starts"))
        about, own = (
            list(zip(*(columns[which + end][places].view(np.float64).tolist() for end in ("from", "until")), strict=True))
            for which in ("slot ", "own ")
        )
        each = columns["years each"].astype(np.int64)
        ends = np.cumsum(each)[places]
        told = {
            number: columns["years"][end - size : end].tolist()
            for number, (end, size) in enumerate(zip(ends.tolist(), each[places].tolist(), strict=True))
            if size
        }
        return cls(ways, about, own, told, ids, rivals, homes, starts)

    def clash(self, a: int, b: int) -> bool:
        """Whether two figures cannot be about one thing (`clashing`, by numbers alone)."""
        one, other = self.about[a], self.about[b]
        if not self.ways[a] & FIGURE or (one[0] <= other[1] and other[0] <= one[1]):
            return False
        return not (self.looks_back(a, b) or self.looks_back(b, a))

    def looks_back(self, one: int, other: int) -> bool:
        """Whether the one stands in a text that speaks of the other's year, as something long past."""
        return one in self.years and self.own[other] != ALWAYS and any(meet(self.own[other], days(str(year))) for year in self.years[one])

    def apart(self, denial: int, other: int) -> tuple[bool, int, int]:
        """How far a denial stands from what it may deny."""
        here, gap = self.homes[denial] == self.homes[other], self.starts[denial] - self.starts[other]
        return (not here, (gap if gap >= 0 else 1000 - gap) if here else 0, other)


def nearest(pairs: Pairs, claims: Facts) -> npt.NDArray[np.bool_]:
    """Which of the pairs stay where each denial is tied to one accusation only.

    It is the nearest in its article, else the first elsewhere.
    """
    ways = np.array(claims.ways, np.uint64)
    charges = (ways[pairs] & np.uint64(CHARGE) != 0).any(axis=1)
    around: dict[int, list[int]] = defaultdict(list)
    for a, b in pairs[charges].tolist():
        for denial, other in ((a, b), (b, a)):
            if claims.ways[denial] & DENIED:
                around[denial].append(other)
    best = {denial: min(others, key=partial(claims.apart, denial)) for denial, others in around.items()}
    stay = ~charges
    stay[charges] = [b == best.get(a) or a == best.get(b) for a, b in pairs[charges].tolist()]
    return np.asarray(stay)


def stars(pairs: Pairs, claims: Facts) -> Iterator[list[int]]:
    """Each claim joins the best-linked claim that it matches directly, so that no chain of near matches makes one question.

    Of two that cannot be about one thing, and are not linked themselves, the better linked one stays.
    """
    links: Links = defaultdict(set)
    for a, b in pairs.tolist():
        links[a].add(b)
        links[b].add(a)
    left = set(links)
    order = {one: place for place, one in enumerate(sorted(links, key=lambda one: (-len(links[one]), one)))}
    for centre in order:
        if centre not in left:
            continue
        members = [centre]
        for one in sorted(links[centre] & left, key=order.__getitem__):
            if not clashes(one, members, links, claims):
                members.append(one)
        join_most(members, links, left, claims)
        left.difference_update(members)
        if len(members) > 1:
            yield sorted(members)


def join_most(members: list[int], links: Links, left: set[int], claims: Facts) -> None:
    """Let claims join that match a good part of the members, though not the centre."""
    matched = Counter(chain.from_iterable(links[member] for member in members))
    for one in sorted(left.intersection(matched).difference(members)):
        rival = claims.rivals[one] and any(claims.rivals[one] == claims.ids[member] for member in members)
        if (rival or matched[one] >= max(2, SHARE * len(members))) and not clashes(one, members, links, claims):
            members.append(one)
            matched.update(links[one])


def clashes(one: int, members: Iterable[int], links: Links, claims: Facts) -> bool:
    """Whether a claim clashes with one of the members that it is not linked with."""
    return any(claims.clash(one, other) for other in members if other not in links[one])

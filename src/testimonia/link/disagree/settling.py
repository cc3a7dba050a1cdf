"""Claims that hang together, group by group: what a group gives depends on nothing outside of it, and is kept until it changes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from testimonia.base.documents import Article
from testimonia.base.ids import digest
from testimonia.base.links import Settled
from testimonia.link.disagree.apart import clashing
from testimonia.link.disagree.comparing import Linked
from testimonia.link.disagree.gathering import Gathered
from testimonia.link.disagree.holding import STRETCH, parts
from testimonia.link.disagree.keys import Keyed
from testimonia.link.disagree.lives import Life, lives_of, told_lives
from testimonia.link.disagree.marks import Marks, Places, mark, mixed
from testimonia.link.disagree.portions import Claims, Same
from testimonia.link.disagree.questions import Links, Question, questions
from testimonia.link.disagree.slots import Columns
from testimonia.link.disagree.standing import Pairs, of_homes
from testimonia.link.disagree.witnesses import Shown, disagreement

ONCE, AGAIN = np.uint64(1), np.uint64(2)


@dataclass(frozen=True)
class Group:
    """Claims that are tied to one another, by place, in order; which of the pairs tie them; a digest of all that their rows depend on."""

    id: str
    members: Places
    ties: Places


def groups(links: Linked, worded: Marks, stands: Marks) -> Iterator[Group]:
    """The groups of claims that are linked, directly or not, or that copies give in the same words.

    `worded` are the marks of all claims' wordings; `stands` says what each claim shows of itself, its origin included.
    """
    places = np.unique(links.pairs)
    roots = components(places, links.pairs, worded)
    told = mixed(mixed(stands[links.pairs[:, 0]], stands[links.pairs[:, 1]]), AGAIN) + links.reasons
    ties = np.searchsorted(places, links.pairs[:, 0])
    ids = digests(roots, stands[places], roots[ties], told)
    order, tied = np.argsort(roots, kind="stable"), np.argsort(roots[ties], kind="stable")
    for root, members, kept in zip(
        np.unique(roots).tolist(), stretches(roots[order], places[order]), stretches(roots[ties][tied], tied), strict=True
    ):
        yield Group(ids[root], members, kept)


def stretches(sorted_by: Places, values: Places) -> list[Places]:
    """The values of each run of equal numbers."""
    return np.split(values, np.flatnonzero(sorted_by[1:] != sorted_by[:-1]) + 1) if len(values) else []


def components(places: Places, pairs: Pairs, worded: Marks) -> Places:
    """For each linked claim the number of the first of its group (union by path halving)."""
    parent = list(range(len(places)))

    def first(one: int) -> int:
        while parent[one] != one:
            parent[one] = parent[parent[one]]
            one = parent[one]
        return one

    said = worded[places]
    order = np.argsort(said, kind="stable")
    alike = said[order][1:] == said[order][:-1]
    edges = np.concatenate([np.searchsorted(places, pairs), np.stack([order[:-1][alike], order[1:][alike]], axis=1)])
    for a, b in edges.tolist():
        low, high = sorted((first(a), first(b)))
        parent[high] = low
    return np.array([first(one) for one in range(len(places))], np.int64)


def digests(roots: Places, members: Marks, tied: Places, ties: Marks) -> dict[int, str]:
    """For each group 128 bits that stand for its members and its pairs."""
    sums = np.zeros((2, int(roots.max(initial=-1)) + 1), np.uint64)
    for at, salt in enumerate((ONCE, AGAIN)):
        np.add.at(sums[at], roots, mixed(members, salt))
        np.add.at(sums[at], tied, mixed(ties, salt))
    return {root: f"{int(sums[0, root]):016x}{int(sums[1, root]):016x}" for root in np.unique(roots).tolist()}


class Settling:
    """What the groups of a case give, taken over from the run before where nothing changed."""

    def __init__(self, columns: Columns, claims: Claims, same: Same, shown: Shown, before: Mapping[str, Settled]) -> None:
        self.columns, self.claims, self.same, self.shown, self.before = columns, claims, same, shown, before
        self.found: dict[str, Settled] = {}

    def rows(self) -> list[Settled]:
        """What was settled, by id; groups that give nothing are kept too, so that they are not asked again."""
        return [self.found[id] for id in sorted(self.found)]

    def questions(self, links: Linked, own: Marks) -> None:
        """Settle the groups of claims that answer one question; `own` are the claims' own states."""
        columns = self.columns
        origins = {mark(article): mark(origin) for article, origin in self.shown.origins.items()}
        stands = mixed(own, of_homes(columns, origins))
        due = []
        for group in groups(links, columns["worded"], stands):
            if group.id in self.before:
                self.found[group.id] = self.before[group.id]
            else:
                due.append(group)
        for listed in batches(due, self.claims.home):
            self.claims.take(np.concatenate([group.members for group in listed]))
            asked = [(group.id, self.asked(group, links)) for group in listed]
            self.shown.gathered.hear_out(one.claim for _, found in asked for question in found for one in question.claims)
            for id, found in asked:
                self.found[id] = Settled(id, disagreements=tuple(disagreement(question, self.shown) for question in found))

    def asked(self, group: Group, links: Linked) -> list[Question]:
        """The questions of a group whose documents are at hand."""
        members = [self.claims[place] for place in group.members.tolist()]
        return questions(members, local_links(group, links, members, self.same), clashing)

    def lives(self, digests: Marks) -> None:
        """Settle what is said of each life; `digests` stand for what each document says."""
        columns, gathered = self.columns, self.shown.gathered
        due = []
        for person, at in told_lives(columns["lives"], columns["facts"], columns.living):
            id = digest("life", person, [(columns.documents[one], int(digests[one])) for one in at], length=32)
            if id in self.before:
                self.found[id] = self.before[id]
            else:
                due.append((id, person, [columns.documents[one] for one in at]))
        for id, person, documents in due:
            claims, articles = telling(gathered, documents)
            self.found[id] = Settled(
                id, findings=tuple(Life.of(person, claims, gathered.names, gathered.keys.names.entities).findings(articles))
            )


def batches(due: Iterable[Group], home: Places) -> Iterator[list[Group]]:
    """The groups, so many together as need no more documents than a stretch has; `home` is the document of each claim."""
    listed: list[Group] = []
    needed: set[int] = set()
    for group in due:
        documents = set(home[group.members].tolist())
        if listed and len(needed | documents) > STRETCH:
            yield listed
            listed, needed = [], set()
        listed.append(group)
        needed |= documents
    if listed:
        yield listed


def telling(gathered: Gathered, documents: Sequence[str]) -> tuple[list[Keyed], dict[str, Article]]:
    """The claims of some documents that tell something of a life, and their articles."""
    claims: list[Keyed] = []
    articles: dict[str, Article] = {}
    for part in parts(documents):
        gathered.take(part)
        told = [
            one
            for document in part
            for one in gathered.keyed[document]
            if next(lives_of(one, gathered.names, gathered.keys.names.entities), None)
        ]
        claims += told
        articles |= {one.claim.article: gathered.articles[one.claim.article] for one in told if one.claim.article in gathered.articles}
    return claims, articles


def local_links(group: Group, links: Linked, members: Sequence[Keyed], same: Same) -> Links:
    """The pairs of a group among its members; a reason that an earlier run found is asked for again."""
    at = {place: number for number, place in enumerate(group.members.tolist())}
    found: Links = {}
    for tie in group.ties.tolist():
        a, b = (at[place] for place in links.pairs[tie].tolist())
        reason = links.words.get(int(links.reasons[tie])) or same(members[a], members[b]) or ""
        found.setdefault(a, {})[b] = reason
        found.setdefault(b, {})[a] = reason
    return found

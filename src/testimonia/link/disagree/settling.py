"""What each group of claims gives, kept until the group changes: its questions, and what is said of one life."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

import numpy as np

from testimonia.base.documents import Article
from testimonia.base.ids import digest
from testimonia.base.links import Settled
from testimonia.link.disagree.checks.lives import Life, lives_of, told_lives
from testimonia.link.disagree.comparing import Linked
from testimonia.link.disagree.gathering import Gathered
from testimonia.link.disagree.groups import Group, groups
from testimonia.link.disagree.holding import STRETCH, parts
from testimonia.link.disagree.keys import Keyed
from testimonia.link.disagree.marks import Marks, Places, mark, mixed
from testimonia.link.disagree.portions import Claims, Same
from testimonia.link.disagree.questions import Question, answered, of_copies
from testimonia.link.disagree.slots import Columns
from testimonia.link.disagree.standing import of_homes
from testimonia.link.disagree.witnesses import Shown, disagreement

REASONS = 3  # told of one question


class Settling:
    """What the groups of a case give, taken over from the run before where nothing changed."""

    def __init__(self, columns: Columns, claims: Claims, same: Same, shown: Shown, before: Mapping[str, Settled]) -> None:
        self.columns, self.claims, self.same, self.shown, self.before = columns, claims, same, shown, before
        self.found: dict[str, Settled] = {}
        self.words: dict[int, str] = {}  # of the reasons, by mark

    def rows(self) -> list[Settled]:
        """What was settled, by id; groups that give nothing are kept too, so that they are not asked again."""
        return [self.found[id] for id in sorted(self.found)]

    def questions(self, links: Linked, own: Marks) -> None:
        """Settle the groups of claims that answer one question; `own` are the claims' own states."""
        columns = self.columns
        origins = {mark(article): mark(origin) for article, origin in self.shown.origins.items()}
        stands = mixed(own, of_homes(columns, origins))
        self.words |= links.words
        due = []
        for group in groups(links, columns, stands):
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
        stars = (answered([self.claims[place] for place in members.tolist()], self.reasons(ties, links)) for members, ties in group.stars)
        return of_copies([question for question in stars if question is not None])

    def reasons(self, ties: Places, links: Linked) -> list[str]:
        """Why the claims of a star were gathered, the commonest reasons first; one that an earlier run found is asked for again."""
        counted: Counter[str] = Counter()
        for (a, b), reason in zip(links.pairs[ties].tolist(), links.reasons[ties].tolist(), strict=True):
            if reason not in self.words:
                self.words[reason] = self.same(self.claims[a], self.claims[b]) or ""
            counted[self.words[reason]] += 1
        return sorted(counted, key=lambda words: (-counted[words], words))[:REASONS]

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

"""What the case says of one life: ages against the date of birth, and deaths that cannot both be."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from testimonia.base.documents import Article
from testimonia.base.ids import row_id
from testimonia.base.links import Finding
from testimonia.link.disagree.keys import Keyed, proper
from testimonia.link.disagree.marks import Marks, Places, mark
from testimonia.link.disagree.values import days, exact
from testimonia.link.disagree.vocabulary import vocabulary

BIRTH, AGE, DEATH = 1, 2, 3
TOLD_TWICE = "reported-dead-twice"
TWICE = 31  # days between two dates of one death that are more than two accounts of one event
YEARS = 20  # an age that is further off, in another text than the birth, is of another person of the name
UNTRUE = vocabulary("untrue")
FACTS = {("date", "born"): BIRTH, ("number", "age"): AGE, ("date", "kill"): DEATH}


def lives_of(one: Keyed, names: Mapping[str, str], types: Mapping[str, str]) -> Iterator[tuple[str, int]]:
    """The entities of whose life a claim tells something, and what; who died must be a person with a name ("three people" are nobody)."""
    claim = one.claim
    fact = FACTS.get((claim.kind, claim.predicate))
    said = claim.polarity == "positive" and claim.modality in ("asserted", "alleged") and not UNTRUE & one.words
    if fact == DEATH and (claim.inherited or not said):
        return
    if fact is not None:
        yield from ((key, fact) for key in sorted(one.subject) if key in names and (fact != DEATH or somebody(key, names, types)))


def somebody(key: str, names: Mapping[str, str], types: Mapping[str, str]) -> bool:
    """Whether an entity is a person with a full name of their own."""
    return types.get(key) == "person" and len(proper(names[key]).split()) > 1


def told_lives(people: Marks, facts: Marks, homes: Places) -> Iterator[tuple[int, list[int]]]:
    """The marks of those of whose lives enough is told to be held together, each with the documents that tell it, by place.

    The arguments are columns: of whom something is told, what, and in which document.
    """
    order = np.argsort(people, kind="stable")
    people, facts, homes = people[order], facts[order], homes[order]
    starts = np.flatnonzero(np.r_[True, people[1:] != people[:-1]]) if len(people) else np.zeros(0, np.int64)
    for start, end in zip(starts.tolist(), [*starts[1:].tolist(), len(people)], strict=False):
        told = facts[start:end].tolist()
        if {BIRTH, AGE} <= set(told) or told.count(DEATH) > 1:
            yield int(people[start]), np.unique(homes[start:end]).tolist()


@dataclass(frozen=True)
class Life:
    """What is said of one entity's life, in the order of the case."""

    births: Sequence[Keyed]
    ages: Sequence[Keyed]
    deaths: Sequence[Keyed] = ()

    @classmethod
    def of(cls, person: int, claims: Sequence[Keyed], names: Mapping[str, str], types: Mapping[str, str]) -> Life:
        """Of some claims those that tell of the one with this mark."""
        told = [(fact, one) for one in claims for key, fact in lives_of(one, names, types) if mark(key) == person]
        births, ages, deaths = ([one for fact, one in told if fact == wanted] for wanted in (BIRTH, AGE, DEATH))
        return cls(births, ages, deaths)

    def findings(self, articles: Mapping[str, Article]) -> Iterator[Finding]:
        """What does not fit."""
        for one in self.ages if self.births else ():
            yield from age_against_birth(one, self.births[0], articles)
        yield from died_twice(self.deaths)


def died_twice(deaths: Sequence[Keyed]) -> Iterator[Finding]:
    """The first two reports of one death that lie so far apart that they cannot be of one event."""
    dated = sorted((stretch, one.claim.id, one) for one in deaths if (stretch := days(one.claim.value)) is not None)
    for (early, _, first), (late, _, second) in pairwise(dated):
        if late[0] - early[1] > TWICE:
            message = f"The same person is reported dead in {first.claim.value} and again in {second.claim.value}."
            yield Finding(
                row_id("f", TOLD_TWICE, first.claim.id, second.claim.id), TOLD_TWICE, message, second.claim.document,
                second.claim.article, (second.claim.span,), first.claim.document, (first.claim.span,),
            )  # fmt: skip
            return


def age_against_birth(one: Keyed, birth: Keyed, articles: Mapping[str, Article]) -> Iterator[Finding]:
    """The ages that a birth date allows on the article's day, against the age given."""
    article = articles.get(one.claim.article)
    fact = (article.first_published or article.published) if article else None
    today, born, age = days(fact.value if fact else None), days(birth.claim.value), exact(one.claim)
    if today is None or born is None or age is None:
        return
    low, high = (today[0] - born[1]) / 365.25 - 1, (today[1] - born[0]) / 365.25 + 1
    off = max(low - age, age - high)
    if off > 0 and (off <= YEARS or one.claim.document == birth.claim.document):
        message = f"An age of {age:.0f} does not fit a birth in {birth.claim.value} and an article of {fact.value if fact else ''}."
        yield Finding(
            row_id("f", "age", one.claim.id, birth.claim.id), "age", message, one.claim.document, one.claim.article, (one.claim.span,),
            birth.claim.document, (birth.claim.span,),
        )  # fmt: skip

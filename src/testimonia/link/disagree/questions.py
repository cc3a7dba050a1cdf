"""Questions: claims that were found to answer one, set side by side by their values."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache

from testimonia.base.languages import table
from testimonia.link.disagree.keys import Keyed
from testimonia.link.disagree.slots import answer_key
from testimonia.link.disagree.values import compatible, stretch_of


@dataclass(slots=True)
class Question:
    """Claims that answer one question, by answer, and why they were gathered."""

    kind: str
    predicate: str
    answers: list[list[Keyed]]
    reasons: list[str]
    set_aside: list[tuple[Keyed, str]] = field(default_factory=list)

    @property
    def claims(self) -> list[Keyed]:
        """All claims, answer by answer."""
        return [one for answer in self.answers for one in answer]


def of_copies(found: list[Question]) -> list[Question]:
    """The questions, those that copies of the same texts raise in the same words as one."""
    kept: dict[tuple[object, ...], Question] = {}
    for question in found:
        worded = sorted({(answer_key(one), *sorted(one.words)) for one in question.claims})
        first = kept.setdefault((question.kind, question.predicate, *worded), question)
        if first is not question:
            for answer in question.answers:
                fitting = (mine for mine in first.answers if answer_key(mine[0]) == answer_key(answer[0]))
                next(fitting, first.answers[0]).extend(answer)
    return list(kept.values())


def answered(members: list[Keyed], reasons: list[str]) -> Question | None:
    """The members by answer: the most precise values make the answers, a looser one joins the only answer that it fits."""
    first = members[0].claim
    answers: list[list[Keyed]] = []
    aside: list[tuple[Keyed, str]] = []
    for one in sorted(members, key=lambda m: (width(m), m.claim.document, m.claim.span)):
        fitting = [answer for answer in answers if all(fits(one, other) for other in answer)]
        touching = [answer for answer in answers if any(fits(one, other) for other in answer)]
        if not touching:
            answers.append([one])
        elif len(fitting) == 1 and len(touching) == 1:
            fitting[0].append(one)
        else:
            aside.append((one, "fits more than one answer"))
    if len(answers) < 2:
        return None
    return Question(first.kind, first.predicate, answers, reasons, aside)


def fits(one: Keyed, other: Keyed) -> bool:
    """Whether the values of two claims can both hold; whoever is dead grows no older from one text to the next."""
    dated = one.published is not None and other.published is not None and not (dead(one) or dead(other))
    return compatible(one.claim, other.claim, abs((one.published or 0) - (other.published or 0)) if dated else 0)


def dead(one: Keyed) -> bool:
    """Whether the sentence of a claim tells of a death."""
    return not dying().isdisjoint(one.words)


@cache
def dying() -> frozenset[str]:
    """The words that tell of a death."""
    told = table("en", "claims")["classes"]["kill"]
    return frozenset(word for field in ("verbs", "subject_verbs", "nouns", "counted") for word in told[field])


def width(one: Keyed) -> float:
    """How much a value leaves open."""
    stretch = stretch_of(one.claim) if one.claim.kind in ("number", "date") else None
    return 0.0 if stretch is None else stretch[1] - stretch[0]

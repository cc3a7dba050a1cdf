"""Questions: claims that were found to answer one, gathered around the best linked and set side by side by their values."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from testimonia.link.disagree.keys import Keyed
from testimonia.link.disagree.slots import answer_key
from testimonia.link.disagree.values import compatible, stretch_of

SHARE = 0.4  # of the members of a question that a claim must match to join it without matching its centre
REASONS = 3  # told of one question
Links = dict[int, dict[int, str]]
Clash = Callable[[Keyed, Keyed], bool]


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


def questions(claims: Sequence[Keyed], links: Links, clash: Clash = lambda a, b: False) -> list[Question]:
    """The questions to which the claims give more than one answer; `links` say which of them answer one question, and why."""
    found = []
    for members, reasons in stars(claims, nearest(claims, links), lambda a, b: clash(claims[a], claims[b])):
        question = answered([claims[m] for m in members], reasons)
        if question is not None:
            found.append(question)
    return of_copies(found)


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


def nearest(claims: Sequence[Keyed], links: Links) -> Links:
    """The links, with each denial tied to one accusation only: the nearest in its article, else the one that shares most of its names."""

    def apart(denial: int, other: int) -> tuple[bool, int, int]:
        a, b = claims[denial].claim, claims[other].claim
        here = a.article == b.article
        gap = a.span.start - b.span.start
        return (not here, (gap if gap >= 0 else 1000 - gap) if here else 0, other)

    kept: Links = {}
    for centre, around in sorted(links.items()):
        claim = claims[centre].claim
        if claim.predicate == "accusation":
            if claim.value != "denied":
                continue
            best = min(around, key=lambda other: apart(centre, other))
            kept.setdefault(centre, {})[best] = around[best]
            kept.setdefault(best, {})[centre] = around[best]
        else:
            kept[centre] = around
    return kept


def stars(claims: Sequence[Keyed], links: Links, clash: Callable[[int, int], bool]) -> Iterable[tuple[list[int], list[str]]]:
    """Each claim joins the best-linked claim that it matches directly, so that no chain of near matches makes one question.

    Of two that cannot be about one thing, and are not linked themselves, the better linked one stays.
    """
    left = dict(links)
    order = {m: place for place, m in enumerate(sorted(links, key=lambda m: (-len(links[m]), m)))}
    for centre in order:
        if centre not in left:
            continue
        members = [centre]
        for one in sorted((m for m in links[centre] if m in left), key=order.__getitem__):
            if not any(clash(one, other) for other in members if other not in links[one]):
                members.append(one)
        join_most(members, links, left, (claims, clash))
        for member in members:
            left.pop(member, None)
        if len(members) > 1:
            yield sorted(members), reasons_of(members, links)


def join_most(members: list[int], links: Links, left: Links, of: tuple[Sequence[Keyed], Callable[[int, int], bool]]) -> None:
    """Let claims join that match a good part of the members, though not the centre."""
    claims, clash = of
    near = sorted({m for member in members for m in links[member] if m in left} - {*members})
    for one in near:
        matched = sum(1 for member in members if member in links[one])
        rival = any(claims[one].claim.rival == claims[member].claim.id for member in members)
        if (rival or matched >= max(2, SHARE * len(members))) and not any(
            clash(one, other) for other in members if other not in links[one]
        ):
            members.append(one)


def reasons_of(members: list[int], links: Links) -> list[str]:
    """Why the members were gathered, the commonest reasons first."""
    inside = set(members)
    counted = Counter(reason for member in members for other, reason in links[member].items() if other in inside)
    return sorted(counted, key=lambda reason: (-counted[reason], reason))[:REASONS]


def answered(members: list[Keyed], reasons: list[str]) -> Question | None:
    """The members by answer: the most precise values make the answers, a looser one joins the only answer that it fits."""
    first = members[0].claim
    answers: list[list[Keyed]] = []
    aside: list[tuple[Keyed, str]] = []
    for one in sorted(members, key=lambda m: (width(m), m.claim.document, m.claim.span)):
        fitting = [answer for answer in answers if all(compatible(one.claim, other.claim) for other in answer)]
        touching = [answer for answer in answers if any(compatible(one.claim, other.claim) for other in answer)]
        if not touching:
            answers.append([one])
        elif len(fitting) == 1 and len(touching) == 1:
            fitting[0].append(one)
        else:
            aside.append((one, "fits more than one answer"))
    if len(answers) < 2:
        return None
    return Question(first.kind, first.predicate, answers, reasons, aside)


def width(one: Keyed) -> float:
    """How much a value leaves open."""
    stretch = stretch_of(one.claim) if one.claim.kind in ("number", "date") else None
    return 0.0 if stretch is None else stretch[1] - stretch[0]

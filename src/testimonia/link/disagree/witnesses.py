"""Answers with their witnesses: copies of one text count once, and so do two texts that quote one speaker for the same answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from testimonia.base.extractions import Claim
from testimonia.base.ids import row_id
from testimonia.base.links import Answer, AnswerClaim, Disagreement
from testimonia.base.readable import readable
from testimonia.link.disagree.gathering import Gathered
from testimonia.link.disagree.keys import Keyed
from testimonia.link.disagree.questions import Question
from testimonia.link.disagree.values import why_compatible
from testimonia.link.disagree.writing import question_line, value_line


@dataclass(frozen=True)
class Shown:
    """What an answer is shown with: names and attributions, the origin of each article, the classes of events."""

    gathered: Gathered
    origins: Mapping[str, str]
    classes: Mapping[str, Mapping[str, object]]


TIED = ", tied by "  # between what two claims have in common of themselves, and what else ties them
QUOTED = "“"  # opens words of a text in a question
MEASURED = ("number", "date", "status")  # kinds whose values are no names: what is told of them names nobody


def disagreement(question: Question, shown: Shown) -> Disagreement:
    """The row for a question."""
    line = told_closer(question_line(question, shown.classes, shown.gathered.names, shown.gathered.keys.names.entities), question, shown)
    answers = tuple(sorted((answer(members, shown) for members in question.answers), key=lambda a: (-a.witnesses, a.value)))
    entities = sorted({key for one in question.claims for keys in (one.subject, *one.names) for key in keys if key in shown.gathered.names})
    times = sorted({one.claim.time for one in question.claims if one.claim.time}, key=lambda t: (t not in own_times(question), t))
    slot = sorted(one.claim.id for one in question.claims)
    return Disagreement(
        id=row_id("x", question.kind, question.predicate, slot[0], slot[-1]),
        question=line, kind=question.kind, answers=answers, reason=reason_line(question), entities=tuple(entities),
        time=times[0] if times else None, agreeing=tuple(agreeing(question)),
    )  # fmt: skip


def told_closer(line: str, question: Question, shown: Shown) -> str:
    """The line of an accusation that no text puts into words of its own, with the words in which it is made."""
    made = [one.claim for one in question.claims if one.claim.predicate == "accusation" and one.claim.value == "accused"]
    if not made or QUOTED in line:
        return line
    first = min(made, key=lambda claim: (-len(claim.names), claim.document, claim.span))
    told = " ".join(first.span.of(shown.gathered.keys.texts[first.document]).split())
    return f"{line.replace('Is the accusation', 'Is this').removesuffix('?')}: {QUOTED}{told}”?"


def agreeing(question: Question) -> Iterator[str]:
    """Why values that differ are one answer, each pair of values once, and which values fit several answers."""
    told: dict[str, None] = {}
    for members in question.answers if question.kind in MEASURED else ():
        first = members[0].claim
        for other in (one.claim for one in members[1:]):
            if value_line(other) != value_line(first):
                told.setdefault(f"{worded(first)} and {worded(other)}: {why_compatible(first, other)}")
    for one, why in question.set_aside if question.kind in MEASURED else ():
        told.setdefault(f"{worded(one.claim)}: {why}")
    yield from told


def worded(claim: Claim) -> str:
    """A claim's value as a person writes it, a date in words."""
    return readable(claim.value) if claim.kind == "date" else value_line(claim)


def own_times(question: Question) -> set[str | None]:
    """The times that the claims' own sentences give."""
    return {one.claim.time for one in question.claims if not one.claim.inherited}


def answer(members: list[Keyed], shown: Shown) -> Answer:
    """One value with the claims that give it."""
    rows = sorted({claim_row(one, shown) for one in members}, key=lambda row: (row.document, row.start, row.end, row.claim or ""))
    values = sorted({value_line(one.claim) for one in members}, key=lambda value: (len(value), value))
    return Answer(" / ".join(values[:3]), witnesses(members, shown), tuple(rows))


def claim_row(one: Keyed, shown: Shown) -> AnswerClaim:
    """A claim as an answer shows it."""
    claim = one.claim
    return AnswerClaim(
        document=claim.document, start=claim.span.start, end=claim.span.end, article=claim.article,
        origin=shown.origins.get(claim.article, claim.article), speaker=speaker(one, shown),
        attribution=claim.attribution, claim=claim.id,
    )  # fmt: skip


def speaker(one: Keyed, shown: Shown) -> str | None:
    """The entity that says it, when an attribution names one."""
    attribution = shown.gathered.attribution(one.claim)
    if attribution is None:
        return None
    span = attribution.speaker or attribution.source
    return shown.gathered.keys.names.at(one.claim.document, span) if span is not None else None


def witnesses(members: Iterable[Keyed], shown: Shown) -> int:
    """How many stand behind an answer: the most claims of which no two share an origin, nor a voice.

    The voices of an origin are the speakers that it quotes for the answer, or its own if it quotes none: a headline and the quotation
    below it are one, and so are two texts that quote one person.
    """
    voices: dict[str, set[str]] = {}
    for one in members:
        quoted = voices.setdefault(shown.origins.get(one.claim.article, one.claim.article), set())
        attribution, said_by = shown.gathered.attribution(one.claim), speaker(one, shown)
        if attribution is not None and attribution.kind == "direct" and said_by is not None:
            quoted.add(said_by)
    return matched({origin: sorted(quoted) or [origin] for origin, quoted in sorted(voices.items())})


def matched(voices: Mapping[str, Iterable[str]]) -> int:
    """How many origins can each be given a voice of their own (a maximum matching, by augmenting paths)."""
    given: dict[str, str] = {}
    taken: dict[str, str] = {}
    for origin in voices:
        came = ways(origin, voices, taken)
        free: str | None = next((voice for voice in came if voice not in taken), None)
        while free is not None:
            holder = came[free]
            freed = given.get(holder)
            given[holder], taken[free] = free, holder
            free = freed
    return len(given)


def ways(origin: str, voices: Mapping[str, Iterable[str]], taken: Mapping[str, str]) -> dict[str, str]:
    """The voices that an origin could have if others changed theirs, each with the origin that asks for it."""
    came: dict[str, str] = {}
    due = [origin]
    for asking in due:  # grows as it is gone through
        new = {voice: asking for voice in voices[asking] if voice not in came}
        came |= new
        due += [taken[voice] for voice in new if voice in taken]
    return came


def reason_line(question: Question) -> str:
    """Why these claims were set against each other, and what was set aside."""
    parts = ["; ".join(told_together(question.reasons))]
    if any(one.claim.inherited for one in question.claims):
        parts.append("The date of some is taken from the sentence before")
    if any(one.claim.modality == "alleged" for one in question.claims):
        parts.append("Some are reported as alleged")
    if question.set_aside:
        parts.append(f"{len(question.set_aside)} more fit several answers and are not counted")
    return "Set side by side as " + ". ".join(part for part in parts if part) + "."


def told_together(reasons: Iterable[str]) -> list[str]:
    """Reasons of one head as one: what ties the claims of each comes once, in the order found."""
    ties: dict[str, dict[str, None]] = {}
    for reason in reasons:
        head, _, tied = reason.partition(TIED)
        ties.setdefault(head, {}).update(dict.fromkeys(tied.split(", ") if tied else ()))
    return [head + TIED * bool(tied) + ", ".join(tied) for head, tied in ties.items()]

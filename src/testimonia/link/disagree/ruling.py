"""What the analyst ruled about questions, taken in: join, split, compatible, reword, reject."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from testimonia.base.decisions import Decision, standing
from testimonia.base.links import Answer, AnswerClaim, Disagreement
from testimonia.link.tables import Tables

TABLE = "disagreements"


@dataclass(frozen=True)
class Rulings:
    """The standing decisions about questions. `never` are pairs of claims that must not meet."""

    decisions: tuple[Decision, ...]
    never: set[frozenset[str]]

    @classmethod
    def of(cls, tables: Tables) -> Rulings:
        """The decisions of the case that are in force; targets are ids of disagreements or of claims."""
        kinds = {"join", "split", "compatible", "reword", "reject"}
        kept = tuple(d for d in standing(tables.records("decisions")) if d.kind in kinds and (d.table in (TABLE, "claims", "questions")))
        pairs = {frozenset(d.targets) for d in kept if d.kind == "compatible" and len(d.targets) == 2 and d.targets[0].startswith("w")}
        return cls(kept, pairs)


def ruled(rows: Iterable[Disagreement], rulings: Rulings) -> list[Disagreement]:
    """The disagreements after the analyst's rulings, sorted."""
    by_id: dict[str, Disagreement] = {}
    for row in rows:
        by_id.setdefault(row.id, row)
    for decision in rulings.decisions:
        RULES.get(decision.kind, keep)(by_id, decision)
    return sorted(by_id.values(), key=lambda row: (row.kind, row.id))


def keep(rows: dict[str, Disagreement], decision: Decision) -> None:
    """A ruling that changes nothing here."""


def drop(rows: dict[str, Disagreement], decision: Decision) -> None:
    """Take out questions whose answers the analyst holds to be compatible, or that are none."""
    for target in decision.targets:
        rows.pop(target, None)


def reword(rows: dict[str, Disagreement], decision: Decision) -> None:
    """Put the analyst's words in place of the question's."""
    for target in decision.targets:
        row, words = rows.get(target), decision.value.strip()
        if row is not None and words:
            rows[target] = replace(row, question=words, reason=f"{row.reason} Question worded by the analyst.")


def join(rows: dict[str, Disagreement], decision: Decision) -> None:
    """Make one question of several: answers of the same value become one."""
    held = [rows[target] for target in decision.targets if target in rows]
    if len(held) < 2 or len({row.kind for row in held}) > 1:
        return
    answers: dict[str, Answer] = {}
    for row in held:
        for answer in row.answers:
            answers[answer.value] = both(answers[answer.value], answer) if answer.value in answers else answer
    first = held[0]
    for row in held[1:]:
        rows.pop(row.id, None)
    ordered = tuple(sorted(answers.values(), key=lambda a: (-a.witnesses, a.value)))
    entities = tuple(sorted({entity for row in held for entity in row.entities}))
    rows[first.id] = replace(first, answers=ordered, entities=entities, reason=f"{first.reason} Joined by the analyst.")


def both(a: Answer, b: Answer) -> Answer:
    """Two answers of one value as one."""
    claims = tuple(sorted({*a.claims, *b.claims}, key=lambda row: (row.document, row.start, row.end, row.claim or "")))
    return Answer(a.value, len({claim.origin for claim in claims}), claims)


def split(rows: dict[str, Disagreement], decision: Decision) -> None:
    """Take the named claims out of a question; it stays while two answers are left."""
    row = rows.get(decision.targets[0]) if decision.targets else None
    if row is None:
        return
    out = set(decision.targets[1:])
    answers = []
    for answer in row.answers:
        claims: tuple[AnswerClaim, ...] = tuple(claim for claim in answer.claims if claim.claim not in out)
        if claims:
            answers.append(Answer(answer.value, min(answer.witnesses, len({claim.origin for claim in claims})), claims))
    if len(answers) < 2:
        rows.pop(row.id)
    else:
        rows[row.id] = replace(row, answers=tuple(answers), reason=f"{row.reason} Split by the analyst.")


RULES = {"compatible": drop, "reject": drop, "reword": reword, "join": join, "split": split}

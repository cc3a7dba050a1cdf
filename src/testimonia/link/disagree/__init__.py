"""Disagreements: questions to which the claims of the case give more than one answer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from testimonia.link.disagree.findings import findings
from testimonia.link.disagree.gathering import Gathered, gather
from testimonia.link.disagree.questions import questions
from testimonia.link.disagree.ruling import Rulings, ruled
from testimonia.link.disagree.sameness import clashing, same_question
from testimonia.link.disagree.witnesses import disagreement
from testimonia.link.tables import Tables


def link_disagreements(tables: Tables) -> Mapping[str, Iterable[Any]]:
    """The disagreements of the case, and what its figures and dates show by arithmetic and calendar alone."""
    gathered = gather(tables)
    rulings = Rulings.of(tables)
    found = questions(
        gathered.keyed,
        lambda a, b: same_question(a, b, gathered.keys, gathered.knows),
        rulings.never,
        clashing,
    )
    rows = [disagreement(question, gathered) for question in found]
    return {"disagreements": ruled(rows, rulings, gathered), "findings": findings(tables, gathered)}


__all__ = ["Gathered", "link_disagreements"]

"""Disagreements: questions to which the claims of the case give more than one answer.

Everything is made from content, and what does not change is taken over from the run before: the columns of each document (`slots`), the
pairs that answer one question (`compared`), what each group of claims gives (`settled`). The rows are those of a run from the beginning.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from testimonia.base.links import Compared, Finding, Slots
from testimonia.link.disagree.asking import once_asked
from testimonia.link.disagree.checks import document_findings
from testimonia.link.disagree.comparing import allowed, linked, memory, states_of
from testimonia.link.disagree.gathering import Gathered
from testimonia.link.disagree.holding import parts
from testimonia.link.disagree.marks import Marks
from testimonia.link.disagree.naming import Named
from testimonia.link.disagree.passages import with_passages
from testimonia.link.disagree.portions import Claims, compared, judging
from testimonia.link.disagree.profiles import FEW
from testimonia.link.disagree.readings import with_contraries
from testimonia.link.disagree.ruling import Rulings, ruled
from testimonia.link.disagree.settling import Settling
from testimonia.link.disagree.sieve import worth_comparing
from testimonia.link.disagree.slots import LAYOUT, Columns, slots
from testimonia.link.disagree.standing import Blocks, Pairs, States, Whole, own_states, shared_states
from testimonia.link.disagree.witnesses import Shown
from testimonia.link.tables import Tables


def link_disagreements(tables: Tables, workers: int | None = None) -> Mapping[str, Iterable[Any]]:
    """The disagreements of the case, what its figures and dates show by arithmetic and calendar alone, and what a later run takes over."""
    named, rulings = Named.of(tables), Rulings.of(tables)
    gathered = Gathered(tables, named)
    columns, findings, fresh = documents(tables, named, gathered)
    whole = Whole.of(columns)
    same = judging(gathered, whole)
    before = next(tables.records("compared"), None)
    states, due = to_compare(columns, whole, named.digests, before)
    columns = columns.once_met()
    claims = Claims(columns.documents, columns.claims_each, gathered)
    links = linked(columns, states, before, compared(claims, due, whole, same, workers))
    origins = {article: origin.id for origin in tables.records("origins") for article in origin.articles}
    settling = Settling(columns, claims, same, Shown(gathered, origins, named.classes), {row.id: row for row in tables.records("settled")})
    settling.questions(allowed(links, columns["claims"], rulings.never), states.own)
    settling.lives(named.digests)
    kept = settling.rows()
    findings |= {one.id: one for row in kept for one in row.findings}
    found = once_asked(one for row in kept for one in row.disagreements)
    found = with_contraries(tables, found, origins, named, whole.articles)
    return {
        "slots": fresh,
        "compared": [memory(columns, whole, states, links)],
        "settled": kept,
        "disagreements": ruled(with_passages(tables, found, origins, named, whole.articles), rulings),
        "findings": [findings[id] for id in sorted(findings)],
    }


def to_compare(columns: Columns, whole: Whole, digests: Marks, before: Compared | None) -> tuple[States, Pairs]:
    """The states of all claims, and the pairs that must be compared; `digests` stand for what each document says."""
    small = whole.articles.total <= FEW
    blocks = Blocks.of(columns, whole.met, small=small)
    states = states_of(columns, whole, own_states(columns, whole, digests), shared_states(columns, whole, blocks), before)
    due = blocks.pairs(states)
    return states, due[worth_comparing(columns.held, due, small=small)]


def documents(tables: Tables, named: Named, gathered: Gathered) -> tuple[Columns, dict[str, Finding], list[Slots]]:
    """The columns of all documents and their findings; and the rows made now, the document or what its names stand for being new."""
    before = {row.document: row for row in tables.records("slots")}
    wanted = {document: f"{number ^ LAYOUT:016x}" for document, number in zip(named.documents, named.digests.tolist(), strict=True)}
    due = [document for document in wanted if document not in before or before[document].digest != wanted[document]]
    fresh = []
    for part in parts(due):
        gathered.take(part)
        quantities, times = (gathered.grouped(table, part) for table in ("quantities", "times"))
        for document in part:
            text = gathered.keys.texts[document]
            found = document_findings(gathered.keyed[document], text, quantities[document], times[document])
            fresh.append(slots(document, wanted[document], gathered, found))
    before |= {row.document: row for row in fresh}
    held = [before[document] for document in wanted]
    return Columns.of(held), {one.id: one for row in held for one in row.findings}, fresh

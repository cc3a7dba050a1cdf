"""`testimonia disagreements`."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterator
from pathlib import Path

import click

from testimonia.app.door import AS_JSON, CASE, opened_to_show, told
from testimonia.base.codec import dump
from testimonia.base.links import DISAGREEMENT_KINDS, Disagreement
from testimonia.store import Case
from testimonia.view.pages.contested import Saying, card_of
from testimonia.view.pages.shelf import Shelf

COLUMNS = ("id", "kind", "question", "answer", "witnesses", "path", "article", "start", "end", "speaker", "words", "reason")


@click.command()
@CASE
@click.option("--entity", default="", help="Only questions about an entity whose name holds these words.")
@click.option("--kind", type=click.Choice(DISAGREEMENT_KINDS), help="Only questions of one kind.")
@click.option("--time", "when", default="", help="Only questions of a time that begins so: 2016, or 2016-03.")
@click.option("--csv", "as_csv", is_flag=True, help="CSV, one line for each claim.")
@AS_JSON
@told
def disagreements(case: Path, entity: str, kind: str | None, when: str, as_csv: bool, as_json: bool) -> None:
    """List the questions to which the case gives more than one answer, with who gives each.

    Example: testimonia disagreements pages.testimonia --kind number
    """
    with opened_to_show(case) as opened:
        rows = [row for row in opened.records("disagreements") if wanted(row, kind, when) and about(opened, row, entity)]
        if as_json:
            click.echo(json.dumps([dump(row) for row in rows], ensure_ascii=False, sort_keys=True, indent=1))
        elif as_csv:
            writer = csv.DictWriter(sys.stdout, COLUMNS, lineterminator="\n")
            writer.writeheader()
            writer.writerows(line for row in rows for line in lines(opened, row))
        else:
            show(opened, rows)


def wanted(row: Disagreement, kind: str | None, when: str) -> bool:
    """Whether a question is of the kind and time asked for."""
    return (kind is None or row.kind == kind) and (not when or (row.time or "").startswith(when))


def about(case: Case, row: Disagreement, words: str) -> bool:
    """Whether one of the question's entities has a name that holds the words."""
    if not words:
        return True
    names = (name for entity in case.records("entities") if entity.id in row.entities for name in entity.names)
    return any(words.casefold() in name.casefold() for name in names)


def lines(case: Case, row: Disagreement) -> Iterator[dict[str, object]]:
    """One line for each claim of a question."""
    paths, names = case.paths(), {entity.id: entity.name for entity in case.records("entities")}
    for answer in row.answers:
        for claim in answer.claims:
            yield {
                "id": row.id, "kind": row.kind, "question": row.question, "answer": answer.value, "witnesses": answer.witnesses,
                "path": paths[claim.document][0], "article": claim.article, "start": claim.start, "end": claim.end,
                "speaker": names.get(claim.speaker or "", ""), "words": case.text(claim.document)[claim.start : claim.end],
                "reason": row.reason,
            }  # fmt: skip


def show(case: Case, rows: list[Disagreement]) -> None:
    """Print the questions, each answer with those who give it, as the report has them."""
    shelf = Shelf(case)
    for row in rows:
        card = card_of(shelf, row)
        click.echo(f"{card.question}  [{card.kind_words}]  {row.id}")
        for answer in card.answers:
            click.echo(f"  {answer.shown}: {counted(answer.witnesses, 'independent origin')}")
            for saying in answer.sayings:
                click.echo(f"      {given(shelf, saying)}")
        for why in card.agreeing:
            click.echo(f"  Counted as no disagreement: {why}.")
        click.echo(f"  {card.reason}\n")
    click.echo(f"{counted(len(rows), 'question')} with more than one answer.")


def given(shelf: Shelf, saying: Saying) -> str:
    """One place where an answer is given: down which chain, in which words, and where they stand."""
    document = saying.passage.document
    words = " ".join(shelf.text(document)[saying.start : saying.end].split())
    told = [(step.name, step.cue if step.cue not in step.name else "") for step in saying.chain.steps]
    steps = (f"{name} ({cue})" if cue else name for name, cue in told)  # what is denied is not said
    return f"{' › '.join(steps)}: “{words}”  {shelf.paths[document][0]}:{saying.start}"


def counted(number: int, noun: str) -> str:
    """A number with its noun."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"

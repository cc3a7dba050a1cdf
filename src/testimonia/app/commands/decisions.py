"""`testimonia decide`, `retire`, `decisions`."""

from __future__ import annotations

import json
from collections.abc import Collection
from pathlib import Path

import click

from testimonia.app.door import AS_JSON, CASE, told
from testimonia.base.codec import dump
from testimonia.base.decisions import DECISION_KINDS, DECISION_TABLES, Decision, standing
from testimonia.base.errors import UsageError
from testimonia.base.rulings import fits
from testimonia.link.entities.compare import near_spellings
from testimonia.store import Case, open_case
from testimonia.store.decisions import as_lines, from_lines
from testimonia.store.orphans import known_targets, objects, orphaned
from testimonia.store.protecting import cover_of

ANALYST = click.option("--analyst", default="", help="The name to sign with.")


@click.command()
@CASE
@click.argument("kind", type=click.Choice(DECISION_KINDS))
@click.argument("table", type=click.Choice(DECISION_TABLES))
@click.argument("targets", nargs=-1, required=True)
@click.option("--value", default="", help="What it is ruled to be, for kinds that need one.")
@click.option("--note", default="", help="Why.")
@ANALYST
@told
def decide(case: Path, kind: str, table: str, targets: tuple[str, ...], value: str, note: str, analyst: str) -> None:
    """Rule on something in CASE. The ruling is kept through every rebuild; the next build takes it in.

    TABLE says what it is about (entities, articles, disagreements, attributions …), TARGETS name it: two names, or ids from the report;
    for a stretch that was taken for something else, the file and the words: `segment segments page.txt "Subscribe now" --value furniture`;
    for a line of the ledger its id and what is wrong with it: `relabel attributions t1f3a speaker --value "Anna Keller"`, the name as that
    page gives it; also stance, kind, polarity, modality, and the words of its source, cue or content.

    Example: testimonia decide pages.testimonia different entities "A. Keller" "Anna Keller" --note "mother and daughter"
    """
    with open_case(case) as opened:
        made = opened.decide(kind, table, targets, value=value, note=note, analyst=analyst)
        missing = sorted(set(objects(made)) - known_targets(opened, table, set(objects(made))))
        near = nearly_protected(opened, made) if kind == "protect" else ()
    if kind == "protect":
        click.echo(f"{made.id}  Kept. From now on every page, report and export shows “{made.value}”. Write again what was written before.")
        for name in near:
            click.echo(f"“{name}” is nearly the same name and stays as it is: protect it too, or rule `same` if it is the same person.")
    else:
        click.echo(f"{line(made)}\nKept. `testimonia build` takes it in.")
    for target in missing:
        click.echo(f"The case holds no “{target}” among its {table} now; until it does, the decision is shown as orphaned.")


def nearly_protected(case: Case, made: Decision) -> tuple[str, ...]:
    """The names of the case that are nearly one of those that a decision protects, and that no pseudonym covers."""
    cover = cover_of(case)
    own = [name for one in cover.people if one.pseudonym == made.value for name in one.names]
    others = (name for entity in case.found("entities") for name in entity.names if cover.text(name) == name)
    return near_spellings(own, others)


@click.command()
@CASE
@click.argument("decision")
@ANALYST
@told
def retire(case: Path, decision: str, analyst: str) -> None:
    """Take a decision of CASE back. Both stay in the history.

    Example: testimonia retire pages.testimonia r1f3a
    """
    with open_case(case) as opened:
        found = [made for made in standing(opened.decisions()) if made.id.startswith(decision)]
        if len(found) != 1:
            raise UsageError(f"{len(found)} decisions in force begin with {decision}.", "`testimonia decisions CASE` lists them.")
        opened.retire(found[0], analyst=analyst)
    click.echo(f"Taken back: {line(found[0])}")


@click.command()
@CASE
@click.option("--out", type=click.Path(path_type=Path), help="Write the whole history to this file, to keep or to hand on.")
@click.option("--take", type=click.Path(path_type=Path), help="Take in the decisions of such a file, after checking all of it.")
@AS_JSON
@told
def decisions(case: Path, out: Path | None, take: Path | None, as_json: bool) -> None:
    """List what was ruled in CASE, with what is orphaned or taken back; write it out, or take it in.

    Example: testimonia decisions pages.testimonia --out rulings.jsonl
    """
    with open_case(case) as opened:
        cover = cover_of(opened)
        if take is not None:
            click.echo(f"{opened.take_all(from_lines(read_lines(take)))} new decisions taken in.", err=True)
        history, orphans = opened.decisions(), orphaned(opened)
    if out is not None:
        out.write_text("".join(as_lines(history)), encoding="utf-8", newline="")
        if cover.people:
            click.echo(f"{out} names those who are protected, so that it can be taken in again: keep it as safe as the case.", err=True)
    if as_json:
        click.echo(cover.text(json.dumps([dump(made) for made in history], ensure_ascii=False)))
        return
    in_force = set(standing(history))
    for made in history:
        if made.retires is None:
            state = state_of(made, in_force, orphans)
            click.echo(cover.text(line(made)) + (f"  [{state}]" if state else ""))
    click.echo(f"{len(in_force)} in force, {len(orphans)} of them orphaned.")


def state_of(made: Decision, in_force: Collection[Decision], orphans: Collection[Decision]) -> str:
    """What there is to say of a decision; nothing where it is in force and applies."""
    if made not in in_force:
        return "taken back"
    field = made.targets[1] if made.kind in ("relabel", "rebound") and made.table != "words" and len(made.targets) == 2 else ""
    if field and not fits(made.table, field, made.value):
        return f"without effect: “{made.value}” is nothing that {field} can hold"
    return "orphaned: its object is not in the case" if made in orphans else ""


def read_lines(path: Path) -> list[str]:
    """The lines of a file of decisions."""
    try:
        return path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path} cannot be read: {error}.", "Name a file that `testimonia decisions CASE --out FILE` wrote.") from error


def line(made: Decision) -> str:
    """A decision as one line."""
    targets = " / ".join(made.targets)
    more = " ".join(part for part in (f"→ {made.value}" if made.value else "", f"({made.note})" if made.note else "", made.analyst) if part)
    return f"{made.id}  {made.made[:16]}  {made.kind} {made.table}: {targets} {more}".rstrip()

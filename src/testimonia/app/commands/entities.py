"""`testimonia entities` and `testimonia who`."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

import click
from rich.console import Console
from rich.table import Table

from testimonia.app.door import AS_JSON, CASE, opened_to_show, told
from testimonia.base.codec import dump
from testimonia.base.extractions import ENTITY_TYPES
from testimonia.view.pages.roster import Said, first_uses, found, one, said
from testimonia.view.pages.shelf import Shelf
from testimonia.view.pages.voices import Line
from testimonia.view.pages.who import Who

NAMESAKES = 5  # others called by the words that were asked for, that are named at most


@click.command()
@CASE
@click.argument("words", default="")
@click.option("--type", "kind", type=click.Choice(ENTITY_TYPES), help="Only these.")
@click.option("--one", "single", is_flag=True, help="Show one entity with every name, count, outlet, first use and link.")
@click.option("--limit", type=click.IntRange(1), default=50, show_default=True, help="How many at most.")
@AS_JSON
@told
def entities(case: Path, words: str, kind: str | None, single: bool, limit: int, as_json: bool) -> None:
    """List who and what CASE speaks of, or only those that have WORDS in a name.

    Example: testimonia entities pages.testimonia keller --one
    """
    with opened_to_show(case) as opened:
        shelf = Shelf(opened)
        if single:
            show_one(shelf, words, as_json)
            return
        listed = [who for who in found(shelf, words) if kind in (None, who.type)]
    if as_json:
        click.echo(json.dumps([dump(who) for who in listed], ensure_ascii=False))
        return
    table = Table("type", "name", "mentions", "articles", "other names", box=None)
    for who in listed[:limit]:
        table.add_row(who.type, who.name + (" (!)" if who.warning else ""), str(who.mentions), str(who.articles), ", ".join(who.others[:6]))
    Console().print(table)
    click.echo(f"{min(limit, len(listed))} of {len(listed)}.")


def show_one(shelf: Shelf, words: str, as_json: bool) -> None:
    """One entity in full."""
    who = one(shelf, words)
    uses = {use.name: use for use in first_uses(shelf, who)}
    if as_json:
        click.echo(json.dumps(dump(who) | {"first_uses": [dump(use) for use in uses.values()]}, ensure_ascii=False))
        return
    click.echo(f"{who.name} ({who.type}, {who.id}): {who.mentions} mentions in {who.articles} articles; speaks in {who.says} lines")
    if who.warning:
        click.echo(f"Warning: {who.warning}")
    table = Table("name", "times", "in others’ mouths", "origins", "loading", "outlets", "first use", box=None)
    for row in who.rows:
        use, outlets = uses.get(row.name), ", ".join(f"{outlet} {count}" for outlet, count in row.counts)
        first = "" if use is None else f"{use.date or 'undated'}: {use.title[:40]}"
        table.add_row(row.name, str(row.total), str(row.quoted), str(row.origins), row.loading, outlets, first)
    Console().print(table)
    for link in who.links:
        click.echo(f"  {link.a} = {link.b}: {link.reason}")


@click.command()
@CASE
@click.argument("name")
@AS_JSON
@told
def who(case: Path, name: str, as_json: bool) -> None:
    """Show what is said by NAME, and about NAME, in CASE: each line with the way it came to the page, and where it stands.

    Example: testimonia who pages.testimonia "Anna Keller"
    """
    with opened_to_show(case) as opened:
        shelf = Shelf(opened)
        found_lines = said(shelf, name)
        if as_json:
            click.echo(json.dumps(dump(found_lines), ensure_ascii=False, default=str))
        else:
            show_said(found_lines, shelf.paths)


def show_said(shown: Said, paths: Mapping[str, Sequence[str]]) -> None:
    """The lines as text."""
    click.echo(f"{shown.who.name} ({shown.who.type}), also {', '.join(shown.who.others[:8]) or 'by no other name'}")
    for other in shown.namesakes[:NAMESAKES]:
        click.echo(f"Not shown, but called so too: {other.name} ({other.type}, mentions: {other.mentions}{warned(other)})")
    for title, lines in (("Said by", shown.by), ("Said about", shown.about), ("Written, published or passed on by", shown.passed)):
        click.echo(f"\n{title} {shown.who.name}: {len(lines)}")
        for found_line in lines:
            click.echo(f"  {as_text(found_line)}\n      {way(found_line, paths)}")


def warned(other: Who) -> str:
    """What the case warns of a name, behind a comma."""
    return f", {other.warning}" if other.warning else ""


def as_text(shown: Line) -> str:
    """One line of the ledger as one line of text."""
    return f"{shown.who} [{shown.cue or shown.stance}]: {' '.join(shown.content.split())}"


def way(shown: Line, paths: Mapping[str, Sequence[str]]) -> str:
    """On whose word a line comes, from the page that one reads to the one who speaks, where it stands, and its id."""
    steps = " › ".join(f"{step.how} {step.name}".strip() for step in shown.chain.steps)
    return f"{steps}  {paths[shown.passage.document][0]}:{shown.passage.start}  {shown.id}"

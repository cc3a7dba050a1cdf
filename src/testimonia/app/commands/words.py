"""`testimonia words`."""

from __future__ import annotations

import json
from pathlib import Path

import click

from testimonia.app.door import AS_JSON, CASE, told
from testimonia.base.languages import having
from testimonia.link.namings.loading import KINDS, entries, ruled_words
from testimonia.store import open_case


@click.command()
@CASE
@click.option("--language", type=click.Choice(having("loading")), default="en", show_default=True, help="Whose lists.")
@click.option("--set", "entry", help="A word or phrase (a * at its end stands for any ending) to be ruled on.")
@click.option("--as", "value", type=click.Choice((*KINDS, "neutral")), default="neutral", show_default=True, help="What it is in CASE.")
@AS_JSON
@told
def words(case: Path, language: str, entry: str | None, value: str, as_json: bool) -> None:
    """Show the words by which a name is loaded in CASE, or change them for CASE.

    A change is a decision: it outlives rebuilds, and `testimonia retire` takes it back. The next build counts by it.

    Example: testimonia words pages.testimonia --set "regime*" --as neutral
    """
    with open_case(case) as opened:
        if entry:
            made = opened.decide("relabel", "words", (entry, language), value=value)
            click.echo(f"{made.id}  Kept: “{entry}” is {value} in this case. `testimonia build` takes it in.", err=as_json)
        ruled = ruled_words(opened.decisions())
    listed = {kind: entries(language, kind, ruled) for kind in (*KINDS, "neutral")}
    if as_json:
        click.echo(json.dumps(listed, ensure_ascii=False))
    elif not entry:
        changed = {word for code, word, _ in ruled if code == language}
        for kind, found in listed.items():
            click.echo(f"{kind}: " + (", ".join(word + (" (ruled)" if word in changed else "") for word in found) or "none"))

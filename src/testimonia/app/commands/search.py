"""`testimonia search`."""

from __future__ import annotations

import json
from pathlib import Path

import click

from testimonia.app.door import AS_JSON, CASE, opened_to_show, told
from testimonia.base.codec import dump


@click.command()
@CASE
@click.argument("words")
@click.option("--limit", type=click.IntRange(1), default=20, show_default=True, help="How many paragraphs at most.")
@AS_JSON
@told
def search(case: Path, words: str, limit: int, as_json: bool) -> None:
    """Find the paragraphs of CASE that hold all WORDS.

    Phrases go in quotes; AND, OR, NOT, NEAR and brackets work; a star ends a beginning (protest*). Fields narrow the
    search: outlet:, author:, speaker:, date: (2019-05, 2018..2019), language:, file:, kind:.

    Example: testimonia search pages.testimonia '"town hall" OR mayor'
    """
    with opened_to_show(case) as opened:
        hits, paths = opened.search(words, limit), opened.paths()
    if as_json:
        click.echo(json.dumps([dump(hit) | {"path": paths[hit.document][0]} for hit in hits], ensure_ascii=False))
        return
    for hit in hits:
        aside = "" if hit.kind == "article" else f" ({hit.kind})"
        click.echo(f"{paths[hit.document][0]} {hit.start}-{hit.end}{aside}\n  {hit.snippet}")
    click.echo(f"{len(hits)} paragraph{'' if len(hits) == 1 else 's'}.")

"""`testimonia account`."""

from __future__ import annotations

import json
from pathlib import Path

import click

from testimonia.app.door import AS_JSON, CASE, opened_to_show, told
from testimonia.base.codec import dump
from testimonia.view.account import FileAccount
from testimonia.view.account import account as account_of

INSIDE = "!/"  # between a container's path and that of what is in it


@click.command()
@CASE
@click.option("--why", is_flag=True, help="Also print the reasons.")
@AS_JSON
@told
def account(case: Path, why: bool, as_json: bool) -> None:
    """Account for every character of every file of CASE: article, furniture, captions, duplicates, not read.

    Example: testimonia account pages.testimonia
    """
    with opened_to_show(case) as opened:
        found = account_of(opened)
    if as_json:
        click.echo(json.dumps(dump(found), ensure_ascii=False))
        return
    paths = [file.path for file in found.files]
    for file in found.files:
        click.echo(line(file, sum(path.startswith(file.path + INSIDE) for path in paths)))
        for part in file.parts if why else ():
            click.echo(f"    {part.kind:10} {part.characters:>9,}  {part.reason}")
        for failure in file.not_read:
            click.echo(f"    not read: {failure.message} {failure.advice}".rstrip())
    for note in found.notes:
        click.echo(note)
    shares = ", ".join(f"{kind} {share(count, found.characters)}" for kind, count in found.kinds)
    click.echo(f"{len(found.files)} files, {found.characters:,} characters: {shares or 'none'}. Not read (or not wholly): {found.unread}.")


def line(file: FileAccount, inside: int) -> str:
    """One file in one line; of a container, how many others stand in it."""
    if inside and not file.characters:
        return f"{file.path}: a container; what is in it has {'a line' if inside == 1 else f'{inside:,} lines'} of its own"
    shares = ", ".join(f"{kind} {share(count, file.characters)}" for kind, count in file.kinds().items())
    return f"{file.path}: {file.characters:,} characters" + (f": {shares}" if shares else "")


def share(count: int, total: int) -> str:
    """A part of a whole in percent."""
    return f"{100 * count / total:.1f}%" if total else "0%"

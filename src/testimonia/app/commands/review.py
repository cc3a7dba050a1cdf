"""`testimonia review`: the calls most worth a look, one key each."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import click

from testimonia.app.door import CASE, told
from testimonia.base.decisions import Decision
from testimonia.store import Case, cover_of, open_case
from testimonia.view.pages.review import Call
from testimonia.view.pages.review import review as calls_of
from testimonia.view.pages.rulings import Rulings
from testimonia.view.pages.shelf import Shelf

WIDEST = 100  # characters of a line that are read with ease
KEYS = "s skip · b undo · q quit"


@click.command()
@CASE
@click.option("--kind", type=click.Choice(["names", "question", "speaker", "copy"]), help="Only calls of this kind.")
@click.option("--analyst", default="", help="The name to sign with.")
@told
def review(case: Path, kind: str | None, analyst: str) -> None:
    """Walk the calls of CASE that are most worth a look: one key each, every ruling kept at once.

    Example: testimonia review pages.testimonia --kind names
    """
    with open_case(case) as opened:
        found = calls_of(Shelf(opened), Rulings(opened.decisions()))
        waiting = [call for call in found.calls if kind in (None, call.kind)]
        click.echo(f"{found.open} open, {found.done} ruled on. {KEYS}")
        made = walk(opened, waiting, analyst)  # what is asked is shown as everything is: whoever is protected under a pseudonym
    click.echo(f"{made} ruling{'' if made == 1 else 's'} kept." + (" `testimonia build` takes them in." if made else ""))


def walk(case: Case, waiting: list[Call], analyst: str) -> int:
    """Ask call by call; how many rulings stand in the end."""
    made: list[tuple[int, Decision]] = []
    at, cover = 0, cover_of(case)
    while at < len(waiting):
        call = waiting[at]
        choices = call.keyed()
        ways = " · ".join(f"{key} {choice.label}" for key, choice in choices.items())
        click.echo("\n" + "\n".join(wrapped(cover.text(part)) for part in (f"{at + 1}/{len(waiting)} {call.question}", call.why, ways)))
        key = asked()
        if key == "q":
            break
        if key == "b":
            click.echo("  Taken back." if made else "  There is nothing to take back.")
            if made:
                at, last = made.pop()
                case.retire(last, analyst=analyst)
            continue
        chosen = choices.get(key)
        if chosen is not None:
            targets = (*call.targets, chosen.field) if chosen.field else call.targets
            made.append((at, case.decide(chosen.kind, call.table, targets, value=chosen.value, analyst=analyst)))
        if chosen is not None or key == "s":
            at += 1
    return len(made)


def wrapped(text: str) -> str:
    """A line broken between words at the width of the terminal; what follows the first line stands further in."""
    return click.wrap_text(text, min(shutil.get_terminal_size().columns, WIDEST) - 1, "" if text[:1].isdigit() else "  ", "  ")


def asked() -> str:
    """The next key that means something; the end of the input quits."""
    while True:
        try:
            key = (click.getchar() if sys.stdin.isatty() else sys.stdin.read(1)).casefold()
        except (EOFError, KeyboardInterrupt):
            return "q"
        if key in ("\x03", "\x04", ""):
            return "q"
        if key in "ynusbq123456":
            return key
        if sys.stdin.isatty():
            click.echo(f"  That key means nothing here. {KEYS}")

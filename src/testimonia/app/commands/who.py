"""`testimonia who`."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

import click

from testimonia.app.door import AS_JSON, CASE, told
from testimonia.base.codec import dump
from testimonia.base.errors import UsageError
from testimonia.store import open_case
from testimonia.view.pages.browsing import Person, person
from testimonia.view.pages.faceted import RuledLine
from testimonia.view.pages.rulings import Rulings
from testimonia.view.pages.shelf import Shelf
from testimonia.view.pages.who import everybody


@click.command()
@CASE
@click.argument("name")
@AS_JSON
@told
def who(case: Path, name: str, as_json: bool) -> None:
    """Show what is said by and about the people and organisations of CASE that have a NAME holding these words.

    Example: testimonia who pages.testimonia "Anna Keller"
    """
    with open_case(case) as opened:
        shelf, rulings, wanted = Shelf(opened), Rulings(opened.decisions()), name.casefold()
        ids = [known.id for known in everybody(shelf) if any(wanted in form.casefold() for form in (known.name, *known.names))]
        found = [shown for shown in (person(shelf, rulings, id, 0) for id in ids) if shown is not None]
        if not found:
            raise UsageError(f"Nobody in {case} has a name that holds {name!r}.", "`testimonia search` finds any word.")
        if as_json:
            click.echo(json.dumps(dump(found), ensure_ascii=False, sort_keys=True, indent=1))
        else:
            click.echo("\n\n".join(described(one) for one in found))


def described(one: Person) -> str:
    """One person or organisation, for a terminal."""
    known = one.who
    heads = [f"{known.name} ({known.type}), in {known.articles} articles"]
    also = [f"  also: {', '.join(known.others)}"] if known.others else []
    asked = [f"  asked: {question}" for _, question in one.disagreements]
    says = [f"  says ({one.says_total}):", *lines(one.says)] if one.says else []
    about = [f"  said of it ({one.said_of_total}):", *lines(one.said_of)] if one.said_of else []
    return "\n".join([*heads, *also, *asked, *says, *about])


def lines(found: Iterable[RuledLine]) -> list[str]:
    """Lines of the ledger, each with the way on which it came."""
    return [f"    {' › '.join(step.name for step in ruled.line.chain.steps)}: {' '.join(ruled.line.content.split())}" for ruled in found]

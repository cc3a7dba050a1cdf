"""`testimonia check`."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from testimonia.app.door import AS_JSON, CASE, told
from testimonia.base.codec import dump
from testimonia.store import open_case
from testimonia.store.check import Checked
from testimonia.store.check import check as check_case


@click.command()
@CASE
@AS_JSON
@told
def check(case: Path, as_json: bool) -> None:
    """Read every span, id and reference of CASE again, against the stored texts.

    Leaves with exit code 1 if anything does not hold.

    Example: testimonia check pages.testimonia
    """
    with open_case(case) as opened:
        found = check_case(opened)
    click.echo(json.dumps(dump(found)) if as_json else told_plainly(found))
    sys.exit(1 if found.faults else 0)


def told_plainly(found: Checked) -> str:
    """The result of a check for a person."""
    lines = [f"{fault.table} {fault.row}: {fault.message}" for fault in found.faults]
    lines.append(
        f"{sum(found.rows.values())} rows in {len(found.rows)} tables and {found.spans} spans read again: {len(found.faults)} faults."
    )
    if found.missing:
        lines.append(f"Not compared yet: {', '.join(found.missing)}. `testimonia build` goes on where it was.")
    return "\n".join(lines)

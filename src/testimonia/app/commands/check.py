"""`testimonia check`."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from testimonia.app.door import AS_JSON, CASE, told
from testimonia.base.codec import dump
from testimonia.base.errors import UsageError
from testimonia.store import open_case
from testimonia.store.check import Checked
from testimonia.store.check import check as check_case
from testimonia.store.leaks import leaks
from testimonia.store.protecting import cover_of


@click.command()
@CASE
@click.option(
    "--written",
    type=click.Path(exists=True, path_type=Path),
    multiple=True,
    help="A file or folder in which nobody protected may be named.",
)
@AS_JSON
@told
def check(case: Path, written: tuple[Path, ...], as_json: bool) -> None:
    """Read every span, id and reference of CASE again, against the stored texts.

    With --written, read what was exported or reported instead, and look for the names of whoever is protected in CASE.
    Leaves with exit code 1 if anything does not hold.

    Example: testimonia check pages.testimonia
    """
    if written:
        check_written(case, written, as_json)
        return
    with open_case(case) as opened:
        found = check_case(opened)
    click.echo(json.dumps(dump(found)) if as_json else told_plainly(found))
    sys.exit(1 if found.faults else 0)


def check_written(case: Path, written: tuple[Path, ...], as_json: bool) -> None:
    """Look for protected names in files, and leave with 1 when one is found or a file could not be read."""
    with open_case(case) as opened:
        cover = cover_of(opened)
    if not cover.people:
        raise UsageError(
            "Nobody is protected in this case: there is no name to look for.", "`testimonia decide CASE protect entities NAME`."
        )
    count, found = leaks(cover, written)
    if as_json:
        click.echo(json.dumps({"files": count, "names": len(cover.by_words), "leaks": [dump(leak) for leak in found]}, ensure_ascii=False))
    else:
        lines = [f"{leak.path}: {leak.message}" for leak in found]
        lines.append(f"{count} files read for {len(cover.by_words)} names of {len(cover.people)} protected: {len(found)} faults.")
        click.echo("\n".join(lines))
    sys.exit(1 if found or not count else 0)


def told_plainly(found: Checked) -> str:
    """The result of a check for a person."""
    lines = [f"{fault.table} {fault.row}: {fault.message}" for fault in found.faults]
    lines.append(
        f"{sum(found.rows.values())} rows in {len(found.rows)} tables and {found.spans} spans read again: {len(found.faults)} faults."
    )
    if found.missing:
        lines.append(f"Not compared yet: {', '.join(found.missing)}. `testimonia build` goes on where it was.")
    return "\n".join(lines)

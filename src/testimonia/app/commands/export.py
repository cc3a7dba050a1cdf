"""`testimonia export`."""

from __future__ import annotations

from pathlib import Path

import click

from testimonia.app.door import CASE, told
from testimonia.store import open_case
from testimonia.view.export import export_jsonl


@click.command()
@CASE
@click.option("--format", "form", type=click.Choice(["jsonl"]), default="jsonl", show_default=True)
@click.option("--out", type=click.Path(path_type=Path), required=True, help="The folder to write to.")
@told
def export(case: Path, form: str, out: Path) -> None:
    """Write the case in a form that other programs read.

    Example: testimonia export pages.testimonia --format jsonl --out ledger/
    """
    with open_case(case) as opened:
        for name, count in export_jsonl(opened, out).items():
            click.echo(f"{name:16} {count}")

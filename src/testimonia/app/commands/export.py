"""`testimonia export`."""

from __future__ import annotations

from pathlib import Path

import click

from testimonia.app.door import CASE, opened_to_show, told
from testimonia.view.export import export_jsonl, export_sheet, export_stemma


@click.command()
@CASE
@click.option("--format", "form", type=click.Choice(["jsonl", "dot", "gexf", "names"]), default="jsonl", show_default=True)
@click.option("--out", type=click.Path(path_type=Path), required=True, help="The folder to write to.")
@told
def export(case: Path, form: str, out: Path) -> None:
    """Write the case in a form that other programs read: all its tables (jsonl), the stemma as a drawing (dot, gexf), or the sheet of names
    by outlet (names, as CSV).

    Example: testimonia export pages.testimonia --format jsonl --out ledger/
    """
    with opened_to_show(case) as opened:
        if form == "jsonl":
            counts = export_jsonl(opened, out)
        else:
            counts = export_sheet(opened, out) if form == "names" else export_stemma(opened, out, form)
        for name, count in counts.items():
            click.echo(f"{name:16} {count}")

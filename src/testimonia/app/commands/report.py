"""`testimonia report`."""

from __future__ import annotations

from pathlib import Path

import click

from testimonia.app.door import CASE, opened_to_show, told
from testimonia.view.report import write_report


@click.command()
@CASE
@click.option("--out", type=click.Path(path_type=Path), help="The file to write (default: beside the case, ending in .html).")
@told
def report(case: Path, out: Path | None) -> None:
    """Write the case as one HTML file that can be read, printed and sent.

    Example: testimonia report pages.testimonia --out pages.html
    """
    target = out or case.with_suffix(".html")
    with opened_to_show(case) as opened:
        write_report(opened, target)
    click.echo(str(target))

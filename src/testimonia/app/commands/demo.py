"""`testimonia demo`."""

from __future__ import annotations

import shutil
from pathlib import Path

import click

from testimonia.app.commands.build import carry_out, summary
from testimonia.app.door import told
from testimonia.app.sample import sample_files
from testimonia.base.settings import Settings

INTENDED = """\
The failures above are meant to be there: one page of the sample is empty and one is a torn file, so that you see how they are told.

Where to look:
  {report}   who says what, on whose word, and where they disagree: open it in a browser
  {pages}   the pages themselves; they are invented, and so are the people in them
  testimonia disagreements {case}
  testimonia who {case} "Oda Dresk"
"""


@click.command()
@click.option("--out", type=click.Path(path_type=Path), default=Path("demo"), show_default=True, help="The folder to make.")
@told
def demo(out: Path) -> None:
    """Build the invented sample matter, to see what the program makes of a pile of pages.

    Example: testimonia demo
    """
    pages = out / "pages"
    for name, source in sample_files().items():
        (pages / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, pages / name)
    report = carry_out(pages, out / "demo.testimonia", Settings())
    click.echo(summary(report))
    click.echo()
    click.echo(INTENDED.format(report=report.report, pages=pages, case=report.case), nl=False)

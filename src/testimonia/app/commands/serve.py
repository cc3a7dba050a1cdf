"""`testimonia serve`."""

from __future__ import annotations

import webbrowser
from pathlib import Path

import click

from testimonia.app.door import CASE, told
from testimonia.link.reuse import vectors
from testimonia.store import open_case
from testimonia.view.web import serve as serve_case
from testimonia.work.linking import link_case


@click.command()
@CASE
@click.option("--port", type=click.IntRange(0, 65535), default=0, help="The port to listen on (default: any free one).")
@click.option("--open", "open_browser", is_flag=True, help="Open it in the browser at once.")
@told
def serve(case: Path, port: int, open_browser: bool) -> None:
    """Read, search, compare and rule in a local web page; only this machine can reach it.

    Example: testimonia serve pages.testimonia --open
    """

    def ready(address: str) -> None:
        click.echo(f"Open {address}\nEnd it with Ctrl-C.")
        if open_browser:
            webbrowser.open(address)

    with open_case(case) as opened:
        serve_case(opened, port=port, relink=link_case, encoder=vectors.Encoder() if vectors.installed() else None, ready=ready)

"""`testimonia flow`."""

from __future__ import annotations

import click

from testimonia.work import flow as flow_table


@click.command()
def flow() -> None:
    """Print the stages: what each needs and gives.

    Example: testimonia flow
    """
    click.echo(flow_table.as_markdown(), nl=False)

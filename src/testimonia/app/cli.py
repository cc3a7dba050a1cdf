"""The command `testimonia`. Each command parses its call, makes one library call and prints the result."""

from __future__ import annotations

import click

import testimonia
from testimonia.app.commands.account import account
from testimonia.app.commands.build import build
from testimonia.app.commands.check import check
from testimonia.app.commands.decisions import decide, decisions, retire
from testimonia.app.commands.demo import demo
from testimonia.app.commands.disagreements import disagreements
from testimonia.app.commands.entities import entities, who
from testimonia.app.commands.export import export
from testimonia.app.commands.flow import flow
from testimonia.app.commands.formats import formats
from testimonia.app.commands.report import report
from testimonia.app.commands.review import review
from testimonia.app.commands.search import search
from testimonia.app.commands.serve import serve

COMMANDS = (
    account,
    build,
    check,
    decide,
    decisions,
    demo,
    disagreements,
    entities,
    export,
    flow,
    formats,
    report,
    retire,
    review,
    search,
    serve,
    who,
)


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
@click.version_option(testimonia.__version__)
def main() -> None:
    """Who says what, on whose word, from how many independent origins, and where they disagree."""


for command in COMMANDS:
    main.add_command(command)

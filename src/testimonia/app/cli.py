"""The command `testimonia`. Each command parses its call, makes one library call and prints the result."""

from __future__ import annotations

from importlib import import_module

import click

import testimonia

# Each command's module below `app.commands`, imported when it is called: what reads a case need not load what builds one.
COMMANDS = {
    "account": "account",
    "build": "build",
    "check": "check",
    "decide": "decisions",
    "decisions": "decisions",
    "demo": "demo",
    "disagreements": "disagreements",
    "entities": "entities",
    "export": "export",
    "flow": "flow",
    "formats": "formats",
    "report": "report",
    "retire": "decisions",
    "review": "review",
    "search": "search",
    "serve": "serve",
    "who": "entities",
    "words": "words",
}


class Commands(click.Group):
    """The commands of the table, each loaded when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Their names, in order."""
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of this name."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = getattr(import_module(f"testimonia.app.commands.{COMMANDS[cmd_name]}"), cmd_name)
        return command


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
@click.version_option(testimonia.__version__)
def main() -> None:
    """Who says what, on whose word, from how many independent origins, and where they disagree."""

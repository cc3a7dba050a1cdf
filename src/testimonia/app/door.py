"""What every command shares: the case argument, errors told as sentences, exit codes."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from pathlib import Path
from typing import Any

import click

from testimonia.base.errors import TestimoniaError
from testimonia.store import Case, open_case, shown

CASE = click.argument("case", type=click.Path(path_type=Path))
AS_JSON = click.option("--json", "as_json", is_flag=True, help="JSON, for a program to read.")


@contextmanager
def opened_to_show(case: Path) -> Iterator[Case]:
    """The case as it may be shown: whoever is protected in it stands there under a pseudonym."""
    with open_case(case) as opened, shown(opened) as covered:
        yield covered


def told(command: Callable[..., None]) -> Callable[..., None]:
    """Show the program's own errors as sentences and leave with exit code 2."""

    @wraps(command)
    def run(*args: Any, **kwargs: Any) -> None:
        try:
            command(*args, **kwargs)
        except TestimoniaError as error:
            click.echo(f"testimonia: {error}", err=True)
            sys.exit(2)
        except KeyboardInterrupt:
            click.echo("testimonia: stopped. What was done is kept; the same command goes on where it was.", err=True)
            sys.exit(130)

    return run

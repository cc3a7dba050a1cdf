"""The command `testimonia`. Each command parses its call, makes one library call and prints the result."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any

import click

import testimonia
from testimonia.app.progress import showing
from testimonia.base.codec import dump
from testimonia.base.errors import TestimoniaError
from testimonia.base.settings import Limits, Settings
from testimonia.store import open_case
from testimonia.view.export import export_jsonl
from testimonia.work import flow as flow_table
from testimonia.work.building import build as build_case
from testimonia.work.runners import RUNNERS

CASE = click.argument("case", type=click.Path(path_type=Path))


def told(command: Callable[..., None]) -> Callable[..., None]:
    """Show the program's own errors as sentences and leave with exit code 2."""

    @wraps(command)
    def run(*args: Any, **kwargs: Any) -> None:
        try:
            command(*args, **kwargs)
        except TestimoniaError as error:
            click.echo(f"testimonia: {error}", err=True)
            sys.exit(2)

    return run


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
@click.version_option(testimonia.__version__)
def main() -> None:
    """Who says what, on whose word, from how many independent origins, and where they disagree."""


@main.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option(
    "--case", "case_file", type=click.Path(path_type=Path), help="The case file to make or update (default: FOLDER-name.testimonia)."
)
@click.option("--runner", type=click.Choice(sorted(RUNNERS)), default="inline", show_default=True, help="Where the reading runs.")
@click.option("--workers", type=click.IntRange(1), default=1, show_default=True, help="Worker processes (daft and ray).")
@click.option("--model", type=click.Path(path_type=Path), help="An official copy of the English pipeline, in place of the packaged one.")
@click.option("--seconds", type=float, default=Limits().seconds, show_default=True, help="The longest that one file may take.")
@click.option("--json", "as_json", is_flag=True, help="The summary as JSON.")
@told
def build(folder: Path, case_file: Path | None, runner: str, workers: int, model: Path | None, seconds: float, as_json: bool) -> None:
    """Read everything below FOLDER into a case. FOLDER is never written to.

    Example: testimonia build pages/
    """
    settings = Settings(model=str(model) if model else None, limits=Limits(seconds=seconds))
    target = case_file or Path(f"{folder.resolve().name}.testimonia")
    with open_case(target, create=True) as case, showing() as tell:
        report = build_case(case, folder, settings, runner=runner, workers=workers, tell=tell)
    click.echo(json.dumps(dump(report)) if as_json else str(report))
    sys.exit(report.exit_code)


@main.command()
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


@main.command()
def flow() -> None:
    """Print the stages: what each needs and gives.

    Example: testimonia flow
    """
    click.echo(flow_table.as_markdown(), nl=False)

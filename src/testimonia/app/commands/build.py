"""`testimonia build`."""

from __future__ import annotations

import dataclasses
import json
import sys
from pathlib import Path

import click

from testimonia.app.door import AS_JSON, told
from testimonia.app.progress import showing
from testimonia.base.codec import dump
from testimonia.base.covering import Cover
from testimonia.base.errors import UsageError
from testimonia.base.outcomes import Failure, RunReport, Skipped
from testimonia.base.settings import Limits, Settings
from testimonia.store import cover_of, open_case
from testimonia.view.report import write_report
from testimonia.work.building import Progress
from testimonia.work.building import build as build_case
from testimonia.work.runners import RUNNERS


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option(
    "--case", "case_file", type=click.Path(path_type=Path), help="The case file to make or update (default: FOLDER-name.testimonia)."
)
@click.option("--runner", type=click.Choice(sorted(RUNNERS)), default="inline", show_default=True, help="Where the reading runs.")
@click.option("--workers", type=click.IntRange(1), help="Worker processes, at most (default: as many as there are processors, up to 4).")
@click.option("--model", type=click.Path(path_type=Path), help="An official copy of the English pipeline, in place of the packaged one.")
@click.option("--seconds", type=float, default=Limits().seconds, show_default=True, help="The longest that one stage of a file may take.")
@click.option("--open", "open_after", is_flag=True, help="Open the workbench on the case in the browser when it is built.")
@AS_JSON
@click.pass_context
@told
def build(
    context: click.Context, folder: Path, case_file: Path | None, runner: str, workers: int | None, model: Path | None, seconds: float,
    open_after: bool, as_json: bool,
) -> None:  # fmt: skip
    """Read everything below FOLDER into a case. FOLDER is never written to.

    Example: testimonia build pages/
    """
    settings = Settings(model=str(model) if model else None, limits=Limits(seconds=seconds))
    target = case_file or Path(f"{folder.resolve().name}.testimonia")
    report = carry_out(folder, target, settings, runner=runner, workers=workers)
    click.echo(json.dumps(dump(report)) if as_json else summary(report))
    if open_after:
        from testimonia.app.commands.serve import serve  # a build alone need not load the web server

        context.invoke(serve, case=target, port=0, open_browser=True)
    sys.exit(report.exit_code)


def carry_out(folder: Path, target: Path, settings: Settings, *, runner: str = "inline", workers: int | None = None) -> RunReport:
    """Build the folder into the case file while progress is shown, and write the report beside it."""
    refuse_inside(folder, target)
    page = target.with_suffix(".html")
    with open_case(target, create=True) as case, showing() as tell:
        done = build_case(case, folder, settings, runner=runner, workers=workers, tell=tell)
        if done.read or done.removed or done.linked or not page.exists():
            tell(Progress("writing the report"))
            write_report(case, page)
        return covered(dataclasses.replace(done, report=str(page)), cover_of(case))


def covered(report: RunReport, cover: Cover) -> RunReport:
    """The report with pseudonyms for whoever is protected: files may be called after people, and messages quote the files."""
    if not cover.people:
        return report
    failures = tuple(Failure(cover.text(one.path), one.stage, cover.text(one.message), cover.text(one.advice)) for one in report.failures)
    skipped = tuple(Skipped(cover.text(one.path), cover.text(one.reason)) for one in report.skipped)
    return dataclasses.replace(report, failures=failures, skipped=skipped)


def refuse_inside(folder: Path, target: Path) -> None:
    """Raise `UsageError` when the case would lie in the folder that is read: that folder is never written to."""
    if target.resolve().is_relative_to(folder.resolve()):
        raise UsageError(f"The case {target} would lie inside {folder}, which is never written to.", "Name another place with --case.")


COUNTED = ("documents", "articles", "origins", "people", "organisations", "attributions", "quantities", "disagreements")
SHOWN = 20  # failures listed in the summary; the report and --json list all


def summary(report: RunReport) -> str:
    """What a build did, for a person."""
    lines = [f"{name:15} {report.counts.get(name, 0):>9,}" for name in COUNTED]
    lines += [f"{'failures':15} {len(report.failures):>9,}", f"{'seconds':15} {report.seconds:>9.1f}"]
    lines += [f"  failed: {failure.path}: {failure.message} {failure.advice}" for failure in report.failures[:SHOWN]]
    if len(report.failures) > SHOWN:
        lines.append(f"  … and {len(report.failures) - SHOWN} more; the report lists all.")
    gone = f", {report.removed} no longer in the folder" if report.removed else ""
    lines.append(f"{report.read} files read, {report.unchanged} unchanged{gone}. Case: {report.case}")
    if report.report:
        lines.append(f"Report: {report.report}")
    return "\n".join(lines)

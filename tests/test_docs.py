"""What the documents say is held against what the program does. Generated parts are written anew when they differ, and fail once."""

from __future__ import annotations

import json
import re
from pathlib import Path

import click
import pytest
from workshop import ROOT

from testimonia.app import cli
from testimonia.work import flow

COMMANDS = sorted(cli.COMMANDS)
EXIT_CODES = "Exit codes: 0 all done, 1 done with failures, 2 wrong call or unusable input."
HEAD = f"# Commands\n\nWritten by the tests from each command's own help. {EXIT_CODES}\n"


def command(name: str) -> click.Command:
    """The command of this name."""
    found = cli.main.get_command(click.Context(cli.main), name)
    assert found is not None
    return found


def help_of(name: str) -> str:
    """A command's help, at a fixed width."""
    asked = command(name)
    shown = {"help_option_names": ["-h", "--help"], "max_content_width": 110, "terminal_width": 110}  # as the program itself shows it
    with click.Context(asked, info_name=f"testimonia {name}", **shown) as context:  # type: ignore[arg-type]
        return asked.get_help(context)


def hold(path: Path, wanted: str) -> None:
    """A generated document is as it should be; otherwise it is written, and the test fails once."""
    now = path.read_text(encoding="utf-8") if path.exists() else ""
    if now != wanted:
        path.write_text(wanted, encoding="utf-8", newline="\n")
        pytest.fail(f"{path.relative_to(ROOT)} was not up to date and is written anew: read it, and add it to the commit.")


def test_the_commands_are_written_down() -> None:
    parts = [f"\n## {name}\n\n```text\n{help_of(name)}\n```\n" for name in COMMANDS]
    hold(ROOT / "docs" / "commands.md", HEAD + "".join(parts))


def test_architecture_shows_the_flow_as_it_is() -> None:
    path = ROOT / "ARCHITECTURE.md"
    text = path.read_text(encoding="utf-8")
    wanted = re.sub(r"(<!-- flow -->\n).*?(<!-- /flow -->)", lambda m: f"{m[1]}{flow.as_markdown()}{m[2]}", text, flags=re.S)
    assert "<!-- flow -->" in text
    hold(path, wanted)


def test_architecture_names_only_files_that_are_there() -> None:
    text = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8").partition("## Inside the larger rooms")[2].partition("\n## ")[0]
    rows = [line for line in text.splitlines() if line.startswith("| `")]
    assert rows
    for row in rows:
        first, _, rest = row[2:].partition(" | ")
        rooms = [ROOT / "src" / "testimonia" / room for room in re.findall(r"`([\w/]+)`", first)]
        for name in re.findall(r"`([\w/.]+)`", rest):
            assert all((room / name).exists() or (room / f"{name}.py").exists() for room in rooms), f"{first}: {name}"


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_shows_an_example(name: str) -> None:
    assert f"Example: testimonia {name}" in " ".join(help_of(name).split())


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_says_what_it_does(name: str) -> None:
    for option in command(name).params:
        assert not isinstance(option, click.Option) or option.help or isinstance(option.type, click.Choice), option.name


@pytest.mark.parametrize("document", ["README.md", "CONTRIBUTING.md"])
def test_every_make_target_that_is_named_exists(document: str) -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), flags=re.M))
    named = set(re.findall(r"^\s*make ([a-z]+)|`make ([a-z]+)`", (ROOT / document).read_text(encoding="utf-8"), flags=re.M))
    assert {a or b for a, b in named} <= targets
    assert named


@pytest.mark.parametrize("document", sorted(path.relative_to(ROOT).as_posix() for path in [*ROOT.glob("*.md"), *ROOT.glob("docs/*.md")]))
def test_every_command_that_is_named_exists(document: str) -> None:
    text = (ROOT / document).read_text(encoding="utf-8")
    named = set(re.findall(r"(?:^\s*|`)testimonia ([a-z]+)", text, flags=re.M))
    assert named <= set(COMMANDS)


@pytest.mark.parametrize("document", sorted(path.relative_to(ROOT).as_posix() for path in [*ROOT.glob("*.md"), *ROOT.glob("docs/*.md")]))
def test_every_link_leads_somewhere(document: str) -> None:
    path = ROOT / document
    for target in re.findall(r"\]\(([^)#]+)", path.read_text(encoding="utf-8")):
        assert target.startswith("https://") or (path.parent / target).exists(), target


def test_every_exported_field_is_described(sample_export: Path) -> None:
    described = (ROOT / "docs" / "export.md").read_text(encoding="utf-8")
    for path in sorted(sample_export.glob("*.jsonl")):
        assert f"| `{path.stem}` |" in described, f"docs/export.md does not say what {path.name} holds"
        fields = {field for line in path.read_text(encoding="utf-8").splitlines() for field in json.loads(line)}
        lacking = {field for field in fields if f"`{field}`" not in described}
        assert not lacking, f"docs/export.md does not say what these fields of {path.name} mean"


def test_every_page_of_the_sample_is_explained() -> None:
    told = (ROOT / "sample" / "README.md").read_text(encoding="utf-8")
    assert all(f"`{path.name}`" in told for path in (ROOT / "sample" / "pages").glob("*.*"))

"""Somebody is protected, the case is built again, every command is called: no name is in anything said or written."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from testimonia.app.cli import main

PAGES = {
    "a.txt": "Strike at the port of Orrin\n\nORRIN, May 4 – Hale Brandt, the mayor of Orrin, said on Monday that 40 workers were hurt.\n"
    "Brandt told reporters that the port would open on Friday. Ines Korda of the Dock Union said that 90 workers were hurt.\n",
    "b.txt": "The mayor answers\n\nMayor Hale Brandt denied that 90 workers were hurt. “It was 40,” Brandt said. "
    "The Dock Union called Brandt a liar.\n",
    "Hale Brandt.pdf": "%PDF-1.4 torn",
}
COMMANDS = (
    ("account",), ("check",), ("decisions",), ("decisions", "--json"), ("disagreements",), ("disagreements", "--json"), ("entities",),
    ("entities", "--json"), ("search", "workers"), ("search", "workers", "--json"), ("search", "speaker:mayor"), ("account", "--json"),
)  # fmt: skip


def run(*words: object, typed: str = "") -> Result:
    """Call the program as a user does."""
    return CliRunner().invoke(main, [str(word) for word in words], input=typed)


def hidden(text: str) -> bool:
    """Whether no part of the name is in a text."""
    return "brandt" not in text.casefold() and "hale" not in text.casefold()


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, Path]]:
    """A folder and its case, in which Hale Brandt is protected."""
    folder = tmp_path_factory.mktemp("pages")
    for name, text in PAGES.items():
        (folder / name).write_text(text, encoding="utf-8")
    case = tmp_path_factory.mktemp("case") / "port.testimonia"
    run("build", folder, "--case", case, "--workers", 1)
    assert run("decide", case, "protect", "entities", "Hale Brandt").exit_code == 0
    yield folder, case


@pytest.mark.parametrize("more", [(), ("--json",)])
def test_a_build_says_no_protected_name(built: tuple[Path, Path], more: tuple[str, ...]) -> None:
    folder, case = built
    done = run("build", folder, "--case", case, "--workers", 1, *more)
    assert done.exit_code == 1  # the torn file, which is called after the person
    assert "pdf" in done.output
    assert hidden(done.output), done.output
    assert hidden(case.with_suffix(".html").read_text(encoding="utf-8"))


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_a_command_says_no_protected_name(built: tuple[Path, Path], words: tuple[str, ...]) -> None:
    _, case = built
    done = run(words[0], case, *words[1:])
    assert done.exit_code in {0, 1}, done.output
    assert done.output.strip()
    assert hidden(done.output), done.output


def test_a_review_shows_no_protected_name(built: tuple[Path, Path]) -> None:
    _, case = built
    assert hidden(run("review", case, typed="u\nu\nq\n").output)


@pytest.mark.parametrize("kind", ["jsonl", "dot", "gexf", "names"])
def test_an_export_holds_no_protected_name(built: tuple[Path, Path], tmp_path: Path, kind: str) -> None:
    _, case = built
    done = run("export", case, "--format", kind, "--out", tmp_path / "out")
    if done.exit_code == 2:
        pytest.fail(done.output)
    assert hidden(done.output)
    written = [path for path in (tmp_path / "out").rglob("*") if path.is_file()] if (tmp_path / "out").is_dir() else [tmp_path / "out"]
    assert written
    assert all(hidden(path.name) and hidden(path.read_bytes().decode("utf-8", "replace")) for path in written)


def test_the_tables_hold_no_protected_name(built: tuple[Path, Path]) -> None:
    import testimonia

    _, case = built
    with testimonia.open_case(case) as opened:
        assert hidden(json.dumps([str(row) for row in opened.search("workers")]))

"""The rules of the house, held by programs: which room may import which, how long a file may grow, what nobody may do."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SOURCES = sorted((ROOT / "src" / "testimonia").rglob("*.py"))
NAMES = [path.relative_to(ROOT).as_posix() for path in SOURCES]
FORBIDDEN_NAMES = {"utils", "util", "helpers", "helper", "common", "misc"}
LONGEST_FILE, LONGEST_FUNCTION, DEEPEST = 400, 40, 3  # lines, lines, statements within statements; CONTRIBUTING says why
NESTING = (ast.If, ast.For, ast.AsyncFor, ast.While, ast.With, ast.AsyncWith, ast.Try, ast.Match)
NETWORK = {"requests", "urllib.request", "urllib3", "http.client", "httpx", "aiohttp", "ftplib", "smtplib", "telnetlib"}


def functions(tree: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Every function in a file."""
    return (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


def depth(node: ast.AST) -> int:
    """How deep the statements below a node lie within each other; an `elif` lies as deep as its `if`, a function within begins anew."""
    return max((own_depth(node, child) for child in ast.iter_child_nodes(node)), default=0)


def own_depth(parent: ast.AST, child: ast.AST) -> int:
    """The same of one child, itself among them."""
    if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        return 0
    is_elif = isinstance(parent, ast.If) and isinstance(child, ast.If) and parent.orelse == [child]
    return depth(child) + (isinstance(child, NESTING) and not is_elif)


def imported(tree: ast.AST) -> set[str]:
    """Every module that a file imports by name."""
    plain = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    return plain | {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module}


def test_no_room_imports_what_it_must_not() -> None:
    code = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    env = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), os.environ.get("PYTHONPATH", "")])}
    done = subprocess.run([sys.executable, "-c", code, "--no-cache"], cwd=ROOT, env=env, capture_output=True, encoding="utf-8")
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("path", SOURCES, ids=NAMES)
def test_a_file_stays_readable(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert path.stem not in FORBIDDEN_NAMES, "name a module by what it is about"
    assert text.count("\n") <= LONGEST_FILE
    found = list(functions(ast.parse(text)))
    assert not [node.name for node in found if (node.end_lineno or 0) - node.lineno >= LONGEST_FUNCTION], (
        "a long function hides a second idea"
    )
    too_deep = [node.name for node in found if depth(node) > DEEPEST]
    assert not too_deep, "name what is done inside"


def test_no_constant_is_left_that_nobody_reads() -> None:
    trees = {path: ast.parse(path.read_text(encoding="utf-8")) for path in SOURCES}
    asked = {alias.name for tree in trees.values() for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) for alias in node.names}
    asked |= {node.attr for tree in trees.values() for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    unread = []
    for path, tree in trees.items():
        read = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)}
        tops = (node for top in tree.body if isinstance(top, ast.Assign) for target in top.targets for node in ast.walk(target))
        named = [node.id for node in tops if isinstance(node, ast.Name)]
        unread += [f"{path.stem}: {name}" for name in named if name.isupper() and name not in read | asked]
    assert not unread


@pytest.mark.parametrize("path", SOURCES, ids=NAMES)
def test_nothing_is_imported_that_speaks_to_the_network(path: Path) -> None:
    assert not imported(ast.parse(path.read_text(encoding="utf-8"))) & NETWORK


@pytest.mark.parametrize("path", SOURCES, ids=NAMES)
def test_every_text_file_is_opened_as_utf8(path: Path) -> None:
    """Windows would otherwise read and write its own code page."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in {"read_text", "write_text"}:
            said = len(node.args) > (node.func.attr == "write_text") or any(keyword.arg == "encoding" for keyword in node.keywords)
            assert said, f"line {node.lineno}: say encoding='utf-8'"


def test_every_package_that_is_imported_is_named_as_a_dependency() -> None:
    """A package that only comes along with another may stay away on a fresh machine."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    named = [*project["dependencies"], *(line for lines in project["optional-dependencies"].values() for line in lines)]
    declared = {folded(re.match(r"[\w.-]+", line)[0]) for line in named}  # type: ignore[index]
    homes = packages_distributions()
    for path in SOURCES:
        for module in {name.partition(".")[0] for name in imported(ast.parse(path.read_text(encoding="utf-8")))}:
            if module not in sys.stdlib_module_names and module != "testimonia" and module in homes:
                assert {folded(home) for home in homes[module]} & declared, f"{path}: {module} is not in pyproject.toml"


def folded(name: str) -> str:
    """A distribution's name as the index compares it."""
    return re.sub(r"[-_.]+", "-", name).lower()

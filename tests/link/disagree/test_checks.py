"""Findings of arithmetic and calendar over short invented passages, half of them innocent look-alikes."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.link.disagree.case_of import Case

PASSAGES: list[dict[str, Any]] = tomllib.loads((Path(__file__).parent / "checks.toml").read_text(encoding="utf-8"))["passage"]


def found(texts: list[str | list[str]]) -> list[str]:
    """The kinds of the findings that the texts give."""
    return sorted(
        finding.kind for finding in Case(*((text, None) if isinstance(text, str) else (text[1], text[0]) for text in texts)).findings()
    )


def marked(passage: dict[str, Any]) -> Any:
    """A passage as a case of a test; one that is known to be missed must go on being missed until its mark is taken away."""
    missed = passage.get("missed", False)
    return pytest.param(passage, id=passage["name"], marks=[pytest.mark.xfail(strict=True, reason="known failure")] if missed else [])


@pytest.mark.parametrize("passage", [marked(passage) for passage in PASSAGES])
def test_passage(passage: dict[str, Any]) -> None:
    assert found(passage["texts"]) == passage["found"]

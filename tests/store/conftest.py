"""Cases made of the small records."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from testimonia.base.outcomes import FileRecords
from testimonia.store import Case, open_case


@pytest.fixture
def case_file(tmp_path: Path) -> Path:
    """Where the case of a test lies."""
    return tmp_path / "case.testimonia"


@pytest.fixture
def put(case_file: Path) -> Callable[..., Case]:
    """Open the case and take in files; gives the open case."""

    def take_in(*found: FileRecords) -> Case:
        case = open_case(case_file, create=True)
        for file in found:
            case.put_file(file, sha256="0", size=1, key="k")
        return case

    return take_in

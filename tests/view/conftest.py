from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from testimonia.store import Case

sys.path.insert(0, str(Path(__file__).parent))

from invented import invented_case


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with invented_case(tmp_path / "orrin.testimonia") as made:
        yield made


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """Chromium, started once; only the tests that need it ask for it."""
    from browsing import CHROMIUM, sync

    with sync.sync_playwright() as play:
        made = play.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield made
        made.close()

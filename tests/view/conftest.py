from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from testimonia.store import Case

sys.path.insert(0, str(Path(__file__).parent))

from invented import invented_case


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with invented_case(tmp_path / "orrin.testimonia") as made:
        yield made

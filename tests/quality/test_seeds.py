"""The quick part of the gate: the real pages beside the checkout. Skipped, with the reason said, where they are not."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from workshop import build_into, export_of, tree

from gate import floors
from gate.corpora import BY_NAME, QUICK, digest
from gate.scoring import Result, measure
from testimonia.base.outcomes import RunReport
from testimonia.store import open_case
from testimonia.store.check import check


@pytest.fixture(scope="module")
def seeds(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, RunReport]:
    """The case of the real pages."""
    case = tmp_path_factory.mktemp("seeds") / "seeds.testimonia"
    return case, build_into(case, shared / "seeds")


@pytest.fixture(scope="module")
def exported(seeds: tuple[Path, RunReport], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Its export."""
    out = tmp_path_factory.mktemp("seeds-export")
    export_of(seeds[0], out)
    return out


def scored(shared: Path, exported: Path, name: str) -> Result:
    """The scores of a set on the export."""
    return measure(shared, BY_NAME[name], exported)


def test_the_build_is_clean(seeds: tuple[Path, RunReport]) -> None:
    case, report = seeds
    assert report.exit_code == 0
    with open_case(case) as opened:
        checked = check(opened)
    assert not checked.faults
    assert checked.spans > 0


def test_every_exported_span_lies_in_its_text(exported: Path) -> None:
    texts = {path.stem: path.read_bytes().decode("utf-8") for path in (exported / "text").iterdir()}
    for table in ("mentions", "quantities", "times", "segments"):
        for row in map(json.loads, (exported / f"{table}.jsonl").read_text(encoding="utf-8").splitlines()):
            assert 0 <= row["start"] < row["end"] <= len(texts[row["document"]])
            assert table == "segments" or texts[row["document"]][row["start"] : row["end"]].strip()


@pytest.mark.parametrize("name", QUICK)
def test_no_floor_is_broken(shared: Path, exported: Path, name: str) -> None:
    held = floors.read().sets.get(name, floors.Floors())
    if held.digest != digest(shared, BY_NAME[name]):
        pytest.skip(f"the floors of {name} were set on other gold data")
    fallen = [line for line in floors.compare(held, scored(shared, exported, name)) if not line.holds]
    assert not fallen


def test_no_part_is_missing(shared: Path, exported: Path) -> None:
    """Every table that the gold has is exported, and finds something. Counts of alarms may well be nought."""
    scores = {**scored(shared, exported, "seeds").scores, **scored(shared, exported, "seeds-disagreements").scores}
    heard = {name.partition(".")[0] for name, score in scores.items() if not name.endswith(".count") and score > 0}
    assert {name.partition(".")[0] for name in scores} == heard


def test_both_runners_give_the_same_bytes(shared: Path, exported: Path, tmp_path: Path) -> None:
    build_into(tmp_path / "daft.testimonia", shared / "seeds", runner="daft", workers=2)
    assert export_of(tmp_path / "daft.testimonia", tmp_path / "out") == tree(exported)

"""Names in whole invented matters: pages read as a user's files are, and linked; a careful reader's marks beside what was found."""

from __future__ import annotations

from pathlib import Path

import pytest

from testimonia.base.settings import Settings
from testimonia.link.entities.whole import link_entities
from testimonia.link.namings import link_namings
from testimonia.store import open_case
from testimonia.work.lane import FileLane, Job
from tests.link.entities.invented import Matter, Tally, matters, read, tally

# Shares of the marked names found, of the right type, B-cubed F, and loaded names read so: a name or two below what is reached.
# What is amiss in them is known: no rule was made with `glacier`, `spillway` and `warehouse` in view.
FLOORS = {
    "border": (0.96, 0.91, 0.92, 1.00),
    "bridge": (0.84, 0.75, 0.80, 0.37),
    "clinic": (0.87, 0.75, 0.79, 0.79),
    "dam": (0.90, 0.79, 0.86, 0.85),
    "ferry": (0.83, 0.72, 0.86, 0.66),
    "fishing": (0.94, 0.85, 0.90, 0.74),
    "glacier": (0.86, 0.82, 0.80, 1.00),
    "goldfield": (0.94, 0.92, 0.88, 0.74),
    "hospital": (0.83, 0.81, 0.81, 1.00),
    "lagoon": (0.81, 0.72, 0.79, 0.24),
    "metro": (0.90, 0.80, 0.87, 0.62),
    "mining": (0.96, 0.89, 0.92, 1.00),
    "palm": (0.83, 0.66, 0.77, 0.39),
    "pipeline": (0.93, 0.79, 0.86, 0.74),
    "port": (0.84, 0.75, 0.72, 0.85),
    "reactor": (0.89, 0.77, 0.84, 0.49),
    "schism": (0.95, 0.90, 0.86, 1.00),
    "shipyard": (0.91, 0.79, 0.78, 0.32),
    "shrine": (0.85, 0.76, 0.81, 0.59),
    "spillway": (0.84, 0.69, 0.77, 0.82),
    "stadium": (0.86, 0.73, 0.79, 0.85),
    "strike": (0.92, 0.89, 0.83, 1.00),
    "temple": (0.82, 0.70, 0.75, 0.49),
    "warehouse": (0.84, 0.76, 0.83, 1.00),
    "wells": (0.87, 0.72, 0.75, 0.32),
}
PRECISION = 0.98
# A founder and his firm under one surname; a father's name as the son's; a county and its west; a firm's owner called by its name;
# two men of one family name that comes first; a pass and the village above it.
MIXED = {"bridge": 0.97, "glacier": 0.97, "wells": 0.95, "lagoon": 0.97, "shrine": 0.97}


@pytest.fixture(scope="module")
def tallies(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Tally]:
    """What was found in each matter; one lane for all of them, for it loads the models."""
    lane = FileLane(Settings())
    return {path.stem: tallied(read(path), lane, tmp_path_factory.mktemp(path.stem)) for path in matters()}


def tallied(matter: Matter, lane: FileLane, folder: Path) -> Tally:
    """The matter's pages, read and with their names linked, held against its marks."""
    with open_case(folder / "case.testimonia", create=True) as case:
        for path, text in matter.pages.items():
            (folder / path).write_text(text, encoding="utf-8")
            case.put_file(lane(Job(str(folder), path), lambda *_: None), sha256=path, size=len(text), key="k")
        linked = {table: list(rows) for table, rows in link_entities(case).items()}
        case.put_links(linked, {"entities": "k"})
        named = list(link_namings(case)["namings"])
    return tally(matter, linked["entities"], named)


@pytest.mark.parametrize("name", sorted(FLOORS))
def test_the_names_of_a_matter_are_found_typed_and_together(tallies: dict[str, Tally], name: str) -> None:
    got = tallies[name]
    found, typed, f, loaded = FLOORS[name]
    assert got.found >= found, got.amiss
    assert got.typed >= typed, got.amiss
    assert got.f >= f, got.amiss
    assert got.loaded >= loaded, got.amiss
    assert got.precision >= MIXED.get(name, PRECISION), got.amiss


def test_every_matter_has_floors() -> None:
    assert sorted(FLOORS) == [path.stem for path in matters()]

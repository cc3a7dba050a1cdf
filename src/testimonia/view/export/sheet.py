"""The sheet of names: who is called what, and by whom. One row a name, one column an outlet; counted by use and by independent origin."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

from testimonia.store import Case, shown
from testimonia.view.pages.shelf import Shelf
from testimonia.view.pages.voices import outlet_of

HEAD = ("entity", "type", "called", "name", "loading", "word", "own", "others", "uses", "origins")
NO_OUTLET = "(no outlet)"
FORMULA = ("=", "+", "-", "@")
LINE_ENDS = dict.fromkeys(map(ord, "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"), " ")
Counts = dict[str, tuple[int, set[str]]]


def export_sheet(case: Case, out: Path) -> dict[str, int]:
    """Write `namings.csv` to `out`; how many names, entities and outlets it has. An existing file of this name is replaced."""
    with shown(case) as open_to_all:
        rows = list(sheet(Shelf(open_to_all)))
    out.mkdir(parents=True, exist_ok=True)
    written = StringIO()
    csv.writer(written, lineterminator="\n").writerows([[plain(cell) for cell in row] for row in rows])
    (out / "namings.csv").write_text("\ufeff" + written.getvalue(), encoding="utf-8", errors="replace", newline="")
    outlets = (len(rows[0]) - len(HEAD)) // 2
    return {"names": len(rows) - 1, "entities": len({row[0] for row in rows[1:]}), "outlets": outlets}


def sheet(shelf: Shelf) -> Iterator[tuple[str, ...]]:
    """The head and the rows: for each outlet first its uses, then the origins behind them (copies of one text count once)."""
    found: dict[tuple[str, str], list[tuple[str, str, int, str, str, str]]] = defaultdict(list)
    outlets: set[str] = set()
    for naming in shelf.rows("namings"):
        if naming.bare or naming.voice == "aside":
            continue  # counted in the bare name; or no word of an article
        outlet = outlet_of(shelf.articles.get(naming.article)) or NO_OUTLET
        origin = shelf.origin_of.get(naming.article, naming.article)
        outlets.add(outlet)
        found[(naming.entity, naming.name)].append((outlet, origin, naming.count, naming.voice, naming.loading, naming.reason))
    columns = sorted(outlets)
    yield (*HEAD, *(f"{outlet}: {what}" for outlet in columns for what in ("uses", "origins")))
    for (entity, name), uses in sorted(found.items(), key=lambda item: (shelf.entity_name(item[0][0]) or "", *item[0])):
        yield row(shelf, (entity, name), uses, columns)


def row(shelf: Shelf, key: tuple[str, str], uses: list[tuple[str, str, int, str, str, str]], columns: list[str]) -> tuple[str, ...]:
    """One name."""
    record = shelf.entities.get(key[0])
    own = sum(count for _, _, count, voice, _, _ in uses if voice == "own")
    total = sum(use[2] for use in uses)
    loading = next((use[4] for use in uses if use[4] != "neutral"), "neutral")
    cells: list[str] = []
    for outlet in columns:
        here = [use for use in uses if use[0] == outlet]
        cells += [str(sum(use[2] for use in here)), str(len({use[1] for use in here}))]
    called, kind = (record.name, record.type) if record is not None else ("", "")
    reason = next((use[5] for use in uses if use[5]), "")
    origins = len({use[1] for use in uses})
    return (key[0], kind, called, key[1], loading, reason, str(own), str(total - own), str(total), str(origins), *cells)


def plain(cell: str) -> str:
    """A cell on one line that no spreadsheet takes for a formula, be it after white space that it passes over.

    Line ends go, for Python's writer leaves a bare carriage return unquoted, and what follows it would be a row of its own.
    """
    line = cell.translate(LINE_ENDS)
    return f"'{line}" if line.lstrip().startswith(FORMULA) or line.startswith("\t") else line

"""Passages, stemma and origins of the pages of `data/reuse`, where they lie beside the checkout: how many documents a second.

What is timed is the whole stage, by the clock, in a process that does it for the first time: from the texts to all rows, folding, sampling,
alignment (the start of helping processes counted), descent and the telling of differences. What is not: starting Python, importing, reading
the files. The memory is that of all processes at once, with the texts and all rows.
"""

from __future__ import annotations

import csv
import json
import os
import sys
import tempfile
import time
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from bench.processes import watched
from bench.retellings import NEW, Page
from bench.stemma import Pile
from bench.table import CannotRunError
from gate.corpora import ROOT, shared_folder
from testimonia.link.reuse.linking import link_reuse

TITLE = "passages, copy tree and origins of the pages of data/reuse"
PROCESSES = (1, 2)  # processors that may be used


def pages(folder: Path) -> list[Page]:
    """The pages of a folder with the days that its metadata gives."""
    with (folder / "metadata.csv").open(encoding="utf-8", newline="") as lines:
        days = {row["path"]: date.fromisoformat(row["published"]) for row in csv.DictReader(lines)}
    return [Page(path.name, [(path.read_text(encoding="utf-8"), NEW)], days[path.name]) for path in sorted(folder.glob("*.txt"))]


def linked(folder: Path, answer: Path) -> None:
    """Link the pages once; what it took and gave is written down."""
    pile = Pile(pages(folder))
    pile.arrow("documents")  # pyarrow loads what it needs
    began = time.perf_counter()
    rows = {name: len(list(found)) for name, found in link_reuse(pile).items()}
    answer.write_text(json.dumps({"documents": len(pile.pages), "seconds": time.perf_counter() - began, **rows}), encoding="utf-8")


def measure() -> Iterable[dict[str, object]]:
    """One row for each number of processors."""
    shared = shared_folder()
    folder = shared / "data/reuse/pages" if shared else ROOT / "data"
    if not (folder / "metadata.csv").exists():
        raise CannotRunError("the pages are neither beside the checkout nor where TESTIMONIA_SHARED says")
    for count in PROCESSES:
        with tempfile.TemporaryDirectory() as at:
            answer = Path(at) / "answer.json"
            env = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
            run = watched(["-m", "bench.passages", str(folder), str(answer), str(count)], env)
            told = json.loads(answer.read_text(encoding="utf-8"))
        yield {
            "processes": count,
            "documents": told["documents"],
            "seconds": round(told["seconds"], 2),
            "documents/s": round(told["documents"] / told["seconds"]),
            "CPU s, start included": round(run.cpu, 1),
            "peak MB": round(run.peak_mb),
            "passages": told["reuse"],
            "edges": told["stemma"],
        }


if __name__ == "__main__":
    os.cpu_count = lambda: int(sys.argv[3])
    linked(Path(sys.argv[1]), Path(sys.argv[2]))

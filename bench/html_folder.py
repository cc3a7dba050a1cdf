"""A folder of small HTML files through the stages of the files and into a case, beside the bare extractor in as many processes."""

from __future__ import annotations

import os
import random
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from bench.capture_html import page
from bench.processes import Run, watched

TITLE = "a folder of small HTML files: capture, clean and divide beside the bare extractor (aim: 80% of its files a second, under 1 GB)"
FILES = int(os.environ.get("BENCH_FILES", "2000"))
WORKERS = int(os.environ.get("BENCH_WORKERS", "2"))
SIZES = ((3, 1), (7, 2), (14, 3))  # paragraphs and furniture of every third page: some 5, 10 and 18 kB
READERS = ("bare extractor", "capture", "capture and clean", "capture, clean and divide", "and stored")
SRC = Path(__file__).resolve().parents[1] / "src"


def write(folder: Path, count: int, seed: int = 7) -> None:
    """Write `count` pages; the same seed gives the same bytes."""
    chance = random.Random(seed)
    for number in range(count):
        (folder / f"{number:05}.html").write_bytes(page(chance, *SIZES[number % len(SIZES)]))


def measure() -> Iterator[Mapping[str, object]]:
    """Each reader over the same folder, in as many processes."""
    env = {**os.environ, "PYTHONPATH": os.pathsep.join([str(SRC), str(SRC.parent)])}
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        write(folder, FILES)
        first: Run | None = None
        for reader in READERS:
            run = watched(["-m", "bench.readers", str(folder), str(WORKERS), reader], env)
            first = first or run
            yield {
                "reader": reader, "files": FILES, "processes": WORKERS, "seconds": run.seconds, "cpu s": run.cpu,
                "files/s": round(FILES / run.seconds), "of the bare extractor": f"{100 * first.seconds / run.seconds:.0f}%",
                "by processor time": f"{100 * first.cpu / run.cpu:.0f}%", "peak MB": round(run.peak_mb),
            }  # fmt: skip

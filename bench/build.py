"""The whole build of generated articles, beside a bare pass of the same spaCy pipeline over the same text with as many processes."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from bench import pages
from bench.processes import Run, watched

TITLE = "a build of generated articles, beside a bare pass of the same pipeline (aim: at least 0.60 of its words per second)"
ARTICLES = int(os.environ.get("BENCH_ARTICLES", "2000"))
WORKERS = int(os.environ.get("BENCH_WORKERS", "2"))
SMALLER = 4  # the build is also run over a fourth of the articles: its memory must not grow with their number
SRC = Path(__file__).resolve().parents[1] / "src"


def measure() -> Iterator[Mapping[str, object]]:
    """The bare pass, the build, and the build of fewer articles."""
    env = {**os.environ, "PYTHONPATH": os.pathsep.join([str(SRC), str(SRC.parent)])}
    with tempfile.TemporaryDirectory() as temporary:
        work = Path(temporary)
        pages.write(work / "all", ARTICLES)
        pages.write(work / "few", ARTICLES // SMALLER)
        words = {name: sum(len(path.read_text(encoding="utf-8").split()) for path in (work / name).iterdir()) for name in ("all", "few")}
        bare = watched(["-m", "bench.bare", str(work / "all"), str(WORKERS)], env)
        rate = words["all"] / bare.seconds
        yield row("bare spaCy pass", ARTICLES, words["all"], bare, rate)
        for name in ("all", "few"):
            call = ["-m", "testimonia", "build", str(work / name), "--case", str(work / f"{name}.testimonia")]
            run = watched([*call, "--workers", str(WORKERS)], env)
            count = ARTICLES if name == "all" else ARTICLES // SMALLER
            yield row("whole build", count, words[name], run, rate)


def row(what: str, articles: int, words: int, run: Run, bare_rate: float) -> dict[str, object]:
    """One line of the table."""
    return {
        "what": what, "articles": articles, "words": words, "processes": WORKERS, "seconds": run.seconds, "cpu s": run.cpu,
        "words/s": round(words / run.seconds), "of bare": words / run.seconds / bare_rate, "peak MB": round(run.peak_mb),
    }  # fmt: skip

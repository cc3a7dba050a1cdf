"""Linking the names of a generated case, beside plain blocking with rapidfuzz over the same names."""

from __future__ import annotations

import json
import math
import os
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from bench.processes import watched

TITLE = "names become entities (aims: time grows no faster than n log n; at 100,000 articles at most 20 minutes and 4 GB)"
ARTICLES = int(os.environ.get("BENCH_ENTITY_ARTICLES", "100000"))
SRC = Path(__file__).resolve().parents[1] / "src"


def measure() -> Iterator[Mapping[str, object]]:
    """Our linker at a sixteenth, a fourth and all of the articles; the peer at the first two and the last."""
    env = {**os.environ, "PYTHONPATH": os.pathsep.join([str(SRC), str(SRC.parent)])}
    before: dict[str, float] = {}
    with tempfile.TemporaryDirectory() as temporary:
        for articles in (ARTICLES // 16, ARTICLES // 4, ARTICLES):
            for linker in ("ours", "peer"):
                out = Path(temporary) / "figures.json"
                run = watched(["-m", "bench.named", linker, str(articles), str(articles // 2), str(out)], env)
                figures = json.loads(out.read_text(encoding="utf-8"))
                growth = figures["cpu s"] / before[linker] / nlogn(articles) if linker in before else 1.0
                before[linker] = figures["cpu s"]
                yield {
                    "what": "testimonia" if linker == "ours" else "blocks of three letters, rapidfuzz", "articles": articles,
                    "entities": articles // 2, "mentions": figures["mentions"], "names": figures["names"], "seconds": figures["seconds"],
                    "cpu s": figures["cpu s"], "of n log n": growth, "P": figures["P"], "R": figures["R"], "peak MB": round(run.peak_mb),
                }  # fmt: skip


def nlogn(articles: int) -> float:
    """How much longer a fourfold number of articles may take at n log n."""
    return 4 * math.log(articles) / math.log(articles / 4)

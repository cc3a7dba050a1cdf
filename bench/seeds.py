"""The real pages beside the checkout: the first build, a second one over the same folder, and one after a single page changed."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from bench.processes import watched
from bench.table import CannotRunError
from gate.corpora import ROOT, shared_folder

TITLE = "five real pages: first build (aim: 15 s, 1,500 MB), second build (aim: 3 s), one page changed"


def measure() -> Iterator[Mapping[str, object]]:
    """Three builds into one case."""
    shared = shared_folder()
    if shared is None:
        raise CannotRunError("the real pages are neither beside the checkout nor where TESTIMONIA_SHARED says")
    env = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    with tempfile.TemporaryDirectory() as temporary:
        pages, case = Path(temporary) / "pages", Path(temporary) / "seeds.testimonia"
        shutil.copytree(shared / "seeds", pages)
        for what in ("first build", "second build", "one page changed"):
            if what == "one page changed":
                changed = min(pages.glob("*.txt"))
                changed.write_bytes(changed.read_bytes() + b"\nOne line more.\n")
            run = watched(["-m", "testimonia", "build", str(pages), "--case", str(case)], env)
            yield {"what": what, "seconds": run.seconds, "cpu s": run.cpu, "peak MB": round(run.peak_mb)}

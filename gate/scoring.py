"""Build, export and score one set, as a user would: through the command line."""

from __future__ import annotations

import hashlib
import importlib.util
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from gate.corpora import ROOT, Corpus

LOWER_IS_BETTER = ".count"


class GateError(Exception):
    """The gate could not measure; that is never a pass."""


@dataclass(frozen=True, slots=True)
class Result:
    """The scores of a set by measure, and the items that were missed: a digest each, with words for the terminal only."""

    scores: dict[str, float]
    missed: dict[str, str]


def run(*command: str) -> str:
    """Run a Python program with this checkout's source; its output. Raises `GateError` when it fails."""
    env = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    done = subprocess.run([sys.executable, *command], env=env, capture_output=True, encoding="utf-8")
    if done.returncode != 0:
        raise GateError(f"`{' '.join(command)}` ended with {done.returncode}:\n{(done.stderr or done.stdout)[-2000:]}")
    return done.stdout


def export(shared: Path, corpus: Corpus, work: Path, runner: str, workers: int) -> Path:
    """The folder that holds the set's export; sets over the same pages share one build."""
    name = corpus.pages.replace("/", "-")
    out, case = work / name, work / f"{name}.testimonia"
    if not (out / "manifest.json").exists():
        for left in work.glob(f"{case.name}*"):  # by a run that was broken off, or by another version
            left.unlink()
        run("-m", "testimonia", "build", str(shared / corpus.pages), "--case", str(case), "--runner", runner, "--workers", str(workers))
        run("-m", "testimonia", "export", str(case), "--format", "jsonl", "--out", str(out))
    return out


def measure(shared: Path, corpus: Corpus, out: Path) -> Result:
    """Score an export."""
    scorer, gold = shared / corpus.scorer, shared / corpus.gold
    figures = json.loads(run(str(scorer), str(gold), str(out), "--json"))
    missed = dict(misses(scorer, gold, out)) if corpus.scorer.endswith("/score.py") else {}
    return Result(dict(flattened(figures)), missed)


def flattened(figures: dict[str, Any], above: str = "") -> Iterator[tuple[str, float]]:
    """One number a measure: F where there is one, else the share, else the count (where less is better)."""
    for name, inner in sorted(figures.items()):
        path = f"{above}{name}"
        if "F" in inner:
            yield f"{path}.F", float(inner["F"])
        elif "share" in inner:
            yield f"{path}.share", float(inner["share"])
        elif "count" in inner:
            yield f"{path}{LOWER_IS_BETTER}", float(inner["count"])
        else:
            yield from flattened(inner, f"{path}.")


def misses(scorer: Path, gold: Path, out: Path) -> Iterator[tuple[str, str]]:
    """What the scorer says was missed: a digest (gold names are text, and stay outside) and words to show."""
    spec = importlib.util.spec_from_file_location("gate_scorer", scorer)
    if spec is None or spec.loader is None:
        raise GateError(f"{scorer} cannot be loaded.")
    module: Any = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    side = module.Side(gold)
    ours = module.Side(out, side.keep)
    for table, score in module.TABLES.items():
        if module.rows(gold, table) is None or module.rows(out, table) is None:
            continue
        found: list[tuple[Any, ...]] = []
        score(side, ours, found)
        for kind, key, *_ in found:
            raw = f"{table}|{kind}|{key}"
            yield hashlib.sha256(raw.encode()).hexdigest()[:12], f"{table}: {kind} {key}"

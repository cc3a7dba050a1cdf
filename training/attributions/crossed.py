"""What the judgement of attributions reaches on documents that its weights have not seen: `python -m training.attributions.crossed --help`.

The documents of the set of many kinds are parted in two. The weights are fitted on the news for training and one half, as for the packaged
file, and read the other half: each document is read once, by weights that have not seen it. News for development is in no fit; both weights
read it. Pages go through the whole flow (captured, cleaned, divided, extracted), and the measures are those of the shared scorer.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from unittest.mock import patch

import numpy as np

from gate.scoring import run
from testimonia.base.extractions import Attribution
from testimonia.base.settings import Settings
from testimonia.extract.attributions.judging import Judge, from_arrays
from testimonia.work.jobs import Job
from testimonia.work.lane import FileLane
from training.attributions.__main__ import Limits, fitted, limits, sets
from training.attributions.examples import examples

Row = dict[str, Any]
MEASURES = ("loose", "triple", "recall direct", "recall indirect", "recall mixed")


def main() -> None:
    """Fit twice, read, and print the scores."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    sets(parser)
    parser.add_argument("--unseen", type=Path, required=True, help="a set that no fit uses, with `pages/` and `gold/`")
    parser.add_argument("--scorer", type=Path, required=True, help="the shared scorer")
    options = parser.parse_args()
    news, kinds = list(examples(options.news)), list(examples(options.kinds))
    lane = FileLane(Settings())
    found: dict[str, list[Row]] = {}
    for half in (0, 1):
        held = names(options.kinds)[half::2]
        judge = as_read(news, [one for one in kinds if one.document not in held], limits(options))
        found |= read(lane, options.kinds, held, judge)
        report(f"{options.unseen.name}, fit {half + 1}", options, options.unseen, read(lane, options.unseen, names(options.unseen), judge))
    report(f"{options.kinds.name}, each half held out", options, options.kinds, found)


def names(folder: Path) -> list[str]:
    """The files of a set, in order."""
    return sorted(path.name for path in (folder / "pages").iterdir())


def as_read(news: list[Any], kinds: list[Any], held: Limits) -> Judge:
    """Weights fitted on examples, rounded as the packaged file has them."""
    arrays = fitted(news, kinds, held)
    return from_arrays({name: np.asarray(array) for name, array in arrays.items()})


def read(lane: FileLane, folder: Path, chosen: list[str], judge: Judge) -> dict[str, list[Row]]:
    """The attributions that the program finds with these weights, by file."""
    found: dict[str, list[Row]] = {}
    with patch("testimonia.extract.attributions.finding.judge", lambda: judge):
        for name in chosen:
            records = lane(Job(str(folder / "pages"), name), lambda *_: None)
            parts = [part for document in records.documents for part in document.extractions]
            found[name] = [row(name, one) for part in parts for one in part.attributions]
    return found


def row(name: str, one: Attribution) -> Row:
    """An attribution as the scorer reads it; its document is the file."""
    keys = ("id", "source", "cue", "content", "kind", "stance", "parent")
    return {"document": name, **{key: getattr(one, key) for key in keys}}


def report(title: str, options: argparse.Namespace, folder: Path, found: Mapping[str, list[Row]]) -> None:
    """Score what was found in a set and print the line."""
    with tempfile.TemporaryDirectory() as out:
        write(Path(out) / "documents.jsonl", [{"id": name, "path": name} for name in found])
        write(Path(out) / "attributions.jsonl", [one for rows in found.values() for one in rows])
        scores = json.loads(run(str(options.scorer), str(folder / "gold"), out, "--json", "--table", "attributions"))["attributions"]
    figures = [f"{name} {scores[name].get('F', scores[name].get('share'))}" for name in MEASURES if name in scores]
    print(f"{title}: {', '.join(figures)}; triple P {scores['triple']['P']} R {scores['triple']['R']}", flush=True)


def write(path: Path, rows: list[Row]) -> None:
    """One JSON line a row."""
    path.write_text("".join(json.dumps(one, ensure_ascii=False) + "\n" for one in rows), encoding="utf-8")


if __name__ == "__main__":
    main()

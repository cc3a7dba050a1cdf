"""What the training scripts share: gold pages as rows with labels, held-out groups, and boosted trees written for the program to read."""

from __future__ import annotations

import hashlib
import json
import sys
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier  # type: ignore[import-not-found, unused-ignore]

SHARED = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).resolve().parents[2] / "shared"


@dataclass(frozen=True)
class Page:
    """A gold page: its text, the bodies of its articles, and the group of pages that share text with it."""

    name: str
    text: str
    bodies: tuple[tuple[tuple[int, int], ...], ...]
    group: int = 0


def pages(folder: Path) -> list[Page]:
    """All gold pages of one folder of `data/`."""
    bodies: dict[str, list] = defaultdict(list)
    for line in (folder / "gold" / "articles.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        bodies[row["document"]].append(tuple(tuple(span) for span in row["body"]))
    found = []
    for line in (folder / "gold" / "documents.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        text = (folder / "pages" / row["path"]).read_bytes().decode("utf-8").removeprefix("\ufeff")
        found.append(Page(row["id"], text, tuple(bodies[row["id"]])))
    return found


def keys(page: Page) -> set[str]:
    """What two pages with the same text share: digests of the longer lines of the bodies."""
    found = set()
    for body in page.bodies:
        for start, end in body:
            for line in page.text[start:end].splitlines():
                if len(line) > 60:
                    found.add(hashlib.sha256(line.strip().encode()).hexdigest()[:12])
    return found


def export(model: HistGradientBoostingClassifier, path: Path) -> None:
    """Write the fitted trees as plain arrays (see testimonia.fitted.trees)."""
    parts: dict[str, list] = {name: [] for name in ("feature", "threshold", "left", "right", "value", "roots")}
    depth = 0
    for (predictor,) in model._predictors:
        nodes, base = predictor.nodes, len(parts["feature"])
        depth = max(depth, int(nodes["depth"].max()))
        parts["roots"].append(base)
        for index, node in enumerate(nodes):
            leaf = bool(node["is_leaf"])
            parts["feature"].append(0 if leaf else int(node["feature_idx"]))
            parts["threshold"].append(0.0 if leaf else float(node["num_threshold"]))
            parts["left"].append(base + (index if leaf else int(node["left"])))
            parts["right"].append(base + (index if leaf else int(node["right"])))
            parts["value"].append(float(node["value"]) if leaf else 0.0)
    kinds = {"feature": np.int32, "threshold": np.float32, "left": np.int32, "right": np.int32, "value": np.float32, "roots": np.int32}
    arrays = {name: np.asarray(values, dtype=kinds[name]) for name, values in parts.items()}
    np.savez_compressed(path, **arrays, depth=np.int32(depth), base=np.float32(model._baseline_prediction.ravel()[0]))

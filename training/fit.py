"""What the training scripts share: gold pages as rows with labels, groups that share text, and boosted trees as the program reads them."""

from __future__ import annotations

import hashlib
import json
import sys
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from lightgbm import LGBMClassifier  # type: ignore[import-not-found, unused-ignore]

from testimonia.fitted.trees import Trees

KINDS = {"feature": np.int32, "threshold": np.float32, "left": np.int32, "right": np.int32, "value": np.float32, "roots": np.int32}
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


def groups(chosen: list[Page]) -> dict[str, str]:
    """For each page, the name of the first page that it shares text with, directly or by way of others."""
    leader: dict[str, str] = {}
    owner: dict[str, str] = {}

    def first(name: str) -> str:
        while leader.setdefault(name, name) != name:
            name = leader[name]
        return name

    for page in chosen:
        for key in sorted(keys(page)):
            leader[first(page.name)] = first(owner.setdefault(key, page.name))
    return {page.name: first(page.name) for page in chosen}


def folds(dumps: list[Page], posts: list[Page], count: int) -> list[tuple[list[Page], list[Page], set[str]]]:
    """The pages in `count` parts to be tested, each with the groups of text that no model of it may have seen.

    Posts pages are put together that share sources, so that as little as possible has to be left out of each fit.
    """
    group, sources = groups(dumps), sources_of(dumps, posts)
    left, parts, tested = sorted(posts, key=lambda page: page.name), [], set[str]()
    for number in range(count):
        seen: set[str] = set()
        chosen: list[Page] = []
        while left and len(chosen) < round((number + 1) * len(posts) / count) - round(number * len(posts) / count):
            chosen.append(min(left, key=lambda page: (len(sources[page.name] - seen), page.name)))
            left.remove(chosen[-1])
            seen |= sources[chosen[-1].name]
        parts.append((chosen, seen))
    free = sorted(set(group.values()).difference(*(seen for _, seen in parts)))
    found = []
    for number, (chosen, seen) in enumerate(parts):
        seen |= set(free[number::count])
        own = [page for page in dumps if group[page.name] in seen - tested]
        tested |= seen
        found.append((own, chosen, seen))
    return found


def sources_of(dumps: list[Page], posts: list[Page]) -> dict[str, set[str]]:
    """For each posts page, the groups of the single pages whose text stands in it."""
    group = groups(dumps)
    owner = {key: group[page.name] for page in dumps for key in keys(page)}
    return {page.name: {owner[key] for key in keys(page) if key in owner} for page in posts}


def boosted(rows: np.ndarray, marks: np.ndarray, weights: np.ndarray | None = None, **settings: object) -> Trees:
    """Trees fitted to rows and their marks; the same rows give the same trees (one thread, fixed seed)."""
    fixed = {"random_state": 1, "n_jobs": 1, "deterministic": True, "force_row_wise": True, "verbose": -1}
    return trees_of(LGBMClassifier(**settings, **fixed).fit(rows, marks, sample_weight=weights))


def trees_of(model: LGBMClassifier) -> Trees:
    """The fitted trees as plain arrays (see testimonia.fitted.trees); the mean is part of the first tree's leaves."""
    parts: dict[str, list] = {name: [] for name in KINDS}
    depth = 0
    for tree in model.booster_.dump_model()["tree_info"]:
        waiting = [(tree["tree_structure"], 0, None)]
        parts["roots"].append(len(parts["feature"]))
        while waiting:
            node, level, parent = waiting.pop()
            place = len(parts["feature"])
            leaf = "split_feature" not in node
            depth = max(depth, level)
            parts["feature"].append(0 if leaf else node["split_feature"])
            parts["threshold"].append(0.0 if leaf else node["threshold"])
            parts["left"].append(place)
            parts["right"].append(place)
            parts["value"].append(node["leaf_value"] if leaf else 0.0)
            if parent is not None:
                parts[parent[1]][parent[0]] = place
            if not leaf:
                waiting += [(node["right_child"], level + 1, (place, "right")), (node["left_child"], level + 1, (place, "left"))]
    return Trees(**{name: np.asarray(values, dtype=KINDS[name]) for name, values in parts.items()}, depth=depth, base=0.0)


def export(trees: Trees, path: Path) -> None:
    """Write the trees for the program to read."""
    np.savez_compressed(path, **{name: getattr(trees, name) for name in KINDS}, depth=np.int32(trees.depth), base=np.float32(trees.base))

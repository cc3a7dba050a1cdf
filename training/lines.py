"""Fit the model of an article's lines: `python training/lines.py [SHARED]`.

Reads the gold pages of the shared data, writes src/testimonia/clean/lines.npz. The model card is beside it.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path

import numpy as np
from fit import SHARED, Page, boosted, export, pages
from invented import invented
from synthetic import synthetic

from testimonia.base.units import unit_shapes, units
from testimonia.clean.features import features
from testimonia.fitted.trees import Trees

OUT = Path(__file__).resolve().parents[1] / "src" / "testimonia" / "clean" / "lines.npz"
MADE, INVENTED, SHARE = 80, 300, 0.5  # pages put together from real ones; invented ones, and what one of these counts beside a real one
Rows = tuple[np.ndarray, np.ndarray, np.ndarray]


@cache
def rows(page: Page) -> Rows:
    """One page's units: their features, whether they are article, and their weight.

    Longer units count more (by the square root), and so do those of short pages, so that a list of a thousand links is not all that counts.
    """
    spans = units(page.text)
    inside = np.zeros(len(page.text) + 1, dtype=np.int64)
    for body in page.bodies:
        for start, end in body:
            inside[start + 1 : end + 1] = 1
    total = np.cumsum(inside)
    share = np.asarray([(total[s.end] - total[s.start]) / max(1, s.end - s.start) for s in spans])
    weight = np.sqrt([s.end - s.start + 10 for s in spans])
    return features(page.text, spans, unit_shapes(page.text)), share > 0.5, weight / np.sqrt(weight.sum())


@cache
def made_up() -> tuple[Page, ...]:
    """The invented pages."""
    return tuple(invented(INVENTED))


def fitted(chosen: Sequence[Page], made: Sequence[Page]) -> Trees:
    """The model fitted on real pages and on invented ones."""
    parts = [*map(rows, chosen), *((x, y, SHARE * weight) for x, y, weight in map(rows, made))]
    return boosted(
        np.concatenate([p[0] for p in parts]), np.concatenate([p[1] for p in parts]), np.concatenate([p[2] for p in parts]),
        max_depth=6, num_leaves=40, n_estimators=200, learning_rate=0.06, reg_lambda=5, colsample_bynode=0.15, min_child_samples=30,
    )  # fmt: skip


if __name__ == "__main__":
    dumps, posts = pages(SHARED / "data" / "dumps"), pages(SHARED / "data" / "posts")
    export(fitted(dumps + posts + synthetic(dumps, MADE), made_up()), OUT)

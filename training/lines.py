"""Fit the model of an article's lines: `python training/lines.py [SHARED]`.

Reads the gold pages of the shared data, writes src/testimonia/clean/lines.npz. The model card is beside it.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
from fit import SHARED, Page, export, pages
from sklearn.ensemble import HistGradientBoostingClassifier  # type: ignore[import-not-found, unused-ignore]
from synthetic import synthetic

from testimonia.clean.features import features, shapes_of
from testimonia.clean.units import units

OUT = Path(__file__).resolve().parents[1] / "src" / "testimonia" / "clean" / "lines.npz"


def rows(page: Page) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """One page's units: their features, whether they are article, and their weight (longer ones count more)."""
    spans = units(page.text)
    inside = np.zeros(len(page.text) + 1, dtype=np.int64)
    for body in page.bodies:
        for start, end in body:
            inside[start + 1 : end + 1] = 1
    total = np.cumsum(inside)
    share = np.asarray([(total[s.end] - total[s.start]) / max(1, s.end - s.start) for s in spans])
    return features(page.text, spans, shapes_of(page.text, spans)), share > 0.5, np.sqrt([s.end - s.start + 10 for s in spans])


def fitted(chosen: list[Page]) -> HistGradientBoostingClassifier:
    """The model fitted on these pages."""
    parts = [rows(page) for page in chosen]
    model = HistGradientBoostingClassifier(
        max_depth=5, max_iter=150, learning_rate=0.07, l2_regularization=5, max_features=0.3, min_samples_leaf=30,
        early_stopping=False, random_state=1,
    )  # fmt: skip
    return model.fit(
        np.concatenate([p[0] for p in parts]), np.concatenate([p[1] for p in parts]), sample_weight=np.concatenate([p[2] for p in parts])
    )


if __name__ == "__main__":
    dumps, posts = pages(SHARED / "data" / "dumps"), pages(SHARED / "data" / "posts")
    export(fitted(dumps + posts + synthetic(dumps, 80)), OUT)

"""Fit the model of where one article ends and the next begins: `python training/gaps.py [SHARED]`.

Gaps are taken from pages as the line model reads them, fitted on other pages, so that its mistakes are among what is learned.
"""

from __future__ import annotations

from pathlib import Path

import lines as line_model
import numpy as np
from fit import SHARED, Page, boosted, export, groups, pages, sources_of
from synthetic import synthetic

from testimonia.base.documents import Document, Segment
from testimonia.base.units import unit_shapes, units
from testimonia.clean.cleaner import chosen, covering
from testimonia.clean.features import features
from testimonia.clean.kinds import furniture_kind
from testimonia.divide.gaps import Gaps
from testimonia.divide.lines import Line, lines_of
from testimonia.fitted.trees import Trees

OUT = Path(__file__).resolve().parents[1] / "src" / "testimonia" / "divide" / "gaps.npz"
UNKNOWN = 2  # a gap beside a stretch that is no article: neither a boundary nor none


def read(page: Page, model: Trees) -> list[Line]:
    """The page's lines as the line model takes them."""
    spans = units(page.text)
    shapes = unit_shapes(page.text)
    rows = features(page.text, spans, shapes)
    article = chosen(model.probability(rows), np.asarray([s.end - s.start for s in spans]))
    kinds = [("article", "") if inside else furniture_kind(seen) for inside, seen in zip(article, shapes, strict=True)]
    segments: tuple[Segment, ...] = covering(Document(page.name, (), "", 0, "", page.text), spans, kinds)
    return lines_of(page.text, segments)


def rows(page: Page, model: Trees) -> tuple[np.ndarray, np.ndarray]:
    """The gaps of one page and whether each is a boundary."""
    found = Gaps(read(page, model))
    owner = np.full(len(page.text) + 1, -1)
    for number, body in enumerate(page.bodies):
        for start, end in body:
            owner[start:end] = number
    marks = []
    for gap in found.gaps:
        sides = [owned(owner, found.lines[found.inside[found.rank[gap.end] - back]]) for back in (1, 0)]
        marks.append(UNKNOWN if min(sides) < 0 else int(sides[0] != sides[1]))
    return found.rows(), np.asarray(marks)


def owned(owner: np.ndarray, line: Line) -> int:
    """Which article most of a line belongs to; -1 for none."""
    inside = owner[line.span.start : line.span.end]
    known = inside[inside >= 0]
    return int(np.bincount(known).argmax()) if len(known) * 2 > len(inside) else -1


def halves_of(chosen: list[Page]) -> tuple[list[Page], list[Page]]:
    """The pages in two halves that share no text."""
    group = groups(chosen)
    named = sorted(set(group.values()))
    first = set(named[::2])
    return [page for page in chosen if group[page.name] in first], [page for page in chosen if group[page.name] not in first]


def fitted(dumps: list[Page], posts: list[Page], per_half: int = 100) -> Trees:
    """The model fitted on made pages and real ones, each half read by a line model of the other half."""
    halves = halves_of(dumps)
    made = [synthetic(half, per_half, seed=11 + n) for n, half in enumerate(halves)]
    free = [line_model.made_up()[n::2] for n in (0, 1)]
    parts = []
    for this, other in ((0, 1), (1, 0)):
        model = line_model.fitted(halves[other] + made[other][: per_half // 3], free[other])
        sources = sources_of(halves[other], posts)
        real = [page for page in posts if not sources[page.name]]
        parts += [rows(page, model) for page in [*halves[this], *made[this], *real, *free[this]]]
    parts = [part for part in parts if len(part[1])]
    x, y = np.concatenate([p[0] for p in parts]), np.concatenate([p[1] for p in parts])
    known = y != UNKNOWN
    return boosted(
        x[known], y[known],
        max_depth=4, num_leaves=15, n_estimators=120, learning_rate=0.08, reg_lambda=3, colsample_bynode=0.4, min_child_samples=15,
    )  # fmt: skip


if __name__ == "__main__":
    export(fitted(pages(SHARED / "data" / "dumps"), pages(SHARED / "data" / "posts")), OUT)

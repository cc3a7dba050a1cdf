"""The copy tree of texts that were copied and edited in known ways (`retellings`), over sets that no threshold was looked up in.

The first reports are training pages of the shared folder, never its test sets. TESTIMONIA_BENCH_SEEDS sets which sets are made.
"""

from __future__ import annotations

import os
import random
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import pyarrow as pa

from bench.retellings import Page, apart, pairs, retold
from bench.table import CannotRunError
from gate.corpora import shared_folder
from testimonia.base.documents import Article, Fact
from testimonia.base.spans import Span
from testimonia.link.reuse.linking import link_reuse

TITLE = "copies and copy trees of texts copied in known ways"
SEEDS = (11, 12, 13)
REPORTS, BESIDE = 330, 150  # texts that a set begins with, and texts that commentary is taken from


class Pile:
    """The pages of a set as a linker sees a case: each page one article."""

    def __init__(self, pages: Sequence[Page]) -> None:
        self.pages = {page.name: page.text for page in pages}
        self.days = {page.name: page.day.isoformat() for page in pages}

    def texts(self) -> Iterator[tuple[str, str]]:
        return iter(self.pages.items())

    def text(self, document: str) -> str:
        return self.pages[document]

    def records(self, table: str, **_: Any) -> Iterator[Any]:
        if table == "articles":
            for name, text in self.pages.items():
                yield Article(name, name, (Span(0, len(text)),), language="en", published=Fact(self.days[name]))

    def arrow(self, table: str, columns: Sequence[str] | None = None) -> pa.Table:
        return pa.table({"id": pa.array([], pa.string()), "hints": pa.array([], pa.string())})

    def paths(self) -> dict[str, tuple[str, ...]]:
        return {}


def made(seed: int) -> list[Page]:
    """The set of a seed."""
    shared = shared_folder()
    files = sorted((shared / "data/attributions-polnear-train/pages").glob("*.txt")) if shared else []
    if not files:
        raise CannotRunError("the training pages are neither beside the checkout nor where TESTIMONIA_SHARED says")
    random.Random(seed).shuffle(files)
    texts = [path.read_text(encoding="utf-8") for path in files]
    return retold(apart(texts[BESIDE:], REPORTS), apart(texts[:BESIDE], BESIDE), seed)


def score(hit: int, ours: int, gold: int) -> dict[str, float]:
    precision, recall = hit / max(1, ours), hit / max(1, gold)
    return {"P": precision, "R": recall, "F": 2 * precision * recall / max(1e-9, precision + recall)}


def measured(pages: Sequence[Page]) -> dict[str, object]:
    """What is found of a set's pairs and of its tree."""
    began = time.process_time()
    rows = {name: list(found) for name, found in link_reuse(Pile(pages)).items()}
    seconds = time.process_time() - began
    found = {tuple(sorted((row.a.document, row.b.document))) for row in rows["reuse"]}
    gold = set(pairs(pages))
    said: dict[str, set[str]] = defaultdict(set)
    for edge in rows["stemma"]:
        if edge.parent:
            said[edge.child].add(edge.parent)
    edges = score(
        sum(len(said[page.name] & set(page.parents)) for page in pages),
        sum(map(len, said.values())),
        sum(len(page.parents) for page in pages),
    )
    roots = [page for page in pages if not page.parents]
    return {
        "pairs F %": round(100 * score(len(found & gold), len(found), len(gold))["F"], 2),
        **{f"edges {name} %": round(100 * value, 2) for name, value in edges.items()},
        "roots alone %": round(100 * sum(not said[page.name] for page in roots) / len(roots), 2),
        "documents/s": round(len(pages) / seconds),
    }


def measure() -> Iterable[dict[str, object]]:
    """One row a set."""
    asked = os.environ.get("TESTIMONIA_BENCH_SEEDS", "")
    for seed in [int(part) for part in asked.split(",") if part.strip()] or SEEDS:
        pages = made(seed)
        yield {"set": seed, "texts": len(pages), **measured(pages)}

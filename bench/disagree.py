"""Slots and questions over generated claims: from the beginning, and with an article more. Each size in a process of its own."""

from __future__ import annotations

import multiprocessing
import os
import resource
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from bench.claims import Page, fill, link, pages
from testimonia.base.collecting import seldom_collecting
from testimonia.link.disagree import link_disagreements
from testimonia.store import Case, open_case

TITLE = "disagreements among generated claims (aims: 100,000 claims in under 5 minutes and 2 GB; an article more in under 5 s)"
CLAIMS = int(os.environ.get("BENCH_CLAIMS", "100000"))
EACH = int(os.environ.get("BENCH_CLAIMS_EACH", "10"))  # of an article: a page of news gives about 15


def measure() -> Iterator[Mapping[str, object]]:
    """A sixteenth, a fourth and all of the claims, and then an article more. No peer is known that asks such questions."""
    for claims in (CLAIMS // 16, CLAIMS // 4, CLAIMS):
        with tempfile.TemporaryDirectory() as folder:
            for step in (scratch, one_more):
                with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as alone:
                    yield alone.submit(step, claims, Path(folder) / "x.testimonia").result()


def listed(claims: int, more: int) -> list[Page]:
    """The articles of a size, and some more."""
    return list(pages(claims // EACH + more, EACH, names=names(claims)))


def names(claims: int) -> int:
    """How many entities are named: more in a larger case."""
    return max(50, claims // 20)


def scratch(claims: int, file: Path) -> dict[str, object]:
    """One size from the beginning."""
    found = listed(claims, 0)
    with open_case(file, create=True) as case:
        fill(case, found)
        return measured(case, "from the beginning", found, claims)


def one_more(claims: int, file: Path) -> dict[str, object]:
    """The same case with an article more."""
    found = listed(claims, 1)
    with open_case(file) as case:
        fill(case, found[-1:])
        return measured(case, "an article more", found, claims)


def measured(case: Case, what: str, found: Sequence[Page], claims: int) -> dict[str, object]:
    """The step, its rows stored; processor time is that of this process and of its helpers, which have ended by then."""
    link(case, found, names=names(claims))
    held = peak_mb()
    began, cpu = time.perf_counter(), cpu_seconds()
    with seldom_collecting():  # as in a build
        rows = link_disagreements(case)
    asked, thought = time.perf_counter() - began, cpu_seconds() - cpu
    case.put_links(rows, {"disagree": "1"})
    took, spent = time.perf_counter() - began, cpu_seconds() - cpu
    return {
        "articles": len(found), "claims": len(found) * EACH, "run": what, "seconds": took, "cpu s": spent, "of it asking s": asked,
        "asking cpu s": thought, "peak MB": peak_mb(), "largest helper MB": peak_mb(resource.RUSAGE_CHILDREN), "the case itself MB": held,
        "questions": len(list(case.records("disagreements"))),
    }  # fmt: skip


def cpu_seconds() -> float:
    """The processor time of this process, and of those that it started and that have ended."""
    return sum(used.ru_utime + used.ru_stime for used in map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)))


def peak_mb(whose: int = resource.RUSAGE_SELF) -> int:
    """The most memory that this process held, or the largest of the processes that it started."""
    return resource.getrusage(whose).ru_maxrss // 1024

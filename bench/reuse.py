"""Reuse over generated articles, one in ten a changed copy, beside `datasketch` looking for the same pairs of documents.

Each size runs in a process of its own, so that the memory is its own. Processor time is that of the process and of those that helped it;
the memory is the most that the process held and the most that one of its helpers held, added up, so never too little where one helps.
TESTIMONIA_BENCH_SIZES sets the sizes.
"""

from __future__ import annotations

import itertools
import math
import multiprocessing
import os
import random
import resource
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, BinaryIO

import pyarrow as pa
from datasketch import MinHash, MinHashLSH

from testimonia.base.documents import Article, Fact
from testimonia.base.links import Alignment
from testimonia.base.spans import Span
from testimonia.link.reuse.linking import link_reuse

TITLE = "copies, stemma and origins of generated articles (1 in 10 a copy)"
SIZES = (1_000, 10_000)
WORDS, PEER_WORDS = 350, 5
SYLLABLES = ("ba", "ko", "ri", "tel", "mun", "sa", "vo", "gri", "lan", "de", "pu", "stor", "ni", "fa", "che", "lo", "mar", "ti")


class Generated:
    """A case of invented articles: made once from a seed, kept in a file, read a text at a time as from a case."""

    def __init__(self, count: int, file: BinaryIO) -> None:
        rng = random.Random(1)
        self.words = ["".join(rng.choice(SYLLABLES) for _ in range(rng.randint(1, 4))) for _ in range(30_000)]
        self.weights = list(itertools.accumulate(1 / (rank + 5) ** 0.8 for rank in range(len(self.words))))
        self.count = count
        self.aligned: list[Alignment] = []
        self.parents = {number: rng.randrange(number) for number in range(10, count) if number % 10 == 9}
        self.file = file
        self.starts = [0]
        for number in range(count):
            text = self.made(number).encode("ascii")
            self.file.seek(0, os.SEEK_END)
            self.starts.append(self.starts[-1] + self.file.write(text))

    def made(self, number: int) -> str:
        own = random.Random(number)
        if number not in self.parents:
            return " ".join(self.fresh(own, WORDS))
        taken = self.text(self.name(self.parents[number])).split()
        start = own.randrange(len(taken) // 2)
        kept = [word for word in taken[start : start + len(taken) // 2] if own.random() > 0.03]
        return " ".join(kept + self.fresh(own, WORDS // 5))

    def fresh(self, rng: random.Random, count: int) -> list[str]:
        return rng.choices(self.words, cum_weights=self.weights, k=count)

    def name(self, number: int) -> str:
        return f"d{number:07}"

    def text(self, document: str) -> str:
        start, end = self.starts[int(document[1:])], self.starts[int(document[1:]) + 1]
        self.file.seek(start)
        return self.file.read(end - start).decode("ascii")

    def texts(self) -> Iterator[tuple[str, str]]:
        return ((name, self.text(name)) for name in map(self.name, range(self.count)))

    def records(self, table: str, **_: Any) -> Iterator[Any]:
        if table == "alignments":
            yield from self.aligned
        if table == "articles":
            for number in range(self.count):
                name, size = self.name(number), self.starts[number + 1] - self.starts[number]
                yield Article(name, name, (Span(0, size),), language="en", published=Fact(f"2020-01-{number % 28 + 1:02}"))

    def arrow(self, table: str, columns: Sequence[str] | None = None) -> pa.Table:
        return pa.table({"id": pa.array([], pa.string()), "hints": pa.array([], pa.string())})

    def paths(self) -> dict[str, tuple[str, ...]]:
        return {}


def ours(pile: Generated) -> set[frozenset[str]]:
    """The pairs of documents that the room finds."""
    return {frozenset((row.a.document, row.b.document)) for row in link_reuse(pile)["reuse"]}


def linked_before(pile: Generated) -> None:
    """The case as it stands when all its articles but the last have been linked."""
    pile.count -= 1
    pile.aligned = list(link_reuse(pile)["alignments"])
    pile.count += 1


def peer(pile: Generated) -> set[frozenset[str]]:
    """The pairs that MinHash with locality-sensitive hashing finds, on shingles of words."""
    index = MinHashLSH(threshold=0.3, num_perm=64)
    found: set[frozenset[str]] = set()
    for name, text in pile.texts():
        words = text.split()
        shingles = {" ".join(words[i : i + PEER_WORDS]).encode() for i in range(len(words) - PEER_WORDS + 1)}
        sketch = MinHash(num_perm=64, seed=1)
        sketch.update_batch(sorted(shingles))
        found |= {frozenset((name, str(other))) for other in index.query(sketch)}
        index.insert(name, sketch)
    return found


def timed(work: Callable[[Generated], set[frozenset[str]]], before: Callable[[Generated], None] | None, count: int, answer: Any) -> None:
    """One size in this process: seconds without the making of the texts, peak memory, and how many of the made pairs were found."""
    with tempfile.TemporaryFile() as file:
        pile = Generated(count, file)
        if before:
            before(pile)
        made = {frozenset((pile.name(child), pile.name(parent))) for child, parent in pile.parents.items()}
        began, processor = time.perf_counter(), worked()
        found = work(pile)
        seconds, processor = time.perf_counter() - began, worked() - processor
        memory = sum(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)) / 1024
    answer.put((seconds, processor, memory, len(made & found) / max(1, len(made))))


def worked() -> float:
    """The processor seconds of this process and of those that it started and that have ended."""
    return sum(os.times()[:4])


def sizes() -> tuple[int, ...]:
    """The sizes that are asked for."""
    asked = os.environ.get("TESTIMONIA_BENCH_SIZES", "")
    return tuple(int(part) for part in asked.split(",") if part.strip()) or SIZES


def measure() -> Iterable[dict[str, object]]:
    """One row a size and tool."""
    context = multiprocessing.get_context("spawn")
    for count in sizes():
        for name, work, before in (("testimonia", ours, None), ("… one article more", ours, linked_before), ("datasketch", peer, None)):
            answer = context.Queue()
            process = context.Process(target=timed, args=(work, before, count, answer))
            process.start()
            seconds, processor, memory, recall = answer.get()
            process.join()
            yield {
                "articles": count,
                "tool": name,
                "wall s": round(seconds, 1),
                "CPU s": round(processor, 1),
                "CPU µs for n log n": round(1e6 * processor / (count * math.log(count)), 1),
                "peak MB": round(memory),
                "made pairs found": round(recall, 4),
            }

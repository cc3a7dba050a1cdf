"""Slots and questions over generated claims: how long they take, and how much memory. Each size runs in a process of its own."""

from __future__ import annotations

import multiprocessing
import os
import random
import resource
import time
from collections.abc import Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from typing import Any

from testimonia.base.documents import Article
from testimonia.base.extractions import Claim
from testimonia.base.ids import row_id
from testimonia.base.links import Entity, MentionEntity, Origin
from testimonia.base.spans import Span
from testimonia.link.disagree import link_disagreements

TITLE = "disagreements among generated claims (aims: 100,000 claims in under 5 minutes and 2 GB)"
CLAIMS = int(os.environ.get("BENCH_CLAIMS", "100000"))
VERBS = ("kill", "injure", "move", "arrest", "stock", "found", "agree", "expel", "attack", "elect", "displace", "say", "build", "sell")
GROUPS = ("people", "member", "child", "soldier", "house", "boat", "worker", "prisoner")
WORDS = [f"word{n}" for n in range(4000)]


class Generated:
    """The tables of a generated case: articles of twenty claims each, names drawn so that some stand in very many."""

    def __init__(self, count: int) -> None:
        draw = random.Random(1)
        self.rows: dict[str, list[Any]] = {name: [] for name in ("attributions", "decisions", "times", "quantities")}
        self.documents: dict[str, str] = {}
        names = [f"Name{n}" for n in range(max(50, count // 20))]
        self.rows["entities"] = [
            Entity(f"e{n}", draw.choice(("person", "organisation", "place")), name, (name,)) for n, name in enumerate(names)
        ]
        claims, mentions, articles = [], [], []
        for number in range(count // 20):
            document, at, parts = f"d{number:06}", 0, []
            for index in range(20):
                chosen = [int(len(names) * draw.random() ** 3) for _ in range(3)]
                sentence = " ".join(names[n] for n in chosen) + f" {draw.randrange(1, 500)} things."
                spans, begin = [], at
                for n in chosen:
                    spans.append(Span(begin, begin + len(names[n])))
                    mentions.append(MentionEntity(document, *spans[-1], f"e{n}"))
                    begin += len(names[n]) + 1
                claims.append(claim(draw, (document, number, index), Span(at, at + len(sentence)), tuple(spans)))
                parts.append(sentence)
                at += len(sentence) + 1
            self.documents[document] = " ".join(parts)
            articles.append(Article(f"a{number:06}", document, (Span(0, at),), language="en"))
        self.rows |= {"claims": claims, "mention_entities": mentions, "articles": articles}
        self.rows["origins"] = [Origin(f"o{a.id}", (a.id,)) for a in articles]

    def records(self, table: str, **equal: Any) -> Iterator[Any]:
        return iter(self.rows[table])

    def texts(self) -> Iterator[tuple[str, str]]:
        return iter(self.documents.items())

    def arrow(self, table: str, columns: Any = None) -> Any:
        raise NotImplementedError

    def text(self, document: str) -> str:
        return self.documents[document]

    def paths(self) -> dict[str, tuple[str, ...]]:
        return {document: (document,) for document in self.documents}


def claim(draw: random.Random, place: tuple[str, int, int], span: Span, names: tuple[Span, ...]) -> Claim:
    """One generated claim."""
    document, number, index = place
    kind = draw.choice(("number", "number", "date"))
    value = str(draw.randrange(1, 300)) if kind == "number" else f"{draw.randrange(1980, 2024)}-0{draw.randrange(1, 10)}"
    return Claim(
        row_id("w", document, index), document, f"a{number:06}", span, span, kind, draw.choice(VERBS), value,
        subject_span=names[0], about=tuple(sorted(draw.sample(WORDS, 8))), names=names, object=draw.choice(GROUPS),
        time=draw.choice((None, f"{draw.randrange(1980, 2024)}-0{draw.randrange(1, 10)}-1{draw.randrange(0, 10)}")),
    )  # fmt: skip


def measure() -> Iterator[Mapping[str, object]]:
    """A sixteenth, a fourth and all of the claims. No peer is known that asks such questions."""
    for claims in (CLAIMS // 16, CLAIMS // 4, CLAIMS):
        with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as alone:
            yield alone.submit(measured, claims).result()


def measured(claims: int) -> dict[str, object]:
    """One size."""
    case = Generated(claims)
    held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    began, cpu = time.perf_counter(), time.process_time()
    questions = len(list(link_disagreements(case)["disagreements"]))
    took, spent = time.perf_counter() - began, time.process_time() - cpu
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    return {"claims": claims, "seconds": took, "cpu s": spent, "peak MB": peak, "the case itself MB": held, "questions": questions}

"""A generated case of named people and bodies, and one run of a linker over it (`python -m bench.named LINKER ARTICLES ENTITIES OUT`)."""

from __future__ import annotations

import json
import random
import sys
from bisect import bisect
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate
from pathlib import Path
from typing import Any

import pyarrow as pa

STARTS = ["b", "d", "f", "g", "h", "j", "k", "l", "m", "n", "p", "r", "s", "t", "v", "z", "br", "dr", "kr", "st", "tr", "sh", "ch"]
VOWELS = ["a", "e", "i", "o", "u"]
ENDS = ["", "", "n", "r", "l", "s", "m", "k", "t", "nd", "rt", "rk"]
BODIES = ["Union", "Front", "Party", "Institute", "Agency", "League", "Council"]
MENTIONS = 10  # a generated article's names
CYRILLIC = dict(zip("abvgdezijklmnoprstufh", "абвгдезийклмнопрстуфх", strict=True))


def word(draw: random.Random, syllables: int) -> str:
    """An invented word."""
    return "".join(draw.choice(STARTS) + draw.choice(VOWELS) + draw.choice(ENDS) for _ in range(syllables)).capitalize()


def entities(count: int, draw: random.Random) -> list[tuple[str, str]]:
    """Invented names with their type, each once: two in three are people, who share first names and surnames."""
    given = [word(draw, 2) for _ in range(max(50, count // 40))]
    surnames = [word(draw, draw.choice((2, 3))) for _ in range(max(100, count // 3))]
    made: dict[str, str] = {}
    while len(made) < count:
        if draw.random() < 2 / 3:
            made.setdefault(f"{draw.choice(given)} {draw.choice(surnames)}", "person")
        else:
            made.setdefault(f"{word(draw, 2)} {word(draw, 3)} {draw.choice(BODIES)}", "organisation")
    return list(made.items())


def variant(name: str, kind: str, draw: random.Random) -> str:
    """One of the ways in which a name is written."""
    if kind == "organisation":
        return draw.choice([name, name, f"{name}’s", doubled(name, draw)])
    given, surname = name.split()
    ways = [name, f"Dr {name}", f"{surname}, {given}", doubled(name, draw), vowelled(name), "".join(cyrillic(letter) for letter in name)]
    return draw.choice([name] * 6 + ways)


def doubled(name: str, draw: random.Random) -> str:
    """A consonant doubled, as slips of the pen and transliterations do."""
    places = [i for i in range(2, len(name) - 1) if name[i] in "lmnrst" and name[i - 1] in "aeiou" and name[i + 1] in "aeiou"]
    at = draw.choice(places) if places else 0
    return name[:at] + name[at] + name[at:] if at else name


def vowelled(name: str) -> str:
    """The first inner o written as u, as transliterations from Arabic letters do."""
    at = name.find("o", 1)
    return name[:at] + "u" + name[at + 1 :] if 0 < at < len(name) - 2 and name[at + 1] != " " else name


def cyrillic(letter: str) -> str:
    """The Cyrillic letter for a Latin one."""
    found = CYRILLIC.get(letter.lower(), letter)
    return found.upper() if letter.isupper() else found


class Generated:
    """A case in memory: `articles` articles that name `count` entities, a few of them very often (Zipf)."""

    def __init__(self, articles: int, count: int) -> None:
        draw = random.Random(7)
        self.truth: dict[str, Counter[int]] = defaultdict(Counter)
        made = entities(count, draw)
        weights = list(accumulate(1 / (rank + 10) for rank in range(count)))
        columns: dict[str, list[Any]] = defaultdict(list)
        for number in range(articles):
            at = 0
            for which in (bisect(weights, draw.random() * weights[-1]) for _ in range(MENTIONS)):
                name, kind = made[which]
                shown = variant(name, kind, draw)
                self.truth[shown][which] += 1
                self.put(columns, number, (at, shown, kind, None))
                if kind == "person" and draw.random() < 0.5:
                    surname = name.split()[1]
                    self.put(columns, number, (at + 60, surname, kind, (at, at + len(shown))))
                at += 120
        self.mentions = pa.table({name: pa.array(values, TYPES[name]) for name, values in columns.items()})
        self.articles = pa.table({"id": [f"a{n:07}" for n in range(articles)], "language": ["en"] * articles})

    @staticmethod
    def put(columns: dict[str, list[Any]], number: int, what: tuple[int, str, str, tuple[int, int] | None]) -> None:
        """Add one mention."""
        at, name, kind, stands_for = what
        row = {
            "document": f"d{number:07}", "article": f"a{number:07}", "start": at, "end": at + len(name), "name": name, "type": kind,
            "form": "name", "antecedent_start": stands_for and stands_for[0], "antecedent_end": stands_for and stands_for[1],
            "candidates": "[]", "metonym": False, "locative": False, "shown": "", "determiner": "", "head": "", "gist": "",
            "qualifier_start": None, "qualifier_end": None,
        }  # fmt: skip
        for column, value in row.items():
            columns[column].append(value)

    def records(self, table: str, **equal: Any) -> Iterator[Any]:
        """No decisions are made on a generated case."""
        return iter(())

    def texts(self, ids: Sequence[str] | None = None) -> Iterator[tuple[str, str]]:
        """No texts: the names are all there is."""
        return iter(())

    def arrow(self, table: str, columns: Sequence[str] | None = None) -> pa.Table:
        """The tables that a linker asks for."""
        if table in ("aliases", "asides"):
            return pa.table({name: pa.array([], TYPES.get(name, pa.int64())) for name in columns or ()})
        held = {"mentions": self.mentions, "articles": self.articles}.get(table, pa.table({}))
        absent = pa.nulls(held.num_rows, pa.string())
        return pa.table({name: held[name] if name in held.column_names else absent for name in columns or ()})


NUMBERS = ("start", "end", "antecedent_start", "antecedent_end", "qualifier_start", "qualifier_end")
COLUMNS = (*NUMBERS, "document", "article", "name", "type", "form", "candidates", "shown", "determiner", "head", "gist", "kind")
TYPES = {name: pa.int64() if name in NUMBERS else pa.string() for name in COLUMNS} | {"metonym": pa.bool_(), "locative": pa.bool_()}


def ours(case: Generated) -> dict[str, str]:
    """Testimonia's linker: the cluster of each surface form."""
    from testimonia.link.entities.whole import link_entities

    rows = link_entities(case)  # type: ignore[arg-type]
    mentions = sum(1 for _ in rows["mention_entities"])
    assert mentions > 0
    return {name: entity.id for entity in rows["entities"] for name in entity.names}


def peer(case: Generated) -> dict[str, str]:
    """Plain blocking with rapidfuzz: names whose sorted words begin alike are compared by token_sort_ratio and joined from 90 on."""
    from rapidfuzz import fuzz
    from rapidfuzz.utils import default_process

    names = sorted(set(case.mentions["name"].to_pylist()))
    blocks: dict[str, list[str]] = defaultdict(list)
    folded = {name: " ".join(sorted(default_process(name).split())) for name in names}
    for name in names:
        blocks[folded[name][:3]].append(name)
    parent = {name: name for name in names}

    def root(name: str) -> str:
        while parent[name] != name:
            parent[name] = parent[parent[name]]
            name = parent[name]
        return name

    for held in blocks.values():
        for i, a in enumerate(held):
            for b in held[i + 1 :]:
                if fuzz.ratio(folded[a], folded[b], score_cutoff=90):
                    parent[root(b)] = root(a)
    return {name: root(name) for name in names}


LINKERS: dict[str, Callable[[Generated], dict[str, str]]] = {"ours": ours, "peer": peer, "none": lambda case: {}}


def b_cubed(case: Generated, cluster_of: dict[str, str]) -> tuple[float, float]:
    """Precision and recall over surface forms that name one entity only."""
    truth = {name: next(iter(which)) for name, which in case.truth.items() if len(which) == 1}
    clusters: dict[str, Counter[int]] = defaultdict(Counter)
    sizes: Counter[int] = Counter(truth.values())
    for name, entity in truth.items():
        clusters[cluster_of.get(name, name)][entity] += 1
    precision = recall = 0.0
    for name, entity in truth.items():
        held = clusters[cluster_of.get(name, name)]
        precision += held[entity] / sum(held.values())
        recall += held[entity] / sizes[entity]
    return precision / len(truth), recall / len(truth)


def main() -> None:
    """One linker over one generated case; the figures go to a file."""
    import time

    linker, articles, count, out = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), Path(sys.argv[4])
    case = Generated(articles, count)
    began, cpu = time.monotonic(), time.process_time()
    found = LINKERS[linker](case)
    seconds, used = time.monotonic() - began, time.process_time() - cpu
    precision, recall = b_cubed(case, found)
    figures = {"names": len(case.truth), "seconds": seconds, "cpu s": used, "P": precision, "R": recall, "mentions": case.mentions.num_rows}
    out.write_text(json.dumps(figures), encoding="utf-8")


if __name__ == "__main__":
    main()

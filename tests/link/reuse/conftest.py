"""A case of invented pages in memory, as a linker sees it."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import pyarrow as pa
import pytest

from testimonia.base.decisions import Decision
from testimonia.base.documents import Article, Fact
from testimonia.base.spans import Span
from testimonia.link.reuse.linking import link_reuse

SYLLABLES = ("ba", "ko", "ri", "tel", "mun", "sa", "vo", "gri", "lan", "de", "pu", "stor", "ni", "fa", "che")


@dataclass
class Pile:
    """Pages and the records made of them."""

    pages: dict[str, str] = field(default_factory=dict)
    hints: dict[str, list[dict[str, str]]] = field(default_factory=dict)
    rows: dict[str, list[Any]] = field(default_factory=lambda: {name: [] for name in ("articles", "segments", "attributions", "decisions")})

    def add(self, name: str, text: str, date: str | None = None, **facts: Any) -> str:
        """A page that is one article; gives the article's id."""
        self.pages[name] = text
        published = Fact(date) if date else None
        facts.setdefault("language", "en")
        self.rows["articles"].append(Article(f"a-{name}", name, (Span(0, len(text)),), published=published, **facts))
        return f"a-{name}"

    def rule(self, kind: str, *targets: str, value: str = "") -> None:
        """A ruling of the analyst."""
        number = len(self.rows["decisions"])
        self.rows["decisions"].append(Decision(f"k{number}", kind, "articles", targets, value, made=f"2020-01-01T00:00:{number:02}"))

    def records(self, table: str, **equal: Any) -> Iterator[Any]:
        found = [r for r in self.rows.get(table, []) if all(getattr(r, name) == value for name, value in equal.items())]
        return iter(sorted(found, key=lambda r: getattr(r, "id", "") or ((r.a, r.b) if table == "alignments" else (r.document, r.start))))

    def arrow(self, table: str, columns: Sequence[str] | None = None) -> pa.Table:
        assert table == "documents"
        names = sorted(self.pages)
        return pa.table({"id": names, "hints": [json.dumps(self.hints.get(name, [])) for name in names]})

    def texts(self) -> Iterator[tuple[str, str]]:
        return iter(sorted(self.pages.items()))

    def text(self, document: str) -> str:
        return self.pages[document]

    def paths(self) -> dict[str, tuple[str, ...]]:
        return {name: (f"{name}.txt",) for name in self.pages}

    def link(self) -> dict[str, list[Any]]:
        """The rows that the room gives."""
        return {name: list(rows) for name, rows in link_reuse(self).items()}


@pytest.fixture
def pile() -> Pile:
    return Pile()


@pytest.fixture
def new_pile() -> type[Pile]:
    return Pile


def sentence(rng: random.Random, words: int = 14) -> str:
    """An invented sentence in no language."""
    made = ["".join(rng.choice(SYLLABLES) for _ in range(rng.randint(1, 4))) for _ in range(words)]
    return made[0].capitalize() + " " + " ".join(made[1:]) + "."


@pytest.fixture
def story() -> Callable[..., list[str]]:
    """Invented sentences, the same for the same seed."""

    def make(seed: int, count: int = 12) -> list[str]:
        rng = random.Random(seed)
        return [sentence(rng) for _ in range(count)]

    return make

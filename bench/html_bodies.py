"""What is taken for an article in invented web pages: this project beside the bare extractor, and over the same pages' text as a dump.

The measure is that of the public article-extraction benchmark: runs of four words (characters, where a script has no spaces) of the body
found and of the body meant, their precision and recall over each page, and the mean F. `posts found` is the share of a page's articles
of which one article found shares four fifths of the union, by the same runs.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

import trafilatura

from bench.templates import Made, pages
from testimonia.base.documents import Document
from testimonia.base.settings import Limits
from testimonia.capture.reading import read_bytes
from testimonia.clean import clean
from testimonia.divide import divide

TITLE = "bodies of invented pages (F of runs of four words), beside the bare extractor, and with the markup taken away"
TOKEN = re.compile(r"[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]|\w+")
SAME = 0.8


def runs(text: str) -> Counter[tuple[str, ...]]:
    """The runs of four tokens of a text."""
    tokens = TOKEN.findall(text)
    return Counter(tuple(tokens[at : at + 4]) for at in range(max(1, len(tokens) - 3)))


def score(found: str, meant: str) -> float:
    """The F of the runs found."""
    a, b = runs(found), runs(meant)
    both = sum((a & b).values())
    return 2 * both / (sum(a.values()) + sum(b.values())) if found and meant else 0.0


def same(found: str, meant: str) -> bool:
    """Whether two texts share four fifths of their union."""
    a, b = runs(found), runs(meant)
    return sum((a & b).values()) >= SAME * sum((a | b).values())


def bodies(document: Document) -> list[str]:
    """The bodies that the program finds in a document."""
    articles = divide(document, clean(document)).articles
    return ["\n".join(span.of(document.text) for span in article.body) for article in articles]


def found_share(found: Sequence[str], made: Made) -> float:
    """The share of a page's articles that are found."""
    meant = ["\n".join(body) for body in made.bodies]
    return sum(any(same(one, body) for one in found) for body in meant) / max(len(meant), len(found))


def measured(made: Made) -> dict[str, float]:
    """The figures of one page."""
    document = read_bytes(made.html.encode(), "a.html", (), Limits()).documents[0]
    dump = replace(document, blocks=(), hints=(), media_type="text/plain")
    meant = "\n".join("\n".join(body) for body in made.bodies)
    ours, bare = bodies(document), bodies(dump)
    return {
        "extractor": score(trafilatura.extract(made.html) or "", meant),
        "testimonia": score("\n".join(ours), meant),
        "posts found": found_share(ours, made),
        "as a dump": score("\n".join(bare), meant),
        "posts found in the dump": found_share(bare, made),
    }


def measure(by_language: bool = False) -> Iterator[dict[str, object]]:
    """One line a template, and one for all pages."""
    groups: dict[str, list[dict[str, float]]] = {}
    for language, made in pages():
        figures = measured(made)
        for name in (made.name, language, "all"):
            groups.setdefault(name, []).append(figures)
    for name, rows in groups.items():
        yield {"pages": name, "of": len(rows)} | {key: sum(row[key] for row in rows) / len(rows) for key in rows[0]}

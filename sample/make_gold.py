"""Make the sample's gold from `quoted.toml`: every quote is found in its page, and its offsets are written in interchange form.

    python sample/make_gold.py [OUT]

OUT is `sample/gold` unless given. A quote that does not stand in its page exactly once is an error that names both.
"""

from __future__ import annotations

import json
import re
import sys
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from testimonia.base.settings import Limits
from testimonia.capture import read_file

HERE = Path(__file__).resolve().parent
PAGES, QUOTED, GOLD = HERE / "pages", HERE / "quoted.toml", HERE / "gold"
ACROSS = "across pages"
NAMED = ("author", "outlet", "original_outlet", "translator", "section")
DATED = ("published", "first_published")

Row = dict[str, Any]
Span = list[int]


class QuoteError(Exception):
    """A quote that does not stand in its page exactly once."""


class Page:
    """One page's text, in which quotes are found."""

    def __init__(self, path: str) -> None:
        self.path = path
        (document,) = read_file(PAGES / path, path, (), Limits()).documents
        self.text = document.text

    def span(self, quote: str) -> Span:
        """Where a quote stands; `[[` and `]]` mark it inside a longer stretch. White space matches any white space."""
        before, marked, rest = quote.partition("[[")
        inner, _, after = rest.rpartition("]]") if marked else (before, "", "")
        before = before if marked else ""
        found = list(re.finditer(f"(?={pattern(before)}({pattern(inner)}){pattern(after)})", self.text))
        if len(found) != 1:
            raise QuoteError(f"{self.path}: this stands there {len(found)} times, not once: {quote}")
        return list(found[0].span(1))

    def stretch(self, first: str, last: str) -> Span:
        """From the first words to the last."""
        start = self.span(first)[0]
        end = self.text.find(last, start)
        if end < 0:
            raise QuoteError(f"{self.path}: these words do not come after {first!r}: {last}")
        return [start, end + len(last)]


def pattern(quote: str) -> str:
    """A quote as a pattern in which white space is any white space."""
    return r"\s+".join(re.escape(part) for part in re.split(r"\s+", quote)) if quote else ""


def article(page: Page, raw: Row) -> Row:
    """One article."""
    facts = {name: {"name": raw[name], "span": None} if name in raw else None for name in NAMED}
    dates = {name: {"value": raw[name], "span": None} if name in raw else None for name in DATED}
    body = [page.stretch(*ends) for ends in raw["body"]]
    title = nearest(page, raw["title"], body[0][0])
    return {"id": raw["id"], "document": page.path, "title": title, "body": body, "language": raw["language"], "urls": [], **facts, **dates}


def nearest(page: Page, title: str, body: int) -> Span:
    """The title as it stands last before the body."""
    found = [match for match in re.finditer(pattern(title), page.text) if match.end() <= body]
    if not found:
        raise QuoteError(f"{page.path}: the title does not stand before the body: {title}")
    return list(found[-1].span())


def attribution(page: Page, raw: Row) -> Row:
    """One attribution."""
    spans = {part: page.span(raw[part]) if part in raw else None for part in ("source", "cue")}
    said = ("id", "kind", "stance", "parent", "optional")
    plain = {"parent": None, "optional": False} | {name: raw[name] for name in said if name in raw}
    return {"document": page.path, "content": [page.span(quote) for quote in raw["content"]], **spans, **plain}


def placed(page: Page, raw: Row) -> Row:
    """A quantity or a time: its place, and what is said of it."""
    start, end = page.span(raw["quote"])
    return {"document": page.path, "start": start, "end": end} | {name: value for name, value in raw.items() if name != "quote"}


def quantity(page: Page, raw: Row) -> Row:
    """One quantity; a bound that is not given is open."""
    return {"low": None, "high": None, "approximate": False, "counted": None} | placed(page, raw)


def citation(page: Page, raw: Row) -> Row:
    """One footnote."""
    return {"document": page.path, "refers_to": None, "problem": None} | {part: page.span(raw[part]) for part in ("marker", "note")}


MAKERS = {"articles": article, "attributions": attribution, "quantities": quantity, "times": placed, "citations": citation}


def reuse(pages: dict[str, Page], raw: Row) -> Row:
    """Two stretches of the same text."""
    ends = {}
    for side in ("a", "b"):
        path, first, last = raw[side]
        start, end = pages[path].stretch(first, last)
        ends[side] = {"document": path, "start": start, "end": end}
    return {"id": raw["id"], "kind": raw["kind"], **ends}


def disagreement(pages: dict[str, Page], raw: Row) -> Row:
    """A question with its answers."""
    answers = []
    for answer in raw["answers"]:
        spans = [(path, *pages[path].span(quote)) for path, quote in answer["claims"]]
        answers.append({"value": answer["value"], "claims": [{"document": path, "start": start, "end": end} for path, start, end in spans]})
    return {"hard": False, "negative": False} | raw | {"answers": answers}


def tables() -> dict[str, list[Row]]:
    """Every table of the gold."""
    quoted = tomllib.loads(QUOTED.read_text(encoding="utf-8"))
    across = quoted.pop(ACROSS)
    pages = {path: Page(path) for path in quoted}
    made: dict[str, list[Row]] = defaultdict(list)
    for path, found in quoted.items():
        made["documents"].append({"id": path, "path": path, "chars": len(pages[path].text)})
        for table, rows in found.items():
            made[table] += [MAKERS[table](pages[path], row) for row in rows]
    made["entities"] = [row | {"names": sorted(row["names"])} for row in across["entities"]]
    made["namings"] = across["namings"]
    made["origins"] = [{"id": "+".join(articles), "articles": articles} for articles in across["origins"]]
    made["reuse"] = [reuse(pages, row) for row in across["reuse"]]
    made["disagreements"] = [disagreement(pages, row) for row in across["disagreements"]]
    return dict(made)


def files() -> Iterator[tuple[str, str]]:
    """The gold's files: name and content."""
    for name, rows in sorted(tables().items()):
        yield f"{name}.jsonl", "".join(json.dumps(row, ensure_ascii=False, sort_keys=True) + "\n" for row in rows)


def main() -> None:
    """Write the gold."""
    out = Path(sys.argv[1]) if len(sys.argv) > 1 else GOLD
    out.mkdir(parents=True, exist_ok=True)
    for name, content in files():
        (out / name).write_text(content, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()

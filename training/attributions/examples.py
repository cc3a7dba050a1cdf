"""Training examples: every reading of every cue of an annotated set, with its features, and whether the annotators agree with it."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from testimonia.base.documents import Article, Division, Document
from testimonia.base.settings import Settings
from testimonia.base.spans import Span
from testimonia.extract.attributions.candidates import cues_of, scenes
from testimonia.extract.attributions.features import described, register
from testimonia.extract.attributions.lexicon import lexicon
from testimonia.extract.attributions.quotes import quotes_of
from testimonia.extract.attributions.scene import Candidate
from testimonia.extract.parsing import Parsed, Parser

SAME = 0.8  # share of the union from which two contents count as one: the measure that the results are held to


@dataclass(frozen=True, slots=True)
class Gold:
    """One annotated attribution."""

    content: tuple[Span, ...]
    source: Span | None
    cue: Span | None


@dataclass(frozen=True, slots=True)
class Example:
    """One cue: its features, those of its readings, which readings are right, and the readings themselves.

    `nested` marks a cue that stands inside an annotated content and is annotated itself by nobody.
    """

    document: str
    cue: list[str]
    readings: list[list[str]]
    right: list[bool]
    candidates: list[Candidate]
    nested: bool = False


def read_gold(folder: Path) -> dict[str, list[Gold]]:
    """The annotations of a set, by the file name of the document."""
    names = {row["id"]: PurePosixPath(row["path"]).name for row in rows(folder / "gold" / "documents.jsonl")}
    found: dict[str, list[Gold]] = {name: [] for name in names.values()}
    for row in rows(folder / "gold" / "attributions.jsonl"):
        content = tuple(Span(*span) for span in row["content"])
        found[names[row["document"]]].append(Gold(content, *(Span(*row[key]) if row[key] else None for key in ("source", "cue"))))
    return found


def rows(path: Path) -> Iterator[dict]:  # type: ignore[type-arg]
    """The rows of a JSON Lines file."""
    with path.open(encoding="utf-8") as stream:
        yield from (json.loads(line) for line in stream if line.strip())


def parsed_pages(folder: Path, names: Sequence[str]) -> Iterator[Parsed]:
    """The pages of a set, each read as one article in English."""
    parser = Parser(Settings())
    for name in names:
        text = (folder / "pages" / name).read_bytes().decode("utf-8").removeprefix("\ufeff")
        document = Document(name, (name,), "", 0, "text/plain", text)
        article = Article(name, name, (Span(0, len(text)),), language="en")
        yield parser.parse(document, article, Division((), (article,)))


def examples(folder: Path) -> Iterator[Example]:
    """The examples of a set, page by page."""
    gold = read_gold(folder)
    for parsed in parsed_pages(folder, sorted(gold)):
        yield from page_examples(parsed, gold[parsed.document.id])


def page_examples(parsed: Parsed, gold: list[Gold]) -> Iterator[Example]:
    """The examples of one page."""
    words = lexicon("en")
    quotes = quotes_of(parsed)
    stage = list(scenes(parsed, quotes))
    manner = register(stage, quotes)
    near: dict[int, list[Gold]] = defaultdict(list)  # by stretches of 1,000 characters, so that a page is not searched for each reading
    for one in gold:
        for stretch in range(one.content[0].start // 1000, one.content[-1].end // 1000 + 1):
            near[stretch].append(one)
    for scene in stage:
        for readings in cues_of(scene, words):
            if readings:
                right = [any(agrees(reading, one) for one in near[reading.content[0].start // 1000]) for reading in readings]
                cue, features = described(manner, scene, readings, words)
                yield Example(parsed.document.id, cue, features, right, readings, not any(right) and inside(readings[0].cue.span, near))


def inside(cue: Span, near: dict[int, list[Gold]]) -> bool:
    """Whether a cue stands inside an annotated content."""
    return any(span.holds(cue) for one in near[cue.start // 1000] for span in one.content)


def agrees(reading: Candidate, gold: Gold) -> bool:
    """Whether a reading is the annotated attribution: content by `SAME`, source and cue by any overlap."""
    shared = sum(a.overlap(b) for a in reading.content for b in gold.content)
    union = sum(s.end - s.start for s in (*reading.content, *gold.content)) - shared
    return shared >= SAME * union and meets(reading.source, gold.source) and meets(reading.cue.span, gold.cue)


def meets(a: Span | None, b: Span | None) -> bool:
    """Whether two spans overlap, or both are absent."""
    return a is None and b is None if a is None or b is None else a.overlap(b) > 0

"""Attribution beside the bare parser and textacy: CPU time on the same text, and, where annotated news lies at hand, how much each finds.

The annotated pages are those that the folder BENCH_ATTRIBUTIONS names holds (`pages/` and `gold/`), else the development news of the shared
folder; where neither is at hand, generated articles are timed and no score is given. textacy comes with the extra `bench`, or with
`pip install textacy`.
"""

from __future__ import annotations

import json
import os
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from importlib.util import find_spec
from pathlib import Path, PurePosixPath
from typing import Any

from bench import pages
from bench.table import CannotRunError
from gate.corpora import shared_folder
from testimonia.base.documents import Article, Division, Document
from testimonia.base.settings import Settings
from testimonia.base.spans import Span
from testimonia.extract.attributions import find_attributions
from testimonia.extract.extractor import Extractor
from testimonia.extract.parsing import Parsed, Parser

TITLE = "attributions on one core: the bare parser, the rules, the learned judgement, the whole stage, and textacy's direct quotations"
ARTICLES = int(os.environ.get("BENCH_ARTICLES", "60"))
MOST = 84  # pages of the annotated set
SAME = 0.8  # share of the union from which two contents count as one

Triple = tuple[tuple[Span, ...], Span | None, Span | None]
Found = dict[str, list[Triple]]


def measure() -> Iterator[Mapping[str, object]]:
    """One line for each reader of the same text. Raises `CannotRunError` without textacy: there would be nothing to stand beside."""
    if find_spec("textacy") is None:
        raise CannotRunError("textacy is not installed: `pip install textacy`, or install the project with its extra `bench`")
    documents, gold = material()
    words = sum(len(document.text.split()) for document in documents)
    stage, parser = staged(documents)
    bare, parsed = parser.seconds, parser.parsed
    yield line("bare parser", words, bare, bare, None)
    for name, learned in (("parser + rules", False), ("parser + rules + learned", True)):
        seconds, found = timed(lambda one, learned=learned: ours(one, learned), parsed)
        yield line(name, words, bare + seconds, bare, scored(found, gold))
    yield line("whole extraction stage", words, stage, bare, None)
    yield from textacy(parsed, words, bare, gold)


def material() -> tuple[list[Document], dict[str, list[Triple]]]:
    """The annotated pages when they are at hand, else generated ones without annotation."""
    folder = annotated_folder()
    if folder is not None:
        return read(folder / "pages"), annotated(folder / "gold")
    with tempfile.TemporaryDirectory() as temporary:
        pages.write(Path(temporary), ARTICLES)
        return read(Path(temporary)), {}


def annotated_folder() -> Path | None:
    """Where annotated pages lie, if anywhere."""
    named, shared = os.environ.get("BENCH_ATTRIBUTIONS"), shared_folder()
    if named:
        return Path(named)
    return shared / "data/attributions-polnear-dev" if shared is not None else None


def read(folder: Path) -> list[Document]:
    """The texts of a folder."""
    files = sorted(folder.iterdir())[:MOST]
    texts = {file.name: file.read_bytes().decode("utf-8") for file in files}
    return [Document(name, (name,), "", 0, "text/plain", text) for name, text in texts.items()]


def annotated(folder: Path) -> dict[str, list[Triple]]:
    """The annotations by file name."""
    names = {row["id"]: PurePosixPath(row["path"]).name for row in rows(folder / "documents.jsonl")}
    found: dict[str, list[Triple]] = defaultdict(list)
    for row in rows(folder / "attributions.jsonl"):
        source, cue = (Span(*row[part]) if row[part] else None for part in ("source", "cue"))
        found[names[row["document"]]].append((tuple(Span(*span) for span in row["content"]), source, cue))
    return found


def rows(path: Path) -> Iterator[dict[str, Any]]:
    """The rows of a JSON Lines file."""
    with path.open(encoding="utf-8") as stream:
        yield from (json.loads(row) for row in stream if row.strip())


def article(document: Document) -> Article:
    """The whole document as one English article."""
    return Article(document.id, document.id, (Span(0, len(document.text)),), language="en")


def ours(parsed: Parsed, learned: bool) -> list[Triple]:
    """What the program finds."""
    return [(row.content, row.source, row.cue) for row in find_attributions(parsed, (), learned=learned)]


def timed(reader: Callable[[Parsed], list[Triple]], parsed: list[Parsed]) -> tuple[float, Found]:
    """CPU seconds of a reader over parsed pages, and what it finds."""
    begin = time.process_time()
    found = {one.document.id: reader(one) for one in parsed}
    return time.process_time() - begin, found


class Clocked(Parser):
    """A parser that says how long it took, and keeps what it parsed."""

    def __init__(self, settings: Settings) -> None:
        super().__init__(settings)
        self.seconds = 0.0
        self.parsed: list[Parsed] = []

    def parse(self, document: Document, article: Article, division: Division) -> Parsed:
        """The article's paragraphs."""
        begin = time.process_time()
        parsed = super().parse(document, article, division)
        self.seconds += time.process_time() - begin
        self.parsed.append(parsed)
        return parsed


def staged(documents: list[Document]) -> tuple[float, Clocked]:
    """CPU seconds of the whole extraction stage, and its parser.

    What the parser takes is clocked inside the same pass: a second pass over the same pages is a quicker one, for it remembers lemmas.
    """
    extractor = Extractor(Settings())
    extractor.parser = parser = Clocked(Settings())
    begin = time.process_time()
    for document in documents:
        one = article(document)
        extractor.extract(document, one, Division((), (one,)))
    return time.process_time() - begin, parser


def textacy(parsed: list[Parsed], words: int, bare: float, gold: dict[str, list[Triple]]) -> Iterator[Mapping[str, object]]:
    """textacy's direct quotations over the same parse."""
    from textacy.extract import direct_quotations

    def theirs(one: Parsed) -> list[Triple]:
        found: list[Triple] = []
        for paragraph in one.paragraphs:
            try:
                quotes = list(direct_quotations(paragraph.doc))
            except ValueError:  # it refuses a paragraph with an odd number of marks
                continue
            for quote in quotes:
                spans = [spanned(paragraph.start, part) for part in (quote.content, quote.speaker, quote.cue)]
                found.append(((spans[0],), spans[1], spans[2]))
        return found

    seconds, found = timed(theirs, parsed)
    yield line("parser + textacy", words, bare + seconds, bare, scored(found, gold))


def spanned(start: int, tokens: object) -> Span:
    """textacy's tokens (a span or a list) as a stretch of the document."""
    listed = list(tokens)  # type: ignore[call-overload]
    return Span(start + listed[0].idx, start + listed[-1].idx + len(listed[-1])) if listed else Span(start, start)


def scored(found: Found, gold: dict[str, list[Triple]]) -> float | None:
    """The F of triples: contents share 80% of their union, sources and cues overlap. Each annotation is found once."""
    if not gold:
        return None
    hits = sum(len({mine for mine in found[name] for theirs in gold[name] if same(mine, theirs)}) for name in found)
    total = sum(map(len, found.values())) + sum(len(gold[name]) for name in found)
    return 2 * hits / total if total else 0.0


def same(a: Triple, b: Triple) -> bool:
    """Whether two triples are one."""
    shared = sum(x.overlap(y) for x in a[0] for y in b[0])
    union = sum(s.end - s.start for s in (*a[0], *b[0])) - shared
    parts = zip(a[1:], b[1:], strict=True)
    return shared >= SAME * union > 0 and all(
        (x is None and y is None) or (x is not None and y is not None and x.overlap(y) > 0) for x, y in parts
    )


def line(what: str, words: int, seconds: float, bare: float, score: float | None) -> dict[str, object]:
    """One line of the table."""
    return {
        "what": what,
        "words": words,
        "cpu s": seconds,
        "words/s": round(words / seconds),
        "on top of the parser": f"{100 * (seconds - bare) / bare:.0f}%",
        "triple F": "" if score is None else round(score, 3),
    }

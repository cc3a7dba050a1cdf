"""What is compared: every article (title and body), and the teasers and captions that stand outside all articles."""

from __future__ import annotations

import hashlib
import re
from collections import OrderedDict, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from testimonia.base.documents import Article, Segment
from testimonia.base.spans import lines
from testimonia.link.reuse.folding import Folded, Unit, fold
from testimonia.link.tables import Tables

STRAY = ("teaser", "caption", "related", "comment", "other")  # segment kinds that may excerpt an article
PROSE = 60  # characters of a line of furniture that may be a teaser
SHELF = 1_200_000  # characters of folded texts kept at a time, about eighty bytes each
COMPARING = b"1"  # another one whenever two texts would be aligned otherwise: what is known of them is then forgotten
ADDRESS = re.compile(r"(?:https?://|www\.)\S+")
TEXTS = 2000  # documents whose text is kept at a time


def article_unit(article: Article) -> Unit:
    """An article as it is compared: its title and its body, in the order of the text."""
    spans = sorted({(span.start, span.end) for span in (*article.body, *([article.title] if article.title else []))})
    return Unit(article.document, article.id, tuple(merged(spans)))


def merged(spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Sorted spans with overlapping ones joined."""
    held: tuple[int, int] | None = None
    for span in spans:
        if held is not None and span[0] < held[1]:
            held = (held[0], max(held[1], span[1]))
            continue
        if held is not None:
            yield held
        held = span
    if held is not None:
        yield held


def stray_units(segments: Iterable[Segment], articles: Sequence[Unit], tables: Tables) -> list[Unit]:
    """The stretches outside all articles that may excerpt one: teasers and their like, and long lines of furniture."""
    taken: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for unit in articles:
        taken[unit.document] += unit.spans
    made = []
    for segment in segments:
        if segment.kind in STRAY:
            spans = [(segment.start, segment.end)]
        elif segment.kind == "furniture" and segment.end - segment.start >= PROSE:
            text = tables.text(segment.document)
            spans = [line for line in lines(text, (segment.start, segment.end)) if prose(line.of(text)) >= PROSE]
        else:
            continue
        free = [(start, end) for start, end in spans if not any(s < end and start < e for s, e in taken[segment.document])]
        made += [Unit(segment.document, None, (span,), segment.kind) for span in free]
    return made


def prose(text: str) -> int:
    """The characters of a text beside addresses, which spell out the titles of articles letter by letter and are no words of anybody."""
    return len(text) - sum(len(found) for found in ADDRESS.findall(text))


@dataclass
class Shelf:
    """The folded texts of units, read from the case as they are needed and kept a while."""

    tables: Tables
    units: Sequence[Unit]
    held: OrderedDict[int, Folded] = field(default_factory=OrderedDict)
    texts: OrderedDict[str, str] = field(default_factory=OrderedDict)
    size: int = 0

    def text(self, document: str) -> str:
        """A document's text."""
        if document not in self.texts:
            self.texts[document] = self.tables.text(document)
            if len(self.texts) > TEXTS:
                self.texts.popitem(last=False)
        self.texts.move_to_end(document)
        return self.texts[document]

    def __getitem__(self, number: int) -> Folded:
        if number not in self.held:
            unit = self.units[number]
            self.put(number, fold(self.text(unit.document), unit.spans))
            while self.size > SHELF and len(self.held) > 2:
                self.size -= self.units[self.held.popitem(last=False)[0]].size
        self.held.move_to_end(number)
        return self.held[number]

    def put(self, number: int, folded: Folded) -> None:
        """Keep a folded text."""
        self.held[number] = folded
        self.size += self.units[number].size

    def stream(self) -> Iterator[tuple[int, Folded]]:
        """Every unit folded, document by document; the first ones are kept, as many as there is room for."""
        by_document: dict[str, list[int]] = defaultdict(list)
        for number, unit in enumerate(self.units):
            by_document[unit.document].append(number)
        for document, text in self.tables.texts():
            if len(self.texts) < TEXTS:
                self.texts[document] = text
            for number in by_document.get(document, ()):
                folded = fold(text, self.units[number].spans)
                if self.size + self.units[number].size <= SHELF and number not in self.held:
                    self.put(number, folded)
                yield number, folded


def text_digest(folded: Folded) -> str:
    """A digest of a unit's folded text and of how texts are compared: equal for texts that differ only in spacing, case, punctuation."""
    return hashlib.blake2b(folded.codes.tobytes(), digest_size=16, salt=COMPARING).hexdigest()

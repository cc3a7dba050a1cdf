"""A case of generated claims, written as records without reading any page: articles that name some very often and many seldom."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from testimonia.base.documents import Article, Division, Document
from testimonia.base.extractions import Claim, Extraction
from testimonia.base.ids import document_id, row_id, sha256
from testimonia.base.links import Entity, MentionEntity, Origin
from testimonia.base.outcomes import DocumentRecords, FileRecords
from testimonia.base.spans import Span
from testimonia.store import Case

VERBS = ("kill", "injure", "move", "arrest", "stock", "found", "agree", "expel", "attack", "elect", "displace", "say", "build", "sell")
GROUPS = ("people", "member", "child", "soldier", "house", "boat", "worker", "prisoner")
WORDS = [f"word{n}" for n in range(4000)]
TYPES = ("person", "organisation", "place")
OFTEN = 3  # the power by which some names are drawn more often than others


@dataclass(frozen=True)
class Page:
    """One generated article with its claims, and whom its names stand for."""

    records: DocumentRecords
    mentions: tuple[MentionEntity, ...]

    @property
    def document(self) -> str:
        """The document's id."""
        return self.records.document.id


def pages(count: int, claims: int, *, names: int, languages: Sequence[str] = ("en",), matters: int = 1) -> Iterator[Page]:
    """So many articles of so many claims each, the same at every call; of several matters in turn, without a name or word in common."""
    draw = random.Random(1)
    for number in range(count):
        first = number % matters * (names // matters)
        words = WORDS[number % matters :: matters]
        yield page(draw, number, claims, range(first, first + names // matters), words, languages[number % len(languages)])


def page(draw: random.Random, number: int, claims: int, names: range, words: Sequence[str], language: str) -> Page:
    """One article, a sentence a claim."""
    document = document_id(sha256(str(number).encode()))
    article = row_id("a", document)
    said, mentions, parts, at = [], [], [], 0
    for index in range(claims):
        chosen = [names[int(len(names) * draw.random() ** OFTEN)] for _ in range(3)]
        spans, begin = [], at
        for n in chosen:
            spans.append(Span(begin, begin + len(name(n))))
            mentions.append(MentionEntity(document, *spans[-1], f"e{n}"))
            begin += len(name(n)) + 1
        parts.append(" ".join(map(name, chosen)) + f" {draw.randrange(1, 500)} things.")
        said.append(claim(draw, (document, article, index), Span(at, at + len(parts[-1])), tuple(spans), words))
        at += len(parts[-1]) + 1
    text = " ".join(parts)
    whole = Article(article, document, (Span(0, len(text)),), language=language)
    read = Document(document, (f"{number}.txt",), sha256(str(number).encode()), len(text), "text/plain", text)
    return Page(
        DocumentRecords(read, Division((), (whole,), language=language), (Extraction(article, claims=tuple(said)),)), tuple(mentions)
    )


def name(number: int) -> str:
    """The name of an entity; some sound alike."""
    return f"Name{number} Varg{'aeiou'[number % 5]}{'bdfgk'[number // 5 % 5]}"


def claim(draw: random.Random, place: tuple[str, str, int], span: Span, names: tuple[Span, ...], words: Sequence[str]) -> Claim:
    """One generated claim."""
    document, article, index = place
    kind = draw.choice(("number", "number", "date"))
    value = str(draw.randrange(1, 300)) if kind == "number" else f"{draw.randrange(1980, 2024)}-0{draw.randrange(1, 10)}"
    return Claim(
        row_id("w", document, index), document, article, span, span, kind, draw.choice(VERBS), value,
        subject_span=names[0], about=tuple(sorted(draw.sample(words, 8))), names=names, object=draw.choice(GROUPS),
        time=draw.choice((None, f"{draw.randrange(1980, 2024)}-0{draw.randrange(1, 10)}-1{draw.randrange(0, 10)}")),
    )  # fmt: skip


def fill(case: Case, listed: Iterable[Page]) -> None:
    """Put the articles in, beside those that the case holds."""
    for one in listed:
        document = one.records.document
        case.put_file(FileRecords(document.paths[0], (one.records,)), sha256=document.sha256, size=document.size, key="k")


def link(case: Case, listed: Sequence[Page], *, names: int) -> None:
    """What the stages before give of the articles that the case holds: entities, whom names stand for, origins."""
    draw = random.Random(2)
    entities = [Entity(f"e{n}", draw.choice(TYPES), name(n), (name(n),)) for n in range(names)]
    origins = [Origin(f"o{extraction.article}", (extraction.article,)) for one in listed for extraction in one.records.extractions]
    mentions = (mention for one in listed for mention in one.mentions)
    case.put_links({"entities": entities, "mention_entities": mentions, "origins": origins}, {"entities": "1", "reuse": "1"})

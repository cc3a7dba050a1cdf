"""The language pipeline: an article's paragraphs, parsed where a parser exists for their language. spaCy is loaded here."""

from __future__ import annotations

import os
import re
import warnings
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from testimonia.base.datelines import MOST as DATELINE
from testimonia.base.datelines import dateline
from testimonia.base.documents import Article, Division, Document, Note
from testimonia.base.languages import having, primary
from testimonia.base.settings import Settings
from testimonia.base.spans import Span, lines, trimmed
from testimonia.extract.lemmas import remember_lemmas
from testimonia.extract.model import model_path
from testimonia.extract.remembering import remember
from testimonia.extract.running import run, with_numpy

LONGEST = 20_000  # characters parsed at once: the pipeline needs about 10 KB of working memory for each
SHORT_PAGE = 100_000  # characters; what is read ahead of a page is held until the next one
UNBROKEN = 1000  # characters without white space that are cut
LONG_RUN = re.compile(rf"\S{{{UNBROKEN}}}")  # longer than any word or address; Chinese and its like have a mark or a line end before that


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One line of an article's title or body.

    `doc` is spaCy's reading of `text` (its offsets count from `start`); without a parser for the language it holds tokens
    and sentence starts only. `parsed` says which. (`doc.text` would be put together anew from its tokens at every call.)
    """

    start: int
    end: int
    part: str
    text: str
    doc: Doc
    parsed: bool

    def span(self, start: int, end: int) -> Span:
        """A stretch of the paragraph as a span of the document."""
        return Span(self.start + start, self.start + end)


@dataclass(frozen=True, slots=True)
class Parsed:
    """An article with its paragraphs, in order: the title first, then the body."""

    document: Document
    article: Article
    division: Division
    paragraphs: tuple[Paragraph, ...]
    language: str
    notes: tuple[Note, ...] = ()

    @property
    def text(self) -> str:
        """The document's text, in which all offsets count."""
        return self.document.text


@cache
def english(path: Path) -> Language:
    """The English pipeline. It was trained under an earlier minor version of spaCy: the tests, not its warning, watch over that."""
    os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=r"\[W095\]")
        return with_numpy(
            remember_lemmas(remember(spacy.load(path, exclude=["strings"])))
        )  # half of the loading time goes into words that no text may ever use


@cache
def plain(language: str) -> Language:
    """Tokens and sentence starts for a language without a parser."""
    try:
        nlp = spacy.blank(language)
    except ImportError:  # spaCy has no tokenizer rules for it
        nlp = spacy.blank("xx")
    nlp.add_pipe("sentencizer")
    return nlp


def paragraphs_of(document: Document, article: Article) -> Iterator[tuple[Span, str]]:
    """The lines of title and body that hold anything, in pieces short enough to parse."""
    parts = [(article.title, "title")] if article.title is not None else []
    for span, part in [*parts, *((span, "body") for span in article.body)]:
        for line in lines(document.text, span):
            clipped = trimmed(document.text, line)
            for whole in without_dateline(document.text, clipped) if part == "body" else (clipped,):
                yield from ((piece, part) for unbroken in cut_runs(document.text, whole) for piece in pieces(document.text, unbroken))


def without_dateline(text: str, line: Span) -> Iterator[Span]:
    """A line, its dateline apart: a parser takes the town and the day for those of the first sentence."""
    found = dateline(text[line.start : line.start + DATELINE])
    cut = line.start + (found.end if found is not None else 0)
    if line.start < cut < line.end:
        yield trimmed(text, (line.start, cut))
    yield trimmed(text, (cut, line.end))


def cut_runs(text: str, line: Span) -> Iterator[Span]:
    """A line, cut inside runs without white space that no language has: spaCy's tokenizer needs quadratic time for one."""
    start = line.start
    for unbroken in LONG_RUN.finditer(text, line.start, line.end):
        yield Span(start, unbroken.end())
        start = unbroken.end()
    if start < line.end:
        yield trimmed(text, (start, line.end))


def pieces(text: str, line: Span) -> Iterator[Span]:
    """A line, cut at white space where it is too long to be parsed at once."""
    start = line.start
    while line.end - start > LONGEST:
        gap = max(text.rfind(mark, start + LONGEST // 2, start + LONGEST) for mark in " \t")
        end = gap if gap > start else start + LONGEST
        yield trimmed(text, (start, end))
        start = end
    yield trimmed(text, (start, line.end))


def batches(found: list[tuple[Span, str]]) -> Iterator[list[Span]]:
    """Pieces to be parsed together: enough to be quick, few enough to fit in memory."""
    batch: list[Span] = []
    size = 0
    for span, _ in found:
        if batch and size + span.end - span.start > LONGEST:
            yield batch
            batch, size = [], 0
        batch.append(span)
        size += span.end - span.start
    if batch:
        yield batch


def read_docs(nlp: Language, text: str, found: list[tuple[Span, str]]) -> Iterator[Doc]:
    """The pipeline's reading of each piece."""
    for batch in batches(found):
        for doc in run(nlp, [span.of(text) for span in batch]):
            doc.tensor = doc.tensor[:0]  # the network's inner layer: large, and of no use after the parse
            yield doc


class Parser:
    """Parses articles, each in its language. It holds what it read ahead in one page."""

    def __init__(self, settings: Settings) -> None:
        self.english = english(model_path(settings))
        self.page = ""
        self.ahead: dict[Span, Doc] = {}

    def look_ahead(self, document: Document, articles: Iterable[Article]) -> None:
        """Read the English pieces of a short page together: one call of the pipeline costs less than one for each article."""
        found = {span: part for article in articles if is_english(article) for span, part in paragraphs_of(document, article)}
        listed = [(span, part) for span, part in found.items() if span.end > span.start]
        self.page, self.ahead = document.id, {}
        if sum(span.end - span.start for span, _ in listed) <= SHORT_PAGE:
            docs = read_docs(self.english, document.text, listed)
            self.ahead = {span: doc for (span, _), doc in zip(listed, docs, strict=True)}

    def parse(self, document: Document, article: Article, division: Division) -> Parsed:
        """The article's paragraphs; what could not be done for its language is noted."""
        parsed = is_english(article)
        found = [(span, part) for span, part in paragraphs_of(document, article) if span.end > span.start]
        paragraphs = tuple(
            Paragraph(span.start, span.end, part, span.of(document.text), doc, parsed)
            for (span, part), doc in zip(found, self.docs(document, article, found), strict=True)
        )
        language = article.language or "en"
        lacking = Note("extract", "skipped", f"No parser for language {language}: {read_without(language)}")
        return Parsed(document, article, division, paragraphs, language, () if parsed else (lacking,))

    def docs(self, document: Document, article: Article, found: list[tuple[Span, str]]) -> Iterator[Doc]:
        """The reading of each piece, from the page read ahead where all of them stand there."""
        if not is_english(article):
            return read_docs(plain(article.language or "en"), document.text, found)
        if document.id == self.page and all(span in self.ahead for span, _ in found):
            return (self.ahead[span] for span, _ in found)
        return read_docs(self.english, document.text, found)


def read_without(language: str) -> str:
    """What is read of a language that nothing parses."""
    if primary(language) in having("speech"):
        return "read by lists of words, so that less of what is reported, less of who is meant and fewer events are found."
    return "direct quotations, figures and dates only."


def is_english(article: Article) -> bool:
    """Whether the article is in the language that has a parser."""
    return (article.language or "en").split("-")[0] == "en"

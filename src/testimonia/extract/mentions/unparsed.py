"""Names in languages without a parser: capitalised words that are not capitalised for another reason."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache

from spacy.tokens import Doc, Token

from testimonia.base.languages import having
from testimonia.extract.mentions.found import Found, span_of
from testimonia.extract.mentions.words import words
from testimonia.extract.parsing import Paragraph, Parsed

LONGEST = 6
PARTICLES = words("und").particles
CAPITALS_ALL = {"de"}  # German writes every noun with a capital: one word alone says nothing


def capitalised(parsed: Parsed, chosen: frozenset[int]) -> Iterator[Found]:
    """Runs of capitalised words in the chosen paragraphs.

    A word at the start of a sentence counts only where it stands capitalised elsewhere too.
    Scripts without case give nothing here: nothing is guessed.
    """
    paragraphs = [(index, paragraph) for index, paragraph in enumerate(parsed.paragraphs) if index in chosen]
    inside, lower = seen(paragraph for _, paragraph in paragraphs)
    all_nouns = parsed.language.split("-")[0] in CAPITALS_ALL
    for index, paragraph in paragraphs:
        for first, last in runs(paragraph.doc):
            if first.is_sent_start or opens_quotation(first):
                while first.i < last.i and lower[first.text.casefold()] > 0:
                    first = first.nbor(1)
                if inside[first.text] <= lower[first.text.casefold()] and first.i == last.i and not first.text.isupper():
                    continue
            if all_nouns and first.i == last.i and not first.text.isupper():
                continue
            if not first.text[:1].isupper():
                continue
            yield from titled(index, paragraph, first, last)


def titled(index: int, paragraph: Paragraph, first: Token, last: Token) -> Iterator[Found]:
    """The name, a person's when a role or an honorific of some language stands before it; and then the whole phrase too."""
    span = span_of(paragraph, first, last)
    title = first.nbor(-1) if first.i > 0 else None
    person = title is not None and title.text.casefold().rstrip(".") in titles()
    yield Found(index, first, last, last, span, "person" if person else "other", "name", None, "singular")
    if person and title is not None:
        yield Found(index, title, last, last, span_of(paragraph, title, last), "person", "role", None, "singular", inner=span)


@cache
def titles() -> frozenset[str]:
    """The roles and honorifics of all languages: a paragraph's own language is not always known."""
    return frozenset().union(*(words(language).roles | words(language).honorifics for language in having("names")))


def seen(paragraphs: Iterable[Paragraph]) -> tuple[Counter[str], Counter[str]]:
    """How often each word stands capitalised inside a sentence, and how often in lower case."""
    inside: Counter[str] = Counter()
    lower: Counter[str] = Counter()
    for paragraph in paragraphs:
        for token in paragraph.doc:
            if token.text[:1].islower():
                lower[token.text] += 1
            elif token.text[:1].isupper() and not token.is_sent_start and not opens_quotation(token):
                inside[token.text] += 1
    return inside, lower


def opens_quotation(token: Token) -> bool:
    """Whether the token stands first behind a quotation mark or a colon."""
    return token.i > 0 and token.nbor(-1).text[-1:] in "\"'“”„«»‘’‚:-–—•"


def runs(doc: Doc) -> Iterator[tuple[Token, Token]]:
    """Runs of capitalised words, particles between them included."""
    i = 0
    while i < len(doc):
        if not capital(doc[i]):
            i += 1
            continue
        end = i
        while end + 1 < len(doc) and end - i < LONGEST:
            step = next_capital(doc, end, i)
            if step is None:
                break
            end = step
        yield doc[i], doc[end]
        i = end + 1


def next_capital(doc: Doc, i: int, start: int) -> int | None:
    """Where the run goes on: the next word, or the one behind a particle."""
    if doc[i + 1].is_sent_start:
        return None
    if capital(doc[i + 1]):
        return i + 1
    if doc[i + 1].text in PARTICLES and i + 2 < len(doc) and capital(doc[i + 2]) and not doc[i + 2].is_sent_start:
        return i + 2
    return None


def capital(token: Token) -> bool:
    """A word with a capital first letter."""
    return token.text[:1].isupper() and token.text[:1].isalpha()

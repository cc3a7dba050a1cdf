"""Surnames that the tagger took for nouns: of somebody whom the same text names in full ("Lena Price … Price was alone")."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from testimonia.extract.mentions.found import BEFORE_NOUN, Found, span_of
from testimonia.extract.parsing import Parsed

PARTS = ("nsubj", "nsubjpass", "dobj", "pobj", "poss", "conj")  # in which a person's name stands in a clause
NOMINAL = ("NOUN", "PROPN", "ADJ")
SHORTEST = 3  # letters


def surnames_again(parsed: Parsed, read: Iterable[int], found: Iterable[Found]) -> Iterator[Found]:
    """The further places of surnames in the paragraphs that were read; never inside another name."""
    held = [one for one in found if one.form == "name"]
    full = [one for one in held if one.type == "person" and one.last.i > one.first.i]
    surnames = {one.last.text: one for one in sorted(full, key=lambda one: one.span, reverse=True) if len(one.last.text) >= SHORTEST}
    taken = {(one.paragraph, i) for one in held for i in range(one.first.i, one.last.i + 1)}
    for index in sorted(read) if surnames else ():
        paragraph = parsed.paragraphs[index]
        for token in paragraph.doc:
            whose = surnames.get(token.text)
            if (
                whose is not None
                and whose.span.start < paragraph.span(token.idx, token.idx).start
                and (index, token.i) not in taken
                and bare(token)
            ):
                span = span_of(paragraph, token, token)
                yield Found(index, token, token, token, span, "person", "name", whose.gender, "singular", shown="person")


def bare(token: Token) -> bool:
    """Whether a word with a capital stands as a name does: no article before it, no noun that it describes behind it."""
    modifies = token.dep_ in BEFORE_NOUN and token.head.i > token.i
    described = any(child.dep_ in ("det", "amod", "poss", "compound", "nummod") for child in token.lefts)
    return token.text[:1].isupper() and token.pos_ in NOMINAL and token.dep_ in PARTS and not (modifies or described)

"""A parsed paragraph's tokens as plain objects: read out of spaCy once, in whole columns, instead of word by word at each look."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

COLUMNS = ("ORTH", "LOWER", "LEMMA", "POS", "TAG", "DEP", "ENT_TYPE")  # columns of strings
FACTS = ("HEAD", "SENT_START", "IDX", "IS_PUNCT", "IS_QUOTE")


class Word:
    """One token, with spaCy's names for what it has: `i` counts tokens, `idx` characters of the paragraph."""

    __slots__ = (
        *("i", "idx", "end", "text", "lower_", "lemma_", "pos_", "tag_", "dep_", "ent_type_", "is_punct", "is_quote"),
        *("head", "children", "left_edge", "right_edge", "sent", "doc"),
    )

    i: int
    idx: int
    end: int
    text: str
    lower_: str
    lemma_: str
    pos_: str
    tag_: str
    dep_: str
    ent_type_: str
    is_punct: bool
    is_quote: bool
    head: Word
    children: list[Word]
    left_edge: Word
    right_edge: Word
    sent: Sent
    doc: list[Word]

    @property
    def lefts(self) -> list[Word]:
        """The children before it, in order."""
        return [child for child in self.children if child.i < self.i]

    @property
    def rights(self) -> list[Word]:
        """The children behind it, in order."""
        return [child for child in self.children if child.i > self.i]


@dataclass(slots=True)
class Sent:
    """A sentence: its first token, the one after its last, the same in characters, and its last token."""

    start: int
    end: int
    start_char: int
    end_char: int
    last: Word


def words_of(doc: Doc, known: dict[int, str]) -> list[Word]:
    """The tokens of a parsed paragraph. `known` keeps the strings met, for the next paragraph of the same article."""
    if not len(doc):
        return []
    strings = doc.vocab.strings
    columns = []
    for column in doc.to_array(list(COLUMNS)).T.tolist():
        for number in column:
            if number not in known:
                known[number] = strings[number]
        columns.append([known[number] for number in column])
    facts = doc.to_array(list(FACTS)).astype("int64").T.tolist()
    found = list(made(columns, facts))
    for word, step in zip(found, facts[0], strict=True):
        word.doc = found
        word.head = found[word.i + step]
        if step:
            word.head.children.append(word)
    set_sentences(found, facts[1])
    set_edges(found)
    return found


def made(columns: Sequence[Sequence[str]], facts: Sequence[Sequence[int]]) -> Iterator[Word]:
    """The tokens with all that stands in their own row."""
    for i, row in enumerate(zip(*columns, *facts[2:], strict=True)):
        word = Word()
        word.i = i
        word.text, word.lower_, word.lemma_, word.pos_, word.tag_, word.dep_, word.ent_type_, word.idx, punct, quote = row
        word.end = word.idx + len(word.text)
        word.is_punct, word.is_quote = bool(punct), bool(quote)
        word.children = []
        word.left_edge = word.right_edge = word
        yield word


def set_sentences(found: list[Word], begins: Sequence[int]) -> None:
    """Give each token its sentence."""
    starts = [i for i, mark in enumerate(begins) if mark == 1 or i == 0]
    for start, end in zip(starts, [*starts[1:], len(found)], strict=True):
        last = found[end - 1]
        sent = Sent(start, end, found[start].idx, last.end, last)
        for word in found[start:end]:
            word.sent = sent


def set_edges(found: list[Word]) -> None:
    """Give each token the first and the last one of all that hangs on it: children before their heads."""
    order = [word for word in found if word.head is word]
    for word in order:
        order.extend(word.children)
    for word in reversed(order):
        head = word.head
        if word.left_edge.i < head.left_edge.i:
            head.left_edge = word.left_edge
        if word.right_edge.i > head.right_edge.i:
            head.right_edge = word.right_edge

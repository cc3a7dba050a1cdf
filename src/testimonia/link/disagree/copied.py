"""What a copy changes: the figure, date or place that stands where the other text of one passage gives another.

Words that both texts hold stand before and behind it, so that its place alone tells which of several figures it is set against.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein

from testimonia.base.links import End, Reuse
from testimonia.base.spans import Span
from testimonia.link.disagree.given import PLACE, Given, Texts, asked_by, fixed
from testimonia.link.disagree.holding import parts
from testimonia.link.entities.places import country
from testimonia.link.tables import Tables

COPIES = ("copy", "quotation")
WORD = re.compile(r"\d+(?:[.,]\d+)*|\w+")
LONGEST = 6  # words of a change that only puts one thing for another
FLANK = 6  # words around a change, on both sides together, that both texts hold
MOST = 3000  # words of a passage that are held against one another at once


class Word(NamedTuple):
    """A word as it is compared, with its place in the document's text."""

    form: str
    start: int
    end: int


def recopied(tables: Tables, places: Mapping[str, str]) -> Iterator[tuple[Given, Given]]:
    """The figures, dates and places (`places`: entity → name) that two texts of one passage give between the same words."""
    held: dict[str, list[Reuse]] = defaultdict(list)
    for row in (row for kind in COPIES for row in tables.records("reuse", kind=kind)):
        if row.a.article and row.b.article:
            held[row.a.document].append(row)
    for part in parts(sorted(held)):
        rows = [row for document in part for row in held[document]]
        whole = dict(tables.texts(sorted({end.document for row in rows for end in (row.a, row.b)})))
        told = [(row, list(changes(row.a, row.b, (whole[row.a.document], whole[row.b.document])))) for row in rows]
        told = [(row, spans) for row, spans in told if spans]
        texts = Texts.of(tables, sorted({end.document for row, _ in told for end in (row.a, row.b)}), places)
        for row, spans in told:
            yield from exchanged(row, spans, texts)


def exchanged(row: Reuse, spans: Sequence[tuple[Span, Span]], texts: Texts) -> Iterator[tuple[Given, Given]]:
    """What the changes of a passage put one for the other: the only ones of a sort in a change, of which one text does not give both."""
    for here, there in spans:
        mine, theirs = (texts.across(end.document, span) for end, span in ((row.a, here), (row.b, there)))
        for sort in sorted(mine.keys() & theirs.keys()):
            if len(mine[sort]) != 1 or len(theirs[sort]) != 1:
                continue
            one, other = mine[sort][0], theirs[sort][0]
            if texts.told(one) and texts.told(other) and another(one, other, texts):
                yield asked_by(one, row.a, texts), asked_by(other, row.b, texts)


def another(one: Given, other: Given, texts: Texts) -> bool:
    """Whether the second says another thing than the first: of two places, that neither text names the other's."""
    given = [texts.gives(told.document, said) for told, said in ((one, other), (other, one))]
    if one.alike(other) or all(given) or (one.kind == PLACE and any(given)):
        return False
    if one.kind == PLACE:
        return (country(one.value) is None) == (country(other.value) is None)  # a town and its country
    return one.kind == "number" or fixed(one, other, texts)


def changes(a: End, b: End, texts: tuple[str, str]) -> Iterator[tuple[Span, Span]]:
    """The stretches of two texts of one passage, in characters of their documents, of which one stands for the other."""
    if texts[0][a.start : a.end] == texts[1][b.start : b.end]:
        return  # most copies: nothing need be taken apart
    one, other = (words(text, end) for text, end in zip(texts, (a, b), strict=True))
    if [word.form for word in one] == [word.form for word in other]:
        return
    for low in range(0, max(len(one), len(other)), MOST):
        yield from changed(one[low : low + MOST], other[low : low + MOST])


def changed(one: Sequence[Word], other: Sequence[Word]) -> Iterator[tuple[Span, Span]]:
    """The same, of words."""
    codes = Levenshtein.opcodes([word.form for word in one], [word.form for word in other])
    runs = [(same, list(run)) for same, run in groupby(codes, lambda code: code.tag == "equal")]
    for number, (same, run) in enumerate(runs):
        here, there = Span(run[0].src_start, run[-1].src_end), Span(run[0].dest_start, run[-1].dest_end)
        flanks = [held[-1].src_end - held[0].src_start for _, held in (*runs[max(0, number - 1) : number], *runs[number + 1 : number + 2])]
        if not same and all(0 < side.end - side.start <= LONGEST for side in (here, there)) and len(flanks) == 2 and sum(flanks) >= FLANK:
            yield of_words(one, here), of_words(other, there)


def of_words(told: Sequence[Word], run: Span) -> Span:
    """The characters of some words."""
    return Span(told[run.start].start, told[run.end - 1].end)


def words(text: str, end: End) -> list[Word]:
    """The words of one side of a passage."""
    return [Word(found.group().casefold(), *found.span()) for found in WORD.finditer(text, end.start, end.end)]

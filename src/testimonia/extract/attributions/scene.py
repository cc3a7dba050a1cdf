"""One parsed paragraph as the frames look at it: its tokens, its quotations, and spans between tokens."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from testimonia.base.spans import Span, trimmed
from testimonia.extract.attributions.quotes import Quote
from testimonia.extract.attributions.tokens import Word

EDGES = ",;:-–—.…"
MOST = 40  # quotations looked at for one span
DEEP = 12  # steps down the end of a phrase
OPEN_EDGES = ",;:-–—."


@dataclass(frozen=True, slots=True)
class Cue:
    """The word that attributes: its span with what belongs to it, its word class and lemma, and the stance that the lexicon gives it.

    `wanting` is the stance that it has with a to-infinitive, where that is another ("told them to leave"); `reports` says that with
    one it always reports what somebody says: an order, a request, advice, and in the passive what people say or think.
    """

    token: Word
    span: Span
    word_class: str
    lemma: str
    stance: str | None
    wanting: str | None = None
    reports: bool = False


@dataclass(frozen=True, slots=True)
class Candidate:
    """One way to read a cue: who is its source, what is its content, and the construction (`frame`) that says so.

    `rank` counts the sources that the syntax leaves open, from 0 for the likeliest.
    """

    cue: Cue
    source: Span | None
    content: tuple[Span, ...]
    frame: str
    rank: int = 0


@dataclass(frozen=True, slots=True)
class Scene:
    """A paragraph with the quotations that begin in it, outermost ones only.

    `below` is the quotation (or after a colon the text) that makes up the next paragraph, one span a paragraph; `further` the
    quotations that make up the paragraphs after it; `places` says where each token begins, `openings` where each quotation does.
    """

    text: str
    start: int
    end: int
    doc: list[Word]
    quotes: tuple[Quote, ...]
    index: int
    below: tuple[Span, ...] = ()
    further: tuple[Span, ...] = ()
    places: tuple[int, ...] = ()
    openings: tuple[int, ...] = ()

    def span(self, first: int, last: int) -> Span:
        """The tokens `first` to `last` (both included) as a span of the document, without punctuation at its ends."""
        left = self.start + self.doc[first].idx
        final = self.doc[last]
        right = self.start + final.end
        return self.trimmed(Span(left, right))

    def trimmed(self, span: Span) -> Span:
        """The span without loose punctuation and white space at its ends."""
        return trimmed(self.text, span, OPEN_EDGES, EDGES)

    def subtree(self, token: Word) -> Span:
        """All that hangs on a token."""
        return self.span(token.left_edge.i, token.right_edge.i)

    def within(self, span: Span) -> list[Word]:
        """The tokens that begin in a span."""
        return self.doc[bisect_left(self.places, span.start - self.start) : bisect_left(self.places, span.end - self.start)]

    def near(self, span: Span) -> tuple[Quote, ...]:
        """The quotations that touch a span, the last one before it included; of a great many the first ones."""
        if not self.quotes:
            return ()
        first = max(0, bisect_left(self.openings, span.start) - 1)
        return self.quotes[first : min(bisect_right(self.openings, span.end), first + MOST)]

    def word(self, token: Word) -> Span:
        """The token itself."""
        return Span(self.start + token.idx, self.start + token.end)

    def squared(self, span: Span) -> Span:
        """The span with the quotations that it cuts taken in whole when it holds most of them, and left out when it holds little."""
        start, end = span
        for quote in self.near(span):
            first = quote.spans[0]
            if first.end <= start or first.start >= end:
                continue
            shared = first.overlap((start, end))
            if first.start <= start and end <= first.end and shared < 0.7 * (first.end - first.start):
                continue  # wholly inside one quotation
            if 2 * shared >= first.end - first.start:
                start, end = min(start, first.start), max(end, first.end)
            elif first.start > start:
                end = first.start
            else:
                start = first.end
        return self.trimmed(Span(start, self.closed(start, end)))

    def closed(self, start: int, end: int) -> int:
        """Where a stretch ends that begins in a bracket and does not go beyond it."""
        opened = 0
        before = self.text[self.start : start]
        for at in range(start, end) if before.rfind("(") > before.rfind(")") else ():
            opened += (self.text[at] == "(") - (self.text[at] == ")")
            if opened < 0:
                return at
        return end


def children(token: Word, *labels: str) -> list[Word]:
    """The children of a token with one of the labels, in order."""
    return [child for child in token.children if child.dep_ in labels]


def first(tokens: Iterable[Word]) -> Word | None:
    """The first of some tokens, if there is one."""
    return next(iter(tokens), None)


def climbing(token: Word, labels: tuple[str, ...], limit: int = 4) -> Iterator[Word]:
    """The heads of a token as long as each step up has one of the labels."""
    while limit and token.dep_ in labels and token.head is not token:
        token = token.head
        limit -= 1
        yield token


def right_edge_of(head: Word) -> Iterator[Word]:
    """A word, its last dependant, the last dependant of that, and so on, down to the end of the phrase or `DEEP` steps."""
    for _ in range(DEEP):
        yield head
        last = first(child for child in reversed(head.children) if not child.is_punct)
        if last is None or last.i < head.i:
            return
        head = last

"""What was found, as the rows of the case."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain

from testimonia.base.decisions import Decision
from testimonia.base.documents import Article
from testimonia.base.ids import row_id
from testimonia.base.links import End, Finding, Reuse, StemmaEdge
from testimonia.base.spans import Span
from testimonia.link.reuse.aligning import Passage
from testimonia.link.reuse.copies import Pair
from testimonia.link.reuse.drift import counterpart, differences, quotations, touching
from testimonia.link.reuse.folding import Unit
from testimonia.link.reuse.kin import Kin
from testimonia.link.reuse.parallel import Parallel, sentences
from testimonia.link.reuse.stemma import Descent, stated
from testimonia.link.reuse.units import Shelf
from testimonia.link.tables import Tables

MARKS = 16  # marks on one letter, beyond which it is no letter of any script
STATED = ("date", "decision")  # what orders a translation and its original
QUOTED_PART = 0.25  # the part of a text that a passage may be and still be a quotation
FEW_CHANGES = 3  # changes in one quotation
SERIOUS = ("lost negation", "added negation", "figure", "tense")
JOINING = 0.25  # the share of a text that another must explain for both to be one origin: below it a text of one's own quotes a paragraph
SENTENCE, MOSTLY = 150, 0.5  # units up to which it quotes a sentence, unless that is so much of it
WHOLE = 0.93  # the share of a text that is all of it
SIGNS = 3  # full stops, brackets and quotation marks beside a sentence, which an alignment leaves out


@dataclass(frozen=True, slots=True)
class Known:
    """What the rows of a pair are told with: the edges by (child, parent) with their reasons, the attributed words by article, and
    the pairs that share no more than clauses.
    """

    shelf: Shelf
    parents: Mapping[tuple[int, int], str]
    attributed: Mapping[str, Sequence[tuple[int, int]]]
    languages: Mapping[int, str] = field(default_factory=dict)
    clauses: frozenset[tuple[int, int]] = frozenset()
    quotes: dict[int, list[Span]] = field(default_factory=dict)

    def quoted(self, number: int) -> list[Span]:
        """What stands between quotation marks in a unit."""
        if number not in self.quotes:
            unit = self.shelf.units[number]
            self.quotes[number] = quotations(self.shelf.text(unit.document), unit.spans)
        return self.quotes[number]


def pair_rows(known: Known, pairs: Iterable[Pair]) -> tuple[list[Reuse], list[Finding]]:
    """One row a passage, and the quotations that read differently in a copy and its source or in two texts that quote the same words."""
    rows: list[Reuse] = []
    found: list[Finding] = []
    for pair in pairs:
        way, reason = direction(pair, known.parents)
        for passage in pair.passages:
            a, b = end(known.shelf, pair.a, passage.a0, passage.a1), end(known.shelf, pair.b, passage.b0, passage.b1)
            quotation = is_quotation(known, pair, passage)
            if not quotation and (pair.a, pair.b) in known.clauses:
                continue
            differs = differences(words_of(known.shelf, a), words_of(known.shelf, b), known.languages.get(pair.a, "")) if quotation else ()
            kind = "quotation" if quotation else "copy"
            rows.append(Reuse(reuse_id(a, b), kind, a, b, round(passage.similarity, 4), way, reason, differs))
            if passage.similarity < 1.0 and (quotation or way != "unknown"):
                found += drift(known, pair, passage)
    return rows, found


def reuse_id(a: End, b: End) -> str:
    """The id of a reuse: from its two ends."""
    return row_id("r", a.document, a.start, a.end, b.document, b.start, b.end)


def words_of(shelf: Shelf, side: End) -> str:
    """The words of one end."""
    return shelf.text(side.document)[side.start : side.end]


def is_quotation(known: Known, pair: Pair, passage: Passage) -> bool:
    """Whether a passage is a quotation of the same words: a small part of both texts, between quotation marks or attributed in both."""
    shelf = known.shelf
    sides = sides_of(pair, passage)
    if any(stop - start > QUOTED_PART * len(shelf[number].codes) for number, start, stop in sides):
        return False
    for number, start, stop in sides:
        first, last = shelf[number].span(start, stop)
        said = chain(touching(known.quoted(number), first, last), known.attributed.get(shelf.units[number].article or "", ()))
        least = (last - first) / 2
        if not any(min(last, high) - max(first, low) >= least for low, high in said):
            return False
    return True


def is_clause(shelf: Shelf, pair: Pair) -> bool:
    """Whether all that two texts share, much of one and none of them whole, are words inside a sentence of each: whoever denies a claim
    repeats its words.
    """
    shared = matched(pair)
    if shared > SENTENCE:  # most pairs: no text need be looked at
        return False
    size = min(len(shelf[number].codes) for number in (pair.a, pair.b))
    if not JOINING * size <= shared <= WHOLE * size:
        return False
    return not any(has_sentence(shelf, pair, passage) for passage in pair.passages)


def has_sentence(shelf: Shelf, pair: Pair, passage: Passage) -> bool:
    """Whether a passage has the beginning of a sentence in both texts and, unless one goes on longer there, its end."""
    ended = False
    for number, start, stop in sides_of(pair, passage):
        first, last = shelf[number].span(start, stop)
        found = sentences(shelf, shelf.units[number])
        if not any(first - SIGNS <= sentence.start < last for sentence in found):
            return False
        ended = ended or any(first < sentence.end <= last + SIGNS for sentence in found)
    return ended


def sides_of(pair: Pair, passage: Passage) -> tuple[tuple[int, int, int], tuple[int, int, int]]:
    """The units of a pair, each with the stretch of the passage in it."""
    return (pair.a, passage.a0, passage.a1), (pair.b, passage.b0, passage.b1)


def drift(known: Known, pair: Pair, passage: Passage) -> Iterator[Finding]:
    """The quotations inside one passage whose words differ."""
    shelf = known.shelf
    ours, theirs = shelf.units[pair.a], shelf.units[pair.b]
    text, other = shelf.text(ours.document), shelf.text(theirs.document)
    for quote in touching(known.quoted(pair.a), *shelf[pair.a].span(passage.a0, passage.a1)):
        against = counterpart(quote, (shelf[pair.a], shelf[pair.b]), passage.blocks)
        changes = differences(quote.of(text), against.of(other), known.languages.get(pair.a, "")) if against else ()
        if against and changes and telling(changes):
            key = row_id("f", "quote drift", ours.document, quote, theirs.document, against)
            message = "The same words are quoted differently: " + "; ".join(changes) + "."
            yield Finding(key, "quote drift", message, ours.document, ours.article, (quote,), theirs.document, (against,))


def telling(changes: Sequence[str]) -> bool:
    """Whether the changes are of words, not the noise of a bad scan: few, or one that turns the sense."""
    return len(changes) <= FEW_CHANGES or any(change.startswith(SERIOUS) for change in changes)


def attributed(tables: Tables) -> dict[str, list[tuple[int, int]]]:
    """The stretches that each article attributes to somebody."""
    found: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for attribution in tables.records("attributions"):
        found[attribution.article] += [(span.start, span.end) for span in attribution.content]
    return found


def translation_rows(known: Known, found: Iterable[Parallel]) -> Iterator[Reuse]:
    """One row for each two paragraphs of a translation."""
    for one in found:
        way, reason = direction(Pair(one.a, one.b, ()), known.parents)
        for left, right in one.rows:
            ours, theirs = known.shelf.units[one.a], known.shelf.units[one.b]
            a, b = End(ours.document, ours.article, *left), End(theirs.document, theirs.article, *right)
            yield Reuse(reuse_id(a, b), "translation", a, b, round(one.score, 2), way, reason or one.reason)


def translation_edges(kin: Kin, articles: Sequence[Article], found: Iterable[Parallel]) -> Iterator[Descent]:
    """Which of two translations goes back to the other: the one that names a translator, or the later one; else nothing says so."""
    for one in found:
        names = [bool(articles[number].translator) for number in (one.a, one.b)]
        way = stated(kin, one.a, one.b), stated(kin, one.b, one.a)
        if names[0] != names[1]:
            child, parent, reason = (one.a, one.b, "credit") if names[0] else (one.b, one.a, "credit")
        elif way[0] in STATED or way[1] in STATED:
            child, parent, reason = (one.b, one.a, way[0]) if way[0] in STATED else (one.a, one.b, way[1])
        else:
            continue
        yield Descent(child, parent, ("translation", reason), 1.0)


def direction(pair: Pair, parents: Mapping[tuple[int, int], str]) -> tuple[str, str]:
    """Which of the two took from the other, as far as the stemma says."""
    if (pair.b, pair.a) in parents:
        return "a>b", parents[pair.b, pair.a]
    if (pair.a, pair.b) in parents:
        return "b>a", parents[pair.a, pair.b]
    return "unknown", ""


def end(shelf: Shelf, number: int, start: int, stop: int) -> End:
    """One side of a passage as a stretch of its document's text."""
    unit: Unit = shelf.units[number]
    first, last = shelf[number].span(start, stop)
    return End(unit.document, unit.article, first, with_marks(shelf.text(unit.document), last))


def with_marks(text: str, end: int) -> int:
    """The end of the letter that ends at a place: behind the vowel signs, tone marks and accents that stand on it."""
    stop = end
    while stop < min(len(text), end + MARKS) and unicodedata.category(text[stop]).startswith("M"):
        stop += 1
    return stop


def stemma_rows(units: Sequence[Unit], edges: Iterable[Descent]) -> Iterator[StemmaEdge]:
    """One row an edge."""
    for edge in edges:
        child, parent = units[edge.child].article, units[edge.parent].article
        if child and parent:
            yield StemmaEdge(child, parent, edge.reasons)


def joins(units: Sequence[Unit], kin: Kin, ruled: Iterable[Decision]) -> Iterator[tuple[str, str]]:
    """The pairs of articles that are of one origin: ruled the same, or a copy of so much that it is no mere quotation."""
    for decision in ruled:
        if decision.kind == "same" and len(decision.targets) == 2:
            yield decision.targets[0], decision.targets[1]
    for one in sorted(kin.shared):
        for other in sorted(kin.shared[one]):
            if copied(matched(kin.shared[one][other]), kin.size(one)):
                yield units[one].article or "", units[other].article or ""


def copied(units: int, size: int) -> bool:
    """Whether a text of some size that has so many units from another is a copy of it, and not a text of its own that quotes it."""
    return units >= JOINING * size and (units > SENTENCE or units >= MOSTLY * size)


def matched(pair: Pair) -> int:
    """How many units two texts share."""
    return sum(passage.matched for passage in pair.passages)

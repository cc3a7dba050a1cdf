"""What two texts give in one passage, as its translation shows it: the one figure of its kind, or day, that stands here and another there.

What is set side by side otherwise are claims, whose words must be known. Of a paragraph and its translation the place alone tells which
figures are answers to one question, in any two languages, and the rest of both shows that the figures are read alike.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from testimonia.base.documents import Article
from testimonia.base.extractions import Quantity, Time
from testimonia.base.ids import row_id
from testimonia.base.languages import primary
from testimonia.base.links import Answer, AnswerClaim, Disagreement, End, MentionEntity, Reuse
from testimonia.base.spans import Span
from testimonia.link.disagree.alike import WEEK
from testimonia.link.disagree.gathering import published
from testimonia.link.disagree.holding import parts
from testimonia.link.disagree.values import SLACK, days
from testimonia.link.disagree.writing import WRITTEN, spelt
from testimonia.link.reuse.crossing import FIGURE
from testimonia.link.reuse.shifts import values_of
from testimonia.link.tables import Tables

DATED = re.compile(r"\d{4}(?:-\d\d){0,2}")  # a year, a month or a day
YEAR = 4  # signs of a date's value
COUNT = "count"  # the sort of what has no unit
UNITLESS = {"people": COUNT}  # what one language counts as people another may count without a word
DEGREES = "deg"  # of any scale: what one language tells in Celsius another tells in Fahrenheit
COMPARED = ("number", "date")
AROUND = 90  # characters before and behind a figure by which a question says which one it is
WORD = re.compile(r"\w")
SENTENCE = re.compile(r"[.!?。！？](?:\s+|$)|\n")
REASON = "Set side by side as the one {what} that differs between a passage and its translation."


@dataclass(frozen=True, slots=True)
class Given:
    """A figure or a date that a text gives; only those of one `sort` (its unit, what is measured, how much of a date) are compared."""

    document: str
    article: str
    span: Span
    kind: str
    sort: str
    value: str
    ends: frozenset[float]
    loose: bool = False
    attribution: str | None = None
    question: str = ""
    english: bool = False  # as all questions are
    entities: tuple[str, ...] = ()  # whom its passage names

    def alike(self, other: Given) -> bool:
        """Whether the other may say the same: a bound or a range of the same ends, or about as much."""
        if self.sort != other.sort:
            return False
        near = abs(min(self.ends) - min(other.ends)) <= SLACK * max(*self.ends, *other.ends)
        return self.ends <= other.ends or other.ends <= self.ends or (near and (self.loose or other.loose))


@dataclass(frozen=True)
class Texts:
    """What the texts of some passages give, by document, and when their articles came out."""

    words: Mapping[str, str]
    given: Mapping[str, Sequence[Given]]
    articles: Mapping[str, Article]
    named: Mapping[str, Sequence[MentionEntity]]

    @classmethod
    def of(cls, tables: Tables, documents: Sequence[str]) -> Texts:
        """Some documents."""
        given: dict[str, list[Given]] = defaultdict(list)
        for figure in tables.records("quantities", document=list(documents)):
            given[figure.document] += figures_in(figure)
        for time in tables.records("times", document=list(documents)):
            given[time.document] += dates_in(time)
        articles = {article.id: article for article in tables.records("articles", document=list(documents))}
        named: dict[str, list[MentionEntity]] = defaultdict(list)
        for mention in tables.records("mention_entities", document=list(documents)):
            named[mention.document].append(mention)
        return cls(dict(tables.texts(documents)), given, articles, named)

    def inside(self, end: End) -> list[Given]:
        """What one side of a passage gives."""
        return [one for one in self.given.get(end.document, ()) if end.start <= one.span.start and one.span.end <= end.end]

    def written(self, span: Span, document: str) -> set[str]:
        """The figures of a stretch in all their forms."""
        text = self.words[document]
        return set().union(*(values_of(found.group(), myriads=True) for found in FIGURE.finditer(text, *span)))

    def gives(self, document: str, one: Given) -> bool:
        """Whether a text gives somewhere what another gives; it may leave out a unit that it gave before."""
        return any(
            one.alike(other) or (COUNT in (one.sort, other.sort) and one.ends == other.ends) for other in self.given.get(document, ())
        )

    def holds(self, document: str, row: Disagreement) -> bool:
        """Whether a text gives all that the answers of a question give, be it elsewhere."""
        told = [one for answer in row.answers for place in answer.claims for one in self.at(place) if one.kind == row.kind]
        return bool(told) and all(self.gives(document, one) for one in told)

    def at(self, place: AnswerClaim) -> list[Given]:
        """What stands in the words of an answer."""
        return [one for one in self.given.get(place.document, ()) if one.span.overlap(Span(place.start, place.end))]

    def of_one_day(self, one: Given, other: Given) -> bool:
        """Whether two texts came out on one day, so that "yesterday" is one day in both."""
        mine, theirs = (published(self.articles.get(told.article)) for told in (one, other))
        return mine is not None and mine == theirs


def figures_in(figure: Quantity) -> Iterator[Given]:
    """A figure as it is compared, by its finite ends; more than one, which any language also says of what it does not count."""
    ends = frozenset(end for end in (figure.low, figure.high) if end is not None and math.isfinite(end))
    unit = figure.unit or ""
    if ends and min(ends) > 1 and figure.measure != "ordinal" and unit != DEGREES:
        shown = " ".join(part for part in (spelt_out(figure), WRITTEN.get(unit, unit) if unit != "a" else "") if part)
        span = Span(figure.start, figure.end)
        yield Given(
            figure.document, figure.article, span, "number", unit or UNITLESS.get(figure.measure, figure.measure), shown, ends,
            figure.approximate, figure.attribution,
        )  # fmt: skip


def spelt_out(figure: Quantity) -> str:
    """A figure as a person writes it."""
    low, high = (None if end is None else spelt(str(end)) for end in (figure.low, figure.high))
    if low == high:
        return f"{'about ' if figure.approximate else ''}{low}"
    return f"at least {low}" if high is None else f"at most {high}" if low is None else f"{low} to {high}"


def dates_in(time: Time) -> Iterator[Given]:
    """A year, a month or a day as it is compared."""
    value = (time.value or "").partition("T")[0]
    stretch = days(value)
    if stretch is not None and DATED.fullmatch(value):
        yield Given(time.document, time.article, Span(time.start, time.end), "date", f"date {len(value)}", value, frozenset(stretch))


def with_passages(tables: Tables, rows: Iterable[Disagreement], origins: Mapping[str, str]) -> list[Disagreement]:
    """The questions, with those that translated passages raise besides, and without what a text and its translation both give."""
    shared: dict[str, list[Reuse]] = defaultdict(list)
    for row in tables.records("reuse", kind="translation"):
        shared[row.a.document].append(row)
    kept = apart(tables, list(rows), {frozenset((row.a.document, row.b.document)) for held in shared.values() for row in held})
    return filled(kept, list(raised(tables, kept, shared, origins)))


def filled(rows: Sequence[Disagreement], passages: Sequence[Disagreement]) -> list[Disagreement]:
    """All questions once: one whose answers all stand in the answers of a passage, which has more of them, asks for the passage."""
    asked: list[Disagreement] = []
    taken: set[str] = set()
    for row in rows:
        whole = next((passage for passage in passages if stands_in(row, passage)), None)
        if whole is None:
            asked.append(row)
        elif whole.id not in taken:
            taken.add(whole.id)
            entities = tuple(sorted({*row.entities, *whole.entities}))
            asked.append(replace(row, answers=whole.answers, reason=f"{row.reason} {whole.reason}".strip(), entities=entities))
    return [*asked, *(passage for passage in passages if passage.id not in taken)]


def stands_in(row: Disagreement, passage: Disagreement) -> bool:
    """Whether each answer of a question stands, with all its places, in another answer of a passage."""
    if row.kind != passage.kind:
        return False
    held = [[at for at, whole in enumerate(passage.answers) if all(met(place, whole) for place in one.claims)] for one in row.answers]
    return all(held) and len({tuple(places) for places in held}) == len(held)


def met(place: AnswerClaim, answer: Answer) -> bool:
    """Whether a place of an answer holds one of another answer."""
    span = Span(place.start, place.end)
    return any(place.document == one.document and span.overlap(Span(one.start, one.end)) for one in answer.claims)


def apart(tables: Tables, rows: Sequence[Disagreement], pairs: Collection[frozenset[str]]) -> list[Disagreement]:
    """The questions without those whose answers stand in translations of one text, each in another, while each text gives them all."""
    asked: dict[str, set[str]] = {}
    for row in rows:
        documents = [{one.document for one in answer.claims} for answer in row.answers]
        every = set().union(*documents)
        if row.kind in COMPARED and len(every) == sum(map(len, documents)):
            asked |= {row.id: every} if all(frozenset(two) in pairs for two in combinations(every, 2)) else {}
    texts = Texts.of(tables, sorted(set().union(*asked.values())))
    return [row for row in rows if row.id not in asked or not all(texts.holds(document, row) for document in sorted(asked[row.id]))]


def raised(
    tables: Tables, rows: Sequence[Disagreement], shared: Mapping[str, Sequence[Reuse]], origins: Mapping[str, str]
) -> Iterator[Disagreement]:
    """The questions that translated passages (`shared`, by document) raise and none of these does."""
    asked = defaultdict(list)
    for one in (one for row in rows for answer in row.answers for one in answer.claims):
        asked[one.document].append(Span(one.start, one.end))
    pairs = []
    for part in parts(sorted(shared)):
        told = [row for document in part for row in shared[document] if row.a.article and row.b.article]
        texts = Texts.of(tables, sorted({end.document for row in told for end in (row.a, row.b)}))
        pairs += [pair for row in told for pair in differing(row, texts)]
    yield from (asking(group, origins) for group in grouped(pairs) if not all(told_of(one, asked) for one in group))


def told_of(one: Given, asked: Mapping[str, Sequence[Span]]) -> bool:
    """Whether a question stands on this figure already."""
    return any(span.overlap(one.span) for span in asked.get(one.document, ()))


def differing(row: Reuse, texts: Texts) -> Iterator[tuple[Given, Given]]:
    """The figures or dates of two passages that are alone of their sort in having no counterpart; in the other text one has none at all."""
    sides = (row.a, row.b)
    left = [by_sort(missing(here, there, texts)) for here, there in (sides, sides[::-1])]
    for sort in sorted(left[0].keys() & left[1].keys()):
        if len(left[0][sort]) == len(left[1][sort]) == 1:
            (one,), (other,) = left[0][sort], left[1][sort]
            new = not texts.gives(row.b.document, one) or not texts.gives(row.a.document, other)
            if new and not one.alike(other) and (one.kind == "number" or fixed(one, other, texts)):
                yield asked_by(one, row.a, texts), asked_by(other, row.b, texts)


def by_sort(found: Iterable[Given]) -> dict[str, list[Given]]:
    """Some figures by their sort."""
    held: dict[str, list[Given]] = defaultdict(list)
    for one in found:
        held[one.sort].append(one)
    return held


def missing(here: End, there: End, texts: Texts) -> Iterator[Given]:
    """What one side of a passage gives and the other does not, in its values or in its digits."""
    others, written = texts.inside(there), texts.written(Span(there.start, there.end), there.document)
    for one in texts.inside(here):
        digits = [values_of(found.group(), myriads=True) for found in FIGURE.finditer(texts.words[one.document], *one.span)]
        told = bool(digits) and all(forms & written for forms in digits)
        if not told and not any(one.alike(other) for other in others):
            yield one


def fixed(one: Given, other: Given, texts: Texts) -> bool:
    """Whether two dates are told in figures, or against the one day on which both texts came out; in another year only if both write it."""
    told = [[found.group() for found in FIGURE.finditer(texts.words[date.document], *date.span)] for date in (one, other)]
    whole = all(date.value[:YEAR] in figures for date, figures in zip((one, other), told, strict=True))
    if not whole and (one.value[YEAR:] == other.value[YEAR:] or (min(one.ends) - min(other.ends)) % WEEK == 0):
        return False
    return all(told) or (not any(told) and texts.of_one_day(one, other))


def grouped(pairs: Iterable[tuple[Given, Given]]) -> list[list[Given]]:
    """The figures of pairs that hang together: one passage may have several translations."""
    groups: list[set[Given]] = []
    for pair in pairs:
        met = [group for group in groups if not group.isdisjoint(pair)]
        groups = [*(group for group in groups if group not in met), set(pair).union(*met)]
    return [sorted(group, key=lambda one: (one.document, one.span)) for group in groups]


def asking(group: Sequence[Given], origins: Mapping[str, str]) -> Disagreement:
    """The row for the figures of one passage."""
    answers: list[list[Given]] = []
    for one in group:
        fitting = (held for held in answers if all(one.alike(other) for other in held))
        held = next(fitting, None)
        answers.append([one]) if held is None else held.append(one)
    first = next((one for one in group if one.english), group[0])
    what = "figure of its kind" if first.kind == "number" else "date"
    shown = tuple(sorted((answer(members, origins) for members in answers), key=lambda row: (-row.witnesses, row.value)))
    key = row_id("x", "passage", *((one.document, *one.span) for one in group))
    named = tuple(sorted({entity for one in group for entity in one.entities}))
    return Disagreement(key, first.question, first.kind, shown, REASON.format(what=what), named)


def answer(members: Sequence[Given], origins: Mapping[str, str]) -> Answer:
    """One value with the places that give it."""
    held = [(one, origins.get(one.article, one.article)) for one in members]
    rows = tuple(AnswerClaim(one.document, *one.span, one.article, origin, attribution=one.attribution) for one, origin in held)
    return Answer(" / ".join(sorted({one.value for one in members})), len({origin for _, origin in held}), rows)


def asked_by(one: Given, end: End, texts: Texts) -> Given:
    """A figure or date with the question which one it is, by the words around it, and whom its passage names."""
    text = texts.words[one.document]
    before = SENTENCE.split(text[max(0, one.span.start - AROUND) : one.span.start])[-1]
    behind = SENTENCE.split(text[one.span.end : one.span.end + AROUND])[0]
    whole = (before if len(before) < AROUND else before.partition(" ")[2], behind if len(behind) < AROUND else behind.rpartition(" ")[0])
    what = "figure" if one.kind == "number" else "date"
    line = f"Which {what} stands here: “{' … '.join(part.strip() if WORD.search(part) else '' for part in whole)}”?"
    named = sorted({told.entity for told in texts.named.get(one.document, ()) if end.start <= told.start and told.end <= end.end})
    article = texts.articles.get(one.article)
    return replace(one, question=line, english=article is not None and primary(article.language or "") == "en", entities=tuple(named))

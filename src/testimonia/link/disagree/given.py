"""The figures, dates and places that texts give, as passages of them are compared: by their place, in any language, without claims."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from testimonia.base.documents import Article
from testimonia.base.extractions import Quantity, Time
from testimonia.base.languages import primary
from testimonia.base.links import AnswerClaim, Disagreement, End, MentionEntity
from testimonia.base.spans import Span
from testimonia.link.disagree.alike import POINTS, WEEK
from testimonia.link.disagree.gathering import published
from testimonia.link.disagree.piles import one_place
from testimonia.link.disagree.values import SLACK, UNCOUNTED, Stretch, days
from testimonia.link.disagree.vocabulary import vocabulary
from testimonia.link.disagree.writing import WRITTEN, spelt
from testimonia.link.reuse.crossing import FIGURE
from testimonia.link.reuse.shifts import values_of
from testimonia.link.tables import Tables

DATED = re.compile(r"\d{4}(?:-\d\d){0,2}")  # a year, a month or a day
YEAR, MONTH = 4, 7  # signs of a date's value
COUNT = "count"  # the sort of what has no unit
UNITLESS = {"people": COUNT}  # what one language counts as people another may count without a word
COMMON = ("percent", "duration")  # measures
OCCASIONS = vocabulary("occasions")  # counted where a text says how often
DEGREES = "deg"  # of any scale: what one language tells in Celsius another tells in Fahrenheit
PLACE = "place"  # a kind, its sort, and the type of those that it names
WHAT = {"number": "figure", "date": "date", PLACE: "place"}  # that a question asks for
AROUND = 90  # characters before and behind a figure by which a question says which one it is
WORD, WORDS = re.compile(r"\w"), re.compile(r"[^\W\d_]{2,}|[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]")
NOUN = 5  # letters by which a noun is known
TOLD = 4  # words beside a figure that make a sentence of its line
TAGGED = re.compile(r"=[\"'“]\Z")  # opens a value that a tag gives
SENTENCE = re.compile(r"[.!?。！？](?:\s+|$)|\n")


@dataclass(frozen=True, slots=True)
class Given:
    """A figure, date or place that a text gives; only those of one `sort` (its unit, what is measured, how much of a date) are compared."""

    document: str
    article: str
    span: Span
    kind: str
    sort: str
    value: str
    ends: frozenset[float]
    loose: bool = False
    attribution: str | None = None
    question: str = field(default="", compare=False)
    english: bool = False  # as all questions are
    entities: tuple[str, ...] = field(default=(), compare=False)  # whom its passage names
    noun: str = field(default="", compare=False)  # of what is counted, by its first letters
    stretch: Stretch | None = field(default=None, compare=False)  # in which a figure lies
    common: bool = field(default=False, compare=False)  # a share, a length of time, a month: any text gives some, of anything

    def alike(self, other: Given) -> bool:
        """Whether the other may say the same: a bound or a range of the same ends, or about as much."""
        if self.sort != other.sort:
            return False
        if self.kind == PLACE:
            return one_place(self.value, other.value)
        near = abs(min(self.ends) - min(other.ends)) <= SLACK * max(*self.ends, *other.ends)
        within = self.ends <= other.ends or other.ends <= self.ends
        return within or (near and (self.loose or other.loose)) or self.rounds(other) or other.rounds(self)

    def rounds(self, other: Given) -> bool:
        """Whether this is a fraction that the other gives with more digits ("2.8", "2.83")."""
        digits = max(len(f"{end:.9g}".partition(".")[2]) for end in self.ends)
        return digits > 0 and self.ends == {round(end, digits) for end in other.ends}


@dataclass(frozen=True)
class Texts:
    """What the texts of some passages give, by document, and when their articles came out."""

    words: Mapping[str, str]
    given: Mapping[str, Sequence[Given]]
    articles: Mapping[str, Article]
    named: Mapping[str, Sequence[MentionEntity]]

    @classmethod
    def of(cls, tables: Tables, documents: Sequence[str], places: Mapping[str, str] | None = None) -> Texts:
        """Some documents; `places` are the names of the entities that are places, where these are compared too."""
        given: dict[str, list[Given]] = defaultdict(list)
        for figure in tables.records("quantities", document=list(documents)):
            given[figure.document] += figures_in(figure)
        for time in tables.records("times", document=list(documents)):
            given[time.document] += dates_in(time)
        articles = {article.id: article for article in tables.records("articles", document=list(documents))}
        named: dict[str, list[MentionEntity]] = defaultdict(list)
        for mention in tables.records("mention_entities", document=list(documents)):
            named[mention.document].append(mention)
            given[mention.document] += place_in(mention, places or {})
        return cls(dict(tables.texts(documents)), given, articles, named)

    def inside(self, end: End) -> list[Given]:
        """What one side of a passage gives."""
        return [one for one in self.given.get(end.document, ()) if end.start <= one.span.start and one.span.end <= end.end]

    def across(self, document: str, span: Span) -> dict[str, list[Given]]:
        """What stands in a stretch or reaches into it, by its sort."""
        return by_sort(one for one in self.given.get(document, ()) if one.span.overlap(span))

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

    def told(self, one: Given) -> bool:
        """Whether a sentence tells it: it stands among words, and is not the day of its page or of an article on it."""
        articles = (article for article in self.articles.values() if article.document == one.document)
        facts = (fact for article in articles for fact in (article.published, article.first_published))
        if any(fact is not None and fact.span is not None and fact.span.overlap(one.span) for fact in facts):
            return False
        if TAGGED.search(self.words[one.document], max(0, one.span.start - 2), one.span.start):
            return False
        return len(WORDS.findall(" ".join(line_of(one, self.words[one.document])))) >= TOLD

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
        vague = figure.low in UNCOUNTED and figure.high is None  # "millions"
        common = vague or figure.measure in COMMON or figure.counted in POINTS or not OCCASIONS.isdisjoint((unit, figure.counted))
        yield Given(
            figure.document, figure.article, span, "number", unit or UNITLESS.get(figure.measure, figure.measure), shown, ends,
            figure.approximate, figure.attribution, noun=noun_of(figure.counted or ""), common=common,
            stretch=(-math.inf if figure.low is None else figure.low, math.inf if figure.high is None else figure.high),
        )  # fmt: skip


def noun_of(counted: str) -> str:
    """The last word of what is counted, by its first letters: one in the singular and the plural."""
    return counted.rpartition(" ")[2].casefold()[:NOUN]


def by_sort(found: Iterable[Given]) -> dict[str, list[Given]]:
    """Some figures by their sort."""
    held: dict[str, list[Given]] = defaultdict(list)
    for one in found:
        held[one.sort].append(one)
    return held


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
        yield Given(
            time.document,
            time.article,
            Span(time.start, time.end),
            "date",
            f"date {len(value)}",
            value,
            frozenset(stretch),
            common=len(value) == MONTH,
        )


def place_in(mention: MentionEntity, places: Mapping[str, str]) -> Iterator[Given]:
    """A place as it is compared, by its name."""
    if mention.entity in places:
        yield Given(mention.document, "", Span(mention.start, mention.end), PLACE, PLACE, places[mention.entity], frozenset())


def fixed(one: Given, other: Given, texts: Texts) -> bool:
    """Whether two dates are told in figures, or against the one day on which both texts came out; in another year only if both write it."""
    told = [[found.group() for found in FIGURE.finditer(texts.words[date.document], *date.span)] for date in (one, other)]
    whole = all(date.value[:YEAR] in figures for date, figures in zip((one, other), told, strict=True))
    if not whole and (one.value[YEAR:] == other.value[YEAR:] or (min(one.ends) - min(other.ends)) % WEEK == 0):
        return False
    return all(told) or (not any(told) and texts.of_one_day(one, other))


def line_of(one: Given, text: str) -> tuple[str, str]:
    """The words before and behind a figure in its sentence and line."""
    before = SENTENCE.split(text[max(0, one.span.start - AROUND) : one.span.start])[-1]
    return before, SENTENCE.split(text[one.span.end : one.span.end + AROUND])[0]


def asked_by(one: Given, end: End, texts: Texts) -> Given:
    """A figure or date with the question which one it is, by the words around it, and whom its passage names."""
    before, behind = line_of(one, texts.words[one.document])
    whole = (before if len(before) < AROUND else before.partition(" ")[2], behind if len(behind) < AROUND else behind.rpartition(" ")[0])
    line = f"Which {WHAT[one.kind]} stands here: “{' … '.join(part.strip() if WORD.search(part) else '' for part in whole)}”?"
    named = sorted({told.entity for told in texts.named.get(one.document, ()) if end.start <= told.start and told.end <= end.end})
    article = texts.articles.get(end.article or "")
    english = article is not None and primary(article.language or "") == "en"
    return replace(one, article=end.article or one.article, question=line, english=english, entities=tuple(named))

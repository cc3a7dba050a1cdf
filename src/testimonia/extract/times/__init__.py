"""Times: TIMEX3-like expressions with their values."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from collections.abc import Set as AbstractSet
from functools import cache, partial

from testimonia.base.documents import Article
from testimonia.base.extractions import Time
from testimonia.base.ids import row_id
from testimonia.base.languages import primary, table
from testimonia.base.phrases import any_of
from testimonia.base.spans import Span, trimmed
from testimonia.extract.parsing import Paragraph, Parsed
from testimonia.extract.quantities.atoms import folded
from testimonia.extract.quantities.guards import in_name
from testimonia.extract.times.amounts import amounts
from testimonia.extract.times.context import Context, Reading
from testimonia.extract.times.joining import Placed, joined
from testimonia.extract.times.narrated import narrated
from testimonia.extract.times.needs import Pieces
from testimonia.extract.times.readers import READERS
from testimonia.extract.times.tense import tense_in
from testimonia.extract.times.values import Point, point
from testimonia.extract.times.vocabulary import Vocabulary, needed, patterns, vocabulary

SLASHED = re.compile(r"(?<![\d/.])(\d{1,2})/(\d{1,2})/(?:\d{4}|\d{2})(?!\d)")


DIGIT = re.compile(r"\d")
LOOK = 20  # characters before and behind a number in which the words stand that tell a count from a year
OF_WORDS = frozenset(("deictic", "now", "past", "set_word", "duration"))  # what a name may hold: "Six-Day", "Monthly", "Today"
OF_FIGURES = frozenset(
    """
    iso cjk day_alone eastern_clock hours slashed days date dates years year open quarter decade jalali hijri
    """.split()
)


def find_times(parsed: Parsed) -> tuple[Time, ...]:
    """The time expressions of an article: its title and body, then its head lines and notes."""
    context = Context(vocabulary(parsed.language), anchor_of(parsed.article), day_first=order_of(parsed))
    found: dict[tuple[int, int], Time] = {}
    for index, paragraph in enumerate(parsed.paragraphs):
        context.paragraph, context.counts, context.modifies = index, counts_in(paragraph, context.words), modifies_in(paragraph)
        context.tense = tense_in(paragraph, context.words.language)
        for time in in_stretch(parsed, context, Span(paragraph.start, paragraph.end)):
            found.setdefault((time.start, time.end), time)
    for time in narrated(parsed, found.values()):
        found.setdefault((time.start, time.end), time)
    inside = sorted((paragraph.start, paragraph.end) for paragraph in parsed.paragraphs)
    for offset, span in enumerate(outside(parsed)):
        if any(start < span.end and span.start < end for start, end in inside):
            continue
        context.paragraph, context.counts = len(inside) + 9 * (offset + 1), lambda start, end: False
        context.modifies, context.tense = context.counts, lambda start, end: ""
        for time in in_stretch(parsed, context, span):
            found.setdefault((time.start, time.end), time)
    return tuple(found[key] for key in sorted(found))


def anchor_of(article: Article) -> Point | None:
    """What relative times are counted from: the first publication of a reprint, else the publication."""
    for fact in (article.first_published, article.published):
        if fact is not None and point(fact.value) is not None:
            return point(fact.value)
    return None


def order_of(parsed: Parsed) -> bool | None:
    """Whether the day stands first in the article's dates in numbers, when one of them tells."""
    if not table(primary(parsed.language), "times").get("either_first"):
        return True
    for paragraph in parsed.paragraphs:
        for match in SLASHED.finditer(parsed.text, paragraph.start, paragraph.end):
            one, two = int(match[1]), int(match[2])
            if (one > 12) != (two > 12):
                return one > 12
    return None


def outside(parsed: Parsed) -> Iterator[Span]:
    """Stretches that belong to the article outside its title and body: its publication dates and its notes.

    What stands in another article of the page, or belongs to an earlier one as well, is read there: each place is read once.
    """
    article, articles = parsed.article, parsed.division.articles
    taken = [span for other in articles if other.id != article.id for span in (*other.body, *((other.title,) if other.title else ()))]
    at = next((i for i, other in enumerate(articles) if other.id == article.id), 0)
    taken += [fact.span for other in articles[:at] for fact in (other.first_published, other.published) if fact is not None and fact.span]
    own = [fact.span for fact in (article.first_published, article.published) if fact is not None and fact.span is not None]
    for citation in parsed.division.citations:
        if citation.note is not None and (citation.article == article.id or (citation.article is None and at == 0)):
            own.append(citation.note)
    yield from (span for span in own if not any(span.start < end and start < span.end for start, end in taken))


def in_stretch(parsed: Parsed, context: Context, span: Span) -> Iterator[Time]:
    """The times of one stretch of text, in order; each moves the text's time line."""
    context.written = parsed.text[span.start : span.end]
    context.text = folded(context.written)
    if not context.text.strip():
        return
    for one in joined(read_in_order(context), context):
        start, end = trimmed(parsed.text, (span.start + one.start, span.start + one.end))
        start += parsed.text[start] == "("
        yield Time(
            row_id("t", parsed.document.id, start, end), parsed.document.id, parsed.article.id, start, end,
            one.reading.value, one.reading.kind, one.reading.reason,
        )  # fmt: skip


def read_in_order(context: Context) -> list[Placed]:
    """The expressions of the stretch, each read where the text's time line stands when it is reached."""
    placed = []
    for start, end, read, own_year in chosen(context):
        reading = read(context)
        if reading is not None:
            move(context, reading)
            placed.append(Placed(start, end, reading, own_year))
    return placed


def dates_in(parsed: Parsed, span: Span) -> Iterator[tuple[str, Span]]:
    """The days that a stretch outside the body names in full, with their words."""
    context = Context(vocabulary(parsed.language), None, day_first=order_of(parsed))
    for time in in_stretch(parsed, context, span):
        if time.value is not None and time.kind == "date" and len(time.value) == 10:
            yield time.value, Span(time.start, time.end)


def chosen(context: Context) -> list[tuple[int, int, Callable[[Context], Reading | None], bool]]:
    """What all patterns match, leftmost first and longest first, without overlap; a match that reads as nothing gives way."""
    figures = DIGIT.search(context.text) is not None
    needs, all_pieces = needed(context.words.language)
    there = {piece for piece in all_pieces if piece in context.text}
    listed: list[tuple[int, int, int, Callable[[Context], Reading | None], bool]] = [
        (match.start(), -match.end(), order, partial(READERS[name], match), bool(match.groupdict().get("year")))
        for order, (name, pattern) in enumerate(patterns(context.words.language))
        if (figures or name not in OF_FIGURES) and may_match(needs[order], there)
        for match in pattern.finditer(context.text)
        if match.end() > match.start() and not (name in OF_WORDS and in_name(context.written, match.start()))
    ]
    if "patterns" not in context.words.raw:
        listed += [(start, -end, -1, partial(given, reading), True) for start, end, reading in amounts(context)]
    listed.sort(key=lambda item: item[:3])
    kept: list[tuple[int, int, Callable[[Context], Reading | None], bool]] = []
    reached = 0
    for start, end, _, read, own_year in listed:
        if start >= reached and read(context) is not None:
            kept.append((start, -end, read, own_year))
            reached = -end
    return kept


def may_match(needs: Pieces | None, there: AbstractSet[str]) -> bool:
    """Whether a text that holds some pieces may hold a match that needs one of others."""
    return needs is None or not needs.isdisjoint(there)


def given(reading: Reading, context: Context) -> Reading:
    """What has been read already."""
    return reading


def move(context: Context, reading: Reading) -> None:
    """Let the time line stand on an absolute date."""
    at = point(reading.value) if reading.on_line else None
    if at is not None:
        context.line, context.line_paragraph = at, context.paragraph


def modifies_in(paragraph: Paragraph) -> Callable[[int, int], bool]:
    """Tells, for one paragraph, whether a weekday is part of a compound noun ("the Friday market")."""

    def modifies(start: int, end: int) -> bool:
        span = paragraph.doc.char_span(start, end, alignment_mode="expand") if paragraph.parsed else None
        return span is not None and len(span) > 0 and span[0].dep_ == "compound" and span[0].head.tag_ in ("NN", "NNS", "NNP")

    return modifies


@cache
def counting(words: Vocabulary) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What stands before a number that is no year, and the plural behind it, in a language whose pack tells counts from years by them."""
    told = words.raw.get("counts", {})
    bounds, plurals = (any_of(told.get(key, ())) for key in ("bounds", "plurals"))
    return re.compile(rf"\b(?:{bounds})\s$", re.I), re.compile(rf"\s(?:\w+s|{plurals})\b")


def counts_in(paragraph: Paragraph, words: Vocabulary) -> Callable[[int, int], bool]:
    """Tells, for one paragraph, whether a number that looks like a year counts something ("some 2000 people")."""
    bound, plural = counting(words)

    def counts(start: int, end: int) -> bool:
        text = paragraph.text
        if bound.search(text, max(0, start - LOOK), start):
            return plural.match(text, end, end + LOOK) is not None
        if not paragraph.parsed:
            return False
        span = paragraph.doc.char_span(start, end, alignment_mode="expand")
        if span is None or not len(span) or span[0].ent_type_ == "DATE" or int(text[start:end]) % 10:
            return False
        token, led = span[0], text[max(0, start - LOOK) : start].lower().split()[-1:]
        dated = bool(led) and led[0] in words.raw["counts"]["led"]
        return token.dep_ == "nummod" and token.head.i > token.i and token.head.tag_ == "NNS" and not dated

    return counts

"""Sentences that no parser has read: what stands in them, which word of the pack is next to a figure or a name, and the claim of both."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from testimonia.base.extractions import Claim, Mention, Quantity, Time
from testimonia.base.ids import row_id
from testimonia.base.scripts import unmarked
from testimonia.base.spans import Span, hull, trimmed
from testimonia.extract.claims.making import WIDEST
from testimonia.extract.claims.reading import Read, Within, points
from testimonia.extract.claims.unparsed.words import MOST_WORDS, Words, key_words
from testimonia.extract.parsing import Paragraph, Parsed
from testimonia.extract.quantities.holding import Holding
from testimonia.fitted.known import common_word

MARKS = "\u064b-\u0652\u0670"  # Arabic vowel signs, mostly left out
WORD = re.compile(rf"[^\W\d_](?:[^\W\d_{MARKS}]|[{MARKS}]|[’'\u200c-](?=[^\W\d_]))*")
SIGNS = re.compile(f"[{MARKS}]")
STOPS = re.compile(r"[,;:،؛—–]")
FAR, ACROSS = 70, 30  # characters between a figure and its event word; how much further a comma makes it
TELLING = 5  # letters of a word that says something
LONGEST = 2000  # characters of a sentence that is read; a longer one is a list


@dataclass
class Sentence:
    """One sentence with what stands in it; `mark` finds where words of the pack do (`events` to `joined`)."""

    parsed: Parsed
    paragraph: Paragraph
    span: Span
    events: list[tuple[Span, str]]
    sizes: list[tuple[Span, str]]
    negated: list[int]
    joined: list[int]
    mentions: list[Mention]
    quantities: list[Quantity]
    times: list[Time]
    names_before: tuple[Span, ...]

    @cached_property
    def content(self) -> tuple[str, ...]:
        """The words of the sentence that are no common words of some language, sorted, each once.

        Without lemmas and parts of speech common words would tie any two texts of one language.
        """
        words = {met.group() for met in WORD.finditer(self.span.of(self.parsed.text).lower())}
        return tuple(sorted(word for word in words if len(word) >= TELLING and not common_word(unmarked(word))))

    @property
    def names(self) -> tuple[Span, ...]:
        """The names of the sentence."""
        return tuple(dict.fromkeys(Span(m.start, m.end) for m in self.mentions if m.form == "name"))


def sentences(parsed: Parsed, read: Read) -> Iterator[Sentence]:
    """The sentences of unparsed paragraphs."""
    mentions, quantities, times = Within(read.mentions), Within(read.quantities), Within(read.times)
    before: tuple[Span, ...] = ()
    for paragraph in parsed.paragraphs:
        for part in () if paragraph.parsed else paragraph.doc.sents:
            span = trimmed(parsed.text, paragraph.span(part.start_char, part.end_char))
            if not 0 < span.end - span.start <= LONGEST:
                continue
            found = Sentence(
                parsed, paragraph, span, [], [], [], [], mentions.inside(*span), quantities.inside(*span), times.inside(*span), before
            )  # fmt: skip
            yield found
            before = found.names or before


def mark(sentence: Sentence, known: Words) -> None:
    """Find the words of a sentence that the pack knows; an event may be told by up to three of them ("ums leben")."""
    start, before = sentence.span.start, list[str]()
    for match in WORD.finditer(sentence.span.of(sentence.parsed.text).lower()):
        elided, _, word = match.group().replace("’", "'").rpartition("'")  # "l'incendie", "n'ont"
        if elided in known.negations:
            sentence.negated.append(start + match.start())
        place = Span(start + match.start(), start + match.end())
        before = [*before[1 - MOST_WORDS :], word]
        event = known.event([*before[:-1], SIGNS.sub("", word)])
        if event is not None:
            sentence.events.append((place, event))
        if (size := known.size(word)) is not None:
            sentence.sizes.append((place, size))
        if word in known.negations:
            sentence.negated.append(place.start)
        if word in known.joining:
            sentence.joined.append(place.start)


def nearest(sentence: Sentence, words: list[tuple[Span, str]], span: Span, rivals: list[Span] | None = None) -> tuple[Span, str] | None:
    """Which of some words stands next to a stretch; one that another figure (or one of the `rivals`) stands nearer to is that one's."""
    text = sentence.parsed.text

    def apart(one: Span, other: Span) -> int:
        first, second = sorted((one, other))
        gap = max(0, second.start - first.end)
        joined = sum(first.end <= at < second.start for at in sentence.joined)
        return gap + ACROSS * (len(STOPS.findall(text, first.end, second.start)) + joined) if gap else 0

    counts = (Span(q.start, q.counted_span.end if q.counted_span else q.end) for q in sentence.quantities)
    others = [one for one in (counts if rivals is None else rivals) if not span.start <= one.start < span.end]
    found = []
    for place, name in words:
        far = apart(place, span)
        rather_not = (
            name in key_words("of_those") and span.start <= place.start < span.end
        )  # "130 demonstrators" may be arrested: the word outside tells more
        if far <= FAR and not any(apart(place, other) < far for other in others):
            found.append((rather_not, far, place, name))
    return min(found)[2:] if found else None


def made(sentence: Sentence, told: tuple[str, str, str], spans: list[Span], holding: Holding, more: dict[str, Any]) -> Claim:
    """A claim of an unparsed sentence: its kind, what happened, and the value."""
    kind, predicate, value = told
    whole = hull(spans)
    span = whole if whole.end - whole.start <= WIDEST else spans[0]
    dated = [time.value for time in sentence.times if points(time)]
    denied = any(spans[-1].start - 25 <= at < spans[-1].end + 25 for at in sentence.negated)
    more.setdefault("time", dated[0] if len(dated) == 1 else None)
    return stated(sentence, (kind, value, predicate), span, holding, {"predicate": predicate, "denied": denied, **more})


def stated(sentence: Sentence, told: tuple[str, str, str], span: Span, holding: Holding, more: dict[str, Any]) -> Claim:
    """A claim of an unparsed sentence: its kind, its value, what tells it from others of its place, where it stands; and the rest."""
    kind, value, mark = told
    parsed, part, denied = sentence.parsed, sentence.paragraph.part, more.pop("denied")
    return Claim(
        id=row_id("w", parsed.document.id, parsed.article.id, kind, *span, value, mark, part),
        document=parsed.document.id, article=parsed.article.id, sentence=sentence.span, span=span, kind=kind, value=value,
        about=sentence.content, names=sentence.names, context=sentence.names_before, polarity="negative" if denied else "positive",
        attribution=holding.innermost(*span), part=part, **more,
    )  # fmt: skip

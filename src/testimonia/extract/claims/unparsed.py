"""Claims in languages without a parser: a figure or a date, and the nearest word of the pack that says what happened."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from testimonia.base.extractions import Claim, Mention, Quantity, Time
from testimonia.base.ids import row_id
from testimonia.base.languages import primary, table
from testimonia.base.spans import Span, hull, trimmed
from testimonia.extract.claims.classes import classes
from testimonia.extract.claims.making import WIDEST, interval
from testimonia.extract.claims.reading import Read, Within, points
from testimonia.extract.parsing import Paragraph, Parsed
from testimonia.extract.quantities.holding import Holding

MARKS = "\u064b-\u0652\u0670"  # Arabic vowel signs, mostly left out
WORD = re.compile(rf"[^\W\d_](?:[^\W\d_{MARKS}]|[{MARKS}]|[’'\u200c-](?=[^\W\d_]))*")
SIGNS = re.compile(f"[{MARKS}]")
STOPS = re.compile(r"[,;:،؛—–]")
FAR, ACROSS = 70, 30  # characters between a figure and its event word; how much further a comma makes it
LONGEST = 2000  # characters of a sentence that is read; a longer one is a list
ONCE = ("found", "build", "begin", "grant", "buy", "born", "sink", "kill", "open")
INCIDENTS = ("sink", "kill")
LASTING, NEXT = ("duration", "age"), 40  # measures that may be an age; characters in which the thing stands whose age it is
PEOPLE = ("kill", "injure", "vanish", "displace", "arrest", "protest", "release", "sicken", "board", "capacity", "leave")
WHO = ("protest", "stock", "infect")  # events whose words also name those who are counted
SIZED = {  # what a figure with a unit may be the size of
    "money": ("pay", "damage", "debt", "profit", "turnover"),
    "percent": ("turnout", "vote"),
}
MEASURED = ("duration", "age", "percent", "money", "distance")


@dataclass(frozen=True, eq=False)
class Words:
    """The event words and counted nouns of a language: whole words, and beginnings."""

    events: Mapping[str, str]
    begins: Mapping[str, str]
    counting: Mapping[str, str]
    negations: frozenset[str]
    joining: frozenset[str]
    sizes: Mapping[str, str]
    aging: frozenset[str]
    things: frozenset[str]

    def size(self, word: str) -> str | None:
        """What the word says that a sum, a share or a measure is of."""
        found = self.sizes.get(word)
        return found or next((self.sizes[f"{word[:n]}*"] for n in range(len(word), 2, -1) if f"{word[:n]}*" in self.sizes), None)

    def event(self, word: str) -> str | None:
        """What the word says happened."""
        found = self.events.get(word)
        if found is not None:
            return found
        return next((self.begins[word[:size]] for size in range(len(word), 2, -1) if word[:size] in self.begins), None)


@cache
def words_of(language: str) -> Words:
    """The words of a language's pack."""
    pack: Mapping[str, Any] = table(primary(language), "claims")
    listed = [(word, event) for event, words in sorted(pack.get("events", {}).items()) for word in words]
    return Words(
        {word: event for word, event in listed if not word.endswith("*")},
        {word.removesuffix("*"): event for word, event in listed if word.endswith("*")},
        {word: group for group, words in sorted(pack.get("counting", {}).items()) for word in words},
        frozenset(pack.get("polarity", {}).get("negations", ())),
        frozenset(pack.get("joining", {}).get("words", ())),
        {word: size for size, words in sorted(pack.get("sizes", {}).items()) for word in words},
        frozenset(pack.get("aging", {}).get("words", ())),
        frozenset(pack.get("aging", {}).get("things", ())),
    )


@dataclass
class Sentence:
    """One sentence with what stands in it."""

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

    @property
    def names(self) -> tuple[Span, ...]:
        """The names of the sentence."""
        return tuple(dict.fromkeys(Span(m.start, m.end) for m in self.mentions if m.form == "name"))


def unparsed_claims(parsed: Parsed, read: Read) -> Iterator[Claim]:
    """The claims of the paragraphs that no parser has read."""
    known = words_of(parsed.language)
    if not known.events and not known.begins:
        return
    holding = Holding(read.attributions)
    for sentence in sentences(parsed, read):
        if sentence.quantities or sentence.times:
            mark(sentence, known)
            yield from number_claims(sentence, known, holding)
            yield from date_claims(sentence, holding)


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
    start, before = sentence.span.start, [""] * 2
    for match in WORD.finditer(sentence.span.of(sentence.parsed.text).lower()):
        word = match.group()
        place = Span(start + match.start(), start + match.end())
        pair = f"{before[-1]} {word}"
        event = known.events.get(f"{before[-2]} {pair}") or known.events.get(pair) or known.event(SIGNS.sub("", word))
        if event is not None:
            sentence.events.append((place, event))
        if (size := known.size(word)) is not None:
            sentence.sizes.append((place, size))
        if word in known.negations:
            sentence.negated.append(place.start)
        if word in known.joining:
            sentence.joined.append(place.start)
        before = [before[-1], word]


def number_claims(sentence: Sentence, known: Words, holding: Holding) -> Iterator[Claim]:
    """How many of what underwent what."""
    for quantity in sentence.quantities:
        if quantity.measure in LASTING and quantity.unit == "a":
            yield from age_claims(sentence, quantity, known, holding)
        elif quantity.measure in MEASURED:
            yield from size_claims(sentence, quantity, holding)
            continue
        event = nearest(
            sentence, sentence.events, Span(quantity.start, quantity.counted_span.end if quantity.counted_span else quantity.end)
        )
        if event is None:
            continue
        place, name = event
        noun = (quantity.counted or "").lower()
        group = known.counting.get(noun) or ("people" if name in PEOPLE and (not noun or known.event(noun) == name) else noun)
        if not group or (name in PEOPLE and group == noun and noun not in known.counting):
            continue
        group = "people" if classes("en").befalls_anybody("board" if name == "capacity" else name, group) else group
        spans = [Span(quantity.start, quantity.end), *([quantity.counted_span] if quantity.counted_span else []), place]
        yield made(sentence, ("number", name, interval(quantity)), spans, holding, {"object": group, "quantity": quantity.id})


def size_claims(sentence: Sentence, quantity: Quantity, holding: Holding) -> Iterator[Claim]:
    """How much was paid, or of what a figure with a unit is the size, where a word next to it says so."""
    found = nearest(sentence, sentence.sizes, Span(quantity.start, quantity.end)) if quantity.unit else None
    if found is None or quantity.measure not in SIZED or found[1] not in SIZED[quantity.measure]:
        return
    place, name = found
    slot = ("pay", quantity.unit) if name == "pay" else ("figure", f"{quantity.unit} {name}")
    told = ("number", slot[0], interval(quantity))
    yield made(sentence, told, [Span(quantity.start, quantity.end), place], holding, {"object": slot[1], "quantity": quantity.id})


def age_claims(sentence: Sentence, quantity: Quantity, known: Words, holding: Holding) -> Iterator[Claim]:
    """How old a thing is: a word of age right next to so many years, and a noun of a thing near them."""
    text, (first, last) = sentence.parsed.text, sentence.span
    before, after = (text[max(first, quantity.start - NEXT) : quantity.start], text[quantity.end : min(last, quantity.end + NEXT)])
    ahead, behind = WORD.findall(before.lower()), WORD.findall(after.lower())
    aged = not known.aging.isdisjoint([*ahead[-2:], *behind[:1], *(behind[1:2] if known.aging.isdisjoint(behind[:1]) else [])])
    if aged and not known.things.isdisjoint([*ahead[-5:], *behind[:3]]):
        yield made(
            sentence, ("number", "figure", interval(quantity)), [Span(quantity.start, quantity.end)], holding,
            {"object": f"{quantity.unit} age", "quantity": quantity.id},
        )  # fmt: skip


def date_claims(sentence: Sentence, holding: Holding) -> Iterator[Claim]:
    """When something happened to the one named in the sentence, where it happens once; of an incident, the sentence before may name it."""
    others = [Span(time.start, time.end) for time in sentence.times if points(time)]
    for time in sentence.times:
        event = dated_event(sentence, Span(time.start, time.end), others) if points(time) else None
        names = sentence.names or (sentence.names_before if event is not None and event[1] in INCIDENTS else ())
        if event is None or not names or time.value is None:
            continue
        place, name = event
        subject = min(names, key=lambda span: (abs(span.start - place.start), span))
        told = {"subject": subject.of(sentence.parsed.text), "subject_span": subject, "time": time.value}
        spans = [Span(time.start, time.end), place, *([subject] if sentence.names else [])]
        yield made(sentence, ("date", name, time.value), spans, holding, told)


def dated_event(sentence: Sentence, span: Span, others: list[Span]) -> tuple[Span, str] | None:
    """The event next to a date, of those that happen once; what came down or sank rather than who died in it."""
    rest = [(place, name) for place, name in sentence.events if name in ONCE]
    of_things = [(place, name) for place, name in rest if name != "kill"]
    return nearest(sentence, of_things, span, others) or nearest(sentence, rest, span, others)


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
            name in WHO and span.start <= place.start < span.end
        )  # "130 demonstrators" may be arrested: the word outside tells more
        if far <= FAR and not any(apart(place, other) < far for other in others):
            found.append((rather_not, far, place, name))
    return min(found)[2:] if found else None


def made(sentence: Sentence, told: tuple[str, str, str], spans: list[Span], holding: Holding, more: dict[str, Any]) -> Claim:
    """A claim of an unparsed sentence: its kind, what happened, and the value."""
    kind, predicate, value = told
    parsed, whole = sentence.parsed, hull(spans)
    span = whole if whole.end - whole.start <= WIDEST else spans[0]
    dated = [time.value for time in sentence.times if points(time)]
    denied = any(spans[-1].start - 25 <= at < spans[-1].end + 25 for at in sentence.negated)
    more.setdefault("time", dated[0] if len(dated) == 1 else None)
    return Claim(
        id=row_id("w", parsed.document.id, parsed.article.id, kind, *span, value, predicate, sentence.paragraph.part),
        document=parsed.document.id, article=parsed.article.id, sentence=sentence.span, span=span, kind=kind, predicate=predicate,
        value=value, names=sentence.names, context=sentence.names_before, polarity="negative" if denied else "positive",
        attribution=holding.innermost(*span), part=sentence.paragraph.part, **more,
    )  # fmt: skip

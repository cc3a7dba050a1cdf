"""What figures tell in languages without a parser: how many underwent what, how much of what, how old somebody or something is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from testimonia.base.extractions import Claim, Quantity
from testimonia.base.grammar import grammar
from testimonia.base.spans import Span, hull
from testimonia.extract.claims.classes import classes
from testimonia.extract.claims.making import interval
from testimonia.extract.claims.unparsed.sentences import FAR, WORD, Sentence, made, nearest
from testimonia.extract.claims.unparsed.words import Words, key_words
from testimonia.extract.quantities.holding import Holding

# what stands between a name and an age behind it, and between an age and a name behind that
APPOSED = re.compile(r" ?[,(] ?(?:[^\W\d_]{2,8} ){0,2}")
AHEAD = re.compile(r" (?:[^\W\d_]{2,20} ){0,2}|[,)] ")
NEXT_WORD = re.compile(rf"[ \u00a0]{{1,2}}(?P<word>{WORD.pattern})")
BEHIND = 4  # words behind a figure in which the noun stands that it counts
BOUND = 24  # characters before a figure in which a verb of exceeding stands
LASTING, NEXT = ("duration", "age"), 40  # measures that may be an age; characters in which the thing stands whose age it is
ALWAYS = {"km/h": "speed"}  # units that tell of themselves what they measure
MEASURED = ("duration", "age", "percent", "money", "distance")


def number_claims(sentence: Sentence, known: Words, holding: Holding) -> Iterator[Claim]:
    """How many of what underwent what."""
    for quantity in sentence.quantities:
        if quantity.measure in LASTING and quantity.unit == "a":
            yield from age_claims(sentence, quantity, known, holding)
            yield from own_ages(sentence, quantity, known, holding)
        if quantity.measure in MEASURED or quantity.unit in ALWAYS:
            yield from size_claims(sentence, quantity, known, holding)
            continue
        noun = counted_noun(sentence, quantity, known)
        if noun.group in key_words("of_occasions"):
            continue  # it tells how often, and counts nobody
        spans = [Span(quantity.start, quantity.end), *([noun.span] if noun.span else [])]
        befalling = [row for row in sentence.events if not (noun.group in key_words("human") and row[1] in key_words("of_things"))]
        event = nearest(sentence, befalling, hull(spans))
        if event is None and noun.group and noun.group not in key_words("of_anybody"):
            yield made(sentence, ("number", "stock", interval(quantity)), spans, holding, counting(noun.group, quantity))
        if event is None:
            continue
        place, name = event
        group = noun.group or group_of(noun, name, known)
        if not group:
            continue
        group = "people" if classes("en").befalls_anybody("board" if name == "capacity" else name, group) else group
        yield made(sentence, ("number", name, interval(quantity)), [*spans, place], holding, counting(group, quantity))


def group_of(noun: Noun, event: str, known: Words) -> str:
    """Whom a figure counts whose noun the pack does not know: people, where people undergo the event and no other noun stands there."""
    if event not in key_words("of_people"):
        return noun.word
    return "people" if not noun.word or known.event([noun.word]) == event else ""


def counting(group: str, quantity: Quantity) -> dict[str, Any]:
    """What is counted, and by which figure."""
    return {"object": group, "quantity": quantity.id}


@dataclass(frozen=True)
class Noun:
    """What a figure counts: its word in lower case, where it stands, and its group, if the pack knows it."""

    word: str = ""
    span: Span | None = None
    group: str = ""


def counted_noun(sentence: Sentence, quantity: Quantity, known: Words) -> Noun:
    """The noun behind a figure, behind words that say more of it or only join it; none behind "the number of dead has risen to 38"."""
    text, start, behind = sentence.parsed.text, quantity.end, list[re.Match[str]]()
    while len(behind) < BEHIND and (met := NEXT_WORD.match(text, start, sentence.span.end)):
        behind.append(met)
        start = met.end()
    words, first = [met["word"].lower() for met in behind], Noun()
    for place, met in enumerate(behind):
        span, joins = Span(met.start("word"), met.end("word")), adjoining(met["word"], sentence, known)
        if group := known.group(words[place:]):
            return Noun(words[place], span, group)
        if not joins and not first.word:
            first = Noun(words[place], span)
        if not joins and not known.describing(words[place]):
            break
    ahead = WORD.findall(text[max(sentence.span.start, quantity.start - FAR) : quantity.start].lower())
    return first if known.numbering.isdisjoint(ahead) else Noun()


def adjoining(word: str, sentence: Sentence, known: Words) -> bool:
    """Whether a word behind a figure is not what it counts, but a verb, an article or an adjective before that."""
    return word.lower() in known.between or (word.islower() and grammar(sentence.parsed.language).nouns_capital)


def size_claims(sentence: Sentence, quantity: Quantity, known: Words, holding: Holding) -> Iterator[Claim]:
    """How much was paid, or of what a figure with a unit is the size, where a word next to it says so."""
    figure = Span(quantity.start, quantity.end)
    near = nearest(sentence, sentence.sizes, figure) if quantity.unit else None
    size = (figure, ALWAYS[quantity.unit]) if quantity.unit in ALWAYS else near
    if size is None or (quantity.unit not in ALWAYS and size[1] not in key_words(f"sized_{quantity.measure}")):
        return
    place, name = size
    if name in key_words("terms"):
        slot = (name, f"{quantity.unit} term")
    else:
        slot = ("pay", quantity.unit or "") if name == "pay" else ("figure", f"{quantity.unit} {name}")
    told = ("number", slot[0], interval(quantity))
    found = made(sentence, told, [Span(quantity.start, quantity.end), place], holding, {"object": slot[1], "quantity": quantity.id})
    yield not_reached(sentence, quantity, found, known)


def not_reached(sentence: Sentence, quantity: Quantity, claim: Claim, known: Words) -> Claim:
    """A figure that something is only said not to exceed bounds it: that is no denial."""
    before = WORD.findall(sentence.parsed.text[max(sentence.span.start, quantity.start - BOUND) : quantity.start].lower())
    bounded = bool(known.bounding) and any(word.startswith(known.bounding) for word in before)
    if claim.polarity == "positive" or not bounded or ".." in claim.value:
        return claim
    return replace(claim, value=f"..{claim.value.lstrip('~')}", polarity="positive")


def age_claims(sentence: Sentence, quantity: Quantity, known: Words, holding: Holding) -> Iterator[Claim]:
    """How old a thing is: a word of age right next to so many years, and a noun of a thing near them."""
    text, (first, last) = sentence.parsed.text, sentence.span
    before, after = (text[max(first, quantity.start - NEXT) : quantity.start], text[quantity.end : min(last, quantity.end + NEXT)])
    ahead, behind = WORD.findall(before.lower()), WORD.findall(after.lower())
    aged = quantity.measure == "age" or not known.aging.isdisjoint(
        [*ahead[-2:], *behind[:1], *(behind[1:2] if known.aging.isdisjoint(behind[:1]) else [])]
    )
    if aged and not known.things.isdisjoint([*ahead[-5:], *behind[:3]]):
        yield made(
            sentence, ("number", "figure", interval(quantity)), [Span(quantity.start, quantity.end)], holding,
            {"object": f"{quantity.unit} age", "quantity": quantity.id},
        )  # fmt: skip


def own_ages(sentence: Sentence, quantity: Quantity, known: Words, holding: Holding) -> Iterator[Claim]:
    """The age of somebody with a name: "Ana Kola, 34 ans", "el delantero de 34 años Ana Kola", "der 34-jährige Kola"."""
    text = sentence.parsed.text
    people = [m for m in sentence.mentions if m.type == "person" and m.form == "name"]
    for who in people:
        before, after = text[who.end : quantity.start], text[quantity.end : who.start]
        beside = APPOSED.fullmatch(before) if who.end <= quantity.start else AHEAD.fullmatch(after)
        told = who.end <= quantity.start <= who.end + NEXT and not known.turning.isdisjoint(WORD.findall(before.lower()))
        if beside or told:
            span = Span(who.start, who.end)
            more = {"object": "a", "quantity": quantity.id, "subject": who.name, "subject_span": span, "time": None}
            yield made(sentence, ("number", "age", interval(quantity)), [Span(quantity.start, quantity.end), span], holding, more)
            return

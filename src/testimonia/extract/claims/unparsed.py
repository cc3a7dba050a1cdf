"""Claims in languages without a parser: a figure or a date, and the nearest word of the pack that says what happened."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from testimonia.base.extractions import Claim, Mention, Quantity, Time
from testimonia.base.ids import row_id
from testimonia.base.languages import primary
from testimonia.base.scripts import unmarked
from testimonia.base.spans import Span, hull, trimmed
from testimonia.extract.claims.classes import classes
from testimonia.extract.claims.making import WIDEST, interval
from testimonia.extract.claims.reading import Read, Within, points
from testimonia.extract.claims.wordlists import MOST_WORDS, Words, words_of
from testimonia.extract.parsing import Paragraph, Parsed
from testimonia.extract.quantities.holding import Holding
from testimonia.fitted.known import common_word

MARKS = "\u064b-\u0652\u0670"  # Arabic vowel signs, mostly left out
WORD = re.compile(rf"[^\W\d_](?:[^\W\d_{MARKS}]|[{MARKS}]|[’'\u200c-](?=[^\W\d_]))*")
SIGNS = re.compile(f"[{MARKS}]")
# what stands between a name and an age behind it, and between an age and a name behind that
APPOSED = re.compile(r" ?[,(] ?(?:[^\W\d_]{2,8} ){0,2}")
AHEAD = re.compile(r" (?:[^\W\d_]{2,20} ){0,2}|[,)] ")
STOPS = re.compile(r"[,;:،؛—–]")
FAR, ACROSS = 70, 30  # characters between a figure and its event word; how much further a comma makes it
TELLING = 5  # letters of a word that says something
LONGEST = 2000  # characters of a sentence that is read; a longer one is a list
NEXT_WORD = re.compile(rf"[ \u00a0]{{1,2}}(?P<word>{WORD.pattern})")
BEHIND = 4  # words behind a figure in which the noun stands that it counts
BOUND = 24  # characters before a figure in which a verb of exceeding stands
ONCE = ("found", "build", "begin", "grant", "buy", "born", "sink", "kill", "open")
DAYLESS = ("stock", "board", "capacity", "infect")  # what is said of some time, and of no day
DAY = re.compile(r"\d{4}-\d\d-\d\d(?:T\w+)?")
LASTING, NEXT = ("duration", "age"), 40  # measures that may be an age; characters in which the thing stands whose age it is
PEOPLE = ("kill", "injure", "vanish", "displace", "arrest", "protest", "release", "sicken", "board", "capacity", "leave")
OF_ANYBODY = ("people", "man", "woman", "child", "case", "family", "shot", "police", "soldier")  # of whom more must be told than how many
NOUNS_CAPITAL = ("de",)
SITES, NOWHERE = ("place", "facility"), ("person", "group", "event", "work")  # types of names that are places, and that are none
REACH, MOST_BETWEEN = 30, 4  # characters before a name in which a word of place stands; the words that one is looked for among
WHO = ("protest", "stock", "infect", "rescue")  # events whose words also name those who are counted
SIZED = {  # what a figure with a unit may be the size of
    "money": ("pay", "damage", "debt", "profit", "turnover", "fine", "ransom", "budget", "wage"),
    "percent": ("turnout", "vote"),
    "distance": ("depth", "height", "length", "rain"),
    "duration": ("sentence", "last"),
}
TERMS = ("sentence", "last")  # of which a length of time is itself the answer
ALWAYS = {"km/h": "speed"}  # units that tell of themselves what they measure
HUMAN = (
    "people", "worker", "protester", "member", "child", "woman", "man", "soldier", "prisoner", "migrant", "pupil", "doctor", "miner",
    "firefighter", "teacher", "police", "sailor", "observer", "spectator", "guard", "fighter", "rescuer",
    "journalist", "nurse",
)  # fmt: skip
OF_THINGS = ("sink", "build", "found", "begin", "grant", "buy", "open", "close", "destroy", "fell")  # which befall nobody
MEASURED = ("duration", "age", "percent", "money", "distance")


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


def unparsed_claims(language: str, told: Sequence[Sentence], holding: Holding) -> Iterator[Claim]:
    """The claims of the sentences that no parser has read (`told`): figures, dates and places of events."""
    known = words_of(language)
    if not known.events:
        return
    for sentence in told:
        sited = sites(sentence, known)
        if sentence.quantities or sentence.times or sited:
            mark(sentence, known)
            yield from number_claims(sentence, known, holding)
            yield from date_claims(sentence, holding)
            yield from site_claims(sentence, sited, holding)


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
        spans = [Span(quantity.start, quantity.end), *([noun.span] if noun.span else [])]
        befalling = [row for row in sentence.events if not (noun.group in HUMAN and row[1] in OF_THINGS)]
        event = nearest(sentence, befalling, hull(spans))
        if event is None and noun.group and noun.group not in OF_ANYBODY:
            yield made(sentence, ("number", "stock", interval(quantity)), spans, holding, counting(noun.group, quantity))
        if event is None:
            continue
        place, name = event
        group = noun.group or ("people" if name in PEOPLE and (not noun.word or known.event([noun.word]) == name) else noun.word)
        if not group or (name in PEOPLE and not noun.group and group != "people"):
            continue
        group = "people" if classes("en").befalls_anybody("board" if name == "capacity" else name, group) else group
        yield made(sentence, ("number", name, interval(quantity)), [*spans, place], holding, counting(group, quantity))


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
    return word.lower() in known.between or (word.islower() and primary(sentence.parsed.language) in NOUNS_CAPITAL)


def size_claims(sentence: Sentence, quantity: Quantity, known: Words, holding: Holding) -> Iterator[Claim]:
    """How much was paid, or of what a figure with a unit is the size, where a word next to it says so."""
    figure = Span(quantity.start, quantity.end)
    near = nearest(sentence, sentence.sizes, figure) if quantity.unit else None
    size = (figure, ALWAYS[quantity.unit]) if quantity.unit in ALWAYS else near
    if size is None or (quantity.unit not in ALWAYS and size[1] not in SIZED.get(quantity.measure, ())):
        return
    place, name = size
    if name in TERMS:
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


def date_claims(sentence: Sentence, holding: Holding) -> Iterator[Claim]:
    """When something happened to the one named in the sentence, or in the one before; of what may happen again, the day."""
    others = [Span(time.start, time.end) for time in sentence.times if points(time)]
    for time in sentence.times:
        event = dated_event(sentence, Span(time.start, time.end), others) if points(time) else None
        if event is None and DAY.fullmatch(time.value or ""):
            event = nearest(sentence, [row for row in sentence.events if row[1] not in DAYLESS], Span(time.start, time.end), others)
        if event is None or time.value is None:
            continue
        place, name = event
        names = sentence.names or sentence.names_before or (place,)
        subject = min(names, key=lambda span: (abs(span.start - place.start), span))
        told = {"subject": subject.of(sentence.parsed.text), "subject_span": subject, "time": time.value}
        spans = [Span(time.start, time.end), place, *([subject] if sentence.names else [])]
        yield made(sentence, ("date", name, time.value), spans, holding, told)


def sites(sentence: Sentence, known: Words) -> list[Span]:
    """The names of places behind words of place, with or without a few words between them ("in der Stadt X")."""
    text, found = sentence.parsed.text, list[Span]()
    for mention in sentence.mentions if known.siting else ():
        before = STOPS.split(text[max(sentence.span.start, mention.start - REACH) : mention.start])[-1]
        words = [word.rpartition("'")[0] or word for word in WORD.findall(before.lower().replace("’", "'"))]
        near = words[-1:] if mention.type not in SITES else words[-MOST_BETWEEN:]
        if mention.form == "name" and mention.type not in NOWHERE and not known.siting.isdisjoint(near):
            found.append(Span(mention.start, mention.end))
    return found


def site_claims(sentence: Sentence, sited: list[Span], holding: Holding) -> Iterator[Claim]:
    """Where what the nearest word of an event tells of happened; nothing of a place that is only denied ("not in X but in Y")."""
    text = sentence.parsed.text
    for span in sited:
        event = nearest(sentence, sentence.events, span, sited)
        if event is None or any(span.start - REACH < at < span.start for at in sentence.negated):
            continue
        place, name = event
        value = span.of(text)
        yield made(sentence, ("place", name, value), [span, place], holding, {"place": value})


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

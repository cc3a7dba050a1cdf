"""What a claim is about, as keys that can be joined on: entities where names were linked, plain words where not."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache

import numpy as np

from testimonia.base.extractions import Claim
from testimonia.base.phrases import any_of
from testimonia.base.pronouns import pronouns
from testimonia.base.spans import Span
from testimonia.link.disagree.families import HAPPENED, UNSTATED, Classes, answer_of, families
from testimonia.link.disagree.rarity import Rarity
from testimonia.link.disagree.vocabulary import vocabulary
from testimonia.link.entities.forms import listed, passing

ENDING = re.compile(rf"(?:{any_of(vocabulary('people_endings'))})$")
MOST_KEPT = 1 << 14  # names whose key is kept at hand
MOST_SENTENCES = 1 << 12  # whose words are kept at hand
MOST_VALUES = 3  # of a family in one text; with more it is an account of many
MOST_TELLING = 2.4  # the weight of a name beyond which it tells no more: no comparison asks for more of one name
NOTHING_KNOWN = Rarity(np.zeros(0, np.uint64), np.zeros(0, np.int64), 1, MOST_TELLING)
OWNERS = vocabulary("owners")
DEFINITE = re.compile(rf"(?:{any_of(listed('pointing') | OWNERS)})\s", re.I)
OWNED = re.compile(rf"(?:{any_of(OWNERS)})\s|[^\n]{{2,60}}?['’]s\s+[^\W\d_]", re.I)  # opens what somebody has
OWNER = re.compile(r"^.*['’]s (?=[a-z])")
FUNCTION = re.compile(rf"^(?:{any_of(listed('articles') | OWNERS)})\s+", re.I)


def stem(name: str) -> str:
    """A short form that a country and its people share ("Albania", "Albanian")."""
    folded = re.sub(r"['’]s$", "", name.lower())
    cut = ENDING.sub("", folded)
    return cut if len(cut) >= 3 else folded


@lru_cache(MOST_KEPT)
def plain(name: str) -> str:
    """A name as a key of its own, without articles, case and possessive."""
    return re.sub(r"['’]s$", "", FUNCTION.sub("", " ".join(name.lower().split())))


@cache
def described_kinds(noun: str) -> tuple[str, ...]:
    """The kinds of named ones that a noun may take up: "the client" a person, "the movement" a body."""
    if noun in pronouns("thing"):
        return ("organisation", "other")
    if noun in listed("persons") | listed("kin") | listed("roles") or noun in vocabulary("taking_up_persons") | pronouns("male", "female"):
        return ("person",)
    return ("organisation", "group", "other") if noun in listed("organisations") | vocabulary("taking_up_bodies") else ()


@lru_cache(MOST_KEPT)
def proper(name: str) -> str:
    """The proper part of a name, without the common noun behind it ("Mbali dam", "the Mbali"): two texts may give one without the other.

    A description that opens with a quantity ("another 30 people") has none.
    """
    words = [word for word in FUNCTION.sub("", name).split() if word]
    if words and words[0].lower() in passing() | listed("number_words"):
        return ""
    while len(words) > 1 and (words[-1].islower() or words[-1].lower() in listed("place_names")):
        words.pop()
    return " ".join(words).lower() if words and words[0][:1].isupper() and len(words[0]) > 3 else ""


@lru_cache(MOST_SENTENCES)
def words_of(about: tuple[str, ...]) -> frozenset[str]:
    """The words of a sentence, the same set for all of its claims."""
    return frozenset(about)


@dataclass
class Names:
    """Which entity stands at which place of which document."""

    entities: Mapping[str, str]  # entity id → type
    by_document: dict[str, list[tuple[int, int, str]]] = field(default_factory=lambda: defaultdict(list))

    def add(self, document: str, start: int, end: int, entity: str) -> None:
        """A mention and its entity; mentions come sorted by place."""
        self.by_document[document].append((start, end, entity))

    def exactly(self, document: str, span: Span) -> str | None:
        """The entity of the mention of just this stretch."""
        rows = self.by_document.get(document, [])
        index = bisect_left(rows, (span.start, span.end, ""))
        return rows[index][2] if index < len(rows) and rows[index][:2] == (span.start, span.end) else None

    def at(self, document: str, span: Span) -> str | None:
        """The entity of the mention at a place: the same stretch, else the longest one inside it."""
        rows = self.by_document.get(document, [])
        index = bisect_right(rows, (span.start, -1, ""))
        best: tuple[int, str] | None = None
        for start, end, entity in rows[index : index + 8]:
            if start >= span.end:
                break
            if (start, end) == span:
                return entity
            if end <= span.end and (best is None or end - start > best[0]):
                best = (end - start, entity)
        return best[1] if best else None


@dataclass(frozen=True, slots=True)
class Keyed:
    """A claim with its keys: those of its subject, its other party, the names of its sentence, and of the sentence before."""

    claim: Claim
    subject: frozenset[str]
    object: frozenset[str]
    names: tuple[frozenset[str], ...]
    context: tuple[frozenset[str], ...]
    words: frozenset[str]
    parties: tuple[tuple[str, frozenset[str]], ...] = ()
    published: float | None = None  # the day of its article
    topics: tuple[str, ...] = ()  # what its article is about
    sounds: frozenset[str] = frozenset()  # the names around it as they sound, where its text is in a language without a parser or meets one
    foreign: bool = False
    years: frozenset[int] = frozenset()  # which its article speaks of
    of_much: bool = False  # whether its article tells of so much that no two of its figures need be of one thing
    at_length: bool = False  # whether its article is so long that a noun alone does not tell which of its lots is meant
    opening: bool = False  # whether it stands in the first sentences of its article, which tell what that is about
    leading: bool = False  # the first of its slot in its article, or one that says the same

    @property
    def all_names(self) -> tuple[frozenset[str], ...]:
        """The names of the sentence and of the one before."""
        return (*self.names, *self.context)


@dataclass
class Told:
    """What one document says, for the rules that hold a claim against all that its own text gives."""

    figures: dict[Span, set[tuple[str, str]]] = field(
        default_factory=lambda: defaultdict(set)
    )  # sentence → its figures, each with its noun
    said: dict[tuple[str, ...], set[tuple[str, str | None]]] = field(default_factory=lambda: defaultdict(set))  # slot → values, voices
    measures: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))  # article → the figures with a unit that it gives
    words: dict[tuple[str, ...], set[frozenset[str]]] = field(default_factory=lambda: defaultdict(set))  # slot, value → the claims' words
    worded: dict[Span, str] = field(default_factory=dict)  # sentence → its words, one blank between them
    keys: dict[Span, frozenset[str]] = field(default_factory=dict)  # of each name
    names: dict[Span, frozenset[str]] = field(default_factory=dict)  # the same with that of its proper part
    described: dict[str, bool] = field(default_factory=dict)  # claim → whether its subject is a description
    happened: dict[str, dict[str, set[str | None]]] = field(default_factory=dict)  # article → class of events → times
    days: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))  # article → the times that it gives
    given: dict[tuple[str, str], dict[str, None]] = field(default_factory=dict)  # article and family → values, in the order of the text

    def learn(self, one: Keyed) -> None:
        """Keep what a figure's article says in its slot, and which figures its sentence gives."""
        self.said[slot_of(one)].add((one.claim.value, one.claim.attribution))
        self.figures[one.claim.sentence].add((one.claim.value.lstrip("~"), one.claim.object))
        self.words[(*slot_of(one), one.claim.value)].add(one.words)
        if " " in one.claim.value:
            self.measures[one.claim.article].add(one.claim.value.lstrip("~"))


class Keys:
    """Makes keys, and knows how rare each is in the case."""

    def __init__(self, names: Names, texts: Mapping[str, str], classes: Classes | None = None) -> None:
        """`classes` are those of events."""
        self.names, self.texts, self.classes = names, dict(texts), classes or {}
        self.rarity = NOTHING_KNOWN
        self.told: dict[str, Told] = defaultdict(Told)  # by document

    def forget(self, document: str) -> None:
        """Let go of what is known of a document."""
        for held in (self.texts, self.told, self.names.by_document):
            held.pop(document, None)

    def of_span(self, document: str, span: Span | None) -> frozenset[str]:
        """The keys of one name; it is asked for by every claim of its sentence."""
        if span is None:
            return frozenset()
        known = self.told[document].keys
        if span not in known:
            known[span] = self.span_keys(document, span)
        return known[span]

    def span_keys(self, document: str, span: Span) -> frozenset[str]:
        """The keys of a name that no claim was asked for yet."""
        words = plain(span.of(self.texts[document]))
        entity = self.names.at(document, span)
        found = {entity} if entity else {"n:" + words}
        kind = self.names.entities.get(entity or "", "")
        if kind in ("place", "group", "") and " " not in words and len(words) > 3:
            found.add("s:" + stem(words))
        return frozenset(found)

    def of_name(self, document: str, span: Span) -> frozenset[str]:
        """The keys of a name in a sentence, with that of its proper part."""
        known = self.told[document].names
        if span not in known:
            keys, part = self.of_span(document, span), proper(span.of(self.texts[document]))
            known[span] = keys | {"p:" + part} if part else keys
        return known[span]

    def keyed(self, claim: Claim) -> Keyed:
        """A claim with its keys."""
        names = tuple(dict.fromkeys(self.of_name(claim.document, span) for span in claim.names))
        return Keyed(
            claim, self.of_subject(claim), self.of_span(claim.document, claim.object_span), names,
            tuple(dict.fromkeys(self.of_name(claim.document, span) for span in claim.context)), words_of(claim.about),
            tuple((party.role, self.of_span(claim.document, party.span)) for party in claim.parties),
        )  # fmt: skip

    def of_subject(self, claim: Claim) -> frozenset[str]:
        """The keys of whom or what a claim is about; what somebody has is not its owner, whose figures and dates it may share."""
        span = claim.subject_span
        if span is None or (claim.kind in ("number", "date", "place") and claim.predicate != "age"):
            return self.of_span(claim.document, span)
        words = span.of(self.texts[claim.document])
        whole = self.names.entities.get(self.names.exactly(claim.document, span) or "")
        owned = OWNED.match(words) and (whole is None or (whole == "person" and not described_kinds(plain(words).rpartition(" ")[2])))
        return frozenset(("n:" + plain(words),)) if owned else self.of_span(claim.document, span)

    def described(self, one: Keyed) -> bool:
        """Whether the subject is a definite description without a name ("the body", "his client"): it takes up what the text is about."""
        known = self.told[one.claim.document].described
        if one.claim.id not in known:
            known[one.claim.id] = self.describes(one)
        return known[one.claim.id]

    def describes(self, one: Keyed) -> bool:
        """The same, of a claim that was not looked at yet."""
        span, text = one.claim.subject_span, self.texts[one.claim.document]
        if span is None or any(key in self.names.entities for key in one.subject):
            return False
        words = span.of(text)
        if words.lower() in pronouns("thing", "male", "female"):
            return True
        before = text[max(0, span.start - 6) : span.start].rsplit(None, 1)
        return bool(DEFINITE.match(words)) or bool(before and DEFINITE.match(before[-1] + " "))

    def same_one(self, a: Keyed, b: Keyed) -> bool:
        """Whether two claims are of one subject, by name, or where the one has the name and the other describes what its text is about."""
        if a.subject & b.subject:
            return True
        return self.stands_for(a, b) or self.stands_for(b, a)

    def stands_for(self, a: Keyed, b: Keyed) -> bool:
        """Whether the first's description takes up the second's name, as one of the two that its own text names most."""
        return any(self.names.entities.get(key) in described_kinds(described_as(a)) for key in b.subject & self.taken_up(a))

    def taken_up(self, one: Keyed) -> frozenset[str]:
        """The names that a claim's description may take up: those that its text names most, where its noun takes up any."""
        if not (self.described(one) and described_kinds(described_as(one))):
            return frozenset()
        owner = self.names.at(one.claim.document, one.claim.subject_span) if one.claim.subject_span else None
        return frozenset(one.topics[:3]) - {owner}  # nobody is his own translator

    def families(self, one: Keyed) -> tuple[str, ...]:
        """What a claim may be told by besides its slot."""
        return families(one.claim, one.subject, self.classes)

    def told_by(self, one: Keyed) -> tuple[str, ...]:
        """Its families; none where a text that counts many lots of a noun only says that there are so many."""
        counted = self.told[one.claim.document].given.get((one.claim.article, f"count {one.claim.object}"), ())
        return () if len(counted) > MOST_VALUES and one.claim.predicate in UNSTATED else self.families(one)

    def lone(self, one: Keyed) -> frozenset[str]:
        """The families of a claim of which its article gives one value only."""
        given, article = self.told[one.claim.document].given, one.claim.article
        return frozenset(family for family in self.told_by(one) if len(given[(article, family)]) == 1)

    def foremost(self, one: Keyed) -> frozenset[str]:
        """The families of a claim of which its article gives its value first; where it gives many, the first is one of many."""
        value, article, given = answer_of(one.claim), one.claim.article, self.told[one.claim.document].given
        held = ((family, given[(article, family)]) for family in self.told_by(one))
        return frozenset(family for family, values in held if next(iter(values)) == value and len(values) <= MOST_VALUES)

    def learn(self, claims: Iterable[Keyed]) -> None:
        """Keep what each article says in each slot, and which figures its sentences give."""
        for one in claims:
            told = self.told[one.claim.document]
            told.days[one.claim.article].update(time for time in (one.claim.time, one.claim.value) if time and one.claim.kind != "number")
            for family in self.families(one):
                told.given.setdefault((one.claim.article, family), {}).setdefault(answer_of(one.claim))
            if one.claim.predicate in self.classes:
                told.happened.setdefault(one.claim.article, {}).setdefault(one.claim.predicate, set()).add(one.claim.time)
            if one.claim.kind == "number" and one.claim.rival is None:
                told.learn(one)

    def happened(self, one: Keyed) -> Mapping[str, Collection[str | None]]:
        """The classes of events of which the claim's article speaks, each with the times that it gives."""
        return self.told[one.claim.document].happened.get(one.claim.article, {})

    def days_told(self, one: Keyed) -> Collection[str]:
        """The days on which what a claim's article tells of happened."""
        return self.told[one.claim.document].given.get((one.claim.article, HAPPENED), {})

    def spoken_days(self, one: Keyed) -> Collection[str]:
        """All times that a claim's article gives."""
        return self.told[one.claim.document].days.get(one.claim.article, ())

    def beside(self, a: Keyed, b: Keyed) -> bool:
        """Whether the sentence of the first gives the second's figure too, beside its own, for what either counts."""
        given, counted = self.told[a.claim.document].figures.get(a.claim.sentence, ()), (a.claim.object, b.claim.object)
        figures = {value for value, noun in given if noun in counted}
        return len(figures) > 1 and b.claim.value.lstrip("~") in figures

    def both_given(self, a: Keyed, b: Keyed) -> bool:
        """Whether one voice of the first's article gives the second's value too: then it speaks of two things."""
        said = self.told[a.claim.document].said.get(slot_of(a), ())
        voices = {voice for value, voice in said if value == b.claim.value}
        own = a.claim.attribution is None and None not in voices and bool(voices)
        return a.claim.value != b.claim.value and (a.claim.attribution in voices or own) and a.claim.article != b.claim.article

    def values_given(self, one: Keyed) -> int:
        """How many values the article of a figure gives in its slot."""
        return len({value for value, _ in self.told[one.claim.document].said.get(slot_of(one), ())})

    def in_both(self, a: Keyed, b: Keyed) -> bool:
        """Whether the first's article gives the second's measure too, or holds the second claim itself, word for word, as a copy does."""
        if a.claim.article == b.claim.article:
            return False
        told = self.told[a.claim.document]
        measured = " " in b.claim.value and b.claim.value.lstrip("~") in told.measures.get(a.claim.article, ())
        return measured or b.words in told.words.get((a.claim.article, *slot_of(b)[1:], b.claim.value), ())

    def same_words(self, a: Keyed, b: Keyed) -> bool:
        """Whether the two stand in the same sentence of two copies, be it with other marks and capitals."""
        return letters(self.words(a.claim)) == letters(self.words(b.claim))

    def words(self, claim: Claim) -> str:
        """The words of a claim's sentence, one blank between them."""
        known = self.told[claim.document].worded
        if claim.sentence not in known:
            known[claim.sentence] = " ".join(claim.sentence.of(self.texts[claim.document]).split())
        return known[claim.sentence]

    def weight(self, keys: frozenset[str]) -> float:
        """How much a shared name tells: as much as the rarest of its keys."""
        return max(map(self.rarity.weight, keys), default=self.rarity.most)


@lru_cache(MOST_SENTENCES)
def letters(words: str) -> str:
    """A sentence without marks, blanks and capitals ("non-refundable" is "nonrefundable")."""
    return "".join(filter(str.isalnum, words)).casefold()


def ownerless(subject: str) -> str:
    """A description without whose it is ("the hospital's generator")."""
    return plain(OWNER.sub("", subject))


def described_as(one: Keyed) -> str:
    """The noun of a claim's subject."""
    return plain(one.claim.subject).partition(" of ")[0].rpartition(" ")[2]


def slot_of(one: Keyed) -> tuple[str, ...]:
    """What a claim answers inside its article."""
    claim = one.claim
    return (claim.article, claim.kind, claim.predicate, claim.object if claim.kind == "number" else claim.subject)


def words_of_names(one: Keyed, keys: Keys) -> frozenset[str]:
    """The words of the names in a claim's sentence."""
    text = keys.texts[one.claim.document]
    return frozenset(word for span in one.claim.names for word in span.of(text).lower().split())


def shared(a: Iterable[frozenset[str]], b: Iterable[frozenset[str]]) -> list[frozenset[str]]:
    """The names of the one side that stand on the other side too."""
    others = frozenset().union(*b)
    return [met for keys in a if (met := keys & others)]


def near_either(a: Keyed, b: Keyed) -> list[frozenset[str]]:
    """The names near both that at least one of them has in its own sentence: what stands before both only says what the texts are about."""
    return [*shared(a.names, b.all_names), *shared(a.context, b.names)]


def main_subjects(named: Mapping[str, Counter[str]], types: Mapping[str, str]) -> dict[str, str]:
    """For each article the organisation or group that it names most; `named` counts the entities of each."""
    found = {}
    for article, counter in named.items():
        listed = [entity for entity in counter if types.get(entity) == "organisation"]
        if listed:
            found[article] = min(listed, key=lambda entity: (-counter[entity], entity))
    return found

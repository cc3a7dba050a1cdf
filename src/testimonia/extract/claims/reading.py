"""The sentences of an article as claims are read from them: with their figures, dates and names, and what the sentences before said."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Generic, Protocol, TypeVar

from spacy.tokens import Span as DocSpan
from spacy.tokens import Token

from testimonia.base.extractions import Attribution, Claim, Mention, Quantity, Time
from testimonia.base.pronouns import pronouns
from testimonia.base.spans import Span, trimmed
from testimonia.extract.claims.classes import Classes, classes
from testimonia.extract.claims.frames import Frame, date_frames, frames
from testimonia.extract.parsing import Paragraph, Parsed
from testimonia.extract.quantities.holding import Holding

LONGEST = 300  # tokens; a longer "sentence" is a list, and says nothing as a whole
QUOTED = ("direct", "mixed")
CONTENT = ("NOUN", "PROPN", "VERB", "ADJ")


class Placed(Protocol):
    """A record with a stretch."""

    @property
    def start(self) -> int:
        """Where it begins."""

    @property
    def end(self) -> int:
        """Where it ends."""


P = TypeVar("P", bound=Placed)


class Within(Generic[P]):
    """Records by place, for asking which lie inside a stretch."""

    def __init__(self, records: Sequence[P]) -> None:
        self.records = sorted(records, key=lambda record: (record.start, record.end))
        self.starts = [record.start for record in self.records]

    def inside(self, start: int, end: int) -> list[P]:
        """The records that lie inside the stretch."""
        found: list[P] = []
        for record in self.records[bisect_left(self.starts, start) : bisect_left(self.starts, end)]:
            if record.end <= end:
                found.append(record)
        return found


@dataclass
class Setting:
    """What the sentences before have said: the day, the place and the names that the next sentence may go on with."""

    time: Time | None = None
    time_at: int = -9
    place: Span | None = None
    place_at: int = -9
    names: tuple[Span, ...] = ()
    names_at: int = -9
    person: tuple[str, Span] | None = None  # the one named last, the first of several in a sentence
    events: tuple[str, ...] = ()  # nouns for what somebody may be behind, of the sentence before
    before: Span | None = None  # the sentence before, and where it stood
    before_at: int = -9
    contents: tuple[Span, ...] = ()  # of all attributions of the article, in order
    slots: dict[tuple[str, str, str], Claim] = field(default_factory=dict)  # kind, predicate, object → the last claim of it
    last: dict[str, tuple[Claim, int]] = field(default_factory=dict)  # kind → the last claim and its sentence


@dataclass
class Reading:
    """One sentence with all that stands in it."""

    parsed: Parsed
    paragraph: Paragraph
    sentence: DocSpan
    span: Span
    index: int
    known: Classes
    mentions: list[Mention]
    quantities: list[Quantity]
    times: list[Time]
    holding: Holding
    setting: Setting
    frames: dict[int, Frame] = field(default_factory=dict)
    dated: dict[int, Frame] = field(default_factory=dict)  # where a time begins → the frame that it dates

    def at(self, token: Token) -> Span:
        """A token's stretch in the document."""
        return self.paragraph.span(token.idx, token.idx + len(token))

    def token_at(self, start: int, end: int) -> Token | None:
        """The token that stands for a stretch of the document in the parse."""
        span = self.paragraph.doc.char_span(start - self.paragraph.start, end - self.paragraph.start, alignment_mode="expand")
        return span.root if span is not None and len(span) else None

    def mention_of(self, token: Token | None) -> Mention | None:
        """The longest mention whose stretch holds a token."""
        if token is None:
            return None
        start, end = self.at(token)
        held = [mention for mention in self.mentions if mention.start <= start and end <= mention.end]
        return max(held, key=lambda mention: (mention.form == "name", mention.end - mention.start), default=None)

    def named(self, token: Token | None) -> Mention | None:
        """The mention that a noun stands in, or the name set beside it ("the painter Ilse X")."""
        if token is None:
            return None
        own = self.mention_of(token)
        if own is not None and own.form == "name":
            return own
        beside = (self.mention_of(child) for child in token.children if child.dep_ == "appos" and child.pos_ == "PROPN")
        return next((mention for mention in beside if mention is not None and mention.form == "name"), own)

    def speaking(self, token: Token) -> Span | None:
        """The name of the one whom an "I" in quoted words stands for."""
        if token.pos_ != "PRON" or token.lower_ not in pronouns("speaker"):
            return None
        voice = self.holding.voice(*self.at(token))
        return voice.speaker if voice is not None and voice.kind in QUOTED else None

    @cached_property
    def tokens(self) -> list[Token]:
        """The sentence's words, taken out of the parse once."""
        return list(self.sentence)

    @cached_property
    def content(self) -> tuple[str, ...]:
        """The sentence's content words as lemmas, sorted, each once."""
        words = {t.lemma_.lower() for t in self.tokens if t.pos_ in CONTENT and not t.is_stop and t.is_alpha and len(t) > 2}
        return tuple(sorted(words))

    @cached_property
    def names(self) -> tuple[Span, ...]:
        """The names of the sentence and what stands for one."""
        return tuple(Span(m.start, m.end) for m in self.mentions if m.form == "name" or m.antecedent is not None)

    def context(self) -> tuple[Span, ...]:
        """The names of the sentence before."""
        return self.setting.names if self.index - self.setting.names_at <= 2 else ()


@dataclass(frozen=True)
class Read:
    """What the earlier steps of extraction found in the article."""

    mentions: tuple[Mention, ...]
    attributions: tuple[Attribution, ...]
    quantities: tuple[Quantity, ...]
    times: tuple[Time, ...]


def readings(parsed: Parsed, read: Read) -> Iterator[Reading]:
    """The parsed sentences of an article, in order; what each says is the setting of the next."""
    contents = sorted(one.content[0] for one in read.attributions if one.content and one.stance != "deny")
    known, holding, setting = classes(parsed.language), Holding(read.attributions), Setting(contents=tuple(contents))
    mentions, quantities, times = Within(read.mentions), Within(read.quantities), Within(read.times)
    index = 0
    for paragraph in parsed.paragraphs:
        if not paragraph.parsed:
            continue
        for sentence in paragraph.doc.sents:
            span = trimmed(parsed.text, paragraph.span(sentence.start_char, sentence.end_char))
            if len(sentence) > LONGEST or span.end <= span.start:
                continue
            index += 1
            reading = Reading(
                parsed, paragraph, sentence, span, index, known, mentions.inside(*span), quantities.inside(*span), times.inside(*span),
                holding, setting,
            )  # fmt: skip
            reading.frames = frames(reading.tokens, known)
            dated = [(time, reading.token_at(time.start, time.end)) for time in reading.times if points(time)]
            reading.dated = date_frames(reading.frames, [(time, token) for time, token in dated if token is not None])
            yield reading
            go_on(setting, reading)
        index += 1  # a paragraph's end is one step more


def points(time: Time) -> bool:
    """Whether a time is a date or a span of dates, rather than a length or a habit."""
    return time.kind in ("date", "time") and time.value is not None and (time.value[:1].isdigit() or time.value[:1] == "/")


def go_on(setting: Setting, reading: Reading) -> None:
    """Let the next sentence go on from this one."""
    dates = [time for time in reading.times if points(time) and len(time.value or "") >= 4]
    if dates:
        setting.time, setting.time_at = dates[-1], reading.index
    found = [m for m in reading.mentions if m.type == "place" and m.form == "name"]
    if found:
        setting.place, setting.place_at = Span(found[-1].start, found[-1].end), reading.index
    people = [m for m in reading.mentions if m.type == "person" and m.form == "name"]
    if people:
        setting.person = people[0].name, Span(people[0].start, people[0].end)
    if reading.names:
        setting.names, setting.names_at = reading.names, reading.index
    nouns = (token.lemma_.lower() for token in reading.tokens if token.pos_ == "NOUN")
    setting.events = tuple(dict.fromkeys(noun for noun in nouns if noun in reading.known.words("responsibility", "events")))
    setting.before, setting.before_at = reading.span, reading.index

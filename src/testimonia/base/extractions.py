"""What is read inside one article: mentions, attributions, figures, times, claims. All offsets count in the document's text."""

from __future__ import annotations

from dataclasses import dataclass

from testimonia.base.documents import Note
from testimonia.base.spans import Span

ENTITY_TYPES = ("person", "organisation", "place", "group", "work", "event", "other")
STANCES = ("say", "claim", "deny", "accuse", "believe", "reveal", "promise", "demand", "ask", "other")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of an article's title or body. `part` is `title` or `body`."""

    document: str
    article: str
    start: int
    end: int
    part: str = "body"


@dataclass(frozen=True, slots=True)
class Mention:
    """A span that refers to somebody or something.

    `name` is the surface form; `form` is `name`, `role` or `pronoun`; `type` is the tagger's guess for this one place.
    `antecedent` is the span of the name in the same article that a role, a pronoun or a surname stands for, when that is clear;
    `candidates` are the spans it may stand for when it is not. `determiner` is the article before a name. Of a description, `head` is the
    lemma of its head noun, `gist` the lemmas of its other content words, and `qualifier` the mention it is built on ("the leaders of X").
    `metonym` marks a place's name that acts ("Vienna refused"), `locative` a name that says where something is; `scare` one that the
    writer puts, wholly or in part, between quotation marks of a few words; `shown` is the type that the words around a name say it has
    (`product` where only the tagger says so, `title` of a name alone between quotation marks).
    """

    document: str
    article: str
    start: int
    end: int
    name: str
    type: str
    form: str = "name"
    antecedent: Span | None = None
    candidates: tuple[Span, ...] = ()
    gender: str | None = None
    number: str | None = None
    metonym: bool = False
    determiner: str = ""
    head: str = ""
    gist: str = ""
    qualifier: Span | None = None
    scare: bool = False
    locative: bool = False
    shown: str = ""


@dataclass(frozen=True, slots=True)
class Alias:
    """Two spans that an article declares to name the same thing, and how (`brackets`, `also known as`, `apposition`, `acronym` …)."""

    document: str
    article: str
    name: Span
    alias: Span
    kind: str


@dataclass(frozen=True, slots=True)
class Relation:
    """A role or relation as the text states it: "Prime Minister Edi X", "X, then adviser", "son of".

    `subject` names who holds it; `role` is the span that states it; `object` the other party, if any; `time` the span that dates it.
    """

    id: str
    document: str
    article: str
    kind: str
    subject: Span
    role: Span
    object: Span | None = None
    time: Span | None = None
    attribution: str | None = None


@dataclass(frozen=True, slots=True)
class Attribution:
    """Source – cue – content. `parent` is the attribution whose content holds this one; without one it hangs on the article's own voice.

    `speaker` is the span of the name (in the same article) that the source resolves to; `speakers` are candidates when it stays open;
    `source_kind` is `person`, `organisation`, `document`, `anonymous`, `collective` or `none`.
    `polarity` is `positive` or `negative` ("never said"), `modality` is `asserted`, `alleged`, `conditional`, `question`, `future`.
    `via` are those who pass it on between the article and the source ("told the Herald", "quoted by the agency"); `citing` those whom the
    source in its turn relies on ("reported, citing officials"); `note` is the marker of the footnote that vouches for it.
    """

    id: str
    document: str
    article: str
    source: Span | None
    cue: Span | None
    content: tuple[Span, ...]
    kind: str
    stance: str
    parent: str | None = None
    speaker: Span | None = None
    speakers: tuple[Span, ...] = ()
    source_kind: str = "none"
    polarity: str = "positive"
    modality: str = "asserted"
    reason: str = ""
    via: tuple[Span, ...] = ()
    citing: tuple[Span, ...] = ()
    note: Span | None = None


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure with its normalised value: equal `low` and `high` for a single value, none where open ("over 500")."""

    id: str
    document: str
    article: str
    start: int
    end: int
    low: float | None
    high: float | None
    approximate: bool
    measure: str
    unit: str | None = None
    counted: str | None = None
    counted_span: Span | None = None
    attribution: str | None = None


@dataclass(frozen=True, slots=True)
class Time:
    """A TIMEX3-like expression. `value` is none where it cannot be resolved; `reason` says against what it was resolved."""

    id: str
    document: str
    article: str
    start: int
    end: int
    value: str | None
    kind: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Party:
    """A name that hangs directly on a claim's words, and the word that ties it to them ("of", "for", "against" …)."""

    role: str
    span: Span


@dataclass(frozen=True, slots=True)
class Claim:
    """One answerable assertion with its slot.

    `kind` is the kind of question it answers: `number`, `date`, `place`, `agent`, `polarity`, `status`. `value` is the
    normalised answer and `span` the words that give it. `subject`, `predicate` and `about` (sorted, normalised words) are what
    the slot is found by; `names` are the spans of the names in its sentence. `part` is `title`, `body`, `caption` or `teaser`.
    `object` is the other party (who did it, or what kind of thing is counted); `phase` says whether only the `first` or the `rest` of a
    course of events is meant, or an `other` one before or after it; `inherited` that time or place come from the sentence before;
    `context` are the names there.
    `parties` are the names tied to the claim's own words; `rival` is the claim of the same text that this one is set against by the
    text itself ("about 700; the party spoke of 2,000").
    """

    id: str
    document: str
    article: str
    sentence: Span
    span: Span
    kind: str
    predicate: str
    value: str
    subject: str = ""
    subject_span: Span | None = None
    about: tuple[str, ...] = ()
    names: tuple[Span, ...] = ()
    place: str | None = None
    time: str | None = None
    quantity: str | None = None
    polarity: str = "positive"
    modality: str = "asserted"
    attribution: str | None = None
    part: str = "body"
    object: str = ""
    object_span: Span | None = None
    phase: str = ""
    inherited: bool = False
    context: tuple[Span, ...] = ()
    parties: tuple[Party, ...] = ()
    rival: str | None = None


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that is read in one article."""

    article: str
    sentences: tuple[Sentence, ...] = ()
    mentions: tuple[Mention, ...] = ()
    aliases: tuple[Alias, ...] = ()
    relations: tuple[Relation, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    times: tuple[Time, ...] = ()
    claims: tuple[Claim, ...] = ()
    notes: tuple[Note, ...] = ()

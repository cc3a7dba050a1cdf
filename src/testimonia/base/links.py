"""What the comparison of the whole case gives: entities, reuse, origins, disagreements, namings."""

from __future__ import annotations

from dataclasses import dataclass

from testimonia.base.spans import Span

DISAGREEMENT_KINDS = ("number", "date", "place", "agent", "polarity", "status")


@dataclass(frozen=True, slots=True)
class Entity:
    """What names refer to. `names` are all surface forms seen, sorted; `name` is the canonical one.

    `described` says that no page gives it a name: it is known by a description only ("the villagers", "a secret report").
    """

    id: str
    type: str
    name: str
    names: tuple[str, ...]
    warning: str = ""
    described: bool = False


@dataclass(frozen=True, slots=True)
class EntityLink:
    """Why two names are one entity (`verdict` `same`) or are kept apart (`different`, `unsure`): the two names that met, and the reason."""

    id: str
    a: str
    b: str
    verdict: str
    reason: str
    entity: str | None = None


@dataclass(frozen=True, slots=True)
class MentionEntity:
    """Which entity a mention refers to."""

    document: str
    start: int
    end: int
    entity: str


@dataclass(frozen=True, slots=True)
class End:
    """One side of a reuse: a stretch of an article. `article` is none for a stretch outside all articles (a teaser)."""

    document: str
    article: str | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Reuse:
    """Passages that are the same text (`copy`), a `quotation` of the same words, or a `translation`.

    `direction` is `a>b` (b took from a), `b>a` or `unknown`; `difference` lists what differs, in words, one item a change.
    """

    id: str
    kind: str
    a: End
    b: End
    similarity: float
    direction: str = "unknown"
    direction_reason: str = ""
    difference: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Alignment:
    """What two texts share, so that a later run aligns only what is new.

    `a` and `b` are digests of the compared texts and of how they were compared; `passages` are numbers of the room that aligns.
    """

    a: str
    b: str
    passages: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class NotHeld:
    """An original that the text names and the case does not hold."""

    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    date: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class StemmaEdge:
    """`child` goes back to `parent` (an article's id), or to an original that is not held."""

    child: str
    parent: str | None
    reasons: tuple[str, ...]
    not_held: NotHeld | None = None


@dataclass(frozen=True, slots=True)
class Origin:
    """The articles that go back to one text, earliest first. Five copies are one witness."""

    id: str
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AnswerClaim:
    """One claim that gives an answer, with what it hangs on."""

    document: str
    start: int
    end: int
    article: str
    origin: str
    speaker: str | None = None
    attribution: str | None = None
    claim: str | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """One value given to a question; `witnesses` counts independent origins."""

    value: str
    witnesses: int
    claims: tuple[AnswerClaim, ...]


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A question with incompatible answers. `reason` says in words why these claims were set against each other; `agreeing` why values
    that differ were counted as one answer, or as none.
    """

    id: str
    question: str
    kind: str
    answers: tuple[Answer, ...]
    reason: str = ""
    entities: tuple[str, ...] = ()
    time: str | None = None
    agreeing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Naming:
    """Which name an article uses for an entity; `loading` is a property of the name, from a word list. `voice` is `own`, `other`,
    or `aside` for a name beside the article: in a caption, a teaser or a menu of its page.

    `bare` is set on a form that only adds an article ("the X"): it is counted in the row of the bare name too, so sum rows without it.
    """

    entity: str
    name: str
    article: str
    count: int
    loading: str
    voice: str = "own"
    reason: str = ""
    bare: str = ""


NOT_COMPARED = "not compared by meaning"  # the kind of the finding that says what was not done for want of an encoder


@dataclass(frozen=True, slots=True)
class Finding:
    """Something worth a look that is not a disagreement: a sum that does not add up, quote drift, a shift in a translation."""

    id: str
    kind: str
    message: str
    document: str
    article: str | None
    spans: tuple[Span, ...]
    other_document: str | None = None
    other_spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Heard:
    """How the names of an article sound, for comparison across languages; `foreign` is a language that is read without a parser."""

    article: str
    foreign: bool
    sounds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Slots:
    """What the claims of one document can be compared by, as plain numbers, so that a later run need not read the document again.

    `digest` says which entities its names stand for; `columns` are arrays of the room that compares; `sentences` counts those with claims;
    `inside` are places that the text sets into one another; `findings` are those of this document alone.
    """

    document: str
    digest: str
    columns: bytes
    sentences: int
    heard: tuple[Heard, ...] = ()
    inside: tuple[tuple[str, str], ...] = ()
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Compared:
    """What was compared in the run before, in numbers: states of claims, the pairs that answer one question, the weights of keys."""

    name: str
    states: bytes
    pairs: bytes
    weights: bytes


@dataclass(frozen=True, slots=True)
class Settled:
    """What a group of claims gives that hang together; `id` is a digest of all that it depends on."""

    id: str
    disagreements: tuple[Disagreement, ...] = ()
    findings: tuple[Finding, ...] = ()

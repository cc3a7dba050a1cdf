"""Disagreements as cards: a question, its answers side by side, who gives each, and how many independent origins stand behind it."""

from __future__ import annotations

from dataclasses import dataclass

from testimonia.base.links import Answer, AnswerClaim, Disagreement
from testimonia.base.readable import readable
from testimonia.view.pages.articles import ArticleCard, cards
from testimonia.view.pages.passages import Mark, Passage
from testimonia.view.pages.shelf import Shelf
from testimonia.view.pages.voices import Chain, Step, chain, marks

KIND_WORDS = {
    "number": "a figure",
    "date": "a date",
    "place": "a place",
    "agent": "who did it",
    "polarity": "whether it is so",
    "status": "its state",
}


@dataclass(frozen=True, slots=True)
class Saying:
    """One place where an answer is given: the chain it hangs on and the sentence it stands in."""

    article: ArticleCard | None
    origin: str
    chain: Chain
    passage: Passage
    claim: str | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class OriginShare:
    """One of the independent origins behind an answer, with the articles of it that give the answer."""

    id: str
    articles: tuple[ArticleCard, ...]
    others: int


@dataclass(frozen=True, slots=True)
class AnswerColumn:
    """One value, with everything that says it. `shown` is the value as a person reads it."""

    value: str
    shown: str
    witnesses: int
    origins: tuple[OriginShare, ...]
    sayings: tuple[Saying, ...]
    sayers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """A question with incompatible answers."""

    id: str
    question: str
    kind: str
    kind_words: str
    reason: str
    agreeing: tuple[str, ...]
    time: str | None
    entities: tuple[tuple[str, str], ...]
    answers: tuple[AnswerColumn, ...]


def by_weight(shelf: Shelf) -> list[Disagreement]:
    """The disagreements; those with most origins behind their second answer first, for there the matter is most open."""
    return shelf.once("by weight", lambda s: sorted(s.disagreements.values(), key=lambda r: (-weight_of(r), r.question, r.id)))


def weight_of(record: Disagreement) -> int:
    """The origins behind the answer that has the second most of them: there the matter is most open."""
    counts = sorted((answer.witnesses for answer in record.answers), reverse=True)
    return counts[1] if len(counts) > 1 else 0


def card_of(shelf: Shelf, record: Disagreement) -> Card:
    """One disagreement as a card."""
    shelf.ahead(claim.article for answer in record.answers for claim in answer.claims)
    columns = [column(shelf, answer, record.kind) for answer in record.answers]
    named = tuple((id, shelf.entity_name(id) or id) for id in record.entities)
    return Card(
        id=record.id,
        question=record.question,
        kind=record.kind,
        kind_words=KIND_WORDS.get(record.kind, record.kind),
        reason=record.reason,
        agreeing=record.agreeing,
        time=record.time,
        entities=named,
        answers=tuple(sorted(columns, key=lambda c: (-c.witnesses, c.value))),
    )


def column(shelf: Shelf, answer: Answer, kind: str) -> AnswerColumn:
    """One answer with its sayings, grouped by origin."""
    shelf.ahead(claim.article for claim in answer.claims)
    shelf.attributions.ahead(claim.attribution for claim in answer.claims if claim.attribution)
    sayings = [saying(shelf, claim) for claim in answer.claims]
    ordered = tuple(sorted(sayings, key=lambda s: (published(s), s.origin, s.passage.document, s.start, s.end)))
    shown = readable(answer.value) if kind == "date" else answer.value
    sayers = tuple(dict.fromkeys(sayer(s) for s in ordered))
    return AnswerColumn(answer.value, shown, answer.witnesses, shares(shelf, answer), ordered, sayers)


def published(found: Saying) -> str:
    """The date that a saying is ordered by."""
    return (found.article and (found.article.published or found.article.first_published)) or "9999"


def sayer(found: Saying) -> str:
    """Who gives the answer: the speaker, or the outlet in its own voice."""
    speaker = found.chain.speaker
    if speaker is not None:
        return speaker.name
    return f"{found.chain.steps[0].name}, in its own voice" if found.chain.steps else "the article itself"


def shares(shelf: Shelf, answer: Answer) -> tuple[OriginShare, ...]:
    """The origins behind an answer: the list that makes the number."""
    found = []
    for origin in sorted({claim.origin for claim in answer.claims}):
        giving = sorted({claim.article for claim in answer.claims if claim.origin == origin})
        known = shelf.origins.get(origin)
        ordered = [id for id in known.articles if id in giving] if known else giving
        found.append(OriginShare(origin, cards(shelf, ordered), len(known.articles) - len(ordered) if known else 0))
    return tuple(found)


def saying(shelf: Shelf, claim: AnswerClaim) -> Saying:
    """One claim in its place."""
    attribution = shelf.attributions.get(claim.attribution) if claim.attribution else None
    linked = chain(shelf, claim.article, attribution)
    if attribution is None and claim.speaker:
        name = shelf.entity_name(claim.speaker) or claim.speaker
        linked = Chain(claim.article, (*linked.steps, Step("speaker", name, claim.speaker if claim.speaker in shelf.entities else None)))
    shown = [Mark(claim.start, claim.end, "hit"), *(marks(attribution) if attribution else ())]
    return Saying(
        article=next(iter(cards(shelf, [claim.article])), None),
        origin=claim.origin,
        chain=linked,
        passage=shelf.passage(claim.document, claim.article, (claim.start, claim.end), shown),
        claim=claim.claim,
        start=claim.start,
        end=claim.end,
    )

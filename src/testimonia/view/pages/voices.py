"""Voices: who speaks, on whose word, and through which outlet a reader comes to hear it."""

from __future__ import annotations

from dataclasses import dataclass

from testimonia.base.documents import Article, Fact
from testimonia.base.extractions import Attribution
from testimonia.base.spans import Span
from testimonia.view.pages.constructions import recognised
from testimonia.view.pages.passages import Mark, Passage, shortened
from testimonia.view.pages.shelf import Shelf

DEEPEST = 12  # steps of a chain that are shown
NAMED_BY = 60  # characters of a title that stand for an article whose page names neither outlet nor author
UNNAMED = "(nobody named)"
KINDS = {"direct": "in quotation marks", "indirect": "reported", "mixed": "partly in quotation marks"}
CHAIN_WORDS = {
    "original": "first published by",
    "translator": "translated by",
    "author": "by",
    "relayed": "relayed via",
    "through": "told through",
    "behind": "relying on",
}


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a chain.

    `role`: `outlet` (whose page one reads), `original` (who published it first), `translator`, `author` (or `page`, when none of them is
    known), `relayed` (the voices that hold the words), `through` (whom the speaker told, or who quotes them), `speaker`, and `behind`
    (whom the speaker relies on).
    """

    role: str
    name: str
    entity: str | None = None
    words: str = ""
    cue: str = ""
    stance: str = ""

    @property
    def how(self) -> str:
        """What is said before its name; nothing for whom one reads and for who speaks."""
        return CHAIN_WORDS.get(self.role, "")


@dataclass(frozen=True, slots=True)
class Chain:
    """From the page that one reads to the one who is said to have said it."""

    article: str
    steps: tuple[Step, ...]

    @property
    def speaker(self) -> Step | None:
        """The speaker; none when the article says it in its own voice."""
        return next((step for step in self.steps if step.role == "speaker"), None)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the ledger: who, said what, on whose word, where."""

    id: str
    who: str
    entity: str | None
    group: str
    stance: str
    cue: str
    manner: str
    content: str
    polarity: str
    modality: str
    chain: Chain
    article: str
    passage: Passage
    reason: str = ""


def said(fact: Fact | None) -> str | None:
    """The value of a head fact."""
    return fact.value if fact is not None and fact.value.strip() else None


def outlet_of(article: Article | None) -> str | None:
    """Who published the article, as far as it is known."""
    return None if article is None else said(article.outlet) or said(article.original_outlet)


def opening(shelf: Shelf, article_id: str) -> list[Step]:
    """The first steps of every chain of an article: who publishes it, who did so first, who translated it, who wrote it."""
    article = shelf.articles.get(article_id)
    if article is None:
        return []
    outlet, original = outlet_of(article), said(article.original_outlet)
    first = original if original != outlet else None
    found = [("outlet", outlet), ("original", first), ("translator", said(article.translator)), ("author", said(article.author))]
    steps = [Step(role, name) for role, name in found if name]
    return steps or [Step("page", f"“{shortened(shelf.title(article_id), NAMED_BY)}”")]


def source_entity(shelf: Shelf, attribution: Attribution) -> str | None:
    """The entity that an attribution's source resolves to."""
    for span in (attribution.speaker, attribution.source):
        if span is not None and (found := shelf.entity_at(attribution.document, span)) is not None:
            return found
    return None


def step(shelf: Shelf, attribution: Attribution, role: str) -> Step:
    """The one who speaks in an attribution, as a step."""
    entity = source_entity(shelf, attribution)
    words = shelf.words(attribution.document, attribution.source, 120)
    named = shelf.words(attribution.document, attribution.speaker, 120)
    cue = shelf.words(attribution.document, attribution.cue, 80)
    unnamed = f"footnote {cue}" if attribution.reason == "footnote" else UNNAMED
    return Step(role, shelf.entity_name(entity) or named or words or unnamed, entity, words, cue, attribution.stance)


def beside(shelf: Shelf, attribution: Attribution, spans: tuple[Span, ...], role: str) -> list[Step]:
    """Those named beside an attribution who pass the words on, or stand behind them, as steps."""
    found = []
    for span in spans:
        entity = shelf.entity_at(attribution.document, span)
        words = shelf.words(attribution.document, span, 120)
        found.append(Step(role, shelf.entity_name(entity) or words or UNNAMED, entity, words))
    return found


def parents(shelf: Shelf, attribution: Attribution) -> list[Attribution]:
    """The attributions that this one hangs in, outermost first."""
    found: list[Attribution] = []
    seen = {attribution.id}
    at = attribution.parent
    while at and at not in seen and at in shelf.attributions and len(found) < DEEPEST:
        seen.add(at)
        found.append(shelf.attributions[at])
        at = found[-1].parent
    return found[::-1]


def chain(shelf: Shelf, article: str, attribution: Attribution | None) -> Chain:
    """Those who publish and write it, those who relay it, those who were told it, the speaker, those whom the speaker relies on."""
    if attribution is None:
        return Chain(article, tuple(opening(shelf, article)))
    relayed = [step(shelf, outer, "relayed") for outer in parents(shelf, attribution)]
    through = beside(shelf, attribution, attribution.via, "through")
    behind = beside(shelf, attribution, attribution.citing, "behind")
    return Chain(article, (*opening(shelf, article), *relayed, *through, step(shelf, attribution, "speaker"), *behind))


def marks(attribution: Attribution) -> list[Mark]:
    """Source, cue and content as marks."""
    named = [("source", attribution.source), ("cue", attribution.cue)]
    found = [Mark(*span, kind, attribution.stance, attribution.id) for kind, span in named if span is not None]
    return found + [Mark(*span, "content", attribution.stance, attribution.id) for span in attribution.content]


def focus(attribution: Attribution) -> Span:
    """Where to look: the cue, or the beginning of the content, or the source."""
    for span in (attribution.cue, *attribution.content, attribution.source):
        if span is not None:
            return span
    return Span(0, 0)


def line(shelf: Shelf, attribution: Attribution) -> Line:
    """The attribution as a line of the ledger."""
    linked = chain(shelf, attribution.article, attribution)
    speaker = linked.speaker or step(shelf, attribution, "speaker")
    content = " … ".join(shelf.words(attribution.document, span) for span in attribution.content)
    return Line(
        id=attribution.id,
        who=speaker.name,
        entity=speaker.entity,
        group=speaker.entity or speaker.name.casefold(),
        stance=attribution.stance,
        cue=speaker.cue,
        manner=KINDS.get(attribution.kind, attribution.kind),
        content=content,
        polarity=attribution.polarity,
        modality=attribution.modality,
        chain=linked,
        article=attribution.article,
        passage=shelf.passage(attribution.document, attribution.article, focus(attribution), marks(attribution)),
        reason=recognised(attribution.reason),
    )

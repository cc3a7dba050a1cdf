"""One article to read: every voice marked, the page's furniture greyed, and in the margin who speaks, what is contested, what is copied."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from testimonia.base.documents import Article, Fact
from testimonia.base.extractions import Attribution
from testimonia.base.spans import Span, lines, trimmed
from testimonia.view.pages.articles import ArticleCard, card, cards
from testimonia.view.pages.passages import Mark, Piece, direction, pieces
from testimonia.view.pages.rulings import Ruled, Rulings
from testimonia.view.pages.shelf import Shelf
from testimonia.view.pages.stretches import RuledStretch, ruled_stretches
from testimonia.view.pages.voices import Line, focus, line, marks

VOICES = 8  # voices that have a colour and an underline of their own; the others share one
PART = 120_000  # characters of a very long article that one page shows
REMEMBERED = 80


@dataclass(frozen=True, slots=True)
class Voice:
    """One who speaks in the article, with the number that marks their words."""

    number: int
    name: str
    entity: str | None
    lines: int


@dataclass(frozen=True, slots=True)
class Beside:
    """A margin note that leads elsewhere: a disagreement, or a passage shared with another article."""

    kind: str
    text: str
    target: str


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph with what stands in its margin. `kind` is the kind of its segment; furniture is greyed."""

    start: int
    end: int
    kind: str
    direction: str
    pieces: tuple[Piece, ...]
    lines: tuple[Line, ...]
    beside: tuple[Beside, ...]


@dataclass(frozen=True, slots=True)
class Sought:
    """What a link to a span asked for: `here`, `moved` (found again by its words) or `gone`."""

    state: str
    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class Head:
    """One thing that the page says about the article, and why it was chosen."""

    name: str
    value: str
    reason: str


@dataclass(frozen=True, slots=True)
class Reading:
    """An article as a page. `part` and `parts` count the pages that a very long one is shown on.

    `line_rulings` go by the id of a line, `stretch_rulings` by the start of a block.
    """

    card: ArticleCard
    heads: tuple[Head, ...]
    addresses: tuple[str, ...]
    voices: tuple[Voice, ...]
    blocks: tuple[Block, ...]
    rulings: tuple[Ruled, ...]
    line_rulings: dict[str, tuple[Ruled, ...]]
    stretch_rulings: dict[int, tuple[RuledStretch, ...]]
    sharing: tuple[ArticleCard, ...]
    others: tuple[ArticleCard, ...]
    sought: Sought | None
    part: int
    parts: int


def reading(shelf: Shelf, rulings: Rulings, article: Article, *, seek: tuple[int, int, str] | None = None, part: int = 0) -> Reading:
    """The article as a page; `seek` is a span with the words that it once held."""
    text = shelf.text(article.document)
    whole = stretch(shelf, article, text)
    found = sought(text, whole, seek) if seek else None
    parts = max(1, -(-(whole.end - whole.start) // PART))
    if found is not None and found.state != "gone":
        part = (found.start - whole.start) // PART
    part = min(max(part, 0), parts - 1)
    spoken = [rulings.changed("attributions", record) for record in shelf.rows("attributions", article=article.id)]
    voiced, numbers = voices(shelf, [line(shelf, record) for record in spoken])
    shown = Span(whole.start + part * PART, min(whole.end, whole.start + (part + 1) * PART))
    blocks = tuple(page(shelf, article, text, shown, all_marks(shelf, article, spoken, numbers, found)))
    by_id = {item.id: item for item in voiced}
    places = sorted((focus(record).start, record.id) for record in spoken)
    placed = beside(shelf, article, blocks, [(at, by_id[id]) for at, id in places])
    near = sorted({other for record in shelf.reuse_of.get(article.id, ()) for other in (record.a.article, record.b.article) if other})
    return Reading(
        card=card(shelf, article),
        heads=heads(article),
        addresses=tuple(url.value for url in article.urls),
        voices=legend(voiced, numbers),
        blocks=placed,
        rulings=rulings.of("articles", article.id),
        line_rulings={item.id: ruled for item in voiced if (ruled := rulings.of("attributions", item.id))},
        stretch_rulings=ruled_stretches(
            rulings,
            shelf.paths.get(article.document, ()),
            text,
            [Span(block.start, block.end) for block in blocks],
            shelf.rows("segments", document=article.document),
        ),
        sharing=cards(shelf, [id for id in near if id != article.id]),
        others=cards(shelf, [other.id for other in shelf.articles_of[article.document] if other.id != article.id]),
        sought=found,
        part=part,
        parts=parts,
    )


def stretch(shelf: Shelf, article: Article, text: str) -> Span:
    """What is shown: the whole document when it holds one article, so that its furniture is seen, else the article alone."""
    if len(shelf.articles_of.get(article.document, ())) <= 1:
        return Span(0, len(text))
    spans = [span for span in (article.title, *article.body) if span is not None]
    return Span(min((s.start for s in spans), default=0), max((s.end for s in spans), default=len(text)))


def sought(text: str, whole: Span, seek: tuple[int, int, str]) -> Sought:
    """Where a linked span is now: where it was, elsewhere by its words, or gone."""
    start, end, words = seek
    inside = 0 <= start < end <= len(text)
    if inside and (not words or text[start:end].startswith(words)):
        return Sought("here", start, end, text[start:end][:REMEMBERED])
    at = text.find(words, whole.start, whole.end) if words else -1
    if at < 0:
        return Sought("gone", 0, 0, words)
    return Sought("moved", at, at + len(words), words)


def voices(shelf: Shelf, found: list[Line]) -> tuple[list[Line], dict[str, int]]:
    """The lines, and the number of each one's voice: whoever speaks most comes first."""
    counted: dict[str, int] = defaultdict(int)
    for item in found:
        counted[item.group] += 1
    ranked = sorted(counted, key=lambda group: (-counted[group], group))
    number = {group: min(at, VOICES) for at, group in enumerate(ranked, start=1)}
    return found, {item.id: number[item.group] for item in found}


def legend(found: Iterable[Line], numbers: dict[str, int]) -> tuple[Voice, ...]:
    """Each voice with its number, name and how many lines it has."""
    held: dict[str, list[Line]] = defaultdict(list)
    for item in found:
        held[item.group].append(item)
    listed = [Voice(numbers[items[0].id], items[0].who, items[0].entity, len(items)) for items in held.values()]
    return tuple(sorted(listed, key=lambda voice: (voice.number, -voice.lines, voice.name)))


def all_marks(shelf: Shelf, article: Article, spoken: Iterable[Attribution], voiced: dict[str, int], found: Sought | None) -> list[Mark]:
    """Everything that is marked in an article: voices, names, figures, dates, contested words, and the span that was asked for."""
    made: list[Mark] = []
    for record in spoken:
        said = f"v{voiced.get(record.id, VOICES)}"
        made += [Mark(m.start, m.end, said if m.kind == "content" else m.kind, m.note, m.key) for m in marks(record)]
    for mention in shelf.rows("mentions", article=article.id):
        if mention.form == "name":
            made.append(Mark(mention.start, mention.end, "name", mention.type))
    for quantity in shelf.rows("quantities", article=article.id):
        made.append(Mark(quantity.start, quantity.end, "figure", amount(quantity.low, quantity.high, quantity.unit or quantity.counted)))
    for time in shelf.rows("times", article=article.id):
        made.append(Mark(time.start, time.end, "date", time.value or "not resolved"))
    for asked in shelf.contested_in.get(article.id, ()):
        claims = (claim for answer in asked.answers for claim in answer.claims if claim.article == article.id)
        made += [Mark(claim.start, claim.end, "contested", asked.question, asked.id) for claim in claims]
    if found is not None and found.state != "gone":
        made.append(Mark(found.start, found.end, "hit"))
    if article.title is not None:
        made.append(Mark(*article.title, "title"))
    return made


def amount(low: float | None, high: float | None, unit: str | None) -> str:
    """A figure's normalised value."""
    ends = [f"{end:g}" if end is not None else "…" for end in (low, high)]
    return f"{ends[0] if ends[0] == ends[1] else ' to '.join(ends)} {unit or ''}".strip()


def page(shelf: Shelf, article: Article, text: str, shown: Span, found: Iterable[Mark]) -> Iterable[Block]:
    """The paragraphs of a stretch, each with the marks that lie on it."""
    spans = [span for part in lines(text, shown) if (span := trimmed(text, part)).end > span.start]
    starts = [span.start for span in spans]
    lying: dict[int, list[Mark]] = defaultdict(list)
    for mark in found:
        at = max(0, bisect_right(starts, mark.start) - 1)
        while at < len(spans) and spans[at].start < mark.end:
            lying[at].append(mark)
            at += 1
    segments = sorted(shelf.rows("segments", document=article.document), key=lambda s: s.start)
    edges = [segment.start for segment in segments]
    for at, span in enumerate(spans):
        segment = bisect_right(edges, span.start) - 1
        kind = segments[segment].kind if segment >= 0 else "other"
        yield Block(span.start, span.end, kind, direction(text[span.start : span.end]), pieces(text, span, lying[at]), (), ())


def beside(shelf: Shelf, article: Article, blocks: tuple[Block, ...], spoken: Iterable[tuple[int, Line]]) -> tuple[Block, ...]:
    """The blocks with their margins: each note stands at the paragraph in which its words begin."""
    starts = [block.start for block in blocks]
    noted: dict[int, list[Line]] = defaultdict(list)
    led: dict[int, dict[Beside, None]] = defaultdict(dict)

    def at(place: int) -> int:
        found = bisect_right(starts, place) - 1
        return found if found >= 0 and place < blocks[found].end else -1

    for place, item in spoken:
        noted[at(place)].append(item)
    for record in shelf.contested_in.get(article.id, ()):
        for claim in (claim for answer in record.answers for claim in answer.claims if claim.article == article.id):
            led[at(claim.start)][Beside("contested", record.question, record.id)] = None
    for reuse in shelf.reuse_of.get(article.id, ()):
        here, there = (reuse.a, reuse.b) if reuse.a.article == article.id else (reuse.b, reuse.a)
        if there.article:
            led[at(here.start)][Beside(reuse.kind, shelf.title(there.article), there.article)] = None
    return tuple(
        Block(b.start, b.end, b.kind, b.direction, b.pieces, tuple(noted.get(n, ())), tuple(led.get(n, ()))) for n, b in enumerate(blocks)
    )


def heads(article: Article) -> tuple[Head, ...]:
    """What the page says about the article, with why it was chosen, and what else was considered."""
    names = ("author", "outlet", "original_outlet", "translator", "published", "first_published", "section")
    facts: list[tuple[str, Fact | None]] = [(name, getattr(article, name)) for name in names]
    return tuple(Head(name.replace("_", " "), fact.value, fact.reason) for name, fact in facts if fact is not None)

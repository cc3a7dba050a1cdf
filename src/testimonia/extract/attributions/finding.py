"""The attributions of one article, from its quotation marks and its syntax to the linked rows."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby
from operator import itemgetter

from testimonia.base.extractions import Attribution, Mention
from testimonia.base.ids import row_id
from testimonia.base.spans import Span
from testimonia.extract.attributions.candidates import cues_of, scenes
from testimonia.extract.attributions.chain import linked
from testimonia.extract.attributions.choosing import Scored, choose, pooled
from testimonia.extract.attributions.dialogue import DIALOGUE
from testimonia.extract.attributions.features import described, register
from testimonia.extract.attributions.footnotes import noted
from testimonia.extract.attributions.headlines import of_title
from testimonia.extract.attributions.judging import Judge, judge
from testimonia.extract.attributions.kinds import kind_of, modality_of, polarity_of, silent
from testimonia.extract.attributions.layout import labels, lone_quotes, turns
from testimonia.extract.attributions.lexicon import Lexicon, lexicon
from testimonia.extract.attributions.packs import speech
from testimonia.extract.attributions.passing import passed_on
from testimonia.extract.attributions.plain import read_plainly
from testimonia.extract.attributions.quoted import carried_on
from testimonia.extract.attributions.quotes import Quote, quotes_of
from testimonia.extract.attributions.rules import ACCEPTED, RULED, plain, plausibility
from testimonia.extract.attributions.said import Said, polarity
from testimonia.extract.attributions.scene import Candidate, Scene
from testimonia.extract.attributions.speakers import Speakers, first_persons
from testimonia.extract.parsing import Parsed

RULES = 0.25  # share of the rules in the judgement: what is learned from news alone does not travel, the rules do
AT_ONCE = 200  # cues judged together: the network needs about 200 KB of working memory for each
LABELS = ("colon", "label")  # word classes of the colon behind a name
Cues = list[tuple[Scene, list[Candidate]]]


def find_attributions(
    parsed: Parsed, mentions: tuple[Mention, ...], *, learned: bool = True, quotes: list[Quote] | None = None
) -> tuple[Attribution, ...]:
    """The attributions of an article, in order of their content; every `parent` is among them.

    With `learned` the packaged weights decide which readings hold; without it, or without the weights, the rules alone do.
    `quotes` are the article's quotations where they have been found already.
    """
    words = lexicon(parsed.language)
    quotes = quotes_of(parsed) if quotes is None else quotes
    stage = list(scenes(parsed, quotes))
    labelled = labels(parsed.article.turns)
    cues = [(scene, kept) for scene in stage for readings in cues_of(scene, words) if (kept := beside(readings, labelled))]
    places = [scene.start for scene in stage]
    chosen = said_on(stage, places, judged(stage, quotes, cues, words) if learned else ruled(cues))
    speakers = Speakers(parsed, mentions)
    starts = [quote.start for quote in quotes]
    rows = []
    for scene, reading in chosen:
        one = row(parsed, reading, touching(quotes, starts, reading.content), speakers, words)
        via, citing = passed_on(scene, reading, words)
        rows.append(replace(one, via=via, citing=citing) if via or citing else one)
    rows += [plain_row(parsed, said, quotes, starts, speakers) for said in plainly(parsed, quotes)]
    rows += [plain_row(parsed, said, quotes, starts, speakers) for said in of_title(parsed, mentions, rows)]
    rows = noted(parsed, rows) + turns(parsed, mentions, speakers)
    rows.sort(key=lambda one: (one.content[0].start, -one.content[-1].end, one.id))
    if words.verbs and any(paragraph.parsed for paragraph in parsed.paragraphs):
        rows += lone_quotes(parsed, quotes, rows)
    unique = {one.id: one for one in rows}
    return first_persons(parsed, linked(list(unique.values())), words.selves)


def said_on(stage: list[Scene], places: list[int], chosen: list[Scored]) -> Iterator[tuple[Scene, Candidate]]:
    """The chosen readings, in order, with their paragraphs; each with the quotations that go on behind it."""
    placed = ((bisect_right(places, reading.cue.span.start) - 1, reading) for _, reading in chosen)
    for place, readings in groupby(placed, key=itemgetter(0)):
        scene = stage[place]
        yield from ((scene, one) for one in carried_on(scene, [reading for _, reading in readings]))


def beside(readings: list[Candidate], labelled: frozenset[int]) -> list[Candidate]:
    """The readings but those of a colon behind the label of an interview's turn."""
    return [one for one in readings if not (one.cue.word_class in LABELS and label_ends(one) & labelled)]


def label_ends(one: Candidate) -> set[int]:
    """Where the label before a colon may end: with the name, or with what stands in brackets behind it."""
    return {one.cue.span.start} if one.source is None else {one.source.end, one.cue.span.start}


def ruled(cues: Cues) -> list[Scored]:
    """The readings that the rules keep."""
    return choose([[(plausibility(reading), reading) for reading in readings] for _, readings in cues], ACCEPTED)


def judged(stage: list[Scene], quotes: list[Quote], cues: Cues, words: Lexicon) -> list[Scored]:
    """The readings that the weights keep."""
    weights: Judge | None = judge()
    if weights is None:
        return ruled(cues)
    manner = register(stage, quotes)
    shares: list[list[float]] = []
    for batch in (cues[start : start + AT_ONCE] for start in range(0, len(cues), AT_ONCE)):
        shares += weights.probabilities([described(manner, scene, readings, words) for scene, readings in batch])
    pairs = [zip(pooled(readings, share), readings, strict=True) for share, (_, readings) in zip(shares, cues, strict=True)]
    scored = [seconded([(likelihood(share, reading), reading) for share, reading in pair], weights.accepted) for pair in pairs]
    return choose(scored, weights.accepted, weights.nested)


def likelihood(learned: float, reading: Candidate) -> float:
    """How likely a reading is: what was learned and the rules together, or the rules alone where there was nothing to learn from."""
    ruled = plausibility(reading)
    return ruled if reading.cue.word_class in RULED else (1 - RULES) * learned + RULES * ruled


def seconded(scored: list[Scored], accepted: float) -> list[Scored]:
    """The readings of a cue; where none reaches `accepted`, those of plain constructions count as the rules have them."""
    if max(score for score, _ in scored) >= accepted:
        return scored
    return [(max(score, plausibility(reading)) if plain(reading) else score, reading) for score, reading in scored]


def plainly(parsed: Parsed, quotes: list[Quote]) -> Iterator[Said]:
    """What is read in the paragraphs of a language without a parser."""
    words = speech(parsed.language)
    if words is None:
        return
    outer = [quote for quote in quotes if quote.depth == 0]
    starts = [quote.start for quote in outer]
    heard: Span | None = None
    for paragraph in parsed.paragraphs:
        if not paragraph.parsed:
            own = outer[bisect_left(starts, paragraph.start) : bisect_left(starts, paragraph.end)]
            found = read_plainly(parsed.text, Span(paragraph.start, paragraph.end), own, words, heard)
            heard = (found[-1].voice or found[-1].source) if found else None
            yield from found


def plain_row(parsed: Parsed, said: Said, quotes: list[Quote], starts: list[int], speakers: Speakers) -> Attribution:
    """What was read without a parser as a record."""
    speaker, candidates, source_kind = speakers.of(said.voice or said.source)
    return Attribution(
        id=row_id("t", parsed.document.id, parsed.article.id, said.content, said.cue, said.source),
        document=parsed.document.id,
        article=parsed.article.id,
        source=said.source,
        cue=said.cue,
        content=said.content,
        kind="direct" if said.reason == DIALOGUE else kind_of(said.content, touching(quotes, starts, said.content)),
        stance=said.stance,
        speaker=speaker,
        speakers=candidates,
        source_kind=source_kind,
        polarity=polarity(parsed.text, said, parsed.language),
        reason=said.reason,
    )


def touching(quotes: list[Quote], starts: list[int], content: tuple[Span, ...]) -> list[Quote]:
    """The quotations that begin inside a content, and a few before it that may reach into it."""
    first = max(0, bisect_left(starts, content[0].start) - 3)
    last = bisect_left(starts, content[-1].end)
    return quotes[first:last]


def row(parsed: Parsed, reading: Candidate, quotes: list[Quote], speakers: Speakers, words: Lexicon) -> Attribution:
    """One chosen reading as a record."""
    cue = reading.cue
    speaker, candidates, source_kind = speakers.of(reading.source)
    return Attribution(
        id=row_id("t", parsed.document.id, parsed.article.id, reading.content, cue.span, reading.source),
        document=parsed.document.id,
        article=parsed.article.id,
        source=reading.source,
        cue=cue.span,
        content=reading.content,
        kind=kind_of(reading.content, quotes),
        stance=stance_of(reading, words),
        speaker=speaker,
        speakers=candidates,
        source_kind=source_kind,
        polarity=polarity_of(cue),
        modality=modality_of(cue),
        reason=reading.frame,
    )


def stance_of(reading: Candidate, words: Lexicon) -> str:
    """The stance of a reading: that of its cue, or the one that the cue has with an infinitive. Who refuses to speak denies nothing."""
    cue = reading.cue
    wanting: str | None = None
    if "xcomp" in reading.frame or reading.frame.startswith("noun-acl"):
        told = "say" if silent(cue.token) else cue.wanting
        wanting = told if cue.word_class == "verb" else words.infinitive.get(cue.lemma)
    return wanting or cue.stance or "other"

"""The attributions of one article, from its quotation marks and its syntax to the linked rows."""

from __future__ import annotations

from bisect import bisect_left

from testimonia.base.extractions import Attribution, Mention
from testimonia.base.ids import row_id
from testimonia.base.spans import Span
from testimonia.extract.attributions.candidates import cues_of, scenes
from testimonia.extract.attributions.chain import linked
from testimonia.extract.attributions.choosing import choose
from testimonia.extract.attributions.kinds import kind_of, modality_of, polarity_of
from testimonia.extract.attributions.lexicon import Lexicon, lexicon
from testimonia.extract.attributions.quotes import Quote, find_quotes
from testimonia.extract.attributions.rules import ACCEPTED, plausibility
from testimonia.extract.attributions.scene import Candidate
from testimonia.extract.attributions.speakers import Speakers
from testimonia.extract.parsing import Parsed


def find_attributions(parsed: Parsed, mentions: tuple[Mention, ...]) -> tuple[Attribution, ...]:
    """The attributions of an article, in order of their content; every `parent` is among them."""
    words = lexicon(parsed.language)
    quotes = find_quotes(parsed.text, [Span(p.start, p.end) for p in parsed.paragraphs])
    cues = [readings for scene in scenes(parsed, quotes) for readings in cues_of(scene, words) if readings]
    chosen = choose([[(plausibility(reading), reading) for reading in readings] for readings in cues], ACCEPTED)
    speakers = Speakers(parsed, mentions)
    starts = [quote.start for quote in quotes]
    rows = [row(parsed, reading, touching(quotes, starts, reading.content), speakers, words) for _, reading in chosen]
    unique = {one.id: one for one in rows}
    return linked(list(unique.values()))


def touching(quotes: list[Quote], starts: list[int], content: tuple[Span, ...]) -> list[Quote]:
    """The quotations that begin inside a content, and a few before it that may reach into it."""
    first = max(0, bisect_left(starts, content[0].start) - 3)
    last = bisect_left(starts, content[-1].end)
    return quotes[first:last]


def row(parsed: Parsed, reading: Candidate, quotes: list[Quote], speakers: Speakers, words: Lexicon) -> Attribution:
    """One chosen reading as a record."""
    cue = reading.cue
    speaker, candidates, source_kind = speakers.of(reading.source, cue.span)
    stance = cue.stance or "other"
    if "xcomp" in reading.frame or reading.frame.startswith("noun-acl"):
        stance = words.infinitive.get(cue.lemma, stance)
    return Attribution(
        id=row_id("t", parsed.document.id, parsed.article.id, reading.content, cue.span, reading.source),
        document=parsed.document.id,
        article=parsed.article.id,
        source=reading.source,
        cue=cue.span,
        content=reading.content,
        kind=kind_of(reading.content, quotes),
        stance=stance,
        speaker=speaker,
        speakers=candidates,
        source_kind=source_kind,
        polarity=polarity_of(cue),
        modality=modality_of(cue),
        reason=reading.frame,
    )

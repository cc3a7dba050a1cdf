"""Every reading of every cue of an article, by paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from testimonia.base.spans import Span
from testimonia.extract.attributions.lexicon import Lexicon, lexicon
from testimonia.extract.attributions.mending import mended
from testimonia.extract.attributions.others import (
    of_adjective_cue,
    of_adverb,
    of_colon,
    of_dashes,
    of_headline,
    of_label,
    of_noun_cue,
    of_preposition,
    of_tail,
    of_view,
)
from testimonia.extract.attributions.quotes import Quote
from testimonia.extract.attributions.scene import Candidate, Scene
from testimonia.extract.attributions.tokens import words_of
from testimonia.extract.attributions.verbs import readings_of
from testimonia.extract.parsing import Parsed

LABELLED = re.compile(r"[\"“]?[A-Z][\w.' -]{1,40}:\s")
FURTHER = 8  # paragraphs of quotation that one cue may introduce
FILLS = 0.92  # share of a paragraph that a quotation must fill to be the whole of it


def scenes(parsed: Parsed, quotes: Sequence[Quote]) -> Iterator[Scene]:
    """The parsed paragraphs, each with the outermost quotations that begin in it."""
    outer = [quote for quote in quotes if quote.depth == 0]
    alone = {quote.start: quote for quote in outer}
    known: dict[int, str] = {}
    words = lexicon(parsed.language)
    at = 0
    for index, paragraph in enumerate(parsed.paragraphs):
        while at < len(outer) and outer[at].start < paragraph.start:
            at += 1
        stop = at
        while stop < len(outer) and outer[stop].start < paragraph.end:
            stop += 1
        if paragraph.parsed:
            below, further = what_follows(parsed, index, alone)
            own = tuple(outer[at:stop])
            doc = mended(words_of(paragraph.doc, known), words)
            places = tuple(word.idx for word in doc)
            openings = tuple(quote.start for quote in own)
            yield Scene(parsed.text, paragraph.start, paragraph.end, doc, own, index, below, further, places, openings)
        at = stop


def what_follows(parsed: Parsed, index: int, alone: Mapping[int, Quote]) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """What the next paragraph says when it is one quotation or when this one ends with a colon, and the quotations right after it."""
    found: list[tuple[Span, ...]] = []
    following = index + 1
    while following < len(parsed.paragraphs) and len(found) < FURTHER:
        paragraph = parsed.paragraphs[following]
        quote = alone.get(paragraph.start)
        if quote is None or quote.spans[0].end - quote.start < FILLS * (paragraph.end - paragraph.start):
            break
        if LABELLED.match(parsed.text, paragraph.start, paragraph.end):
            break  # a transcript: each paragraph names its own speaker
        found.append(quote.spans)
        following += len(quote.spans)
    if found:
        return found[0], tuple(span for spans in found[1:] for span in spans)
    ends_open = parsed.text[parsed.paragraphs[index].end - 1] == ":"
    if not ends_open or index + 1 == len(parsed.paragraphs):
        return (), ()
    paragraph = parsed.paragraphs[index + 1]
    return (Span(paragraph.start, paragraph.end),), ()


def cues_of(scene: Scene, words: Lexicon) -> Iterator[list[Candidate]]:
    """The candidate readings of a paragraph, one list a cue."""
    yield of_colon(scene)
    yield of_label(scene, words)
    yield of_headline(scene)
    yield of_tail(scene, words)
    yield from of_dashes(scene)
    for token in scene.doc:
        if token.pos_ in ("VERB", "AUX"):
            yield readings_of(scene, token, words)
        elif token.pos_ == "NOUN":
            yield of_noun_cue(scene, token, words)
            yield of_view(scene, token, words)
        elif token.pos_ == "ADJ":
            yield of_adjective_cue(scene, token, words)
        elif token.pos_ == "ADV":
            yield of_adverb(scene, token, words)
        if token.lower_ in words.openers:
            yield of_preposition(scene, token, words)

"""Every reading of every cue of an article, by paragraph."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from testimonia.extract.attributions.lexicon import Lexicon
from testimonia.extract.attributions.others import of_adjective_cue, of_adverb, of_colon, of_noun_cue, of_preposition
from testimonia.extract.attributions.quotes import Quote
from testimonia.extract.attributions.scene import Candidate, Scene
from testimonia.extract.attributions.verbs import readings_of
from testimonia.extract.parsing import Parsed


def scenes(parsed: Parsed, quotes: Sequence[Quote]) -> Iterator[Scene]:
    """The parsed paragraphs, each with the outermost quotations that begin in it."""
    outer = [quote for quote in quotes if quote.depth == 0]
    at = 0
    for index, paragraph in enumerate(parsed.paragraphs):
        while at < len(outer) and outer[at].start < paragraph.start:
            at += 1
        stop = at
        while stop < len(outer) and outer[stop].start < paragraph.end:
            stop += 1
        if paragraph.parsed:
            yield Scene(parsed.text, paragraph.start, paragraph.end, paragraph.doc, tuple(outer[at:stop]), index)
        at = stop


def cues_of(scene: Scene, words: Lexicon) -> Iterator[list[Candidate]]:
    """The candidate readings of a paragraph, one list a cue."""
    prepositions = {phrase.split()[0] for phrase in words.phrases}
    yield of_colon(scene)
    for token in scene.doc:
        if token.pos_ in ("VERB", "AUX"):
            yield readings_of(scene, token, words)
        elif token.pos_ == "NOUN":
            yield of_noun_cue(scene, token, words)
        elif token.pos_ == "ADJ":
            yield of_adjective_cue(scene, token, words)
        elif token.pos_ == "ADV":
            yield of_adverb(scene, token, words)
        if token.lower_ in prepositions:
            yield of_preposition(scene, token, words)

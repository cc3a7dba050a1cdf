"""Who else stands in the chain of one attribution: those it was told to or quoted by, and those whom its source relies on."""

from __future__ import annotations

from collections.abc import Iterator

from testimonia.base.spans import Span
from testimonia.extract.attributions.lexicon import Lexicon
from testimonia.extract.attributions.scene import Candidate, Scene, children, first
from testimonia.extract.attributions.sources import phrase
from testimonia.extract.attributions.tokens import Word

BODIES = frozenset(("ORG", "WORK_OF_ART", "PRODUCT"))  # how the tagger classes newspapers, agencies and channels
NEAREST = 40  # words between a cue and those who are cited


def passed_on(scene: Scene, reading: Candidate, words: Lexicon) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """Those between the article and the source ("told the Herald"), and those behind the source ("citing officials"), in order."""
    cue = reading.cue.token
    if reading.cue.word_class != "verb":
        return (), ()
    taken = [*reading.content, *([reading.source] if reading.source is not None else [])]
    found: list[Span | None] = [phrase(scene, told) for told in listeners(cue, words)]
    citing: list[Span | None] = []
    for near in around(cue):
        if near.lemma_ in words.quoting and near.tag_ == "VBN":
            agent = first(children(near, "agent"))
            found.append(phrase(scene, first(children(agent, "pobj"))) if agent is not None else None)
        elif near.lemma_ in words.quoting and near.tag_ == "VBG":
            citing.append(phrase(scene, first(children(near, "dobj"))))
    return outside(found, taken), outside(citing, taken)


def outside(found: list[Span | None], taken: list[Span]) -> tuple[Span, ...]:
    """The spans that are no part of what is said nor the source."""
    return tuple(sorted({span for span in found if span is not None and not any(span.overlap(own) for own in taken)}))


def listeners(cue: Word, words: Lexicon) -> Iterator[Word]:
    """The outlets that somebody told something: "told the Herald", "said to the agency", "said in an interview with the channel"."""
    if cue.lemma_ in words.telling:
        yield from (child for child in children(cue, "dobj", "dative") if child.ent_type_ in BODIES)
    for prep in children(cue, "prep", "dative"):
        inner = first(children(prep, "pobj"))
        while inner is not None and inner.ent_type_ not in BODIES:
            deeper = first(p for p in children(inner, "prep") if p.lower_ in ("with", "to", "for", "by"))
            inner = first(children(deeper, "pobj")) if deeper is not None else None
        if inner is not None and prep.lower_ in ("to", "with", "in", "on"):
            yield inner


def around(cue: Word) -> list[Word]:
    """The words of a cue's sentence that stand near it: a parser hangs "citing …" on whatever stands before."""
    first_word = max(cue.sent.start, cue.i - NEAREST)
    return cue.doc[first_word : min(cue.sent.end, cue.i + NEAREST)]

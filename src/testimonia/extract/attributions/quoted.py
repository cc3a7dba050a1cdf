"""The quotations around a clause of saying that may be what is said: before it, behind it, further on, in the paragraphs below."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from testimonia.base.spans import Span
from testimonia.extract.attributions.quotes import Quote
from testimonia.extract.attributions.scene import Candidate, Scene
from testimonia.extract.attributions.tokens import Word

Reading = tuple[str, list[Span]]
NEAR = 3  # characters of punctuation and space between a quotation and the clause that introduces it
MARKS = "\"'”’“»« "
STOPS = (".", "…")
MAIN = ("ROOT", "conj", "ccomp", "parataxis", "dep")  # clauses that are no part of another: who speaks in a side clause does not go on
ENDS = (*STOPS, "!", "?")


def quoted(scene: Scene, clause: Span, verb: Word) -> Iterator[Reading]:
    """Quotations that end just before the clause, begin just after it, go on after that, or stand inside the verb's own phrase."""
    yield from below(scene, clause.end, [])
    if not scene.quotes:
        return
    around = scene.near(Span(clause.start, scene.end))
    before = [q for q in around if -NEAR <= clause.start - q.spans[0].end <= NEAR and q.start < clause.start and not closed(scene, q)]
    behind = [q for q in around if q.start >= clause.start]
    after = [q for q in behind if follows(scene, clause.end, q.start)][:1]
    left = [s for q in before for s in q.spans]
    right = [s for q in after for s in q.spans]
    if left:
        yield "quote-left", left
    if right:
        yield "quote-right", right
    if left and right:
        yield "quote-both", left + right
    if left or right:
        more = going_on(behind, right[-1].end if right else clause.end) or resuming(scene, behind, verb)
        if more:
            yield "quote-on", left + right + more
        yield from below(scene, (right + more or [clause])[-1].end, left + right + more)
    span = scene.subtree(verb)
    inside = [q for q in behind if q.start > clause.start and q.end <= span.end + NEAR and q not in after]
    if inside:
        yield "quote-inside", list(inside[0].spans)
        if len(inside) > 1 or after:
            yield "quotes-inside", [s for q in (after + inside) for s in q.spans]


def closed(scene: Scene, quote: Quote) -> bool:
    """Whether a quotation ends the sentence of another clause, which it completes with "that": nobody behind it says it once more."""
    first = quote.spans[0]
    return scene.text[scene.start : first.start].rstrip().endswith(" that") and first.of(scene.text).rstrip(MARKS)[-1:] in STOPS


def follows(scene: Scene, end: int, start: int) -> bool:
    """Whether a quotation follows a clause at once, or after "that"."""
    return 0 <= start - end <= NEAR or (NEAR < start - end <= 8 and scene.text[end:start].strip(" ,:") == "that")


def below(scene: Scene, end: int, said: list[Span]) -> Iterator[Reading]:
    """The next paragraph as the content, or as what goes on from what is `said` before, when nothing else stands between.

    What stands in a bracket before the colon announces nothing: "as follows (emphasis added):".
    """
    if scene.below and scene.end - end <= NEAR and ")" not in scene.text[end : scene.end]:
        mark = "colon" if scene.text[scene.end - 1] == ":" else "stop"
        yield (f"quote-below:{mark}" if said else f"below:{mark}"), said + list(scene.below)
        if scene.further:
            yield f"below-all:{mark}", said + list(scene.below) + list(scene.further)


def resuming(scene: Scene, quotes: list[Quote], verb: Word) -> list[Span]:
    """The quotations right behind the sentence of a verb, if they are whole sentences themselves: “…,” said X, who had come by boat. “…”"""
    whole = [quote for quote in quotes if quote.spans[-1].of(scene.text).rstrip(MARKS)[-1:] in STOPS or quote.end >= scene.end - NEAR]
    return going_on(whole, scene.start + verb.sent.end_char)


def going_on(quotes: list[Quote], end: int) -> list[Span]:
    """The quotations that follow one another from `end` with nothing but punctuation between them."""
    found: list[Span] = []
    for quote in quotes:
        if quote.start < end:
            continue
        if quote.start - end > NEAR:
            break
        found += quote.spans
        end = quote.end
    return found


def carried_on(scene: Scene, chosen: Sequence[Candidate]) -> list[Candidate]:
    """The readings of a paragraph, each with the whole sentences in quotation marks that follow its own and that nobody else says.

    “Lund said the dam was safe. "We looked at it twice."”: a text that names nobody anew goes on with the voice it has named.
    """
    found = list(chosen)
    for quote in scene.quotes if found else ():
        own = [span for one in found if not quote.spans[0].holds(one.cue.span) for span in one.content]
        if not stands_alone(scene, quote) or any(span.overlap(part) for span in own for part in quote.spans):
            continue
        near = (one.source is not None and abs(quote.start - reach(scene, one)) <= NEAR for one in found)
        ahead = [(place, one) for place, (one, close) in enumerate(zip(found, near, strict=True)) if close]
        outer = [(place, one) for place, one in ahead if one.cue.token.dep_ in MAIN and not any(span.holds(one.cue.span) for span in own)]
        for place, one in outer[-1:]:
            found[place] = replace(one, content=(*one.content, *quote.spans))
    return found


def reach(scene: Scene, one: Candidate) -> int:
    """Where a reading ends: with the sentence of its cue, or with what is said behind it."""
    return max(scene.start + one.cue.token.sent.end_char, one.content[-1].end)


def stands_alone(scene: Scene, quote: Quote) -> bool:
    """Whether a quotation is whole sentences, behind the end of another sentence, and no clause goes on behind it."""
    text = scene.text
    before, behind = text[scene.start : quote.start].rstrip(MARKS + "\n"), text[quote.end : scene.end].lstrip()
    whole = quote.spans[-1].of(text).rstrip(MARKS)[-1:] in ENDS
    return whole and before[-1:] in ENDS and (not behind or not behind[0].islower())

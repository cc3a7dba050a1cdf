"""What shifts in a translation: a figure, a name or a negation that stands on one side of two paragraphs and not on the other."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from testimonia.base.extractions import Mention
from testimonia.base.ids import row_id
from testimonia.base.languages import primary, table
from testimonia.base.links import Finding
from testimonia.base.spans import Span
from testimonia.link.reuse.crossing import FIGURE, WORD, figures, skeleton
from testimonia.link.reuse.folding import Unit
from testimonia.link.reuse.parallel import Parallel, unit_text
from testimonia.link.reuse.units import Shelf

SHORT = 320  # characters of a paragraph in which a negation can be set against none
ALIKE = 70.0  # how alike (of 100) two names' consonants must be
BARE = 4  # consonants of a name that can be looked for


@dataclass(frozen=True, slots=True)
class Page:
    """One side of a translation: its unit, its language, its text and its skeletons as a whole, and its paragraph."""

    unit: Unit
    language: str
    whole: str
    span: Span
    text: str


def shifts(
    shelf: Shelf, found: Iterable[Parallel], languages: Mapping[int, str], people: Mapping[str, Sequence[Mention]]
) -> Iterator[Finding]:
    """The shifts of every pair of aligned paragraphs."""
    for parallel in found:
        wholes = unit_text(shelf, parallel.a), unit_text(shelf, parallel.b)
        for left, right in parallel.rows:
            one = page(shelf, parallel.a, languages, (wholes[0], left))
            other = page(shelf, parallel.b, languages, (wholes[1], right))
            yield from figure_shift(one, other)
            yield from negation_shift(one, other)
            yield from name_shift(one, other, people)
            yield from name_shift(other, one, people)


def page(shelf: Shelf, number: int, languages: Mapping[int, str], part: tuple[str, Span]) -> Page:
    """One side of two paragraphs."""
    unit = shelf.units[number]
    whole, span = part
    return Page(unit, languages[number], whole, span, span.of(shelf.text(unit.document)))


def finding(kind: str, message: str, one: Page, other: Page, spans: tuple[tuple[Span, ...], tuple[Span, ...]]) -> Finding:
    """A finding on two paragraphs."""
    key = row_id("f", kind, one.unit.document, spans[0], other.unit.document, spans[1])
    return Finding(key, kind, message, one.unit.document, one.unit.article, spans[0], other.unit.document, spans[1])


def figure_shift(one: Page, other: Page) -> Iterator[Finding]:
    """Figures of either paragraph that the whole other text has not."""
    ours, theirs = missing(one, other), missing(other, one)
    if ours and theirs:
        said = f"{listed(one, ours)} stands here and {listed(other, theirs)} there."
        yield finding("translation: figure", said, one, other, (tuple(ours), tuple(theirs)))


def listed(side: Page, spans: Sequence[Span]) -> str:
    """Some figures as they are written."""
    return ", ".join(side.text[span.start - side.span.start : span.end - side.span.start] for span in spans)


def missing(one: Page, other: Page) -> list[Span]:
    """The figures of a paragraph that stand nowhere in the other text, in whatever way they are written."""
    held = figures(other.whole)
    digits = re.sub(r"[^0-9]", "", unicodedata.normalize("NFKC", other.whole))
    found = []
    for match in FIGURE.finditer(one.text):
        values = figures(match.group())
        if values and not values & held and not any(value in digits for value in values):
            found.append(Span(match.start(), match.end()).shifted(one.span.start))
    return found


def negated(side: Page) -> bool | None:
    """Whether a paragraph holds a negation; none for a language whose words of negation are not known."""
    words = table(primary(side.language), "reuse").get("negation", ())
    if not words:
        return None
    said = {match.group().casefold().replace("’", "'") for match in WORD.finditer(side.text)}
    return bool(said & set(words)) or any(word.endswith("n't") or word.split("'")[0] in words for word in said)


def negation_shift(one: Page, other: Page) -> Iterator[Finding]:
    """A short paragraph that denies something where its translation denies nothing."""
    ours, theirs = negated(one), negated(other)
    if None in (ours, theirs) or ours == theirs or max(len(one.text), len(other.text)) > SHORT:
        return
    message = "A negation stands " + ("here and not there." if ours else "there and not here.")
    yield finding("translation: negation", message, one, other, ((one.span,), (other.span,)))


def name_shift(one: Page, other: Page, people: Mapping[str, Sequence[Mention]]) -> Iterator[Finding]:
    """People named in a paragraph whose names, by their consonants, stand nowhere in the other text."""
    for mention in people.get(one.unit.article or "", ()):
        if not one.span.holds((mention.start, mention.end)):
            continue
        last = skeleton(mention.name.split()[-1]) if mention.name.split() else ""
        if len(last) >= BARE and not alike(last, other.whole):
            span = Span(mention.start, mention.end)
            yield finding("translation: name", f"{mention.name} is named here and not there.", one, other, ((span,), (other.span,)))


def alike(bare: str, text: str) -> bool:
    """Whether some word of a text sounds like a name."""
    return any(fuzz.ratio(bare, skeleton(match.group())) >= ALIKE or bare in skeleton(match.group()) for match in WORD.finditer(text))

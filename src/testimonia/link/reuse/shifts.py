"""What shifts in a translation: a figure, a name, a negation or a future that stands on one side of two paragraphs and not on the other."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from testimonia.base.extractions import Mention
from testimonia.base.ids import row_id
from testimonia.base.languages import table
from testimonia.base.links import Finding
from testimonia.base.spans import Span
from testimonia.link.reuse.crossing import FIGURE, WORD, figures, skeleton
from testimonia.link.reuse.drift import negating
from testimonia.link.reuse.folding import Unit
from testimonia.link.reuse.parallel import Parallel, unit_text
from testimonia.link.reuse.units import Shelf
from testimonia.link.reuse.vectors import DENSE

SHORT = 320  # characters of a paragraph in which a negation can be set against none
NUMBER = re.compile(r"(?:\d{1,3}(?:[.,’' ]\d{3})+|\d+)(?:[.,](?P<part>\d{1,2}))?")  # thousands apart, or not; a fraction
ALIKE = 70.0  # how alike (of 100) two names' consonants must be
BARE, LEAST = 4, 5  # consonants of a family name that can be looked for alone, or of a whole name of which no part stands there
ARTICLE = "r"  # what the Arabic article (al-), written together with a name, adds to its consonants
STEM = 3  # consonants that a name shares with the word that it is formed from
PART = 2  # consonants of a name's part that says something


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
            yield from tense_shift(one, other)
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
    myriads = one.language in DENSE or other.language in DENSE
    held = set().union(*(values_of(match.group(), myriads) for match in FIGURE.finditer(other.whole)))
    found = []
    for match in FIGURE.finditer(one.text):
        if figures(match.group()) and not values_of(match.group(), myriads) & held:
            found.append(Span(match.start(), match.end()).shifted(one.span.start))
    return found


def values_of(figure: str, myriads: bool) -> set[str]:
    """What of a figure its translation keeps: its digits, and its value whatever power of a thousand is said in words (1.8 million is
    1,800,000; of any ten where a language counts in myriads); or else the parts of a date or a time."""
    plain = unicodedata.normalize("NFKC", figure)
    joined = "".join(str(unicodedata.digit(sign)) for sign in plain if sign.isdigit())
    number = NUMBER.fullmatch(plain)
    if number is None:
        return figures(plain) | {joined}
    value = joined + "0" * (3 - len(number["part"])) if number["part"] else joined
    value = value.lstrip("0")
    while value.endswith("000"):
        value = value[:-3]
    return {joined, value} | ({joined.strip("0")} if myriads else set())


def negated(side: Page) -> bool | None:
    """Whether a paragraph holds a negation; none for a language whose words of negation are not known."""
    known = negating(side.language)
    said = {match.group().casefold().replace("’", "'") for match in WORD.finditer(side.text)}
    return any(map(known.holds, said)) if known is not None else None


def negation_shift(one: Page, other: Page) -> Iterator[Finding]:
    """A short paragraph that denies something where its translation denies nothing."""
    ours, theirs = negated(one), negated(other)
    if None in (ours, theirs) or ours == theirs or max(len(one.text), len(other.text)) > SHORT:
        return
    message = "A negation stands " + ("here and not there." if ours else "there and not here.")
    yield finding("translation: negation", message, one, other, ((one.span,), (other.span,)))


def marked(side: Page, *kinds: str) -> bool:
    """Whether a paragraph holds one of the marks of the future of some kinds (`words`, `near`, and either's endings of words)."""
    known = table(side.language, "reuse").get("future", {})
    said = [match.group().replace("’", "'") for match in WORD.finditer(side.text)]
    whole = f" {' '.join(said)} "  # in the letters of the text: "Will" and "May" are names
    for kind in kinds:
        if any(f" {phrase} " in whole or (phrase.endswith("'") and f" {phrase}" in whole) for phrase in known.get(kind, ())):
            return True
        ends = tuple(known.get("ends" if kind == "words" else "near_ends", ()))
        if ends and any(word.endswith(ends) and (word.islower() or kind == "near") for word in said):
            return True
    return False


def tense_shift(one: Page, other: Page) -> Iterator[Finding]:
    """A short paragraph that speaks of the future where its translation, in a language that marks it, does not."""
    if max(len(one.text), len(other.text)) > SHORT:
        return
    for here, there, words in ((one, other, "here and not there"), (other, one, "there and not here")):
        always = table(there.language, "reuse").get("future", {}).get("always", False)
        if always and marked(here, "words") and not marked(there, "words", "near"):
            yield finding("translation: tense", f"A future stands {words}.", one, other, ((one.span,), (other.span,)))


def name_shift(one: Page, other: Page, people: Mapping[str, Sequence[Mention]]) -> Iterator[Finding]:
    """People named in a paragraph whose names, by their consonants, stand nowhere in the other text.

    Not against a script that writes syllables or words: what it keeps of a name's consonants is too little.
    """
    for mention in people.get(one.unit.article or "", ()) if other.language not in DENSE else ():
        if not one.span.holds((mention.start, mention.end)):
            continue
        if absent([skeleton(part) for part in mention.name.split()], other.whole):
            span = Span(mention.start, mention.end)
            yield finding("translation: name", f"{mention.name} is named here and not there.", one, other, ((span,), (other.span,)))


def absent(parts: Sequence[str], text: str) -> bool:
    """Whether a name, by the consonants of its parts, stands nowhere in a text: its family name, or no part at all of a short one."""
    if not parts or len(parts[-1]) < PART:
        return False
    if len(parts[-1]) >= BARE:
        return not alike(parts[-1], text)
    told = [part for part in parts if len(part) >= PART]
    return len(told) > 1 and sum(map(len, told)) >= LEAST and not any(alike(part, text) for part in told)


def alike(bare: str, text: str) -> bool:
    """Whether some word of a text sounds like a name, or like what a name was formed from (Lomna, Lomnensky)."""
    for match in WORD.finditer(text):
        other = skeleton(match.group())
        long, short = (bare, other) if len(bare) >= len(other) else (other, bare)
        if bare in (other, other.removeprefix(ARTICLE)) or (len(short) >= STEM and long.startswith(short)):
            return True
        if len(bare) >= BARE and (fuzz.ratio(bare, other) >= ALIKE or bare in other):
            return True
    return False

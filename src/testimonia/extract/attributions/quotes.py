"""Quotation marks of every script, paired. Broken forms are read as people read them: see `find_quotes`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from testimonia.base.spans import Span
from testimonia.extract.parsing import Parsed

MARKS = re.compile(r"''|``|,,|[\"“”„‟«»‹›「」『』《》〝〞＂‘’‚']")
FAMILIES = {
    **dict.fromkeys(('"', "＂", "''", "``", "“", "”", "„", "‟", ",,", "〝", "〞"), "double"),
    **dict.fromkeys("«»‹›", "guillemet"),
    **dict.fromkeys("「」『』《》", "corner"),
    **dict.fromkeys("‘’‚'", "single"),
}
OPENERS = frozenset(("“", "„", "‟", "``", ",,", "〝", "«", "‹", *"「『《", "‘", "‚"))
TURNED = {"«": "close", "‹": "close", "»": "open", "›": "open", "“": "close", "”": "open", "’": "open", "‘": "close"}
BEFORE_OPEN, AFTER_CLOSE = frozenset("([{-–—/…:"), frozenset(".,;:!?)]}-–—…")
HEBREW = frozenset("אבגדהוזחטיךכלםמןנסעףפץצקרשת")
DEEPEST = 8  # quotations nested deeper than this are read as plain text
CARRIED = 12  # paragraphs that one opened and never closed quotation may run over


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation with its marks, one span a paragraph. `depth` is 0 for one that stands in no other."""

    spans: tuple[Span, ...]
    depth: int = 0
    closed: bool = True

    @property
    def start(self) -> int:
        """Where its first mark stands."""
        return self.spans[0].start

    @property
    def end(self) -> int:
        """Where its last span ends."""
        return self.spans[-1].end


@dataclass(slots=True)
class Reading:
    """The quotation marks of one paragraph: pairs, a closing mark before any opening one, an opening mark that is left open.

    `tail` is an opening mark after all pairs, or the one that the paragraph begins with.
    """

    paragraph: Span
    pairs: list[Span] = field(default_factory=list)
    lead: int | None = None
    tail: int | None = None
    begins: bool = False


def quotes_of(parsed: Parsed) -> list[Quote]:
    """The quotations of an article."""
    return find_quotes(parsed.text, [Span(paragraph.start, paragraph.end) for paragraph in parsed.paragraphs])


def find_quotes(text: str, paragraphs: Sequence[Span]) -> list[Quote]:
    """The quotations of the paragraphs, in order of their start, outer before inner.

    A quotation that its paragraph leaves open runs on while the next paragraphs open with a mark again (the printers' rule), or
    over paragraphs without marks up to one that closes it; otherwise it ends with its paragraph. A single mark left over between
    pairs is ignored. Linear in the text: each paragraph is read once, and looked ahead at no more than `CARRIED` times.
    """
    readings = [read_paragraph(text, paragraph) for paragraph in paragraphs]
    found: list[Quote] = []
    index = 0
    while index < len(readings):
        reading = readings[index]
        found += [Quote((pair,)) for pair in reading.pairs]
        if reading.tail is None:
            index += 1
            continue
        quote, used = carried(readings, index)
        found.append(quote)
        index += used
    return with_depths(found)


def carried(readings: list[Reading], index: int) -> tuple[Quote, int]:
    """The quotation that paragraph `index` leaves open, and the number of paragraphs that it takes up wholly."""
    first = readings[index]
    assert first.tail is not None
    spans = [Span(first.tail, first.paragraph.end)]
    for ahead, reading in enumerate(readings[index + 1 : index + 1 + CARRIED], start=1):
        if reading.begins and reading.tail == reading.paragraph.start:
            spans.append(reading.paragraph)  # opened again, not closed either
            continue
        if reading.begins and reading.pairs:
            spans.append(reading.pairs.pop(0))
            return Quote(tuple(spans)), ahead
        if reading.lead is not None:
            spans += [r.paragraph for r in readings[index + len(spans) : index + ahead]]
            spans.append(Span(reading.paragraph.start, reading.lead))
            reading.lead = None
            return Quote(tuple(spans)), ahead
        if reading.pairs or reading.tail is not None or len(spans) > 1:
            break
    return Quote(tuple(spans), closed=False), len(spans)


def read_paragraph(text: str, paragraph: Span) -> Reading:
    """The marks of one paragraph paired with a stack; a closing mark closes what is open of its family."""
    reading = Reading(paragraph)
    stack: list[tuple[str, int]] = []
    for mark in MARKS.finditer(text, paragraph.start, paragraph.end):
        family = FAMILIES[mark.group()]
        is_open = any(name == family for name, _ in stack)
        role = role_of(mark.group(), *around(text, mark.span(), paragraph), is_open)
        if role == "close" and is_open:
            close(stack, family, mark.end(), reading)
        elif role == "open" and len(stack) < DEEPEST:
            if is_open and mark.group() in ('"', "＂", "''"):
                stack = [entry for entry in stack if entry[0] != family]  # a straight mark does not nest in itself
            stack.append((family, mark.start()))
        elif role == "close" and family != "single" and not reading.pairs and reading.lead is None:
            reading.lead = mark.end()
    left = [start for family, start in stack if family != "single"]
    last = max((pair.end for pair in reading.pairs), default=paragraph.start)
    reading.tail = next((start for start in left if start >= last or start == paragraph.start), None)
    reading.pairs.sort()
    reading.begins = reading.tail == paragraph.start or bool(reading.pairs and reading.pairs[0].start == paragraph.start)
    return reading


def close(stack: list[tuple[str, int]], family: str, end: int, reading: Reading) -> None:
    """Take the innermost open mark of the family off the stack, with whatever was left open inside it."""
    while stack:
        name, start = stack.pop()
        if name == family:
            reading.pairs.append(Span(start, end))
            return


def around(text: str, mark: tuple[int, int], paragraph: Span) -> tuple[str, str]:
    """The characters before and after a mark; a space at the paragraph's ends."""
    before = text[mark[0] - 1] if mark[0] > paragraph.start else " "
    return before, text[mark[1]] if mark[1] < paragraph.end else "\n"


def role_of(glyph: str, before: str, after: str, is_open: bool) -> str:
    """Whether a mark opens, closes or is no quotation mark (an apostrophe, an inch), by its shape and by what stands around it."""
    looks_open = (before.isspace() or before in BEFORE_OPEN or before in OPENERS or before in "\"'") and not after.isspace()
    looks_closed = not before.isspace() and (after.isspace() or after in AFTER_CLOSE or not after.isalnum())
    if FAMILIES[glyph] == "single":
        return single_role(glyph, before, after, is_open)
    if glyph in ('"', "＂", "''"):
        if (before in HEBREW and after in HEBREW) or (cased(before) and cased(after)):
            return "none"  # the mark of an abbreviation, or an apostrophe typed as one (l"eau)
        if before.isspace() and after in ",.;)":
            return "close"  # set apart from its words, in the French manner
        if looks_open != looks_closed:
            return "open" if looks_open else "close"
        return "close" if is_open else "open"
    if glyph == ",,":
        return "open" if looks_open else "none"
    if glyph in TURNED and turned(glyph, looks_open, looks_closed, (before.isspace() and after == "\n"), is_open):
        return TURNED[glyph]
    return "open" if glyph in OPENERS else "close"


def cased(letter: str) -> bool:
    """Whether a character is a letter of a script with capitals, which writes spaces between its words."""
    return letter.lower() != letter.upper()


def turned(glyph: str, looks_open: bool, looks_closed: bool, at_end: bool, is_open: bool) -> bool:
    """Whether a mark stands the other way round: „so“, »so«, or an opening mark that closes a paragraph."""
    if TURNED[glyph] == "close":
        return (looks_closed and not looks_open and is_open) or at_end
    return looks_open and not looks_closed and not is_open


def single_role(glyph: str, before: str, after: str, is_open: bool) -> str:
    """Single marks are mostly apostrophes: they open before a word and close after one."""
    if glyph != "’" and not before.isalnum() and after.isalnum() and not (glyph == "'" and after.isdigit()):
        return "open"
    if glyph in "’'‘" and is_open and not before.isspace() and not after.isalnum():
        return "close"
    return "none"


def with_depths(quotes: list[Quote]) -> list[Quote]:
    """The quotations in order, each with the number of quotations that hold it."""
    placed: list[Quote] = []
    holders: list[int] = []
    for quote in sorted(quotes, key=lambda q: (q.start, -q.end)):
        while holders and holders[-1] <= quote.start:
            holders.pop()
        placed.append(Quote(quote.spans, len(holders), quote.closed))
        holders.append(quote.end)
    return placed

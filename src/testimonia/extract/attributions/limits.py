"""What the guards against hostile text cut short, said in words: nothing is left unread in silence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from testimonia.base.documents import Note
from testimonia.extract.attributions.quotes import CARRIED, DEEPEST, Quote
from testimonia.extract.parsing import LONGEST, UNBROKEN, Parsed


def cut_short(parsed: Parsed, quotes: Sequence[Quote]) -> tuple[Note, ...]:
    """The notes on an article whose speech was not read whole: a paragraph in pieces, deep nesting, quotations without an end."""
    return tuple(Note("extract", "doubt", message) for message in (*pieces(parsed), *nesting(quotes), *endless(quotes)))


def pieces(parsed: Parsed) -> Iterator[str]:
    """Paragraphs that were too long to be read at once: a dateline too is parted from what follows it, but by no cut."""
    joints = [
        before.end
        for before, after in pairwise(parsed.paragraphs)
        if before.part == after.part
        and after.start - before.end < LONGEST
        and before.end - before.start >= UNBROKEN
        and "\n" not in parsed.text[before.end : after.start]
    ]
    if joints:
        yield (
            f"A paragraph is longer than {LONGEST:,} characters: it was cut into pieces at {len(joints):,} places, the first at character "
            f"{joints[0]:,}, and speech that runs over a cut is read in parts."
        )


def nesting(quotes: Sequence[Quote]) -> Iterator[str]:
    """Quotation marks inside quotation marks, as deep as they are followed."""
    deep = [quote.start for quote in quotes if quote.depth >= DEEPEST - 1]
    if deep:
        yield f"Quotation marks stand {DEEPEST} deep at character {deep[0]:,}: what is nested deeper than that is read as plain text."


def endless(quotes: Sequence[Quote]) -> Iterator[str]:
    """Quotations that are opened again and again and never closed."""
    endless = [quote.start for quote in quotes if not quote.closed and len(quote.spans) > CARRIED]
    if endless:
        yield f"A quotation at character {endless[0]:,} is never closed: it was followed over {CARRIED} paragraphs and no further."

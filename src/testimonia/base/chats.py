"""Chats as programs write them out: each message opens with its day, its time and who sent it.

"[12/3/21, 18:42:10] Ana Weller: Nobody has come." or "12/03/2021, 18:42 - Ana Weller: Nobody has come."; a message may go on on further
lines; what a program itself says (who joined, a picture left out) has no sender, or begins with a mark of direction.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from testimonia.base.spans import Span

SIGN = "[\u200e\u200f\u202a-\u202c]*"  # marks of direction, which programs put around figures
STAMP = (
    rf"{SIGN}\[?{SIGN}\d{{1,4}}{SIGN}[./-]{SIGN}\d{{1,2}}{SIGN}[./-]{SIGN}\d{{2,4}}{SIGN}[,،]?\s{{1,2}}"
    rf"\d{{1,2}}[:.]\d\d(?:[:.]\d\d)?(?:\s?[^\W\d_]\.?\s?[^\W\d_]\.?(?=[\]\s]))?\]?(?:\s[–—-])?\s"
)
STAMPED, HEAD = re.compile(STAMP), re.compile(rf"{STAMP}{SIGN}(?:~\s?)?(?P<name>[^:\n]{{1,60}}?)\s?:(?!\S)")
OPENINGS = frozenset("[0123456789٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹\u200e\u200f\u202a\u202b")
LEAST = 3  # messages that make a chat
READ = 160  # characters of a line in which its head stands
OWN_WORDS = "\u200e"  # with which what the program says begins


def dayed(text: str, lines: Sequence[Span]) -> list[Span]:
    """The lines that may open with a day, by their first sign; none where they are too few for a chat."""
    found = [span for span in lines if text[span[0]] in OPENINGS]
    return found if len(found) >= LEAST else []


def opens(text: str, span: Span) -> bool:
    """Whether a line opens with a day and a time, sender or not."""
    return text[span.start] in OPENINGS and STAMPED.match(text, span.start, min(span.end, span.start + READ)) is not None


def head(text: str, span: Span) -> re.Match[str] | None:
    """The day, time and sender with which a line opens; none where it opens with no such."""
    return HEAD.match(text, span.start, min(span.end, span.start + READ)) if text[span.start] in OPENINGS else None


def parted(text: str, lines: Sequence[Span]) -> tuple[Span, ...]:
    """The lines of a chat, the head of each message apart from its words; those of any other text as they are."""
    heads = {span: found.end() for span in dayed(text, lines) if (found := head(text, span)) is not None}
    if len(heads) < LEAST:
        return tuple(lines)
    return tuple(part for span in lines for part in ((span,) if span not in heads else halves(text, span, heads[span])))


def halves(text: str, span: Span, end: int) -> tuple[Span, ...]:
    """A message's head and its words, where it has any."""
    start = end + len(text[end : span.end]) - len(text[end : span.end].lstrip())
    return (Span(span.start, end), Span(start, span.end)) if start < span.end else (Span(span.start, end),)


def messages(text: str, units: Sequence[Span]) -> list[bool] | None:
    """Which units of a chat are what somebody wrote; none where the text is no chat."""
    if not dayed(text, units):
        return None
    heads = [found is not None and found.end() == span.end for span in units for found in (head(text, span),)]
    if sum(heads) < LEAST:
        return None
    found, said = list[bool](), False
    for span, opening in zip(units, heads, strict=True):
        said = opening or (said and not opens(text, span) and text[span.start] != OWN_WORDS)
        found.append(said and not opening)
    return found

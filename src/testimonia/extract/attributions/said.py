"""One attribution as it is read in a language without a parser, and where it may not stand: in what is quoted."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from testimonia.base.grammar import grammar
from testimonia.base.languages.verbs import withheld_forms
from testimonia.base.spans import Span

REPORTED, QUOTED, TAKEN_UP, GROUND = "reported mood", "quotation", "taken up", "according to"
WORD = re.compile(r"[^\W\d_][\w'’-]*|\d+")
LAST_WORD = re.compile(r"([^\W\d_]+)\s$")
NAMED_WORDS = 3
WORD_BEFORE = re.compile(r"[^\W\d_]{4,}\s$")
TITLE_WORDS, TITLE_CHARS = 6, 110  # a quotation of so few words, each with a capital, is a name


@dataclass(frozen=True, slots=True)
class Said:
    """`reason` names the pattern; `voice` is who was heard last, for a quotation that names nobody."""

    source: Span | None
    cue: Span | None
    content: tuple[Span, ...]
    stance: str
    reason: str
    voice: Span | None = None


def polarity(text: str, said: Said, language: str) -> str:
    """`negative` where somebody refuses to speak, or a word that negates stands right before the verb or behind it, not in what is said."""
    if said.cue is None:
        return "positive"
    if said.cue.of(text).lower().replace("’", "'") in withheld_forms(language):
        return "negative"
    start, end = said.cue
    before = LAST_WORD.search(text, max(0, start - TITLE_CHARS), start)
    behind = WORD.match(text, end + 1) if text[end : end + 1] == " " else None
    around = [before.span(1)] if before is not None else []
    around += [behind.span()] if behind is not None else []
    own = [Span(*span).of(text).casefold() for span in around if not any(content.overlap(span) for content in said.content)]
    return "negative" if not grammar(language).negations.isdisjoint(own) else "positive"


def inside(quotations: Sequence[Span], position: int) -> bool:
    """Whether a position lies in one of the quotations, which stand in order and apart."""
    at = bisect_right(quotations, position, key=lambda span: span.start) - 1
    return at >= 0 and position < quotations[at].end


def titled(text: str, span: Span, verbs: re.Pattern[str] | None = None) -> bool:
    """Whether a quotation is a name: few words, each with a capital, without a mark at its end and with no colon before it.

    So few words as `NAMED_WORDS` are one when they begin with a capital and a word that is none of the `verbs` stands right before them.
    """
    found = [word.group() for word in WORD.finditer(text, span.start, min(span.end, span.start + TITLE_CHARS))]
    if not found or len(found) > TITLE_WORDS or text[max(0, span.start - 2) : span.start].strip().endswith(":"):
        return False
    if verbs is not None and len(found) <= NAMED_WORDS and found[0][0].isupper() and behind_noun(text, span.start, verbs):
        return True
    return all(word[0].isupper() or word[0].isdigit() for word in found) and span.of(text).strip("\"”“»«„’'‚‘ ")[-1:] not in ".!?,…"


def behind_noun(text: str, start: int, verbs: re.Pattern[str]) -> bool:
    """Whether a quotation follows a word that is no verb of saying, with nothing but a space between ("газета «Туман»")."""
    before = WORD_BEFORE.search(text, max(0, start - TITLE_CHARS), start)
    return before is not None and verbs.search(before.group()) is None

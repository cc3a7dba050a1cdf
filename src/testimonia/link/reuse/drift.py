"""What differs between two versions of the same words: a lost "not", another figure, another tense, words cut out or put in."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from operator import attrgetter

import numpy as np
from rapidfuzz.distance import Levenshtein

from testimonia.base.grammar import grammar
from testimonia.base.languages import having, table
from testimonia.base.spans import Span
from testimonia.link.reuse.aligning import Block
from testimonia.link.reuse.folding import Folded

WORD = re.compile(r"\w+(?:[.,:]\d+)*(?:['’]\w+)*")
QUOTED = re.compile(
    r"“[^“”\n]{8,1200}”|\"[^\"\n]{8,1200}\"|«[^«»\n]{8,1200}»|„[^„“”\n]{8,1200}[“”]|「[^「」\n]{4,800}」|‘[^‘’\n]{12,600}’(?!\w)"
)
MOST = 8  # differences that are listed; of more, two texts are not versions of the same words
SHOWN = 8  # words of a difference that are shown
SHORTEST = 2  # letters of a word that negates in one language and is anything in others
CUT = 4  # words that must be missing for a cut


@dataclass(frozen=True)
class Negating:
    """What turns a statement round in a language: words, how such words begin, and how they end."""

    words: frozenset[str]
    begins: tuple[str, ...]
    ends: tuple[str, ...]

    def holds(self, word: str) -> bool:
        """Whether a word without case turns a statement round; one before an apostrophe stands for the whole ("n'a")."""
        return word.partition("'")[0] in self.words or word in self.words or word.startswith(self.begins) or word.endswith(self.ends)


@cache
def negating(language: str) -> Negating | None:
    """What a language's pack says of it; none where it does not say all."""
    pack = table(language, "reuse") if language else {}
    if "negation" not in pack:
        return None
    begins, ends = (tuple(pack.get(key, ())) for key in ("negation_begins", "negation_ends"))
    return Negating(grammar(language).negations | frozenset(pack["negation"]), begins, ends)


@cache
def negating_anywhere() -> Negating:
    """The words of all languages, for a text in an unknown one, without the short ones: "as" negates in Albanian."""
    every = [known for known in map(negating, having("reuse")) if known is not None]
    words = frozenset(word for known in every for word in known.words if len(word) > SHORTEST)
    return Negating(words, (), tuple(end for known in every for end in known.ends))


@cache
def tenses() -> frozenset[frozenset[str]]:
    """The pairs of verb forms that differ in tense."""
    return frozenset(frozenset(pair) for language in having("reuse") for pair in table(language, "reuse").get("tense", ()))


def negates(word: str, language: str = "") -> bool:
    """Whether a word turns a statement round."""
    return (negating(language) or negating_anywhere()).holds(word)


def quotations(text: str, spans: Iterable[tuple[int, int]]) -> list[Span]:
    """What stands between quotation marks in some spans of a text, in its order."""
    return [Span(match.start() + 1, match.end() - 1) for start, end in spans for match in QUOTED.finditer(text, start, end)]


def touching(quotes: Sequence[Span], start: int, end: int) -> Sequence[Span]:
    """Those of some quotations, in the order of the text, that touch a stretch of it."""
    return quotes[bisect_right(quotes, start, key=attrgetter("end")) : bisect_left(quotes, end, key=attrgetter("start"))]


def words(text: str) -> list[str]:
    """The words of a text without case."""
    return [match.group().casefold().replace("’", "'") for match in WORD.finditer(text)]


def differences(left: str, right: str, language: str = "") -> tuple[str, ...]:
    """What differs between two texts of one language, one item a change, in the order of the text; empty when more differs than versions of
    the same words do."""
    ours, theirs = words(left), words(right)
    found: list[str] = []
    for code in Levenshtein.opcodes(ours, theirs):
        if code.tag == "equal":
            continue
        was, now = ours[code.src_start : code.src_end], theirs[code.dest_start : code.dest_end]
        if "".join(was) != "".join(now):  # words that are only divided otherwise are the same
            inside = code.src_start > 0 and code.src_end < len(ours)
            found.append(change(was, now, inside, language))
    return tuple(found) if len(found) <= MOST else ()


def change(was: Sequence[str], now: Sequence[str], inside: bool, language: str = "") -> str:
    """One change in words."""
    lost, gained = ([word for word in side if negates(word, language)] for side in (was, now))
    if len(lost) != len(gained):
        return f"lost negation: {shown(was)}" + after(now) if len(lost) > len(gained) else f"added negation: {shown(now)}" + before(was)
    if any(map(numeric, was)) and any(map(numeric, now)):
        return f"figure: {shown(was)} → {shown(now)}"
    if len(was) == len(now) == 1 and frozenset((was[0], now[0])) in tenses():
        return f"tense: {was[0]} → {now[0]}"
    if not now:
        return f"cut: {shown(was)}" if len(was) >= CUT and inside else f"left out: {shown(was)}"
    if not was:
        return f"welded in: {shown(now)}" if len(now) >= CUT and inside else f"put in: {shown(now)}"
    return f"changed: {shown(was)} → {shown(now)}"


def after(now: Sequence[str]) -> str:
    """What stands in the place of lost words."""
    return f" → {shown(now)}" if now else ""


def before(was: Sequence[str]) -> str:
    """What stood in the place of added words."""
    return f" in place of {shown(was)}" if was else ""


def numeric(word: str) -> bool:
    """Whether a word is a figure."""
    return word[0].isdigit()


def shown(listed: Sequence[str]) -> str:
    """Some words as they are shown."""
    return " ".join(listed[:SHOWN]) + (" …" if len(listed) > SHOWN else "")


def counterpart(span: Span, sides: tuple[Folded, Folded], blocks: Sequence[Block]) -> Span | None:
    """The stretch of the second text against a stretch of the first, by a passage's blocks; none when too little of it is there."""
    ours, theirs = sides
    start, end = (int(np.searchsorted(ours.places, place)) for place in span)
    inside = [(max(i, start), min(i + size, end), j - i) for i, j, size in blocks if i < end and i + size > start]
    if end <= start or sum(high - low for low, high, _ in inside) < (end - start) / 2:
        return None
    (first, _, by), (_, last, to) = inside[0], inside[-1]
    return Span(*theirs.span(first + by, last + to))

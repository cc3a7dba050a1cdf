"""A whole and its parts, as a sentence names them side by side.

Parts may overlap ("among them 25 women and 18 students"), so that only what is named as complete, or parts that cannot overlap, are held
against the whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from testimonia.base.extractions import Quantity
from testimonia.base.ids import row_id
from testimonia.base.links import Finding
from testimonia.base.phrases import any_of
from testimonia.base.spans import Span
from testimonia.link.disagree.vocabulary import entries

FEW = r"(?: [\w'’-]+){0,6}"
COMPLETE = re.compile(rf"(?: [\w'’-]+){{0,12}}(?:: ?| [–—-] ?|,? (?:{any_of(entries('before_all_parts'))}):? | \()$")
OPEN = re.compile(rf"(?: [\w'’-]+){{0,8}},? (?:{any_of(entries('before_some_parts'))}) $")
DIVIDED = re.compile(rf"{FEW}, $")
OF = re.compile(r"(?:^|\W)of (?:the |these |those |its |their )?$", re.IGNORECASE)  # before the whole: "Of the 41 dead, 19 were women"
CALLED = re.compile(r" (?:were|are|was|is) (?P<noun>[\w'’-]+)")
GLUE = re.compile(rf"{FEW}(?:, |; |,? (?:and|or) )(?:(?:{any_of(entries('one_more_part'))}) )?$")
ENDED = re.compile(rf"{FEW} ?(?:[.;!?)\n–—]|$|, (?!\d|and\b|or\b))")
SUMMED = re.compile(rf"{FEW}(?:, |; |: | [–—-] )(?P<mark>(?:(?:for |making )?a )?(?:{any_of(entries('before_sums'))}),? )?$")
AFTER = re.compile(rf"(?: [\w'’-]+)?(?P<mark> (?:{any_of(entries('behind_sums'))}))? ?(?:[.;!?)\n]|$)")
STOP = re.compile(r"[.!?\n](?:\s|$)")
BACK = 12  # characters before a whole in which "of the" stands
MOST = 300  # characters from a whole to the end of its parts
APART = tuple(frozenset(words.split()) for words in entries("exclusive"))  # words for people of whom nobody is two at once


@dataclass(frozen=True)
class Parted:
    """A whole with its parts. They are `closed` when the whole is said to be all of them, `apart` when none can be of two of them."""

    whole: Quantity
    parts: tuple[Quantity, ...]
    closed: bool
    apart: bool
    alone: bool  # whether the sentence has no other figure that could be the whole

    def findings(self) -> Iterator[Finding]:
        """Whether the parts add up."""
        given, total = self.whole.low or 0, sum(part.low or 0 for part in self.parts)
        figures = (self.whole, *self.parts)
        if total == given:
            yield finding("sum-consistent", f"The parts add up to the whole given: {given:,.0f}.", figures)
        elif self.alone and given / 2 <= total <= given * 2 and (self.closed or (self.apart and total > given)):
            yield finding("sum", f"The parts add up to {total:,.0f}, the whole given is {given:,.0f}.", figures)


def parted(quantities: Iterable[Quantity], text: str) -> Iterator[Finding]:
    """The findings on wholes and parts of one document."""
    placed = sorted(quantities, key=lambda one: (one.start, one.end))
    for _, group in groupby(placed, key=lambda one: one.article):
        figures = list(group)
        for at in range(len(figures)):
            found = whole_first(figures, at, text) or whole_last(figures, at, text)
            yield from found.findings() if found else ()


def whole_first(figures: Sequence[Quantity], at: int, text: str) -> Parted | None:
    """A whole that is followed by its parts."""
    whole, rest = figures[at], figures[at + 1 : at + 12]
    if len(rest) < 2 or not counts(whole) or rest[0].start - whole.end > MOST:
        return None
    between = text[whole.end : rest[0].start]
    closed = COMPLETE.match(between) is not None
    if (
        not closed
        and not OPEN.match(between)
        and not (DIVIDED.match(between) and OF.search(text[max(0, whole.start - BACK) : whole.start]))
    ):
        return None
    parts = run(rest, text)
    tail = text[parts[-1].end : parts[-1].end + MOST]
    if len(parts) < 2 or not ENDED.match(tail) or not all(of_kind(whole, part) for part in parts):
        return None
    return Parted(whole, parts, closed, disjoint(parts, text), alone([whole, *parts], figures, at, text))


def whole_last(figures: Sequence[Quantity], at: int, text: str) -> Parted | None:
    """Parts that are followed by their whole, which a word must say to be one."""
    listed = run(figures[at : at + 12], text)
    for size in (len(listed), len(listed) - 1):  # the whole may look like one more of the list
        parts, whole = listed[:size], next(iter(figures[at + size : at + size + 1]), None)
        if whole and size > 1 and summed(parts[-1], whole, text) and all(of_kind(whole, part) for part in parts):
            return Parted(whole, parts, True, True, alone([*parts, whole], figures, at, text))
    return None


def summed(last: Quantity, whole: Quantity, text: str) -> bool:
    """Whether words say of a figure that it is the sum of those before."""
    if not counts(whole) or whole.start - last.end > MOST:
        return False
    lead, tail = SUMMED.match(text[last.end : whole.start]), AFTER.match(text[whole.end : whole.end + MOST])
    return bool(lead and tail and (lead["mark"] or tail["mark"]))


def run(figures: Sequence[Quantity], text: str) -> tuple[Quantity, ...]:
    """The figures from the first on that are listed one after another."""
    listed = list(figures[:1])
    for one in figures[1:]:
        if one.start - listed[-1].end > MOST or not GLUE.match(text[listed[-1].end : one.start]):
            break
        listed.append(one)
    return tuple(listed)


def counts(one: Quantity) -> bool:
    """Whether a figure counts things or people, and gives one number of them."""
    return one.low is not None and one.low == one.high and not one.approximate and one.measure in ("people", "count")


def of_kind(whole: Quantity, part: Quantity) -> bool:
    """Whether a figure can be a part of what the whole counts."""
    noun, named = (part.counted or "").casefold(), (whole.counted or "").casefold()
    person = part.measure == "people" or any(noun in family for family in APART)
    return counts(part) and ((whole.measure == "people" and person) or not noun or noun == named) and noun != "them"


def disjoint(parts: Sequence[Quantity], text: str) -> bool:
    """Whether nobody can be of two of the parts, by what they count or are said to be ("19 were women")."""
    called = (CALLED.match(text, part.end) for part in parts)
    nouns = {(part.counted or (said and said["noun"]) or "").casefold() for part, said in zip(parts, called, strict=True)}
    return len(nouns) == len(parts) and any(nouns <= family for family in APART)


def alone(taken: Sequence[Quantity], figures: Sequence[Quantity], at: int, text: str) -> bool:
    """Whether the sentence has no figure of things or people before those taken."""
    before = figures[at - 1] if at else None
    return before is None or not counts(before) or STOP.search(text, before.end, taken[0].start) is not None


def finding(kind: str, message: str, figures: Sequence[Quantity]) -> Finding:
    """A finding on some figures of one article."""
    first, spans = figures[0], tuple(Span(one.start, one.end) for one in figures)
    return Finding(row_id("f", kind, first.document, *spans), kind, message, first.document, first.article, spans)

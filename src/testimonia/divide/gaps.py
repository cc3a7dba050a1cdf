"""Where one article ends and the next begins: each gap between two stretches of article text, told by what stands in it and around it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain, pairwise

import numpy as np
from numpy.typing import NDArray

from testimonia.base.kept import kept
from testimonia.base.mails import mail_heads, sender
from testimonia.base.shapes import CATEGORIES
from testimonia.base.transcripts import spoken
from testimonia.divide.lines import Line
from testimonia.fitted.trees import trees

AROUND = 12  # article lines on each side that are held against each other
FIRST = 5  # article lines after a gap that a title is held against
DATELINE = re.compile(  # as when the weights were fitted; others ask base/datelines
    r"[A-ZÀ-Þ][\w .,'’/-]{2,40}(?:\([\w ./-]{2,20}\))?\s*[—–-]{1,2}\s"
)
UNIT, UNIT_CHARS = re.compile(r"\d\s?[^\W\d_]{1,4}\.$"), 12  # a figure and a shortened word: "2021 r.", "214 pp."
UNIT_WORDS, UNIT_FUNCTION = 12, 1  # words of a line that ends so and is no sentence, and how many of them may be small ones
LABEL, LABELS = 3, tuple(map(CATEGORIES.index, ("footer", "home", "media", "nav", "photo", "share", "subscribe")))
RUBRIC = 4  # letters of a single word in capitals that is a standing head ("LETTERS")
DIGITS = re.compile(r"\d+")
MANY = 3  # gaps that must hold the same line for it to be how the page parts its posts
HEAD_AND_TAIL = 12  # lines that stand at most between two short posts
FORUM_LINES, FORUM_SHARE = 24, 0.4  # the same in a forum, and the share of them that are dates or come again
FRAME = 4  # lines that are dates or come again, figures aside, in two gaps at least, where a page frames its posts
APART, HEAD_TAIL = 3, 8  # lines between a rights line and the head of the next page's text, and lines above it that hold the head
RIGHTS_WORDS = 20  # of a rights line
CLOSING = (("tags", 2), ("comment", 3))  # phrases that close a post, and how strongly they must show
HEAD_LINES = 3  # lines above a text among which its title and its date stand
COSINE = 0  # where the cosine of the two sides stands in a gap's row


@dataclass(frozen=True, slots=True)
class Gap:
    """The lines `start` to `end` (places in the page's list of lines) between two stretches of article text; none when they touch."""

    start: int
    end: int


def gaps_of(inside: Sequence[int]) -> list[Gap]:
    """All gaps between the places of text: stretches of other lines inside it, and short head lines that were kept as text."""
    return [Gap(a + 1, b) for a, b in pairwise(inside) if b > a + 1]


def is_head(line: Line) -> bool:
    """Whether a line of an article looks like none of its sentences: a byline, a date line, a share bar, a title, a rule."""
    if line.is_mark or line.is_clock or (line.shape.words <= LABEL and line.shape.shows(LABELS, 3)):
        return True
    if line.shape.words == 1 and line.text.isupper() and len(line.text) >= RUBRIC and max(line.shape.marks) < 3:
        return True
    if line.shape.words > 20 or (line.shape.ends_sentence and not ends_in_unit(line)):
        return False
    return line.is_date or line.is_byline or line.is_bar or (line.is_title and not line.shape.starts_lower)


def ends_in_unit(line: Line) -> bool:
    """Whether the full stop of a line is that of a shortened word ("Brzeziny, 12 maja 2021 r.", "A Weller: The Mill, 214 pp.")."""
    few = line.shape.words <= UNIT_WORDS and line.shape.function <= UNIT_FUNCTION
    listed = line.is_date or "," in line.text or ":" in line.text
    return few and listed and UNIT.search(line.text[-UNIT_CHARS:]) is not None


def stretch(lines: Sequence[Line]) -> Counter[str]:
    """The longer words of some lines, counted by the lines that hold them."""
    return Counter(chain.from_iterable([line.words for line in lines]))


def shared(a: Counter[str], b: Counter[str], spread: Counter[str]) -> tuple[float, float]:
    """How many words two stretches share, as a part of the smaller one's; and their cosine, words weighed by how few lines hold them."""
    if not a or not b:
        return 0.0, 0.0
    both = a.keys() & b.keys()
    product = sum(a[word] * b[word] / spread[word] for word in both)
    norm = (sum(n * n / spread[w] for w, n in a.items()) * sum(n * n / spread[w] for w, n in b.items())) ** 0.5
    return len(both) / min(len(a), len(b)), product / norm


def pattern(line: Line) -> str:
    """The line with its digits taken out: share bars and counters recur in this form."""
    return DIGITS.sub("0", line.text[:80])


class Gaps:
    """The gaps of one page with what the model sees of each."""

    def __init__(self, lines: Sequence[Line], headings: frozenset[int] = frozenset(), until: int | None = None) -> None:
        """`headings`: where the lines begin that the markup calls so; a single word is known for one by nothing else. From the line `until`
        on nothing is text.
        """
        self.lines, self.headings, self.mails = lines, headings, mail_heads([line.shape for line in lines])
        self.senders = frozenset(start for start, _ in self.mails if sender(lines[start].text) is not None)
        self.spoken = spoken([line.text for line in lines])
        aside = {place for start, end in self.mails for place in range(start, end)}
        self.inside = [place for place in range(len(lines[:until])) if place not in aside and self.is_text(place)]
        self.gaps = [gap for gap in gaps_of(self.inside) if not all(line.printed for line in lines[gap.start : gap.end])]

    def is_text(self, place: int) -> bool:
        """Whether a line reads as a part of an article's text, and not of its head; so does whatever stands below the head of a message
        or a time of a transcript.
        """
        line = self.lines[place]
        if (
            line.kind != "article"
            or self.is_rights(place)
            or (is_head(line) and place - 1 not in self.senders and place not in self.spoken)
        ):
            return False
        return not (line.shape.words == 1 and line.span.start in self.headings)

    @property
    def top(self) -> Gap:
        """The lines above the text."""
        return Gap(0, self.inside[0])

    @kept
    def patterns(self) -> Counter[str]:
        """In how many gaps each line stands, figures aside."""
        return Counter(mark for gap in self.gaps for mark in {pattern(line) for line in self.lines[gap.start : gap.end][:40]})

    @kept
    def rank(self) -> dict[int, int]:
        """The rank of each article line among them all."""
        return {place: rank for rank, place in enumerate(self.inside)}

    @kept
    def spread(self) -> Counter[str]:
        """How many article lines hold each longer word."""
        return stretch([self.lines[place] for place in self.inside])

    def rows(self) -> NDArray[np.float32]:
        """One row of numbers for each gap."""
        rows = np.asarray([self.row(gap) for gap in self.gaps], dtype=np.float32)
        if not self.gaps:
            return rows.reshape(0, 1)
        return np.column_stack([rows, rows[:, COSINE] - np.median(rows[:, COSINE]), self.ranked(rows[:, COSINE])]).astype(np.float32)

    @kept
    def odds(self) -> list[float]:
        """The probability that each gap parts two articles, by the model."""
        return trees("testimonia.divide", "gaps").probability(self.rows()).tolist() if self.gaps else []

    def dated_head(self, gap: Gap) -> bool:
        """Whether a gap ends in a title beside a date line, as the head of a post does."""
        last = self.lines[max(gap.start, gap.end - HEAD_LINES) : gap.end]
        return any(line.is_date for line in last) and any(line.is_title or line.span.start in self.headings for line in last)

    def ruled_head(self, gap: Gap) -> bool:
        """Whether a rule parts a gap's dated head from what stands above it, as between the reports of a wire service."""
        return any(line.shape.words == 0 for line in self.lines[gap.start : gap.end - 2])

    def ranked(self, column: NDArray[np.float32]) -> NDArray[np.float32]:
        """Where each value stands among the page's values, from 0 to 1."""
        return np.asarray(np.argsort(np.argsort(column, kind="stable"), kind="stable") / max(1, len(column) - 1), dtype=np.float32)

    def mailed(self) -> set[int]:
        """The lines with which each mail of a thread but the first begins, below its head."""
        below = [next((place for place in self.inside if place >= end), None) for _, end in self.mails]
        return {place for place in below if place is not None and place != self.inside[0]}

    def closed(self) -> set[int]:
        """The lines below gaps that close a post: they hold its tags and count the comments on it."""
        return {
            gap.end
            for gap in self.gaps
            if all(any(line.marked(kind) >= how for line in self.lines[gap.start : gap.end]) for kind, how in CLOSING)
        }

    def below_bylines(self, sure: set[int]) -> set[int]:
        """The lines below gaps that end in a byline, on a page that begins another of its texts so: `sure`, or its first one."""
        found = [gap for gap in (self.top, *self.gaps) if gap.end > gap.start and self.lines[gap.end - 1].is_byline]
        known = sum(gap.end in sure or gap.start == 0 for gap in found)
        return {gap.end for gap in found if gap.start} if known else set()

    def beyond_rights(self) -> set[int]:
        """The lines below gaps in which one page ends and another begins: a rights line stands in them, and below it the head of a text."""
        return {
            gap.end for gap in self.gaps if any(self.is_rights(place) and self.headed(place, gap) for place in range(gap.start, gap.end))
        }

    def is_rights(self, place: int) -> bool:
        """Whether a line is a page's rights line: the sign, and what a foot says ("© 2019 The Weir. All rights reserved")."""
        return (
            self.lines[place].shape.copyright
            and self.lines[place].shape.phrases.get("footer", 0) > 0
            and self.lines[place].shape.words <= RIGHTS_WORDS
        )

    def headed(self, place: int, gap: Gap) -> bool:
        """Whether a date or a byline stands in the last lines of a gap, some way below one of its lines."""
        return any(line.is_date or line.is_byline for line in self.lines[max(place + APART, gap.end - HEAD_TAIL) : gap.end])

    def recurring(self) -> dict[str, list[Gap]]:
        """The gaps that hold the same bar, counter or dated line (figures aside), by that line."""
        found: dict[str, list[Gap]] = {}
        for gap in self.gaps:
            for mark in sorted({pattern(line) for line in self.lines[gap.start : gap.end][:40] if line.is_bar or line.is_mark}):
                found.setdefault(mark, []).append(gap)
        return found

    def separated(self) -> set[int]:
        """The lines below short gaps that are made like many of the page: two of their lines at least are dates or recur, figures aside."""
        found = set()
        for gap in self.gaps if len(self.gaps) >= MANY else ():
            within = self.lines[gap.start : gap.end]
            if self.short(gap, sum(line.is_date or self.patterns[pattern(line)] >= MANY for line in within), 2):
                found.add(gap.end)
        return found if len(found) >= MANY else set()

    def thread(self) -> set[int]:
        """The lines below such gaps where each of them also holds a date or a time, as between the posts of a forum or a live page."""
        dated = {gap.end for gap in self.gaps if any(line.is_date or line.is_clock for line in self.lines[gap.start : gap.end])}
        found = self.separated() & dated
        return found if len(found) >= MANY else self.framed() & dated

    def framed(self) -> set[int]:
        """The lines below short gaps that are alike in so many lines that two of them show how the page frames its posts."""
        frames = [(gap, self.lines[gap.start : gap.end]) for gap in self.gaps if FRAME <= gap.end - gap.start <= FORUM_LINES]
        again = [(gap, sum(line.is_date or self.patterns[pattern(line)] > 1 for line in own)) for gap, own in frames]
        found = {gap.end for gap, alike in again if self.short(gap, alike, FRAME)}
        return found if len(found) > 1 else set()

    @staticmethod
    def short(gap: Gap, alike: int, least: int) -> bool:
        """Whether a gap with so many lines that are alike stands between two short posts: a longer one is what a forum says of members."""
        size = gap.end - gap.start
        return alike >= least and (size <= HEAD_AND_TAIL or (size <= FORUM_LINES and alike >= max(FRAME, FORUM_SHARE * size)))

    def sides(self, gap: Gap) -> tuple[list[Line], list[Line]]:
        """The article lines next before and next after a gap."""
        rank = self.rank[gap.end]
        before = [self.lines[place] for place in self.inside[max(0, rank - AROUND) : rank]]
        after = [self.lines[place] for place in self.inside[rank : rank + AROUND]]
        return before, after

    def row(self, gap: Gap) -> list[float]:
        """What the model sees of one gap."""
        within = self.lines[gap.start : gap.end]
        before, after = self.sides(gap)
        a, b = stretch(before), stretch(after)
        part, cosine = shared(a, b, self.spread)
        return [
            cosine,
            part,
            *marks_in(within),
            *titled(within, stretch(after[:FIRST]), a),
            len(a),
            len(b),
            *edges(before, after),
            *self.page(gap),
        ]

    def page(self, gap: Gap) -> list[float]:
        """Where a gap stands in its page, and how much of it comes again there."""
        within = self.lines[gap.start : gap.end]
        return [
            self.rank[gap.end] / len(self.inside),
            max(self.patterns[pattern(line)] for line in within[:40]),
            self.patterns[pattern(within[-1])] if len(within) <= 40 else 0,
            sum(self.patterns[pattern(line)] > 1 for line in within[:40]) / len(within[:40]),
            len(self.gaps),
            len(self.inside),
            float(max(line.shape.words for line in within)),
            sum(line.shape.function for line in within),
        ]


def marks_in(within: Sequence[Line]) -> list[float]:
    """How many lines a gap has, and which of them look like what stands between two articles."""
    heads, tails = within[-6:], within[:6]
    return [
        len(within),
        sum(line.kind == "article" for line in within) / len(within),
        sum(line.shape.chars for line in within),
        *(
            float(any(line.marked(c) >= 2 for line in within))
            for c in ("share", "comment", "related", "nav", "footer", "tags", "photo", "posted")
        ),
        *(float(any(line.marked(c) >= 2 for line in tails)) for c in ("share", "comment", "related")),
        float(any(line.is_date for line in heads)),
        float(any(line.is_byline for line in heads)),
        float(within[-1].is_date or within[-1].is_byline),
        float(any(line.is_date for line in tails)),
    ]


def titled(within: Sequence[Line], opening: Counter[str], before: Counter[str]) -> list[float]:
    """What could be the next article's title: how much the text behind and before it speaks of it, its words, where it stands."""
    title = title_in(within)
    return [
        title_share(title, opening),
        title_share(title, before),
        float(title.shape.words) if title else -1.0,
        float(len(within) - within.index(title)) if title else -1.0,
        sum(line.is_title for line in within) / len(within),
        sum(line.shape.bullet for line in within) / len(within),
    ]


def edges(before: Sequence[Line], after: Sequence[Line]) -> list[float]:
    """How the text before a gap ends and the one behind it begins."""
    return [
        float(before[-1].shape.ends_sentence),
        float(after[0].shape.ends_sentence),
        after[0].shape.words,
        before[-1].shape.words,
        float(after[0].shape.starts_lower),
        float(DATELINE.match(after[0].text) is not None),
    ]


def title_in(within: Sequence[Line]) -> Line | None:
    """The last line of a gap that could be the next article's title."""
    for line in reversed(within):
        if line.is_title:
            return line
    return None


def title_share(title: Line | None, words: Counter[str]) -> float:
    """The share of a title's longer words that a stretch uses; -1 without a title."""
    if title is None or not title.words:
        return -1.0
    return sum(1 for word in title.words if word in words) / len(title.words)

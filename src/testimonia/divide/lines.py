"""The lines of a cleaned page: where they stand, what they look like, and what kind of segment they lie in."""

from __future__ import annotations

import re
import string
from collections.abc import Sequence
from functools import cache

from testimonia.base.documents import PRINTED, Segment
from testimonia.base.kept import kept
from testimonia.base.light import light
from testimonia.base.phrases import WHOLE, function_words, marks, told, words_of
from testimonia.base.shapes import CATEGORIES, Shape, has_digit, positions
from testimonia.base.shapes import CLOCK as HOUR
from testimonia.base.spans import Span
from testimonia.base.units import unit_shapes, units
from testimonia.divide.dates import between_parts

ADDRESS = re.compile(r"(?:https?://|www\.)\S+")
CLOCK, CLOCK_CHARS = re.compile(r"\d{1,2}\s?[:.h]\s?\d\d(?:\s?(?:[ap]\.?m\.?|h|Uhr))?", re.IGNORECASE), 12
CLOCK_END = re.compile(rf"(?:^|(?<=[\s:]))(?:{CLOCK.pattern})$", re.IGNORECASE)
COUNT_WORDS = 8  # words of a line that counts readers
DAY_WORDS = 5  # words of a line that is a day and nothing else, without the small ones of days
READ, HELD = 800, 600  # characters of a line in which a repetition is looked for, and those by whose words it is held against others
CLOSING, CREDITED = (tuple(map(CATEGORIES.index, names)) for names in (("end", "related"), ("source_link", "translated")))


@light
class Line:
    """One line that is not blank: its span without white space at its ends, its words as written, its kind and its shape.

    `printed` says that it runs from page to page of a print. The lines of a paragraph that was broken by width are one line.
    """

    span: Span
    text: str
    kind: str
    shape: Shape
    printed: bool = False

    def opening(self, chars: int) -> list[str]:
        """The words of the line's first characters."""
        return self.shape.tokens if len(self.text) <= chars else words_of(self.text[:chars])

    @kept
    def words(self) -> frozenset[str]:
        """The longer words of the line (of its first part), by which two stretches of text are held together."""
        known = function_words()
        return frozenset([word for word in self.opening(HELD) if len(word) > 3 and word not in known])

    @kept
    def runs(self) -> frozenset[tuple[str, ...]]:
        """The runs of five words of the line (of its first part), by which a repetition of it is known."""
        tokens = self.opening(READ)
        return frozenset(zip(tokens, tokens[1:], tokens[2:], tokens[3:], tokens[4:], strict=False))

    def marked(self, category: str) -> int:
        """How the line shows a phrase of this category: 3 as a whole, 2 at its start, 1 inside, 0 not."""
        return self.shape.marks[positions()[category]]

    @property
    def is_date(self) -> bool:
        """Whether the line is a date line."""
        return self.shape.is_date

    @property
    def is_clock(self) -> bool:
        """Whether the line is a time of day and nothing else, as above the entries of a live page, or says that it was posted then."""
        if len(self.text) <= CLOCK_CHARS and CLOCK.fullmatch(self.text) is not None:
            return True
        time = CLOCK_END.search(self.text) if self.shape.words <= DAY_WORDS and self.marked("posted") >= 2 else None
        return time is not None and told_as_posted(self.text[: time.start()])

    @property
    def is_byline(self) -> bool:
        """Whether the line names an author the way pages do."""
        return self.shape.is_byline

    @property
    def is_bar(self) -> bool:
        """Whether the line is a piece of a share bar, a counter, or a list of tags."""
        return self.shape.is_bar or self.counts

    @kept
    def counts(self) -> bool:
        """Whether the line counts readers or what they did and says nothing else: "2.4K views", "Visite: 1204", "61,2 тыс. подписчиков"."""
        return self.shape.words <= COUNT_WORDS and has_digit(self.text) and counted(self.shape.tokens)

    @property
    def is_title(self) -> bool:
        """Whether the line could be a title."""
        return self.shape.is_title

    @property
    def is_mark(self) -> bool:
        """Whether the line is no words of a text: a rule, an address, an end mark, a credit, an announcement of other articles."""
        if self.shape.words == 0 or ADDRESS.fullmatch(self.text):
            return True
        if self.shape.shows(CLOSING, 3):
            return True
        return self.shape.words <= 14 and self.shape.shows(CREDITED)


def told_as_posted(words: str) -> bool:
    """Whether some words are nothing but what stands before the time of a post ("edited", "Posted at")."""
    return marks(words_of(words)).get("posted", 0) == WHOLE


def counted(tokens: Sequence[str]) -> bool:
    """Whether some words are figures and words for readers or for what they do, at least one of these."""
    words = [word for token in tokens if (word := token.lstrip(string.digits))]
    return bool(words) and all(word in counting() for word in words)


@cache
def counting() -> frozenset[str]:
    """The words that the counters of pages are made of, in all packs."""
    return frozenset(word for key in ("counted", "followers") for phrase in told(key) for word in phrase.split(" "))


def lines_of(text: str, segments: Sequence[Segment]) -> list[Line]:
    """The lines of the text, each with the kind of the segment in which it begins."""
    spans = units(text)
    words = [text[span.start : span.end] for span in spans]
    found: list[Line] = []
    place = 0
    for span, line, seen in zip(spans, words, unit_shapes(text), strict=True):
        while place + 1 < len(segments) and segments[place].end <= span.start:
            place += 1
        found.append(Line(span, line, segments[place].kind, seen, segments[place].reason == PRINTED))
    return found


def is_day(line: Line) -> bool:
    """Whether a line is a day and nothing else, as between the posts of a wall."""
    if not line.is_date or line.shape.words > 2 * DAY_WORDS or HOUR.search(line.text):
        return False
    return sum(word not in between_parts() for word in line.shape.tokens) <= DAY_WORDS

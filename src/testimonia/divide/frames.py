"""Posts that a page frames alike: the same lines, in the same forms and order, stand between them, above the first and below the last.

No single line need tell: a date, a byline, a name that signs, a label that opens a line ("Decision: …"), a count that ends one ("214 pp.").
What makes posts of texts is the period: what stands between two of them is what stands below the last one and above the first.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from testimonia.base.shapes import CATEGORIES, CLOCK, has_digit, month_numbers
from testimonia.divide.gaps import DIGITS, Gap, Gaps
from testimonia.divide.lines import Line
from testimonia.divide.names import is_person, weekdays

ABOVE, BELOW = 3, 2  # lines right above the page's first text, and right below its last, that complete the frame
MOST = 12  # lines of a gap between two framed posts
ALIKE, LEAST = 2, 2  # gaps of the same form, and lines of each that stand in all of them
SIZE = 150  # characters of a text that is framed; shorter ones are items of a list
TITLE = "title"  # what a counter below each text ("12 comments") needs beside it, right above the next
CLOCKED, STAMP_WORDS, WORDS = "clock", 14, re.compile(r"\w+(?: \w+)*")  # the stamp of a live page; words of a line that stamps a post
NAME_WORDS, NO_CREDIT = 3, 2  # words of a name by itself; how strongly a line with a name may show no phrase of a page
LABEL_WORDS, LABEL_CHARS = 2, 30  # words that open a line in the same way, or the characters before its colon
WITHIN = tuple(CATEGORIES.index(name) for name in ("advert", "related", "photo", "media", "subscribe"))  # what stands inside texts


def framed(found: Gaps) -> set[int]:
    """The lines below the gaps that show how the page frames its posts: most of them, alike, and the page's edges complete the frame."""
    lines, first, last = found.lines, found.inside[0], found.inside[-1]
    gaps = [gap for gap in found.gaps if gap.end - gap.start <= MOST]
    above, below = marks(lines[max(0, first - ABOVE) : first]), marks(lines[last + 1 : last + 1 + BELOW])
    above += [TITLE] if first and lines[first - 1].is_title else []
    places = Counter(mark for gap in gaps for mark in set(marks(lines[gap.start : gap.end])))
    forms: dict[tuple[str, ...], list[Gap]] = {}
    for gap in gaps:
        forms.setdefault(form(lines[gap.start : gap.end], places), []).append(gap)
    complete = [alike for shape, alike in forms.items() if len(shape) >= LEAST and shape[-1] in above and shape[0] in below]
    most = max(complete, key=len, default=[])
    return {gap.end for gap in most} if len(most) >= ALIKE and sized(found, most) else set()


def stamped(found: Gaps) -> set[int]:
    """The lines below the gaps that hold a stamp which the page's other gaps have too and which stands right above its first text: a time
    of day above entries with titles, as on a live page, or a day beside a name, as in a channel ("River Watch, [12.03.2021 08:41]").
    """
    first = found.inside[0]
    above = {mark for line in found.lines[max(0, first - ABOVE) : first] if (mark := stamp(line))}
    places: dict[str, list[Gap]] = {}
    for gap in found.gaps if above else ():
        for mark in sorted(above & {stamp(line) for line in found.lines[gap.start : gap.end]}):
            places.setdefault(mark, []).append(gap)
    parting = [gaps for mark, gaps in places.items() if len(gaps) >= ALIKE and (mark != CLOCKED or titled(found, gaps))]
    return {gap.end for gaps in parting for gap in gaps}


def walled(found: Gaps) -> set[int]:
    """The lines below the gaps that hold the name which stands right above the page's first text too, each beside counts or a time: the
    posts of a wall, on which one name posts everything.
    """
    lines, first = found.lines, found.inside[0]
    names = {line.text for line in lines[max(0, first - ABOVE) : first] if names_poster(line)}
    shown = [(gap, lines[gap.start : gap.end]) for gap in found.gaps if names and gap.end - gap.start <= MOST]
    posts = [gap for gap, own in shown if any(line.text in names for line in own) and any(map(counts_or_dates, own))]
    return {gap.end for gap in posts} if len(posts) >= ALIKE else set()


def counts_or_dates(line: Line) -> bool:
    """Whether a line counts reactions or tells a day or an hour."""
    return line.is_bar or line.is_date or line.is_clock


def names_poster(line: Line) -> bool:
    """Whether a line can be the name of who posted a text: a few words, none of the page's phrases and no sentence."""
    few = 1 <= line.shape.words <= NAME_WORDS and not line.shape.ends_sentence and any(map(str.isalpha, line.text))
    return few and max(line.shape.marks) < NO_CREDIT and not line.shape.date and not line.shape.bullet


def titled(found: Gaps, gaps: Sequence[Gap]) -> bool:
    """Whether at least half of some gaps hold a title beside their clock: the entries of a ticker without titles are one text."""
    return 2 * sum(any(line.is_title and not line.is_clock for line in found.lines[gap.start : gap.end]) for gap in gaps) >= len(gaps)


def stamp(line: Line) -> str:
    """What a line that stamps a post is apart from its time: a clock, or the words that are no part of a day, or where it gives an hour too
    the signs between its words ("Ana Terek, [12.03.2021 08:41]"), for others may have written the next; empty for any other line.
    """
    if line.is_clock:
        return CLOCKED
    if not line.is_date or line.shape.words > STAMP_WORDS or not has_digit(line.text):
        return ""
    if not line.text[0].isdigit() and CLOCK.search(line.text):
        return WORDS.sub("w", line.text)
    return " ".join(own_words(line))


def own_words(line: Line) -> list[str]:
    """The words of a dated line that are no part of a day."""
    days = (month_numbers(), weekdays())
    return [word for word in line.shape.tokens if word.isalpha() and len(word) > 2 and not any(word in names for names in days)]


def sized(found: Gaps, gaps: Sequence[Gap]) -> bool:
    """Whether the texts that some gaps part are more than items of a list."""
    ranks = [0, *(found.rank[gap.end] for gap in gaps), len(found.inside)]
    texts = (found.inside[start:end] for start, end in pairwise(ranks))
    return all(sum(len(found.lines[place].text) for place in text) >= SIZE for text in texts)


def form(within: Sequence[Line], places: Counter[str]) -> tuple[str, ...]:
    """The marks of a gap's lines in order, of those that have one which other gaps have too."""
    told = [next((mark for mark in marks([line]) if places[mark] >= ALIKE), None) for line in within]
    known = tuple(mark for mark in told if mark is not None)
    counter = told[0] is not None and told[0] != "date" and has_digit(within[0].text)
    return (*known, TITLE) if counter and len(known) == 1 and within[-1].is_title else known


def marks(lines: Sequence[Line]) -> list[str]:
    """In what some lines may be like lines elsewhere, the most telling first."""
    found: list[str] = []
    for line in lines:
        if line.shape.shows(WITHIN) or line.kind == "caption" or not line.shape.words:
            continue
        kinds = (("date", line.is_date or line.is_clock), ("byline", line.is_byline), ("name", is_person(line.text)))
        found += [kind for kind, holds in kinds if holds]
        found += [f"{opening(line)} …", *(f"… {words}" for words in (ending(line),) if words)]
    return found


def opening(line: Line) -> str:
    """How a line opens, figures aside: its label before a colon, else its first words."""
    label, colon, _ = line.text[:LABEL_CHARS].partition(":")
    return DIGITS.sub("0", label if colon else " ".join(line.shape.tokens[:LABEL_WORDS]))


def ending(line: Line) -> str:
    """What a line counts at its end, figures aside; nothing when it counts nothing."""
    words = " ".join(line.text.rsplit(None, LABEL_WORDS)[-LABEL_WORDS:])
    return DIGITS.sub("0", words) if words[:1].isdigit() else ""

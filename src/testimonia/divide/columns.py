"""Posts that no date parts: the items of a digest, the letters to an editor; and the bars that part no posts.

Newspapers print these under a standing head or sign each of them, so that a reader sees where one ends although nothing is dated.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from testimonia.divide.gaps import Gap, Gaps, pattern
from testimonia.divide.lines import Line
from testimonia.divide.names import is_person

ITEMS, TITLED = 3, 0.8  # titles right above a paragraph that make a digest, and the share of its paragraphs that have one
RUBRIC_WORDS, FORMULA_WORDS = 8, 8  # words at most of a standing head, and of a letter's closing formula
FOOT, FOOT_WORDS = 12, 40  # lines below a mailing's text that may say why one receives it, and words of such a line
LINK_WORDS = 6  # words of a line that ends an item of a mailing
SENTENCE = 5  # words of a sentence
GREETING = 60  # words at most of what a mailing says above its first item without greeting anybody
CREDITS = 2  # lines between a title and its text that say who wrote it and when
SIGNED = 2  # gaps that open with a signature and end in a title for them to part letters
OPENING = 3  # lines of a gap in which the text before it is signed
BARS = 2  # gaps alike that must stand inside texts


def digest(found: Gaps) -> set[int]:
    """The lines from which on the items of a digest or a mailing stand: under a standing head like "News in brief", or the offer to see the
    mail in a browser, nearly all paragraphs have a title of their own, or a link ends each item of a mailing above the next one's title.
    """
    lines, inside = found.lines, found.inside
    mail = is_mailing(lines, inside[0], inside[-1])
    if not mail and not under(lines[: inside[0]], "digest"):
        return set()
    told = [place for place in inside if lines[place].shape.ends_sentence]
    titled = [rank for rank, place in enumerate(told) if title_above(lines, place) is not None]
    if len(titled) >= max(ITEMS, TITLED * (len(told) - min(titled, default=0))):  # an editor's greeting may stand above the first
        return {told[rank - 1] + 1 for rank in titled if rank}
    return linked(found) if mail else set()


def items(found: Gaps) -> set[int]:
    """The sentences right below the titles of a digest's items, each as good as any other however short; none on other pages."""
    if not under(found.lines[: found.inside[0]], "digest") or not digest(found):
        return set()
    return {place for place in found.inside if is_said(found.lines[place]) and title_above(found.lines, place) is not None}


def linked(found: Gaps) -> set[int]:
    """The lines below the titles of a mailing that stand below a link or another short line; titles below sentences stand inside items."""
    headed = [(gap.end, title) for gap in found.gaps if (title := title_above(found.lines, gap.end))]
    above = [(end, found.lines[title - 1].shape) for end, title in headed]
    parting = {end for end, shape in above if not shape.ends_sentence and shape.words <= LINK_WORDS}
    if len(parting) < ITEMS - 1 or len(parting) * 2 <= len(headed):
        return set()
    greeting = title_above(found.lines, found.inside[0]) is None  # what stands above the first title is none of the items
    return parting | {headed[0][0]} if greeting else parting


def title_above(lines: Sequence[Line], place: int) -> int | None:
    """The place of the title right above a text, perhaps with its author and its day below it; none where another sentence stands there."""
    credits = 0
    while credits < CREDITS and place - credits and (lines[place - credits - 1].is_byline or lines[place - credits - 1].is_date):
        credits += 1
    title = place - credits - 1
    if title < 0 or not lines[title].is_title or lines[title].shape.phrases.get("mailing", 0) >= 2:
        return None
    seen = lines[title].shape
    return title if not seen.ends_sentence or seen.ends_question else None


def is_mailing(lines: Sequence[Line], first: int, last: int) -> bool:
    """Whether a page, the text of which stands on lines `first` to `last`, is a mail that was sent to many: it offers to be seen in a
    browser, or says below its text why one receives it.
    """
    return under(lines[:first], "mailing") or mailing_foot(lines, last + 1) < len(lines)


def is_sheet(lines: Sequence[Line], first: int, last: int) -> bool:
    """Whether the day above the first text of a page is that of all: on a mailing, or under the standing head of a digest or of letters."""
    return is_mailing(lines, first, last) or any(under(lines[:first], rubric) for rubric in ("digest", "letters"))


def mailing_foot(lines: Sequence[Line], start: int = 0) -> int:
    """The line from `start` on that says why one receives a mail, among the page's last ones; the page's end where none does."""
    places = range(max(start, len(lines) - FOOT), len(lines))
    told = (place for place in places if lines[place].shape.words <= FOOT_WORDS)
    return next((place for place in told if lines[place].shape.phrases.get("mailing", 0) >= 2), len(lines))


def preamble(found: Gaps, starts: Sequence[int]) -> bool:
    """Whether what stands above the first item of several is none of them: the greeting of a mailing, or a list without a sentence."""
    if len(starts) < ITEMS - 1:
        return False
    lines, first = found.lines, found.inside[0]
    own = [lines[place] for place in found.inside if place < starts[0]]
    greeted = any(line.marked("letter_open") >= 2 for line in [*lines[max(0, first - 1) : first], *own[:1]])
    said = [place for place in found.inside if place < starts[0] and is_said(lines[place])]
    if not said:
        return True
    titled = title_above(lines, said[0]) is not None and (
        not lines[said[0] - 1].is_date or any(lines[start - 1].is_date for start in starts)
    )
    short = not titled and sum(line.shape.words for line in own) <= GREETING  # a name above a day is the mailing's own
    return (greeted or short) and is_mailing(lines, first, found.inside[-1])


def is_said(line: Line) -> bool:
    """Whether a line is a sentence of some words."""
    return line.shape.ends_sentence and line.shape.words >= SENTENCE


def under(above: Sequence[Line], rubric: str) -> bool:
    """Whether a standing head of a kind opens the page's text."""
    return any(line.shape.words <= RUBRIC_WORDS and line.shape.phrases.get(rubric, 0) >= 2 for line in above)


def letters(found: Gaps) -> set[int]:
    """The lines below the gaps that part letters: each opens with the signature of one and ends in the title of the next; and those below
    a standing head of letters, as under a column.
    """
    headed = {gap.end for gap in found.gaps if under(found.lines[gap.start : gap.end], "letters")}
    if not under(found.lines[: found.inside[0]], "letters"):
        return headed
    ends = {gap.end for gap in found.gaps if signed(found.lines[gap.start : gap.end]) and titled(found, gap)}
    return headed | ends if len(ends) >= SIGNED else headed


def signed(within: Sequence[Line]) -> bool:
    """Whether a gap opens with a closing formula, or with a person's name and perhaps a place."""
    formula = any(line.marked("letter_close") >= 2 and line.shape.words <= FORMULA_WORDS for line in within[:OPENING])
    return formula or (len(within) > 1 and not within[0].is_date and is_person(within[0].text.split(",")[0]))


def titled(found: Gaps, gap: Gap) -> bool:
    """Whether a gap holds a line that could be the title of what stands below it, and is no link to something else."""
    return any(line.is_title and line.marked("related") < 2 and line.marked("photo") < 2 for line in found.lines[gap.start : gap.end])


def bars(found: Gaps, sure: set[int]) -> set[int]:
    """The lines below gaps without a title that show the same bar, once inside each text of a page whose texts have titles."""
    parting = [(gap, titled(found, gap)) for gap in found.gaps if gap.end in sure]
    bare = [gap for gap, title in parting if not title]
    shown = Counter(mark for gap in bare for mark in {pattern(line) for line in found.lines[gap.start : gap.end] if line.is_bar})
    alike = len(bare) >= BARS and max(shown.values(), default=0) == len(bare)
    apart = all(one[1] or other[1] for one, other in pairwise(parting))
    return {gap.end for gap in bare} if alike and apart else set()

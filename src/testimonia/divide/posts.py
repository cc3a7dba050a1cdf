"""The stretches of a page that are one article each, and the lines around each that belong to its head and its tail."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from testimonia.base.shapes import CATEGORIES
from testimonia.base.spans import Span
from testimonia.divide.agencies import alone
from testimonia.divide.columns import LINK_WORDS, bars, digest, items, letters, mailing_foot, preamble
from testimonia.divide.frames import framed, stamped, walled
from testimonia.divide.gaps import Gaps, is_head
from testimonia.divide.inserted import without_biography, without_inserted
from testimonia.divide.language import READ as LANGUAGE_READ
from testimonia.divide.language import foreign_script, language_of, rough
from testimonia.divide.layout import Layout
from testimonia.divide.lines import ADDRESS, Line
from testimonia.divide.notices import is_notice, without_notices

BOUNDARY = 0.6  # probability from which a gap parts two articles
DATED, DATED_MARKED = 0.06, 0.004  # the same for gaps that end in a title and a date, where there are several; and in an extractor's text
RECURS, RECURS_SHARE = 2, 0.4  # gaps that must show the same bar, and the share of them that part articles, for all of them to do so
SIDE = 250  # characters on each side by which two languages are told apart
BELOW_TEXT = 400  # characters of what stands below a date or a mark that ends a text; more is a list of it
CREDIT_WORDS = 12  # words of a day or a byline below a text
BOX = tuple(map(CATEGORIES.index, ("related", "subscribe", "media")))  # what a box inside a text shows
ALIKE, SHORT_TITLE = 0.3, 2  # share of their words that the two parts of one text have in common; and words of a line that titles none
HEAD_REACH, TAIL_REACH = 25, 14  # lines of a gap that can belong to the article after it, and to the one before it
LISTED_REACH = 60  # the same for the article after it, with the items of lists and the pieces of share bars, which are no lines of a head
SMALL, SMALL_SHARE = 200, 0.06  # characters, and share of the page's largest article, below which a stretch is no article of its own
SHORT_SHARE = 0.4  # the same share where the largest article is itself a short one
BESIDE = 0.2  # share of a consent that another text has beside it for the page to be about that
FEED, SHORT = 3, 600  # posts parted alike that make a page one of short posts, and the characters of the middle one of them at most
LIST_LEAST, LIST_REACH = 4, 8  # lines, dates or addresses that make a list, and the lines to each side among which they stand
NUMBERED = re.compile(r"(\d{1,2})/(?:\d{1,2}\b)?\s?(?=\D)")  # a post of a thread: "2/ …", "2/7 …"
SIGNATURE_WORDS = 7  # words of a line of a signature: a name, or an office
ECHO_LINES, ECHO_LEAST, ECHO_SHARE = 5000, 6, 0.5  # lines looked at; runs of words a line must have; share of them that come again


@dataclass(frozen=True, slots=True)
class Post:
    """One article's lines, as places in the page's list of lines: body, head, tail, notes; the next one's begin at `until`. `between` are
    the lines below the first part of a text that was posted in several.
    """

    body: tuple[int, ...]
    head: tuple[int, ...] = ()
    tail: tuple[int, ...] = ()
    notes: tuple[int, ...] = ()
    until: int = 0
    between: tuple[int, ...] = ()

    def size(self, lines: Sequence[Line]) -> int:
        """Characters of the body."""
        return sum(lines[place].span.end - lines[place].span.start for place in self.body)


def posts_of(lines: Sequence[Line], layout: Layout) -> list[Post]:
    """The page's articles in order."""
    foot = mailing_foot(lines) if layout.tables and len(layout.posts) < 2 else len(lines)  # mails are laid out in tables
    found = Gaps(lines, layout.headings, foot)
    if not found.inside:
        body = tuple(place for place, line in enumerate(lines) if line.kind == "article")
        return [Post(body)] if body else []
    told = foot == len(lines) and layout.told(lines, found.inside)
    parting = (layout.boundaries(lines, found.inside) or dated(found, DATED_MARKED)) if told else boundaries(found)
    starts = sorted(parting | language_changes(lines, found.inside))
    apart = found.separated() | (found.mailed() | {found.inside[0]} if found.senders else set()) | items(found)
    starts = starts if told else spoken(lines, found.inside, starts, apart)
    bodies = [body for body in parted(lines[:foot], found.inside, starts) if body]
    bodies = bodies[1:] if not told and len(bodies) > 1 and preamble(found, starts) else bodies
    kept = large_enough(lines, [(without_notices(lines, trimmed_body(lines, body)), body[0] in apart) for body in bodies])
    kept = kept if told else rejoined(lines, kept, apart)
    return with_regions(lines, threaded(lines, not_notices(lines, kept)))


def spoken(lines: Sequence[Line], inside: Sequence[int], starts: Sequence[int], apart: Collection[int]) -> list[int]:
    """The starts of articles that have a sentence, or that the page sets apart: what has none is the end of the text above it."""
    sentences = [place for place in inside if is_sentence(lines[place])]
    stretches = pairwise([*starts, len(lines)])
    return [start for start, end in stretches if start in apart or bisect_left(sentences, start) < bisect_left(sentences, end)]


def rejoined(lines: Sequence[Line], posts: Sequence[Post], apart: Collection[int]) -> list[Post]:
    """The posts, those taken for one that only a box of the page parts: an offer, other articles, a video."""
    found: list[Post] = []
    for post in posts:
        if found and post.body[0] not in apart and goes_on(lines, found[-1], post):
            found[-1] = replace(found[-1], body=(*found[-1].body, *post.body))
        else:
            found.append(post)
    return found


def goes_on(lines: Sequence[Line], above: Post, below: Post) -> bool:
    """Whether the text above a box goes on below it: nothing between them heads a text, and they share many of their words."""
    gap = [lines[place] for place in range(above.body[-1] + 1, below.body[0])]
    if not any(line.shape.shows(BOX) for line in gap) or any(map(heads_text, gap)):
        return False
    first, second = (frozenset[str]().union(*[lines[place].words for place in post.body]) for post in (above, below))
    return len(first & second) >= max(1, ALIKE * min(len(first), len(second)))


def heads_text(line: Line) -> bool:
    """Whether a line may stand in the head of a text: a date, a name, a title that the page has no other use for."""
    title = line.is_title and line.shape.words > SHORT_TITLE and not line.shape.ends_sentence and max(line.shape.marks) == 0
    return line.is_date or line.is_byline or (title and line.kind not in ("related", "caption"))


def threaded(lines: Sequence[Line], posts: Sequence[Post]) -> list[Post]:
    """The posts, those that their writer has numbered as one ("1/ …", "2/ …") taken for one."""
    found: list[Post] = []
    reached = 0
    for post in posts:
        number = numbered(lines[post.body[0]])
        if found and number > 1 and number == reached + 1:
            between = found[-1].between or tuple(range(found[-1].body[-1] + 1, post.body[0]))
            found[-1] = replace(found[-1], body=(*found[-1].body, *post.body), between=between)
        else:
            found.append(post)
            reached = 0
        for place in post.body:  # one post may hold several numbers, and what opens the thread may have none
            reached += numbered(lines[place]) == reached + 1
    return found


def numbered(line: Line) -> int:
    """The number that a line has in a thread of posts; 0 for none."""
    match = NUMBERED.match(line.text)
    return int(match[1]) if match else 0


def boundaries(found: Gaps) -> set[int]:
    """The lines at which a new article begins: where the model says so, and where the same lines stand that mostly part articles here."""
    sure = {gap.end for gap, p in zip(found.gaps, found.odds, strict=True) if p > BOUNDARY} | dated(found, DATED)
    sure |= found.thread() | found.mailed() | found.beyond_rights() | found.closed()
    sure |= found.below_bylines(sure)
    for gaps in found.recurring().values():
        parts = sum(gap.end in sure for gap in gaps)
        if len(gaps) >= RECURS and parts >= RECURS_SHARE * len(gaps):
            sure |= {gap.end for gap in gaps}
    sure |= digest(found) | letters(found) | framed(found) | stamped(found) | walled(found)
    return sure - bars(found, sure)


def dated(found: Gaps, least: float) -> set[int]:
    """The lines below the heads of a page that gives each post a title and a date: the model need not be as sure where such heads recur."""
    headed = [rank for rank, gap in enumerate(found.gaps) if found.dated_head(gap)]
    if len(headed) < RECURS:  # the odds need not be told
        return {found.gaps[rank].end for rank in headed if found.ruled_head(found.gaps[rank]) and found.dated_head(found.top)}
    heads = [found.gaps[rank].end for rank in headed if found.odds[rank] > least or found.ruled_head(found.gaps[rank])]
    return set(heads) if len(heads) >= RECURS else set()


def language_changes(lines: Sequence[Line], inside: Sequence[int]) -> set[int]:
    """The lines at which the language of the text changes for good (an original below its translation)."""
    changes, last = set(), None
    for rank, place in enumerate(inside):
        guess = rough(lines[place].opening(LANGUAGE_READ)) or foreign_script(lines[place].text)
        if guess is None:
            continue
        if last is not None and guess != last and confirmed(lines, inside, rank):
            changes.add(place)
        last = guess
    return changes


def confirmed(lines: Sequence[Line], inside: Sequence[int], rank: int) -> bool:
    """Whether the text before and after a place is in two languages, by the careful detector."""
    before = " ".join(lines[place].text for place in inside[max(0, rank - 4) : rank])[-SIDE * 4 :]
    after = " ".join(lines[place].text for place in inside[rank : rank + 4])[: SIDE * 4]
    if len(before) < SIDE or len(after) < SIDE:
        return False
    return language_of(before) != language_of(after)


def parted(lines: Sequence[Line], inside: Sequence[int], starts: Sequence[int]) -> list[tuple[int, ...]]:
    """The article lines of each stretch between two boundaries, with the list that a text may end in; head lines belong to no body."""
    cuts = [*starts, len(lines)]
    bodies, first = [], 0
    for cut in cuts:
        own = [place for place in inside if first <= place < cut]
        if own:
            end = len(lines) if cut == len(lines) else list_end(lines, own[-1] + 1, cut)
            bodies.append(tuple(place for place in range(own[0], end) if lines[place].kind == "article"))
        first = cut
    return bodies


def list_end(lines: Sequence[Line], start: int, cut: int) -> int:
    """Where the head-like article lines end that stand right below a text: a list of it, where other lines part them from the next one."""
    end = start
    while end < cut and lines[end].kind == "article" and (is_address(lines[end]) or not (lines[end].is_mark or lines[end].is_byline)):
        end += 1
    whole = end - start >= LIST_LEAST or (end > start and listed(lines, end - 1))
    return end if whole and end < cut else start


def trimmed_body(lines: Sequence[Line], body: tuple[int, ...]) -> tuple[int, ...]:
    """The body without what stands above its first sentence (title, credits, teasers) and below its last (end mark, date, bar)."""
    doubles = echoes([lines[place] for place in body])
    first = opening(lines, body, doubles)
    last = closing(lines, body, first)
    return signed(lines, without_biography(lines, without_inserted(lines, body[first:last])))


def signed(lines: Sequence[Line], body: tuple[int, ...]) -> tuple[int, ...]:
    """A body that ends in a letter's closing formula takes the signature below it."""
    if not body or lines[body[-1]].marked("letter_close") < 2:
        return body
    place = body[-1] + 1
    while place < min(len(lines), body[-1] + 3) and lines[place].is_title and lines[place].shape.words <= SIGNATURE_WORDS:
        place += 1
    return (*body, *range(body[-1] + 1, place))


def opening(lines: Sequence[Line], body: tuple[int, ...], doubles: frozenset[int]) -> int:
    """Where the text begins: below the last head line that has no sentence of the text above it."""
    start = 0
    for rank, place in enumerate(body[:HEAD_REACH]):
        line = lines[place]
        titled = line.is_title and (not line.shape.ends_sentence or asks_below_day(lines, body, rank)) and not line.shape.ends_colon
        ends_address = place > 0 and line.shape.words <= SHORT_TITLE and lines[place - 1].text.endswith(",")  # "Mill Lane,", "Weir."
        if is_head(line) or rank in doubles or titled or ends_address:
            start = rank + 1
        elif is_sentence(line):
            break
    return start if start < len(body) and any(lines[place].shape.words > 15 for place in body[start : start + 4]) else 0


def asks_below_day(lines: Sequence[Line], body: tuple[int, ...], rank: int) -> bool:
    """Whether a line is a question between a day and a sentence, with no other question below it: the title of a post of a blog."""
    place = body[rank]
    asked = rank == 0 and 0 < place < len(lines) - 1 and lines[place].shape.ends_question
    asked = asked and lines[place - 1].is_date and is_sentence(lines[place + 1])
    return asked and not any(lines[other].shape.ends_question for other in body[1:])


def closing(lines: Sequence[Line], body: tuple[int, ...], first: int) -> int:
    """Where the text ends: above its byline, or an end mark, a date line or a bar that no sentence of the text follows, unless a list is
    made of such.
    """
    last = len(body)
    own, below = [lines[place] for place in body], 0
    last -= last > first + 1 and own[-1].is_byline and own[-1].shape.words <= CREDIT_WORDS
    for rank in range(len(body) - 1, max(first, len(body) - HEAD_REACH), -1):
        below += own[rank].span.end - own[rank].span.start
        if ends_text(own[rank]):
            last = rank if below < BELOW_TEXT and not listed(own, rank) else last
        elif is_sentence(own[rank]):
            break
    return last


def listed(lines: Sequence[Line], rank: int) -> bool:
    """Whether a date or an address is an item of a list: as many more of the same stand close by."""
    line, near = lines[rank], lines[max(0, rank - LIST_REACH) : rank + LIST_REACH + 1]
    if is_address(line):
        return sum(map(is_address, near)) >= LIST_LEAST
    return line.is_date and not line.is_bar and not line.is_mark and sum(other.is_date for other in near) >= LIST_LEAST


def is_address(line: Line) -> bool:
    """Whether a line is an address of the web and nothing else."""
    return ADDRESS.fullmatch(line.text) is not None


def ends_text(line: Line) -> bool:
    """Whether nothing of the text stands below this line unless a sentence says otherwise."""
    leads_on = line.shape.words <= LINK_WORDS and line.marked("related") >= 2 and not line.shape.ends_sentence
    dated = line.is_date and line.shape.words <= CREDIT_WORDS
    return line.is_mark or line.is_bar or leads_on or dated or alone(line) is not None


def is_sentence(line: Line) -> bool:
    """Whether a line is certainly text: it ends as a sentence does and has the small words of one."""
    ends = line.shape.ends_sentence or (line.shape.ends_colon and line.shape.words >= 12)
    return ends and line.shape.function >= 2 and line.shape.words >= 5


def echoes(lines: Sequence[Line]) -> frozenset[int]:
    """The lines that later sentences repeat for the most part: teasers and summaries above the text that they are cut from."""
    below, found = set[tuple[str, ...]](), []
    for place, line in reversed(list(enumerate(lines[:ECHO_LINES]))):
        own = line.runs
        if len(own) >= ECHO_LEAST and len(own & below) >= ECHO_SHARE * len(own):
            found.append(place)
        if is_sentence(line):
            below |= own
    return frozenset(found)


def large_enough(lines: Sequence[Line], bodies: list[tuple[tuple[int, ...], bool]]) -> list[Post]:
    """The stretches that are articles: not tiny beside the page's largest one, unless the page is one of short posts parted alike."""
    posts = [(Post(body), apart) for body, apart in bodies if body]
    sizes = [post.size(lines) for post, _ in posts]
    alike = [size for size, (_, apart) in zip(sizes, posts, strict=True) if apart]
    short = len(alike) >= FEED and median(alike) <= SHORT
    largest = max(sizes, default=0)
    least = max(min(SMALL, SHORT_SHARE * largest), SMALL_SHARE * largest)
    return [post for (post, _), size in zip(posts, sizes, strict=True) if short or size >= least]


def not_notices(lines: Sequence[Line], posts: list[Post]) -> list[Post]:
    """The posts that are not the site's word on itself (consent, terms); the page's largest stretch is its article, unless it is a consent
    beside another text of some size.
    """
    if len(posts) < 2:  # the page's largest stretch, and nothing beside it
        return posts
    told = [(post, post.size(lines), is_notice([lines[place] for place in post.body])) for post in posts]
    largest = max((size for _, size, _ in told), default=0)
    others = any(size >= BESIDE * largest for _, size, notice in told if not notice)
    return [post for post, size, notice in told if not notice or (size == largest and not others)]


def with_regions(lines: Sequence[Line], posts: list[Post]) -> list[Post]:
    """The posts with the lines before and after them in which their head facts may stand."""
    found = []
    for number, post in enumerate(posts):
        before = posts[number - 1].body[-1] + 1 if number else 0
        after = posts[number + 1].body[0] if number + 1 < len(posts) else len(lines)
        head = tuple(range(head_start(lines, before, post.body[0]), post.body[0]))
        tail = tuple(range(post.body[-1] + 1, min(after, post.body[-1] + 1 + TAIL_REACH)))
        found.append(replace(post, head=head, tail=tail, until=after))
    return found


def head_start(lines: Sequence[Line], before: int, body: int) -> int:
    """The first line of the head of a body: items of lists, pieces of share bars and captions between do not count."""
    start, counted = body, 0
    while start > max(before, body - LISTED_REACH) and counted < HEAD_REACH:
        start -= 1
        line = lines[start]
        counted += not (line.shape.bullet or line.is_bar or line.kind == "caption")
    return start


def spans_of(lines: Sequence[Line], places: Sequence[int]) -> tuple[Span, ...]:
    """The spans of some lines, neighbours joined."""
    found: list[Span] = []
    last = -2
    for place in places:
        if place == last + 1 and found:
            found[-1] = Span(found[-1].start, lines[place].span.end)
        else:
            found.append(lines[place].span)
        last = place
    return tuple(found)

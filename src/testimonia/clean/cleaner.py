"""A page's text into segments that cover it: what is an article's text, what is furniture, and why."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from testimonia.base.chats import messages
from testimonia.base.documents import PRINTED, Document, Segment
from testimonia.base.mails import mail_heads
from testimonia.base.phrases import function_words, phrases
from testimonia.base.shapes import CATEGORIES, CLOCK, Shape, positions
from testimonia.base.spans import Span
from testimonia.base.transcripts import spoken
from testimonia.base.units import unit_shapes, units
from testimonia.clean.features import features, steps_since
from testimonia.clean.kinds import (
    RELATED_KIND,
    TEASER_KIND,
    THREAD_KIND,
    beginnings,
    below_announcements,
    comments_from,
    counted_comments,
    furniture_kind,
)
from testimonia.clean.printed import headed, running
from testimonia.clean.roles import Roles
from testimonia.clean.short import FEW, read_short
from testimonia.clean.smoothing import LEAN, smoothed
from testimonia.fitted.trees import trees

MOST = 50_000  # lines of a text that are read: a longer one is no page but a log or a list, and would cost minutes
LONG = 12  # words of a sentence that is missed when an extractor leaves it out
AGAIN, FIGURES = 3, re.compile(r"\d+")  # sentences between the same two lines that make these a page's order
SPARSE, SPARSE_LEAN = 12, 1.0  # on a page of at most so many whole sentences, the log odds by which they are rather taken
PROSE_LEAN, PROSE = 1.5, 18  # and by which lines of several sentences below dates are, of at least so many words
INSERTED, INSERTED_WORDS = (positions()["advert"], positions()["photo"]), 8  # what stands inside texts, and words of it at most
# "By", "today" and a greeting open sentences too, and a line of a head is no two sentences.
OPENING = (positions()["byline"], positions()["posted"], positions()["letter_open"])
GREETING = positions()["letter_open"]
SMALL, UNTOLD = 60, 0.05  # lines of a page that is little more than its text; the odds below which prose is the site's word on itself
TWO = 8  # words of two sentences that stand right below a text or above it
TELLING = re.compile(r"[^\W\d_]{5,}")  # a word that may tell what a sentence is about
PURE = 0.8  # share of whole sentences among the units of a page that is a text and little else
TOLD = 0.85  # share of such a page's prose with which the model has found its texts
MESSAGE, MARKED = 3, 3  # words of a message that is text, and how strongly what is none shows a page's phrase
THREAD_LEAST = 2  # heads of mails that make a thread
CLOCK_CHARS = 12  # characters of a time of day ("14:50 Uhr", "2:15 p.m.")
DATES, DATE_WORDS, BELOW = 3, 14, 4  # date lines that make a page of dated posts; words of one at most; units below it that are its post's


def clean(document: Document) -> tuple[Segment, ...]:
    """The document's text as segments that cover it in order, without overlap; no text gives no segment."""
    text = document.text
    spans = units(text)
    if not spans:
        return (Segment(document.id, 0, len(text), "other", "no words"),) if text else ()
    if len(spans) > MOST:
        cut = spans[MOST].start
        rest = Segment(document.id, cut, len(text), "other", f"not read: only the first {MOST:,} lines of a text are")
        return (*clean(replace(document, text=text[:cut], blocks=tuple(block for block in document.blocks if block.end <= cut))), rest)
    roles = Roles(document, spans)
    shapes, article, why = unit_shapes(text), roles.article(), "the main text by the page's markup"
    printed = running(text, spans)
    if roles.has("body") and roles.posts() <= 1:
        missed = roles.missed(article, np.asarray([seen.words >= LONG and plain_sentence(seen) for seen in shapes], dtype=np.bool_))
        article = article | (missed & unprinted(text, spans, shapes, printed) if missed.any() else missed)
    else:
        article = unprinted(text, spans, shapes, printed)
        article, why = (roles.article(article) if roles.has("body") else article), "reads as running text"
    article[sorted(spoken([seen.line for seen in shapes]))] = True
    chat = messages(text, spans)
    article = article if chat is None else written(chat, shapes)
    if begun := beginnings(shapes):
        article = np.zeros_like(article)
    thread = below_the_text(spans, shapes, article) if roles.has("body") else len(spans)
    kinds = kinds_of(roles, shapes, article & (np.arange(len(spans)) < thread), ("article", why), thread)
    told = {**dict.fromkeys(begun, TEASER_KIND), **dict.fromkeys(printed, ("furniture", PRINTED))}
    return covering(document, spans, [told.get(place, kind) for place, kind in enumerate(kinds)])


def written(messages: Sequence[bool], shapes: Sequence[Shape]) -> NDArray[np.bool_]:
    """What is text among the messages of a chat: some words, and no word of the program for a picture that it left out."""
    texts = [seen.words >= MESSAGE and max(seen.marks) < MARKED for seen in shapes]
    return np.asarray([said and text for said, text in zip(messages, texts, strict=True)], dtype=np.bool_)


def below_the_text(spans: Sequence[Span], shapes: Sequence[Shape], article: NDArray[np.bool_]) -> int:
    """The unit that counts the comments below a text, most of which stands above it; the page's end when none does.

    An extractor takes comments for text where the markup does not call them so.
    """
    until = counted_comments(shapes)
    if until == len(spans):
        return until
    chars = np.asarray([span.end - span.start for span in spans], dtype=np.int64) * article
    return until if chars[:until].sum() > chars[until:].sum() else len(spans)


def kinds_of(
    roles: Roles, shapes: Sequence[Shape], article: NDArray[np.bool_], text: tuple[str, str], comments: int
) -> list[tuple[str, str]]:
    """What each unit is: `text` if it is article, else what the markup, its place (from `comments` on) or its own shape says."""
    inside = article.tolist()
    thread, listed = min(comments, comments_from(shapes)), below_announcements(shapes, inside)
    found = []
    for place, (taken, by_markup) in enumerate(zip(inside, roles.kinds(), strict=True)):
        told = text if taken else by_markup
        by_place = THREAD_KIND if place >= thread else RELATED_KIND if place in listed else None
        found.append(told or by_place or furniture_kind(shapes[place]))
    return found


def unprinted(text: str, spans: Sequence[Span], shapes: Sequence[Shape], printed: frozenset[int]) -> NDArray[np.bool_]:
    """Which units read as an article's text, what runs from page to page of a print left out of the reading."""
    free = [place for place in range(len(spans)) if place not in printed]
    if not free or not headed(text, spans, printed):
        return read(text, spans, shapes)
    article = np.zeros(len(spans), dtype=np.bool_)
    article[free] = read(text, [spans[place] for place in free], [shapes[place] for place in free])
    return article


def read(text: str, spans: Sequence[Span], shapes: Sequence[Shape]) -> NDArray[np.bool_]:
    """Which units read as an article's text."""
    if len(spans) < FEW:
        return read_short(shapes)
    rows = features(text, spans, shapes)
    chars = np.asarray([span.end - span.start for span in spans], dtype=np.int64)
    plain = np.asarray([plain_sentence(seen) for seen in shapes], dtype=np.bool_)
    sparse = int(plain.sum()) <= SPARSE
    told = below_dates(shapes) if sparse else np.zeros_like(plain)
    lean = np.full(len(spans), LEAN) + (SPARSE_LEAN * (plain | told) + PROSE_LEAN * told if sparse else 0.0)
    before = np.arange(len(spans)) < comments_from(shapes)
    probability = trees("testimonia.clean", "lines").probability(rows) * before
    article = chosen(probability, chars, lean)
    if sparse and len(spans) <= SMALL:
        texts = texts_of(shapes) & (probability >= UNTOLD)
        article = article | texts if chars[texts & article].sum() < TOLD * chars[texts].sum() else article
    near = plain | told | np.asarray([sparse and sentences(seen) for seen in shapes], dtype=np.bool_)
    if sparse:
        article = joining(article, near, list(map(is_inserted, shapes)))
    elif plain.mean() >= PURE:
        article = closing(article, plain & (probability >= UNTOLD), [span.of(text) for span in spans])
    return (article | alike(text, spans, shapes, plain) | mailed(shapes, plain) | entries(shapes, plain)) & before


def joining(article: NDArray[np.bool_], plain: NDArray[np.bool_], inserted: Sequence[bool]) -> NDArray[np.bool_]:
    """The article of a page with few sentences: with the sentences that stand directly above or below what was chosen, `inserted` aside."""
    found = article.copy()
    for order in (range(len(found)), range(len(found) - 1, -1, -1)):
        beside = False
        for place in order:
            found[place] |= plain[place] and beside
            beside = bool(found[place]) or (beside and inserted[place])
    return found


def closing(article: NDArray[np.bool_], plain: NDArray[np.bool_], lines: Sequence[str]) -> NDArray[np.bool_]:
    """The article of a page that is little but text: with the sentences below it that are made of its words."""
    found = article.copy()
    last = int(np.flatnonzero(found)[-1]) if found.any() else len(found)
    held = {word for place in np.flatnonzero(found).tolist() for word in TELLING.findall(lines[place].lower())}
    for place in range(last + 1, len(found)):
        words = TELLING.findall(lines[place].lower())
        if not plain[place] or 2 * sum(word in held for word in words) <= len(words):
            break
        found[place] = True
    return found


def is_inserted(seen: Shape) -> bool:
    """Whether a unit stands inside texts and parts none: the word above an advertisement, the credit of a picture."""
    return seen.words <= INSERTED_WORDS and seen.shows(INSERTED)


def mailed(shapes: Sequence[Shape], plain: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """The sentences of a thread of mails: what stands below the head of one is its text, however short."""
    heads = mail_heads(shapes)
    below = np.arange(len(shapes)) >= (heads[0][1] if len(heads) >= THREAD_LEAST else len(shapes))
    return below & plain


def alike(text: str, spans: Sequence[Span], shapes: Sequence[Shape], plain: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """The runs of sentences that stand between the same two lines (figures aside) again and again: a page of short posts is made of little
    else.
    """
    names = ["date" if seen.date >= 2 else FIGURES.sub("0", span.of(text)[:80]) for span, seen in zip(spans, shapes, strict=True)]
    turns = np.flatnonzero(np.diff(plain.astype(np.int8), prepend=0, append=0)).tolist()
    runs = [(start, end) for start, end in zip(turns[::2], turns[1::2], strict=True) if start and end < len(spans)]
    times = Counter((names[start - 1], names[end]) for start, end in runs)
    same = [place for start, end in runs if times[names[start - 1], names[end]] >= AGAIN for place in range(start, end)]
    found = np.zeros(len(spans), dtype=np.bool_)
    if len(same) * 2 > int(plain.sum()):
        found[same] = True
    return found


def plain_sentence(seen: Shape) -> bool:
    """Whether a unit is a sentence that says nothing of a page's furniture."""
    words = seen.function >= 2 or seen.unspaced
    told = seen.ends_sentence and words and seen.words >= 5 and not seen.copyright and not seen.bullet
    return told and (max(seen.marks) < 2 or (not seen.is_byline and opens_as_a_sentence(seen)) or greets(seen))


def greets(seen: Shape) -> bool:
    """Whether a unit of two sentences and more opens with a greeting, as the posts of a parish or a school do, and shows nothing else."""
    return seen.inner_stops >= 1 and all(how < 2 or place == GREETING for place, how in enumerate(seen.marks))


def below_dates(shapes: Sequence[Shape]) -> NDArray[np.bool_]:
    """The lines of several sentences that stand right below date lines, or times of day, where the page has several of these: the texts
    of short posts and of live pages.
    """
    dates = np.asarray([(seen.words <= DATE_WORDS and seen.date >= 2) or is_clock(seen) for seen in shapes], dtype=np.bool_)
    if int(dates.sum()) < DATES:
        return np.zeros_like(dates)
    return (steps_since(dates) <= BELOW) & np.asarray([prose(seen) for seen in shapes], dtype=np.bool_)


def entries(shapes: Sequence[Shape], plain: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """The sentences beside times of day where most of the page's stand so, however short: the entries of a live page or a channel."""
    clocks = np.asarray([is_clock(seen) for seen in shapes], dtype=np.bool_)
    if int(clocks.sum()) < DATES:
        return np.zeros_like(clocks)
    beside = np.minimum(steps_since(clocks), steps_since(clocks[::-1])[::-1]) <= BELOW
    near = beside & (plain | np.asarray([sentences(seen) for seen in shapes], dtype=np.bool_))
    return near if int((near & plain).sum()) * 2 > int(plain.sum()) else np.zeros_like(near)


def is_clock(seen: Shape) -> bool:
    """Whether a unit is a time of day and next to nothing else."""
    return len(seen.line) <= CLOCK_CHARS and CLOCK.match(seen.line) is not None


def texts_of(shapes: Sequence[Shape]) -> NDArray[np.bool_]:
    """The units of several sentences above the page's comments: on a small page they are its texts, however many furniture parts."""
    until = counted_comments(shapes)
    return np.asarray([place < until and prose(seen) for place, seen in enumerate(shapes)], dtype=np.bool_)


def sentences(seen: Shape) -> bool:
    """Whether a unit is a sentence of some words, or two of them: in a language of endings it has few small words, or none."""
    several = seen.inner_stops >= 1 or (seen.function >= 1 and not seen.bullet)
    return seen.words >= TWO and seen.ends_sentence and several and not seen.copyright and max(seen.marks) < 2


def prose(seen: Shape) -> bool:
    """Whether a unit is several sentences one after the other, which little but a text has (whatever words a language's pack lacks)."""
    several = seen.ends_sentence and seen.words >= PROSE and seen.function >= 1 and seen.inner_stops >= 1
    if not several or seen.copyright or seen.bullet:
        return False
    return all(how < 2 or place in OPENING for place, how in enumerate(seen.marks)) or opens_as_a_sentence(seen)


def opens_as_a_sentence(seen: Shape) -> bool:
    """Whether all that a unit shows of a page's phrases is one small word at its start: "A" labels an answer, and opens sentences too."""
    if seen.tokens[0] not in function_words():
        return False
    alone = phrases().get(seen.tokens[0], ())
    return all(how < 2 or (how == 2 and category in alone) for category, how in zip(CATEGORIES, seen.marks, strict=True))


def chosen(probability: NDArray[np.float32], chars: NDArray[np.int64], lean: NDArray[np.float64] | float = LEAN) -> NDArray[np.bool_]:
    """Which units are article; where nothing reaches the usual odds, the best that the page has."""
    article = smoothed(probability, chars, lean)
    if article.any():
        return article
    best = float(np.clip(probability.max(), 1e-3, 1 - 1e-3))
    article = smoothed(probability, chars, lean=1.5 - float(np.log(best / (1 - best))))
    return article if article.any() else probability >= probability.max()


def covering(document: Document, spans: Sequence[Span], kinds: Sequence[tuple[str, str]]) -> tuple[Segment, ...]:
    """One segment for each run of units of one kind, each reaching to the next one's start; what runs through a print stays by itself."""
    told = [(kind, reason == PRINTED) for kind, reason in kinds]
    first = [0] + [i for i in range(1, len(spans)) if told[i] != told[i - 1]]
    starts = [0, *(spans[i].start for i in first[1:])]
    ends = [*starts[1:], len(document.text)]
    return tuple(Segment(document.id, start, end, *kinds[i]) for start, end, i in zip(starts, ends, first, strict=True))

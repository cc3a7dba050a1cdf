"""What stands inside a text and is none of it: advertisements, offers, the words of pictures, the life of who wrote it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from testimonia.base.phrases import told
from testimonia.base.shapes import CATEGORIES
from testimonia.divide.credits import all_phrases
from testimonia.divide.lines import Line
from testimonia.divide.names import is_person, phrase_end

INSERTED_WORDS, LED_WORDS, LED = 8, 20, 30  # of a line inside a text that is none of it; the same behind a label, and characters of one
INSERTED = tuple(map(CATEGORIES.index, ("advert", "related", "share", "subscribe")))
BIOGRAPHY, CREDIT_REACH, CREDIT_WORDS = 3, 8, 6  # lines of a text above its writer's life; where the name stands, and words of it
HEADED = 6  # lines of a text among which the heading of that life stands
AGAIN = 3  # times that a line stands below a sentence of a text, if it is the words of its pictures
LABEL_LEAST = 5  # words of such a line
CAPTION_WORDS, MEDIA_WORDS = 100, 2  # words of a caption with its credit; and of a line that says no more than "Video"
CREDIT = 60  # characters of the credit of a picture
BEFORE_CREDIT = re.compile(r"[.(\[]\s*")  # what stands before the credit of a picture


def without_biography(lines: Sequence[Line], body: tuple[int, ...]) -> tuple[int, ...]:
    """A body without the lines at its end that tell who wrote it: they open with the name which stands by itself above the text."""
    short = [line.text for line in lines[max(0, body[0] - CREDIT_REACH) : body[0]] if line.shape.words <= CREDIT_WORDS] if body else []
    names = tuple(name for line in short for name in (line, line.partition(" ")[2]) if name)  # "By Ana Weller"
    last = headed_biography(lines, body)
    while last > BIOGRAPHY and tells_of(lines[body[last - 1]].text, names):
        last -= 1
    return body[:last]


def headed_biography(lines: Sequence[Line], body: tuple[int, ...]) -> int:
    """How many lines of a body stand above a heading near its end for the writer's life ("About the author", "About Ana Weller")."""
    head = lines[max(0, body[0] - CREDIT_REACH) : body[0]] if body else []
    credits = [line.text for line in head if line.is_byline or line.is_date]
    for place in range(body[max(BIOGRAPHY, len(body) - HEADED)], body[-1] + 1) if len(body) > BIOGRAPHY else ():
        line = lines[place]
        name = line.text.partition(" ")[2]
        short = line.shape.words <= CREDIT_WORDS and not line.shape.ends_sentence
        if heads_life(line) or (short and is_person(name) and any(name in words for words in credits)):
            return bisect_left(body, place)
    return len(body)


def heads_life(line: Line) -> bool:
    """Whether a line is nothing but the words above the life of who wrote a text ("About the author")."""
    return line.shape.words <= CREDIT_WORDS and " ".join(line.shape.tokens) in told("about_author")


def tells_of(line: str, names: tuple[str, ...]) -> bool:
    """Whether a line opens with one of these that is a person's name."""
    return line.startswith(names) and any(line.startswith(name) and is_person(name) for name in names)


def without_inserted(lines: Sequence[Line], body: tuple[int, ...]) -> tuple[int, ...]:
    """A body without the lines inside it that are none of it, among them the words that each of its pictures has."""
    below = Counter([lines[b].text for a, b in pairwise(body) if is_label(lines[b]) and lines[a].shape.ends_sentence])
    again = {words for words, times in below.items() if times >= AGAIN}
    return tuple(place for place in body if not is_inserted(lines[place]) and lines[place].text not in again)


def is_label(line: Line) -> bool:
    """Whether a line of some words is no sentence and no item of a list."""
    seen = line.shape
    return seen.words >= LABEL_LEAST and not (seen.ends_sentence or seen.ends_colon or seen.bullet)


def is_inserted(line: Line) -> bool:
    """Whether a line stands inside a text and is none of it: the word above an advertisement or a video, an offer to share it or to read
    another one, a picture's credit or its words before one.
    """
    seen = line.shape
    if not seen.ends_sentence and seen.words <= CAPTION_WORDS and ends_in_credit(line.text):
        return True
    if seen.words > LED_WORDS or seen.ends_sentence or max(seen.marks) < 2:
        return False
    led = line.marked("related") >= 2 and 0 < line.text.find(":") < LED  # "Read also: Three ferries sold"
    credit = line.marked("photo") >= 2 and line.marked("source_link") < 2 and ":" in line.text
    return (
        led
        or (seen.words <= MEDIA_WORDS and line.marked("media") == 3)
        or (seen.words <= INSERTED_WORDS and (seen.shows(INSERTED, 3) or credit))
    )


def ends_in_credit(line: str) -> bool:
    """Whether a line ends in the credit of a picture ("The mill last week. Photo: Ana Weller", "The mill (Photo: A. Weller)")."""
    tail = line[-CREDIT:]
    openings = (tail[match.end() :] for match in BEFORE_CREDIT.finditer(tail))
    return ":" in tail and any(":" in words and phrase_end(words, all_phrases("photo")) is not None for words in openings)

"""What a unit outside the articles is: furniture, a related link, a caption, a comment, a teaser."""

from __future__ import annotations

import re
from collections.abc import Sequence

from testimonia.base.shapes import Shape, positions

THREAD, HEAD_WORDS = 3, 18  # heads that make a thread of comments, and the words of one at most
COUNTED = re.compile("[1-9]")
LISTED = 12  # lines that one announcement of other articles speaks for at most
RELATED_KIND = ("related", "in a list of other articles")
THREAD_KIND = ("comment", "in a thread of dated comments")
BROKEN_OFF = re.compile(r"(?:\.\.\.|…)\s?[])»]?(?:\s+\S+){0,3}$")
TAIL, BEGUN = 60, 12  # characters at the end of a unit that are looked at; words of a text that is begun
BEGINNINGS, OF_ALL = 3, 0.8  # begun texts that make a list, and their share of the prose
TEASER_KIND = ("teaser", "breaks off, as all texts of the page do")
RULES = (
    ("photo", 2, "caption", "opens like a picture credit"),
    ("related", 2, "related", "announces other articles"),
    ("comment", 3, "comment", "opens or closes comments"),
)


def comments_from(shapes: Sequence[Shape]) -> int:
    """The unit from which dated heads of comments recur ("Ana on 3 May 2020 said:"); the page's end when none do."""
    heads = [place for place, seen in enumerate(shapes) if seen.ends_colon and seen.words <= HEAD_WORDS and seen.date >= 2]
    return heads[0] if len(heads) >= THREAD else len(shapes)


def counted_comments(shapes: Sequence[Shape]) -> int:
    """The unit that counts the comments below it ("3 comments"); the page's end when none does, or each of several posts has its own."""
    comment = positions()["comment"]
    heads = [place for place, seen in enumerate(shapes) if seen.marks[comment] == 3 and COUNTED.search(seen.line)]
    return heads[0] if len(heads) == 1 else len(shapes)


def beginnings(shapes: Sequence[Shape]) -> frozenset[int]:
    """The units of a page that shows nothing but how other texts begin (results of a search, an index): nearly all its prose breaks off."""
    prose = [place for place, seen in enumerate(shapes) if seen.words >= BEGUN]
    tails = [(place, shapes[place].line[-TAIL:]) for place in prose]
    found = [place for place, tail in tails if ("..." in tail or "…" in tail) and BROKEN_OFF.search(tail)]
    return frozenset(found) if len(found) >= max(BEGINNINGS, OF_ALL * len(prose)) else frozenset()


def furniture_kind(seen: Shape) -> tuple[str, str]:
    """The kind of a unit that is not article, and the reason."""
    at = positions()
    for category, least, kind, reason in RULES:
        if seen.marks[at[category]] >= least:
            return kind, reason
    return "furniture", "no running text of an article"


def below_announcements(shapes: Sequence[Shape], article: Sequence[bool]) -> set[int]:
    """The units that a line like "Related articles" announces: the short ones right below it that end no sentence."""
    related, found = positions()["related"], set[int]()
    left = 0
    for place, seen in enumerate(shapes):
        if seen.marks[related] == 3:
            left = LISTED
        elif left and not article[place] and seen.words <= 30 and not seen.ends_sentence and max(seen.marks) < 3:
            found.add(place)
            left -= 1
        else:
            left = 0
    return found

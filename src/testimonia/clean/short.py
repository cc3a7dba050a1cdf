"""Texts of a few lines (a post, one paragraph, a note): too short for the model of whole pages, read line by line."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from testimonia.base.shapes import Shape, positions, urls_in
from testimonia.clean.kinds import below_announcements

FEW = 12  # units of a short text
LONG = 12  # words of a line that is text though no full stop ends it
SENTENCE, VERSE = 4, 3  # words of a line of text that ends as a sentence does, and of one that does not
ADDRESS = 8  # words of a line that is little more than an address
BAR = 14  # words of a line that can be a share bar, a counter or a credit
OTHERS = ("share", "comment", "related", "tags", "nav", "footer", "subscribe", "byline", "posted", "advert")  # phrases of what is no text


def read_short(shapes: Sequence[Shape]) -> NDArray[np.bool_]:
    """Which lines of a short text are its body: from its first sentence to its last one, without what is certainly no text.

    A text without any sentence (verse, a cry, a status) is all its lines of words.
    """
    none = [False] * len(shapes)
    listed = below_announcements(shapes, none)
    free = [place not in listed and not furniture(seen) for place, seen in enumerate(shapes)]
    prose = [place for place, seen in enumerate(shapes) if free[place] and speaks(seen)]
    if not prose:
        prose = [place for place, seen in enumerate(shapes) if free[place] and seen.words >= VERSE and seen.function]
    if not prose and free == [True]:
        prose = [0]
    found = np.zeros(len(shapes), dtype=np.bool_)
    for place in range(prose[0], prose[-1] + 1) if prose else ():
        found[place] = free[place]
    while prose and prose[0] and shapes[prose[0] - 1].marks[positions()["letter_open"]] >= 2:
        prose = [prose[0] - 1, *prose]
        found[prose[0]] = True
    return found


def speaks(seen: Shape) -> bool:
    """Whether a line is certainly text: it ends as a sentence does, or it is too long for anything else."""
    return (seen.ends_sentence and seen.words >= SENTENCE) or seen.words >= LONG


def furniture(seen: Shape) -> bool:
    """Whether a line is certainly no text: an address, a rights line, a date line, a bar, a credit, a link to another article."""
    if seen.copyright or seen.words == 0 or (urls_in(seen.line) and seen.words <= ADDRESS and not seen.ends_sentence):
        return True
    if max(seen.marks) == 3 or (seen.ends_colon and max(seen.marks) >= 2):
        return True
    if seen.date >= 2 and seen.words <= BAR and not (seen.ends_sentence and seen.function > 2):
        return True
    marked = any(seen.marks[positions()[category]] >= 2 for category in OTHERS)
    return marked and seen.words <= BAR and not (seen.ends_sentence and seen.function >= 2)

"""What a site says of itself between and below its articles: consent to cookies, terms, data protection, newsletters.

Such notices are written in whole sentences, so that nothing in their form tells them from an article.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from testimonia.base.languages import having, table
from testimonia.divide.lines import Line

TOPIC = "notices"
READ = 1000  # characters of a line that are looked at
MOST = 0.5  # share of a stretch's characters that stand in lines of a notice
LEAST = 2  # different phrases that it must hold: one of them may stand in any article
EDGE = 6  # lines at most of a notice that stands right above or below a text


@cache
def phrases(plain: bool) -> re.Pattern[str]:
    """The phrases of all packs, or those alone that a plain (ASCII) line can hold; grouped by first letters, so that few are tried."""
    found = {phrase.lower() for language in having(TOPIC) for phrase in table(language, TOPIC)["phrases"]}
    opened: dict[str, list[str]] = {}
    for phrase in sorted(found, key=lambda phrase: (-len(phrase), phrase)):
        if phrase.isascii() or not plain:
            opened.setdefault(phrase[0], []).append(re.escape(phrase[1:]))
    return re.compile("|".join(f"{re.escape(first)}(?:{'|'.join(rest)})" for first, rest in sorted(opened.items())))


def said(line: Line) -> list[str]:
    """The phrases of a line, in order."""
    low = line.text[:READ].lower()
    return phrases(low.isascii()).findall(low)


def is_notice(lines: Sequence[Line]) -> bool:
    """Whether most of some lines speaks of the site itself."""
    found = [(len(line.text), said(line)) for line in lines]
    different = {phrase for _, held in found for phrase in held}
    return len(different) >= LEAST and sum(size for size, held in found if held) > MOST * sum(size for size, _ in found)


def without_notices(lines: Sequence[Line], body: tuple[int, ...]) -> tuple[int, ...]:
    """A body without the consent above it or the offer to subscribe below it, where every sentence there speaks of the site itself."""
    first, last = edge(lines, body[:EDGE]), edge(lines, body[: -EDGE - 1 : -1])
    return body[first : len(body) - last] if first + last < len(body) else body


def edge(lines: Sequence[Line], places: Sequence[int]) -> int:
    """How many lines of a text's edge (the outermost first) are a notice: down to its last sentence, and its title if that is outermost."""
    held = 0
    for rank, place in enumerate(places, start=1):
        line = lines[place]
        if said(line):
            held = rank
        elif line.shape.ends_sentence or line.shape.words > EDGE:
            break
    return held if held and is_notice([lines[place] for place in places[:held]]) else 0

"""Lists of names that hold more or fewer than the number that announces them: "three cases:" with five names after it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from testimonia.base.extractions import Quantity
from testimonia.base.ids import row_id
from testimonia.base.links import Finding
from testimonia.base.spans import Span

ANNOUNCED = re.compile(r" [\w'’-]+: ")
LISTED = re.compile(r"[^.;:!?()\n]{3,400}(?=[.;\n]|$)")
COMMA = re.compile(r", (?:and )?")
NAME = re.compile(r"(?:the )?[^\W\d_a-z][\w'’-]+(?: [\w'’-]+){0,4}")
SHORT = 4  # letters; a last word with a capital that is shorter may be an abbreviation, whose stop does not end the list
MOST = 12  # longer lists are announced by a rounded number


def listings(quantities: Iterable[Quantity], text: str) -> Iterator[Finding]:
    """The announced lists of one document whose names are not as many as announced."""
    for one in quantities:
        announced = ANNOUNCED.match(text, one.end, one.end + 80)
        if announced is None or one.measure not in ("people", "count") or one.approximate or one.low != one.high:
            continue
        whole = LISTED.match(text, announced.end())
        names = named(whole[0]) if whole else []
        if whole and 1 < (one.low or 0) <= MOST and told_apart(len(names), int(one.low or 0)):
            spans = (Span(one.start, one.end), Span(*whole.span()))
            message = f"{one.low:.0f} are announced, {len(names)} are named."
            yield Finding(row_id("f", "list", one.document, *spans), "list", message, one.document, one.article, spans)


def told_apart(named: int, announced: int) -> bool:
    """Whether a list cannot be of as many as announced; each may be named in several parts (a town and its land)."""
    return named > 1 and named % announced != 0


def named(listed: str) -> list[str]:
    """The names of a list; none where it is not sure what is a name of its own ("Reed and Sons", "a teacher")."""
    *first, last = COMMA.split(listed.strip())
    pair = last.split(" and ")
    whole = [*first, *pair]
    if not first or listed.count(" and ") != 1 or not all(map(NAME.fullmatch, whole)) or len({name[:4] == "the " for name in whole}) > 1:
        return []
    last_word = whole[-1].split()[-1]
    return whole if len(last_word) >= SHORT or last_word.islower() else []

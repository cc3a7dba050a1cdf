"""The marks of news agencies: behind the last sentence of a report, alone in its head or below it, beside its date."""

from __future__ import annotations

import re
from functools import cache

from testimonia.base.languages import table
from testimonia.base.spans import Span, parted
from testimonia.divide.lines import Line

# What stands behind a last sentence: "… in the morning. (dpa/lm)", "… . /БТА/", "… . AFP", "… . — Reuters".
BEHIND = re.compile(
    r"[.!?…۔。][\"'”’»)]*\s+"
    r"(?:[(/](?P<inner>[^()/]{2,40}(?:/[^()/]{1,12})?)[)/]|(?:[—–-]{1,2}\s?)?(?P<bare>[^\s()][^().]{1,30}))\.?$"
)
AROUND = " ()[]/—–-.:"  # what stands around a mark that is a line of its own
PARTS = re.compile(r"\s?[/,;+]\s?")  # between the marks of two agencies, or an agency's and an editor's
DOTTED = re.compile(r"(?:[^\W\d_]\.){1,4}[^\W\d_]\.?")  # "A.F.P."
READ, ALONE = 80, 30  # characters at the end of a text in which a mark stands, and of a line that is one
BESIDE = re.compile(r"\s[|·•–—-]\s|,\s")  # what parts a mark from a date


@cache
def known() -> frozenset[str]:
    """The marks and names of agencies as they write them, and all in capitals."""
    told = table("und", "agencies")
    marks = (*told.get("marks", "").split(), *told.get("names", ()))
    return frozenset(marks) | frozenset(map(str.upper, marks))


def is_agency(name: str) -> bool:
    """Whether a name is an agency's."""
    return name in known()


def marked(words: str) -> str:
    """The agency, or agencies, with whose marks some words open; empty when they open with none."""
    if DOTTED.fullmatch(words) and is_agency(words.replace(".", "")):
        return words
    parts = PARTS.split(words)
    if not is_agency(parts[0]):
        return ""
    return words if all(map(is_agency, parts)) else parts[0]


def behind(line: Line) -> Span | None:
    """The mark behind the last sentence of a line; none where the bracket says more ("with AFP")."""
    tail = line.text[-READ:]
    found = BEHIND.search(tail)
    if found is None:
        return None
    group = "inner" if found["inner"] else "bare"
    start = line.span.end - len(tail) + found.start(group)
    name = marked(found[group])
    return Span(start, start + len(name)) if name else None


def alone(line: Line) -> Span | None:
    """The mark that a line is and nothing else: "(AFP)", "— Reuters"."""
    words = line.text.strip(AROUND) if len(line.text) <= ALONE else ""
    name = marked(words) if words else ""
    start = line.span.start + line.text.find(name)
    return Span(start, start + len(name)) if name else None


def beside_day(line: Line) -> Span | None:
    """The mark beside the day of a date line: "7 May 2019 18:42 | AA"."""
    parts = parted(line.text, (0, len(line.text)), BESIDE)
    return next((part.shifted(line.span.start) for part in parts if is_agency(part.of(line.text))), None)


def mark_of(line: Line) -> Span | None:
    """The mark that a line of a head or a tail shows."""
    return alone(line) or (beside_day(line) if line.is_date else None)

"""The dateline of a report ("TOWN, March 3 (Agency) – "): where and when it was written, whose it is, and no part of its first sentence.

Rooms ask it for different things: where the text begins (extract), the day and the service (divide), the service (link). What the model of
`divide/gaps` sees is a pattern of its own, with which its weights were fitted.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from testimonia.base.languages import table
from testimonia.base.phrases import any_of
from testimonia.base.spans import Span

MOST = 90  # characters
WORD = r"[^\W\d_][\w.'’-]*"
PLACE = rf"{WORD}(?:[ /,]{{1,2}}{WORD}){{0,4}}"
DAY = (
    r",? ?(?:[^\W\d_]{3,12}\.? \d{1,2}(?:, ?\d{4})?|\d{1,2}\.?(?: de)? [^\W\d_]{3,12}\.?(?:(?: de)? \d{4})?"
    r"|\d{1,2}[./]\d{1,2}[./]\d{2,4}|\d{4}-\d\d-\d\d)"
)
DASH = r"(?:\.?\s?(?:[—–―]|--|(?<=[\s)/])-)|\.-)\s*(?=[\"“«„'‘(]?\w)"  # "(EFE).- " in Spanish
DASHED = re.compile(r"[—–―-][ -]")
CAPITALS = r"[A-Z]{3,6}"  # an agency's short form
LEAST = 4  # letters of a place in capitals: shorter words are those of bodies
TINY = 3  # letters of a service's short form that may be small ones


@dataclass(frozen=True, slots=True)
class Dateline:
    """A dateline at the beginning of a line: `end` is where the text behind it begins, `service` the name of who sends the report.

    `placed`: whether a place in capitals or a day stands before the service; else its brackets may hold the short form of what they follow.
    """

    end: int
    service: Span | None
    placed: bool


def service(name: str) -> str:
    """The pattern of a service in brackets or between slashes."""
    return rf"(?: ?[(/](?P<{name}>[\w .&'’-]{{2,40}})[)/])"


@cache
def forms() -> tuple[re.Pattern[str], ...]:
    """Each holds what hardly a sentence begins with: a day behind a place, a place in capitals, a short form in brackets, a known mark."""
    told = table("und", "agencies")
    known = any_of([*told.get("marks", "").split(), *told.get("names", ())])
    return tuple(
        re.compile(form)
        for form in (
            rf"\(?(?P<place>{PLACE}){service('before')}?(?P<day>{DAY}){service('service')}?\)?{DASH}",
            rf"(?P<capitals>{WORD}(?: {WORD}){{0,3}})(?P<place>(?:, {PLACE})?){service('service')}?{DASH}",
            rf"(?P<place>{PLACE}) ?[(/](?P<short>\w{{2,6}})[)/] ?{DASH}",
            rf"(?P<place>{PLACE})(?:, (?P<mark>{CAPITALS})|,? (?P<service>{known})){DASH}",
        )
    )


def dateline(line: str, opening: bool = False) -> Dateline | None:
    """The dateline with which a line begins, if it has one; `opening`: whether the line is a report's first, where three capitals behind a
    comma are a service's and not the party of somebody named.
    """
    start = line[:MOST]
    if not DASHED.search(start):
        return None
    found = next((found for form in forms() if (found := form.match(start)) and like_one(found, opening)), None)
    return read(found) if found is not None else None


def read(found: re.Match[str]) -> Dateline:
    """What a dateline says."""
    told = found.groupdict()
    group = next((name for name in ("service", "before", "short", "mark") if told.get(name)), None)
    sent = Span(*found.span(group)) if group is not None else None
    before = found.string[: sent.start] if sent is not None else ""
    return Dateline(found.end(), sent, re.split("[,(/]", before)[0].isupper() or any(map(str.isdigit, before)))


def like_one(found: re.Match[str], opening: bool) -> bool:
    """Whether the letters are those of a dateline: no word of a place begins with a small one."""
    told = found.groupdict()
    capitals, short = told.get("capitals", "") or "", told.get("short", "") or ""
    if any(word[:1].islower() and len(word) > TINY for word in re.split(r"[ /,]+", told["place"])) or (capitals and not capitals.isupper()):
        return False
    begins = found.string[found.end() : found.end() + 1]
    if (capitals and begins.islower()) or (told.get("mark") and not opening):
        return False  # "UNION – an alliance"; "Ana Kola, PMR – the mayor"
    if len(told["place"] + capitals) < LEAST - 1:
        return False  # "On 3 May – a Monday –"
    return (not capitals or len(capitals) >= LEAST) and (len(short) <= TINY or not any(map(str.islower, short)))

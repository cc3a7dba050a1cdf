"""The dateline of a report ("TOWN, March 3 (Agency) – "): where and when it was written, and no part of its first sentence."""

from __future__ import annotations

import re

MOST = 90  # characters
WORD = r"[^\W\d_][\w.'’-]*"
PLACE = rf"{WORD}(?:[ /,]{{1,2}}{WORD}){{0,4}}"
DAY = (
    r",? ?(?:[^\W\d_]{3,12}\.? \d{1,2}(?:, ?\d{4})?|\d{1,2}\.?(?: de)? [^\W\d_]{3,12}\.?(?:(?: de)? \d{4})?|\d{1,2}[./]\d{1,2}[./]\d{2,4})"
)
DASH = r"\.?\s?(?:[—–―]|--|(?<=[\s)/])-)\s*(?=[\"“«„'‘(]?\w)"
DASHED = re.compile(r"[—–―-][ -]")
SERVICE = r"(?: ?[(/][\w .&'’-]{2,30}[)/])"
FORMS = tuple(  # each holds what hardly a sentence begins with: a day behind a place, a place in capitals, a short form in brackets
    re.compile(form)
    for form in (
        rf"\(?(?P<place>{PLACE})(?:{SERVICE})?{DAY}(?:{SERVICE})?\)?{DASH}",
        rf"(?P<capitals>{WORD}(?: {WORD}){{0,3}})(?P<place>(?:, {PLACE})?)(?:{SERVICE})?{DASH}",
        rf"(?P<place>{PLACE}) ?[(/](?P<short>\w{{2,6}})[)/] ?{DASH}",
    )
)
LEAST = 4  # letters of a place in capitals: shorter words are those of bodies
TINY = 3  # letters of a service's short form that may be small ones


def dateline_end(line: str) -> int:
    """How many characters of a line are its dateline with the dash behind it; 0 where it has none."""
    start = line[:MOST]
    if not DASHED.search(start):
        return 0
    return next((found.end() for form in FORMS if (found := form.match(start)) and like_one(found)), 0)


def like_one(found: re.Match[str]) -> bool:
    """Whether the letters are those of a dateline: no word of a place begins with a small one."""
    told = found.groupdict()
    capitals, short = told.get("capitals", "") or "", told.get("short", "") or ""
    if any(word[:1].islower() and len(word) > TINY for word in re.split(r"[ /,]+", told["place"])) or (capitals and not capitals.isupper()):
        return False
    begins = found.string[found.end() : found.end() + 1]
    if capitals and begins.islower():
        return False  # "UNION – an alliance"
    if len(told["place"] + capitals) < LEAST - 1:
        return False  # "On 3 May – a Monday –"
    return (not capitals or len(capitals) >= LEAST) and (len(short) <= TINY or not any(map(str.islower, short)))

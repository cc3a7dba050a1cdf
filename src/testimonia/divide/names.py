"""Names in heads: what can be a person's or an outlet's name, and how it is cut out of a line."""

from __future__ import annotations

import re
from functools import cache

from babel.core import Locale

from testimonia.base.languages import having, table
from testimonia.base.phrases import TOPIC, UNSPACED, function_words, listed, marks, told, words_of
from testimonia.base.shapes import CATEGORIES, goes_on, month_numbers
from testimonia.base.spans import Span, trimmed
from testimonia.fitted.known import given_name, known_town

STOP = re.compile(
    r"\s*(?:[|•·;@(\[<\d]|\s[-–—]\s|\bon\b|\bfor\b|\bupdated\b|\bpublished\b|\bposted\b|,\s|…|https?://"
    r"|(?-i:\bunder\b|\bwith\b)|(?<=[^\W\d_]{4})\.\s|\s(?=[^\W\d_]{1,12}\s?[:：]))",  # the last: the label of another
    re.IGNORECASE,
)
BEFORE_CLOCK = re.compile(r"\s[^\W\d_A-Z]{1,3}\.?$")  # the small word between a name and a time of day ("at", "à(s)", "um", "kl.")
# Where somebody wrote from, behind the name ("By Ana Weller in Hillfort").
WRITTEN_IN = re.compile(r"\s(?:in|from|en|à|aus|em|da|din|iz|из|з|z)\s(?=[^\W\d_])")
# What opens a name in marks, and what closes it.
QUOTED = {"«": "»", "„": "“”", "“": "”", "‘": "’", '"': '"', "‹": "›", "《": "》", "「": "」"}
GLUED = re.compile(r"[^\W\d_A-Z]{4}[A-Z]")  # two words run together, as tags are ("McAdam", "DiMarco" are none)
JOINER = "\u200c"  # parts of one word stand on its two sides in Persian and Indian scripts
LONGEST = 60  # characters of a name
LEAST_WORDS = 2  # of a full name
OFFICE_WORDS = 5  # words of an office


@cache
def particles(*, joining: bool = True) -> frozenset[str]:
    """The small words inside the names of authors, with those that join two of them unless `joining` is false."""
    names = table("und", "names")
    return frozenset(f"{names['author_particles']} {names['author_joiners'] if joining else ''}".split())


@cache
def plain_credits() -> frozenset[str]:
    """Words of credits that name nobody ("by our own correspondent")."""
    return frozenset(str(table("en", "page")["plain_credits"]).split())


@cache
def places() -> frozenset[str]:
    """The names of countries in the languages of the packs (CLDR), in lower case."""
    found = set[str]()
    for language in having("page"):
        found |= {" ".join(words_of(name)) for code, name in Locale.parse(language).territories.items() if len(code) == 2}
    return frozenset(found)


@cache
def weekdays() -> frozenset[str]:
    """The names of the days of the week in the languages of the packs (CLDR)."""
    found = set[str]()
    for language in having(TOPIC):
        for form in Locale.parse(language).days.values():
            for width in ("wide", "abbreviated"):
                found |= {" ".join(words_of(name)) for name in form.get(width, {}).values()}
    return frozenset(found)


def is_place(part: str) -> bool:
    """Whether the part is the name of a country."""
    return " ".join(words_of(part)) in places()


def is_where(part: str) -> bool:
    """Whether the part is the name of a country, or of a town of some size, as stands where a report was written."""
    return is_place(part) or known_town(" ".join(words_of(part)))


def is_calendar(part: str) -> bool:
    """Whether the part is nothing but names of months or days of the week."""
    return all(word in month_numbers() or word in weekdays() for word in words_of(part))


@cache
def given() -> frozenset[str]:
    """Given names that are small words in some language ("Dan")."""
    return frozenset(table("und", "names")["given"].split())


def is_person(part: str) -> bool:
    """Whether the part could be a person's full name: two to five words, capitalised, no figures, none of the page's own phrases."""
    tokens = part.replace(".", ". ").split()
    if not 2 <= len(tokens) <= 5 or len(part) > LONGEST or any(map(str.isdigit, part)):
        return False
    if len(tokens) > LEAST_WORDS and UNSPACED.match(part):  # no more than a family's and a given name
        return False
    if GLUED.search(part) or any(mark in part for mark in '!?:：;/|»›>→&%#…"“”'):
        return False
    named = [token for token in tokens if token.lower() not in particles()]
    if len(named) < 2 or any(goes_on(token[0]) or not (token[0].isupper() or not token[0].isascii()) for token in named):
        return False
    words = words_of(part)
    plain = any(word in function_words() and word not in particles() and word not in given() for word in words)
    plain = plain and not (given_name(words[0]) and words[0] not in function_words())  # "JANE HAR", and "har" is a small word
    return not plain and not is_phrase(words) and not all(is_phrase([word]) for word in words)  # "Share Print"


def is_given(part: str) -> bool:
    """Whether the part is one word with a capital that is a given name somewhere."""
    return part[:1].isupper() and part.isalpha() and given_name(part.lower())


def person_in(words: str) -> str:
    """The person's name that some words are, an office behind a comma aside ("Ana Weller, columnist"); empty for none."""
    name, comma, office = words.partition(",")
    if comma and not (is_office(office) and is_person(name.strip())):
        return ""
    return name.strip() if is_person(name.strip()) else ""


def person_opening(words: str) -> str:
    """The person's name with which some words begin, before a mark or a small letter ("Ana Weller is a surveyor"); empty for none."""
    tokens = words.split()
    for size in range(min(OFFICE_WORDS, len(tokens)), 1, -1):
        name = " ".join(tokens[:size])
        if is_person(name.rstrip(",:")) and (name[-1] in ",:" or size == len(tokens) or not tokens[size][0].isupper()):
            return name.rstrip(",:")
    return ""


def is_office(words: str) -> bool:
    """Whether some words behind a name can be the person's office or paper: few, without figures, and no country."""
    return 1 <= len(words.split()) <= OFFICE_WORDS and not any(map(str.isdigit, words)) and not is_place(words)


@cache
def outlet_words() -> frozenset[str]:
    """The words that make a name an outlet's ("Times", "Zeitung", "agency") in all packs."""
    return frozenset(word for language in having(TOPIC) for phrase in listed(language, "outlet") for word in words_of(phrase))


def is_outlet(part: str) -> bool:
    """Whether a name holds a word of an outlet's name."""
    return any(word in outlet_words() for word in words_of(part))


def is_phrase(words: list[str]) -> bool:
    """Whether the words are as a whole one of the page's own phrases."""
    found = marks(words)
    return any(found.get(category, 0) == 3 for category in CATEGORIES)


def name_after(text: str, span: tuple[int, int]) -> Span | None:
    """The name that a stretch begins with, cut at the first mark that ends a name; none when nothing of a name remains."""
    start, end = trimmed(text, span)
    while start < end and text[start] in ":：.-–—・· \u00a0":
        start += 1
    closing = [place for mark in QUOTED.get(text[start : start + 1], "") if (place := text.find(mark, start + 1, end)) > 0]
    if closing:
        return Span(start + 1, min(closing))
    stop = STOP.search(text, start, end)
    found = trimmed(text, (start, stop.start() if stop else end))
    small = BEFORE_CLOCK.search(text, found.start, found.end) if stop and (stop[0][-1].isdigit() or stop[0][-1] == "(") else None
    if small and small.start() > found.start:
        found = Span(found.start, small.start())
    while found.end > found.start and text[found.end - 1] in ",;:.)] ":
        found = Span(found.start, found.end - 1)
    words = words_of(found.of(text))
    if not words or found.end - found.start > LONGEST or all(word in plain_credits() for word in words):
        return None
    return found


def without_town(text: str, name: Span) -> Span:
    """An author's name without where it was written from."""
    cut = next((match for match in WRITTEN_IN.finditer(text, name.start, name.end) if text[match.end()].isupper()), None)
    return Span(name.start, cut.start()) if cut is not None and is_person(text[name.start : cut.start()]) else name


def without_month(text: str, name: Span) -> Span:
    """A name without the month with which a date begins behind it ("By Ana Weller November 19, 2019")."""
    words = name.of(text).split()
    kept = len(words)
    while kept > LEAST_WORDS and " ".join(words_of(words[kept - 1])) in month_numbers():
        kept -= 1
    return Span(name.start, text.index(words[kept - 1], name.start) + len(words[kept - 1])) if kept < len(words) else name


def without_office(text: str, name: Span) -> Span:
    """An author's name without what they are for the paper, where the page has run the two together ("Ana WellerHarbour Correspondent")."""
    found = GLUED.search(text, name.start, name.end)
    cut = found.end() - 1 if found else name.end
    office = any(word.startswith(tuple(told("staff"))) for word in words_of(text[cut : name.end]))
    return Span(name.start, cut) if office else name


def phrase_end(line: str, listed: tuple[str, ...]) -> int | None:
    """Where the longest of the phrases that the line opens with ends; none when it opens with none."""
    low = line.lower().replace("’", "'")
    if not low.startswith(listed):
        return None
    best = None
    for phrase in listed:
        after = low[len(phrase) : len(phrase) + 1]
        if low.startswith(phrase) and not (after.isalnum() or after == JOINER):
            best = max(best or 0, len(phrase))
    return best

"""The shape of one line (or unit) of a page: what can be seen in the line itself."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from testimonia.base.languages import having, table
from testimonia.base.phrases import TOPIC, UNSPACED, function_strings, function_words, marks, words_of

READ = 4000  # characters of a unit that are looked at for its shape; a longer one is text whatever follows
BULLET = re.compile(r"[•*+·▪◦‣»›>–—-]\s|o\s(?=[A-Z])|\d{1,2}[.)]\s")
URL = re.compile(r"https?://|www\.|\b[\w-]{2,30}\.(?:com|org|net|info|al|ir|eu|gov|edu)\b")
INNER_STOP = re.compile(r"[.!?…][\"'”’»)]*\s+[\"'“‘«(¿¡]*\w|[。！？؟।]")
YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
CLOCK = re.compile(r"(?<!\d)\d{1,2}[:.h]\d\d(?!\d)")
NUMERIC_DATE = re.compile(r"(?<!\d)(?:\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d\d)|\d{4}[./-]\d{1,2}[./-]\d{1,2})(?!\d)")
GLUED = re.compile(r"(?<=[^\W\d_A-Z])(?=[A-Z])")
ENDS = tuple(".!?…。！？؟।")
CLOSERS = "\"'”’»)]*』」"
CATEGORIES = (
    "advert", "answer", "byline", "comment", "end", "first_published", "footer", "home", "letter_close", "letter_open", "media", "nav",
    "photo", "posted", "question", "related", "share", "source_link", "subscribe", "tags", "translated",
)  # fmt: skip


@cache
def month_numbers() -> dict[str, int]:
    """The month (1 to 12) of each month's name in the languages of the packs; a name that means two months is left out."""
    found: dict[str, set[int]] = {}
    for language in having(TOPIC):
        for number, names in enumerate(table(language, TOPIC).get("months", ()), start=1):
            for name in names:
                found.setdefault(" ".join(words_of(name)), set()).add(number)
    return {name: numbers.pop() for name, numbers in found.items() if len(numbers) == 1 and len(name) > 1}


@dataclass(frozen=True, slots=True)
class Shape:
    """What one unit looks like. Counts are of the first `READ` characters."""

    chars: int
    words: int
    function: int
    capitals: int
    upper: int
    digits: int
    inner_stops: int
    commas: int
    quotes: int
    bars: int
    signs: int
    urls: int
    ends_sentence: bool
    ends_question: bool
    ends_colon: bool
    bullet: bool
    starts_lower: bool
    copyright: bool
    unspaced: bool
    date: int
    marks: tuple[int, ...]

    @property
    def text_weight(self) -> float:
        """How much running text the unit carries: its function words, fewer when it does not end as a sentence does."""
        return min(60.0, self.function) * (1.0 if self.ends_sentence or self.inner_stops else 0.35)


@cache
def positions() -> dict[str, int]:
    """Where each category of phrases stands in `Shape.marks`."""
    return {category: index for index, category in enumerate(CATEGORIES)}


def shape(line: str) -> Shape:
    """The shape of one unit."""
    line = line[:READ]
    words = words_of(line)
    unspaced = len(UNSPACED.findall(line)) * 3 > len(line)
    function = unspaced_function(line) if unspaced else sum(1 for word in words if word in function_words())
    tokens = [token for token in line.split() if token[0].isalpha()]
    found = marks_of(line, words)
    end = line.rstrip(CLOSERS) or line
    return Shape(
        chars=len(line) * (2 if unspaced else 1),
        words=len(line) // 2 if unspaced else len(words),
        function=function,
        capitals=sum(1 for token in tokens if token[0].isupper()),
        upper=sum(1 for token in tokens if token.isupper() and len(token) > 1),
        digits=sum(map(str.isdigit, line)),
        inner_stops=len(INNER_STOP.findall(line)),
        commas=sum(map(line.count, ",،、，;")),
        quotes=sum(map(line.count, '"“”«»„「」')),
        bars=sum(map(line.count, "|»›/·•")),
        signs=sum(map(line.count, "@#")),
        urls=len(URL.findall(line)),
        ends_sentence=end.endswith(ENDS) and not end.endswith(("...", "…")),
        ends_question=end.endswith(("?", "؟", "？")),
        ends_colon=line.endswith((":", "：")),
        bullet=BULLET.match(line) is not None,
        starts_lower=line[:1].islower(),
        copyright="©" in line or "ⓒ" in line or "®" in line,
        unspaced=unspaced,
        date=date_parts(line, words),
        marks=tuple(found.get(category, 0) for category in CATEGORIES),
    )


def marks_of(line: str, words: list[str]) -> dict[str, int]:
    """The page phrases of a line: as it stands, without figures ("12 comments"), and with glued words parted ("FacebookTwitter")."""
    found = marks(words)
    without = [word for word in words if not word.isdigit()]
    if len(without) < len(words) <= 12:
        found = strongest(found, marks(without))
    if len(words) <= 4 and len(GLUED.findall(line)) >= 2:
        found = strongest(found, marks(words_of(GLUED.sub(" ", line))))
    return found


def strongest(a: dict[str, int], b: dict[str, int]) -> dict[str, int]:
    """Each category in the stronger of two ways."""
    return {category: max(a.get(category, 0), b.get(category, 0)) for category in sorted(a.keys() | b.keys())}


def unspaced_function(line: str) -> int:
    """Function strings in a line of a script without spaces."""
    return sum(line.count(string) for string in function_strings())


def date_parts(line: str, words: list[str]) -> int:
    """How many parts of a date the line shows: a year, a month's name, a numeric date (two parts), a clock time."""
    parts = bool(YEAR.search(line)) + 2 * bool(NUMERIC_DATE.search(line)) + bool(CLOCK.search(line))
    return parts + (any(map(str.isdigit, line)) and any(word in month_numbers() for word in words[:40]))

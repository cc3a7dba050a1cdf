"""The shape of one line (or unit) of a page: what can be seen in the line itself."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache, lru_cache
from typing import NamedTuple

from testimonia.base.kept import kept
from testimonia.base.languages import having, table
from testimonia.base.light import light
from testimonia.base.phrases import RUN_ON, TOPIC, UNSPACED, WITHOUT_SPACES, function_strings, function_words, marks, phrases, words_of
from testimonia.base.spans import Span

READ = 4000  # characters of a unit that are looked at for its shape; a longer one is text whatever follows
BULLET = re.compile(r"[•*+·▪◦‣»›>–—-]\s|o\s(?=[A-Z])|\d{1,2}[.)]\s")
URL = re.compile(r"https?://|www\.|\b[\w-]{2,30}\.(?:com|org|net|info|int|gov|edu)\b|\b[a-z][\w-]{1,29}\.[a-z]{2}\b")  # any land's domain
NOTES = re.compile(r"(?:\[\d{1,3}\])+$")  # the marks of footnotes behind a sentence
INNER_STOP = re.compile(r"[.!?…][\"'”’»)]*(?:\[\d{1,3}\])*\s+[\"'“‘«(¿¡]*\w|[。！？؟।۔։።။។]")
DIGIT = re.compile("[0-9]")
# Each begins with a figure and then looks back for one before it: a pattern that looks back first is tried at every letter.
YEAR = re.compile(r"(?:1(?<!\d1)9|2(?<!\d2)0)\d\d(?!\d)")
OTHER_YEAR = re.compile(r"[1١۱](?<!\d[1١۱])[2-4٢-٤۲-۴]\d\d(?!\d)")  # of the solar or lunar Hijri calendar
EASTERN = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")
CLOCK = re.compile(r"\d(?<!\d\d)\d?[:.h]\d\d(?!\d)")
NUMERIC_DATE = re.compile(  # the last two: "19. 6. 2020", "2020. 6. 19."
    r"\d(?<!\d\d)(?:\d?[./-]\d{1,2}[./-](?:\d{4}|\d\d)|\d{3}[./-]\d{1,2}[./-]\d{1,2}|\d?\. \d{1,2}\. \d{4}|\d{3}\. \d{1,2}\. \d{1,2})(?!\d)"
)
# A line that is nothing but a day, one word and a year is a date in whatever language; the signs for year and month tell one anywhere.
NAMED_DAY = re.compile(r"\d{1,2}\.?\s+(?:de\s+)?[^\W\d_][^\s\d,]{1,20},?\s+(?:de\s+)?(?:19|20)\d\d")
CJK_DAY = re.compile(r"\d{4}\s?[年년]\s?\d{1,2}\s?[月월]")
GLUED = re.compile(r"(?<=[^\W\d_A-Z])(?=[A-Z])")
PARTED_WORDS = re.compile(r"(?<=[^\W_A-Z])(?=[A-Z])")  # the same behind figures
ENDS = tuple(".!?…。！？؟।॥۔։።၊။។")
CLOSERS = "\"'”’»)]*』」"
CJK_WORD, RUN_ON_WORD = 2, 5  # characters of a word in scripts without spaces
SENTENCE = 8  # words of a line that is long enough for a sentence
UNCOUNTED = 12  # words of a line whose phrases are also looked for without its figures
KNOWN, USUAL = 0.08, 0.3  # share of small words below which they tell nothing (no pack, or a language of endings), and their usual share
FORMULA = re.compile(r"[.!?…][\"'”’»)]*\s+[–—-]?\s*([^\W\d_][^.!?…]{2,40}(?:\.,)?)$")  # what stands behind the last sentence of a letter
MARK, CAPITALS = 24, 8  # characters of a mark in brackets behind a sentence, and of one in capitals
STOPPED, NAMED = 3, 6  # and of the word before it that is no shortened one, or one with a capital
PICTURE, LETTERS, COUNTS = re.compile("[\u2600-\u27bf\U0001f000-\U0001faff]"), re.compile(r"[^\W\d_]{2,}"), 40  # characters of a counter
KEPT = 4096  # shapes that are kept at hand: menus and share bars recur from page to page, and each stage looks at the same lines
CATEGORIES = (
    "advert", "answer", "byline", "comment", "end", "first_published", "footer", "home", "letter_close", "letter_open", "media", "nav",
    "photo", "posted", "question", "related", "share", "source_link", "subscribe", "tags", "translated",
)  # fmt: skip
NO_PHRASES: Mapping[str, int] = {}
NO_MARKS = (0,) * len(CATEGORIES)
BYLINE, BAR = (CATEGORIES.index("byline"),), tuple(map(CATEGORIES.index, ("share", "comment", "tags")))
NO_TITLE = tuple(map(CATEGORIES.index, ("nav", "share", "related", "footer", "subscribe", "advert", "comment", "media")))
BAR_WORDS, FEW_SMALL = 6, 3  # words of a line that opens like a bar and says more, and how many of them are small ones
TITLE_WORDS = (2, 32)  # words of a line that may be a title


@cache
def month_numbers() -> dict[str, int]:
    """The month (1 to 12) of each month's name in the languages of the packs; a name that means two months is left out."""
    found: dict[str, set[int]] = {}
    for language in having(TOPIC):
        for number, names in enumerate(table(language, TOPIC).get("months", ()), start=1):
            for name in names:
                found.setdefault(" ".join(words_of(name)), set()).add(number)
    return {name: numbers.pop() for name, numbers in found.items() if len(numbers) == 1 and len(name) > 1}


@cache
def calendar_months() -> frozenset[str]:
    """The words of the months' names of other calendars in the languages that write dates in them."""
    tables = (table(language, "times").get("calendars", {}) for language in having("times") if language != "en")
    return frozenset(word for found in tables for names in found.values() for name in names for word in words_of(name))


class Counts(NamedTuple):
    """What is counted of a unit for the model of running text alone."""

    capitals: int
    upper: int
    digits: int
    commas: int
    quotes: int
    bars: int
    signs: int
    urls: int


@light
class Shape:
    """What one unit looks like, by its first `READ` characters (`line`) and their words."""

    line: str
    tokens: list[str]
    chars: int
    words: int
    function: int
    ends_sentence: bool
    ends_question: bool
    ends_colon: bool
    bullet: bool
    starts_lower: bool
    copyright: bool
    unspaced: bool
    marks: tuple[int, ...]
    phrases: Mapping[str, int]  # every category of phrases that its words show, those of `marks` and the rarer ones

    @kept
    def date(self) -> int:
        """How many parts of a date the unit shows."""
        return date_parts(self.line, self.tokens)

    @kept
    def inner_stops(self) -> int:
        """How many sentences end before the unit does."""
        return len(INNER_STOP.findall(self.line))

    @kept
    def counts(self) -> Counts:
        """The counts of the unit, made when they are first asked for: where the markup tells the text, nobody asks."""
        return counted(self.line)

    def shows(self, places: Sequence[int], least: int = 2) -> bool:
        """Whether the unit shows a phrase of one of these categories (their places) at least so strongly; most units show none of any."""
        marks = self.marks
        return marks is not NO_MARKS and max(map(marks.__getitem__, places)) >= least

    @kept
    def is_date(self) -> bool:
        """Whether the unit is a date line: short, and a good part of it a date."""
        return self.words <= 24 and not self.function > 6 and self.date >= 2

    @kept
    def is_byline(self) -> bool:
        """Whether the unit names an author the way pages do ("By …")."""
        return self.shows(BYLINE) and self.words <= 14 and not self.ends_sentence

    @kept
    def is_bar(self) -> bool:
        """Whether the unit is a piece of a share bar, a counter, or a list of tags."""
        said = (
            self.words > BAR_WORDS and self.function >= FEW_SMALL and not (self.shows(BAR, 3) or self.shows(BAR[:1]))
        )  # "Comment by the mayor on the mill"
        return self.words <= 14 and ((self.shows(BAR) and not said) or counts(self.line))

    @kept
    def is_title(self) -> bool:
        """Whether the unit could be a title: some words, no sentence, no bullet, none of the page's own phrases."""
        low, high = TITLE_WORDS
        if self.bullet or self.copyright or not low <= self.words <= high or self.chars > 220:
            return False
        return not (self.shows(NO_TITLE, 3) or self.is_date or self.is_byline or self.is_bar)

    @property
    def text_weight(self) -> float:
        """How much running text the unit carries: its function words, fewer when it does not end as a sentence does."""
        return min(60.0, self.function) * (1.0 if self.ends_sentence or self.inner_stops else 0.35)


def line_spans(text: str) -> tuple[Span, ...]:
    """The lines of a text that are not blank, without white space at their ends."""
    found, at = list[Span](), 0
    for raw in text.splitlines(keepends=True):
        line = raw.strip()
        if line:
            start = at + raw.find(line)
            found.append(Span(start, start + len(line)))
        at += len(raw)
    return tuple(found)


@cache
def positions() -> dict[str, int]:
    """Where each category of phrases stands in `Shape.marks`."""
    return {category: index for index, category in enumerate(CATEGORIES)}


def shapes(lines: Sequence[str]) -> list[Shape]:
    """The shapes of a page's lines. In a language without a pack, or of few small words (Turkish), lines as long as
    sentences count the usual share of them.
    """
    found = [shape(line[:READ]) for line in lines]
    told = [seen for seen in found if seen.words >= SENTENCE and (seen.ends_sentence or seen.inner_stops)]
    if sum(seen.function for seen in told) >= KNOWN * sum(seen.words for seen in told):
        return found
    return [replace(seen, function=max(seen.function, int(USUAL * seen.words))) if seen.words >= SENTENCE else seen for seen in found]


@lru_cache(maxsize=KEPT)
def shape(line: str) -> Shape:
    """The shape of one unit."""
    line = line[:READ]
    words = words_of(line) if line.strip("_ ") else []  # a rule of underscores
    a_word = word_length(line)
    function = unspaced_function(line) if a_word else sum(map(function_words().__contains__, words))
    phrases = marks(words)
    found = marks_of(line, words, phrases)
    count = len(line) // a_word if a_word else len(words)
    end = (NOTES.sub("", line) if line.endswith("]") else line).rstrip(CLOSERS) or line
    return Shape(
        line=line,
        tokens=words,
        chars=len(line) * (2 if a_word == CJK_WORD else 1),
        words=count,
        function=function,
        ends_sentence=ends_sentence(end, a_word, count) or ("photo" not in found and signed_off(line)) or takes_leave(line),
        ends_question=end.endswith(("?", "؟", "？")),
        ends_colon=line.endswith((":", "：")),
        bullet=BULLET.match(line) is not None,
        starts_lower=goes_on(line[:1]),
        copyright="©" in line or "ⓒ" in line or "®" in line,
        unspaced=a_word > 0,
        marks=tuple(found.get(category, 0) for category in CATEGORIES) if found else NO_MARKS,
        phrases=phrases or NO_PHRASES,
    )


def counted(line: str) -> Counts:
    """The counts of one unit."""
    tokens = [token for token in line.split() if token[0].isalpha()]
    return Counts(
        capitals=sum([token[0].isupper() for token in tokens]),
        upper=sum([token.isupper() and len(token) > 1 for token in tokens]),
        digits=digits_in(line),
        commas=sum(map(line.count, ",،、，;")),
        quotes=sum(map(line.count, '"“”«»„「」')),
        bars=sum(map(line.count, "|»›/·•")),
        signs=sum(map(line.count, "@#")),
        urls=urls_in(line),
    )


def urls_in(line: str) -> int:
    """How many addresses the line shows."""
    return len(URL.findall(line)) if "." in line or "/" in line else 0


def word_length(line: str) -> int:
    """The characters of a word where the line's script puts no spaces between words; 0 where it does."""
    if line.isascii() or WITHOUT_SPACES.search(line) is None:
        return 0
    for script, size in ((UNSPACED, CJK_WORD), (RUN_ON, RUN_ON_WORD)):
        if len(script.findall(line)) * 3 > len(line):
            return size
    return 0


def ends_sentence(end: str, a_word: int, words: int) -> bool:
    """Whether a line ends as a sentence does (`end`: without its closing quotes); scripts without full stops end one with a long line."""
    return (end.endswith(ENDS) and not end.endswith(("...", "…"))) or (a_word == RUN_ON_WORD and words >= SENTENCE)


def signed_off(line: str) -> bool:
    """Whether nothing but a mark stands behind the sentence that ends a line ("… on Friday. (dpa/lm)", "… . AFP")."""
    bracket = line.endswith((")", "/"))
    if not bracket and not line[-1:].isupper():
        return False
    before, _, mark = line.rpartition((" (" if line[-1] == ")" else " /") if bracket else " ")
    short = len(mark) <= MARK if bracket else (2 <= len(mark) <= CAPITALS and mark.isupper() and not line.isupper())
    end = before.rstrip(CLOSERS)
    last = end[:-1].rpartition(" ")[2]  # a day or a shortened name before the mark ends a caption
    named = last.isalpha() and len(last) >= (NAMED if last[0].isupper() else STOPPED)
    counted = last.isdigit() and len(last) not in (1, 2, 4)  # no day and no year
    return short and end.endswith(ENDS) and not end.endswith(("...", "…")) and (named or counted)


def takes_leave(line: str) -> bool:
    """Whether nothing but a letter's closing formula stands behind the sentence that ends a line ("… on Friday. – Yours, etc,")."""
    formula = FORMULA.search(line) if line.endswith((",", "،")) else None
    return formula is not None and "letter_close" in phrases().get(" ".join(words_of(formula[1])), ())


def counts(line: str) -> bool:
    """Whether a short line is figures beside pictures ("👍 214 🤬 87", "9.1K 👁 11:47"), as below posts, with a word at most."""
    if len(line) > COUNTS or line.isascii() or not has_digit(line):
        return False
    return PICTURE.search(line) is not None and len(LETTERS.findall(line)) <= 1


def marks_of(line: str, words: list[str], found: dict[str, int]) -> dict[str, int]:
    """The page phrases of a line: as it stands (`found`), without figures ("12 comments"), and with glued words parted
    ("FacebookTwitter").
    """
    if len(words) <= UNCOUNTED:
        without = [word for word in words if not word.isdigit()]
        found = strongest(found, marks(without)) if len(without) < len(words) else found
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
    if not has_digit(line):
        return 0
    line = line if line.isascii() else line.translate(EASTERN)
    parts = bool(YEAR.search(line)) + 2 * bool(NUMERIC_DATE.search(line)) + bool(CLOCK.search(line))
    if NAMED_DAY.fullmatch(line) or (not line.isascii() and CJK_DAY.search(line)):
        return parts + 1
    if OTHER_YEAR.search(line) and any(word in calendar_months() for word in words[:40]):
        parts += 2
    return parts + names_month(line, words)


def names_month(line: str, words: list[str]) -> bool:
    """Whether a line with a figure names a month, perhaps run together with other words ("Posted onMarch 14, 2021May 2, 2021")."""
    if not month_numbers().keys().isdisjoint(words[:40]):
        return True
    parted = PARTED_WORDS.sub(" ", line) if YEAR.search(line) else line
    return parted != line and not month_numbers().keys().isdisjoint(words_of(parted)[:40])


def goes_on(letter: str) -> bool:
    """Whether a letter is a small one that would be a capital at the start of a sentence: Georgian has small letters only there."""
    return letter.islower() and letter.title() != letter


def has_digit(line: str) -> bool:
    """Whether the line has a digit."""
    return DIGIT.search(line) is not None or (not line.isascii() and any(map(str.isdigit, line)))


def digits_in(line: str) -> int:
    """The digits of a line."""
    return len(DIGIT.findall(line)) if line.isascii() else sum(map(str.isdigit, line))

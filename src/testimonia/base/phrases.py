"""What pages say around their articles: the page phrases and function words of all language packs, looked up in one step a line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from testimonia.base.languages import having, table

TOPIC = "page"
LONGEST = 8  # words in the longest phrase that is looked for
SHORT = 14  # in a line of at most so many words a phrase may also stand inside
# Letters with the marks that are written over, under and after them, which no word may be parted at (accents, points, vowel signs).
LETTER = (
    r"[\w\u0300-\u036f\u0591-\u05bd\u05bf-\u05c7\u064b-\u065f\u0670\u0900-\u0963\u0966-\u0dff"
    r"\u0e31-\u0e3a\u0e47-\u0e4e\u0eb1-\u0ebc\u0ec8-\u0ece\u102b-\u103e\u17b4-\u17d3]"
)
WORD = re.compile(rf"{LETTER}+(?:['’]{LETTER}+)*")
LOOSE = re.compile(r"'(?:(?!\w)|(?<!\w'))")  # an apostrophe that does not stand inside a word
APART = bytes(code if chr(code).isalnum() or chr(code) in "_'" else 32 for code in range(128)) + bytes(128)  # a plain text, its words apart
PRINTED = "“”‘„«»–—…·•\u00a0"  # what print puts beside plain letters, and parts words too
UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")  # scripts written without spaces between words
RUN_ON = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")  # the same, with letters for single sounds (Thai, Lao, Burmese, Khmer)
WITHOUT_SPACES = re.compile(f"{UNSPACED.pattern}|{RUN_ON.pattern}".replace("]|[", ""))

WHOLE, START, INSIDE = 3, 2, 1


def words_of(text: str) -> list[str]:
    """The words of a line in lower case, apostrophes straightened."""
    low = text.lower().replace("’", "'")
    plain = low if low.isascii() else unprinted(low)
    if not plain.isascii():
        return WORD.findall(low)
    inside = LOOSE.sub(" ", plain) if "'" in plain else plain
    return inside.encode("ascii").translate(APART).decode("ascii").split()  # the same words, twenty times as fast


def unprinted(text: str) -> str:
    """A text with blanks for the marks that print puts beside plain letters."""
    for mark in PRINTED:
        text = text.replace(mark, " ")
    return text


@cache
def phrases() -> dict[str, tuple[str, ...]]:
    """Each phrase of all packs (its words joined by blanks) with the categories that it belongs to."""
    found: dict[str, set[str]] = {}
    for language in having(TOPIC):
        for category, listed in table(language, TOPIC).get("phrases", {}).items():
            for phrase in listed:
                found.setdefault(" ".join(words_of(phrase)), set()).add(category)
    found.pop("", None)
    return {phrase: tuple(sorted(categories)) for phrase, categories in found.items()}


@cache
def openers() -> dict[str, int]:
    """The first words of all phrases, with the words of the longest phrase that each opens: nothing else needs looking up."""
    found: dict[str, int] = {}
    for phrase in phrases():
        words = phrase.split(" ")
        found[words[0]] = max(found.get(words[0], 0), len(words))
    return found


@cache
def function_words() -> frozenset[str]:
    """The function words of all packs: they tell running text from lists."""
    return frozenset(word for language in having(TOPIC) for word in table(language, TOPIC).get("function_words", "").split())


@cache
def function_strings() -> frozenset[str]:
    """The same for scripts without spaces: short strings to be counted."""
    return frozenset(word for language in having(TOPIC) for word in table(language, TOPIC).get("function_strings", "").split())


@cache
def leading_words() -> frozenset[str]:
    """The words of all packs that stand between what says that a text was published elsewhere and the outlet: "in the newspaper"."""
    return frozenset(word for language in having(TOPIC) for word in table(language, TOPIC).get("to_name", "").split())


@cache
def told(key: str) -> frozenset[str]:
    """What all packs list under a key, the words of each joined by blanks: `issued` (what an issuing body has below its name), `joined` and
    `ranks` (what a forum says of its members), `staff` (how a paper calls those who write for it), `byline_labels`
    (what names a writer before a colon), `editors` (the bylines that name no writer), `ratings` (what a fact-check finds), `reserving`
    (how a foot begins to speak of rights), `section_labels` and `trail_labels` (what names a section, and a trail of steps),
    `about_author` and `contents` (what stands above the life of a writer, and above the list of a text's parts), `followers` and
    `counted` (what a page counts).
    """
    return frozenset(" ".join(words_of(phrase)) for language in having(TOPIC) for phrase in table(language, TOPIC).get(key, ()))


def listed(language: str | None, category: str) -> tuple[str, ...]:
    """The phrases of one category in one language."""
    found = table(language or "und", TOPIC).get("phrases", {}).get(category, ())
    return tuple(found)


def marks(words: Sequence[str]) -> dict[str, int]:
    """The categories whose phrases the line (its words) holds: as a whole (3), at its start (2), or, when it is short, inside (1)."""
    if not words:
        return {}
    known, first, found = phrases(), openers(), dict[str, int]()
    if words[0] in first:
        longest = min(LONGEST, first[words[0]])
        if len(words) <= longest:
            note(found, known.get(" ".join(words)), WHOLE)
        for size in range(1, min(longest, len(words)) + 1):
            note(found, known.get(" ".join(words[:size])), START)
    if not words[0].isascii() and UNSPACED.match(words[0]):
        for size in range(1, min(LONGEST, len(words[0])) + 1):
            note(found, known.get(words[0][:size]), START)
    if len(words) <= SHORT:
        for start in [place for place in range(1, len(words)) if words[place] in first]:
            for size in range(1, min(4, first[words[start]], len(words) - start) + 1):
                note(found, known.get(" ".join(words[start : start + size])), INSIDE)
    return found


def note(found: dict[str, int], categories: tuple[str, ...] | None, how: int) -> None:
    """Keep the strongest way in which a category was seen."""
    for category in categories or ():
        if found.get(category, 0) < how:
            found[category] = how


def any_of(phrases: Iterable[str]) -> str:
    """A pattern for any of the phrases, the longest first; it matches nothing when there are none."""
    listed = sorted(set(phrases), key=lambda phrase: (-len(phrase), phrase))
    return "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in listed) or r"(?!)"

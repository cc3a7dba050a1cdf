"""The language of a passage: by its function words where these leave no doubt, else by the lingua library."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Sequence
from functools import cache
from struct import unpack

from lingua import IsoCode639_1, Language, LanguageDetector, LanguageDetectorBuilder

from testimonia.base.languages import having, table
from testimonia.base.phrases import TOPIC, words_of

DIGIT = 16  # bits in which the words of one language are counted
READ = 1000  # characters that decide; more does not change the answer
PLAIN, PLAIN_SHARE = 25, 0.25  # function words of a plain language, at least so many and so much of all words
PLAIN_LEAD = 3.0  # times as many as of any other language
SHORT = 120  # a shorter passage is judged among the languages that the page is already known to hold
# Scripts of the packs, whose function words tell more; and those that stand mixed in Japanese, Chinese and Korean.
FAMILIAR = frozenset("LATIN CYRILLIC GREEK ARABIC HEBREW CJK HIRAGANA KATAKANA KATAKANA-HIRAGANA HANGUL FULLWIDTH HALFWIDTH".split())
SAMPLE = 20  # characters of a line among which a letter is looked for
MORE = (
    "HR", "BS", "MK", "SK", "SL", "ET", "LV", "LT", "CA", "KA", "HY", "AZ", "HI", "UR", "BN", "TH", "VI", "TL", "IS", "TA", "TE", "GU",
    "PA", "KK", "MN", "SW", "EU", "CY",
)  # fmt: skip
# Scripts that the detector does not know and that are written for one large language, by the first word of their characters' names.
SCRIPTS = {
    "ETHIOPIC": "am", "KHMER": "km", "LAO": "lo", "MYANMAR": "my", "SINHALA": "si", "MALAYALAM": "ml", "KANNADA": "kn", "ORIYA": "or",
    "TIBETAN": "bo", "THAANA": "dv",
}  # fmt: skip


@cache
def detector() -> LanguageDetector:
    """The detector over the languages with packs and some of their neighbours (loaded once a process)."""
    codes = {code.upper() for code in having(TOPIC)} | set(MORE)
    spoken = [Language.from_iso_code_639_1(getattr(IsoCode639_1, code)) for code in sorted(codes)]
    return LanguageDetectorBuilder.from_languages(*spoken).with_low_accuracy_mode().build()


def language_of(text: str, within: Sequence[str] = ()) -> str | None:
    """The BCP 47 tag of the passage's language, none when it has no letters that tell. A short passage is judged among `within` alone."""
    short = len(text) < SHORT
    if short and within:
        guess = rough(words_of(text[:READ]))
        return guess if guess in within else within[0]
    if (plain := by_function_words(text)) is not None:
        return plain
    found = detector().detect_language_of(text[:READ])
    return found.iso_code_639_1.name.lower() if found else by_script(text[:READ])


def by_script(text: str) -> str | None:
    """The language of a script that is written for one large language; none for other scripts, and where several stand mixed."""
    scripts = Counter(unicodedata.name(letter, " ").split()[0] for letter in text if letter.isalpha())
    name, count = max(sorted(scripts.items()), key=lambda pair: pair[1], default=("", 0))
    return SCRIPTS.get(name) if count * 2 > sum(scripts.values()) else None


def foreign_script(line: str) -> str | None:
    """The script of a line (by the name of the letter in its middle), if it is none of the packs' own nor one of several mixed."""
    middle = line[len(line) // 2 :][:SAMPLE]
    letter = next((char for char in middle if char.isalpha()), None)
    name = unicodedata.name(letter, "LATIN").split()[0] if letter else "LATIN"
    return None if name in FAMILIAR else name


@cache
def spoken() -> tuple[tuple[str, ...], dict[str, int]]:
    """The languages, and for each function word a number with a one in the digit (to base 65,536) of each language that has it."""
    languages = tuple(having(TOPIC))
    found: dict[str, int] = {}
    for rank, language in enumerate(languages):
        for word in table(language, TOPIC).get("function_words", "").split():
            found[word] = found.get(word, 0) + (1 << DIGIT * rank)
    return languages, found


def function_words(words: Sequence[str]) -> tuple[str, int, int]:
    """The language that most of some words (fewer than 65,536) are function words of, how many are, and how many of the next language."""
    languages, known = spoken()
    counted = sum([known[word] for word in words if word in known])
    counts = unpack(f"<{len(languages)}H", counted.to_bytes(len(languages) * DIGIT // 8, "little"))
    *_, other, most = sorted(counts)
    return languages[counts.index(most)], most, other


def by_function_words(text: str) -> str | None:
    """The language of a text that is full of its function words and of no other's, which needs no detector; none where that is in doubt."""
    words = words_of(text[:READ])
    language, most, other = function_words(words)
    return language if most >= max(PLAIN, PLAIN_SHARE * len(words)) and most >= PLAIN_LEAD * other else None


def rough(words: Sequence[str]) -> str | None:
    """A guess by function words: the language that most of them belong to, none when there are too few to tell."""
    language, most, other = function_words(words)
    return language if most >= 3 and most >= other * 1.3 else None

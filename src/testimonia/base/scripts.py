"""Scripts: languages that are written in two, whose word lists hold one and are read in both, and letters with marks."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from testimonia.base.languages import common

# Serbian in Cyrillic, letter for letter (Karadžić and Gaj); letters of two signs come first.
SERBIAN = {
    "lj": "љ", "nj": "њ", "dž": "џ", "a": "а", "b": "б", "v": "в", "g": "г", "d": "д", "đ": "ђ", "e": "е", "ž": "ж", "z": "з", "i": "и",
    "j": "ј", "k": "к", "l": "л", "m": "м", "n": "н", "o": "о", "p": "п", "r": "р", "s": "с", "t": "т", "ć": "ћ", "u": "у", "f": "ф",
    "h": "х", "c": "ц", "č": "ч", "š": "ш",
}  # fmt: skip


def in_scripts(words: Iterable[str], language: str) -> frozenset[str]:
    """The words of a list in every script that their language is written in."""
    held = frozenset(words)
    return held | frozenset(map(cyrillic, held)) if common(language) == "sr" else held


def cyrillic(word: str) -> str:
    """A word of Serbian in Latin letters as it is written in Cyrillic."""
    for latin, letter in SERBIAN.items():
        word = word.replace(latin, letter)
    return word


def unmarked(text: str) -> str:
    """A text without the marks over and under its letters (Unicode's NFKD, without combining characters)."""
    return "".join(char for char in unicodedata.normalize("NFKD", text) if not unicodedata.combining(char))

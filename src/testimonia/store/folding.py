"""Texts folded for search: letter forms that a reader takes for the same are the same, and scripts without spaces can be searched.

Case and Latin diacritics are left to the index's own tokenizer (FTS5 `unicode61 remove_diacritics 2`).
"""

from __future__ import annotations

import unicodedata

# Arabic and Persian letter forms that keyboards and outlets mix (Unicode Standard, chapter 9.2), and their digits.
LETTERS = {
    "ي": "ی", "ى": "ی", "ئ": "ی", "ك": "ک", "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ة": "ه", "ۀ": "ه", "ؤ": "و",
    "ё": "е", "Ё": "Е",
}  # fmt: skip
DROPPED = {"\u0640", "\u200b", "\u200c", "\u200d", "\u200e", "\u200f", "\u00ad", "\ufeff"}  # tatweel, joiners, direction marks, soft hyphen


def unspaced(char: str) -> bool:
    """Whether the character belongs to a script that is written without spaces between words."""
    code = ord(char)
    return (
        0x3040 <= code <= 0x30FF
        or 0x3400 <= code <= 0x9FFF
        or 0xF900 <= code <= 0xFAFF
        or 0x20000 <= code <= 0x3FFFF
        or 0x0E00 <= code <= 0x0EFF
    )


def folded(char: str) -> str:
    """What stands in the index for a character: itself, a like one, or nothing."""
    if char < "\u0300":  # nearly everything in Latin script, and nothing of it changes
        return "" if char == "\u00ad" else char
    if char in DROPPED or unicodedata.category(char) == "Mn":
        return ""
    if unspaced(char):
        return f" {char} "
    return str(unicodedata.decimal(char)) if char.isdecimal() else LETTERS.get(char, char)


class Folded(dict[int, str]):
    """What stands for each character, by its number; filled as characters are met, since most are never."""

    def __missing__(self, code: int) -> str:
        self[code] = folded(chr(code))
        return self[code]


FOLDED = Folded()


def fold(text: str) -> str:
    """The text as it is indexed."""
    return text if text.isascii() else unicodedata.normalize("NFC", text).translate(FOLDED)


def places(text: str) -> list[int]:
    """For each character of `fold(text)`, its place in the text (in NFC, which is how it is shown)."""
    if text.isascii():
        return list(range(len(text)))
    return [place for place, char in enumerate(text) for _ in FOLDED[ord(char)]]

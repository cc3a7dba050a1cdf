"""Texts folded for search: letter forms that a reader takes for the same are the same, and scripts without spaces can be searched.

Case and Latin diacritics are left to the index's own tokenizer (FTS5 `unicode61 remove_diacritics 2`).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

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


def pieces(text: str) -> Iterator[tuple[str, int]]:
    """The folded characters, each with its place in the text."""
    for place, char in enumerate(text):
        if char < "\u0300":  # nearly everything in Latin script, and nothing of it changes
            if char != "\u00ad":
                yield char, place
        elif char in DROPPED or unicodedata.category(char) == "Mn":
            continue
        elif unspaced(char):
            yield from ((" ", place), (char, place), (" ", place))
        elif char.isdecimal():
            yield str(unicodedata.decimal(char)), place
        else:
            yield LETTERS.get(char, char), place


def fold(text: str) -> str:
    """The text as it is indexed."""
    if text.isascii():
        return text
    return "".join(char for char, _ in pieces(unicodedata.normalize("NFC", text)))


def places(text: str) -> list[int]:
    """For each character of `fold(text)`, its place in the text (in NFC, which is how it is shown)."""
    if text.isascii():
        return list(range(len(text)))
    return [place for _, place in pieces(text)]

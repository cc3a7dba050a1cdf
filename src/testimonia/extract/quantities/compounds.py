"""Numbers whose words are written together or joined by a word: "zweihundertfünfzig", "duecentotrenta", "treinta y cinco", "بیست و سه"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from testimonia.base.phrases import any_of

LONGEST = 11  # words behind the first one in one number; no number that people write has more


@dataclass(frozen=True, eq=False)
class Compounds:
    """How one language puts number words together: the words, those that multiply, what joins them, and whether units stand before tens."""

    parts: Mapping[str, float]
    scales: Mapping[str, float]
    joins: tuple[str, ...]
    units_first: bool

    @cached_property
    def pattern(self) -> str:
        """A pattern for two words or more; atomic, so that it is linear on any text."""
        word = f"(?>{any_of([*self.parts, *self.scales])})"
        return f"{word}(?:(?>{'|'.join(map(re.escape, self.joins))}){word}){{1,{LONGEST}}}" if self.joins else r"(?!)"

    @cached_property
    def piece(self) -> re.Pattern[str]:
        """One word or one join."""
        words = any_of([*self.parts, *self.scales])
        return re.compile(f"(?P<word>{words})|(?P<join>{'|'.join(re.escape(join) for join in self.joins if join) or '(?!)'})")

    def value(self, text: str) -> float | None:
        """The number that the words make; none where they make none ("three and two")."""
        total, current, joined = 0.0, 0.0, False
        for match in self.piece.finditer(text):
            word = match["word"]
            if word is None:
                joined = True
                continue
            if word in self.scales:
                total, current = multiplied(total, current, self.scales[word])
            elif self.fits(current, self.parts[word], joined):
                current += self.parts[word]
            else:
                return None
            joined = False
        return total + current

    def fits(self, so_far: float, value: float, joined: bool) -> bool:
        """Whether a word can stand behind what has been read: smaller than its last place, or tens joined to units."""
        if joined and self.units_first and 0 < so_far % 100 < 10:
            return value % 10 == 0 and 20 <= value < 100
        if value < 1:
            return so_far % 1 == 0
        place = 10 if value < 10 else 100 if value < 100 else 1000
        return so_far % place == 0 and so_far % 100 != 10


def multiplied(total: float, current: float, scale: float) -> tuple[float, float]:
    """The sum and the part still open after a word that multiplies."""
    if scale < 1000:
        return total, max(1.0, current) * scale
    return total + max(1.0, current) * scale, 0.0

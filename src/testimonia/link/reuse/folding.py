"""Texts folded for comparison: letters and digits only, without case, accents or presentation forms, every code traced back to its place.

White space, punctuation, hyphens at line ends and vowel signs drop out, so re-flowed lines and curly quotes make no difference. A
character of a script that writes syllables or words in one sign counts as several units: "twelve units" means about the same amount of
text everywhere.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, cached_property
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Codes = NDArray[np.uint32]
Places = NDArray[np.int64]

BREAK = 1  # stands between the spans of a unit: part of no gram, equal to nothing that counts
# Letters that languages of one script write with different code points (Arabic and Persian yeh and kaf), and those without decomposition.
SAME = {
    "\u06cc": "\u064a",
    "\u0649": "\u064a",
    "\u06a9": "\u0643",
    "\u0629": "\u0647",
    "\u0131": "i",
    "\u0142": "l",
    "\u0111": "d",
    "\u00f8": "o",
}
# Signs that stand for a syllable or a word, with how many units each counts.
HEAVY = ((0x3040, 0x3100, 2), (0xAC00, 0xD7B0, 2), (0x0E00, 0x0F00, 1), (0x3400, 0x4DC0, 3), (0x4E00, 0xA000, 3), (0x20000, 0x32000, 3))
TOP, BLOCK = 0x110000, 0x100


class Table:
    """What every code point folds to (0: it drops out), and how many units it counts; worked out a block at a time, when one is met."""

    def __init__(self) -> None:
        self.codes = np.arange(TOP, dtype=np.uint32)
        self.weights = np.ones(TOP, dtype=np.uint8)
        self.codes[0xE0000:] = 0
        self.weights[0xE0000:] = 0
        for low, high, units in HEAVY:
            self.weights[low:high] = units
        self.known = np.arange(TOP // BLOCK) >= 0x10000 // BLOCK

    def fold(self, raw: Codes) -> tuple[Codes, NDArray[np.uint8]]:
        """What some code points fold to, and how many units each counts."""
        blocks = raw // BLOCK
        for block in np.unique(blocks[~self.known[blocks]]).tolist():
            self.work_out(block * BLOCK)
            self.known[block] = True
        return self.codes[raw], self.weights[raw]

    def work_out(self, start: int) -> None:
        """Work out a block of the basic plane."""
        folded = [folded_code(chr(code)) for code in range(start, start + BLOCK)]
        self.codes[start : start + BLOCK] = folded
        self.weights[start : start + BLOCK][np.array(folded) == 0] = 0


@cache
def table() -> Table:
    """The table of this process."""
    return Table()


def folded_code(character: str) -> int:
    """The code that a character of the basic plane folds to, or 0."""
    if not character.isalnum():
        return 0
    base = unicodedata.normalize("NFKD", character)[0] if not "\uac00" <= character <= "\ud7a3" else character
    return ord(SAME.get(base, base).casefold()[0])


@dataclass(frozen=True, slots=True)
class Unit:
    """A stretch of a document that is compared as one: an article's title and body, or (with `article` none) a teaser or a caption.

    `spans` are in the order of the text.
    """

    document: str
    article: str | None
    spans: tuple[tuple[int, int], ...]
    kind: str = "article"

    @property
    def size(self) -> int:
        """Its length in characters."""
        return sum(end - start for start, end in self.spans)


class Lexicon(NamedTuple):
    """The grams of a text: each once, sorted; all their places, and where in these each gram's begin and how many they are.

    `known` says of the low bits of a hash whether any gram has them, so that most of what is not there is told at one look.
    """

    hashes: NDArray[np.uint64]
    places: Places
    starts: Places
    counts: Places
    known: NDArray[np.bool_]


@dataclass(frozen=True)
class Folded:
    """A unit's folded text: `codes[i]` stands at `places[i]` in the document's text.

    `marks[i]` is a digest of the very characters from there to the next unit: equal where not even case, spacing and punctuation differ.
    """

    codes: Codes
    places: Places
    marks: NDArray[np.uint32]

    @cached_property
    def text(self) -> str:
        """The folded codes as a string, one character a unit."""
        return self.codes.astype("<u4").tobytes().decode("utf-32-le", "surrogatepass")

    @cached_property
    def grams(self) -> NDArray[np.uint64]:
        """The hashes of its short grams by place; 0 where a gram would reach over a break."""
        hashes, valid = gram_hashes(self.codes, ANCHOR)
        return np.where(valid, hashes, np.uint64(0))

    @cached_property
    def lexicon(self) -> Lexicon:
        """Its short grams, to look others up in."""
        order = np.argsort(self.grams, kind="stable")
        order = order[np.searchsorted(self.grams[order], np.uint64(0), "right") :]
        hashes = self.grams[order]
        starts = np.flatnonzero(np.concatenate((np.ones(min(1, len(hashes)), dtype=np.bool_), hashes[1:] != hashes[:-1])))
        known = np.zeros(SLOTS, dtype=np.bool_)
        known[(hashes & np.uint64(SLOTS - 1)).astype(np.intp)] = True
        return Lexicon(hashes[starts], order, starts, np.diff(np.concatenate((starts, [len(order)]))), known)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the document's text from unit `start` up to unit `end`."""
        return int(self.places[start]), int(self.places[end - 1]) + 1

    def within(self, start: int, end: int) -> slice:
        """The units that stand in a stretch of the document's text."""
        low, high = np.searchsorted(self.places, (start, end)).tolist()
        return slice(low, high)


SLOTS = 1 << 16
ANCHOR = 8  # units of a gram inside a pair that is already a candidate: short, so that noise leaves some whole
MIX = np.uint64(0x9E3779B97F4A7C15)


def fold(text: str, spans: Iterable[tuple[int, int]]) -> Folded:
    """The folded form of some spans of a text."""
    parts: list[Codes] = []
    places: list[Places] = []
    for start, end in spans:
        raw = np.frombuffer(text[start:end].encode("utf-32-le", "surrogatepass"), dtype="<u4")
        codes, counts = table().fold(raw)
        parts += [np.repeat(codes, counts), np.array([BREAK], dtype=np.uint32)]
        places += [np.repeat(np.arange(start, start + len(raw), dtype=np.int64), counts), np.array([max(start, end - 1)], dtype=np.int64)]
    if not parts:
        return Folded(np.zeros(0, dtype=np.uint32), np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.uint32))
    codes, at = np.concatenate(parts)[:-1], np.concatenate(places)[:-1]
    return Folded(codes, at, marks(text, at))


def refolded(text: str) -> Folded:
    """A folded text once more from its codes as a string (`Folded.text`), to be aligned: without the places, which only the case knows."""
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype="<u4").astype(np.uint32)
    return Folded(codes, np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.uint32))


def marks(text: str, places: Places) -> NDArray[np.uint32]:
    """A digest of the characters between each place and the next."""
    if not len(places):
        return np.zeros(0, dtype=np.uint32)
    first = int(places[0])
    raw = np.frombuffer(text[first : int(places[-1]) + 1].encode("utf-32-le", "surrogatepass"), dtype="<u4")
    mixed = (raw.astype(np.uint32) + np.uint32(7)) * np.uint32(0x9E3779B1)
    mixed ^= mixed >> np.uint32(15)
    return np.asarray(np.add.reduceat(mixed, places - first), dtype=np.uint32)


def power(exponent: int) -> np.uint64:
    """The multiplier of the polynomial hash to a power."""
    return np.uint64(pow(int(MIX), exponent, 1 << 64))


def gram_hashes(codes: Codes, size: int) -> tuple[NDArray[np.uint64], NDArray[np.bool_]]:
    """A 64-bit hash of the gram that begins at each place, and whether the gram holds no break."""
    count = len(codes) - size + 1
    if count <= 0:
        return np.zeros(0, dtype=np.uint64), np.zeros(0, dtype=np.bool_)
    wide = codes.astype(np.uint64)
    hashes, done = np.zeros(count, dtype=np.uint64), 0
    for bit in range(size.bit_length()):  # the polynomial hash of a gram from those of its parts of 1, 2, 4 … units
        if size >> bit & 1:
            hashes = hashes * power(1 << bit) + wide[done : done + count]
            done += 1 << bit
        wide = wide[: -(1 << bit)] * power(1 << bit) + wide[1 << bit :]
    hashes ^= hashes >> np.uint64(29)
    hashes *= np.uint64(0xBF58476D1CE4E5B9)
    hashes ^= hashes >> np.uint64(32)
    breaks = np.concatenate(([0], np.cumsum(codes == BREAK)))
    return hashes, breaks[size:] == breaks[:-size]

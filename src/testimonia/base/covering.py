"""Names covered by pseudonyms: where they stand in a text, the text without them, and how its offsets move.

Names are looked for in a folded form: without case, diacritics, invisible characters and look-alike letters of other scripts, their
words joined by anything short (a blank, a hyphen, nothing). A single word that the texts mostly write in lower case is an ordinary word
too: it is covered only where it has a capital.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import accumulate
from urllib.parse import unquote

from testimonia.base.spans import Span

WORD = re.compile(r"[^\W_]+")
GAP = r"(?:[\W_]|%20){0,4}"
ENCODED = re.compile(r"%[0-9a-fA-F]{2}")
TOKEN = re.compile(r"\S+")
SHORTEST = 4  # letters of a last word that may have an s behind it
# Letters of other scripts that are drawn like Latin ones (the basic letters of the Unicode table of confusables).
LOOKALIKES = dict(zip("аесорхуіјѕԁһкмтвнгαορνικυετ", "aecopxyijsdhkmtbhraopvikuet", strict=True))


@dataclass(frozen=True, slots=True)
class Protected:
    """Somebody who is not to be named: the pseudonym, the names, and the id of the entity where the case knows it."""

    pseudonym: str
    names: tuple[str, ...]
    entity: str = ""


@lru_cache(maxsize=65536)
def fold_char(char: str) -> str:
    """A character as it is compared: nothing for a mark or an invisible one."""
    parts = unicodedata.normalize("NFKD", char).casefold()
    return "".join(LOOKALIKES.get(part, part) for part in parts if unicodedata.category(part) not in ("Mn", "Cf"))


def folded(text: str) -> tuple[str, list[int] | None]:
    """The text as it is compared, and for each of its characters where it comes from; none where every character keeps its place."""
    if text.isascii():
        return text.lower(), None
    parts = [fold_char(char) for char in text]
    joined = "".join(parts)
    if len(joined) == len(text) and all(len(part) == 1 for part in parts):
        return joined, None
    return joined, [place for place, part in enumerate(parts) for _ in part]


@dataclass(frozen=True)
class Cover:
    """The names to cover. `ordinary` are the folded single words that count as names only with a capital."""

    people: tuple[Protected, ...]
    ordinary: frozenset[str] = frozenset()

    @cached_property
    def by_words(self) -> dict[tuple[str, ...], str]:
        """The pseudonym of each name, by its folded words; the first of two people of one name."""
        found: dict[tuple[str, ...], str] = {}
        for person in self.people:
            for name in person.names:
                words = tuple(WORD.findall(folded(name)[0]))
                if words:
                    found.setdefault(words, person.pseudonym)
        return found

    @cached_property
    def words(self) -> frozenset[str]:
        """All folded words of the names, one by one."""
        return frozenset(word for words in self.by_words for word in words)

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """All names, the longest first."""
        ordered = sorted(self.by_words, key=lambda words: (-len("".join(words)), words))
        parts = (GAP.join(map(re.escape, words)) + ("s?" if len(words[-1]) >= SHORTEST else "") for words in ordered)
        return re.compile("(?<![^\\W_])(?:" + "|".join(f"({part})" for part in parts) + ")(?![^\\W_])" if self.by_words else "(?!)")

    @cached_property
    def pseudonyms(self) -> tuple[str, ...]:
        """The pseudonym of each group of the pattern."""
        ordered = sorted(self.by_words, key=lambda words: (-len("".join(words)), words))
        return tuple(self.by_words[words] for words in ordered)

    def places(self, text: str) -> list[tuple[Span, str]]:
        """Where names stand in a text, in order, each with its pseudonym."""
        found = list(self.plain_places(text))
        if "%" in text:
            taken = {index for span, _ in found for index in (span.start, span.end - 1)}
            hidden = (pair for pair in self.encoded_places(text) if taken.isdisjoint(range(*pair[0])))
            found = sorted([*found, *hidden])
        return found

    def plain_places(self, text: str) -> Iterator[tuple[Span, str]]:
        """Where names stand as they are."""
        plain, origin = folded(text)
        for match in self.pattern.finditer(plain):
            start, end = match.start(), match.end()
            span = Span(start, end) if origin is None else Span(origin[start], origin[end - 1] + 1)
            if not (match.group().removesuffix("s") in self.ordinary or match.group() in self.ordinary) or not text[span.start].islower():
                yield span, self.pseudonyms[(match.lastindex or 1) - 1]

    def encoded_places(self, text: str) -> Iterator[tuple[Span, str]]:
        """Words (addresses, mostly) in which a name is hidden behind percent signs."""
        for token in TOKEN.finditer(text):
            if ENCODED.search(token.group()):
                inside = list(self.plain_places(unquote(token.group())))
                if inside:
                    yield Span(*token.span()), inside[0][1]

    def text(self, text: str) -> str:
        """The text with pseudonyms in place of names."""
        return Covered.of(self, text).text


@dataclass(frozen=True, slots=True)
class Covered:
    """A covered text. `starts` and `ends` are the places of the names in the original, `new` those of the pseudonyms."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    new: tuple[Span, ...]

    @classmethod
    def of(cls, cover: Cover, text: str) -> Covered:
        """Cover a text."""
        places = cover.places(text)
        if not places:
            return cls(text, (), (), ())
        pieces, at = [], 0
        for span, pseudonym in places:
            pieces += [text[at : span.start], pseudonym]
            at = span.end
        edges = [0, *accumulate(map(len, pieces))]
        new = tuple(Span(edges[2 * n + 1], edges[2 * n + 2]) for n in range(len(places)))
        starts, ends = tuple(span.start for span, _ in places), tuple(span.end for span, _ in places)
        return cls("".join(pieces) + text[at:], starts, ends, new)

    def span(self, span: tuple[int, int]) -> Span:
        """A span of the original as a span of the covered text; one that begins or ends inside a name takes the whole pseudonym."""
        return Span(self.place(span[0], last=False), self.place(span[1], last=True))

    def place(self, at: int, *, last: bool) -> int:
        """One offset: behind the last name before it, or at an edge of the pseudonym of the name that it lies in."""
        index = bisect_right(self.starts, at - 1 if last else at) - 1
        if index < 0:
            return at
        start, end = self.new[index]
        if at < self.ends[index] or (last and at == self.ends[index]):
            return end if last else start
        return end + at - self.ends[index]


def ordinary_words(people: Iterable[Protected], texts: Iterable[str]) -> frozenset[str]:
    """The single words among the names that the texts write in lower case more often than not."""
    words = {words[0] for person in people for name in person.names if len(words := WORD.findall(folded(name)[0])) == 1}
    if not words:
        return frozenset()
    counted = dict.fromkeys(words, 0)
    pattern = re.compile(r"(?<![^\W_])(?:" + "|".join(sorted(map(re.escape, words))) + r")(?![^\W_])")
    for text in texts:
        plain, origin = folded(text)
        for match in pattern.finditer(plain):
            at = match.start() if origin is None else origin[match.start()]
            counted[match.group()] += 1 if text[at].islower() else -1
    return frozenset(word for word, more in counted.items() if more > 0)


def parts_of_names(names: Sequence[str]) -> tuple[str, ...]:
    """The names and the last word of each full one: a surname alone names its bearer too."""
    last = (words[-1] for name in names if len(words := WORD.findall(name)) > 1 and len(words[-1]) > 2 and not words[-1].islower())
    return tuple(dict.fromkeys([*names, *last]))

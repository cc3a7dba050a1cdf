"""The words of a language's pack that say what happened and what is counted, as they are looked up where no parser has read a text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from testimonia.base.grammar import grammar
from testimonia.base.languages import primary, table
from testimonia.extract.claims.classes import classes

SHORTEST = 3  # letters of a beginning
MOST_WORDS = 3  # of one entry of a list


@dataclass(frozen=True, eq=False)
class Listed:
    """What words stand for: whole words or phrases, beginnings and ends of words, and phrases with such beginnings."""

    whole: Mapping[str, str]
    begins: Mapping[str, str]
    ends: Mapping[str, str]  # the last part of words that are written together ("Bergretter")
    phrases: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]  # by the first letter of the last word

    @classmethod
    def of(cls, lists: Mapping[str, Iterable[str]]) -> Listed:
        """The lists of a pack, each under what its entries stand for; a star stands for any ending, or any beginning."""
        entries = [(entry, name) for name, words in sorted(lists.items()) for entry in words]
        phrases: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for entry, name in entries:
            parts = tuple(entry.split())
            if "*" in entry and len(parts) > 1:
                phrases.setdefault(parts[-1][0], []).append((parts, name))
        return cls(
            {entry: name for entry, name in entries if "*" not in entry},
            {entry.removesuffix("*"): name for entry, name in entries if entry.endswith("*") and " " not in entry},
            {entry.removeprefix("*"): name for entry, name in entries if entry.startswith("*")},
            {letter: tuple(listed) for letter, listed in phrases.items()},
        )

    def __bool__(self) -> bool:
        return bool(self.whole or self.begins)

    def one(self, word: str) -> str | None:
        """What a single word stands for; of several beginnings or ends the longest tells."""
        found = self.whole.get(word)
        if found is not None or not (self.begins or self.ends):
            return found
        found = next((self.begins[word[:size]] for size in range(len(word), SHORTEST - 1, -1) if word[:size] in self.begins), None)
        return found or next((self.ends[word[at:]] for at in range(len(word) - SHORTEST) if word[at:] in self.ends), None)

    def ending(self, words: Sequence[str]) -> str | None:
        """What some words in a row stand for, of which the last alone may count: the longest phrase that ends with it."""
        for size in range(min(MOST_WORDS, len(words)), 1, -1):
            if (found := self.whole.get(" ".join(words[-size:]))) is not None:
                return found
        for parts, name in self.phrases.get(words[-1][:1], ()):
            if len(parts) <= len(words) and all(map(fits, words[-len(parts) :], parts)):
                return name
        return self.one(words[-1])

    def opening(self, words: Sequence[str]) -> str | None:
        """What some words in a row stand for, of which the first alone may count."""
        for size in range(min(MOST_WORDS, len(words)), 1, -1):
            if (found := self.whole.get(" ".join(words[:size]))) is not None:
                return found
        return self.one(words[0]) if words else None


def fits(word: str, part: str) -> bool:
    """Whether a word is one of a phrase's, or begins so."""
    return word.startswith(part[:-1]) if part.endswith("*") else word == part


@dataclass(frozen=True, eq=False)
class Words:
    """The event words and counted nouns of a language, and the words around them."""

    events: Listed
    counting: Listed
    sizes: Listed
    negations: frozenset[str]
    joining: frozenset[str]
    aging: frozenset[str]
    things: frozenset[str]
    turning: frozenset[str]
    numbering: frozenset[str]
    between: frozenset[str]
    adjectives: tuple[str, ...]
    bounding: tuple[str, ...]
    clitics: tuple[str, ...]
    siting: frozenset[str] = frozenset()

    def bare(self, word: str) -> Iterable[str]:
        """A word, and what is left of it without what is written together with it in front."""
        yield word
        for clitic in self.clitics:
            if word.startswith(clitic) and len(word) - len(clitic) >= SHORTEST:
                yield word[len(clitic) :]

    def event(self, words: Sequence[str]) -> str | None:
        """What the last of some words says happened, alone or with those before it."""
        if not self.clitics:
            return self.events.ending(words)
        return next((found for word in self.bare(words[-1]) if (found := self.events.ending([*words[:-1], word])) is not None), None)

    def group(self, words: Sequence[str]) -> str | None:
        """Which group the first of some words counts, alone or with those behind it."""
        return self.counting.opening(words)

    def describing(self, word: str) -> bool:
        """Whether a word that the pack does not know looks like an adjective before the counted noun ("twelve foreign miners")."""
        return bool(self.adjectives) and word.endswith(self.adjectives)

    def size(self, word: str) -> str | None:
        """What the word says that a sum, a share or a measure is of."""
        return next((found for bare in self.bare(word) if (found := self.sizes.one(bare)) is not None), None)


@cache
def words_of(language: str) -> Words:
    """The words of a language's pack."""
    pack: Mapping[str, Any] = table(primary(language), "claims")

    def words(topic: str, name: str = "words") -> frozenset[str]:
        return frozenset(pack.get(topic, {}).get(name, ()))

    return Words(
        events=Listed.of(pack.get("events", {})), counting=Listed.of(pack.get("counting", {})), sizes=sizes_of(pack),
        negations=grammar(language).negations, joining=words("joining"), aging=words("aging"), things=words("aging", "things"),
        turning=words("aging", "turning"), numbering=words("numbering"), between=words("between"),
        adjectives=tuple(pack.get("between", {}).get("adjectives", ())),
        bounding=tuple(word.removesuffix("*") for word in pack.get("bounding", {}).get("verbs", ())),
        clitics=tuple(pack.get("clitics", {}).get("before", ())), siting=words("sites"),
    )  # fmt: skip


def sizes_of(pack: Mapping[str, Any]) -> Listed:
    """What sums and measures are of; English gives that table another form, for its parser."""
    lists = pack.get("sizes", {})
    return Listed.of(lists if pack.get("events") else {})


def key_words(name: str) -> frozenset[str]:
    """The keys of events, nouns, sizes and axes in the packs of which something holds (`of_keys` in the English pack says what)."""
    return classes("en").words("of_keys", name)

"""The cue words of a language, read from its pack (`speech.toml`)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from testimonia.base.extractions import STANCES
from testimonia.base.languages import table


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Cue words by word class, each with its stance."""

    verbs: dict[str, str]
    nouns: dict[str, str]
    adjectives: dict[str, str]
    infinitive: dict[str, str]
    phrases: dict[str, str]
    adverbs: dict[str, str]


@cache
def lexicon(language: str) -> Lexicon:
    """The cue words of a language; empty where its pack has none."""
    pack = table(language, "speech")
    return Lexicon(*(by_word(pack.get(name, {})) for name in ("verbs", "nouns", "adjectives", "infinitive", "phrases", "adverbs")))


def by_word(stances: dict[str, list[str]]) -> dict[str, str]:
    """Each word with its stance; a stance that nobody knows is a mistake in the pack."""
    unknown = set(stances) - set(STANCES)
    if unknown:
        raise ValueError(f"speech.toml names a stance that does not exist: {', '.join(sorted(unknown))}")
    return {word: stance for stance, words in stances.items() for word in words}

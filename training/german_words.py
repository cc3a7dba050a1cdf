"""The German part of `fitted/known.npz`: common nouns, by which a name is told from a noun, and the words that begin a compound.

    python -m training.german_words

Nouns in all their forms are those of german-nouns (from the German Wiktionary, CC BY-SA 4.0) that are nobody's and no place's name;
the other words are those of wordfreq (CC BY-SA 4.0) that are German rather than a name that other languages have as often. A noun
that is a compound of kept words is left out: `extract/mentions/german.py` puts it together again. Needs the extra `training`.
"""

from __future__ import annotations

import csv
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cached_property
from importlib.resources import files
from pathlib import Path

import numpy as np
from wordfreq import top_n_list, zipf_frequency  # type: ignore[import-not-found, unused-ignore]

from testimonia.extract.mentions.german import ENDINGS, INFLECTED, JOINTS, SHORT
from testimonia.fitted import known
from testimonia.fitted.known import digest
from testimonia.link.entities.forms import normal

TO = Path(known.__file__).with_name("known.npz")
NAMES = frozenset("Toponym Vorname Nachname Eigenname Straßenname Buchstabe Symbol Suffix Affix Redewendung Wortverbindung".split())
COMMON = 30_000  # words of a language that are common
OTHERS = ("en", "fr", "es", "it", "pl")  # whose words tell names from German words
NEARLY = 1.0  # how much more often a word stands in German than in another language that has it as a name, as a power of ten
FREQUENT = 5.2  # how often a word stands that is no name though some place is called so ("weil"), as a power of ten in a billion
INFINITIVE, VERB = ("en", "n"), ("t", "te", "ten", "e", "st")
LONGEST = 40  # letters of a noun


class German:
    """The word lists of German, in normal form."""

    @cached_property
    def wiktionary(self) -> tuple[frozenset[str], frozenset[str]]:
        """The forms of common nouns and those of names."""
        held: tuple[set[str], set[str]] = (set(), set())
        with (files("german_nouns") / "nouns.csv").open(encoding="utf-8") as stream:
            for row in csv.DictReader(stream):
                named = not NAMES.isdisjoint(str(row.pop("pos")).split(","))
                forms = (form for key, form in row.items() if form and not key.startswith("genus"))
                held[named].update(normal(form) for form in forms if form.isalpha() and len(form) >= SHORT)
        return frozenset(held[0]), frozenset(held[1])

    @cached_property
    def frequent(self) -> dict[str, str]:
        """The common words by their normal forms."""
        return {form: word for word in reversed(top_n_list("de", COMMON)) if (form := normal(word))}

    @cached_property
    def used_as_nouns(self) -> frozenset[str]:
        """Nouns, and the forms of adjectives and verbs that may be used as nouns."""
        adjectives = (word for word in self.frequent if any(self.inflects(stem) for stem in stems(word, ENDINGS)))
        verbs = (word for word in self.frequent if any(self.stands_with(stem, VERB) >= 2 for stem in stems(word, INFINITIVE)))
        return self.wiktionary[0] | frozenset(adjectives) | frozenset(verbs)

    @cached_property
    def words(self) -> frozenset[str]:
        """The common words that are no names."""
        names = {word for word in self.wiktionary[1] - self.used_as_nouns if zipf_frequency(self.frequent.get(word, ""), "de") < FREQUENT}
        return frozenset(word for word in self.frequent if word in self.used_as_nouns or not self.foreign(word)) - names

    def stands_with(self, stem: str, endings: tuple[str, ...]) -> int:
        """With how many of some endings a stem is common."""
        return sum(stem + ending in self.frequent for ending in endings)

    def inflects(self, stem: str) -> bool:
        """Whether a stem stands with the endings of adjectives."""
        return self.stands_with(stem, ENDINGS) >= INFLECTED - 1

    def foreign(self, word: str) -> bool:
        """Whether another language has a word nearly as often, and it is no adjective."""
        written, often = self.frequent[word], zipf_frequency(self.frequent[word], "de")
        told = any(written in COMMON_ABROAD[code] and often - zipf_frequency(written, code) < NEARLY for code in OTHERS)
        return told and not self.inflects(word)


COMMON_ABROAD = {code: frozenset(top_n_list(code, COMMON)) for code in OTHERS}


def stems(word: str, endings: tuple[str, ...]) -> Iterator[str]:
    """What is left of a word without each of the endings that it has."""
    return (stem for ending in endings if word.endswith(ending) and len(stem := word[: len(word) - len(ending)]) >= SHORT)


class Kept:
    """The nouns that are kept, the shorter ones first; `words` may stand before them in a compound."""

    def __init__(self, words: frozenset[str]) -> None:
        self.words, self.nouns, self.told = words, set[str](), dict[str, bool]()

    def take(self, nouns: frozenset[str]) -> None:
        """Keep the nouns that are no compounds of others."""
        for length in range(SHORT, LONGEST):
            self.told = {}
            self.nouns |= {noun for noun in nouns if len(noun) == length and not self.noun(noun)}

    def noun(self, word: str) -> bool:
        """Whether a word is a noun of those kept or a compound of them, as `german.noun` tells it."""
        if word in self.nouns:
            return True
        if word not in self.told:
            self.told[word] = any(self.noun(word[at:]) and self.leads(word[:at]) for at in range(SHORT, len(word) - SHORT + 1))
        return self.told[word]

    def leads(self, word: str) -> bool:
        """Whether a word may stand before another in a compound."""
        return any(self.noun(head) or (head in self.words and (len(head) > SHORT or self.inflects(head))) for head in stems(word, JOINTS))

    def inflects(self, stem: str) -> bool:
        """Whether a word stands with the endings of adjectives."""
        return sum(stem + ending in self.words for ending in ENDINGS) >= INFLECTED


def packed(found: Iterable[str]) -> np.ndarray:
    """The digests, sorted, each once."""
    return np.unique(np.array([digest(form) for form in found], dtype=np.uint32))


def kinds() -> dict[str, frozenset[str]]:
    """The words of each kind."""
    held = German()
    kept = Kept(held.words)
    kept.take(held.used_as_nouns)
    return {"german": held.words, "nouns": frozenset(kept.nouns)}


def put(found: Mapping[str, Collection[str]]) -> None:
    """Pack some kinds beside the others, and say how many words each has."""
    with np.load(TO, allow_pickle=False) as parts:
        others = {kind: parts[kind] for kind in parts.files}
    np.savez_compressed(TO, **{**others, **{kind: packed(words) for kind, words in found.items()}})
    print(", ".join(f"{len(words)} {kind}" for kind, words in found.items()))


if __name__ == "__main__":
    put(kinds())

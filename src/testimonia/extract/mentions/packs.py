"""What a language pack knows of names in texts without a parser: the words that show a kind, and the small ones beside and inside."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Token

from testimonia.base.grammar import grammar
from testimonia.base.languages import having, table
from testimonia.extract.mentions.words import listed, words

PARTICLES = words("und").particles
KINDS = ("organisation", "work", "event", "place")
APOSTROPHE = re.compile("['’]")
BARE = 3  # letters before an apostrophe
NOTHING = re.compile(r"(?!)")


@dataclass(frozen=True)
class Pack:
    """What a language knows of capitalised names: the words that show a kind, the small words inside a name, and those before a place.

    `purposes` are the small words with which a body's name goes on before a capital only ("Centro para la Paz", "el Centro para reducir").
    `generic` are the words that say what somebody is and are no part of the name ("the firm X"), `ministries` those that stand small
    at the head of a body's name ("ministère de la Santé"), `streets` those for streets and squares, which do so too ("rue de la Paix").
    """

    kinds: tuple[tuple[str, re.Pattern[str]], ...]
    connectors: frozenset[str]
    joiners: frozenset[str]
    where: frozenset[str]
    head_last: bool
    genitives: tuple[str, ...] = ()
    behind: bool = False
    adjectives: re.Pattern[str] = NOTHING
    adjective_first: bool = False
    portfolios: frozenset[str] = frozenset()
    generic: re.Pattern[str] = NOTHING
    ministries: frozenset[str] = frozenset()
    streets: re.Pattern[str] = NOTHING
    purposes: frozenset[str] = frozenset()

    def kind(self, word: str) -> str | None:
        """The kind that one word shows, without an ending behind an apostrophe ("Üniversitesi'nden")."""
        bare = APOSTROPHE.split(word, maxsplit=1)[0]
        folded = (bare if len(bare) >= BARE else word).casefold()
        return next((kind for kind, pattern in self.kinds if pattern.fullmatch(folded)), None)

    def adjectival(self, word: str) -> bool:
        """Whether a word has the ending of an adjective."""
        return self.adjectives.fullmatch(word.casefold()) is not None

    def inside(self, words: list[str]) -> frozenset[str]:
        """The small words that may follow inside a name that begins with these: none without a word for a kind, *and* only in a body's."""
        kinds = {self.kind(word) for word in words} - {None}
        if "organisation" not in kinds:
            return self.connectors if kinds else frozenset()
        small = self.connectors | self.purposes
        return small if (small | PARTICLES).isdisjoint(words) else small | self.joiners

    def shown(self, run: list[Token]) -> str | None:
        """The kind that a name of several words shows by the word that heads it."""
        kinds = [kind for token in run if (kind := self.kind(token.text))] if len(run) > 1 else []
        return ("organisation" if "organisation" in kinds else kinds[-1]) if kinds and self.head_last else next(iter(kinds), None)


@cache
def pack(language: str) -> Pack:
    """The pack of a language; that of all languages together for English, whose foreign paragraphs come here."""
    codes = having("names") if language == "en" else (language,)
    kinds = tuple((kind, pattern(sorted(set().union(*(listed(code, f"{kind}_names") for code in codes))))) for kind in KINDS)
    own = () if language == "en" else (language,)
    connectors, joiners, where = (frozenset().union(*(listed(code, key) for code in own)) for key in ("connectors", "joiners", "where"))
    endings = sorted(set().union(*(listed(code, "adjectives") for code in own)))
    generic = pattern(sorted(set().union(*(listed(code, "generic") for code in own))))
    built = grammar(language)
    return Pack(
        kinds, connectors, joiners, where, built.head_last, tuple(sorted(listed(language, "genitives"))), built.body_behind,
        pattern(endings), bool(endings) and built.adjective == "before", listed(language, "portfolios"), generic,
        listed(language, "ministries"), pattern(sorted(table(language, "loading").get("streets", ()))), listed(language, "purposes"),
    )  # fmt: skip


def pattern(entries: list[str]) -> re.Pattern[str]:
    """A list of words as one pattern; a star stands for any letters."""
    parts = (re.escape(entry.casefold()).replace(r"\*", r"\w*") for entry in entries)
    return re.compile("|".join(parts) or r"(?!)")

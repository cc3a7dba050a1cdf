"""The loaded words of a language where they stand in a text (`loading.toml`): one word, or several in a row."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc, Token

from testimonia.base.grammar import grammar
from testimonia.base.languages import table
from testimonia.base.scripts import in_scripts
from testimonia.extract.mentions.found import articles
from testimonia.extract.mentions.packs import pattern

KINDS = ("pejorative", "laudatory")
LONGEST = 3  # words of an entry


@dataclass(frozen=True)
class Loaded:
    """What a language knows of loaded phrases.

    `single` and `several` are the loaded words, `first` the words that entries of several begin with; `distance` are the words that say
    *so-called*; `collective` the nouns for a body or a crowd, which name somebody by themselves; `persons` the nouns that do so in
    languages without articles; `openers` the small words that begin a phrase; `in_names` the loaded words with which names begin too
    ("Santa"); `abstract` the loaded words that are nobody ("terrorism").
    """

    single: re.Pattern[str]
    several: re.Pattern[str]
    first: re.Pattern[str]
    distance: re.Pattern[str]
    collective: re.Pattern[str]
    persons: re.Pattern[str]
    abstract: re.Pattern[str]
    in_names: re.Pattern[str]
    openers: frozenset[str]

    def opens(self, token: Token) -> bool:
        """Whether a phrase about somebody may begin with a word: an article, "our", "this"."""
        return token.text.casefold().replace("’", "'") in self.openers


@cache
def loaded(language: str) -> Loaded:
    """The loaded words of a language, all patterns empty when it has none."""
    held = {key: in_scripts(words, language) for key, words in table(language, "loading").items()}
    entries = sorted({folded(word) for key in KINDS for word in held.get(key, ())})
    entries += [
        f"{ware}{lord}" for ware in sorted(held.get("wares", ())) for lord in sorted(held.get("lords", ())) if grammar(language).compounds
    ]
    entries += [
        f"{lord} {of}" for lord in sorted(held.get("lords", ())) for of in sorted(held.get("of", ())) if not grammar(language).compounds
    ]
    several = [entry for entry in entries if " " in entry]
    parted = [entry for key in KINDS for entry in map(str.casefold, held.get(key, ())) if "-" in entry and " " not in entry]
    lists = {key: pattern(sorted(map(folded, held.get(key, ())))) for key in ("distance", "collective", "persons", "abstract", "in_names")}
    return Loaded(
        single=pattern([entry for entry in entries if " " not in entry]),
        several=pattern(sorted({*several, *map(folded, parted)})),
        first=pattern(sorted({entry.split()[0] for entry in several} | {entry.split("-")[0] for entry in parted})),
        openers=articles(language) | held.get("openers", frozenset()),
        **lists,
    )


def folded(text: str) -> str:
    """Words in lower case, compounds as one word."""
    return re.sub(r"[-‐‑]", "", text.casefold())


def loaded_runs(doc: Doc, language: str) -> Iterator[tuple[Token, Token]]:
    """The loaded words of a text, first and last token of each, the longest entry that begins at a place."""
    known = loaded(language)
    for token in doc:
        word = folded(token.text)
        last = behind(token, known) if known.first.fullmatch(word) is not None else None
        if last is not None or known.single.fullmatch(word) is not None:
            yield token, last if last is not None else token


def behind(token: Token, known: Loaded) -> Token | None:
    """The last token of an entry of several words that begins at a token."""
    doc = token.doc
    for end in range(min(token.i + LONGEST, len(doc)), token.i + 1, -1):
        if known.several.fullmatch(folded(doc[token.i : end].text)) is not None:
            return doc[end - 1]
    return None


def leads_name(first: Token) -> bool:
    """Whether a word that opens a run of capitals is a loaded one, so that the name begins behind it."""
    known, word = loaded(first.doc.lang_), folded(first.text)
    return first.text[1:].islower() and known.single.fullmatch(word) is not None and known.in_names.fullmatch(word) is None


def nobody(text: str, language: str) -> bool:
    """Whether a loaded word is no person and no body but a thing or a quality ("terrorism"), or no loaded word at all."""
    known, word = loaded(language), folded(text)
    return known.single.fullmatch(word) is None or known.abstract.fullmatch(word) is not None


def one_entry(first: Token, following: Token) -> bool:
    """Whether a word and the one behind it are a loaded entry of English ("a *nest of* spies", "*fat cats*")."""
    return loaded("en").several.fullmatch(f"{folded(first.text)} {folded(following.text)}") is not None

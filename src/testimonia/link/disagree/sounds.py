"""Names across languages: how they sound, so that "Sharvan", "Sharvanit" and the same name in Arabic letters meet."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache

from testimonia.base.documents import Article
from testimonia.base.languages import primary
from testimonia.link.disagree.keys import Keyed
from testimonia.link.disagree.profiles import Profiles
from testimonia.link.reuse.crossing import skeleton

WORD = re.compile(r"[^\W\d_]{3,30}")
SHORTEST, LETTERS = 3, 4  # consonants that a name must have; how many are compared: endings change with the language
READ = 20_000  # characters of a text in a script without capitals that are looked at for names
ENGLISH = "en"


@cache
def sound(word: str) -> str:
    """The first consonants of a name as they sound in most languages; empty for what is too short to tell anything."""
    bare = skeleton(word)
    return "k:" + bare[:LETTERS] if len(bare) >= SHORTEST else ""


def foreign(article: Article | None) -> bool:
    """Whether the article is in a language that is read without a parser."""
    return article is not None and primary(article.language or ENGLISH) != ENGLISH


def capitalised(words: str) -> Iterable[str]:
    """The words of a name that carry it."""
    return (word for word in WORD.findall(words) if word[0].isupper())


class Sounds:
    """The sounds of the names of each article, in a case that holds articles in other languages."""

    def __init__(self, articles: Mapping[str, Article], texts: Mapping[str, str], named: Iterable[tuple[str, str]]) -> None:
        """`named` are (article, name) pairs: the names that mentions give."""
        self.foreign = frozenset(ident for ident, article in articles.items() if foreign(article))
        self.texts = texts
        heard: dict[str, set[str]] = defaultdict(set)
        for article, name in named if self.foreign else ():
            heard[article] |= {sound(word) for word in capitalised(name)} - {""}
        known = frozenset().union(*(sounds for article, sounds in heard.items() if article not in self.foreign))
        for ident in sorted(self.foreign):
            own = articles[ident]
            for span in (*own.body, *((own.title,) if own.title else ())):
                heard[ident] |= self.uncased(span.of(texts[own.document])[:READ]) & known
        met = frozenset().union(*(heard[ident] for ident in self.foreign))
        self.met = known & met
        self.profiles = Profiles((article, key) for article in sorted(heard) for key in sorted(heard[article] & self.met))

    def uncased(self, text: str) -> set[str]:
        """The sounds of the words of a script without capitals."""
        return {sound(word) for word in WORD.findall(text) if word[0].lower() == word[0].upper()}

    def heard(self, one: Keyed) -> Keyed:
        """A claim with the sounds of the names around it."""
        if not self.met:
            return one
        text, claim = self.texts[one.claim.document], one.claim
        spans = (*claim.names, *claim.context)
        sounds = {sound(word) for span in spans for word in capitalised(span.of(text))}
        is_foreign = claim.article in self.foreign
        if is_foreign:
            sounds |= self.uncased(claim.sentence.of(text)[:READ])
        return replace(one, sounds=frozenset(sounds & self.met), foreign=is_foreign)

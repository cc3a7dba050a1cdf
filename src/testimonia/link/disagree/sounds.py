"""Names across languages: how they sound, so that "Sharvan", "Sharvanit" and the same name in Arabic letters meet."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from testimonia.base.documents import Article
from testimonia.base.extractions import Claim
from testimonia.base.languages import primary
from testimonia.base.links import Heard
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


def foreign(language: str | None) -> bool:
    """Whether a language is one that is read without a parser."""
    return primary(language or ENGLISH) != ENGLISH


def capitalised(words: str) -> Iterable[str]:
    """The words of a name that carry it."""
    return (word for word in WORD.findall(words) if word[0].isupper())


def uncased(text: str) -> set[str]:
    """The sounds of the words of a script without capitals."""
    return {sound(word) for word in WORD.findall(text[:READ]) if word[0].lower() == word[0].upper()}


def heard_in(article: Article, names: Iterable[str], text: str) -> Heard:
    """The sounds of the names that an article's mentions give; in another language, of all words that may be names too."""
    apart = foreign(article.language)
    sounds = {sound(word) for name in names for word in capitalised(name)}
    for span in (*article.body, *((article.title,) if article.title else ())) if apart else ():
        sounds |= uncased(span.of(text))
    return Heard(article.id, apart, tuple(sorted(sounds - {""})))


def sounds_of(claim: Claim, text: str, *, apart: bool) -> frozenset[str]:
    """The sounds of the names around a claim; `apart` when its text is in a language without a parser."""
    sounds = {sound(word) for span in (*claim.names, *claim.context) for word in capitalised(span.of(text))}
    return frozenset((sounds | uncased(claim.sentence.of(text)) if apart else sounds) - {""})


def met(heard: Iterable[Heard]) -> frozenset[str]:
    """The sounds that stand in an article with a parser and in one without: only these tell anything across languages."""
    listed = list(heard)
    known, others = (frozenset().union(*(one.sounds for one in listed if one.foreign is apart)) for apart in (False, True))
    return known & others

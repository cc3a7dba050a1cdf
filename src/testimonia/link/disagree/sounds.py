"""Names across languages: how they sound, so that "Sharvan", "Sharvanit" and the same name in Arabic letters meet."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from testimonia.base.documents import Article
from testimonia.base.extractions import Claim
from testimonia.base.grammar import grammar
from testimonia.base.languages import primary, table
from testimonia.base.links import Heard
from testimonia.base.phrases import any_of
from testimonia.base.spans import Span
from testimonia.fitted.known import common_word
from testimonia.link.disagree.profiles import FEW
from testimonia.link.entities.forms import normal
from testimonia.link.reuse.crossing import skeleton

WORD = re.compile(r"[^\W\d_]{3,30}")
SHORTEST, LETTERS = 3, 4  # consonants that a name must have; how many are compared: endings change with the language
READ = 20_000  # characters of a text in a script without capitals that are looked at for names
ENGLISH = "en"
# Where every noun has a capital, a word alone is a name behind a bare preposition, or where it looks like no noun.
BEFORE = any_of(str(table("de", "names")["bare_before"]).split())
BARE = re.compile(rf"(?<!\w)(?:{BEFORE})\s(?P<word>[^\W\d_a-zäöüß][^\W\d_]{{3,29}})(?!\w)")
NOUNS = tuple(str(table("de", "names")["noun_endings"]).split())
READINGS = (("rz", "z"), ("j", ""))  # letters, and what they sound like in some languages
WRITTEN_WITH = re.compile(r"^(?:[ובלהמשכ]|[وفبلك]?ال|[وفبلك])(?=\w{3})")  # Hebrew and Arabic "and", "in", "the"
STEM = 4  # letters of a common word that ends a compound
NEAR = 120  # characters before a name that stand near it


@cache
def sound(word: str) -> str:
    """The first consonants of a name as they sound in most languages; empty for what is too short to tell anything."""
    bare = skeleton(word)
    return "k:" + bare[:LETTERS] if len(bare) >= SHORTEST else ""


@cache
def sounds(word: str) -> frozenset[str]:
    """How a name may sound: letters that only some languages read as a consonant of their own are read in both ways ("Lipljan")."""
    low = word.lower()
    forms = {word, *(low.replace(letters, read) for letters, read in READINGS if letters in low)}
    return frozenset(map(sound, forms)) - {""}


def foreign(language: str | None) -> bool:
    """Whether a language is one that is read without a parser."""
    return primary(language or ENGLISH) != ENGLISH


@dataclass(frozen=True)
class Lone:
    """The single words of a German text that may be names: where they stand, and how they sound; sorted."""

    places: tuple[tuple[int, str], ...] = ()

    @classmethod
    def of(cls, text: str) -> Lone:
        """Words that no list of common words holds, behind a bare preposition or not built as nouns are, wherever they stand."""
        listed = [(match.start(), match.group()) for match in WORD.finditer(text[:READ])]
        bare = {match["word"] for match in BARE.finditer(text[:READ])}
        found = {word for _, word in listed if word[0].isupper() and named(word) and (word in bare or not compound(word))}
        heard = frozenset().union(*map(sounds, found))
        return cls(tuple(sorted((at, one) for at, word in listed if word[0].isupper() for one in sounds(word) & heard)))

    def near(self, span: Span) -> set[str]:
        """Those inside a stretch; where it holds none, the last before it, or the first behind."""
        inside = {heard for at, heard in self.places if span.start <= at < span.end}
        if inside or not self.places:
            return inside
        before = [place for place in self.places if place[0] < span.start]
        last = before[-1][0] if before else self.places[0][0] + NEAR
        return {heard for at, heard in self.places if last - NEAR <= at <= last}


def named(word: str) -> bool:
    """Whether a word with a capital is no noun that is common or built as nouns are."""
    return not word.endswith(NOUNS) and not word.isupper() and not common_word(normal(word))


@cache
def compound(word: str) -> bool:
    """Whether a word ends in a common one, as nouns that are put together do, or is that of many things ("Skitourengeher")."""
    low = normal(word)
    return word.endswith(("er", "en", "e", "es")) or any(common_word(low[at:]) for at in range(3, len(low) - STEM + 1))


def lone_in(text: str, languages: Iterable[str | None]) -> Lone:
    """The lone names of a text that is in such a language."""
    return Lone.of(text) if any(grammar(language or ENGLISH).nouns_capital for language in languages) else Lone()


def capitalised(words: str) -> Iterable[str]:
    """The words of a name that carry it."""
    return (word for word in WORD.findall(words) if word[0].isupper())


def uncased(text: str) -> set[str]:
    """The sounds of the words of a script without capitals, with and without what is written together with a name in front."""
    words = [word for word in WORD.findall(text[:READ]) if word[0].lower() == word[0].upper()]
    return {heard for word in words for form in (word, WRITTEN_WITH.sub("", word)) for heard in sounds(form)}


def heard_in(article: Article, names: Iterable[str], text: str, lone: Lone) -> Heard:
    """The sounds of the names that an article's mentions give; in another language, of all words that may be names too."""
    apart = foreign(article.language)
    found = {heard for name in names for word in capitalised(name) for heard in sounds(word)}
    for span in (*article.body, *((article.title,) if article.title else ())) if apart else ():
        found |= uncased(span.of(text)) | {heard for at, heard in lone.places if span.start <= at < span.end}
    return Heard(article.id, apart, tuple(sorted(found - {""})))


def sounds_of(claim: Claim, text: str, lone: Lone, *, apart: bool) -> frozenset[str]:
    """The sounds of the names around a claim; `apart` when its text is in a language without a parser."""
    found = {heard for span in (*claim.names, *claim.context) for word in capitalised(span.of(text)) for heard in sounds(word)}
    if apart:
        found |= lone.near(claim.sentence)
        for span in (claim.sentence, *claim.context):
            found |= uncased(span.of(text))
    return frozenset(found - {""})


def met(heard: Iterable[Heard]) -> frozenset[str]:
    """The sounds that tell something: in an article with a parser and in one without; of a few articles also in two without.

    Among many, four consonants of two texts without a parser are too often those of two names: there only linked names tie them.
    """
    listed = list(heard)
    known, others = (Counter(sound for one in listed if one.foreign is apart for sound in one.sounds) for apart in (False, True))
    small = len(listed) <= FEW
    return frozenset(sound for sound, often in others.items() if sound in known or (small and often > 1))

"""Nouns and names in German, where both have a capital: what is a noun, and what is left of a run of capitals without its nouns."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from spacy.tokens import Token

from testimonia.base.languages.famous import famous
from testimonia.base.phrases import function_words
from testimonia.base.scripts import unmarked
from testimonia.extract.mentions.words import listed
from testimonia.fitted.known import family_name, german_noun, german_word, given_name, known_land, known_town

SHORT = 3  # letters of a name, and of each word of a compound
JOINTS = ("", "s", "n", "en", "es", "er", "e")  # between the words of a compound
LONG = 8  # letters of a noun that is no part of a name behind it
INSIDE = re.compile(r"[^\W\d_A-Z][A-ZÄÖÜ]")
BOTH = ("In", "Innen")
ENDINGS = ("e", "en", "er", "es", "em")  # of adjectives
INFLECTED = 4  # of these forms, from which on a word is an adjective
ADJECTIVE = re.compile(r"\w{3,}(?:isch|lich|haft)(?:e|en|er|es|em)")
TOWN = re.compile(r"\w{3,}(?:kirchen|hausen|heim|dorf|burg|brück|brücken|furt|ingen|hofen|stedt|stett?en|walde|münde|weiler|felden)")
PEOPLE = re.compile(r"\w{6,}(?:er|or|ist|ent|ant|eur|loge|ologe)(?:in)?")  # long nouns for people, which lists of words have not
ABSTRACT = re.compile(
    r"\w+(?:ung|ungen|heit|keit|schaft|ion|ionen|ismus|tät|nis|nisse|enz|anz|ik|ment|ling|sal|tum|isten|ern|ler|innen|chen|lein)"
)


@lru_cache(maxsize=16384)
def noun(plain: str) -> bool:
    """Whether a word in small letters without marks is a common noun, or a compound that ends with one."""
    if german_noun(plain):
        return True
    return any(noun(plain[at:]) and leads(plain[:at]) for at in range(SHORT, len(plain) - SHORT + 1))


def leads(plain: str) -> bool:
    """Whether a word may stand before another in a compound, with the letters between the two."""
    heads = (plain.removesuffix(joint) for joint in JOINTS if plain.endswith(joint))
    return any(len(head) >= SHORT and (noun(head) or (german_word(head) and (len(head) > SHORT or inflects(head)))) for head in heads)


def inflects(stem: str) -> bool:
    """Whether a word stands with the endings of adjectives."""
    return len(stem) >= SHORT and sum(german_word(stem + ending) for ending in ENDINGS) >= INFLECTED


def folded(word: str) -> str:
    """A word in small letters without marks."""
    return unmarked(word.casefold()).replace("ß", "ss")


def common(word: str) -> bool:
    """Whether a word is a common noun by the lists, or by its ending; a hyphened one by its last part."""
    last = word.rpartition("-")[2]
    return noun(folded(last)) or ABSTRACT.fullmatch(last.casefold()) is not None


def of_state(token: Token) -> bool:
    """Whether a compound names one body of a state, behind an article that says which ("das Finanzministerium")."""
    known = official().fullmatch(token.text.casefold()) is not None
    return known and token.i > 0 and token.nbor(-1).text.casefold() in listed("de", "definite")


@cache
def official() -> re.Pattern[str]:
    """The compounds that name bodies of a state; what stands for a star is never nothing ("das Ministerium" is that of the day before)."""
    return re.compile("|".join(re.escape(entry).replace(r"\*", r"\w+") for entry in sorted(listed("de", "official_bodies"))))


def adjective(word: str) -> bool:
    """Whether a word has the ending of an adjective, and stands with the others too."""
    plain = folded(word)
    return ADJECTIVE.fullmatch(plain) is not None or any(
        inflects(plain.removesuffix(ending)) for ending in ENDINGS if plain.endswith(ending)
    )


def plain_noun(word: str) -> bool:
    """Whether a German word is a common one, and nobody's given name."""
    return (german_word(folded(word)) or noun(folded(word))) and not given_name(folded(word))


def no_noun(word: str) -> bool:
    """Whether a German word is a place's or a person's name rather than a noun.

    Common words are none, nor compounds of them, nor words with the endings of abstract nouns; well-known countries and towns are,
    and what ends as villages do.
    """
    known = known_land(folded(word)) or known_town(folded(word)) or TOWN.fullmatch(word.casefold())
    return bool(known) or (len(word) >= SHORT and word.isalpha() and not common(word))


def proper(word: str) -> bool:
    """Whether a German word is a name wherever it stands: no noun, and no town that is called as a noun is ("Essen").

    Capitals inside a word are a name's ("YouTube"), but not where they stand for both sexes ("LehrerInnen").
    """
    if word in quoted_everywhere() or (INSIDE.search(word) is not None and not word.endswith(BOTH)):
        return True
    return no_noun(word) and not german_noun(folded(word)) and word.casefold() not in function_words()


@cache
def quoted_everywhere() -> frozenset[str]:
    """Single words that are papers, broadcasters, makers and platforms all over the world, after which nouns are made too."""
    return frozenset(name for name in famous() if name.isalpha() and len(name) >= SHORT)


def opens_as_name(word: str) -> bool:
    """Whether a German word is a name also at the start of a sentence, where words of any kind have a capital."""
    return proper(word) and (known_land(folded(word)) or not german_word(folded(word)))


def named_behind(word: Token) -> bool:
    """Whether a German noun stands before a given name: it says what somebody is ("Fußballstar Anna X")."""
    given = folded(word.nbor(1).text) if word.nbor(1).text[:1].isupper() else ""
    told = not no_noun(word.text) or PEOPLE.fullmatch(word.text.casefold()) is not None
    return told and given_name(given) and not given_name(folded(word.text))


def borne(word: str) -> bool:
    """Whether a word is somebody's given name or family name."""
    return given_name(folded(word)) or family_name(folded(word))


def without_nouns(first: Token, last: Token, nouns: frozenset[str]) -> tuple[Token, Token] | None:
    """What is a name in a run of capitalised words: without the nouns beside it; nothing in a run of nouns only.

    `nouns` are those that stand behind an article somewhere. An adjective has a capital inside a sentence only where it begins a
    name ("der Rote Platz"); what belongs to a name in the genitive stands behind it ("Hillforts Straßen").
    """
    doc, begin, end = first.doc, first.i, last.i
    if adjective(first.text) and not first.is_sent_start:
        return first, last
    while begin < end and (says_what(doc[begin].text, nouns) or begins(doc[begin], doc[begin + 1])) and doc[begin + 1].text[:1].isupper():
        begin += 1
    while end > begin and doc[end - 1].text.endswith("s") and common(doc[end].text) and not borne(doc[end].text):
        end -= 1
    return (doc[begin], doc[end]) if any(proper(token.text) for token in doc[begin : end + 1] if token.is_alpha) else None


def begins(token: Token, following: Token) -> bool:
    """Whether a word has its capital from the start of the sentence only: a word of any kind, or an adjective before a noun."""
    plain = german_word(folded(token.text)) or (adjective(token.text) and common(following.text))
    return bool(token.is_sent_start) and plain and not (borne(token.text) or common(token.text))


def says_what(word: str, nouns: frozenset[str]) -> bool:
    """Whether a word before a name is a noun that says what it is the name of: a long one, or one that has an article elsewhere."""
    long = len(word) >= LONG or word.casefold() in listed("de", "compass")
    return common(word) and not borne(word) and (word in nouns or long)

"""Single words as names, where a capital alone says little: surnames at the start of a sentence, and German words behind "in" or "from"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from spacy.tokens import Token

from testimonia.base.phrases import function_words
from testimonia.base.scripts import unmarked
from testimonia.extract.mentions.words import listed
from testimonia.fitted.known import common_word, german_word, given_name, known_land, known_town

# Endings in which a Slavic surname stands in other cases, as far as they can be cut off blindly.
CASES = re.compile(r"(?:ого|ому|ым|ими|ыми|им|ом|ем|ой|ей|ую|ых|их|iego|iemu|ego|emu|owi|em|iem|im|ym|[аяуюеыиąęayieu])$")
SHORTEST = 4  # letters of a surname without its ending
SAINTS = listed("und", "saints")
PART = 4  # letters of the last word of a compound
TOWN = re.compile(r"\w{3,}(?:kirchen|hausen|heim|dorf|burg|brück|brücken|furt|ingen|hofen|stedt|stett?en|walde|münde|weiler|felden)")
PEOPLE = re.compile(r"\w{6,}(?:er|or|ist|ent|ant|eur|loge|ologe)(?:in)?")  # long nouns for people, which lists of words have not
ABSTRACT = re.compile(
    r"\w+(?:ung|ungen|heit|keit|schaft|ion|ionen|ismus|tät|nis|nisse|enz|anz|ik|ment|ling|sal|tum|isten|ern|ler|innen|chen|lein)"
)


def bearers(surnames: Iterable[Token]) -> frozenset[str]:
    """The surnames of people named in full, without their endings."""
    return frozenset(bare for token in surnames if len(bare := stem(token)) >= SHORTEST)


def stem(token: Token) -> str:
    """A surname without the ending of its case."""
    return CASES.sub("", re.split("['’]", token.text.casefold())[0])


def saint(token: Token) -> bool:
    """Whether a name begins as those of saints do, after whom places are called ("Santa X")."""
    return token.text.casefold().rstrip(".") in SAINTS


def well_known(word: str) -> bool:
    """Whether a word is the name of a country or a city of the world, and no common word of any language unless it is a country's."""
    plain = unmarked(word.casefold())
    if word.casefold() in function_words():
        return False
    return known_land(plain) or (known_town(plain) and not common_word(plain))


def plain_noun(word: str) -> bool:
    """Whether a German word is a common one, and nobody's given name."""
    plain = unmarked(word.casefold())
    return german_word(plain) and not given_name(plain)


def named_behind(noun: Token) -> bool:
    """Whether a German noun stands before a given name: it says what somebody is ("Fußballstar Anna X")."""
    given = unmarked(noun.nbor(1).text.casefold())
    common = not no_noun(noun.text) or PEOPLE.fullmatch(noun.text.casefold()) is not None
    return common and given_name(given) and not given_name(unmarked(noun.text.casefold()))


def no_noun(word: str) -> bool:
    """Whether a German word is a place's or a person's name rather than a noun.

    Common words are none, nor compounds of them, nor words with the endings of abstract nouns; well-known countries and towns are,
    and what ends as villages do.
    """
    low = word.casefold()
    plain = unmarked(low)
    if known_land(plain) or known_town(plain) or TOWN.fullmatch(low):
        return True
    return len(word) > PART and not (german_word(plain) or ABSTRACT.fullmatch(low) or compound(plain) or not word.isalpha())


def compound(plain: str) -> bool:
    """Whether a word ends with a common one behind another, an *s* between them or not."""
    plain = plain.replace("ß", "ss")
    for at in range(3, len(plain) - PART + 1):
        if german_word(plain[at:]) and any(map(german_word, (plain[:at], plain[:at].removesuffix("s")))):
            return True
    return False

"""Single words as names, where a capital alone says little: surnames at the start of a sentence, saints, and places known to all."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from spacy.tokens import Token

from testimonia.base.phrases import function_words
from testimonia.base.scripts import unmarked
from testimonia.extract.mentions.packs import PARTICLES
from testimonia.extract.mentions.words import listed
from testimonia.fitted.known import common_word, german_noun, given_name, known_land, known_town

# Endings in which a Slavic surname stands in other cases, as far as they can be cut off blindly.
CASES = re.compile(r"(?:ого|ому|ым|ими|ыми|им|ом|ем|ой|ей|ую|ых|их|iego|iemu|ego|emu|owi|em|iem|im|ym|[аяуюеыиąęayieu])$")
SHORTEST = 4  # letters of a surname without its ending
SAINTS = listed("und", "saints")
MOST_PARTICLES = 2  # small words before a surname


def bearers(surnames: Iterable[Token]) -> frozenset[str]:
    """The surnames of people named in full, without their endings."""
    return frozenset(bare for token in surnames if len(bare := stem(token)) >= SHORTEST)


def stem(token: Token) -> str:
    """A surname without the ending of its case."""
    return CASES.sub("", re.split("['’]", token.text.casefold())[0])


def with_particles(runs: Iterable[tuple[Token, Token]], connectors: frozenset[str]) -> frozenset[str]:
    """The surnames of people named in full that begin with small words ("von der X" for "Ana von der X"), the first word and the rest.

    Behind one of `connectors`, with which other names go on too, only where a given name stands before it.
    """
    found = set()
    for first, last in runs:
        at = next((i for i in range(first.i + 1, last.i) if first.doc[i].text in PARTICLES and first.doc[i].text.isalpha()), None)
        if at is None or well_known(last.text) or any(token.text not in PARTICLES for token in first.doc[at : last.i]):
            continue
        if first.doc[at].text not in connectors or given_name(unmarked(first.text.casefold())):
            found.add(first.doc[at].text + first.doc[at + 1 : last.i + 1].text)
    return frozenset(found)


def surname_from(first: Token, last: Token, surnames: frozenset[str]) -> Token:
    """Where a surname begins that has small words before its capital, the first of them with one where it opens a sentence."""
    starts = range(max(0, first.i - MOST_PARTICLES), first.i)
    return next((first.doc[i] for i in starts if first.doc[i].lower_ + first.doc[i + 1 : last.i + 1].text in surnames), first)


def borne_in_full(run: Sequence[Token]) -> bool:
    """Whether a given name stands before one word that is no common one, whatever it ends like ("Ana Zirkelberg", "Иван Островин")."""
    given, surname = (unmarked(run[at].text.casefold()) for at in (0, -1))
    return len(run) == 2 and given_name(given) and not (common_word(surname) or german_noun(surname) or known_town(surname))


def saint(token: Token) -> bool:
    """Whether a name begins as those of saints do, after whom places are called ("Santa X")."""
    return token.text.casefold().rstrip(".") in SAINTS


def well_known(word: str) -> bool:
    """Whether a word is the name of a country or a city of the world, and no common word of any language unless it is a country's."""
    plain = unmarked(word.casefold())
    if word.casefold() in function_words():
        return False
    return known_land(plain) or (known_town(plain) and not common_word(plain))

"""Single words as names, where a capital alone says little: surnames at the start of a sentence, saints, and places known to all."""

from __future__ import annotations

import re
from collections.abc import Iterable

from spacy.tokens import Token

from testimonia.base.phrases import function_words
from testimonia.base.scripts import unmarked
from testimonia.extract.mentions.words import listed
from testimonia.fitted.known import common_word, known_land, known_town

# Endings in which a Slavic surname stands in other cases, as far as they can be cut off blindly.
CASES = re.compile(r"(?:ого|ому|ым|ими|ыми|им|ом|ем|ой|ей|ую|ых|их|iego|iemu|ego|emu|owi|em|iem|im|ym|[аяуюеыиąęayieu])$")
SHORTEST = 4  # letters of a surname without its ending
SAINTS = listed("und", "saints")


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

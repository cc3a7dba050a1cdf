"""What stands between a verb of saying and whoever speaks behind it: words for when, and for whom somebody speaks to."""

from __future__ import annotations

from itertools import takewhile

from testimonia.extract.attributions.packs import Speech
from testimonia.extract.attributions.said import WORD

ARTICLE = 2  # letters of an article or preposition before a word for when
SPOKEN_TO = 6  # words behind a verb among which those for whom somebody speaks to end


def later(text: str, words: Speech, start: int, end: int) -> int:
    """Where the words for when end that stand right behind a verb ("a annoncé samedi 15 X", "informó el lunes X")."""
    at, open_at = start, False
    for word in WORD.finditer(text, start, end):
        low = word.group().lower()
        when = (low in words.moments - words.articles and not name_like(word.group(), words)) or low in words.skipped
        if when or dates(text, words, word.end(), low) or (at > start and low.isdigit()):
            at, open_at = word.end(), False
        elif open_at or (len(low) > ARTICLE and low not in words.articles & words.moments):
            break
        else:
            open_at = True
    return at


def name_like(word: str, words: Speech) -> bool:
    """Whether a word for when is written as a name, in a language that writes its months small."""
    return word[0].isupper() and not words.great_months


def spoken_to(text: str, words: Speech, start: int, end: int) -> int:
    """Where the words for whom somebody speaks to end that stand right behind a verb ("a déclaré à la presse X")."""
    found = [word for word, _ in zip(WORD.finditer(text, start, end), range(SPOKEN_TO), strict=False)]
    low = [word.group().lower() for word in found]
    if not low or low[0] not in words.addressing:
        return start
    noun = 2 if low[1:2] and low[1] in words.articles else 1
    elided = tuple(word for word in words.articles if word.endswith(("'", "’")))  # "l'"
    ends = [at for at in range(noun + 1, len(found)) if low[at].startswith(elided) or low[at] in words.articles]
    at = ends[0] if ends and all(word.group()[0].isupper() for word in found[noun + 1 : ends[0]]) else noun + 1
    at += len(list(takewhile(lambda word: word in words.clitics - words.articles, low[at:])))  # "στην εφημερίδα μας"
    return found[at].start() if at < len(found) else start


def dates(text: str, words: Speech, end: int, word: str) -> bool:
    """Whether a number that ends at `end` is that of a day: a word for when comes behind it ("25 июля")."""
    following = WORD.match(text, end + 1)
    return word.isdigit() and following is not None and following.group().lower() in words.moments

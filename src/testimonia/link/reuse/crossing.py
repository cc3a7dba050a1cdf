"""What a text keeps when it is translated, found without any model: figures, foreign words, names under transliteration, links.

Names are compared by their consonants in Latin letters, in overlapping threes, because vowels and endings change with the language and the
script. Two texts in different languages that share rare traces are candidates; only those are looked at more closely.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import cache

import numpy as np
from anyascii import anyascii
from numpy.typing import NDArray

from testimonia.base.ids import digest
from testimonia.base.languages import having, primary, table
from testimonia.link.reuse.seeds import CROWD, Pairs, Postings, Prints, all_pairs

FIGURE = re.compile(r"\d+(?:[.,:’' \u00a0\u202f]\d+)*")
WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
LINK = re.compile(r"https?://[^\s<>\"')\]]+")
KATAKANA = re.compile(r"[\u30a1-\u30fa\u30fc]{3,}")
SOUNDS = str.maketrans({"l": "r", "c": "k", "q": "k", "x": "k", "z": "s", "w": "v", "b": "v", "f": "h", "j": "s", "y": ""})
VOWELS = re.compile(r"[aeiou']")
COMMON = 0.1  # the share of a text that a language's commonest words must make


def figures(text: str) -> set[str]:
    """The figures of a text as bare digits, so that 2,000 and 2.000 meet; one digit alone says nothing."""
    found = set()
    for match in FIGURE.finditer(unicodedata.normalize("NFKC", text)):
        digits = "".join(str(unicodedata.digit(c)) for c in match.group() if c.isdigit())
        found |= {digits} if len(digits) > 1 else set()
        found |= {part for part in re.split(r"\D+", match.group()) if len(part) > 1 and part.isascii()}
    return found


def skeleton(word: str) -> str:
    """A word's consonants in Latin letters, with sounds that scripts confuse written alike."""
    bare = VOWELS.sub("", anyascii(word).lower().translate(SOUNDS))
    return re.sub(r"(.)\1+", r"\1", re.sub(r"[^a-z]", "", bare.replace("h", "")))


def names(text: str) -> set[str]:
    """The words that may be names: with a capital, in katakana, in Latin letters amid another script, or in a script without capitals."""
    latin = sum(c.isascii() and c.isalpha() for c in text) > len(text) / 2
    found = set(KATAKANA.findall(text))
    for match in WORD.finditer(text):
        word = match.group()
        if word[0].isupper() or (not latin and word[0].isascii()) or word[0].lower() == word[0].upper():
            found.add(word)
    return {word for word in found if len(word) < 30}


def traces(text: str) -> set[str]:
    """All that a translation of the text would share with it."""
    found = {f"#{figure}" for figure in figures(text)}
    found |= {f"@{link}" for link in LINK.findall(text)}
    for word in names(text):
        bare = skeleton(word)
        found |= {f"={bare}"} if len(bare) >= 3 else set()
        found |= {bare[i : i + 3] for i in range(len(bare) - 2)} if len(bare) >= 4 else set()
    return found


def trace_hashes(text: str) -> NDArray[np.uint64]:
    """The traces as sorted 64-bit hashes."""
    return np.unique(np.array([int(digest(trace), 16) for trace in traces(text)], dtype=np.uint64))


def crossings(texts: Iterable[tuple[int, str]], languages: Mapping[int, str]) -> Pairs:
    """Pairs of texts in different languages that share traces, the weight by how many they hold. A translation keeps no places."""
    prints = []
    held = np.ones(max(languages, default=-1) + 1)
    for number, text in texts:
        found = trace_hashes(text)
        held[number] = max(1, len(found))
        prints.append((number, found, np.zeros(len(found), dtype=np.int32)))
    pairs = Pairs.joined(all_pairs(Postings(Prints.joined(prints), CROWD, phrases=False)))
    tongue = np.array([languages.get(number, "und") for number in range(len(held))])
    a, b = pairs.a, pairs.b
    return pairs._replace(weight=pairs.weight / np.sqrt(held[a] * held[b])).only(tongue[a] != tongue[b])


@cache
def function_words() -> dict[str, frozenset[str]]:
    """The commonest words of each language that has a pack."""
    return {language: frozenset(table(language, "page").get("function_words", "").split()) for language in having("page")}


def language_of(text: str) -> str:
    """The language of a text by its script and its commonest words; `und` when nothing tells."""
    piece = text[:2000]
    if re.search(r"[\u3041-\u3096]", piece):
        return "ja"
    if len(re.findall(r"[\u4e00-\u9fff]", piece)) > len(piece) / 4:
        return "zh"
    words = [match.group().lower() for match in WORD.finditer(piece)]
    scores = {language: sum(word in common for word in words) for language, common in function_words().items()}
    best = max(sorted(scores), key=lambda language: scores[language], default="und")
    return primary(best) if scores.get(best, 0) > COMMON * len(words) else "und"

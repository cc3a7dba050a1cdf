"""The words of which the names of bodies are made, by their meaning in many languages (`bodywords.toml`)."""

from __future__ import annotations

from functools import cache, lru_cache

from testimonia.base.languages import table
from testimonia.link.entities.forms import normal, without_articles

TAIL = 5  # letters that a case or a plural has at most
STEM = 3  # letters of the shortest stem, and of the shortest part of a compound


@lru_cache(maxsize=65536)
def meanings(word: str) -> frozenset[str]:
    """What a word means in some language: by the whole of it and by its longest known stem."""
    whole, stems = meant()
    stem = next((word[:at] for at in range(len(word), max(STEM, len(word) - TAIL) - 1, -1) if word[:at] in stems), "")
    return whole.get(word, frozenset()) | stems.get(stem, frozenset())


@cache
def meant() -> tuple[dict[str, frozenset[str]], dict[str, frozenset[str]]]:
    """The meanings of whole words, and of stems."""
    found: tuple[dict[str, set[str]], dict[str, set[str]]] = ({}, {})
    for meaning, listed in sorted(table("und", "bodywords")["words"].items()):
        for entry in listed.split():
            word = "".join(normal(without_articles(entry.rstrip("*"))).split())
            found[entry.endswith("*") and len(word) >= STEM].setdefault(word, set()).add(meaning)
    whole, stems = ({word: frozenset(senses) for word, senses in sorted(held.items())} for held in found)
    return whole, stems


@cache
def heads() -> frozenset[str]:
    """The meanings of words that head the name of a body."""
    return frozenset(str(table("und", "bodywords")["heads"]).split())


@cache
def small() -> frozenset[str]:
    """Words of names that say nothing by themselves."""
    return frozenset(str(table("und", "bodywords")["small"]).split())


@cache
def firm_words() -> frozenset[str]:
    """The meanings of words that firms are called by."""
    return frozenset(str(table("und", "bodywords")["firms"]).split())

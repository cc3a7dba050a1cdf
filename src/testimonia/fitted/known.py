"""People, towns, regions, firms and common words of the world: evidence of what a name may be, never the decider (`known.md`)."""

from __future__ import annotations

from functools import cache, lru_cache
from importlib.resources import files
from zlib import crc32

import numpy as np
from numpy.typing import NDArray


def digest(form: str) -> int:
    """The number under which a normal form is kept; two of a hundred thousand forms may share one."""
    return crc32(form.encode())


@cache
def packed(kind: str) -> NDArray[np.uint32]:
    """The sorted digests of one kind."""
    with (files(__package__) / "known.npz").open("rb") as stream, np.load(stream, allow_pickle=False) as parts:
        return np.asarray(parts[kind], dtype=np.uint32)


@lru_cache(maxsize=65536)
def holds(kind: str, form: str) -> bool:
    """Whether a normal form is among those of a kind."""
    held, wanted = packed(kind), digest(form)
    at = int(np.searchsorted(held, np.uint32(wanted)))
    return at < len(held) and int(held[at]) == wanted


def given_name(word: str) -> bool:
    """Whether a word is a given name somewhere."""
    return holds("given", word) or holds("both", word)


def gender_of(word: str) -> str | None:
    """Whom a given name shows, "male" or "female"; none for one that both bear somewhere, or that nobody does."""
    return "male" if holds("men", word) else "female" if holds("women", word) else None


def family_name(word: str) -> bool:
    """Whether a word is a family name somewhere."""
    return holds("family", word) or holds("both", word)


def known_town(form: str) -> bool:
    """Whether a name is that of a town of some size, and nobody's given or family name."""
    return holds("towns", form)


def common_word(word: str) -> bool:
    """Whether a word is one of the common words of some language; frequent names are among them too."""
    return holds("words", word)


def known_land(form: str) -> bool:
    """Whether a name is that of a country or of a well-known city in some language."""
    return holds("lands", form)


def known_region(form: str) -> bool:
    """Whether a name is that of a state, a province or a county of some country, and nobody's given or family name."""
    return holds("regions", form)


def known_firm(form: str) -> bool:
    """Whether a name is that of a firm whose shares are quoted in a large index, with or without its legal form."""
    return holds("firms", form)


def german_word(word: str) -> bool:
    """Whether a word is one of the common words of German; frequent names are among them too."""
    return holds("german", word)


def german_noun(word: str) -> bool:
    """Whether a word is a form of a German common noun, or of an adjective or a verb used as one; compounds of these are left out."""
    return holds("nouns", word)

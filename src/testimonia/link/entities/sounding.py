"""One name in two scripts, by how it may sound: consonants in classes, with every reading of the letters that say several things.

Arabic and Hebrew leave vowels out and have letters for *b* and *v*, *p* and *f* in common; French, German and Turkish write one sound each
in their own way. Names meet when all their consonants do, in order, and when no other name of the case sounds so.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from itertools import islice, pairwise, product

from testimonia.link.entities.compare import PARTICLES
from testimonia.link.entities.forms import LONGEST, normal, scripts, sons, without_articles
from testimonia.link.entities.nodes import Node

HEBREW, ARABIC, GREEK, LATIN = "HEBREW", "ARABIC", "GREEK", "LATIN"
SERVANT = re.compile(r"^abd(?:[aeou]l|[aeou]r(?=r))(?=[a-z]{3})")  # "Abdelrahim" is "Abd al-Rahim"
SIBILANTS = re.compile("tsch|dsch|tch|sch|dzh|zsh|dj|zh|sh|ts|tz|cz|sz|ss|[szj]")
FIXED = (("ph", "f"), ("th", "t"), ("dh", "d"), ("gh", "k"), ("ck", "k"), ("x", "kz"), ("q", "k"), ("g", "k"))
GREEK_LETTERS = (("oy", "u"), ("mp", "b"), ("gk", "g"), ("ch", "h"))
LATIN_LETTERS = (
    ("tsch", ("s",)), ("sch", ("s",)), ("tch", ("s",)), ("ch", ("s", "h")), ("ck", ("k",)), ("kh", ("h",)), ("c", ("k", "s")),
    ("j", ("s", "y")),
)  # fmt: skip
OPEN = re.compile(r"(?<!\w)[أاإآ]و")  # a vowel that opens a word: with an *o* or *u* Arabic writes two letters
LEAST, LEAST_PLACES = 5, 4  # consonants by which two names are known to be one
WORDS = range(2, 5)
LONE = 6  # letters of a single word that may be known by its sound: of a place or a body, for people share theirs
READINGS = 12  # of one name
Key = tuple[str, ...]
Pair = tuple[str, str, str]


def sounding(nodes: dict[str, Node], root: Callable[[str], str]) -> Iterator[Pair]:
    """Names of people and places in different scripts that sound alike, where one cluster only fits."""
    blocks: dict[Key, list[Node]] = defaultdict(list)
    for _, node in sorted(nodes.items()):
        for key in keys(node):
            blocks[key].append(node)
    for _, held in sorted(blocks.items()):
        if len(held) > 1:
            yield from met(held, root)


def met(held: list[Node], root: Callable[[str], str]) -> Iterator[Pair]:
    """The pairs of names under one key in different scripts; none for a script of which two clusters stand there."""
    of_script: dict[str, dict[str, Node]] = defaultdict(dict)
    for node in held:
        of_script[script(node.name)].setdefault(root(node.key), node)
    alone = [next(iter(found.values())) for _, found in sorted(of_script.items()) if len(found) == 1]
    for one, other in pairwise(alone):
        if one.kind == other.kind or "other" in (one.kind, other.kind):
            yield one.key, other.key, "the same consonants in another script"


def alike_in_sound(a: Node, b: Node) -> bool:
    """Whether two names of different scripts may sound alike."""
    return script(a.name) != script(b.name) and not set(keys(a)).isdisjoint(keys(b))


def keys(node: Node) -> tuple[Key, ...]:
    """The keys of a name's readings; none for what is too short, or no name of a person or a place, or a body of one word."""
    lone = len(node.words) == 1
    fitting = ("place", "organisation") if lone else ("person", "place", "other")
    if node.description or node.acronym or node.host or node.kind not in fitting or len(node.name) > LONGEST // 2:
        return ()
    if lone:
        return lone_readings(node.name)
    return readings(node.name, LEAST_PLACES if node.kind == "place" else LEAST)


@lru_cache(maxsize=65536)
def readings(name: str, least: int) -> tuple[Key, ...]:
    """The ways in which a name may be read: as against scripts that have *b* and *v* apart, and as against Hebrew, which has not."""
    written = script(name)
    bare = normal(OPEN.sub("ا", without_articles(name))) if written == ARABIC else normal(name)
    words = [part for word in bare.split() for part in SERVANT.sub("abd ", word).split() if part not in PARTICLES and part not in sons()]
    if len(words) not in WORDS:
        return ()
    found: set[Key] = set()
    for hebrew in (True,) if written == HEBREW else (False, True):
        held = [sorted(codes(word, written, hebrew)) for word in words]
        for reading in islice(product(*held), READINGS):
            if sum(map(len, reading)) >= least and all(reading):
                found.add(("hebrew" if hebrew else "", *reading))
    return tuple(sorted(found))


@lru_cache(maxsize=65536)
def lone_readings(name: str) -> tuple[Key, ...]:
    """The ways in which a single long word may be read; none for a word with few consonants."""
    word, written = "".join(normal(name).split()), script(name)
    found = codes(word, written, False) if len(name) >= LONE and written not in (HEBREW, ARABIC) else frozenset()
    return tuple(("lone", one) for one in sorted(found) if len(one) >= LEAST_PLACES)


@lru_cache(maxsize=65536)
def script(name: str) -> str:
    """The script that a name is written in."""
    counted = scripts(name[:LONGEST])
    return max(sorted(counted), key=lambda one: counted[one]) if counted else ""


@lru_cache(maxsize=65536)
def codes(word: str, written: str, hebrew: bool) -> frozenset[str]:
    """The consonants of a word in classes, by each of its readings; the first letter counts for more than the others."""
    found = {word}
    for spelling, sounds in doubtful(written):
        if spelling in word:
            found = {one.replace(spelling, sound) for one in found for sound in sounds}
    return frozenset(plain(one, hebrew) for one in sorted(found)[:READINGS])


@cache
def doubtful(written: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The letters of a script with the sounds that they may stand for."""
    if written == GREEK:
        return (*((spelling, (sound,)) for spelling, sound in GREEK_LETTERS), ("nt", ("d", "nd")), ("v", ("v", "w")))
    if written == HEBREW:
        return (("kh", ("k", "h")), ("tz", ("tz", "t-z")))
    if written == ARABIC:
        return (
            ("kh", ("h",)),
            *((pair, (pair, f"{pair[0]}-{pair[1]}")) for pair in ("tz", "ts", "sh", "th")),
            ("f", ("f", "v")),
        )  # no vowel between
    return (*(LATIN_LETTERS if written == LATIN else (("kh", ("h",)),)), ("v", ("v", "w")))


def plain(word: str, hebrew: bool) -> str:
    """A word in classes of consonants without vowels."""
    word = SIBILANTS.sub("z", word)
    for spelling, sound in FIXED:
        word = word.replace(spelling, sound)
    word = re.sub("[bvw]", "v", word).replace("p", "f") if hebrew else word.replace("p", "b").replace("v", "f")
    first, rest = word[:1], re.sub("[aeiouywh-]" if not hebrew else "[aeiouywhv-]", "", word[1:])
    return re.sub(r"(.)\1+", r"\1", (first if first not in "aeiouy" else "") + rest)

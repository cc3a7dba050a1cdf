"""One body's name in several languages: the same words by their meaning (`bodywords.toml`), and the same proper words among them.

"Carl Reuter Foundation" and "Fundação Carl Reuter" say the same, and so do "Coastal Party" and "Kystpartiet". Each name gets keys of
meanings and of sounds; names under one key meet when they are used in different languages and no other name of that language fits.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import islice, product

from testimonia.base.languages import primary
from testimonia.link.entities.bodywords import STEM, heads, meanings, small
from testimonia.link.entities.forms import listed, skeleton
from testimonia.link.entities.nodes import Node, words_without_articles
from testimonia.link.entities.places import country, inflected_country, of_country
from testimonia.link.entities.steps.pairs import Nodes, Pair

COMPOUND = 8  # letters of the shortest word that may be a compound
LINKING = ("", "s", "es", "n", "en", "er", "e")  # what joins the parts of a compound
WORDS = range(2, 8)  # words of a name, small ones left out
READINGS = 8  # of one name, when its words mean several things
SOUNDS = 2  # consonants by which proper words meet
SOUND = 3  # consonants that say enough when they are the same
FEW = 12  # names under one key, above which it says nothing
KINDS = ("organisation", "other", "work", "event", "person")
Key = tuple[str, ...]


def translated(nodes: Nodes, root: Callable[[str], str]) -> Iterator[Pair]:
    """Names of one body in different languages."""
    blocks: dict[Key, list[Node]] = defaultdict(list)
    for _, node in sorted(nodes.items()):
        for key in keys(node):
            blocks[key].append(node)
    for _, held in sorted(blocks.items()):
        fits = {node.key: fitting(node, held, root) for node in (held if 1 < len(held) <= FEW else ())}
        for one, other in ((one, other) for one, others in fits.items() for other in others):
            if one < other and one in fits[other]:
                yield one, other, "the same words in another language"


def fitting(node: Node, held: list[Node], root: Callable[[str], str]) -> list[str]:
    """The names under one key that may be a name's in other languages; none when two of one language are different bodies."""
    others = [other for other in held if other is not node and elsewhere(node, other) and kindred(node, other)]
    used = {(language, root(other.key)) for other in others for language in spoken(other)}
    return [other.key for other in others] if len(used) == len({language for language, _ in used}) else []


def keys(node: Node) -> list[Key]:
    """The meanings of a name's words in order of the alphabet, and the sounds of its proper words; none for what is no body's name."""
    if node.description or node.acronym or node.kind not in KINDS or len(node.key) > 120:
        return []
    words = parts(node)
    senses = [meanings(word) for word in words]
    known = sum(map(bool, senses))
    if len(words) not in WORDS or not known or (node.kind == "person" and heads().isdisjoint(frozenset().union(*senses))):
        return []
    read = [sense or frozenset((sound(word),)) for word, sense in zip(words, senses, strict=True)]
    return sorted({tuple(sorted(reading)) for reading in islice(product(*map(sorted, read)), READINGS)})


def parts(node: Node) -> list[str]:
    """The words of a name without small ones, compounds in their parts, Arabic words without their article."""
    return [part for word in words_without_articles(node) if word not in small() for part in split(word)]


def proper(node: Node) -> list[str]:
    """The words of a name that no list has the meaning of, in order of their sounds; countries, which the key holds, left out."""
    return sorted(
        (word for word in parts(node) if not meanings(word) and not sound(word).startswith("@")), key=lambda word: (sound(word), word)
    )


def spoken(node: Node) -> set[str]:
    """The languages that a name is used in."""
    return {primary(language) for language in node.languages}


def elsewhere(a: Node, b: Node) -> bool:
    """Whether two names are used in different languages."""
    return spoken(a).isdisjoint(spoken(b))


def kindred(a: Node, b: Node) -> bool:
    """Whether the proper words of two names are one another's spellings or cases."""
    left, right = proper(a), proper(b)
    return len(left) == len(right) and all(map(kin, left, right))


def kin(a: str, b: str) -> bool:
    """Whether two proper words are one word, spelt or declined otherwise."""
    one, other = sorted((skeleton(a), skeleton(b)), key=len)
    shared = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    near = shared >= max(STEM, min(len(a), len(b)) - 2) and other.startswith(one) and len(other) - len(one) <= 1
    return a == b or (one == other and len(one) >= SOUND) or near


@lru_cache(maxsize=65536)
def sound(word: str) -> str:
    """The key of a proper word: its country, or its first consonants."""
    code = of_country(word) or country(word) or inflected_country(word)
    return f"@{code}" if code else f"~{skeleton(word)[:SOUNDS]}"


@lru_cache(maxsize=65536)
def split(word: str) -> tuple[str, ...]:
    """The two known words that a compound is made of, or the word as it is ("volksversammlung").

    Where the list has an office's compound for what the office is *of* ("innenministerium"), its last word says which office.
    """
    whole = meanings(word)
    if len(word) < COMPOUND:
        return (word,)
    for at in range(STEM, len(word) - STEM):
        last = meanings(word[at:])
        if whole and not listed("official_bodies").isdisjoint(last - whole):
            return word, word[at:]
        if last and not whole:
            firsts = (word[:at].removesuffix(link) for link in LINKING if word[:at].endswith(link))
            known = next((first for first in firsts if len(first) >= STEM and meanings(first)), None)
            if known is not None:
                return known, word[at:]
    return (word,)

"""Names of languages that decline them: one name with several endings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from testimonia.link.entities.nodes import Node, abroad
from testimonia.link.entities.steps.pairs import Nodes, Pair

STEM = 3  # letters that all endings of a name share
FEW_LIKE = 20  # names of one beginning that are held against each other
ENDING = 3  # letters that an inflected name may have more or fewer than its base


def inflected(nodes: Nodes) -> Iterator[Pair]:
    """In languages without a parser: one word with different endings."""
    stems: dict[str, list[Node]] = defaultdict(list)
    for node in nodes.values():
        if not node.description and len(node.words) == 1 and 5 <= len(node.key) <= 30 and not node.acronym and "en" not in node.languages:
            stems[node.key[:5]].append(node)
    for _, held in sorted(stems.items()):
        held.sort(key=lambda node: (len(node.key), node.key))
        for a, b in pairwise(held):
            if b.key[: len(a.key) - 1] == a.key[:-1] and len(b.key) - len(a.key) <= ENDING and set(a.languages) & set(b.languages):
                yield a.key, b.key, "one word with different endings"


def inflected_people(nodes: Nodes) -> Iterator[Pair]:
    """In languages without a parser: a full name with other endings than the only one of the case that fits ("Варлама Голетидзе")."""
    stems: dict[tuple[str, ...], list[Node]] = defaultdict(list)
    for node in nodes.values():
        if not node.description and len(node.words) in (2, 3) and node.kind == "person" and all(len(word) >= STEM for word in node.words):
            stems[tuple(word[:STEM] for word in node.words)].append(node)
    for _, held in sorted(stems.items()):
        for node in held if len(held) <= FEW_LIKE else ():
            fitting = [other for other in held if other is not node and declined(other, node)]
            if abroad(node) and len(fitting) == 1:
                yield fitting[0].key, node.key, "the same full name with other endings"


def declined(a: Node, b: Node) -> bool:
    """Whether one of two full names, used in other languages than English only, is the other with other endings."""
    if len(a.words) != len(b.words):
        return False
    return (abroad(b) and all(map(ending_more, a.words, b.words))) or (abroad(a) and all(map(ending_more, b.words, a.words)))


def ending_more(base: str, word: str) -> bool:
    """Whether a word is another one, or that one with a case's ending of one or two letters."""
    longer = len(word) - len(base) in (1, 2) and word.startswith(base)
    return word == base or longer or (len(word) == len(base) and word[:-1] == base[:-1])

"""What the steps have in common: their pairs, and the names that they leave alone."""

from __future__ import annotations

from collections.abc import Iterator

from testimonia.link.entities.nodes import Node

Pair = tuple[str, str, str]
Nodes = dict[str, Node]
SHORTEST_HOST = 5  # letters of a word that may stand for a name alone


def stars(grouped: dict[str, list[str]], reason: str) -> Iterator[Pair]:
    """The first of each group with each of the others."""
    for _, keys in sorted(grouped.items()):
        for key in keys[1:]:
            yield keys[0], key, reason


def overgrown(node: Node, nodes: Nodes) -> bool:
    """Whether a name is a better known full name with words of the sentence around it."""
    words = node.words
    parts = (" ".join(words[i:j]) for i in range(len(words)) for j in range(i + 2, len(words) + 1) if j - i < len(words))
    return any(part in nodes and nodes[part].kind == "person" and nodes[part].count > node.count for part in parts)

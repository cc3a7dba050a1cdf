"""Names of one person: with initials, with a nickname, with less or more of the full name."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator

from testimonia.link.entities.forms import normal
from testimonia.link.entities.nodes import abroad
from testimonia.link.entities.steps.pairs import Nodes, Pair, overgrown

NICKNAME = re.compile(r'([^"“”„«»]{2,40} )["“„«]([^"“”„«»]{2,40})["”“»]( [^"“”„«»]{2,60})')


def initialled(nodes: Nodes) -> Iterator[Pair]:
    """A surname with the first letter of a given name, and the one full name of the case that fits."""
    full: dict[tuple[str, str], list[str]] = defaultdict(list)
    short: list[tuple[tuple[str, str], str]] = []
    for key, node in nodes.items():
        if not node.description and node.kind in ("person", "other") and len(node.words) in (2, 3) and len(node.words[-1]) > 1:
            place = (node.words[0][:1], node.words[-1])
            if all(len(word) == 1 for word in node.words[:-1]):
                short.append((place, key))
            elif node.kind == "person" and len(node.words[0]) > 1 and not overgrown(node, nodes):
                full[place].append(key)
    for place, key in short:
        if len(full[place]) == 1:
            yield full[place][0], key, "the only full name in the case with this surname and initial"
    for key, node in nodes.items():
        rest = " ".join(node.words[1:])
        if not node.description and len(node.words) in (3, 4) and abroad(node) and overgrown(node, nodes) and rest in nodes:
            yield rest, key, "the same full name behind another word"


def middles(nodes: Nodes) -> Iterator[Pair]:
    """A full name with and without the first letters of names in between ("Ana M. X", "Ana X")."""
    for key, node in nodes.items():
        inner = node.words[1:-1]
        short = f"{node.words[0]} {node.words[-1]}" if inner and not node.description else ""
        if short in nodes and all(len(word) == 1 for word in inner) and len(node.words[0]) > 1 and len(node.words[-1]) > 1:
            yield short, key, "the same name with a middle initial"


def nicknames(nodes: Nodes) -> Iterator[Pair]:
    """A full name with a nickname in quotation marks between its words, and the nickname alone; and the full name without it."""
    for key, node in nodes.items():
        held = NICKNAME.fullmatch(node.name) if len(node.words) > 2 and not node.description else None
        if held is None:
            continue
        for other in (normal(held.group(2)), normal(held.group(1) + held.group(3))):
            if other in nodes and not nodes[other].description and other != key:
                yield key, other, "the name stands in it with a nickname in quotation marks"


def surnames(nodes: Nodes, root: Callable[[str], str]) -> dict[str, list[str]]:
    """For each single word that may be a surname or first name: the clusters of full names in the case that hold it."""
    holders: dict[str, dict[str, str]] = defaultdict(dict)
    for key, node in nodes.items():
        if not node.description and 2 <= len(node.words) <= 4 and node.kind == "person" and not overgrown(node, nodes):
            for word in {node.words[0], node.words[-1]}:
                holders[word].setdefault(root(key), key)
    return {
        key: sorted(holders[key].values())
        for key, node in nodes.items()
        if key in holders and not node.description and len(node.words) == 1 and (node.kind in ("person", "other") or not node.sure)
    }

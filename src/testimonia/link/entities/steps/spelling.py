"""One name written in several ways: transliterations, slips of the pen, other orders, other scripts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from testimonia.link.entities.compare import core, pairs, same_name
from testimonia.link.entities.forms import skeleton, sons, unvowelled
from testimonia.link.entities.nodes import Node, in_two_scripts, words_without_articles
from testimonia.link.entities.steps.pairs import Nodes, Pair

FEWEST_SOUNDS = 5  # consonants that two names of different scripts must share


def spellings(nodes: Nodes) -> Iterator[Pair]:
    """Names that differ as transliterations, slips of the pen and the order of their words do."""
    compared = {node.words: node for node in nodes.values() if not node.description and not node.acronym}
    for a, b in pairs(compared):
        left, right = compared[a], compared[b]
        kind = "person" if "person" in (left.kind, right.kind) else left.kind
        reason = same_name(a, b, kind)
        if reason == "spelling" and len(a) == len(b) == 1 and not (one_word(left, right) or in_two_scripts(left, right)):
            continue
        if reason is not None:
            yield left.key, right.key, "spelt differently" if reason == "spelling" else "words in another order"


def one_word(a: Node, b: Node) -> bool:
    """Whether two single words are long and of one type: a short one or a surname alone says too little."""
    return min(len(a.key), len(b.key)) >= 6 and a.kind == b.kind and a.kind in ("place", "organisation", "group")


def scripts(nodes: Nodes) -> Iterator[Pair]:
    """A name in a script that leaves vowels out, and the one name of another script with the same consonants."""
    by_sound: dict[tuple[str, ...], list[Node]] = defaultdict(list)
    for node in nodes.values():
        if not node.description and len(node.words) > 1:
            by_sound[heard(node)].append(node)
    for sounds, held in sorted(by_sound.items()):
        bare = [node for node in held if unvowelled(node.name)]
        full = [node for node in held if not unvowelled(node.name)]
        if bare and full and sum(map(len, sounds)) >= FEWEST_SOUNDS:
            for node in bare:
                yield full[0].key, node.key, "the same consonants in another script"


def of_one_sound(a: Node, b: Node) -> bool:
    """Whether two names, one of them in a script that leaves vowels out, have the same consonants."""
    return (unvowelled(a.name) or unvowelled(b.name)) and heard(a) == heard(b)


def heard(node: Node) -> tuple[str, ...]:
    """The consonants of a name's words without articles, particles and half vowels: *ch* is *sh* in French, and *w* may be *ou*."""
    words = core(words_without_articles(node))
    return tuple(skeleton(word.replace("ch", "sh").replace("w", "u")) for word in words if word not in sons())

"""Names of one body: of an international one by a table, of others by the one word of their own."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from functools import cache

from testimonia.base.languages import table
from testimonia.link.entities.forms import listed, normal, skeleton
from testimonia.link.entities.nodes import Node, known_bodies
from testimonia.link.entities.places import of_country
from testimonia.link.entities.steps.pairs import SHORTEST_HOST, Nodes, Pair, stars

CLEARLY = 3  # how much more often one body than all others must be named


def bodies(nodes: Nodes) -> Iterator[Pair]:
    """Names and acronyms of one international body in several languages (a table that the user can read)."""
    named: dict[str, list[str]] = defaultdict(list)
    for key, node in nodes.items():
        if not node.description and node.kind in ("organisation", "place", "other") and (body := international().get(key)) is not None:
            written, ident = body
            if node.acronym == written:
                named[ident].append(key)
    yield from stars(named, "names of one international body")


@cache
def international() -> dict[str, tuple[bool, str]]:
    """The international body of each name in its normal form, and whether the name is an acronym: only one in capitals is meant then."""
    known: dict[str, list[str]] = table("und", "bodies").get("bodies", {})
    return {normal(name): (" " not in name and name.isupper(), ident) for ident, names in sorted(known.items()) for name in names}


def called_by_kind(nodes: Nodes, root: Callable[[str], str]) -> Iterator[Pair]:
    """A bare "the camp" or "the Convention", and the only thing of the case whose name says that it is one.

    A bare "the Police" is that of the land of its text, not the only one that is named with its land; and a compass point is no kind.
    """
    kinds = {kind: listed(f"{kind}_names") - listed("compass") for kind in ("organisation", "work", "place")}
    named: dict[tuple[str, str], dict[str, str]] = defaultdict(dict)
    for key, node in nodes.items():
        if not node.description and len(node.words) > 1 and node.kind in kinds:
            offices = listed("official_bodies") if any(map(of_country, node.words)) else frozenset()
            for word in kinds[node.kind].intersection(node.words) - offices:
                named[(word, node.kind)].setdefault(root(key), key)
    for key, node in nodes.items():
        bare = not node.gist and not node.qualifier and node.kind == "place" if node.description else len(node.words) == 1
        word = node.head if node.description else key
        fitting = [name for kind in (kinds if not node.description else ("place",)) for name in named.get((word, kind), {}).values()]
        if bare and len(fitting) == 1 and not node.known_body and f"The {node.name}" not in known_bodies():
            yield fitting[0], key, f"the only {word} that the case names"


def own_words(nodes: Nodes, root: Callable[[str], str]) -> Iterator[Pair]:
    """Bodies named by one word of their own, among words that many bodies have, and the body that is known by that word."""
    bodies = bodies_by_sound(nodes, root)
    held = named_by(nodes, root)
    common = shared()
    for key, node in nodes.items():
        if node.description or node.acronym or node.kind != "organisation" or len(node.words) > 4:
            continue
        own = [word for word in node.words if word not in common and singular(word) not in common and of_country(word) is None]
        sound = skeleton(singular(own[0])) if len(own) == 1 and len(own[0]) > SHORTEST_HOST else ""
        body = bodies.get(sound, "")
        fitting = body and root(key) != body and any(of_one_kind(node, nodes[other]) for other in held[(sound, body)])
        if fitting and len(node.words) > 1:
            yield body, key, "the only body of the case that is called by this word"


def of_one_kind(a: Node, b: Node) -> bool:
    """Whether the words for what two bodies are leave it open that they are one: a court is no hospital, a state's office not the state.

    "Movement", "party" or "group" say no more than that a body is one, and a firm or a paper may be called without its word.
    """
    kinds = (listed("organisation_names") | listed("organisations")) - listed("generic_bodies")
    first, second = kinds.intersection(a.words), kinds.intersection(b.words)
    if first and second:
        return not first.isdisjoint(second)
    return (first | second).isdisjoint(listed("official_bodies"))


def bodies_by_sound(nodes: Nodes, root: Callable[[str], str]) -> dict[str, str]:
    """The cluster of the organisation that alone, or far more than others, has a word of these sounds: people are called after it."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    told: Counter[str] = Counter()
    for key, node in nodes.items():
        told[root(key)] += node.count
    for sound, body in named_by(nodes, root):
        found[sound][body] = told[body]
    first = {sound: max(roots, key=lambda one: (roots[one], one)) for sound, roots in found.items() if len(sound) > 2}
    return {sound: one for sound, one in first.items() if found[sound][one] >= CLEARLY * (sum(found[sound].values()) - found[sound][one])}


def named_by(nodes: Nodes, root: Callable[[str], str]) -> dict[tuple[str, str], list[str]]:
    """The names of organisations that hold a word of their own, by its sound and their cluster."""
    common = shared() | listed("organisations") | listed("persons")
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    bodies = ((key, node) for key, node in nodes.items() if not node.description and node.kind == "organisation" and not node.acronym)
    for key, word in ((key, word) for key, node in bodies for word in node.words):
        if len(word) > SHORTEST_HOST and word not in common and singular(word) not in common:
            found[(skeleton(singular(word)), root(key))].append(key)
    return found


def shared() -> frozenset[str]:
    """Words of bodies' names by which none of them alone is called."""
    return frozenset().union(*map(listed, ("organisation_names", "possessive_openers", "role_modifiers", "shared_words")))


def singular(word: str) -> str:
    """The word without the ending of an English plural."""
    return word[:-1] if word.endswith("s") and len(word) > SHORTEST_HOST else word

"""Descriptions of one thing: the same head noun, or one of the same meaning, the same content, built on the same entity."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import cache, lru_cache

from testimonia.base.languages import table
from testimonia.link.entities.forms import listed, normal, skeleton
from testimonia.link.entities.nodes import Node
from testimonia.link.entities.places import country, of_country
from testimonia.link.entities.steps.bodies import bodies_by_sound, singular
from testimonia.link.entities.steps.pairs import Nodes, Pair, stars
from testimonia.link.namings.loading import loading


def descriptions(nodes: Nodes, root: Callable[[str], str]) -> Iterator[Pair]:
    """Descriptions with the same head noun (or one of the same meaning) and content, built on the same entity."""
    grouped: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    bodies = bodies_by_sound(nodes, root)
    for key, node in sorted(nodes.items(), key=lambda item: (-item[1].count, item[0])):
        if node.description:
            whose = about(node, nodes, root)
            body = bodies.get(skeleton(singular(node.head)), "") if node.kind == "group" and not whose else ""
            head, gist = sense(node)
            people = node.head in listed("people_of") and head == head_classes().get(node.head, node.head) and node.kind == "group"
            node.body = body
            if body or (people and whose in nodes and nodes[whose].kind == "organisation"):
                head = "member"
            grouped[(head, gist, body or whose)].append(key)
            if names_its_place(node, nodes) or names_its_body(node, nodes):
                yield node.qualifier, key, f"the {node.head} of that name"
    yield from stars({"|".join(parts): keys for parts, keys in grouped.items()}, "the same description of the same thing")
    yield from only_ones(nodes, grouped)


def names_its_body(node: Node, nodes: Nodes) -> bool:
    """Whether a description says what kind of body a name is of ("the X movement", "the armed X group"), and not whose it is."""
    body = nodes.get(node.qualifier)
    if body is None or body.kind != "organisation" or node.head not in listed("generic_bodies") or body.description:
        return False
    return any(re.search(rf"(?<!\w){re.escape(name)} (?:[\w-]+ )?{node.head}$", node.name) for name in body.surfaces)


def names_its_place(node: Node, nodes: Nodes) -> bool:
    """Whether a description says what kind of place a name is of ("the village of X")."""
    place = nodes.get(node.qualifier)
    return place is not None and place.kind == "place" and node.head in listed("of_places") and says_what(node, place)


def says_what(node: Node, place: Node) -> bool:
    """Whether a description is a place's name with the word for what it is ("the village of X", "the X river")."""
    return node.name.endswith(f" of {place.name}") or (
        node.head in listed("place_appositions") and normal(node.name) == f"{place.key} {node.head}"
    )


def only_ones(nodes: Nodes, grouped: dict[tuple[str, str, str], list[str]]) -> Iterator[Pair]:
    """A description that does not say of whom, and the only such thing that the case speaks of ("defectors", "defectors of X")."""
    told: dict[tuple[str, str], list[str]] = defaultdict(list)
    for (head, gist, whose), keys in sorted(grouped.items()):
        if whose:
            told[(head, gist)].append(keys[0])
    for (head, gist, whose), keys in sorted(grouped.items()):
        fitting = told.get((head, gist), [])
        if (
            not whose
            and len(fitting) == 1
            and sum(nodes[key].count for key in keys) > 1
            and nodes[keys[0]].kind in ("group", "work", "place", "event")
        ):
            yield fitting[0], keys[0], "the only such thing in the case"


def sense(node: Node) -> tuple[str, str]:
    """The class of a description's head noun and its other content words ("former member" is one with "defector")."""
    same = head_classes()
    whole = same.get(f"{node.gist}-{node.head}")
    gist = node.gist if node.kind in ("group", "person") else plain_words(node.gist, node.head)
    return (whole, "") if whole else (same.get(node.head, node.head), gist)


@lru_cache(maxsize=65536)
def plain_words(gist: str, head: str) -> str:
    """The content words of a description without praise and blame: "the brutal government of X" is the government of X."""
    light = listed("light") if head_classes().get(head) == "government" else frozenset()
    plain = (word for word in gist.split() if word not in light and loading(word, "en", False)[0] == "neutral")
    return " ".join(word for word in plain if " " not in loading(f"{word} {head}", "en", False)[1]) if gist else ""


def about(node: Node, nodes: Nodes, root: Callable[[str], str]) -> str:
    """Of whom a description speaks: a country, the cluster of a name, or the name as it stands."""
    land = of_country(node.qualifier) or (country(node.qualifier) if node.qualifier else None)
    head = nodes.get(node.qualifier)
    if land is None and head is not None and len(head.lands) == 1 and sense(node) == ("government", ""):
        land = next(iter(head.lands))  # the government of a country's prime minister
    return f"@{land}" if land else root(node.qualifier) if node.qualifier in nodes else node.qualifier


@cache
def head_classes() -> dict[str, str]:
    """The class of nouns that mean the same."""
    same: dict[str, str] = table("en", "names").get("same", {})
    return {word: head for head, words in sorted(same.items()) for word in words.split()}

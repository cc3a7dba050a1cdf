"""What the longer names of a case tell of the type of a shorter one inside them.

Bodies and places are called after where they lie ("X Police", "Jornal de X"); firms have the word for what they are before them, or not
("Construtora X"). The same word in another script tells as much.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from testimonia.base.languages import table
from testimonia.fitted.known import family_name, given_name
from testimonia.link.entities.bodywords import firm_words, meanings, small
from testimonia.link.entities.forms import listed, normal
from testimonia.link.entities.nodes import Node, own_type, retype
from testimonia.link.entities.places import city, country, seat
from testimonia.link.entities.sounding import lone_readings

SHORTEST = 4  # letters of a name that longer ones tell of
LONGEST = 3  # words of it
KINDS = ("person", "other", "group")
Found = dict[str, Node]


def told_by_longer(found: Found) -> None:
    """Type the names inside longer ones, but those that people of the case bear."""
    borne = {word for node in found.values() if full_name(node) for word in node.words}
    for node in list(found.values()):
        if node.description or not node.surfaces or len(node.words) < 2:
            continue
        for kind, key in (*seats(node), *firms(node)):
            short = found.get(key)
            if short is not None and doubtful(short) and borne.isdisjoint(short.words):
                retype(short, kind, short.count)


def full_name(node: Node) -> bool:
    """Whether a node is the name of somebody, with a given name or a title before it."""
    several = not node.description and len(node.words) > 1 and node.kind == "person"
    return several and (given_name(node.words[0]) or node.seen.titled > 0 or family_name(node.words[-1]))


def doubtful(node: Node) -> bool:
    """Whether a name was taken for somebody or for nothing known, and no list or text says what it is."""
    known = country(node.name) is not None or city(node.key) is not None or seat(node.key)
    plain = not node.description and node.surfaces and not node.acronym and len(node.key) >= SHORTEST and node.kind in KINDS
    return bool(plain) and not known and own_type(node.words) is None and not node.seen.titled and not node.seen.told


def told_across(found: Found) -> None:
    """Type a single word that no text says anything of as the word of its sound in another script, where all that say something agree."""
    by_sound: dict[tuple[str, ...], list[Node]] = defaultdict(list)
    for node in found.values():
        if not node.description and node.surfaces and len(node.words) == 1 and not node.acronym:
            for key in lone_readings(node.name):
                by_sound[key].append(node)
    for _, held in sorted(by_sound.items()):
        kinds = {node.kind for node in held if not doubtful(node) and node.kind in ("place", "organisation")}
        others = [node for node in held if doubtful(node)]
        if len(kinds) == 1 and others and not any(node.kind == "person" for node in held if not doubtful(node)):
            for node in others:
                retype(node, min(kinds), node.count)


def seats(node: Node) -> Iterator[tuple[str, str]]:
    """The name of where a body or a place lies, inside its own."""
    words = node.words
    if words[-1] in listed("seated"):
        last = -2 if len(words) > 2 and words[-2] in listed("shared_words") | listed("role_modifiers") else -1
        yield "place", " ".join(words[:last])
    elif words[0] in seated_first() and not meanings(words[-1]):
        yield "place", words[-1]


def firms(node: Node) -> Iterator[tuple[str, str]]:
    """The name of a firm without the word for what it is, which other languages have before it."""
    if node.kind not in ("organisation", "person", "other") or firm_words().isdisjoint(meanings(node.words[0])):
        return
    yield "organisation", node.key
    rest = [word for word in node.words[1:] if word not in small()]
    for length in range(1, min(LONGEST, len(rest)) + 1):
        own = rest[-length:]
        if not any(map(meanings, own)):
            yield "organisation", " ".join(own)


@cache
def seated_first() -> frozenset[str]:
    """Words of other languages with which the names of bodies begin that are called after where they lie."""
    return frozenset(normal(word) for word in str(table("und", "names").get("seated_first", "")).split())

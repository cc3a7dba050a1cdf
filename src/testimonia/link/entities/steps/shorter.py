"""Steps by which a short form meets the only longer one: acronyms, names without their kind, hosts, second family names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator

from testimonia.base.languages import table
from testimonia.link.entities.forms import genitives, listed, normal, skeleton
from testimonia.link.entities.nodes import Node
from testimonia.link.entities.places import city, country, of_country
from testimonia.link.entities.steps.bodies import of_one_kind, shared
from testimonia.link.entities.steps.pairs import SHORTEST_HOST, Nodes, Pair
from testimonia.link.entities.written import SHIPS, opening_articles


def short_forms(nodes: Nodes, root: Callable[[str], str]) -> Iterator[Pair]:
    """What a body is called for short, where one body of the case only can be meant.

    That is a name without its legal form ("Nordal", "Nordal Inc.") or without what it is *of*, or behind *the* its last words.
    """
    heads, tails = shortened(nodes, root)
    places = {word for node in nodes.values() if node.kind == "place" for word in node.words}
    firsts = first_words(nodes, root)
    for key, node in nodes.items():
        person = node.kind == "person" and node.sure
        people = node.kind == "group" and node.determined * 2 <= node.count  # "the Guardians" may be a body for short
        if node.description or node.acronym or person or node.kind == "place" or people or len(key) < SHORTEST_HOST or key in places:
            continue
        found = (
            heads.get(key)
            or (firsts.get(key) if node.kind == "organisation" else None)
            or (tails.get(key) if node.determined * 2 > node.count else None)
            or {}
        )
        fitting = {one: other for one, other in found.items() if other != key}
        if len(fitting) == 1 and len(found) == 1:
            yield next(iter(fitting.values())), key, "short for the only such body of the case"


def shortened(nodes: Nodes, root: Callable[[str], str]) -> tuple[dict[str, dict[str, str]], dict[str, dict[str, str]]]:
    """The bodies by what is left of their names without the rest behind, and by the last words of their names; one for each cluster."""
    heads: dict[str, dict[str, str]] = defaultdict(dict)
    tails: dict[str, dict[str, str]] = defaultdict(dict)
    kinds = listed("organisation_names") | listed("organisations") | listed("places")  # "the House" is not what sits in the White House
    bodies = ((key, node) for key, node in nodes.items() if not node.description and node.kind == "organisation" and len(node.words) > 1)
    for key, node in bodies:
        for short in without_rest(node.name):
            heads[normal(short)].setdefault(root(key), key)
        written = [part for part in node.name.split() if part.casefold() != "the"]
        for at in range(1, len(written)):
            tail = normal(" ".join(written[at:]))
            if at < len(written) - 1 or tail not in kinds:
                tails[tail].setdefault(root(key), key)
            if at == 1 and of_country(written[0].casefold()) is not None and at < len(written) - 1:
                heads[tail].setdefault(root(key), key)  # "the Norwegian Coast Guard" is the Coast Guard
    return heads, tails


def first_words(nodes: Nodes, root: Callable[[str], str]) -> dict[str, dict[str, str]]:
    """Firms by the first word of their names, where that is a word of their own ("Orlen", "Orlen Energy Ltd")."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    people = {word for node in nodes.values() if node.kind == "person" and len(node.words) > 1 for word in node.words}
    for key, node in nodes.items():
        firm = not node.description and node.kind == "organisation" and len(node.words) > 1 and node.words[-1] in listed("company_words")
        word = node.words[0] if firm else ""
        if firm and word not in shared() | people and of_country(word) is None and city(word) is None:
            found[word].setdefault(root(key), key)
    return found


def called_first(nodes: Nodes) -> dict[str, list[str]]:
    """The bodies of the case by the first word of their names, which may stand for them as for somebody ("Orlen", "Orlen Energy Ltd")."""
    found: dict[str, list[str]] = defaultdict(list)
    for key, node in sorted(nodes.items()):
        if not node.description and len(node.words) > 1 and node.kind == "organisation":
            found[node.words[0]].append(key)
    return found


def towns(nodes: Nodes, root: Callable[[str], str]) -> Iterator[Pair]:
    """A town called by the first or the last word of its name, where one place of the case only is called so ("Fort Vell", "Vell").

    What stands behind *the* is no town: "the Vell Fault" is something at Vell.
    """
    longer: dict[str, dict[str, str]] = defaultdict(dict)
    plain = frozenset().union(*map(listed, ("place_names", "of_places", "role_modifiers", "shared_words", "twin_places")))
    for key, node in nodes.items():
        articled = node.determined * 2 > sum(node.surfaces.values())
        proper = not node.description and len(node.words) > 1 and node.kind == "place" and country(node.name) is None and not articled
        if proper and plain.isdisjoint(node.words) and not any(of_country(word) for word in node.words):
            for word in (node.words[0], node.words[-1]):
                longer[word].setdefault(root(key), key)
    for key, node in nodes.items():
        known = country(node.name) is not None or city(key) is not None
        if not node.description and node.kind == "place" and len(node.words) == 1 and not known and len(longer.get(key, ())) == 1:
            yield next(iter(longer[key].values())), key, "short for the only such place of the case"


def without_rest(name: str) -> Iterator[str]:
    """A body's name before its legal form, or before what it is *of* when no word for a body comes first ("Falcons of the Hills").

    Papers whose names open with an article are called so in other languages too ("La Voz de X").
    """
    words = name.removeprefix("The ").removeprefix("the ").split()
    plain = [word.casefold().replace(".", "").strip(",") for word in words]
    end = next((i for i, word in enumerate(plain) if i and word in listed("company_words")), 0)
    if end and listed("company_words").issuperset(plain[end:]):
        yield " ".join(words[:end])
    if "of" in plain[1:2] and plain[0] not in listed("organisation_names") | listed("organisations"):
        yield words[0]
    paper = next((i for i, word in enumerate(plain) if i > 1 and word in genitives()), 0) if plain[0] in opening_articles() else 0
    if paper:
        yield " ".join(words[:paper])


def longer_names(nodes: Nodes, root: Callable[[str], str]) -> Iterator[Pair]:
    """Two names of somebody, and the only longer name of the case that has a first, a middle or a second family name more."""
    longer: dict[tuple[str, str], dict[str, str]] = defaultdict(dict)
    for key, node in nodes.items():
        if not node.description and node.kind == "person" and len(node.words) in (3, 4):
            first, second, *_ = node.words
            for pair in {(first, second), (first, node.words[-1]), node.words[-2:]}:
                longer[(pair[0], pair[-1])].setdefault(root(key), key)
    for key, node in nodes.items():
        if not node.description and node.kind == "person" and len(node.words) == 2 and min(map(len, node.words)) > 1:
            held = longer.get((node.words[0], node.words[1]), {})
            if len(held) == 1 and root(key) not in held:
                yield key, next(iter(held.values())), "the only longer name of the case that holds it"


def acronyms(nodes: Nodes) -> Iterator[Pair]:
    """An acronym and the one name of the case that has its initials."""
    full: dict[str, set[str]] = defaultdict(set)
    for key, node in nodes.items():
        if not node.description and 2 <= len(node.words) <= 8 and node.kind in ("organisation", "place", "other"):
            full[initials(node)].add(key)
            full["".join(word[0] for word in node.name.split()).casefold()].add(key)
            full["".join(word[0] for word in node.words)].add(key)
    for key, node in nodes.items():
        fitting = full.get(key, set()) if node.acronym and node.kind in ("organisation", "place", "other") else set()
        if node.seen.told.get("place") and node.name in listed("state_codes"):  # "Vellin, PA" is in no town with these initials
            fitting = {one for one in fitting if nodes[one].name in table("en", "names")["states"]}
        if len(fitting) == 1:
            yield next(iter(fitting)), key, "initials of the only such name in the case"


def initials(node: Node) -> str:
    """The first letters of the words that begin with a capital, in the order in which they are written."""
    return "".join(word[0] for word in node.name.replace("-", " ").split() if word[:1].isupper()).casefold()


def body_words(nodes: Nodes) -> Iterator[Pair]:
    """A name with and without the word that says what kind of body or place it is, when only one such name is in the case."""
    kinds = {"organisation": listed("organisation_names"), "place": listed("place_names")}
    grouped: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for key, node in ((key, node) for key, node in nodes.items() if not node.description and len(node.words) > 1 and node.kind in kinds):
        for short, word in ((node.words[:-1], node.words[-1]), (node.words[1:], node.words[0])):
            if word in kinds[node.kind] and sum(map(len, short)) >= 4:
                grouped[tuple(skeleton(part) for part in short)].append(key)
    for key, node in nodes.items():
        if node.description or node.acronym or len(node.words) < 2:
            continue
        lies = node.kind == "place" and (node.sure or city(key) is not None)  # a newspaper is not the city that it is called after
        found = grouped.get(tuple(skeleton(word) for word in node.words), ())
        longer = [
            other
            for other in found
            if other != key and not (nodes[other].kind == "organisation" and (lies or not of_one_kind(node, nodes[other])))
        ]
        if longer and len({frozenset(nodes[other].words) - frozenset(node.words) for other in longer}) <= 2:
            yield longer[0], key, "the same name without the word for its kind"


def ships(nodes: Nodes) -> Iterator[Pair]:
    """A ship's name with and without what stands before the names of ships ("MV Orla")."""
    for key, node in nodes.items():
        short = " ".join(node.words[1:])
        if node.thing and node.name.split()[0] in SHIPS and short in nodes and nodes[short].thing:
            yield key, short, "the same ship without what stands before its name"


def hosts(nodes: Nodes) -> Iterator[Pair]:
    """A host and the one body or person of the case whose name is written in its letters ("my-paper.org", My Paper)."""
    addresses: dict[str, list[str]] = defaultdict(list)
    named: dict[str, list[str]] = defaultdict(list)
    for key, node in nodes.items():
        if len(node.host) >= SHORTEST_HOST:
            addresses[node.host].append(key)
        elif not node.description:
            named["".join(node.words)].append(key)
    for letters, keys in sorted(addresses.items()):
        for key in keys if len(named[letters]) == 1 else ():
            yield named[letters][0], key, "the address in the letters of the name"

"""Names of one country, people, state or city, in several languages and with the word for what it is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from testimonia.fitted.known import known_town
from testimonia.link.entities.forms import listed, normal
from testimonia.link.entities.nodes import abroad, acts
from testimonia.link.entities.places import city, country, inflected_city, inflected_country, of_country
from testimonia.link.entities.steps.descriptions import sense
from testimonia.link.entities.steps.pairs import Nodes, Pair, stars

LONGEST_LAND = 3  # words of a land's name


def countries(nodes: Nodes) -> Iterator[Pair]:
    """Names of one country in several languages; the adjectives and plurals of one people."""
    lands: dict[str, list[str]] = defaultdict(list)
    peoples: dict[str, list[str]] = defaultdict(list)
    for key, node in nodes.items():
        if node.description:
            if "-".join(filter(None, (node.gist, node.head))) in listed("peoples") and (
                code := of_country(node.qualifier) or country(node.qualifier)
            ):
                peoples[code].append(key)
            continue
        if (code := country(node.name)) is not None and node.kind in ("place", "organisation", "other", "person"):
            lands[code].append(key)
        elif node.kind == "group" and len(node.words) == 1 and (code := of_country(key)) is not None:
            peoples[code].append(key)
        elif node.kind in ("other", "place", "organisation") and abroad(node) and (code := inflected_country(key)) is not None:
            lands[code].append(key)
    yield from stars(lands, "names of one country")
    yield from stars(peoples, "names of one people")


def cities(nodes: Nodes) -> Iterator[Pair]:
    """Names of one city in several languages."""
    named: dict[str, list[str]] = defaultdict(list)
    for key, node in nodes.items():
        if node.description or node.kind not in ("place", "other"):
            continue
        if (zone := city(key) or (inflected_city(key) if abroad(node) and not known_town(key) else None)) is not None:
            named[zone].append(key)
    yield from stars(named, "names of one city")


def official(nodes: Nodes) -> Iterator[Pair]:
    """A place with and without the word for what it is ("Republic of X")."""
    kinds = listed("of_places")
    for key, node in nodes.items():
        first, of, rest = (*node.name.removeprefix("the ").split(" ", 2), "", "", "")[:3]
        if not node.description and of == "of" and first.casefold() in kinds and (other := normal(rest)) in nodes and other != key:
            yield other, key, f"the {first.casefold()} of that name"


def offices(nodes: Nodes) -> Iterator[Pair]:
    """An office of a state by the state's name and by its adjective ("Vallonia's Foreign Ministry", "the Vallonian Foreign Ministry")."""
    held: dict[str, list[str]] = defaultdict(list)
    for key, node in nodes.items():
        if not node.description and node.kind == "organisation" and (office := office_of(node.words)):
            held[office].append(key)
    yield from stars(held, "one office of one state")


def office_of(words: tuple[str, ...]) -> str:
    """The code of the state whose name or adjective opens a name, with the office that follows it; nothing for other names."""
    for length in range(min(LONGEST_LAND, len(words) - 1), 0, -1):
        land, rest = " ".join(words[:length]), words[length:]
        code = country(land) or of_country(land)
        if code is not None and not listed("official_bodies").isdisjoint((rest[0], rest[-1])):
            return " ".join((code, *rest))
    return ""


def states(nodes: Nodes, members: Mapping[str, list[str]]) -> Iterator[Pair]:
    """A country that acts in the case and its government are one."""
    governments = {
        land: key
        for key, node in sorted(nodes.items(), reverse=True)
        if node.description and sense(node) == ("government", "") and (land := of_country(node.qualifier) or country(node.qualifier))
    }
    for keys in [members[root] for root in sorted(members)]:
        named = [nodes[key] for key in keys]
        land = next((code for node in named if not node.description and (code := country(node.name))), None)
        if land in governments and acts(named):
            yield keys[0], governments[land], "a state that acts, and its government"

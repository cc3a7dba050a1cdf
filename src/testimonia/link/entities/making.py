"""The nodes of a case, made from what was counted, with what the names of the case show of one another's types."""

from __future__ import annotations

from testimonia.fitted.known import given_name
from testimonia.link.entities.bodywords import heads, meanings
from testimonia.link.entities.forms import listed, normal
from testimonia.link.entities.gather import Gathered, Rows
from testimonia.link.entities.judging import HINTS, KINDS
from testimonia.link.entities.nodes import FEW, LYING, PROPER, Node, abroad, forget, key_of, own_type, retype, weigh
from testimonia.link.entities.places import city, country, of_country, seat
from testimonia.link.entities.within import told_across, told_by_longer
from testimonia.link.entities.written import SHIPS

SHORTEST_LAND = 5  # letters of a name that a people's name is made from
SHORTEST_FIRM = 4  # letters of what is left of a company's name
BODY = range(2, 8)  # words of a body's name
OWNERS = 3  # words of a company's name that its short form may leave out


def nodes_of(gathered: Gathered) -> dict[str, Node]:
    """The nodes of a case by key."""
    found: dict[str, Node] = {}
    for row in sorted(gathered.own, key=lambda row: bool(row["aside"])):
        node = node_of(found, row["own"])
        if node is None or (row["aside"] and node.inside):
            continue
        node.inside = node.inside or not row["aside"]
        node.types[row["type"]] += row["count"] * (PROPER if row.get("fact") else 1)
        node.seen.count(row, row["count"])
        if row["shown"] and row["shown"] not in HINTS:
            node.types[row["shown"]] += PROPER * row["count"]
            node.locatives += row["count"] if row["shown"] == "place" else 0
        node.languages[row["language"] or ""] += row["count"]
        node.metonyms += row["count"] if row["metonym"] else 0
        if row["locative"] and row["type"] != "place":
            node.types["place"] += LYING * row["count"]  # "in X": the tagger was wrong
        elif row["locative"]:
            node.locatives += row["count"]
    add_surfaces(found, gathered.used)
    described_places(found)
    homelands(found)
    families(found)
    described_bodies(found)
    bodies_abroad(found)
    firms(found)
    told_by_longer(found)
    told_across(found)
    heads_of_state(found, gathered.used)
    bodies_by_acronym(found, gathered.aliases)
    surroundings(found, gathered)
    ships(found)
    for node in found.values():
        weigh(node)
    return {key: node for key, node in sorted(found.items()) if node.surfaces}


def surroundings(found: dict[str, Node], gathered: Gathered) -> None:
    """Take in what stands around the names, and how often a title and a name are one phrase."""
    for row in gathered.used:
        node = found.get(key_of(row["unit"])) if row["form"] == "role" and row["unit"].startswith("n:") else None
        if node is not None:
            node.seen.titled += row["count"]
            for office in listed("roles").intersection(row["name"].casefold().split()):
                node.seen.offices[office] = node.seen.offices.get(office, 0) + row["count"]
    for unit, (total, places) in gathered.around.items():
        node = found.get(key_of(unit))
        if node is not None and not node.description:
            held = node.seen.around or (0.0,) * len(KINDS)
            node.seen.around = tuple(a + b for a, b in zip(held, total, strict=True))
            node.seen.places += places


def bodies_by_acronym(found: dict[str, Node], aliases: Rows) -> None:
    """A name that a text gives acronyms to is a body, whatever the tagger took it for."""
    for row in aliases:
        node, other = found.get(key_of(row["a"])), found.get(key_of(row["b"]))
        if node is not None and other is not None and other.acronym and not node.description and node.kind in ("person", "other", "work"):
            retype(node, "organisation", row["count"])


def described_places(found: dict[str, Node]) -> None:
    """What a text calls "the village of X" is a place, whatever the tagger took it for."""
    kinds = listed("of_places")
    for node in list(found.values()):
        first, of, rest = (*node.name.removeprefix("the ").split(" ", 2), "", "", "")[:3] if node.surfaces else ("", "", "")
        if not node.description and of == "of" and first.casefold() in kinds and (bare := found.get(normal(rest))) is not None:
            retype(bare, "place", node.count)
        lies = node.description and node.surfaces and node.head in listed("of_places") | listed("named_places")
        place = found.get(node.qualifier) if lies else None
        if place is not None and not place.description and beside(place, node):
            retype(place, "place", node.count)


def homelands(found: dict[str, Node]) -> None:
    """A name from which the case makes the name of a people ("Valdor", "the Valdorians") is a place, and the other is a people's.

    What the taggers take for a person only makes followers ("Smithians"), no people.
    """
    for key, node in list(found.items()):
        if node.description or len(key) < SHORTEST_LAND or " " in key or not node.surfaces or set(node.types) <= {"person", "group"}:
            continue
        stems = (key, key[:-1]) if key[-1] in "aeiou" else (key,)
        for people in (found.get(stem + ending) for stem in stems for ending in listed("people_endings")):
            if people is not None and people is not node and not people.description and people.surfaces:
                retype(people, "group", people.count)
                retype(node, "place", node.count)


def families(found: dict[str, Node]) -> None:
    """Two words of which the last is the family name of people of the case are a person, when the tagger saw them once or twice."""
    known = {node.words[-1] for node in found.values() if len(node.words) == 2 and node.kind == "person" and node.sure}
    for node in found.values():
        plain = not node.description and len(node.words) == 2 and node.count <= FEW and not node.determined
        if plain and node.words[-1] in known and node.kind in ("organisation", "other") and own_type(node.words) is None:
            retype(node, "person", node.count)


def described_bodies(found: dict[str, Node]) -> None:
    """What a text calls "the X party" or "the X movement" is a body, where the tagger knew of no other type."""
    for node in list(found.values()):
        body = found.get(node.qualifier) if node.description and node.head in listed("generic_bodies") and node.surfaces else None
        if body is not None and not body.description and body.kind == "other" and not node.gist and beside(body, node):
            retype(body, "organisation", node.count)


def bodies_abroad(found: dict[str, Node]) -> None:
    """A name in another language that begins or ends with a word that heads bodies' names, and not with a given name, is a body's."""
    for node in found.values():
        guessed = not node.description and node.surfaces and len(node.words) in BODY and abroad(node) and node.kind in ("person", "other")
        if guessed and not given_name(node.words[0]) and not heads().isdisjoint(meanings(node.words[0]) | meanings(node.words[-1])):
            retype(node, "organisation", node.count)


def ships(found: dict[str, Node]) -> None:
    """A ship's name without what stands before the names of ships is the ship's ("MV Orla", "the Orla")."""
    for node in list(found.values()):
        short = found.get(" ".join(node.words[1:])) if node.surfaces and node.thing and node.name.split()[0] in SHIPS else None
        if short is not None and not short.description and short.surfaces and country(short.name) is None and city(short.key) is None:
            short.seen.told["other"] = short.seen.told.get("other", 0) + node.count
            forget(short)


def firms(found: dict[str, Node]) -> None:
    """The first words of a company's name are the company, whatever the tagger took them for ("Nordal", "Nordal Shipping Ltd").

    Not where somebody of the case bears the name, or a place does.
    """
    forms = listed("company_words")
    borne = {
        word for node in found.values() if not node.description and node.kind == "person" and len(node.words) > 1 for word in node.words
    }
    for node in list(found.values()):
        if node.description or not node.surfaces or len(node.words) < 2 or node.words[-1] not in forms:
            continue
        for left_out in range(1, min(OWNERS, len(node.words) - 1) + 1):
            short = found.get(" ".join(node.words[:-left_out]))
            if short is not None and short.surfaces and bare_firm(short) and (len(short.words) > 1 or short.key not in borne):
                retype(short, "organisation", node.count)


def bare_firm(node: Node) -> bool:
    """Whether a name may be a company's for short: no place and no short word."""
    lies = country(node.name) is not None or city(node.key) is not None or seat(node.key) or node.locatives > 0
    return not node.description and not lies and len(node.key) >= SHORTEST_FIRM


def beside(place: Node, node: Node) -> bool:
    """Whether a description names a place before its head noun ("the X province"), and not whose it is ("X's province")."""
    owned = any(f"{surface}{mark}" in node.name for surface in place.surfaces for mark in ("'", "’"))
    return normal(node.name).startswith(f"{place.key} ") and not owned


def heads_of_state(found: dict[str, Node], used: Rows) -> None:
    """The country that a text calls a person the head of ("the Valdorian Prime Minister Ana X")."""
    for row in used:
        words = row["name"].replace("’s", "").replace("'s", "").split()
        node = found.get(key_of(row["unit"])) if row["form"] == "role" and row["unit"].startswith("n:") else None
        if node is None or listed("heads_of_lands").isdisjoint(map(str.casefold, words)):
            continue
        node.lands |= {code for word in words if (code := of_country(word.casefold()) or (country(word) if word[:1].isupper() else None))}


def node_of(found: dict[str, Node], unit: str) -> Node | None:
    """The node of a unit, made when it is new; none for a name without letters or digits."""
    key = key_of(unit)
    if not key:
        return None
    node = found.get(key)
    if node is None:
        node = found[key] = Node(key, description=key.startswith("d:"))
        if node.description:
            node.head, node.gist, node.qualifier = key[2:].split("|", 2)
    if unit not in node.units:
        node.units.append(unit)
    return node


def add_surfaces(found: dict[str, Node], used: Rows) -> None:
    """Count the surface forms of each node's own mentions."""
    for row in used:
        own = f"n:{row['name']}" if row["form"] == "name" else row["unit"] if row["unit"].startswith("d:") else ""
        node = found.get(key_of(own)) if own and own == row["unit"] else None
        if node is not None:
            node.surfaces[row["name"]] += row["count"]
            node.determined += row["count"] if row["determiner"].casefold() == "the" else 0
    for row in used:
        if row["form"] == "name" and (node := found.get(normal(row["name"]))) and not node.surfaces:
            node.surfaces[row["name"]] += row["count"]

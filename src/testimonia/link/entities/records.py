"""The records of entities, and of which entity each mention refers to."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache

from testimonia.base.ids import row_id
from testimonia.base.languages import primary
from testimonia.base.links import Entity, MentionEntity
from testimonia.link.entities.forms import listed, shed, with_article
from testimonia.link.entities.gather import PLACE, Gathered, Rows, mapped, undecided
from testimonia.link.entities.linking import Linked
from testimonia.link.entities.nodes import Node, acts, best
from testimonia.link.entities.places import city, seat
from testimonia.link.namings.loading import loading

BATCH = 2000  # rows that are held as Python's objects at a time


def entities_of(linked: Linked, used: Rows) -> tuple[list[Entity], dict[str, str]]:
    """The entities, by id, and the entity of each cluster (by its root)."""
    surfaces = surfaces_of(linked, used)
    found: dict[str, Entity] = {}
    entity_of: dict[str, str] = {}
    spoken = most_spoken(linked)
    for root, members in sorted(linked.clusters.members.items()):
        nodes = [linked.nodes[key] for key in members]
        names = surfaces.get(root, Counter())
        if not names or not worth(nodes):
            continue
        first = principal(nodes, spoken)
        ident = row_id("e", first.key)
        entity_of[root] = ident
        described = all(node.description for node in nodes)
        found[ident] = Entity(ident, kind_of(nodes), first.name, tuple(sorted(names)), warning_of(linked, nodes), described)
    return [found[ident] for ident in sorted(found)], entity_of


def worth(nodes: list[Node]) -> bool:
    """Whether a cluster is anybody: it has a name, or a description that says of whom it speaks, or of several people or a document."""
    for node in nodes:
        if not node.description and not node.host:
            return True
        if node.body or blames(node):
            return True
        if node.host or not known_noun(node):
            continue  # an address, or a word that might name the people of a body, and no name beside it
        if node.qualifier or (node.gist and node.kind != "place") or node.kind in ("group", "work"):
            return True
        if any(word[:1].isupper() for word in node.name.split()[1:]):
            return True
    return False


def blames(node: Node) -> bool:
    """Whether a description praises or condemns by a word of its language; in English by its noun too, when no list of nouns has that."""
    english = [loading(node.name, "en", False)[0] if known_noun(node) else by_its_noun(node)]
    abroad = (loading(node.name, language, False)[0] for language in node.languages if language and primary(language) != "en")
    return any(kind != "neutral" for kind in (*english, *abroad)) and not (node.host and english != ["neutral"])


def by_its_noun(node: Node) -> str:
    """The loading that a description of English has by the noun that heads it, alone or in an entry of several words ("gutter rag")."""
    head = node.head.removesuffix("1")
    kind, entry = loading(node.name, "en", False)
    return kind if head in entry.split() else loading(head, "en", False)[0]


@cache
def nouns() -> frozenset[str]:
    """The common nouns that can head a description."""
    return frozenset().union(*map(listed, ("groups", "persons", "organisations", "places", "events", "works", "roles", "kin", "epithets")))


def known_noun(node: Node) -> bool:
    """Whether a description's head is a common noun of the lists, by itself or as the last part of a compound."""
    head, before = node.head.removesuffix("1"), node.gist.rpartition(" ")[2]  # a single person's head is marked with a 1
    return not head or not nouns().isdisjoint((head, head.rpartition("-")[2], head.removesuffix("s"), f"{before}-{head}"))


def most_spoken(linked: Linked) -> str:
    """The language in which the case uses most names; nothing where none is known."""
    told: Counter[str] = Counter()
    for node in linked.nodes.values():
        for language, count in node.languages.items():
            told[primary(language)] += count
    del told[""]
    return min(told, key=lambda language: (-told[language], language), default="")


def principal(nodes: list[Node], spoken: str) -> Node:
    """The node that names the entity: a name before a description, a full name before a single word of a person.

    Then one in the language that the case mostly speaks before others, a name as it is spoken before "Family, Given", and the most used.
    """
    person = any(node.kind == "person" for node in nodes)

    def rank(node: Node) -> tuple[bool, bool, bool, bool, int, str]:
        single = person and len(node.words) == 1
        foreign = spoken not in map(primary, node.languages)
        turned = node.kind == "person" and ", " in node.name
        used = node.count if node.description else sum(node.surfaces.values())  # what shows a name's type is no use of it
        return (node.description, single or bool(node.warning), foreign, turned, -used, node.key)

    return min(nodes, key=rank)


def kind_of(nodes: list[Node]) -> str:
    """The type of an entity over the whole case: names before descriptions; a country that mostly acts is a body."""
    weights: Counter[str] = Counter()
    named = [node for node in nodes if not node.description]
    for node in named or nodes:
        weights += node.weights
    kind = best(weights)
    return "organisation" if kind == "place" and (acts(named) or capital(named)) else kind


def capital(nodes: list[Node]) -> bool:
    """Whether a city only acts in the case, as whoever governs from there."""
    acting, told = sum(node.metonyms for node in nodes), sum(node.count for node in nodes)
    return acting * 2 > told and any(city(node.key) or seat(node.key) for node in nodes) and not any(node.locatives for node in nodes)


def warning_of(linked: Linked, nodes: list[Node]) -> str:
    """What the reader is warned of: odd letters, or a name that fits several people."""
    found = sorted({node.warning for node in nodes if node.warning})
    for node in nodes:
        if node.key in linked.open_names:
            found.append("may stand for " + ", ".join(linked.nodes[key].name for key in linked.open_names[node.key]))
    return "; ".join(found)


def surfaces_of(linked: Linked, used: Rows) -> dict[str, Counter[str]]:
    """The surface forms of each cluster with their counts; a description with and without its article."""
    roots = roots_of_units(linked)
    found: dict[str, Counter[str]] = defaultdict(Counter)
    generic = listed("generic_bodies")
    for row in used:
        root = roots.get(row["unit"])
        if root is None or (row["head"] in generic and not row["gist"] and row["unit"].startswith("n:")):
            continue
        for form in forms_of(row):
            found[root][form] += row["count"]
    return found


def forms_of(row: dict[str, str]) -> Iterator[str]:
    """The surface forms that one mention gives."""
    first, _, rest = row["name"].partition(" ")
    if row["form"] == "name":
        yield row["name"]
        if row["determiner"]:
            yield with_article(row["determiner"], row["name"])
    elif first.casefold() not in listed("possessives") or " " in rest or loading(rest, "en", False)[0] != "neutral":
        # "her brother" is too little, "his goons" is not
        yield row["name"]
        while rest and (first[:1].isdigit() or first.casefold() in shed()):
            yield rest
            first, _, rest = rest.partition(" ")


def roots_of_units(linked: Linked) -> dict[str, str]:
    """The cluster of each unit."""
    return {unit: linked.clusters.root(key) for key, node in linked.nodes.items() for unit in node.units}


def mention_entities(linked: Linked, gathered: Gathered, entity_of: dict[str, str]) -> Iterator[MentionEntity]:
    """Which entity each mention refers to, each span once."""
    of_unit = {unit: entity_of[root] for unit, root in roots_of_units(linked).items() if root in entity_of}
    decided = undecided(gathered.mentions, of_unit)
    for batch in mapped(gathered.mentions, of_unit).select(*PLACE, "entity").to_arrow().to_batches(BATCH):
        for row in batch.to_pylist():
            place = (row["document"], row["start"], row["end"])
            yield MentionEntity(*place, decided.pop(place, row["entity"]))
    for (document, start, end), entity in sorted(decided.items()):
        yield MentionEntity(document, start, end, entity)

"""Names become entities: the steps in their order, the rules that forbid a join, the links with their reasons."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from testimonia.base.ids import row_id
from testimonia.base.links import EntityLink
from testimonia.link.entities import sounding
from testimonia.link.entities.clusters import Clusters
from testimonia.link.entities.compare import FULL, alike
from testimonia.link.entities.gather import Rows
from testimonia.link.entities.nodes import Node, best
from testimonia.link.entities.rulings import Ruling, Rulings
from testimonia.link.entities.steps import bodies, declared, descriptions, endings, lands, people, shorter, spelling, translated
from testimonia.link.entities.steps.pairs import Pair

MOST_COMPARED = 8  # full names of each side that are held against each other before two clusters of people are joined
CLASHES = {
    frozenset(pair)
    for kind, others in {
        "person": ("organisation", "place", "work", "event", "group"),
        "place": ("group", "work"),
        "organisation": ("work", "event"),
    }.items()
    for pair in ((kind, other) for other in others)
}


@dataclass
class Linked:
    """What linking found: the clusters, every link with its verdict, and the candidates of names that stay open."""

    nodes: dict[str, Node]
    clusters: Clusters
    links: list[tuple[str, str, str, str]] = field(default_factory=list)
    open_names: dict[str, list[str]] = field(default_factory=dict)

    def note(self, pair: Pair, verdict: str, reason: str) -> None:
        """Keep a link: the two keys, the verdict, the reason."""
        self.links.append((pair[0], pair[1], verdict, reason))

    def take(self, pairs: Iterable[Pair]) -> None:
        """Join what the pairs say, or keep why not."""
        for pair in pairs:
            a, b, reason = pair
            if self.clusters.root(a) == self.clusters.root(b):
                continue
            refusal = self.clusters.join(a, b, reason)
            self.note(pair, "same" if refusal is None else "different", reason if refusal is None else f"{reason}, but {refusal}")


class Rules:
    """What forbids two clusters to be one."""

    def __init__(self, nodes: dict[str, Node], rulings: Rulings) -> None:
        self.nodes, self.rulings = nodes, rulings

    def __call__(self, left: list[str], right: list[str]) -> str | None:
        """Why the names of two clusters may not stand together."""
        ruling = self.rulings.between(left, right)
        if ruling is not None:
            return f"the analyst ruled {ruling.kind}: {ruling.names[0]} and {ruling.names[1]}"
        a, b = self.kind(left), self.kind(right)
        if a and b and frozenset((a, b)) in CLASHES:
            return f"one is a {a}, the other a {b}"
        if a == b == "person" and not self.one_person(left, right):
            return "the full names are of two people"
        return None

    def kind(self, keys: list[str]) -> str | None:
        """The type of a cluster when it is sure."""
        weights: Counter[str] = Counter()
        for key in keys[:MOST_COMPARED]:
            weights += self.nodes[key].weights
        kind = best(weights)
        total = sum(weights.values())
        return kind if total > 1 and kind != "other" and weights[kind] / total >= 0.7 else None

    def one_person(self, left: list[str], right: list[str]) -> bool:
        """Whether every full name of one side can be a spelling or a longer form of one of the other."""
        full_left = [self.nodes[key] for key in left if len(self.nodes[key].words) in FULL][:MOST_COMPARED]
        full_right = [self.nodes[key] for key in right if len(self.nodes[key].words) in FULL][:MOST_COMPARED]
        whole = [set(node.words) for node in (*full_left, *full_right)]
        return all(
            alike(a.words, b.words)
            or endings.declined(a, b)
            or spelling.of_one_sound(a, b)
            or sounding.alike_in_sound(a, b)
            or any({*a.words, *b.words} <= longer for longer in whole)  # "Ana Veller" and "Veller Mora" of "Ana Veller Mora"
            for a in full_left
            for b in full_right
        )


def link(nodes: dict[str, Node], aliases: Rows, rulings: Rulings) -> Linked:
    """The clusters of a case's names. Rulings come first, then declared aliases, then what the names show by themselves."""
    clusters = Clusters(nodes, Rules(nodes, rulings))
    linked = Linked(nodes, clusters)
    ruled(linked, rulings)
    linked.take(declared.aliases(nodes, aliases))
    linked.take(lands.countries(nodes))
    linked.take(lands.cities(nodes))
    linked.take(lands.official(nodes))
    linked.take(lands.offices(nodes))
    linked.take(bodies.bodies(nodes))
    linked.take(spelling.spellings(nodes))
    linked.take(people.middles(nodes))
    linked.take(people.nicknames(nodes))
    linked.take(people.initialled(nodes))
    linked.take(spelling.scripts(nodes))
    linked.take(sounding.sounding(nodes, clusters.root))
    linked.take(translated.translated(nodes, clusters.root))
    linked.take(shorter.acronyms(nodes))
    linked.take(shorter.body_words(nodes))
    linked.take(shorter.ships(nodes))
    linked.take(bodies.own_words(nodes, clusters.root))
    linked.take(shorter.short_forms(nodes, clusters.root))
    linked.take(shorter.towns(nodes, clusters.root))
    linked.take(shorter.longer_names(nodes, clusters.root))
    linked.take(shorter.hosts(nodes))
    linked.take(endings.inflected(nodes))
    linked.take(endings.inflected_people(nodes))
    single(linked)
    linked.take(descriptions.descriptions(nodes, clusters.root))
    linked.take(bodies.called_by_kind(nodes, clusters.root))
    linked.take(lands.states(nodes, clusters.members))
    return linked


def ruled(linked: Linked, rulings: Rulings) -> None:
    """Apply what the analyst ruled; rulings that contradict each other are shown with the chain that makes the contradiction."""
    for ruling in rulings.of("same"):
        if ruling.a not in linked.nodes or ruling.b not in linked.nodes:
            continue
        pair = (ruling.a, ruling.b, "the analyst ruled: same")
        refusal = linked.clusters.join(*pair)
        against = rulings.between(
            linked.clusters.members[linked.clusters.root(ruling.a)], linked.clusters.members[linked.clusters.root(ruling.b)]
        )
        if refusal is not None and against is not None:
            linked.note(pair, "conflict", conflict(linked, ruling, against))
        elif refusal is not None:  # a ruling is stronger than what the names show
            linked.clusters.forbidden, kept = (lambda left, right: None), linked.clusters.forbidden
            linked.clusters.join(*pair)
            linked.clusters.forbidden = kept
            linked.note(pair, "same", pair[2])
        else:
            linked.note(pair, "same", pair[2])
    for kind in ("different", "unsure"):
        for ruling in rulings.of(kind):
            if ruling.a in linked.nodes and ruling.b in linked.nodes:
                linked.note((ruling.a, ruling.b, ""), kind, f"the analyst ruled: {kind}")


def conflict(linked: Linked, same: Ruling, apart: Ruling) -> str:
    """The sentence that shows which rulings contradict each other."""
    clusters, nodes = linked.clusters, linked.nodes
    ends = [(end, key) for end in (apart.a, apart.b) for key in (same.a, same.b)]
    paths = [clusters.chain(end, key) for end, key in ends if clusters.root(end) == clusters.root(key)]
    chain = [f"{nodes[a].name} = {nodes[b].name}" for path in paths for a, b, _ in path]
    said = "; ".join(dict.fromkeys([*chain, f"{same.names[0]} = {same.names[1]}"]))
    return f"the rulings contradict each other: {said}; but {apart.names[0]} ≠ {apart.names[1]}"


def single(linked: Linked) -> None:
    """Single names: joined with the only full name of the case that holds them; left open with the candidates when there are several."""
    bodies = shorter.called_first(linked.nodes)
    for key, holders in sorted(people.surnames(linked.nodes, linked.clusters.root).items()):
        fitting = [*holders, *(bodies.get(key, ()) if linked.nodes[key].unsettled else ())]
        roots = {linked.clusters.root(holder): holder for holder in fitting}
        if linked.clusters.root(key) in roots:
            continue
        if len(roots) == 1:
            linked.take([(next(iter(roots.values())), key, "the only full name in the case that holds it")])
        elif (holder := in_office(linked, key, roots)) is not None:
            linked.take([(holder, key, "the only one with this name and office in the case")])
        else:
            named = sorted(roots.values(), key=lambda holder: (-linked.nodes[holder].count, holder))[:5]
            linked.open_names[key] = named
            for holder in named:
                linked.note(
                    (key, holder, ""), "unsure", f"fits {len(roots)} {'people' if len(fitting) == len(holders) else 'names'} of the case"
                )


def in_office(linked: Linked, key: str, roots: Mapping[str, str]) -> str | None:
    """The only bearer of a name who holds an office that the name mostly stands behind ("Minister X", where X's wife is no minister)."""
    seen = linked.nodes[key].seen
    if seen.titled * 2 < linked.nodes[key].count or not seen.offices:
        return None
    held = {root: set().union(*(linked.nodes[member].seen.offices for member in linked.clusters.members[root])) for root in roots}
    fitting = [holder for root, holder in roots.items() if not held[root].isdisjoint(seen.offices)]
    return fitting[0] if len(fitting) == 1 else None


def links_of(linked: Linked, entity_of: dict[str, str]) -> Iterator[EntityLink]:
    """The links as records, each with the two names that met."""
    seen = set()
    for a, b, verdict, reason in linked.links:
        first, second = linked.nodes[a].name, linked.nodes[b].name
        ident = row_id("l", a, b, verdict, reason)
        if ident not in seen:
            seen.add(ident)
            yield EntityLink(ident, first, second, verdict, reason, entity_of.get(linked.clusters.root(a)) if verdict == "same" else None)

"""The steps by which names are taken for one entity, surest first. Each yields pairs of node keys with the reason in words."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from functools import cache, lru_cache

from testimonia.base.languages import table
from testimonia.link.entities.compare import core, pairs, same_name
from testimonia.link.entities.forms import listed, normal, skeleton, sons, unvowelled
from testimonia.link.entities.gather import Rows
from testimonia.link.entities.nodes import Node, acts, in_two_scripts, key_of, words_without_articles
from testimonia.link.entities.places import city, country, inflected_city, inflected_country, of_country
from testimonia.link.namings.loading import loading

Pair = tuple[str, str, str]
Nodes = dict[str, Node]
LISTS = ("acronym", "brackets")  # declarations in which a wrong type of one of the names does not count
CLEARLY = 3  # how much more often one body than all others must be named
SHORTEST_HOST = 5  # letters
NICKNAME = re.compile(r'([^"“”„«»]{2,40} )["“„«]([^"“”„«»]{2,40})["”“»]( [^"“”„«»]{2,60})')
FEWEST_SOUNDS = 5  # consonants that two names of different scripts must share


def aliases(nodes: Nodes, rows: Rows) -> Iterator[Pair]:
    """Names that a text declares to be one."""
    for row in sorted(rows, key=lambda row: (-row["count"], row["a"], row["b"], row["kind"])):
        a, b = key_of(row["a"]), key_of(row["b"])
        if (
            a != b
            and a in nodes
            and b in nodes
            and bare_enough(nodes[a])
            and bare_enough(nodes[b])
            and (row["kind"] in LISTS or kinds_fit(nodes[a], nodes[b]))
        ):
            times = "once" if row["count"] == 1 else f"{row['count']} times"
            yield a, b, f"declared in the text ({row['kind']}, {times})"


def bare_enough(node: Node) -> bool:
    """Whether a description says enough to stand for one thing in the whole case."""
    return not node.description or bool(node.qualifier)


def kinds_fit(a: Node, b: Node) -> bool:
    """Whether two names are of one type; an acronym may be tagged anyhow."""
    return a.kind == b.kind or a.acronym or b.acronym or "other" in (a.kind, b.kind)


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


def abroad(node: Node) -> bool:
    """Whether a name is used in other languages than English only, so that it may be inflected."""
    return not any(language.startswith("en") for language in node.languages)


def stars(grouped: dict[str, list[str]], reason: str) -> Iterator[Pair]:
    """The first of each group with each of the others."""
    for _, keys in sorted(grouped.items()):
        for key in keys[1:]:
            yield keys[0], key, reason


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


def cities(nodes: Nodes) -> Iterator[Pair]:
    """Names of one city in several languages."""
    named: dict[str, list[str]] = defaultdict(list)
    for key, node in nodes.items():
        if node.description or node.kind not in ("place", "other"):
            continue
        if (zone := city(key) or (inflected_city(key) if abroad(node) else None)) is not None:
            named[zone].append(key)
    yield from stars(named, "names of one city")


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
    """A bare "the camp" or "the Convention", and the only thing of the case whose name says that it is one."""
    kinds = {kind: listed(f"{kind}_names") for kind in ("organisation", "work", "place")}
    named: dict[tuple[str, str], dict[str, str]] = defaultdict(dict)
    for key, node in nodes.items():
        if not node.description and len(node.words) > 1 and node.kind in kinds:
            for word in kinds[node.kind].intersection(node.words):
                named[(word, node.kind)].setdefault(root(key), key)
    for key, node in nodes.items():
        bare = not node.gist and not node.qualifier and node.kind == "place" if node.description else len(node.words) == 1
        word = node.head if node.description else key
        fitting = [name for kind in (kinds if not node.description else ("place",)) for name in named.get((word, kind), {}).values()]
        if bare and len(fitting) == 1:
            yield fitting[0], key, f"the only {word} that the case names"


def official(nodes: Nodes) -> Iterator[Pair]:
    """A place with and without the word for what it is ("Republic of X")."""
    kinds = listed("of_places")
    for key, node in nodes.items():
        first, of, rest = (*node.name.removeprefix("the ").split(" ", 2), "", "", "")[:3]
        if not node.description and of == "of" and first.casefold() in kinds and (other := normal(rest)) in nodes and other != key:
            yield other, key, f"the {first.casefold()} of that name"


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


def bodies_by_sound(nodes: Nodes, root: Callable[[str], str]) -> dict[str, str]:
    """The cluster of the organisation that alone, or far more than others, has a word of these sounds: people are called after it."""
    common = (
        listed("organisation_names")
        | listed("organisations")
        | listed("persons")
        | listed("possessive_openers")
        | listed("role_modifiers")
        | listed("shared_words")
    )
    found: dict[str, Counter[str]] = defaultdict(Counter)
    told: Counter[str] = Counter()
    for key, node in nodes.items():
        told[root(key)] += node.count
    bodies = ((key, node) for key, node in nodes.items() if not node.description and node.kind == "organisation" and not node.acronym)
    for key, word in ((key, word) for key, node in bodies for word in node.words):
        if len(word) > SHORTEST_HOST and word not in common and singular(word) not in common:
            found[skeleton(singular(word))][root(key)] = told[root(key)]
    first = {sound: max(roots, key=lambda one: (roots[one], one)) for sound, roots in found.items() if len(sound) > 2}
    return {sound: one for sound, one in first.items() if found[sound][one] >= CLEARLY * (sum(found[sound].values()) - found[sound][one])}


def shared() -> frozenset[str]:
    """Words of bodies' names by which none of them alone is called."""
    return frozenset().union(*map(listed, ("organisation_names", "possessive_openers", "role_modifiers", "shared_words")))


def own_words(nodes: Nodes, root: Callable[[str], str]) -> Iterator[Pair]:
    """Bodies named by one word of their own, among words that many bodies have, and the body that is known by that word."""
    bodies = bodies_by_sound(nodes, root)
    common = shared()
    for key, node in nodes.items():
        if node.description or node.acronym or node.kind != "organisation" or len(node.words) > 4:
            continue
        own = [word for word in node.words if word not in common and singular(word) not in common and of_country(word) is None]
        body = bodies.get(skeleton(singular(own[0])), "") if len(own) == 1 and len(own[0]) > SHORTEST_HOST else ""
        if body and root(key) != body and len(node.words) > 1:
            yield body, key, "the only body of the case that is called by this word"


def singular(word: str) -> str:
    """The word without the ending of an English plural."""
    return word[:-1] if word.endswith("s") and len(word) > SHORTEST_HOST else word


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


def overgrown(node: Node, nodes: Nodes) -> bool:
    """Whether a name is a better known full name with words of the sentence around it."""
    words = node.words
    parts = (" ".join(words[i:j]) for i in range(len(words)) for j in range(i + 2, len(words) + 1) if j - i < len(words))
    return any(part in nodes and nodes[part].kind == "person" and nodes[part].count > node.count for part in parts)


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

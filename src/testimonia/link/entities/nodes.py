"""The distinct names of a case as nodes: what meets under one normal form, with its counts and its type over the whole case."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property

from testimonia.base.languages import table
from testimonia.base.languages.famous import famous
from testimonia.fitted.known import common_word, family_name, given_name, known_firm, known_region, known_town
from testimonia.link.entities.compare import FULL
from testimonia.link.entities.forms import HOST, LONGEST, after_head, label, listed, normal, scripts, unvowelled, warning, without_articles
from testimonia.link.entities.judging import KINDS, REST, Seen, judged
from testimonia.link.entities.places import city, country, inflected_city, inflected_country, region, seat
from testimonia.link.entities.written import is_thing, opened, papered, team, titled

PROPER = 4  # how many taggings a word in the name outweighs
ACTS, ACTS_MORE = 3, 2  # how often a name must act, and how much more often than lie, to be no place
LYING = 3  # what an "in X" weighs against taggings as something else
ACTING = 0.5  # share of acting among a country's acting and locating mentions, above which it is shown as a body and not as a place
FEW = 2  # taggings that a family name outweighs
STRENGTH = 4  # taggings that the fitted judgement weighs
GUESSED = 2  # how much more it weighs against mere guesses, where no tagger read the language
SELDOM = 5  # uses of a name, above which its taggings say more than the judgement
ACROSS = 5  # letters of a single word that meets another script's
CLEAR = 0.6  # its share for one type, below which it says nothing
CLEARER = 0.75  # the same for a single word that no tagger read and no word beside it shows to be anything
KNOWN = 2  # taggings that a given name at the head of a name, or a town's name, weighs
CACHED = ("thing", "evidence", "known", "ruled", "kind", "sure", "unsettled", "count")
SURE = 0.7  # share of one type above which a node's type is sure


@dataclass
class Node:
    """One name (or description) as it is compared.

    `surfaces` counts the forms in which it is written; `inside` is set when an article uses it; `lands` are the countries of which the
    texts call a person the head; `determined` counts "the X"; `body` is the cluster of the organisation after which the people of a
    description are called.
    """

    key: str
    description: bool = False
    head: str = ""
    gist: str = ""
    qualifier: str = ""
    surfaces: Counter[str] = field(default_factory=Counter)
    types: Counter[str] = field(default_factory=Counter)
    languages: Counter[str] = field(default_factory=Counter)
    metonyms: int = 0
    locatives: int = 0
    determined: int = 0
    inside: bool = False
    lands: set[str] = field(default_factory=set)
    body: str = ""
    units: list[str] = field(default_factory=list)
    seen: Seen = field(default_factory=Seen)
    judged: Counter[str] = field(default_factory=Counter)

    @cached_property
    def name(self) -> str:
        """The surface form used most, one without a comma before "Family, Given"."""
        shifting = listed("shifting")
        ranked = sorted(self.surfaces, key=lambda surface: (", " in surface, -self.surfaces[surface], surface))
        return next((surface for surface in ranked if surface.split()[0].casefold() not in shifting), ranked[0] if ranked else self.key)

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The folded words."""
        return tuple(self.key.split())

    @cached_property
    def head_words(self) -> tuple[str, ...]:
        """The words that may show what the name is of: in "Sons of the Mountains" those before *of*, whatever follows."""
        if self.words[-1:] and self.words[-1] in listed("company_words"):
            return self.words
        before = after_head().split(self.name, 1)[0]
        return ("", *normal(before).split()) if before != self.name and normal(before) else self.words

    @cached_property
    def count(self) -> int:
        """How many mentions use it."""
        return sum(self.types.values())

    @cached_property
    def acronym(self) -> bool:
        """Whether it is written in capitals only."""
        letters = self.name.replace(".", "")
        return not self.description and 2 <= len(letters) <= 8 and letters.isalpha() and letters.isupper()

    @cached_property
    def host(self) -> str:
        """The telling part of a host's name; nothing for any other name."""
        return label(self.name) if not self.description and HOST.fullmatch(self.name) else ""

    @cached_property
    def evidence(self) -> Counter[str]:
        """The rules' evidence for each type: the taggings, and what the name's own words show."""
        if self.thing:
            return Counter(other=max(1, self.count))
        found = Counter(self.types)
        found["other"] = min(found["other"], 1)
        if self.acronym and country(self.name) is None:
            found["person"] //= 4
            found["organisation"] += 1 + found.pop("group", 0)
        found += self.known
        shown = self.shown(found)
        if self.known_body and (not self.borne or found["person"] * 2 <= sum(found.values())):
            found["organisation"] += PROPER + sum(found.values())
        elif opened(self) and shown in (None, "organisation", "place") and not self.seen.told:
            found["place"] += PROPER + sum(found.values())
        elif shown is None and papered(self) and not self.seen.told and best(found) in ("person", "other"):
            found["organisation"] += PROPER + found.pop("person", 0)
        elif shown:
            found[shown] += PROPER + 3 * sum(found.values())
        elif self.town and found["person"] * 2 < sum(found.values()):
            found["place"] += found.pop("organisation", 0) + found.pop("person", 0) + 1  # also when it acts
        elif self.land and (best(found) in ("person", "other", "group", "work") or not (self.seen.votes or self.seen.told)):
            found["place"] += PROPER + sum(found.values())
        elif found["place"] and self.metonyms >= ACTS and self.metonyms > ACTS_MORE * self.locatives and not country(self.name):
            found["organisation"] += found.pop("place")  # what acts and never is where anything happens
        elif self.lone_body or team(self):
            found["organisation"] += PROPER + sum(found.values())  # "the Gendarmerie", "Council sells mill"
        elif found["person"] and self.determined * 2 > sum(self.surfaces.values()) and self.head_words[-1] not in crowned():
            found["organisation"] += found.pop("person")  # "the Wanderers", "the Courier": people's names stand without an article
        return +found

    def shown(self, weights: Counter[str]) -> str | None:
        """The type that the name's own words show, or the quotation marks around it."""
        kind = None if self.description or self.called(weights) else own_type(self.head_words)
        return "work" if kind in (None, "place", "event") and titled(self) else kind

    @cached_property
    def known(self) -> Counter[str]:
        """What lists of given names, family names and towns say of the name; they are a second opinion beside the tagger's."""
        if (
            self.count > FEW
            or self.description
            or self.acronym
            or self.determined * 2 > sum(self.surfaces.values())
            or own_type(self.words)
        ):
            return Counter()
        if len(self.words) in FULL:
            somebody = given_name(self.words[0]) and self.head_words is self.words and not self.lies and not plain(self.words[-1])
            return Counter(person=KNOWN) if somebody else Counter(place=KNOWN) if self.lies else Counter()
        if len(self.words) == 1 and not self.lies and (given_name(self.key) or family_name(self.key)):
            return Counter(person=1) if set(self.types) == {"other"} else Counter()
        told = self.types["place"] or self.locatives or self.types["organisation"] + self.types["person"] <= 1
        return Counter(place=KNOWN) if told and known_town(self.key) else Counter()

    @property
    def lies(self) -> bool:
        """Whether a name is a well-known city's, and the words are no given name and family name."""
        named = len(self.words) > 1 and family_name(self.words[-1]) and given_name(self.words[0])
        return city(self.key) is not None or seat(self.key) or (len(self.words) > 1 and not named and known_town(self.key))

    @property
    def lone_body(self) -> bool:
        """Whether it is one word, for bodies alone, and a name here: with an article, or where nobody is called so."""
        body = len(self.words) == 1 and self.key in listed("organisation_names") and self.key not in listed("place_names")
        return body and (self.determined > 0 or (self.key not in listed("surname_like") and not self.seen.titled))

    @property
    def known_body(self) -> bool:
        """Whether it is the name of a body that is known everywhere, or of a firm that is quoted."""
        written = (self.name, self.name.removeprefix("The "), self.name.removeprefix("the "))
        known = not known_bodies().isdisjoint(written) or known_firm(self.key)
        return known and not self.description and not self.seen.told.get("place")

    @property
    def borne(self) -> bool:
        """Whether it is one word, and somebody's given or family name."""
        return len(self.words) == 1 and (given_name(self.key) or family_name(self.key))

    @cached_property
    def town(self) -> bool:
        """Whether it is the name of a city that is known in all languages, or of a region, and stands without an article."""
        known = city(self.key) is not None or known_region(self.key)
        return known and not self.description and not self.acronym and not self.determined

    @cached_property
    def thing(self) -> bool:
        """Whether it is the name of a ship, a product or another thing."""
        return is_thing(self)

    @cached_property
    def land(self) -> bool:
        """Whether it is the name of a country, a continent or a part of the world, and not somebody's given name here ("Georgia", "Chad").

        Abroad it may have another ending ("України").
        """
        named = region(self.key) or country(self.name) is not None or (abroad(self) and inflected_country(self.key) is not None)
        somebody = given_name(self.key) and (self.seen.titled > 0 or self.types["person"] > 0)
        return not self.description and named and not somebody

    def called(self, weights: Counter[str]) -> bool:
        """Whether a name of somebody holds a word for a body or a place as people's names do ("Ana Church")."""
        telling = [word for word in self.words if own_type(("", word))]
        return weights["person"] * 2 > sum(weights.values()) and len(self.words) < 4 and listed("surname_like").issuperset(telling)

    @cached_property
    def ruled(self) -> str:
        """The type with the most evidence by the rules."""
        return best(self.evidence)

    @property
    def weights(self) -> Counter[str]:
        """The weight of each type, once that is judged; the rules' evidence until then, and for descriptions."""
        return self.judged or self.evidence

    @cached_property
    def kind(self) -> str:
        """The type with the most weight."""
        return best(self.weights)

    @cached_property
    def sure(self) -> bool:
        """Whether the evidence for the type is clear."""
        total = sum(self.weights.values())
        return total > 1 and self.weights[self.kind] / total >= SURE

    @cached_property
    def unsettled(self) -> bool:
        """Whether the taggers took it for somebody here, and for something else there."""
        return self.types["person"] < SURE * self.count

    @cached_property
    def warning(self) -> str:
        """What is odd about how it is written."""
        return "; ".join(sorted({found for surface in self.surfaces if (found := warning(surface))}))


def plain(word: str) -> bool:
    """Whether a word is a common one of some language, and nobody's name and no town's."""
    return common_word(word) and not (family_name(word) or given_name(word) or known_town(word))


@cache
def known_bodies() -> frozenset[str]:
    """The names of bodies that are known everywhere, and the marks of agencies that are nobody's given name."""
    return famous() | {mark for mark in str(table("und", "agencies")["marks"]).split() if not given_name(normal(mark))}


def crowned() -> frozenset[str]:
    """Words that end what somebody is called ("the Rose King", "the Flour Tsar")."""
    return listed("male_titles") | listed("female_titles") | listed("epithets")


def best(weights: Counter[str]) -> str:
    """The type with the most evidence; anything before `other`."""
    named = {kind: value for kind, value in weights.items() if kind != "other"}
    return min(named, key=lambda kind: (-named[kind], kind != "person", kind)) if named else "other"


def acts(nodes: Iterable[Node]) -> bool:
    """Whether the case speaks of a country more often as of somebody who acts than as of a place."""
    named = [node for node in nodes if not node.description]
    if not any(country(node.name) for node in named):
        return False
    acting, lying = sum(node.metonyms for node in named), sum(node.locatives for node in named)
    return acting >= ACTS and acting > ACTING * (acting + lying)


def words_without_articles(node: Node) -> tuple[str, ...]:
    """The words of a name, those in Arabic letters without their articles."""
    return tuple(normal(without_articles(node.name)).split()) if unvowelled(node.name) else node.words


def in_two_scripts(a: Node, b: Node) -> bool:
    """Whether two single words are long, and written in two scripts; there a tagger's slip says little of the type."""
    return min(len(a.key), len(b.key)) >= ACROSS and scripts(a.name[:LONGEST]).keys().isdisjoint(scripts(b.name[:LONGEST]))


def own_type(words: tuple[str, ...]) -> str | None:
    """The type that a name of several words shows by its last telling word."""
    if len(words) < 2:
        return None
    for word in reversed(words):
        for kind in ("organisation", "work", "event", "place"):
            if word in listed(f"{kind}_names"):
                return kind
        if word is words[-1] and word in listed("company_words"):
            return "organisation"  # "River Bend Publishing" is no river
    kinds = (("organisation", "organisations"), ("work", "works"))
    return next((kind for kind, key in kinds if words[-1] in listed(key)), None)


def key_of(unit: str) -> str:
    """The node of a unit: the normal form of a name, or of a description's head, content words and qualifier."""
    if unit.startswith("n:"):
        return normal(unit[2:])
    head, gist, qualifier = unit[2:].split("|", 2)
    return f"d:{head}|{gist}|{normal(qualifier)}"


def charted(node: Node) -> bool:
    """Whether a name ends with a noun for a person, or is a ship's, a land's or a well-known city's, abroad with whatever ending."""
    known = country(node.name) is not None or region(node.key) or city(node.key) is not None or seat(node.key)
    if known or node.thing or (len(node.words) > 1 and node.words[-1] in listed("persons") | crowned()):
        return True
    return abroad(node) and (inflected_country(node.key) is not None or inflected_city(node.key) is not None)


def abroad(node: Node) -> bool:
    """Whether only texts in other languages than English use a name."""
    return not any(language.startswith("en") for language in node.languages)


def weigh(node: Node) -> None:
    """Add the fitted judgement to the rules' evidence for a name.

    A name used often is left to the taggings. Peoples, works and events are left to the rules, and so are countries, capitals
    and descriptions; and where the judgement is unsure it says nothing.
    """
    if node.description or not node.surfaces or node.count > SELDOM or node.ruled in REST or charted(node) or node.lone_body:
        return
    shares = dict(zip(KINDS, judged(node), strict=True))
    other = float(shares.pop("rest"))
    lone = len(node.words) == 1 and set(node.types) == {"other"} and not node.seen.votes
    if max(shares.values()) < (CLEARER if lone else CLEAR):
        return
    strength = STRENGTH if node.seen.votes or node.seen.facts else GUESSED * STRENGTH  # the head of an article tells what its author is
    votes = {kind: round(strength * float(share)) for kind, share in shares.items()} | {"other": round(strength * other)}
    node.judged = +(node.evidence + Counter(votes))
    forget(node, ("kind", "sure"))


def forget(node: Node, fields: Iterable[str] = CACHED) -> None:
    """Let a node's judgements be made anew."""
    for cached in fields:
        node.__dict__.pop(cached, None)


def retype(node: Node, kind: str, count: int) -> None:
    """Let what the text says of a name outweigh the tagger."""
    node.types[kind] += sum(node.types.values()) + count
    forget(node)


def described(nodes: Mapping[str, Node]) -> dict[str, str]:
    """The key of each description by the normal forms in which it is written, less those that are names too; the most used one wins."""
    ordered = sorted((node for node in nodes.values() if node.description), key=lambda node: (node.count, node.key))
    return {form: node.key for node in ordered for surface in node.surfaces if (form := normal(surface)) not in nodes}

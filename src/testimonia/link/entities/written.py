"""What a name is by the way it is written and used, whatever taggers take it for: things, teams, titles, papers, places."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from testimonia.base.languages import table
from testimonia.base.languages.famous import brands, reporting
from testimonia.fitted.known import family_name, given_name, known_firm
from testimonia.link.entities.forms import listed, normal

if TYPE_CHECKING:
    from testimonia.link.entities.nodes import Node

PAIR = 2  # words of a name that a word for a place opens
SHIPS = frozenset("MV MT SS FV RV KV HMS USS RMS".split())  # what stands before the names of ships


def is_thing(node: Node) -> bool:
    """Whether it is the name of a ship, a product or another thing: texts say so, or it is written as such names are."""
    if node.description:
        return False
    several, told = len(node.words) > 1, node.seen.told
    ship = several and node.name.split()[0] in SHIPS
    if node.known_body and not ship:
        return False  # the maker in "the rover X built"
    if ship or told.get("other", 0) > max((told[kind] for kind in told if kind != "other"), default=0):
        return True
    if several and (node.words[-1] in listed("thing_names") or model(node)):
        return True
    return node.seen.hints.get("product", 0) * 2 > node.count and not (node.borne or team(node))


def model(node: Node) -> bool:
    """Whether it is a maker's name and a number or a letter with one ("Airbus A380"); papers and stations have numbers too."""
    return any(map(str.isdigit, node.words[-1])) and maker(node.name.split()[0])


@cache
def maker(word: str) -> bool:
    """Whether a word is the name of a firm, and of no paper, station or agency."""
    return (word in brands() or known_firm(normal(word))) and word not in reporting()


def team(node: Node) -> bool:
    """Whether no tagger knows it, and it is a plural with *the*, as teams and bands are called ("the Rockets")."""
    unknown = set(node.types) == {"other"} and not node.description and not node.acronym and not node.seen.told
    return unknown and node.words[-1].endswith("s") and node.determined * 2 > sum(node.surfaces.values())


def titled(node: Node) -> bool:
    """Whether it is several words that stand alone between quotation marks mostly, and no full name of somebody."""
    somebody = given_name(node.words[0]) and (family_name(node.words[-1]) or node.types["person"] > 0)
    whole = len(node.words) > 1 and not node.description and not somebody and not node.seen.told
    return whole and node.seen.hints.get("title", 0) * 2 > node.count


def papered(node: Node) -> bool:
    """Whether it opens with an article of another language, as papers' names do ("El X"), and with no known family name behind it."""
    first, _, rest = node.name.replace("’", "'").replace("L'", "L' ").partition(" ")
    articled = first[:1].isupper() and first.casefold() in opening_articles() and rest[:1].isupper()
    return articled and not node.description and not family_name(node.words[-1]) and not given_name(node.words[-1])


def opened(node: Node) -> bool:
    """Whether it is two words of which the first opens the names of places ("Lake X")."""
    return not node.description and len(node.words) == PAIR and node.words[0] in place_openers()


@cache
def place_openers() -> frozenset[str]:
    """The first words of the names of places, in normal form."""
    return frozenset(normal(word) for word in str(table("und", "names").get("place_openers", "")).split())


@cache
def opening_articles() -> frozenset[str]:
    """Articles that open the names of papers."""
    return frozenset(str(table("und", "names").get("opening_articles", "")).split())

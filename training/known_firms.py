"""The regions and the firms among the lists of `fitted/known.npz`: states, provinces and counties, and firms whose shares are quoted.

    python -m training.known_firms

Regions are those of Faker's locales (MIT), firms those of the stock indices of pytickersymbols (MIT), without their legal forms. Neither
has what is somebody's given or family name. Needs the extra `training`.
"""

from __future__ import annotations

import importlib
import pkgutil
import re

from faker.providers import address  # type: ignore[import-not-found, unused-ignore]
from pytickersymbols.indices_data import INDICES  # type: ignore[import-not-found, unused-ignore]

from testimonia.fitted.known import common_word, family_name, given_name, known_land, known_town
from testimonia.link.entities.forms import normal
from training.german_words import put

# attributes of Faker's addresses
PARTS = tuple("states provinces regions region_ departments counties cantons prefectures".split())
ABBREVIATED = "abbr"
BRACKET = re.compile(r"\([^()]*\)")
LEGAL = frozenset(
    "inc incorporated corp corporation co company companies ltd limited plc llc lp ag se sa nv spa group holding holdings the and".split()
)
SHORTEST = 3  # letters
MOST = 3  # words of a region's name


def regions() -> set[str]:
    """The regions of all locales in normal form."""
    found: set[str] = set()
    for module in (module for module in pkgutil.iter_modules(address.__path__) if module.ispkg):
        provider = importlib.import_module(f"{address.__name__}.{module.name}").Provider
        attributes = (name for name in dir(provider) if name.startswith(PARTS) and ABBREVIATED not in name)
        lists = (getattr(provider, name) for name in attributes)
        found |= {normal(name) for held in lists if isinstance(held, (tuple, list)) for name in held if isinstance(name, str)}
    return {form for form in found if len(form) > SHORTEST and form.count(" ") < MOST and not borne(form)}


def firms() -> set[str]:
    """The firms as they are quoted and without their legal forms, in normal form; no common word, and no other's name."""
    found: set[str] = set()
    for name in {firm["name"] for index in INDICES.values() for firm in index["companies"]}:
        words = normal(BRACKET.sub("", name)).split()
        found.add(" ".join(words))
        while len(words) > 1 and words[-1] in LEGAL:
            words.pop()
        found.add(" ".join(words))
    return {form for form in found - regions() if len(form) > SHORTEST and not (borne(form) or common_word(form) or lies(form))}


def borne(form: str) -> bool:
    """Whether somebody is called so: by one name, or by a given name and a family name."""
    first, _, last = form.partition(" ")
    return (given_name(first) and family_name(last)) if last else (given_name(first) or family_name(first))


def lies(form: str) -> bool:
    """Whether a town or a country is called so."""
    return known_town(form) or known_land(form)


def kinds() -> dict[str, set[str]]:
    """The forms of each kind."""
    return {"regions": regions(), "firms": firms()}


if __name__ == "__main__":
    put(kinds())

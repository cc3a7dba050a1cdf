"""Countries: their names in many languages (Unicode CLDR, through Babel) and the adjectives made from them."""

from __future__ import annotations

import pickle
from functools import cache
from itertools import chain
from pathlib import Path

from babel import localedata

from testimonia.base.languages import table
from testimonia.link.entities.forms import normal

NO_COUNTRIES = ("ZZ", "EU", "UN", "EZ", "XA", "XB", "QO")
ENDING = 3  # letters that an inflected name may have more or fewer than its base
WORLD = "001"  # the code of the whole world
SMALL = 4  # letters below which a word of a country's name is a particle
REGIONS = ("Africa", "America", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific")


@cache
def country_names() -> dict[str, str]:
    """The code of each country by the normal form of its names."""
    found: dict[str, str] = {}
    for language in reversed(str(table("und", "names").get("country_languages", "en")).split()):
        for code, name in territories(language).items():
            found[normal(name)] = code
    for name, forms in table("en", "names").get("country_names", {}).items():
        if (known := found.get(normal(name))) is not None:
            code = known
            found.update({normal(form): code for form in forms})
    english = {normal(name) for name in territories("en").values()}
    languages = str(table("und", "names").get("country_languages", "en")).split()
    towns = {normal(plain) for language in languages for _, plain in example_cities(language).values()} - english
    return {name: code for name, code in found.items() if name not in towns}  # "Tunis" is a country in German, a city in English


def territories(language: str) -> dict[str, str]:
    """The names of the countries in a language."""
    return {code: name for code, name in named_territories(language) if len(code) == 2 and code not in NO_COUNTRIES}


def named_territories(language: str) -> list[tuple[str, str]]:
    """The codes and names of countries and of parts of the world in a language."""
    if not localedata.exists(language):
        return []
    path = localedata.resolve_locale_filename(
        language
    )  # `localedata.load` would keep what it reads here, without what is inherited, for all
    named = pickle.loads(Path(path).read_bytes()).get("territories", {})  # the root, which all inherit, has no names
    return [(code, str(name)) for code, name in sorted(named.items())]


@cache
def city_names() -> dict[str, str]:
    """The time zone called after each city, by the normal form of its names in many languages (the example cities of CLDR)."""
    found: dict[str, str] = {}
    doubtful: set[str] = set()
    languages = reversed(str(table("und", "names").get("country_languages", "en")).split())
    for zone, names in chain.from_iterable(example_cities(language).items() for language in languages):
        for key in map(normal, names):
            if found.setdefault(key, zone) != zone:
                doubtful.add(key)
    return {name: zone for name, zone in found.items() if name not in doubtful and name not in country_names()}


def example_cities(language: str) -> dict[str, tuple[str, str]]:
    """The cities after which time zones are called: each in a language, and as the zone itself is called, in English."""
    if not localedata.exists(language):
        return {}
    zones = pickle.loads(Path(localedata.resolve_locale_filename(language)).read_bytes()).get("time_zones", {})
    cities = {zone: zone.split("/") for zone in sorted(zones) if zones[zone].get("city")}
    return {
        zone: (str(zones[zone]["city"]), parts[1].replace("_", " "))
        for zone, parts in cities.items()
        if len(parts) == 2 and parts[0] in REGIONS
    }


@cache
def region_names() -> frozenset[str]:
    """The names of continents and parts of the world in many languages ("Latin America", "Sub-Saharan Africa")."""
    languages = str(table("und", "names").get("country_languages", "en")).split()
    return frozenset(
        normal(name) for language in languages for code, name in named_territories(language) if code.isdigit() and code != WORLD
    )


def region(name: str) -> bool:
    """Whether a name, in its normal form, is that of a continent or a part of the world."""
    return name in region_names()


def city(name: str) -> str | None:
    """The time zone called after the city that a name, in its normal form, is of."""
    return city_names().get(name)


@cache
def demonyms() -> dict[str, str]:
    """The code of each country by its English adjectives and names of its people."""
    found: dict[str, str] = {}
    for code, name in territories("en").items():
        key = normal(name)
        if " " in key or len(key) < 4:
            continue
        for ending in str(table("en", "names")["demonym_endings"]).split():
            for stem in (key, key[:-1]):
                found.setdefault(stem + ending, code)
    names = country_names()
    for name, forms in table("en", "names").get("demonyms", {}).items():
        if (known := names.get(normal(name))) is not None:
            code = known
            found.update({normal(word): code for form in forms.split() for word in (form, form + "s")})
    return {word: code for word, code in found.items() if word not in names}


def country(name: str) -> str | None:
    """The code of the country that a name is the name of."""
    return country_names().get(normal(name))


def of_country(word: str) -> str | None:
    """The code of the country that a word is the adjective of, or names the people of."""
    return demonyms().get(word)


Stems = dict[str, list[tuple[str, str]]]


def stems_of(names: dict[str, str]) -> Stems:
    """The names of one word by their first four letters, the shortest first."""
    found: Stems = {}
    for name, code in sorted(names.items(), key=lambda item: (len(item[0]), item[0])):
        if " " not in name and len(name) >= 4:
            found.setdefault(name[:4], []).append((name, code))
    return found


@cache
def country_stems() -> Stems:
    """The stems of the countries' names."""
    return stems_of(country_names())


@cache
def city_stems() -> Stems:
    """The stems of the cities' names."""
    return stems_of(city_names())


def inflected_country(word: str) -> str | None:
    """The code of the country whose name, in some language, has another ending here; none when it could be two."""
    return inflected_phrase(tuple(word.split())) if " " in word else inflected(word, country_stems())


def inflected_city(word: str) -> str | None:
    """The time zone of the city whose name, in some language, has another ending here; none when it could be two."""
    return None if " " in word else inflected(word, city_stems())


def inflected(word: str, stems: Stems) -> str | None:
    """What the only name means that differs from a word in its ending."""
    if len(word) < 5:
        return None
    near = {
        code
        for name, code in stems.get(word[:4], ())
        if (word.startswith(name[:-1] if len(name) > 4 else name) and abs(len(word) - len(name)) <= ENDING) or softened(word, name)
    }
    return near.pop() if len(near) == 1 else None


def softened(word: str, name: str) -> bool:
    """Whether a word is the case of a Slavic name in -iya that has no *y* in its ending ("Rossiya", "Rossii")."""
    return name.endswith("iya") and word.startswith(name[:-2]) and 0 < len(word) - len(name[:-2]) < ENDING


@cache
def phrases() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """The names of countries in several words without their small words, by the first four letters."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for name, code in sorted(country_names().items()):
        large = tuple(word for word in name.split() if len(word) >= SMALL)
        if len(large) > 1:
            found.setdefault(large[0][:SMALL], []).append((large, code))
    return found


def inflected_phrase(words: tuple[str, ...]) -> str | None:
    """The code of the country whose name in several words has other endings here, and perhaps one word more."""
    large = tuple(word for word in words if len(word) >= SMALL)
    near = {
        code
        for name, code in phrases().get(large[0][:SMALL] if large else "", ())
        if len(name) <= len(large) <= len(name) + 1 and all(one_stem(a, b) for a, b in zip(name, large, strict=False))
    }
    return near.pop() if len(near) == 1 else None


def one_stem(a: str, b: str) -> bool:
    """Whether two words differ in their endings only."""
    shared = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    return shared >= SMALL and max(len(a), len(b)) - shared <= ENDING


def seat(key: str) -> bool:
    """Whether a name, in its normal form, is that of a seat of government after which no time zone is called."""
    return key.replace(" ", "-") in str(table("und", "names").get("seats", "")).split()

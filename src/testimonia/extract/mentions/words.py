"""What a language pack knows about the nouns and titles that refer (`names.toml`)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, cached_property

from testimonia.base.languages import table
from testimonia.base.scripts import in_scripts

NOUN_TYPES = {
    "groups": "group",
    "persons": "person",
    "organisations": "organisation",
    "places": "place",
    "events": "event",
    "works": "work",
}


# Lists that are the record's as they stand in the table; the others below are named or made otherwise.
AS_LISTED = (
    "honorifics", "role_modifiers", "anybody", "possessive_openers", "outlet_openers", "of_places", "of_bodies", "of_bodies_before",
    "stakes", "epithets", "distancing", "motion", "of_towns", "compass", "of_people", "office_words", "post_nominals", "vessels",
    "events_of", "either", "organisation_names", "place_names", "event_names", "work_names", "thing_names", "things",
)  # fmt: skip


@dataclass(frozen=True)
class Words:
    """The word lists of one language; `nouns` gives the type of what a common noun refers to."""

    nouns: dict[str, str]
    roles: frozenset[str]
    honorifics: frozenset[str]
    male: frozenset[str]
    female: frozenset[str]
    military: frozenset[str]
    kin: frozenset[str]
    organisation_names: frozenset[str]
    place_names: frozenset[str]
    event_names: frozenset[str]
    work_names: frozenset[str]
    role_modifiers: frozenset[str]
    generic: frozenset[str]
    anybody: frozenset[str]
    official: frozenset[str]
    firms: frozenset[str]
    no_firms: frozenset[str]
    particles: frozenset[str]
    patronymics: frozenset[str]
    of_places: frozenset[str]
    persons: frozenset[str]
    possessive_openers: frozenset[str]
    outlet_openers: frozenset[str]
    of_bodies: frozenset[str]
    of_bodies_before: frozenset[str]
    stakes: frozenset[str]
    surnames: frozenset[str]
    epithets: frozenset[str]
    distancing: frozenset[str]
    motion: frozenset[str]
    of_towns: frozenset[str]
    compass: frozenset[str]
    of_people: frozenset[str]
    office_words: frozenset[str]
    post_nominals: frozenset[str]
    vessels: frozenset[str]
    things: frozenset[str]
    thing_names: frozenset[str]
    events_of: frozenset[str]
    either: frozenset[str]
    also: tuple[str, ...]
    classes: dict[str, str]

    @cached_property
    def common(self) -> frozenset[str]:
        """Common nouns that may head a name with *of*."""
        return frozenset(self.nouns) | self.organisation_names | self.place_names | self.event_names | self.work_names

    @cached_property
    def titles(self) -> frozenset[str]:
        """Words that may stand before a person's name."""
        return self.roles | self.honorifics | self.male | self.female | self.military

    def type_of_name(self, words: list[str], person: bool = False) -> str | None:
        """The type that a proper name shows by one of its own words, the last one first; a `person` may be called Hill or Church."""
        folded = [word.casefold() for word in words]
        end = next((i for i, word in enumerate(folded) if i and word in listed("en", "behind_head")), len(folded))
        for word in reversed(folded[:end]):  # "Sons of the Mountains" are no mountains
            if person and word in self.surnames:
                continue
            for kind in ("organisation", "work", "event", "place"):
                if word in getattr(self, f"{kind}_names"):
                    return kind
        return None


@cache
def listed(language: str, key: str) -> frozenset[str]:
    """The words under one key of the table, also as they are when case is folded (*ς* becomes *σ*) and with a printed apostrophe."""
    words = in_scripts(str(table(language, "names").get(key, "")).split(), language)
    return words | frozenset(form.replace("'", mark) for form in map(str.casefold, words) for mark in "'’")


@cache
def words(language: str) -> Words:
    """The words of a language; empty ones where the pack has none."""
    nouns: dict[str, str] = {}
    for key, kind in reversed(NOUN_TYPES.items()):
        nouns.update(dict.fromkeys(sorted(listed(language, key)), kind))
    roles, kin = listed(language, "roles"), listed(language, "kin")
    nouns.update(dict.fromkeys(sorted(roles | kin), "person"))
    nouns.update(dict.fromkeys(sorted(listed(language, "epithets") - frozenset(nouns)), "person"))
    as_listed = {key: listed(language, key) for key in AS_LISTED}
    return Words(
        nouns=nouns,
        roles=roles,
        male=listed(language, "male_titles"),
        female=listed(language, "female_titles"),
        military=listed(language, "military_titles"),
        kin=kin,
        generic=listed(language, "generic_bodies"),
        official=listed(language, "official_bodies"),
        firms=listed(language, "firms"),
        no_firms=listed(language, "no_firms"),
        persons=listed(language, "persons") | roles,
        surnames=listed(language, "surname_like"),
        particles=listed("und", "particles"),
        patronymics=listed("und", "patronymics"),
        also=tuple(table(language, "names").get("alias", {}).get("also", ())),
        classes={word: head for head, same in sorted(table(language, "names").get("same", {}).items()) for word in same.split()},
        **as_listed,
    )

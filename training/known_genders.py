"""Whom given names show to be a man or a woman, among the lists of `fitted/known.npz`.

    python -m training.known_genders

The given names of Faker's locales (MIT) that are in its lists of one gender, and in no locale in those of the other: "Andrea", a man in
Italy and a woman in Germany, shows nothing. Needs the extra `training`.
"""

from __future__ import annotations

import importlib
import pkgutil

from faker.providers import person  # type: ignore[import-not-found, unused-ignore]

from testimonia.base.scripts import unmarked
from training.german_words import put
from training.known_names import names, single

LISTS = {"men": ("first_names_male", "first_name_male"), "women": ("first_names_female", "first_name_female")}


def listed(kind: str) -> set[str]:
    """The given names of one gender in any locale, in normal form."""
    modules = (module for module in pkgutil.iter_modules(person.__path__) if module.ispkg)
    providers = (importlib.import_module(f"{person.__name__}.{module.name}").Provider for module in modules)
    return {unmarked(form) for provider in providers for form in single(names(provider, *LISTS[kind]))}


def kinds() -> dict[str, set[str]]:
    """The forms of each kind."""
    men, women = listed("men"), listed("women")
    return {"men": men - women, "women": women - men}


if __name__ == "__main__":
    put(kinds())

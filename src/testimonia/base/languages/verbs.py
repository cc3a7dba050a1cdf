"""The verbs of saying of a language, in all their forms: those that its pack lists, and those of the regular verbs that it conjugates."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from itertools import product
from typing import Any

from testimonia.base.languages import table

STEM = "~"


@cache
def verbs_of_saying(language: str) -> Mapping[str, tuple[str, ...]]:
    """The forms by stance, in lower case; nothing for a language whose pack has no `speech.toml`.

    A conjugation of the pack (`[[regular]]`) has `forms` with `~` for the stem ("~ó", "ha ~ado"), and under each stance its stems.
    """
    pack = table(language, "speech")
    found = {stance: tuple(forms) for stance, forms in pack.get("verbs", {}).items()}
    for stance, form in (one for conjugation in (*pack.get("regular", ()), *pack.get("withheld", ())) for one in conjugated(conjugation)):
        found[stance] = (*found.get(stance, ()), form)
    return found


@cache
def withheld_forms(language: str) -> frozenset[str]:
    """The forms by which somebody refuses to speak ("a refusé de dire", "не стал комментировать"): nothing is said, and nothing denied.

    The pack lists them as it does a conjugation (`[[withheld]]`): `forms` of refusing, with `~` for a verb of saying in the infinitive.
    """
    return frozenset(form for conjugation in table(language, "speech").get("withheld", ()) for _, form in conjugated(conjugation))


@cache
def forms_of_saying(language: str) -> frozenset[str]:
    """All the forms, whatever their stance."""
    return frozenset(form for forms in verbs_of_saying(language).values() for form in forms)


def conjugated(conjugation: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Each form of each verb of a conjugation with its stance."""
    for stance, stems in conjugation.items():
        if stance != "forms":
            yield from ((stance, form.replace(STEM, stem)) for stem, form in product(stems, conjugation["forms"]))

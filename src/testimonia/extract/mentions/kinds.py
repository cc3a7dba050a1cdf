"""The type that a name shows by its own words, or by the title before it."""

from __future__ import annotations

import re
from functools import cache

from spacy.tokens import Doc

from testimonia.base.languages import table
from testimonia.extract.mentions.words import Words

POSSESSIVE = {"'s", "’s", "'", "’"}
INITIALLED = re.compile(r"(?:[^\W\d_]\. ?){1,3}[^\W\d_][^\W\d_A-Z]{2,}")


def kind_of(doc: Doc, start: int, end: int, known: Words) -> str | None:
    """The type that the name's own words show, or a title before it; a common noun in the plural with a capital is a group."""
    last = doc[end - 1]
    if last.text == "+":
        return "organisation"  # channels and brands are written so
    if end - start > 1 and doc[start].text.casefold() in known.outlet_openers and not doc[start].is_sent_start:
        return "organisation"  # "Der Morgen", in an English sentence
    if end - start > 2 and doc[start + 1].text in POSSESSIVE and doc[start].text.casefold() in known.possessive_openers:
        return "organisation"  # "People's Union"
    if initialled(doc, start, end):
        return "person"  # "M. Duarte"
    if end - start == 1 and last.text.endswith("s") and last.text[:-1].casefold() in known.persons:
        return "group"
    if end - start > 2 and doc[start + 1].text == "of" and several(doc[start].text, known):
        return "organisation"  # "Friends of the Lake", "Mothers of X"
    if end - start > 2 and doc[start + 1].text == "of" and doc[start].text.casefold() in known.epithets:
        return "person"  # "the Butcher of X"
    person = last.ent_type_ == "PERSON" and end - start < 4
    shown = known.type_of_name([doc[i].text for i in range(start, end)], person) if end - start > 1 else None
    if shown is None and end - start > 1 and last.text.istitle() and last.text.casefold() in known.male | known.female:
        return "person"  # "the Rose King"
    if shown is None and end - start > 1 and last.text.casefold() in known.persons:
        return "organisation" if determined(doc, start) else "person"  # "the Valley Observer" is a paper, "Observer Ana" is not
    if start > 1 and doc[start - 1].text == "of" and doc[start - 2].text.casefold() in known.of_places:
        return shown or "place"
    return "person" if shown is None and after_title(doc, start, known) else shown


def several(word: str, known: Words) -> bool:
    """Whether a word with a capital is the plural of what people are, as bodies call themselves after who is in them."""
    one = word.removesuffix("s").casefold()
    return word.istitle() and word.endswith("s") and (one in known.persons or one in known.kin or one in known.epithets)


def initialled(doc: Doc, start: int, end: int) -> bool:
    """Whether a name opens with somebody's initials, and not with those of a land or a body ("U.S. Customs")."""
    first, several = doc[start], doc[start].text.count(".") > 1
    body = first.text in short_lands() or (several and first.ent_type_ in ("ORG", "GPE", "FAC", "LOC"))
    return not body and INITIALLED.fullmatch(doc[start:end].text) is not None


@cache
def short_lands() -> frozenset[str]:
    """The names of countries that their own tables lack, as they are written ("U.S.")."""
    return frozenset(form for forms in table("en", "names")["country_names"].values() for form in forms)


def determined(doc: Doc, start: int) -> bool:
    """Whether *the* stands before a name, which people's names have none of."""
    return start > 0 and doc[start - 1].text.casefold() == "the"


def after_title(doc: Doc, start: int, known: Words) -> bool:
    """Whether a title or a role stands right before the name ("minister Ana X", "Minister of Interior Ana X")."""
    if start == 0 or not doc[start].text[:1].isupper():
        return False
    word = doc[start - 1].text.casefold().rstrip(".")
    ministry = start > 2 and word in known.role_modifiers and doc[start - 2].text == "of"
    return word in known.titles or ministry

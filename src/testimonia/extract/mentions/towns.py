"""What the word before a name says that it is the name of, in languages without a parser: "the mayor of X", "the director of X"."""

from __future__ import annotations

import re
from itertools import islice

from spacy.tokens import Token

from testimonia.base.scripts import unmarked
from testimonia.extract.mentions.offices import is_title
from testimonia.extract.mentions.packs import Pack
from testimonia.extract.mentions.runs import ELIDED, HYPHENS, capital
from testimonia.extract.mentions.words import words
from testimonia.fitted.known import given_name, known_land

HOLDER = 2  # words of the name of who holds an office
GENITIVES = tuple("аяыиіїaeiyu")  # with which places' names end where Slavic languages say whose somebody is
PATRONYMIC = re.compile(r"(?:вич|вна|ична|вича|вны|вичу|вне)$")
BETWEEN = 2  # small words between a noun and whose it is


def owned_kind(first: Token, last: Token, known: Pack) -> str:
    """A place or a body, where a name stands behind "mayor of", "director of", or between an office and its holder; else nothing."""
    if known.shown(list(first.doc[first.i : last.i + 1])) is not None:
        return ""
    held = words(first.doc.lang_)
    before = noun_before(first, known)
    word = before.text.casefold() if before is not None else ""
    if word in held.of_towns and not is_title(first):
        return "place"
    if word in held.of_bodies and not is_title(first):
        return "organisation"
    return "place" if first.i == last.i and last.i + HOLDER < len(first.doc) and land_of_office(first, holder_end(last)) else ""


def noun_before(first: Token, known: Pack) -> Token | None:
    """The noun that a small word joins to a name ("maire de X"); none where nothing stands between."""
    small = known.connectors | ELIDED
    doc, at = first.doc, first.i - 1
    while at >= 0 and first.i - at <= BETWEEN and doc[at].text.casefold() in small:
        at -= 1
    return doc[at] if 0 <= at < first.i - 1 else None


def holder_end(land: Token) -> Token:
    """The last of the words with capitals that follow a name, as far as they may be a person's."""
    follow = islice(land.doc, land.i + 1, land.i + HOLDER + 1)
    return max((token for token in follow if capital(token)), key=lambda token: token.i, default=land)


def land_of_office(first: Token, last: Token) -> bool:
    """Whether a run is the name of a place and of who rules there, behind the office ("мэр Х Иван Иванов")."""
    doc = first.doc
    if last.i - first.i != HOLDER or first.i == 0 or first.is_sent_start or not all(map(capital, doc[first.i : last.i + 1])):
        return False
    name, second = first.text.casefold(), first.nbor(1).text.casefold()
    someone = given_name(unmarked(name)) or PATRONYMIC.search(second) is not None
    return doc[first.i - 1].text.casefold() in words(doc.lang_).of_towns and name.endswith(GENITIVES) and not someone


def lies_before(first: Token, last: Token, known: Pack) -> bool:
    """Whether the first word of a run is a place behind "in" or "from" and what follows is another name, or begins a sentence.

    So a land, and in Slavic languages what is no adjective; "Corée du Nord" is one land.
    """
    if first.i in (0, last.i) or first.nbor(-1).text.casefold() not in known.where or first.nbor(1).text in HYPHENS:
        return False
    both = unmarked(f"{first.text} {first.nbor(1).text}".casefold())
    land = capital(first.nbor(1)) and known_land(unmarked(first.text.casefold())) and not known_land(both)
    return land or (known.adjective_first and not known.adjectival(first.text) and last.i - first.i in (HOLDER, HOLDER + 1))


def adjective_and_holder(first: Token, last: Token, known: Pack) -> bool:
    """Whether a run is what somebody holds an office of, adjective and noun, and the holder ("адмирал Красного Флота Иван Иванов")."""
    doc, words = first.doc, last.i - first.i + 1
    behind = first.i > 0 and doc[first.i - 1].text.islower() and not first.is_sent_start
    if words != 2 * HOLDER or not behind or not known.adjective_first or not all(map(capital, doc[first.i : last.i + 1])):
        return False
    plain = known.kind(last.nbor(-1).text) is None and not any(known.adjectival(token.text) for token in doc[first.i + 1 : last.i])
    return known.adjectival(first.text) and plain


def holder_behind(first: Token, last: Token, known: Pack) -> Token | None:
    """The first word of the holder in a run that opens with what the office is of ("ministre de l'*Agriculture* Jean X").

    So behind an office that is neither a mayor's nor a director's: towns and houses are called after people.
    """
    doc, at = first.doc, first.i
    if is_title(first):  # "Minister van Landbouw Ana X", at the beginning of a sentence
        at = next((i for i in range(at + 1, last.i + 1) if doc[i].text.casefold() not in known.connectors | ELIDED), at)
    before = noun_before(doc[at], known)
    held = words(doc.lang_)
    if before is None or not is_title(before) or before.text.casefold() in held.of_towns | held.of_bodies:
        return None
    run = list(doc[at : last.i + 1])
    given = next((number for number, token in enumerate(run) if given_name(unmarked(token.text.casefold()))), 0)
    whole = given > 0 and HOLDER <= len(run) - given <= HOLDER + 1 and all(map(capital, run))
    return run[given] if whole else None

"""What a small pile on one matter lets one suppose: that two like figures, or two days, of two of its texts are of one thing.

In a large pile little but names and words tells of how many things figures are given. Of a few texts of one season about the same nearly
all figures of a kind that each gives once are of one lot, in whatever words: there something must tell them apart, not tie them.
"""

from __future__ import annotations

import math
import re
from functools import lru_cache

from testimonia.link.disagree.anchors import closely_told
from testimonia.link.disagree.apart import OWNED, Knowledge, other_days
from testimonia.link.disagree.families import UNSTATED, WHERE, counts_people
from testimonia.link.disagree.keys import Keyed, Keys, near_either, plain
from testimonia.link.disagree.sounds import capitalised, sounds
from testimonia.link.disagree.ties import content, of_one_season, tie
from testimonia.link.disagree.values import days, number
from testimonia.link.entities.forms import normal
from testimonia.link.entities.places import country_names

ALIKE = 0.4  # what two articles must share of a subject
LENGTHS = ("a", "mo", "wk", "d", "h", "min", "s")  # units of time
MOST_KEPT = 1 << 12  # places whose sounds are kept at hand
TIED = 1.5  # points that must tie two places
NONE = "0"  # which may be said of as many as others count
LIKELY = 10  # times that one figure may be another of the same


def one_pile(a: Keyed, b: Keyed, knows: Knowledge) -> bool:
    """Whether two claims stand in two texts of one season about the same, in a small pile."""
    if not knows.small(a, b) or a.claim.article == b.claim.article or not of_one_season(a, b):
        return False
    profiles, articles = knows.profiles, (a.claim.article, b.claim.article)
    heard = profiles.across.common(*articles) if profiles.across is not None and (a.foreign or b.foreign) else 0.0
    return max(heard, profiles.common(*articles)) >= ALIKE


def both_lone(a: Keyed, b: Keyed, keys: Keys, knows: Knowledge) -> bool:
    """Whether each of two claims of such texts is the only one of a kind in its text; figures must be of like size."""
    if merely_there(a) and merely_there(b):
        return False
    return one_pile(a, b, knows) and bool(keys.lone(a) & keys.lone(b)) and particular_size(a) and of_like_size(a, b)


def merely_there(one: Keyed) -> bool:
    """Whether a text without a parser only says that there are so many of a thing: of villages some are cut off, and others in ruins."""
    return one.foreign and one.claim.predicate in UNSTATED and " " not in one.claim.value and not counts_people(one.claim.object)


def both_first(a: Keyed, b: Keyed, keys: Keys, knows: Knowledge) -> bool:
    """Whether each of two figures of such texts is the first one of a kind in its text, and they are of like size."""
    return one_pile(a, b, knows) and bool(keys.foremost(a) & keys.foremost(b)) and particular_size(a) and of_like_size(a, b)


def particular_size(one: Keyed) -> bool:
    """Whether a figure is neither a share nor a length of time, of which any text gives some, of anything."""
    return one.claim.value.rpartition(" ")[2] not in ("%", *LENGTHS)


def of_like_size(a: Keyed, b: Keyed, times: float = LIKELY) -> bool:
    """Whether one figure is not so many `times` the other that they are hardly of one thing."""
    told = [max(1.0, size) for one in (a, b) if (size := size_of(one.claim.value)) is not None]
    return len(told) < 2 or NONE in (a.claim.value, b.claim.value) or max(told) <= times * min(told)


def size_of(value: str) -> float | None:
    """About how large a figure is, by its lower bound or else its upper one."""
    held = number(value)
    return None if held is None else next((end for end in held if math.isfinite(end)), None)


def news_since(a: Keyed, b: Keyed) -> bool:
    """Whether one of two days lies behind the day on which the text of the other came out, which knew nothing of it."""
    one, other = days(a.claim.value), days(b.claim.value)
    if one is None or other is None or a.published is None or b.published is None:
        return False
    return one[0] > b.published or other[0] > a.published


def placed_alike(a: Keyed, b: Keyed, keys: Keys, knows: Knowledge) -> str | None:
    """Why two places are given to one event: the only ones of its kind, or of all that happened, in two texts about the same."""
    if (
        not one_pile(a, b, knows)
        or not closely_told(a, b, knows)
        or other_days(a, b)
        or speaks_of_place(a, b, keys)
        or speaks_of_place(b, a, keys)
    ):
        return None
    if one_place(a.claim.value, b.claim.value):
        return None
    families = keys.lone(a) & keys.lone(b)
    if not families or (families == {WHERE} and ({a.claim.predicate, b.claim.predicate} & {*OWNED} or of_two_classes(a, b, knows))):
        return None
    found = tie(a, b, keys, knows.profiles)
    met = near_either(a, b) or a.sounds & b.sounds or content(a, b)  # that their texts are about the same is not enough
    return f"the only place of its kind in each of two texts, tied by {found}" if met and found.points >= TIED else None


def of_two_classes(a: Keyed, b: Keyed, knows: Knowledge) -> bool:
    """Whether two places are of events of two classes that no one event is told by (air raids in one country, a murder in another)."""
    one, other = a.claim.predicate, b.claim.predicate
    return one != other and knows.known(one) and knows.known(other) and not knows.akin(one, other)


def speaks_of_place(one: Keyed, other: Keyed, keys: Keys) -> bool:
    """Whether the text of the first names the second's place too, or its own with a short form of it behind ("Marn, Karv.").

    Then that lies around its own, or is another event's.
    """
    text, place = keys.texts[one.claim.document], other.claim.value
    behind = re.finditer(rf"{re.escape(one.claim.value)},\s+([^\W\d_]+)\.", text)
    return plain(place) in plain(text) or any(short_for(told.group(1), place) for told in behind)


def short_for(short: str, name: str) -> bool:
    """Whether a short form may stand for a name: it begins with the same letter, and its letters stand in the name in their order."""
    letters = iter(name.casefold())
    return short[:1].isupper() and short[:1] == name[:1] and all(letter in letters for letter in short.casefold())


def one_place(one: str, other: str) -> bool:
    """Whether two names may be those of one place, in two forms, two scripts or two languages."""
    return bool(heard_in_place(one) & heard_in_place(other)) or one_country(one, other)


def one_country(one: str, other: str) -> bool:
    """Whether two names are those of one country in two languages."""
    codes = {country_names().get(normal(name)) for name in (one, other)}
    return len(codes) == 1 and None not in codes


@lru_cache(MOST_KEPT)
def heard_in_place(name: str) -> frozenset[str]:
    """How the words of a place's name may sound ("u Lipljanu", "in Lipjan")."""
    return frozenset(sound for word in capitalised(name) for sound in sounds(word))

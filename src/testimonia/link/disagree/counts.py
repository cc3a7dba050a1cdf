"""Whether two figures answer one question: of the same stock, of the same event, of the same person's age, of the same sum."""

from __future__ import annotations

import math
import re

from testimonia.link.disagree.alike import alike, of_money, other_lengths, reading_of_a_day, share, surveyed
from testimonia.link.disagree.anchors import anchored, particular
from testimonia.link.disagree.apart import (
    PRECISE,
    Knowledge,
    clashing,
    contrary,
    measured,
    one_day,
    one_voice,
    told_apart,
)
from testimonia.link.disagree.checks.lives import YEARS
from testimonia.link.disagree.families import COMMON, PRESENT, UNSTATED, people
from testimonia.link.disagree.keys import Keyed, Keys, shared, words_of_names
from testimonia.link.disagree.piles import of_like_size
from testimonia.link.disagree.ties import GENERAL, answered_back, content, own_time, tie
from testimonia.link.disagree.values import days, meet, number, precision

ENOUGH = 3.0  # points that tie two claims to one thing
IN_DISPUTE = 2.0  # points less where one text gives two voices' figures of one kind of incident
FEWEST, FOLD = 3, 5  # so many at least, and how many times as many at most, are two counts of one incident
FIRST = 0.5  # points less where each is the first figure of its kind of event in its text
CURRENCY = re.compile(r" [A-Z]{3}(?![a-z])")
LIKE = 2  # words that two sentences share, so that a name in both tells that they speak of one lot
FACTOR = 20  # times that one figure may be another of the same
MANY = 2  # figures of one slot that make one of them one of several
SEVERAL = 3  # figures of one slot that make a text an account of many
THINGS = 2  # words that two shares must have in common, so that they are shares in one thing


def same_count(a: Keyed, b: Keyed, keys: Keys, knows: Knowledge) -> str | None:
    """Two figures: of the same stock, of the same event, of the same person's age, of the same sum."""
    if keys.beside(a, b) or keys.beside(b, a) or keys.in_both(a, b) or keys.in_both(b, a):
        return None  # one sentence, or one of the texts, gives both figures: they count different things
    if a.claim.predicate == "age":
        same = a.subject & b.subject and person(a, keys) and not one_voice(a, b) and of_one_time(a, b) and of_one_life(a, b)
        return "the age of the same person" if same else None
    if (one_voice(a, b) and not (knows.known(a.claim.predicate) and one_day(a, b))) or contrary(a, b, keys, knows):
        return None
    if unlike_sizes(a, b, knows) or (
        not knows.known(a.claim.predicate) and (another_of_several(a, b, keys) or another_of_several(b, a, keys))
    ):
        return None
    told = None if clashing(a, b) else closely(a, b, keys, knows)
    return told or (None if keys.both_given(a, b) or keys.both_given(b, a) else alike(a, b, keys, knows))


def of_one_life(a: Keyed, b: Keyed) -> bool:
    """Whether two ages may be one person's: further apart they are those of two of one name."""
    one, other = number(a.claim.value), number(b.claim.value)
    return one is None or other is None or abs(one[0] - other[0]) <= YEARS


def of_one_time(a: Keyed, b: Keyed) -> bool:
    """Whether two sentences give times that meet, or none: who was 29 "in 1962" is older now."""
    one, other = own_time(a.claim), own_time(b.claim)
    return bool(one) == bool(other) and meet(days(one), days(other))


def closely(a: Keyed, b: Keyed, keys: Keys, knows: Knowledge) -> str | None:
    """Why two figures of one slot and of times that meet are of one lot."""
    if not one_slot(a, b):
        return None
    if a.claim.predicate == "stock" and a.claim.object == "member":
        told = owners(a, keys) | owners(b, keys)  # one at least must say whose members they are
        owned = owner(a, keys, knows) & owner(b, keys, knows) & told or keys.same_one(a, b)
        owned = owned and not (person(a, keys) or person(b, keys))
        return "members of the same organisation" if owned else None
    incident = knows.flag(a.claim.predicate, "incident") and (knows.kin(a.claim.predicate) != PRESENT or one_day(a, b))
    if not (incident or particular(a, b, knows)) or one_of_many(a, b, keys, knows):
        return None
    of_two = a.claim.article == b.claim.article and not knows.known(a.claim.predicate)  # a text gives two sizes to two things
    if (
        of_two
        or some_of(a, b)
        or counted_anew(a, b)
        or reading_of_a_day(a, b)
        or told_apart(a, b, keys, knows)
        or not anchored(a, b, keys, knows)
    ):
        return None
    return same_slot(a, b, keys, knows)


def some_of(a: Keyed, b: Keyed) -> bool:
    """Whether one text counts more than two in one voice, and one or two of them in another ("the parents of two of those killed")."""
    one, other = number(a.claim.value), number(b.claim.value)
    if a.claim.article != b.claim.article or one is None or other is None:
        return False
    low, high = sorted((one, other))
    return 0 < low[1] < FEWEST <= high[0]


def unlike_sizes(a: Keyed, b: Keyed, knows: Knowledge) -> bool:
    """Whether one figure is so many times the other that they are hardly of one lot: in a small pile only of what has a unit."""
    return (measured(a) or not knows.small(a, b)) and not of_like_size(a, b, FACTOR)


def another_of_several(one: Keyed, other: Keyed, keys: Keys) -> bool:
    """Whether the text of the first gives several figures of its slot, this one of somebody with a name, whom the other does not name."""
    named = frozenset(key for key in one.subject if key in keys.names.entities)
    if not named or one.claim.article == other.claim.article or keys.values_given(one) < MANY:
        return False
    return not named & other.subject.union(*other.names) and not one.sounds & other.sounds


def one_of_many(a: Keyed, b: Keyed, keys: Keys, knows: Knowledge) -> bool:
    """Whether both texts give several figures of this slot, of many places or times, and nothing that both sentences name tells which."""
    if knows.small(a, b) or a.claim.article == b.claim.article or shared(a.names, b.names):
        return False
    return min(keys.values_given(one) for one in (a, b)) > 1 and max(keys.values_given(one) for one in (a, b)) >= SEVERAL


def counted_anew(a: Keyed, b: Keyed) -> bool:
    """Whether two sizes are each of a month or less, and these do not meet: what there is today is another month another."""
    precise = max(precision(a.claim.time), precision(b.claim.time)) <= PRECISE
    return a.claim.predicate in UNSTATED and precise and not meet(days(a.claim.time), days(b.claim.time))


def one_slot(a: Keyed, b: Keyed) -> bool:
    """Whether two figures count the same in the same event or doing."""
    return a.claim.predicate == b.claim.predicate and a.claim.object == b.claim.object


def same_slot(a: Keyed, b: Keyed, keys: Keys, knows: Knowledge) -> str | None:
    """Why two figures of one slot are of one lot."""
    predicate = a.claim.predicate
    standing = predicate in UNSTATED
    day = knows.known(predicate) and one_day(a, b)
    if not day and (keys.both_given(a, b) or keys.both_given(b, a)):
        return None
    found = tie(a, b, keys, knows.profiles)
    if measured(a) and (of_money(a) or other_lengths(a, b, knows) or not same_measured(a, b, found.points, keys)):
        return None
    if found.points < needed(a, b, knows) or (standing and not found.near):
        return None
    if predicate == "stock" and not (day_given(a, b) or owned_alike(a, b)):
        return None  # so many of what there are many of, in texts about the same: nothing says that it is the same lot
    if share(a) and (surveyed(a, knows) or surveyed(b, knows)) and not one_day(a, b):
        return None  # what two polls find are two findings
    what = "the size of the same thing" if standing else "the same kind of event" if knows.known(predicate) else "the same doing"
    return f"{what}, tied by {found}"


def needed(a: Keyed, b: Keyed, knows: Knowledge) -> float:
    """How many points must tie two figures: more for what is counted everywhere, and inside one article."""
    points = ENOUGH
    predicate, common = a.claim.predicate, a.claim.object in COMMON
    if predicate in ("stock", "figure"):
        points += 1.5 * common + 1.0 * (not a.subject & b.subject and common)
    elif not knows.known(predicate):
        points += 1.0 + 1.0 * common
    elif a.leading and b.leading:
        points -= FIRST
    return points + 1.0 * (a.claim.article == b.claim.article) - IN_DISPUTE * disputed(a, b, knows)


def disputed(a: Keyed, b: Keyed, knows: Knowledge) -> bool:
    """Whether one text gives two voices' figures of what befell several: no one or two, nor so many that one is the whole war's."""
    one, other = number(a.claim.value), number(b.claim.value)
    if a.claim.article != b.claim.article or not answered_back(a, b) or not knows.flag(a.claim.predicate, "incident"):
        return False
    if one is None or other is None:
        return False
    low, high = sorted(max(low, 1) if math.isinf(high) else high for low, high in (one, other))
    return low >= FEWEST and high <= FOLD * low


def day_given(a: Keyed, b: Keyed) -> bool:
    """Whether both sentences speak of the same few weeks."""
    one, other = own_time(a.claim), own_time(b.claim)
    return precision(one) <= PRECISE and precision(other) <= PRECISE and meet(days(one), days(other))


def one_owner(a: Keyed, b: Keyed) -> bool:
    """Whether two figures are of one subject, or a name is tied to both."""
    return bool(a.subject & b.subject or shared([names for _, names in a.parties], [names for _, names in b.parties]))


def owned_by_topic(a: Keyed, b: Keyed) -> bool:
    """Whether two figures have one owner, which one of the texts at least is about."""
    mine, theirs = (one.subject.union(*(names for _, names in one.parties)) for one in (a, b))
    return bool(mine & theirs & {*a.topics, *b.topics})


def owned_alike(a: Keyed, b: Keyed) -> bool:
    """Whether the figures have one owner, or both sentences hold one name beside several like words."""
    return (
        one_owner(a, b)
        or (bool(shared(a.names, b.names)) and content(a, b) + (a.leading and b.leading) >= LIKE)
        or bool(a.sounds & b.sounds)
    )


def same_measured(a: Keyed, b: Keyed, points: float, keys: Keys) -> bool:
    """Whether two measures are of one thing: one subject, names tied to both, or much else in common under one noun."""
    told = (a.words & b.words) - words_of_names(a, keys) - GENERAL - {"percent", *a.claim.object.split()}
    part = a.claim.value.endswith(" %")
    if part and a.claim.object.rpartition(" ")[2] in people() and (len(told) < THINGS or not shared(a.names, b.names)):
        return False  # shares of the same people in different things, or for different ones
    bare = not part and not CURRENCY.search(a.claim.value)
    if a.claim.predicate == "stock" and bare and not a.subject & b.subject:
        return False  # so many grams, of nothing named
    if a.claim.predicate not in ("figure", "stock", "pay") and not part and points >= ENOUGH + 1.5:
        return True  # so much of what leaked, or burned
    told_of_both = points >= ENOUGH + 2 and content(a, b) >= LIKE
    if a.claim.predicate == "pay" and a.leading and b.leading and (told_of_both or (a.sounds & b.sounds and points >= ENOUGH + 1.5)):
        return True  # each the first sum of its text, in sentences with the same names and words
    if bare and a.claim.predicate == "figure":
        return owned_by_topic(a, b)  # any thing has a length, a speed, a size
    named = shared(a.names, b.names) or a.sounds & b.sounds
    return one_owner(a, b) or (a.claim.predicate == "figure" and points >= ENOUGH + (0.5 if named else 1.5))


def person(a: Keyed, keys: Keys) -> bool:
    """Whether the claim is about a person."""
    return any(keys.names.entities.get(key) == "person" for key in a.subject)


def owners(one: Keyed, keys: Keys) -> frozenset[str]:
    """Those with names whose members a claim itself counts."""
    return frozenset(key for key in one.subject if key in keys.names.entities)


def owner(one: Keyed, keys: Keys, knows: Knowledge) -> frozenset[str]:
    """Whose members are counted: the named owner, else the organisation that the article is about."""
    main = knows.main.get(one.claim.article)
    return owners(one, keys) or (frozenset([main]) if main else one.subject)

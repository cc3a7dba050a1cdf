"""Figures in different words, weighed: what speaks for one question, and against it, in points that each have their words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from testimonia.link.disagree.apart import PRECISE, Knowledge
from testimonia.link.disagree.families import COMMON, PRESENT, counts_people, kinds_of, nouns_of
from testimonia.link.disagree.keys import Keyed, Keys, shared, words_of_names
from testimonia.link.disagree.piles import both_first, both_lone
from testimonia.link.disagree.ties import GENERAL, content, own_time
from testimonia.link.disagree.values import days, meet, number, precision
from testimonia.link.disagree.vocabulary import vocabulary

Evidence = tuple[float, str]
CURRENCY = re.compile(r"[A-Z]{3}|%")  # the units of what there is much of in any text
ARMED = vocabulary("armed")
GENERIC = vocabulary("anyone")
YOUNG = vocabulary("young")
HARM = ("kill", "injure")
NEVER = -9.0  # points against that nothing outweighs
PAID, LEAST = "pay", 1.0  # the class of events that says no more of a sum than that it was paid; points that two measures must have
STAFF = "worker"
LASTED = "last"  # what is said of how long something went on
SPENT = {PAID, "cost", "aid", "buy", "ransom", "bribe"}  # what may be one sum in other words
SUMS_OF = frozenset(("cost", "damage", "debt", "fine", "aid", "ransom", "bribe", "wage", "income"))  # kinds of sums
UNSTATED = ("stock", "figure")
NONE, ANYTHING = "0", "item"  # the value and the noun of claims that there was nothing
SUMS = vocabulary("sums")  # nouns that name no dimension
BARE = vocabulary("plain_sums")  # of sums that somebody only speaks of
LIKE = 2  # words that two sentences on what somebody did with a sum must share
DAYS, FEW_YEARS = 10, 3 * 366  # between two days, and between two years, that may be given to one event


def weighed(a: Keyed, b: Keyed, keys: Keys, knows: Knowledge) -> tuple[float, tuple[str, ...]]:
    """How much speaks for it that two figures answer one question, besides what ties their texts, and what, in words."""
    found = [*of_lot(a, b), *of_event(a, b, keys, knows), *of_family(a, b, keys, knows), *of_times(a, b)]
    found += of_measure(a, b, keys, knows) if measured(a) else []
    return sum(points for points, _ in found), tuple(words for points, words in found if points > 0)


def measured(one: Keyed) -> bool:
    """Whether the figure has a unit."""
    return " " in one.claim.value


def of_family(a: Keyed, b: Keyed, keys: Keys, knows: Knowledge) -> Iterator[Evidence]:
    """Whether each is the only figure of its kind in its text, or the first one of several."""
    one, other = keys.lone(a), keys.lone(b)
    if one & other:
        yield 1.5, f"the only {min(one & other).partition(' ')[2]} figure of its kind in each of two texts"
    elif families := (one & keys.foremost(b)) | (other & keys.foremost(a)):
        yield 0.5, f"the first {min(families).partition(' ')[2]} figure of its kind in each of two texts"
    elif both_first(a, b, keys, knows):
        yield 0.0, f"the first {min(keys.foremost(a) & keys.foremost(b)).partition(' ')[2]} figure of its kind in each of two texts"
    else:
        yield NEVER, ""


def of_lot(a: Keyed, b: Keyed) -> Iterator[Evidence]:
    """Whether the two may count one lot: one noun, a wider noun, or another of its kind."""
    if measured(a):
        return
    one, other = a.claim.object, b.claim.object
    counted = {one, other}
    if NONE in (a.claim.value, b.claim.value) and one != other and not (none_of_any(a, b) or none_of_any(b, a)):
        yield NEVER, ""  # of others there may be many
    elif len(counted) > 1 and counted & ARMED and not counted & GENERIC:
        yield NEVER, ""  # fighters are no civilians, and no soldiers
    elif one == other:
        yield (0.75 if one in COMMON else 1.5), f"the same counted noun ({one})"
    elif none_of_any(a, b) or none_of_any(b, a):
        yield 0.75, "none at all, and some"
    elif part_of(a, b) or part_of(b, a):
        yield NEVER, ""  # so many of those were children
    elif counts_people(one) and counts_people(other):
        yield (0.75 if counted & GENERIC else -0.5), f"people counted as {min(one, other)} and {max(one, other)}"
    elif kinds := kinds_of(one) & kinds_of(other):
        yield 1.0, f"counted nouns of one kind ({min(kinds)})"
    else:
        yield NEVER, ""


def none_of_any(none: Keyed, some: Keyed) -> bool:
    """Whether the first says that there was nobody, or nothing, and the second counts some."""
    return none.claim.value == NONE and none.claim.object == ("people" if counts_people(some.claim.object) else ANYTHING)


def part_of(a: Keyed, b: Keyed) -> bool:
    """Whether the first counts the young among the dead or hurt whom the second counts, who are more."""
    mine, theirs = number(a.claim.value), number(b.claim.value)
    young = last(a.claim.object) in YOUNG and b.claim.object in GENERIC and a.claim.predicate in HARM
    return young and bool(mine and theirs and mine[1] < theirs[0])


def last(noun: str) -> str:
    """The last word of a counted noun."""
    return noun.rpartition(" ")[2]


def of_event(a: Keyed, b: Keyed, keys: Keys, knows: Knowledge) -> Iterator[Evidence]:
    """Whether what is said of the counted ones may be one thing in other words."""
    one, other = a.claim.predicate, b.claim.predicate
    if measured(a) and "figure" in (one, other):
        return
    mine, theirs = knows.kin(one), knows.kin(other)
    if one == other or one.partition(" ")[0] == other.partition(" ")[0]:
        yield (1.0 if one in UNSTATED else 1.5), "the same said of them"
    elif (mine and mine == theirs) or knows.akin(one, other) or unhurt(a, b) or unhurt(b, a):
        yield 1.0, "what befell them is of one kind"
    elif part_of_those_there(a, b) or only_named(a, b, knows) or only_named(b, a, knows):
        yield NEVER, ""
    elif all(predicate in UNSTATED or kin == PRESENT for predicate, kin in ((one, mine), (other, theirs))):
        yield 0.5, "how many there were"
    elif at_length(a, b, keys):
        yield NEVER, ""
    elif both_lone(a, b, keys, knows) and a.claim.object == b.claim.object not in COMMON and not apart_in_kind(a, b, knows):
        yield 0.0, ""  # of a thing, or of those of one trade, texts about the same seldom say two things
    elif (knows.known(one) and knows.known(other)) or (not measured(a) and (doing(one, other, knows) or doing(other, one, knows))):
        yield -3.0, ""
    elif a.claim.object in COMMON and (b.claim.object in COMMON or knows.known(one) or knows.known(other)):
        yield -3.0, ""  # people and members do many things
    elif b.claim.object in COMMON and (knows.known(one) or knows.known(other)):
        yield -1.5, ""


def at_length(a: Keyed, b: Keyed, keys: Keys) -> bool:
    """Whether a long text says another thing of its figure, in other words: of what is called by one noun it may count several lots."""
    told = (a.words & b.words) - words_of_names(a, keys) - words_of_names(b, keys) - GENERAL - {a.claim.object, b.claim.object}
    return (a.at_length or b.at_length) and len(told) < LIKE


def unhurt(none: Keyed, some: Keyed) -> bool:
    """Whether the first says that nobody was even hurt, of whom the second counts some as dead."""
    return none.claim.value == NONE and (none.claim.predicate, some.claim.predicate) == ("injure", "kill")


def apart_in_kind(a: Keyed, b: Keyed, knows: Knowledge) -> bool:
    """Whether two incidents befell people, of whom some are killed and others arrested, or one an incident and one a plain doing."""
    one, other = a.claim.predicate, b.claim.predicate
    both = knows.flag(one, "incident") and knows.flag(other, "incident")
    return (both and counts_people(a.claim.object)) or doing(one, other, knows) or doing(other, one, knows)


def only_named(a: Keyed, b: Keyed, knows: Knowledge) -> bool:
    """Whether a text without a parser only says that there are so many of a thing, and the other what befell some of them."""
    things = a.foreign and a.claim.predicate in UNSTATED and not counts_people(a.claim.object)
    return things and knows.known(b.claim.predicate) and b.claim.predicate not in UNSTATED


def part_of_those_there(a: Keyed, b: Keyed) -> bool:
    """Whether one says how many there were, the other how many of them were hurt, or of those who work there what some did."""
    said, counted = {a.claim.predicate, b.claim.predicate}, {a.claim.object, b.claim.object}
    return bool(said & {*UNSTATED}) and counts_people(a.claim.object) and bool(said & {*HARM} or STAFF in counted)


def doing(one: str, other: str, knows: Knowledge) -> bool:
    """Whether an incident befell the counted ones, while a plain verb says what others of their kind do or undergo."""
    return knows.flag(one, "incident") and not knows.known(other) and other not in UNSTATED


def of_measure(a: Keyed, b: Keyed, keys: Keys, knows: Knowledge) -> Iterator[Evidence]:
    """Whether two measures may be of one dimension of one thing: everything costs, weighs and lasts."""
    one, other = a.claim, b.claim
    mine, theirs = (measuring(told, knows) for told in (a, b))
    shares = one.value.endswith("%") and one.predicate != other.predicate and last(one.object) != last(other.object)
    telling = {mine, theirs} <= {*SUMS_OF, PAID, *knows.classes}
    paid = paid_for(a, b, mine, theirs) or paid_for(b, a, theirs, mine)
    if shares or (mine != theirs and telling and not paid and not {mine, theirs} <= SPENT):
        yield NEVER, ""
        return
    same = (mine and mine == theirs != PAID) or one.predicate == other.predicate == LASTED
    said = 1.5 if paid or same else 1.0 if unspecific(a, b) else 0.5 * telling
    joined = 0.5 * bool((shared(a.names, b.names) or a.sounds & b.sounds) and not one.object.endswith(" term"))
    lone = both_lone(a, b, keys, knows)
    if not said and not lone and CURRENCY.fullmatch(last(one.value)) and not keys.same_one(a, b) and content(a, b) < LIKE:
        yield NEVER, ""  # sums that somebody did something with: nothing says that they are one
        return
    alike = (
        0.5 * lone
        + 0.5 * (not CURRENCY.fullmatch(last(one.value)))
        + said
        + joined
        + 0.5 * min(content(a, b), 2)
        + 1.0 * keys.same_one(a, b)
    )
    yield (alike if alike >= LEAST else NEVER), "measures of one thing"


def paid_for(a: Keyed, b: Keyed, mine: str, theirs: str) -> bool:
    """Whether the first is paid for what the second measures ("repairing the damage will cost 75 million")."""
    return mine == PAID and theirs in SUMS_OF and last(b.claim.object) in a.words


def unspecific(a: Keyed, b: Keyed) -> bool:
    """Whether two sums of money are given as such, one at least without saying what of ("speaks of nine million", "worth 15 million")."""
    nouns = {last(one.claim.object) for one in (a, b) if one.claim.predicate == "figure" and CURRENCY.fullmatch(last(one.claim.value))}
    told = {a.claim.predicate, b.claim.predicate} <= {"figure", *SPENT}
    return told and bool(nouns & BARE) and bool(nouns <= BARE | {noun for noun in nouns if kinds_of(noun) & SUMS_OF})


def measuring(one: Keyed, knows: Knowledge) -> str:
    """What a measure is of, by its class or by the noun whose size it is ("the cost of"); empty for a plain verb."""
    noun = last(one.claim.object)
    said = frozenset() if knows.known(one.claim.predicate) else kinds_of(one.claim.predicate)
    if sums := (kinds_of(noun) | said) & SUMS_OF:
        return min(sums)
    name = one.claim.predicate if knows.known(one.claim.predicate) else nouns_of(noun, knows.classes)
    return name or (noun if one.claim.predicate == "figure" and noun not in SUMS else "")


def of_times(a: Keyed, b: Keyed) -> Iterator[Evidence]:
    """Whether the times that the two sentences give themselves lie apart: little for one event of two datings, or too far."""
    one, other = days(own_time(a.claim)), days(own_time(b.claim))
    if one is None or other is None or meet(one, other):
        return
    apart = max(one[0] - other[1], other[0] - one[1])
    near = DAYS if max(precision(a.claim.time), precision(b.claim.time)) <= PRECISE else FEW_YEARS
    yield (-1.0 if apart <= near else NEVER), ""

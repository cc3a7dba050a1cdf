"""What tells two claims apart: another time, another place, other owners, another round of the same."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import cast

from testimonia.link.disagree.families import Classes, several
from testimonia.link.disagree.keys import Keyed, Keys, near_either, plain, shared
from testimonia.link.disagree.profiles import Profiles
from testimonia.link.disagree.ties import content, names_any, own_time, rounds, within_season
from testimonia.link.disagree.values import Stretch, days, meet, precision
from testimonia.link.entities.places import country

OWNED = (
    "pay",
    "cut",
    "grant",
    "buy",
    "build",
    "found",
    "elect",
    "appoint",
)  # events whose subject is whose sum or number it is; else who did it, or says so
LIKE = 2  # words that two sentences share which put one thing in two places
MUCH = 4  # words that two sentences share whose names differ
RECENT = 1500  # days: how far back news without a date may reach
LASTING = "holding"  # the wider kind of classes of events that go on since the day that is given
YEAR = 366  # days that a time may leave open which lies before the news
SOON, FORTNIGHT = 100, 14  # days between a text and what it tells as news; between that and what was well before
PRECISE, SAME_TURN = 31, 45  # days: a date counts as precise; how far apart two dates of one event may lie


@dataclass(frozen=True)
class Knowledge:
    """What the comparison knows besides the claims: classes of events, and the main subject of each article."""

    classes: Classes
    main: dict[str, str]
    contents: Mapping[str, Collection[str]]  # a place → the places that it is said to lie in
    profiles: Profiles

    def small(self, a: Keyed, b: Keyed) -> bool:
        """Whether the pile is so small, and the two texts tell of so little, that they may be supposed to tell of one event.

        A long text has days and places of many things, each told once.
        """
        long = a.claim.kind in ("date", "place") and (a.at_length or b.at_length)
        return self.profiles.small and not (a.of_much or b.of_much or long)

    def known(self, predicate: str) -> bool:
        """Whether the predicate is a class of events."""
        return predicate in self.classes

    def flag(self, predicate: str, name: str) -> bool:
        """Whether a class is marked (`once`, `milestone`)."""
        return bool(self.classes.get(predicate, {}).get(name))

    def akin(self, one: str, other: str) -> bool:
        """Whether two classes may tell one event in different words, where both count the same."""
        return any(b in cast("list[str]", self.classes.get(a, {}).get("akin", ())) for a, b in ((one, other), (other, one)))

    def kin(self, predicate: str) -> str:
        """The wider kind that a class of events belongs to, if it belongs to one."""
        return str(self.classes.get(predicate, {}).get("kin", ""))


def told_apart(a: Keyed, b: Keyed, keys: Keys, knows: Knowledge) -> bool:
    """Whether two figures are of two places, of two rounds of one thing, or of two quarters."""
    if rounds(a, keys) != rounds(b, keys) or other_days(a, b) or long_past(a, b, keys, knows) or long_past(b, a, keys, knows):
        return True
    return elsewhere(a, b, keys, knows) if knows.known(a.claim.predicate) else measured(a) and not within_season(a, b)


def other_days(a: Keyed, b: Keyed) -> bool:
    """Whether each stands at a day, its own or that of the sentence before, and the days lie too far apart for one event."""
    one, other = days(a.claim.time), days(b.claim.time)
    if one is None or other is None or max(precision(a.claim.time), precision(b.claim.time)) > PRECISE:
        return False
    return abs(one[0] - other[0]) > SAME_TURN


def long_past(past: Keyed, news: Keyed, keys: Keys, knows: Knowledge) -> bool:
    """Whether the first tells of a time well before all days of which the second's text speaks, and that one of no time: of the news.

    "In July fourteen villagers were hurt" are not those of the battle of September. Sentences with a name in common may tell of one event.
    """
    told, day = days(own_time(past.claim)), news.published
    if told is None or day is None or own_time(news.claim) or not knows.known(news.claim.predicate) or precision(past.claim.time) > YEAR:
        return False
    if knows.kin(past.claim.predicate) == LASTING or near_either(past, news) or past.sounds & news.sounds or content(past, news) >= LIKE:
        return False
    spoken = [stretch[0] for value in keys.days_told(news) if (stretch := days(value)) is not None]
    if any(not day - SOON <= low <= day + SOON for low in spoken) or may_look_back(news):
        return False
    return told[1] < (min(spoken) - FORTNIGHT if spoken else day - SOON)


def elsewhere(a: Keyed, b: Keyed, keys: Keys, knows: Knowledge) -> bool:
    """Whether the two sentences name others and have little else in common, or put what happened in two places."""
    if in_two_places(a, b, keys, knows):
        return True
    if a.claim.article == b.claim.article:
        return False  # what two sentences of one text name besides are those who speak
    if a.foreign or b.foreign or not (names_any(a, keys) and names_any(b, keys)) or near_either(a, b):
        return False
    return content(a, b) < MUCH


def in_two_places(a: Keyed, b: Keyed, keys: Keys, knows: Knowledge) -> bool:
    """Whether the two sentences themselves put what happened in two places, neither of which is said to lie in the other."""
    one, other = (told.claim.place or "" for told in (a, b))
    if not (one and other and one in keys.words(a.claim) and other in keys.words(b.claim)) or inside_one_another(one, other, knows):
        return False
    if a.claim.article == b.claim.article:
        return True  # a text that speaks of two places means two
    return content(a, b) < LIKE and not (one_day(a, b) or shared(a.names, b.names))


def measured(one: Keyed) -> bool:
    """Whether the figure has a unit: everything has lengths, sums and shares, so more must tell whose it is."""
    return " " in one.claim.value or one.claim.predicate == "figure"


def crowd(one: Keyed) -> bool:
    """Whether several undergo it ("23 people", "three miners", "members")."""
    return several(one.claim.subject)


def one_voice(a: Keyed, b: Keyed) -> bool:
    """Whether one voice of one article gives both: then it speaks of two things."""
    return a.claim.article == b.claim.article and a.claim.attribution == b.claim.attribution


def one_day(a: Keyed, b: Keyed) -> bool:
    """Whether both are dated to the same few days."""
    return precision(a.claim.time) <= 7 and precision(b.claim.time) <= 7 and meet(days(a.claim.time), days(b.claim.time))


def contrary(a: Keyed, b: Keyed, keys: Keys, knows: Knowledge) -> bool:
    """Whether names tied to the two claims in the same way tell them apart ("for X" and "for Y"), or their owners do."""
    if a.claim.kind == "number" and (not knows.known(a.claim.predicate) or a.claim.predicate in OWNED):
        mine, theirs = (frozenset(key for key in one.subject if key in keys.names.entities) for one in (a, b))
        alike = set(plain(a.claim.subject).split()) & set(plain(b.claim.subject).split())
        if mine and theirs and not mine & theirs and not alike:
            return True
    for role in sorted({role for role, _ in a.parties} & {role for role, _ in b.parties}):
        one, other = ([names for said, names in claim.parties if said == role] for claim in (a, b))
        if not shared(one, other) and not any(within(x, y, knows) for x in one for y in other):
            return True
    return False


def within(one: frozenset[str], other: frozenset[str], knows: Knowledge) -> bool:
    """Whether one place is said somewhere to lie in the other."""
    mine, theirs = ({key.removeprefix("n:") for key in keys} for keys in (one, other))
    lie_in = knows.contents
    return any(theirs.intersection(lie_in.get(a, ())) for a in mine) or any(mine.intersection(lie_in.get(b, ())) for b in theirs)


def inside_one_another(one: str, other: str, knows: Knowledge) -> bool:
    """Whether one place is the other, or is said somewhere in the case to lie in it; in a country any town may."""
    a, b = plain(one), plain(other)
    if (country(one) is None) != (country(other) is None):
        return True
    return a in b or b in a or b in knows.contents.get(a, ()) or a in knows.contents.get(b, ())


def clashing(a: Keyed, b: Keyed) -> bool:
    """Whether two claims cannot be about one thing: their times do not meet."""
    if a.claim.kind != "number" or meet(about_when(a), about_when(b)):
        return False
    return not (looks_back(a, b) or looks_back(b, a))


def looks_back(one: Keyed, other: Keyed) -> bool:
    """Whether a claim without a time of its own stands in a text that speaks of the other's year: it is no news of the day.

    A text that speaks of years long past alone does so: a history.
    """
    stretch = days(own_time(other.claim))
    return stretch is not None and may_look_back(one) and any(meet(stretch, year) for year in spoken_of(one))


def may_look_back(one: Keyed) -> bool:
    """Whether a claim has no time of its own and stands in a text that speaks of years long past alone."""
    if own_time(one.claim) or one.published is None or one.claim.predicate in ("stock", "figure", "age"):
        return False
    spoken = spoken_of(one)
    return bool(spoken) and all(year is None or year[1] < one.published - RECENT for year in spoken)


def spoken_of(one: Keyed) -> list[Stretch | None]:
    """The years of which the text speaks."""
    return [days(str(year)) for year in one.years if year > 999]


def about_when(one: Keyed) -> tuple[float, float] | None:
    """When the thing is said to be; news without a date speaks of the last few years, a size holds for some time."""
    own = own_time(one.claim)
    if one.claim.predicate in ("stock", "figure", "age"):
        return widened(own) if own else None
    if own or one.published is None:
        return days(own)
    return one.published - RECENT, one.published + PRECISE


def widened(value: str) -> tuple[float, float] | None:
    """A time widened by some years: a stock said to be of one year is not another's a year later."""
    stretch = days(value)
    return None if stretch is None else (stretch[0] - 300, stretch[1] + 300)

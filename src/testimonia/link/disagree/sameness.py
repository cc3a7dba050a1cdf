"""Whether two claims answer the same question: the same event or thing, the same attribute, the same time and place."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from testimonia.link.disagree.keys import Keyed, Keys, plain, shared
from testimonia.link.disagree.opposition import OPPOSED, opposed, words_of_names
from testimonia.link.disagree.profiles import Profiles
from testimonia.link.disagree.ties import GENERAL, content, names_any, own_time, rounds, tie, within_season
from testimonia.link.disagree.values import days, meet, precision
from testimonia.link.entities.forms import listed

ENOUGH = 3.0  # points that tie two claims to one thing
COMMON = ("people", "member", "man", "woman", "child", "worker", "time", "thing")  # counted nouns that tell little
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
FIRST = 0.5  # points less where each is the first figure of its kind of event in its text
RIVAL = "one that the text itself sets against the other"
CURRENCY = re.compile(r" [A-Z]{3}(?![a-z])")
SURVEYS = frozenset(("poll", "survey", "pollster", "respondent", "lead", "trail", "likely", "registered"))
POINTS = ("point", "percentage point")
MUCH = 4  # words that two sentences share whose names differ
LIKE = 2  # words that two sentences share, so that a name in both tells that they speak of one lot
THINGS = 2  # words that two shares must have in common, so that they are shares in one thing
RECENT = 1500  # days: how far back news without a date may reach
PRECISE, SAME_TURN = 31, 45  # days: a date counts as precise; how far apart two dates of one event may lie


@dataclass(frozen=True)
class Knowledge:
    """What the comparison knows besides the claims: classes of events, and the main subject of each article."""

    classes: dict[str, dict[str, object]]
    main: dict[str, str]
    contents: dict[str, set[str]]  # a place → the places that it is said to lie in
    profiles: Profiles

    def known(self, predicate: str) -> bool:
        """Whether the predicate is a class of events."""
        return predicate in self.classes

    def flag(self, predicate: str, name: str) -> bool:
        """Whether a class is marked (`once`, `milestone`)."""
        return bool(self.classes.get(predicate, {}).get(name))


def same_question(a: Keyed, b: Keyed, keys: Keys, knows: Knowledge) -> str | None:
    """Why two claims of one kind, predicate and counted group answer one question, in words; none when they do not."""
    if a.claim.rival == b.claim.id or b.claim.rival == a.claim.id:
        return RIVAL
    if a.claim.kind in OPPOSED:
        return opposed(a, b, keys, knows.profiles)
    if a.claim.sentence == b.claim.sentence and a.claim.document == b.claim.document:
        return None
    if {a.claim.modality, b.claim.modality} & {"conditional", "question"} or a.claim.polarity != b.claim.polarity:
        return None
    if keys.same_words(a, b) and not a.claim.predicate.startswith("head "):
        return None  # a copy gives no other answer; where it seems to, a word was read against another day
    if {"part"} & {a.claim.phase, b.claim.phase} or {a.claim.phase, b.claim.phase} == {"first", "rest"}:
        return None
    if a.claim.kind == "number":
        return same_count(a, b, keys, knows)
    if a.claim.kind == "date":
        return same_event_dated(a, b, keys, knows)
    if a.claim.kind == "place":
        return same_event_placed(a, b, keys, knows)
    return None


def same_count(a: Keyed, b: Keyed, keys: Keys, knows: Knowledge) -> str | None:
    """Two figures: of the same stock, of the same event, of the same person's age, of the same sum."""
    predicate = a.claim.predicate
    if keys.beside(a, b) or keys.beside(b, a) or keys.in_both(a, b) or keys.in_both(b, a):
        return None  # one sentence, or one of the texts, gives both figures: they count different things
    if predicate == "age":
        return "the age of the same person" if a.subject & b.subject and person(a, keys) else None
    standing = predicate in ("stock", "figure")
    if clashing(a, b):
        return None
    if (one_voice(a, b) and not (knows.known(predicate) and one_day(a, b))) or contrary(a, b, keys, knows):
        return None
    if predicate == "stock" and a.claim.object == "member":
        alike = owner(a, keys, knows) & owner(b, keys, knows) or keys.same_one(a, b)
        return "members of the same organisation" if alike else None
    if told_apart(a, b, keys, knows):
        return None
    day = knows.known(predicate) and one_day(a, b)
    if not day and (keys.both_given(a, b) or keys.both_given(b, a)):
        return None
    found = tie(a, b, keys, knows.profiles)
    if measured(a) and not same_measured(a, b, found.points, keys):
        return None
    if found.points < needed(a, b, knows) or (standing and not found.near):
        return None
    if predicate == "stock" and not (day_given(a, b) or owned_alike(a, b)):
        return None  # so many of what there are many of, in texts about the same: nothing says that it is the same lot
    share = a.claim.value.endswith(" %") or a.claim.object in POINTS
    if share and (surveyed(a) or surveyed(b)) and not one_day(a, b):
        return None  # what two polls find are two findings
    what = "the size of the same thing" if standing else "the same kind of event" if knows.known(predicate) else "the same doing"
    return f"{what}, tied by {found}"


def told_apart(a: Keyed, b: Keyed, keys: Keys, knows: Knowledge) -> bool:
    """Whether two figures are of two places, of two rounds of one thing, or of two quarters."""
    if rounds(a, keys) != rounds(b, keys) or other_days(a, b):
        return True
    return elsewhere(a, b, keys, knows) if knows.known(a.claim.predicate) else measured(a) and not within_season(a, b)


def other_days(a: Keyed, b: Keyed) -> bool:
    """Whether each stands at a day, its own or that of the sentence before, and the days lie too far apart for one event."""
    one, other = days(a.claim.time), days(b.claim.time)
    if one is None or other is None or max(precision(a.claim.time), precision(b.claim.time)) > PRECISE:
        return False
    return abs(one[0] - other[0]) > SAME_TURN


def elsewhere(a: Keyed, b: Keyed, keys: Keys, knows: Knowledge) -> bool:
    """Whether the two sentences name others and have little else in common, or put what happened in two places."""
    if a.foreign or b.foreign or not (names_any(a, keys) and names_any(b, keys)) or shared(a.all_names, b.all_names):
        return False
    if content(a, b) < MUCH:
        return True
    one, other = a.claim.place, b.claim.place
    return bool(one and other) and not inside_one_another(one or "", other or "", knows)


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
    return points + 1.0 * (a.claim.article == b.claim.article)


def measured(one: Keyed) -> bool:
    """Whether the figure has a unit: everything has lengths, sums and shares, so more must tell whose it is."""
    return " " in one.claim.value or one.claim.predicate == "figure"


def day_given(a: Keyed, b: Keyed) -> bool:
    """Whether both sentences speak of the same few weeks."""
    one, other = own_time(a.claim), own_time(b.claim)
    return precision(one) <= PRECISE and precision(other) <= PRECISE and meet(days(one), days(other))


def one_owner(a: Keyed, b: Keyed) -> bool:
    """Whether two figures are of one subject, or a name is tied to both."""
    return bool(a.subject & b.subject or shared([names for _, names in a.parties], [names for _, names in b.parties]))


def owned_alike(a: Keyed, b: Keyed) -> bool:
    """Whether the figures have one owner, or both sentences hold one name beside several like words."""
    return (
        one_owner(a, b)
        or (bool(shared(a.names, b.names)) and content(a, b) + (a.leading and b.leading) >= LIKE)
        or bool(a.sounds & b.sounds)
    )


@cache
def people() -> frozenset[str]:
    """The nouns that name people: so many percent of them do and hold many things."""
    return listed("persons") | listed("groups") | frozenset(COMMON)


def surveyed(one: Keyed) -> bool:
    """Whether a share was found by asking some."""
    return not SURVEYS.isdisjoint(one.words)


def same_measured(a: Keyed, b: Keyed, points: float, keys: Keys) -> bool:
    """Whether two measures are of one thing: one subject, names tied to both, or much else in common under one noun."""
    told = (a.words & b.words) - words_of_names(a, keys) - GENERAL - {"percent", *a.claim.object.split()}
    if a.claim.value.endswith(" %") and a.claim.object.rpartition(" ")[2] in people() and len(told) < THINGS:
        return False  # shares of the same people in different things
    share = a.claim.value.endswith(" %")
    bare = not share and not CURRENCY.search(a.claim.value)
    if a.claim.predicate == "stock" and bare and not a.subject & b.subject:
        return False  # so many grams, of nothing named
    if a.claim.predicate not in ("figure", "stock", "pay") and not share and points >= ENOUGH + 1.5:
        return True  # so much of what leaked, or burned
    if a.claim.predicate == "pay" and a.leading and b.leading and points >= ENOUGH + 2 and content(a, b) >= LIKE:
        return True  # each the first sum of its text, in sentences with the same names and words
    return one_owner(a, b) or (a.claim.predicate == "figure" and points >= ENOUGH + (0.5 if shared(a.names, b.names) else 1.5))


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
    return any(knows.contents.get(a, set()) & theirs for a in mine) or any(knows.contents.get(b, set()) & mine for b in theirs)


def person(a: Keyed, keys: Keys) -> bool:
    """Whether the claim is about a person."""
    return any(keys.names.entities.get(key) == "person" for key in a.subject)


def widened(value: str) -> tuple[float, float] | None:
    """A time widened by some years: a stock said to be of one year is not another's a year later."""
    stretch = days(value)
    return None if stretch is None else (stretch[0] - 300, stretch[1] + 300)


def owner(one: Keyed, keys: Keys, knows: Knowledge) -> frozenset[str]:
    """Whose members are counted: the named owner, else the organisation that the article is about."""
    main = knows.main.get(one.claim.article)
    linked = frozenset(key for key in one.subject if key in keys.names.entities)
    return linked or (frozenset([main]) if main else one.subject)


def same_event_dated(a: Keyed, b: Keyed, keys: Keys, knows: Knowledge) -> str | None:
    """Two dates of one event: what happens once to the one named, or one turn of events among the same parties."""
    predicate = a.claim.predicate
    if predicate.startswith("head "):
        return "the date of one text, as the page gives it in several places" if a.claim.article == b.claim.article else None
    if contrary(a, b, keys, knows) or rounds(a, keys) != rounds(b, keys):
        return None
    if knows.flag(predicate, "once") and keys.same_one(a, b) and (singular(a, keys) or singular(b, keys)) and not (crowd(a) or crowd(b)):
        return "what happens once to the one named"
    if knows.flag(predicate, "once") and not knows.flag(predicate, "person") and same_thing(a, b):
        found = tie(a, b, keys, knows.profiles)
        opening = a.leading and b.leading and knows.profiles.common(a.claim.article, b.claim.article) >= 1
        firm = found.points >= ENOUGH - 0.5 and (opening or shared(a.all_names, b.all_names))
        return f"what happens once to the same thing, tied by {found}" if firm else None
    if knows.known(predicate) and near_days(a, b) and not one_voice(a, b):
        found = tie(a, b, keys, knows.profiles)
        same = any(not key.startswith(("n:", "s:")) for key in a.subject & b.subject)
        first = (
            a.leading and b.leading and (shared(a.all_names, b.all_names) or knows.profiles.common(a.claim.article, b.claim.article) >= 1)
        )
        tied = bool(shared(a.names, b.names) or same or a.sounds & b.sounds or first)
        if tied and found.points >= ENOUGH + 1 and (same_thing(a, b) or crowd(a) == crowd(b)):
            return f"the day of the same event, tied by {found}"
    if same_year_of(a, b, keys, knows):
        return "the year of the same event, each the first date of its kind in its text"
    return same_turn(a, b, keys, knows)


def same_year_of(a: Keyed, b: Keyed, keys: Keys, knows: Knowledge) -> bool:
    """Whether two years are given to one event of the past: no names of others, each the first, firmly tied."""
    if not knows.flag(a.claim.predicate, "once") or not (a.leading and b.leading) or years_apart(a, b) > 8:
        return False
    told = max(precision(a.claim.value), precision(b.claim.value))
    if not PRECISE < told <= 370 or a.claim.inherited or b.claim.inherited or singular(a, keys) or singular(b, keys):
        return False
    found = tie(a, b, keys, knows.profiles)
    return bool(shared(a.all_names, b.all_names)) and found.points >= ENOUGH + 0.5


def same_thing(a: Keyed, b: Keyed) -> bool:
    """Whether the same noun undergoes it, and not a crowd."""
    one, other = plain(a.claim.subject), plain(b.claim.subject)
    return one != "" and one.rpartition(" ")[2] == other.rpartition(" ")[2] and not crowd(a) and not crowd(b)


def crowd(one: Keyed) -> bool:
    """Whether several undergo it ("23 people", "members")."""
    words = one.claim.subject.split()
    return len(words) > 1 and (words[0][:1].isdigit() or words[-1].lower() in ("people", "others", "men", "women", "children"))


def near_days(a: Keyed, b: Keyed) -> bool:
    """Whether two precise dates lie so near that they may be two dates of one event."""
    one, other = days(a.claim.value), days(b.claim.value)
    if one is None or other is None or max(precision(a.claim.value), precision(b.claim.value)) > PRECISE:
        return False
    return abs(one[0] - other[0]) <= SAME_TURN and not (a.claim.inherited or b.claim.inherited)


def same_turn(a: Keyed, b: Keyed, keys: Keys, knows: Knowledge) -> str | None:
    """A turn of events that people date by the year, among the same parties."""
    if not knows.flag(a.claim.predicate, "milestone"):
        return None
    if precision(a.claim.value) <= PRECISE and precision(b.claim.value) <= PRECISE:
        return None  # two days: more likely two events of one kind than one event
    if precision(a.claim.value) > 800 or precision(b.claim.value) > 800 or years_apart(a, b) > 8:
        return None
    patient = bool(a.subject & b.subject) or same_thing(a, b)
    own = shared(a.names, b.names)
    if patient and tie(a, b, keys, knows.profiles).points >= ENOUGH:
        return "the same turn of events in the same thing"
    parties = a.claim.predicate == "agree" and len(own) >= 1
    if (patient or parties) and len(own) >= 1 and content(a, b) >= 1:
        return "the same turn of events among the same parties"
    return None


def years_apart(a: Keyed, b: Keyed) -> float:
    """How many years lie between two dates."""
    one, other = days(a.claim.value), days(b.claim.value)
    return 99.0 if one is None or other is None else abs(one[0] - other[0]) / 365.25


def singular(one: Keyed, keys: Keys) -> bool:
    """Whether the claim's subject is a named person, work, event or organisation, not a plain noun."""
    if one.claim.subject_span is None or not any(c.isupper() for c in one.claim.subject):
        return False
    return bool({keys.names.entities.get(key, "") for key in one.subject} & {"person", "organisation", "work", "event"})


def same_event_placed(a: Keyed, b: Keyed, keys: Keys, knows: Knowledge) -> str | None:
    """Two places of what happens once to the one named; none when one place is said to lie in the other."""
    once = knows.flag(a.claim.predicate, "once")
    if not (once or one_day(a, b)) or not a.subject & b.subject or not singular(a, keys):
        return None
    if not once and not meet(days(a.claim.time), days(b.claim.time)):
        return None
    if inside_one_another(a.claim.value, b.claim.value, knows):
        return None
    return "where it happened to the one named"


def inside_one_another(one: str, other: str, knows: Knowledge) -> bool:
    """Whether one place is the other, or is said somewhere in the case to lie in it."""
    a, b = plain(one), plain(other)
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
    own, stretch = own_time(one.claim), days(own_time(other.claim))
    if own or stretch is None or one.published is None or one.claim.predicate in ("stock", "figure", "age"):
        return False
    spoken = [days(str(year)) for year in one.years if year > 999]
    return (
        bool(spoken)
        and all(year is None or year[1] < one.published - RECENT for year in spoken)
        and any(meet(stretch, year) for year in spoken)
    )


def about_when(one: Keyed) -> tuple[float, float] | None:
    """When the thing is said to be; news without a date speaks of the last few years, a size holds for some time."""
    own = own_time(one.claim)
    if one.claim.predicate in ("stock", "figure", "age"):
        return widened(own) if own else None
    if own or one.published is None:
        return days(own)
    return one.published - RECENT, one.published + PRECISE

"""Whether two dates, or two places, are given to one event."""

from __future__ import annotations

from testimonia.base.pronouns import pronouns
from testimonia.link.disagree.alike import NOBODY, WEEK, alike_dated, alike_days, of_one_origin
from testimonia.link.disagree.anchors import anchored, particular
from testimonia.link.disagree.apart import (
    LASTING,
    PRECISE,
    SAME_TURN,
    Knowledge,
    contrary,
    crowd,
    elsewhere,
    inside_one_another,
    one_day,
)
from testimonia.link.disagree.counts import ENOUGH
from testimonia.link.disagree.families import PRESENT, TURNS
from testimonia.link.disagree.keys import FUNCTION, Keyed, Keys, plain, shared
from testimonia.link.disagree.piles import placed_alike
from testimonia.link.disagree.ties import SEASON, content, rounds, tie
from testimonia.link.disagree.values import days, meet, precision

PUT_OFF = 3  # days by which what was planned may be put off
LONG = 200  # days before a day of news; what lies so far back is no news
MOST_YEARS = 8  # between two years that are given to one event
MOST_OF_ORIGIN = 40  # between two years that are given, each as the only one, to the beginning of what a few texts are about
BEGUN = ("beginning", "ending")  # wider kinds of what befalls a thing once, while persons do it many times
SPEAKERS = pronouns("speaker", "speakers", "addressed", "several")  # in two texts two of them speak, or are spoken to


def same_event_dated(a: Keyed, b: Keyed, keys: Keys, knows: Knowledge) -> str | None:
    """Two dates of one event: what happens once to the one named, or one turn of events among the same parties."""
    predicate = a.claim.predicate
    if predicate.startswith("head "):
        return "the date of one text, as the page gives it in several places" if a.claim.article == b.claim.article else None
    if contrary(a, b, keys, knows) or rounds(a, keys) != rounds(b, keys) or any(plain(one.claim.subject) in SPEAKERS for one in (a, b)):
        return None
    if long_before(a, b) or long_before(b, a) or past_and_to_come(a, b) or past_and_to_come(b, a) or in_their_places(a, b, keys, knows):
        return None
    if predicate == b.claim.predicate and (told := in_one_class(a, b, keys, knows)):
        return told
    origin = of_one_origin(a, b, keys, knows)
    return (alike_dated(a, b, keys, knows) if within_reach(a, b, origin=origin) else None) or alike_days(a, b, keys, knows)


def within_reach(a: Keyed, b: Keyed, *, origin: bool = False) -> bool:
    """Whether two dates lie so near that texts may give both for one event: days by days, years by years."""
    if max(precision(a.claim.value), precision(b.claim.value)) > PRECISE:
        return years_apart(a, b) <= (MOST_OF_ORIGIN if origin else MOST_YEARS)
    return near_days(a, b)


def in_one_class(a: Keyed, b: Keyed, keys: Keys, knows: Knowledge) -> str | None:
    """Why two dates of one class of events date one event."""
    predicate = a.claim.predicate
    if knows.flag(predicate, "once") and keys.same_one(a, b) and lone_one(a, b, keys, knows) and not twice_told(a, b, knows):
        return "what happens once to the one named"
    if a.claim.article == b.claim.article or not anchored(a, b, keys, knows):
        return None  # a text that gives two dates tells of two events
    if (elsewhere(a, b, keys, knows) and not same_thing(a, b)) or (not knows.flag(predicate, "incident") and not particular(a, b, knows)):
        return None
    if brought_up(a) and brought_up(b) and not knows.small(a, b):
        return None
    if (
        knows.flag(predicate, "once")
        and not knows.flag(predicate, "person")
        and same_thing(a, b)
        and not (of_any(a, keys) or of_any(b, keys))
    ):
        found = tie(a, b, keys, knows.profiles)
        opening = a.leading and b.leading and knows.profiles.common(a.claim.article, b.claim.article) >= 1
        firm = found.points >= ENOUGH - 0.5 and (opening or shared(a.all_names, b.all_names))
        return f"what happens once to the same thing, tied by {found}" if firm else None
    if knows.known(predicate) and near_days(a, b):
        found = tie(a, b, keys, knows.profiles)
        same = any(not key.startswith(("n:", "s:")) for key in a.subject & b.subject)
        first = (
            a.leading and b.leading and (shared(a.all_names, b.all_names) or knows.profiles.common(a.claim.article, b.claim.article) >= 1)
        )
        tied = bool(shared(a.names, b.names) or same or a.sounds & b.sounds or first)
        if tied and found.points >= ENOUGH + 1 and of_one_thing(a, b, knows):
            return f"the day of the same event, tied by {found}"
    if same_year_of(a, b, keys, knows):
        return "the year of the same event, each the first date of its kind in its text"
    return same_turn(a, b, keys, knows)


def of_any(one: Keyed, keys: Keys) -> bool:
    """Whether what is dated is some of a kind, told in the plural without an article ("organisations", "first-rate shops")."""
    subject = one.claim.subject
    return subject.islower() and subject.endswith("s") and not keys.described(one)


def twice_told(a: Keyed, b: Keyed, knows: Knowledge) -> bool:
    """Whether one text gives two dates of what may befall somebody again: nobody is born twice, but some are held twice."""
    return a.claim.article == b.claim.article and knows.kin(a.claim.predicate) == LASTING


def brought_up(one: Keyed) -> bool:
    """Whether a text brings up what it dates as one of its kind ("an article")."""
    return one.claim.subject.lower().startswith(("a ", "an "))


def in_their_places(a: Keyed, b: Keyed, keys: Keys, knows: Knowledge) -> bool:
    """Whether each claim itself says where, and it is not one place ("attacks in Paris"): in a small pile only of those who gather."""
    if knows.small(a, b) and knows.kin(a.claim.predicate) != PRESENT:
        return False
    gathered = knows.kin(a.claim.predicate) == PRESENT
    one, other = (told.claim.place or "" for told in (a, b))
    words = [keys.words(told.claim) if gathered else told.claim.span.of(keys.texts[told.claim.document]) for told in (a, b)]
    said = all(place and place in told for place, told in zip((one, other), words, strict=True))
    return said and not inside_one_another(one, other, knows)


def lone_one(a: Keyed, b: Keyed, keys: Keys, knows: Knowledge) -> bool:
    """Whether what happens once happens to one that has a name; somebody begins and ends many things."""
    if knows.kin(a.claim.predicate) in BEGUN and any(keys.names.entities.get(key) == "person" for key in a.subject | b.subject):
        return False
    named = [singular(one, keys) for one in (a, b)]
    if knows.flag(a.claim.predicate, "thing") and any(keys.names.entities.get(key) == "person" for key in a.subject | b.subject):
        return False  # nobody is published or built
    return (all(named) or (any(named) and knows.small(a, b))) and not (crowd(a) or crowd(b))


def of_one_thing(a: Keyed, b: Keyed, knows: Knowledge) -> bool:
    """Whether two days are given to one thing: an incident tells itself from others; of the rest, and of who gathers, there are many."""
    if knows.flag(a.claim.predicate, "incident") and (knows.kin(a.claim.predicate) != PRESENT or shared(a.names, b.names)):
        return same_thing(a, b) or crowd(a) == crowd(b)
    nobody = any(plain(one.claim.subject) in NOBODY for one in (a, b))
    return same_thing(a, b) or bool(a.subject & b.subject) or (nobody and knows.small(a, b))


def same_year_of(a: Keyed, b: Keyed, keys: Keys, knows: Knowledge) -> bool:
    """Whether two years are given to one event of the past: no names of others, each the first, firmly tied."""
    if not knows.flag(a.claim.predicate, "once") or not (a.leading and b.leading) or years_apart(a, b) > MOST_YEARS:
        return False
    if knows.kin(a.claim.predicate) in TURNS and not same_thing(a, b):
        return False  # what begins or ends must be one thing
    if (brought_up(a) and crowd(b)) or (brought_up(b) and crowd(a)):
        return False  # somebody is none of thirty
    told = max(precision(a.claim.value), precision(b.claim.value))
    if not PRECISE < told <= 370 or a.claim.inherited or b.claim.inherited or singular(a, keys) or singular(b, keys):
        return False
    found = tie(a, b, keys, knows.profiles)
    named = bool(shared(a.all_names, b.all_names)) and (particular(a, b, knows) or same_thing(a, b))
    return named and found.points >= ENOUGH + 0.5


def same_thing(a: Keyed, b: Keyed) -> bool:
    """Whether the same noun undergoes it, and not a crowd."""
    one, other = plain(a.claim.subject), plain(b.claim.subject)
    return one not in NOBODY and one.rpartition(" ")[2] == other.rpartition(" ")[2] and not crowd(a) and not crowd(b)


def long_before(one: Keyed, news: Keyed) -> bool:
    """Whether the first is a date of years ago and the second one of the days before its text, which stood beside the first's.

    What is news to one text is not of years ago to another, nor to itself: there the day is that of a statement.
    """
    past, day, published = days(one.claim.value), days(news.claim.value), news.published
    if past is None or day is None or published is None or precision(news.claim.value) > PRECISE:
        return False
    near = one.published is None or abs(one.published - published) <= SEASON
    return near and 0 <= published - day[0] <= SEASON and past[1] < day[0] - LONG


def past_and_to_come(one: Keyed, other: Keyed) -> bool:
    """Whether the first lies before the text to which the other is yet to come ("unveiled in May", "will be sold from August")."""
    past, coming = days(one.claim.value), days(other.claim.value)
    if past is None or coming is None or other.published is None or not past[1] < other.published <= coming[0]:
        return False
    return coming[0] - past[1] > (PUT_OFF if (one.claim.modality, other.claim.modality) == ("asserted", "future") else PRECISE)


def near_days(a: Keyed, b: Keyed) -> bool:
    """Whether two precise dates lie so near that they may be two dates of one event."""
    one, other = days(a.claim.value), days(b.claim.value)
    if one is None or other is None or max(precision(a.claim.value), precision(b.claim.value)) > PRECISE:
        return False
    apart = abs(one[0] - other[0])
    return (
        apart <= SAME_TURN and apart != WEEK and not (a.claim.inherited or b.claim.inherited)
    )  # a weekday, taken for that of another week


def same_turn(a: Keyed, b: Keyed, keys: Keys, knows: Knowledge) -> str | None:
    """A turn of events that people date by the year, among the same parties."""
    if not knows.flag(a.claim.predicate, "milestone"):
        return None
    if precision(a.claim.value) <= PRECISE and precision(b.claim.value) <= PRECISE:
        return None  # two days: more likely two events of one kind than one event
    if precision(a.claim.value) > 800 or precision(b.claim.value) > 800 or years_apart(a, b) > MOST_YEARS:
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
    if one.claim.subject_span is None or not any(c.isupper() for c in FUNCTION.sub("", one.claim.subject)):
        return False
    return bool({keys.names.entities.get(key, "") for key in one.subject} & {"person", "organisation", "work", "event"})


def names_both(a: Keyed, b: Keyed, keys: Keys) -> bool:
    """Whether the sentence of the first names the second's place beside its own ("from pad 39 at the space centre")."""
    return b.claim.value.casefold() in keys.words(a.claim).casefold()


def same_event_placed(a: Keyed, b: Keyed, keys: Keys, knows: Knowledge) -> str | None:
    """Two places of what happens once to the one named, or in a few texts about the same of what each puts in one place only."""
    if inside_one_another(a.claim.value, b.claim.value, knows) or names_both(a, b, keys) or names_both(b, a, keys):
        return None
    once = knows.flag(a.claim.predicate, "once")
    named = a.claim.predicate == b.claim.predicate and bool(a.subject & b.subject) and singular(a, keys)
    if named and (once or one_day(a, b)) and (once or meet(days(a.claim.time), days(b.claim.time))):
        return "where it happened to the one named"
    return placed_alike(a, b, keys, knows)

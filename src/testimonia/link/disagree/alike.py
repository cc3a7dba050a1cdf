"""Claims whose slots differ in wording ("52 were underground", "37 were cut off"), each the only one of its family in its text."""

from __future__ import annotations

from testimonia.link.disagree.apart import SAME_TURN, Knowledge
from testimonia.link.disagree.families import COMMON, PRESENT, nouns_of, people
from testimonia.link.disagree.keys import Keyed, Keys, shared
from testimonia.link.disagree.ties import TELLING, content, near_in_time, tie
from testimonia.link.disagree.values import days, precision

ABOUT = 0.7  # what two articles must share of a subject
FIRM, SAME = 2.2, 1.5  # points that must tie the two claims; where what befell is one
LIKE = 2  # words that two counts of one lot must share, if their sentences share no name
# words of sentences that tell what was found by asking some
SURVEYS = frozenset(("poll", "survey", "pollster", "respondent", "lead", "trail", "likely", "registered"))
FIRST_NAMES = 3  # of those that an article names most, one is what it is about
ARMED = frozenset(("fighter", "soldier", "police", "guard"))
GENERIC = frozenset(("people", "man", "person"))
RECENTLY = 60  # days before a text in which that lies of which it gives no date
SHORT = 31  # days that a time may leave open


def alike(a: Keyed, b: Keyed, keys: Keys, knows: Knowledge) -> str | None:
    """Why two figures in different words answer one question, each the only one of its family that its text gives."""
    if a.claim.article == b.claim.article or not kindred(a, b, knows):
        return None
    standing = a.claim.predicate == b.claim.predicate == "stock"
    if (share(a) and (surveyed(a) or surveyed(b) or of_people(a) or of_people(b))) or (standing and not same_lot(a, b, keys, knows)):
        return None
    families = (keys.lone(a) & keys.foremost(b)) | (keys.lone(b) & keys.foremost(a))
    if not families or not one_matter(a, b, keys, knows) or (measured(a) and not (led_by_one(a, b, knows) and one_measure(a, b, knows))):
        return None
    found = tie(a, b, keys, knows.profiles)
    if found.points < (SAME if a.claim.predicate == b.claim.predicate else FIRM) or (measured(a) and not found.near):
        return None
    return f"the only {min(families).partition(' ')[2]} figure of its kind in each of two texts, tied by {found}"


def alike_dated(a: Keyed, b: Keyed, keys: Keys, knows: Knowledge) -> str | None:
    """Why two dates in different words date one event, each the only one of its family that its text gives."""
    families = keys.lone(a) & keys.lone(b)
    if a.claim.article == b.claim.article or not families or not one_matter(a, b, keys, knows) or named_apart(a, b, keys):
        return None
    found = tie(a, b, keys, knows.profiles)
    if found.points < FIRM or not (shared(a.all_names, b.all_names) or a.subject & b.subject):
        return None
    return f"the only date of its kind in each of two texts, tied by {found}"


def alike_doers(a: Keyed, b: Keyed, keys: Keys, knows: Knowledge) -> str | None:
    """Why two who are said to be behind an event of one noun are said to be behind one event, each the only one that its text gives."""
    if a.claim.article == b.claim.article or not keys.lone(a) & keys.lone(b) or not one_matter(a, b, keys, knows):
        return None
    found = tie(a, b, keys, knows.profiles)
    return f"who did it, the only {a.claim.object} of two texts, tied by {found}" if found.points >= SAME else None


def named_apart(a: Keyed, b: Keyed, keys: Keys) -> bool:
    """Whether the two are about different ones who have names."""
    one, other = ({key for key in claim.subject if key in keys.names.entities} for claim in (a, b))
    return bool(one and other) and not one & other


def same_lot(a: Keyed, b: Keyed, keys: Keys, knows: Knowledge) -> bool:
    """Whether two counts of what there is are of one lot: one subject, a name in both sentences, like words, all people at one incident."""
    if keys.same_one(a, b) or shared(a.names, b.names) or content(a, b) >= LIKE:
        return True
    return a.claim.object == b.claim.object == "people" and one_incident(a, b, keys, knows)


def share(one: Keyed) -> bool:
    """Whether the figure is a share."""
    return one.claim.value.endswith("%")


def of_people(one: Keyed) -> bool:
    """Whether a share is one of people: so many percent of them do and hold many things."""
    return one.claim.object.rpartition(" ")[2] in people()


def surveyed(one: Keyed) -> bool:
    """Whether a share was found by asking some."""
    return not SURVEYS.isdisjoint(one.words)


def measured(one: Keyed) -> bool:
    """Whether the figure has a unit."""
    return " " in one.claim.value


def one_matter(a: Keyed, b: Keyed, keys: Keys, knows: Knowledge) -> bool:
    """Whether two articles tell of one course of events: of an incident of one time, or of a rare name that leads both."""
    if not near_in_time(a, b) or knows.profiles.common(a.claim.article, b.claim.article) < ABOUT:
        return False
    return led_by_one(a, b, knows) or one_incident(a, b, keys, knows)


def led_by_one(a: Keyed, b: Keyed, knows: Knowledge) -> bool:
    """Whether a name that is rare in the case is among those that both articles name most."""
    leading = set(a.topics[:FIRST_NAMES]) & set(b.topics[:FIRST_NAMES])
    return any(knows.profiles.rarity.weight(name) >= TELLING for name in sorted(leading))


def measuring(one: Keyed, knows: Knowledge) -> str:
    """The wider kind of what a measure is of, by its class or by the noun whose size it is ("the cost of"); empty for a plain verb."""
    noun = one.claim.object.rpartition(" ")[2]
    name = one.claim.predicate if knows.known(one.claim.predicate) else nouns_of(noun, knows.classes)
    return knows.kin(name) or name or (noun if one.claim.predicate == "figure" else "")


def one_measure(a: Keyed, b: Keyed, knows: Knowledge) -> bool:
    """Whether two measures are of one kind of event or noun, or their sentences share a name and a word: everything costs something."""
    one, other = (measuring(told, knows) for told in (a, b))
    if one and one == other:
        return True
    return not a.claim.object.endswith(" term") and bool(shared(a.names, b.names)) and content(a, b) >= 1


def one_incident(a: Keyed, b: Keyed, keys: Keys, knows: Knowledge) -> bool:
    """Whether both articles tell of an incident of one class at nearly one time."""
    mine, theirs = (keys.happened(one) for one in (a, b))
    return any(
        knows.flag(predicate, "incident")
        and any(nearly(when(one, a), when(other, b)) for one in mine[predicate] for other in theirs[predicate])
        for predicate in sorted(mine.keys() & theirs.keys())
    )


def when(time: str | None, one: Keyed) -> tuple[float, float] | None:
    """When an incident lies: at its date, without one shortly before its text."""
    if time is not None and precision(time) <= SHORT:
        return days(time)
    return None if time is not None or one.published is None else (one.published - RECENTLY, one.published)


def nearly(one: tuple[float, float] | None, other: tuple[float, float] | None) -> bool:
    """Whether two times are known and lie near."""
    return one is not None and other is not None and one[0] - SAME_TURN <= other[1] and other[0] - SAME_TURN <= one[1]


def kindred(a: Keyed, b: Keyed, knows: Knowledge) -> bool:
    """Whether what is said of the counted ones may be one thing in other words."""
    one, other = a.claim.predicate, b.claim.predicate
    if measured(a) and measured(b):
        return measures_alike(a, b, knows)
    counted = {a.claim.object, b.claim.object}
    if len(counted) > 1 and counted & ARMED and not counted & GENERIC:
        return False  # fighters are no civilians, and no soldiers
    if one.partition(" ")[0] == other.partition(" ")[0]:
        return True
    kin = knows.kin(one), knows.kin(other)
    if kin[0] and kin[0] == kin[1]:
        return True
    if a.claim.object != b.claim.object:
        return False
    there = [predicate == "stock" or name == PRESENT for predicate, name in zip((one, other), kin, strict=True)]
    if all(there):
        return True
    known = [knows.known(predicate) for predicate in (one, other)]
    return a.claim.object not in COMMON and not any(known[n] and not there[n] for n in (0, 1) if there[1 - n]) and not all(known)


def measures_alike(a: Keyed, b: Keyed, knows: Knowledge) -> bool:
    """Whether two measures may be of one dimension: one noun, or one of them says nothing of what is measured."""
    one, other = a.claim, b.claim
    if one.predicate == other.predicate and one.predicate != "figure":
        return True
    if one.predicate == other.predicate:
        return one.object.rpartition(" ")[2] == other.object.rpartition(" ")[2]
    if one.value.endswith("%"):
        return False
    return not (knows.known(one.predicate) and knows.known(other.predicate)) or knows.kin(one.predicate) == knows.kin(other.predicate) != ""

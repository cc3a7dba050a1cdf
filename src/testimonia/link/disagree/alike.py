"""Claims whose slots differ in wording ("52 were underground", "37 were cut off"), each the only one of its family in its text."""

from __future__ import annotations

from testimonia.base.pronouns import pronouns
from testimonia.link.disagree.anchors import FIRST_NAMES, SHORT, anchored, closely_told, led_by_few, led_by_one, one_incident, particular
from testimonia.link.disagree.apart import Knowledge, crowd, elsewhere, told_apart
from testimonia.link.disagree.families import BEGUN, COMMON, DAY, HAPPENED, PRESENT, counts_people, doing, people
from testimonia.link.disagree.keys import FUNCTION, Keyed, Keys, described_as, near_either, plain, shared
from testimonia.link.disagree.piles import both_lone, merely_there, news_since, one_pile
from testimonia.link.disagree.ties import GENERAL, TELLING, content, near_in_time, of_one_season, tie
from testimonia.link.disagree.values import Stretch, days, meet, number, precision
from testimonia.link.disagree.vocabulary import vocabulary
from testimonia.link.disagree.weighing import CURRENCY, HARM, UNSTATED, last, measured, weighed

ABOUT, SURELY = 0.7, 1.5  # what two articles must share of a subject; where it needs no further word
NAMED = 0.5  # what they must share where a telling name stands near both claims, in texts of one season
ENOUGH, FAR = 4.0, 2.0  # points that make two figures answers to one question; how many more where their texts are not of one season
FIRM, SAME = 2.2, 1.5  # points that must tie the two claims; where what befell is one
LIKE = 2  # words that two counts of one lot must share, if their sentences share no name
# words of sentences that tell what was found by asking some
SURVEYS = vocabulary("surveys")
QUALIFIED = vocabulary("qualified")
UNTOLD = vocabulary("untold")
SOME = 4  # so many of what nothing befell may be counted at all
MONEY = vocabulary("money")
POINTS = vocabulary("points")  # what lies between two shares
READINGS, WANTING = vocabulary("readings"), vocabulary("wanting")  # what another day has another of; verbs for how much is still to come
WEEK = 7  # days between two days that may be given to one event
NOBODY = pronouns() | {""}  # subjects that name nothing
ARREST = "arrest"  # which follows upon what befell others


def alike(a: Keyed, b: Keyed, keys: Keys, knows: Knowledge) -> str | None:
    """Why two figures in different words answer one question, each the only one of its family that its text gives."""
    if a.claim.article == b.claim.article or measured(a) != measured(b) or of_money(a) or of_money(b) or of_untold(a, b, keys):
        return None
    if (share(a) and (surveyed(a, knows) or surveyed(b, knows) or of_people(a) or of_people(b))) or told_apart(a, b, keys, knows):
        return None
    if (
        (few_of_any(a, b, knows) and not (one_noun(a, b) and both_lone(a, b, keys, knows)))
        or loosely_counted(a, b, keys, knows)
        or measured_apart(a, b, keys, knows)
        or reading_of_a_day(a, b)
        or (other_people(a, b, knows) and not one_incident(a, b, keys, knows))
    ):
        return None
    if not firmly(a, b, keys, knows) or told_otherwise(a, b, knows):
        return None
    points, words = weighed(a, b, keys, knows)
    if points < 0 or not one_matter(a, b, keys, knows):
        return None
    found = tie(a, b, keys, knows.profiles)
    return f"{', '.join((*words, *found.words))}" if points + found.points >= needed(a, b, keys, knows, near=found.near) else None


def needed(a: Keyed, b: Keyed, keys: Keys, knows: Knowledge, *, near: bool) -> float:
    """Points that make two figures answers to one question: more for what is counted everywhere, and where little ties the texts."""
    standing = a.claim.predicate == b.claim.predicate == "stock" and not same_lot(a, b, keys, knows)
    common = not measured(a) and a.claim.object in COMMON and b.claim.object in COMMON
    if both_lone(a, b, keys, knows):
        return ENOUGH + 0.5 * common
    if common:
        near = near and bool(shared(a.names, b.names) or a.sounds & b.sounds or of_one_day(a, b))
    return ENOUGH + 1.0 * standing + 0.5 * common + 0.5 * (1 + common) * (not near) + FAR * (not of_one_season(a, b))


def alike_dated(a: Keyed, b: Keyed, keys: Keys, knows: Knowledge) -> str | None:
    """Why two dates in different words date one event, each the only one of its family that its text gives."""
    families = (keys.lone(a) & keys.lone(b)) - {HAPPENED}
    if a.claim.article == b.claim.article or not families or not one_matter(a, b, keys, knows) or named_apart(a, b, keys):
        return None
    if families == {BEGUN} and not of_one_origin(a, b, keys, knows):
        return None
    if not firmly(a, b, keys, knows) or nameless(a, b, knows) or of_another(a, b, keys) or of_another(b, a, keys):
        return None
    if PRESENT in map(knows.kin, (a.claim.predicate, b.claim.predicate)) and not (shared(a.names, b.names) or a.sounds & b.sounds):
        return None  # people gather everywhere
    if brought_up_anew(a, b, keys) or crowd(a) != crowd(b) or (crowd(a) and not of_one_season(a, b)):
        return None  # so many people are no somebody: only news of one season may mean the same
    found = tie(a, b, keys, knows.profiles)
    taken_up = keys.described(a) and keys.described(b) and described_as(a) == described_as(b) and led_by_one(a, b, knows)
    met = shared(a.all_names, b.all_names) or a.subject & b.subject or a.sounds & b.sounds or taken_up
    if found.points < FIRM or not (met or of_one_origin(a, b, keys, knows)):
        return None
    return f"the only date of its kind in each of two texts, tied by {found}"


def of_another(one: Keyed, other: Keyed, keys: Keys) -> bool:
    """Whether a date of nobody stands in a sentence about persons, of whom none is the one with a name whom the other's is of."""
    named = frozenset(key for key in named_subject(other, keys) if keys.names.entities[key] == "person")
    near = frozenset(key for names in one.names for key in names if keys.names.entities.get(key) == "person")
    return not one.claim.subject and bool(named and near) and not named & near


def of_one_origin(a: Keyed, b: Keyed, keys: Keys, knows: Knowledge) -> bool:
    """Whether two years say when what a few texts are about began, each as the only such year of its text, in whatever words.

    That is a name which leads both texts, or what no name tells from it ("the hospital", "it"), of one noun where both give one.
    """
    if BEGUN not in keys.lone(a) & keys.lone(b) or not one_pile(a, b, knows):
        return False
    mine, theirs = (named_subject(one, keys) for one in (a, b))
    if not (mine | theirs) <= {*a.topics[:FIRST_NAMES]} & {*b.topics[:FIRST_NAMES]}:
        return False
    one, other = (last(plain(told.claim.subject)) for told in (a, b))
    bare = [noun for noun, named in ((one, mine), (other, theirs)) if not named and noun not in NOBODY]
    return bool(mine & theirs) or len(set(bare)) <= 1


def told_otherwise(a: Keyed, b: Keyed, knows: Knowledge) -> bool:
    """Whether in a large pile two counts are of what was done in two ways: of much of a kind, some is sent and some destroyed."""
    one, other = a.claim.predicate, b.claim.predicate
    if PRESENT in (knows.kin(one), knows.kin(other)) and not (of_one_day(a, b) or particular(a, b, knows)):
        return True  # people gather everywhere
    if {one, other} <= set(UNSTATED):
        return not knows.small(a, b) and content(a, b) < LIKE  # how many there are of many, of whom both say other things
    if (
        knows.small(a, b)
        or (measured(a) and not CURRENCY.fullmatch(last(a.claim.value)))
        or one == other
        or knows.akin(one, other)
        or (knows.kin(one) and knows.kin(one) == knows.kin(other))
    ):
        return False
    return not any(knows.flag(predicate, "incident") for predicate in (one, other))


def nameless(a: Keyed, b: Keyed, knows: Knowledge) -> bool:
    """Whether in a large pile two texts do not say that a date is of one whom they name or of one noun, and it is no incident."""
    one, other = (last(plain(told.claim.subject)) for told in (a, b))
    told = bool(one and other) and (one == other or bool(a.subject & b.subject)) and particular(a, b, knows)
    return not (knows.small(a, b) or told or any(knows.flag(one.claim.predicate, "incident") for one in (a, b)))


def brought_up_anew(a: Keyed, b: Keyed, keys: Keys) -> bool:
    """Whether each text says of somebody that they did it to something of its own ("launched a repair programme", "a redesigned case")."""
    one, other = (plain(told.claim.subject).rpartition(" ")[2] for told in (a, b))
    named = any(char.isupper() for char in a.claim.subject + b.claim.subject)
    return bool(a.claim.object and b.claim.object) and one != other and not (named or keys.described(a) or keys.described(b))


def alike_days(a: Keyed, b: Keyed, keys: Keys, knows: Knowledge) -> str | None:
    """Why two days are given to what two texts tell of: to one it is the only day, to the other the first, of news of one season."""
    if a.claim.article == b.claim.article or not 0 < gap(a, b) <= WEEK or not of_one_season(a, b) or named_apart(a, b, keys):
        return None
    if (a.claim.predicate in vocabulary("spoken")) != (b.claim.predicate in vocabulary("spoken")):
        return None  # the day on which somebody spoke of it
    if not (knows.known(a.claim.predicate) or knows.known(b.claim.predicate)):
        return None  # of what is no event of any class, each text tells some
    single, first = ([HAPPENED in families(one) for one in (a, b)] for families in (keys.lone, keys.foremost))
    if not (any(single) and all(first)) or two_incidents(a, b, knows) or not one_matter(a, b, keys, knows):
        return None
    incidents = [knows.flag(one.claim.predicate, "incident") for one in (a, b)]
    incident = (all(incidents) or (any(incidents) and knows.small(a, b))) and one_incident(a, b, keys, knows)
    found = tie(a, b, keys, knows.profiles)
    met = content(a, b) >= 1 or a.sounds & b.sounds
    supposed = all(single) and one_pile(a, b, knows) and not (speaks_of(a, b, keys) or speaks_of(b, a, keys) or news_since(a, b))
    supposed = supposed and not elsewhere(a, b, keys, knows)
    if not (incident and met) and not supposed and not (all(single) and of_one_lead(a, b, keys, knows)):
        return None
    return f"the first day that each of two texts gives, tied by {found}" if found.points >= FIRM else None


def of_one_lead(a: Keyed, b: Keyed, keys: Keys, knows: Knowledge) -> bool:
    """Whether a name or several that lead two texts stand in both sentences, and neither text speaks of the other's day too.

    One of the two must be an incident: the same ones meet, speak and agree on many days.
    """
    incident = any(knows.flag(one.claim.predicate, "incident") for one in (a, b))
    if not incident or a.at_length or b.at_length or speaks_of(a, b, keys) or speaks_of(b, a, keys):
        return False
    met = shared(a.names, b.names)
    return bool(met) and (len(met) > 1 or content(a, b) >= 1) and led_by_one(a, b, knows)


def two_incidents(a: Keyed, b: Keyed, knows: Knowledge) -> bool:
    """Whether people gathered, or somebody was arrested, on the one day, and on the other something else befell some, or was done."""
    mine, theirs = (knows.kin(one.claim.predicate) for one in (a, b))
    told = {a.claim.predicate, b.claim.predicate}
    if PRESENT in (mine, theirs) and not all(map(knows.known, told)):
        return True
    if not all(knows.flag(one, "incident") for one in told):
        return False
    return (mine == PRESENT) != (theirs == PRESENT) or (ARREST in told and not told.isdisjoint(HARM))


def speaks_of(one: Keyed, other: Keyed, keys: Keys) -> bool:
    """Whether the text of the first gives the second's day, beside its own."""
    day = days(other.claim.value)
    return any(precision(told) <= DAY and meet(days(told), day) for told in keys.spoken_days(one))


def gap(a: Keyed, b: Keyed) -> float:
    """How many days lie between two dates; none where they meet, or one is open."""
    one, other = days(a.claim.value), days(b.claim.value)
    return 0.0 if one is None or other is None else max(0.0, one[0] - other[1], other[0] - one[1])


def alike_doers(a: Keyed, b: Keyed, keys: Keys, knows: Knowledge) -> str | None:
    """Why two who are said to be behind an event of one kind are said to be behind one event, each the only one that its text gives."""
    if a.claim.article == b.claim.article or not keys.lone(a) & keys.lone(b) or not one_matter(a, b, keys, knows):
        return None
    found = tie(a, b, keys, knows.profiles)
    return f"who did it, the only {doing(a.claim.object)} of two texts, tied by {found}" if found.points >= SAME else None


def of_one_day(a: Keyed, b: Keyed) -> bool:
    """Whether both stand at the same few days, their own or those of the sentence before."""
    return max(precision(a.claim.time), precision(b.claim.time)) <= SHORT and meet(days(a.claim.time), days(b.claim.time))


def named_apart(a: Keyed, b: Keyed, keys: Keys) -> bool:
    """Whether the two are about different ones who have names; without a parser that is only the name next to the figure or date."""
    if a.sounds & b.sounds and (a.foreign or b.foreign):
        return False
    one, other = (named_subject(told, keys) for told in (a, b))
    return bool(one and other) and not one & other


def named_subject(one: Keyed, keys: Keys) -> frozenset[str]:
    """Whom or what a claim is about, if that has a name."""
    named = any(char.isupper() for char in FUNCTION.sub("", one.claim.subject))
    return frozenset(key for key in one.subject if key in keys.names.entities) if named else frozenset()


def same_lot(a: Keyed, b: Keyed, keys: Keys, knows: Knowledge) -> bool:
    """Whether two counts of what there is are of one lot: one subject, a name in both sentences, like words, all people at one incident."""
    if keys.same_one(a, b) or shared(a.names, b.names) or a.sounds & b.sounds or content(a, b) >= LIKE:
        return True
    return a.claim.object == b.claim.object == "people" and one_incident(a, b, keys, knows)


def firmly(a: Keyed, b: Keyed, keys: Keys, knows: Knowledge) -> bool:
    """Whether two claims in other words are of one thing: in a large pile what befell, or one subject, or a name that few texts hold.

    The name must stand in both sentences themselves, and each value be the only one of its kind in its text.
    """
    if (
        knows.small(a, b)
        or any(knows.flag(one.claim.predicate, "incident") for one in (a, b))
        or keys.same_one(a, b)
        or a.sounds & b.sounds
    ):
        return True
    own = frozenset().union(*shared(a.names, b.names)).intersection(*(knows.profiles.named.get(one.claim.article, ()) for one in (a, b)))
    led = {*a.topics[:FIRST_NAMES]} & {*b.topics[:FIRST_NAMES]}
    return bool(keys.lone(a) & keys.lone(b)) and (knows.profiles.few(own) or knows.profiles.few(led))


def loosely_counted(a: Keyed, b: Keyed, keys: Keys, knows: Knowledge) -> bool:
    """Whether both count people of whom nothing is said, and no more ties them than that their texts are about the same."""
    both = a.claim.predicate == b.claim.predicate == "stock" and a.claim.object == b.claim.object == "people"
    return both and not both_lone(a, b, keys, knows) and not (same_lot(a, b, keys, knows) and (near_either(a, b) or a.sounds & b.sounds))


def reading_of_a_day(a: Keyed, b: Keyed) -> bool:
    """Whether two readings of what goes up and down are not known to be of one day, their own or those of their texts."""
    if a.claim.object.rpartition(" ")[2] not in READINGS and a.claim.predicate not in WANTING:
        return False
    mine, theirs = (day_of(one) for one in (a, b))
    return mine is None or theirs is None or max(mine[0] - theirs[1], theirs[0] - mine[1]) > 1


def day_of(one: Keyed) -> Stretch | None:
    """The few days in which a reading was taken: its own, or that of its text."""
    if precision(one.claim.time) <= WEEK:
        return days(one.claim.time)
    return None if one.published is None else (one.published, one.published)


def measured_apart(a: Keyed, b: Keyed, keys: Keys, knows: Knowledge) -> bool:
    """Whether two measures are of two who have names, or sizes of two things: in texts about the same, everything is long or wide."""
    if not measured(a):
        return False
    if QUALIFIED.intersection(a.claim.object.split()) != QUALIFIED.intersection(b.claim.object.split()):
        return True  # the least price is not the usual one
    bare = not CURRENCY.fullmatch(a.claim.value.rpartition(" ")[2])
    sized = bare and {a.claim.predicate, b.claim.predicate} <= set(UNSTATED)
    mine, theirs = persons(a, keys), persons(b, keys)
    if other_lengths(a, b, knows) or (sized and of_two_things(a, b, keys)):
        return True
    if of_term(a) and of_term(b) and mine and theirs and not mine & theirs:
        return True
    words = set(plain(a.claim.subject).split()) & set(plain(b.claim.subject).split())
    return (named_apart(a, b, keys) and not words) or (sized and not (keys.lone(a) & keys.lone(b) or keys.same_one(a, b)))


def of_two_things(a: Keyed, b: Keyed, keys: Keys) -> bool:
    """Whether sizes in long texts are of what two nouns name, neither of which stands in both sentences (a loaf and a lamp)."""
    one, other = (last(plain(told.claim.subject)) for told in (a, b))
    said = one in b.words or other in a.words or bool({one, other} & NOBODY)
    return (a.at_length or b.at_length) and not (said or keys.same_one(a, b))


def other_lengths(a: Keyed, b: Keyed, knows: Knowledge) -> bool:
    """Whether two times in a large pile are how long things of two names lasted ("a 24-minute speech", "a 45-minute meeting")."""
    if knows.small(a, b):
        return False
    one, other = (set(plain(told.claim.subject).split()) for told in (a, b))
    return of_term(a) and of_term(b) and not one & other and not a.subject & b.subject


def of_term(one: Keyed) -> bool:
    """Whether a time is one that somebody spends, in prison or in office."""
    return one.claim.object.endswith(" term")


def persons(one: Keyed, keys: Keys) -> frozenset[str]:
    """The persons who are named near a claim."""
    return frozenset(key for names in one.all_names for key in names if keys.names.entities.get(key) == "person")


def few_of_any(a: Keyed, b: Keyed, knows: Knowledge) -> bool:
    """Whether both count two or three of what nothing befell: so few of anything are those just spoken of ("the two men")."""
    one, other = number(a.claim.value), number(b.claim.value)
    if not knows.small(a, b) and not knows.known(a.claim.predicate) and any(told and told[1] < SOME for told in (one, other)):
        return True
    held = [told for told, claim in ((one, a.claim), (other, b.claim)) if told and claim.predicate == "stock" and told[1] < SOME]
    people = any(counts_people(claim.object) for claim in (a.claim, b.claim))
    if one_noun(a, b) and (a.words & b.words) - GENERAL - {a.claim.object}:
        return False  # "three guards were on duty", "only one guard was on duty"
    return len(held) > 1 or (bool(held) and people)


def one_noun(a: Keyed, b: Keyed) -> bool:
    """Whether both count what is called by one noun that tells something."""
    return a.claim.object == b.claim.object not in COMMON


def other_people(a: Keyed, b: Keyed, knows: Knowledge) -> bool:
    """Whether people are counted in two words, and nothing is said to have befallen them: of these there are many kinds."""
    unlike = a.claim.object != b.claim.object and counts_people(a.claim.object) and counts_people(b.claim.object)
    return unlike and not (knows.known(a.claim.predicate) or knows.known(b.claim.predicate))


def of_money(one: Keyed) -> bool:
    """Whether a sum is called by nothing but what it is told in ("millions of dollars")."""
    return one.claim.predicate == "figure" and one.claim.object.rpartition(" ")[2] in MONEY


def of_untold(a: Keyed, b: Keyed, keys: Keys) -> bool:
    """Whether it is not told of what two figures with a unit are the size ("climbed 2 per cent", "up to two inches"), nor of whom."""
    return size_untold(a) and size_untold(b) and not keys.same_one(a, b) and content(a, b) < LIKE


def size_untold(one: Keyed) -> bool:
    """Whether nothing but its unit says what a figure measures."""
    unit, _, size = one.claim.object.partition(" ")
    return one.claim.predicate == "figure" and (size or unit) in UNTOLD


def share(one: Keyed) -> bool:
    """Whether the figure is a share."""
    return one.claim.value.endswith("%") or one.claim.object in POINTS


def of_people(one: Keyed) -> bool:
    """Whether a share is one of people: so many percent of them do and hold many things."""
    return one.claim.object.rpartition(" ")[2] in people()


def surveyed(one: Keyed, knows: Knowledge) -> bool:
    """Whether a share was found by asking some; in a few texts those who are registered and go to the polls are asked nothing."""
    went = knows.small(one, one) and one.claim.object.endswith(" turnout")
    return not (went or SURVEYS.isdisjoint(one.words))


def one_matter(a: Keyed, b: Keyed, keys: Keys, knows: Knowledge) -> bool:
    """Whether two articles tell of one course of events: of an incident of one time, or of a rare name that leads both."""
    if not closely_told(a, b, knows):
        return False
    if one_pile(a, b, knows) and not (merely_there(a) and merely_there(b)):
        return True
    common, heard = knows.profiles.common(a.claim.article, b.claim.article), of_one_season(a, b) and heard_by_few(a, b, knows)
    if heard and knows.profiles.across is not None:
        common = max(common, knows.profiles.across.common(a.claim.article, b.claim.article))
    if not near_in_time(a, b) or common < (NAMED if heard or (of_one_season(a, b) and name_telling(a, b, knows)) else ABOUT):
        return False
    told = heard or (common >= SURELY and of_one_season(a, b)) or led_by_one(a, b, knows) or one_incident(a, b, keys, knows)
    return told and (led_by_few(a, b, knows) or anchored(a, b, keys, knows))


def heard_by_few(a: Keyed, b: Keyed, knows: Knowledge) -> bool:
    """Whether a name whose sound few articles hold stands near both claims, of texts of which one at least has no parser."""
    across = knows.profiles.across
    return (a.foreign or b.foreign) and across is not None and bool(a.sounds & b.sounds) and across.few(a.sounds & b.sounds)


def name_telling(a: Keyed, b: Keyed, knows: Knowledge) -> bool:
    """Whether a name that is rare in the case stands near both claims."""
    weight = knows.profiles.rarity.weight
    return any(weight(key) >= TELLING for names in shared(a.all_names, b.all_names) for key in sorted(names))

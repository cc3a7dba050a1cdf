"""What two texts must have in common before their figures and dates can be of one event: something that few texts of the case hold.

In a pile about one large matter nearly all texts name the same few, and use the same words: that tells of the matter, and of no event in
it. What stands in a handful of texts does, or an incident that both tell of at one time.
"""

from __future__ import annotations

from collections.abc import Collection

from testimonia.link.disagree.apart import SAME_TURN, Knowledge
from testimonia.link.disagree.keys import Keyed, Keys, near_either, shared
from testimonia.link.disagree.profiles import MOST_POINTS
from testimonia.link.disagree.ties import MANY, TELLING, content, of_one_season, own_time
from testimonia.link.disagree.values import days, meet, precision

FIRST_NAMES = 3  # of those that an article names most, one is what it is about
RECENTLY = 60  # days before a text in which that lies of which it gives no date
FORTNIGHT = 14  # days
SAME_DAYS, CLOSE = 7, 3  # days that one day of both may leave open; telling words that sentences of one event share
PASSAGE = 600  # characters between two voices of one text that speak of one thing
SHORT = 31  # days that a time may leave open


def anchored(a: Keyed, b: Keyed, keys: Keys, knows: Knowledge) -> bool:
    """Whether two claims of two texts have something in common that few texts of the case hold, or tell of incidents of one time."""
    if a.claim.article == b.claim.article:
        return a.claim.kind != "number" or not a.at_length or abs(a.claim.span.start - b.claim.span.start) <= PASSAGE
    if sounding_alike(a, b, knows):
        return True
    if not closely_told(a, b, knows):
        return False
    if of_one_story(a, b, knows):
        return True
    if named_by_few(a, b, knows) or worded_by_few(a, b, knows) or (of_one_season(a, b) and led_by_few(a, b, knows)):
        return True
    told = a.claim.kind == "number" and befell(a, knows) and befell(b, knows) and soon(a, b) and one_incident(a, b, keys, knows)
    return told and bool(shared(a.all_names, b.all_names) or keys.lone(a) & keys.lone(b))


def closely_told(a: Keyed, b: Keyed, knows: Knowledge) -> bool:
    """Whether of two claims, one of a long text of a small pile, more is alike than the matter of the pile.

    A long text tells of several events of one kind, with the same names. Two that stand at the head of both texts are of what these are
    about; of others the sentences must be told in like words, or give one day.
    """
    if not knows.profiles.small or a.claim.article == b.claim.article or not (a.at_length or b.at_length):
        return True
    if (a.opening and b.opening) or a.sounds & b.sounds:
        return True
    one, other = own_time(a.claim), own_time(b.claim)
    day = a.claim.kind != "date" and max(precision(one), precision(other)) <= SAME_DAYS and meet(days(one), days(other))
    return day or content(a, b) >= CLOSE


def of_one_story(a: Keyed, b: Keyed, knows: Knowledge) -> bool:
    """Whether two texts of a small pile and one season have as much of a subject in common as texts can have."""
    return knows.small(a, b) and of_one_season(a, b) and knows.profiles.common(a.claim.article, b.claim.article) >= MOST_POINTS


def sounding_alike(a: Keyed, b: Keyed, knows: Knowledge) -> bool:
    """Whether names near both sound alike; in a large pile names that few texts hold, two of them where the texts are not of one season."""
    heard, across = a.sounds & b.sounds, knows.profiles.across
    if not heard or knows.small(a, b) or across is None:
        return bool(heard)
    return sum(across.few((sound,)) for sound in heard) >= (1 if of_one_season(a, b) else MANY)


def soon(a: Keyed, b: Keyed) -> bool:
    """Whether two texts are known to be of nearly the same days, as news of one incident are."""
    return a.published is not None and b.published is not None and abs(a.published - b.published) <= FORTNIGHT


def befell(one: Keyed, knows: Knowledge) -> bool:
    """Whether a claim tells of an incident itself, not only its text."""
    return knows.flag(one.claim.predicate, "incident")


def named_by_few(a: Keyed, b: Keyed, knows: Knowledge) -> bool:
    """Whether a name stands near both that few texts hold: as one of those whom the texts name, or by its words."""
    if knows.small(a, b) and shared(a.all_names, b.all_names):
        return True
    near = frozenset().union(*near_either(a, b))
    names = (knows.profiles.named.get(one.claim.article, ()) for one in (a, b))
    plain = {word for key in near if key.startswith(("n:", "p:")) for word in key[2:].split()}
    return knows.profiles.few(near.intersection(*names)) or worded(plain, a, b, knows) > 0


def particular(a: Keyed, b: Keyed, knows: Knowledge) -> bool:
    """Whether the two sentences themselves hold a name, or several words, that few texts of a large pile hold.

    What all texts of the pile name did and underwent much that is told in the same words: of it alone nothing is known to be one thing.
    """
    if knows.small(a, b) or a.claim.article == b.claim.article or sounding_alike(a, b, knows):
        return True
    names = (knows.profiles.named.get(one.claim.article, ()) for one in (a, b))
    near = frozenset().union(a.subject & b.subject, a.object & b.object, *shared(a.names, b.names))
    return knows.profiles.few(near.intersection(*names)) or worded_by_few(a, b, knows)


def led_by_few(a: Keyed, b: Keyed, knows: Knowledge) -> bool:
    """Whether a name that few texts hold is among those that both name most."""
    return knows.profiles.few(set(a.topics[:FIRST_NAMES]) & set(b.topics[:FIRST_NAMES]))


def worded_by_few(a: Keyed, b: Keyed, knows: Knowledge) -> bool:
    """Whether both sentences hold several words that few texts hold, besides those of names: a news agency has two."""
    named = frozenset(word for names in (*a.all_names, *b.all_names) for key in names if key[1:2] == ":" for word in key[2:].split())
    return worded((a.words & b.words) - named, a, b, knows) >= MANY


def worded(words: Collection[str], a: Keyed, b: Keyed, knows: Knowledge) -> int:
    """How many of the words stand in both texts and in few others."""
    profiles = knows.profiles.words
    if profiles is None:
        return 0
    spoken = (profiles.named.get(one.claim.article, ()) for one in (a, b))
    return sum(profiles.few((word,)) for word in set(words).intersection(*spoken))


def led_by_one(a: Keyed, b: Keyed, knows: Knowledge) -> bool:
    """Whether a name that is rare in the case is among those that both articles name most."""
    leading = set(a.topics[:FIRST_NAMES]) & set(b.topics[:FIRST_NAMES])
    return any(knows.profiles.rarity.weight(name) >= TELLING for name in sorted(leading))


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

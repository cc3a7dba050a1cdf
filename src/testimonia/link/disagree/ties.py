"""What ties two claims to one event or thing, in points that each have their words: names, day, words, owner, the articles' subject."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from testimonia.base.extractions import Claim
from testimonia.base.phrases import any_of
from testimonia.base.pronouns import pronouns
from testimonia.base.readable import readable
from testimonia.link.disagree.keys import Keyed, Keys, shared
from testimonia.link.disagree.profiles import Profiles
from testimonia.link.disagree.values import days, meet, precision
from testimonia.link.disagree.vocabulary import vocabulary

MANY = 2  # words that two sentences share, where no name near them and no date ties their texts
TELLING = 1.2  # the least weight of a shared name that tells one event from another
ONE_TEXT = 2.0  # what it tells of two figures that one text gives both, each in another voice
MOST_NAMES, MOST_WORDS = 3.0, 2.0
MOST_KEPT = 1 << 12  # sentences whose rounds are kept at hand
SEASON = 100  # days: a date that is told to the quarter
NEAR_YEARS = 3  # between the years that two texts speak of
ROUND = re.compile(rf"\b({any_of(vocabulary('ordered'))}) ({any_of(vocabulary('rounds'))})\b")
GENERAL = vocabulary("general")  # words that two sentences on anything share


@dataclass(frozen=True, slots=True)
class Tie:
    """How firmly two claims are tied, and by what, in words."""

    points: float
    words: tuple[str, ...]
    near: bool = True  # whether the sentences themselves have something in common, not only their articles

    def __str__(self) -> str:
        return ", ".join(self.words)


def own_time(claim: Claim) -> str | None:
    """The time that the claim's own sentence gives."""
    return None if claim.inherited else claim.time


def content(a: Keyed, b: Keyed) -> int:
    """How many telling words two sentences share, besides the predicate and the counted noun."""
    return len((a.words & b.words) - GENERAL - {a.claim.object, a.claim.predicate})


def tie(a: Keyed, b: Keyed, keys: Keys, profiles: Profiles) -> Tie:
    """What two claims have in common besides their kind, predicate and counted group."""
    found = [*by_names(a, b, keys), *by_day(a, b), *by_words(a, b), *by_topic(a, b, profiles)]
    if keys.same_one(a, b):
        found.append((1.5, "the same subject"))
    if a.leading and b.leading:
        found.append((1.0, "each the first figure of its kind in its text"))
    near = bool(a.subject & b.subject or a.sounds & b.sounds or shared(a.all_names, b.all_names)) or content(a, b) >= 2
    return Tie(sum(points for points, _ in found), tuple(words for _, words in found), near)


def by_names(a: Keyed, b: Keyed, keys: Keys) -> list[tuple[float, str]]:
    """Names that both sentences hold, and names of the sentences before."""
    if a.foreign or b.foreign:
        heard = sum(min(1.0, keys.weight(frozenset((key,))) / TELLING) for key in sorted(a.sounds & b.sounds))
        if heard > 0 or not (a.foreign and b.foreign):
            return [(min(MOST_NAMES, heard), "names that sound the same")] if heard > 0 else []
    own = sum(min(1.0, keys.weight(names) / TELLING) for names in shared(a.names, b.names))
    around = sum(min(1.0, keys.weight(names) / TELLING) for names in shared(a.all_names, b.all_names)) - own
    points = min(MOST_NAMES, own + max(0.0, around) / 2)
    return [(points, "the same names")] if points > 0 else []


def by_day(a: Keyed, b: Keyed) -> list[tuple[float, str]]:
    """The same day, or the same month; a date taken from the sentence before tells half."""
    one, other = a.claim.time, b.claim.time
    if not one or not other or not meet(days(one), days(other)):
        return []
    share = 0.5 if a.claim.inherited or b.claim.inherited else 1.0
    if precision(one) <= 7 and precision(other) <= 7:
        return [(2.0 * share, f"the same day ({readable(one)})")]
    return [(share, "the same time")] if precision(one) <= 370 and precision(other) <= 370 else []


def by_words(a: Keyed, b: Keyed) -> list[tuple[float, str]]:
    """Telling words that both sentences hold."""
    points = min(MOST_WORDS, content(a, b) / 2)
    return [(points, "like words")] if points > 0 else []


def by_topic(a: Keyed, b: Keyed, profiles: Profiles) -> list[tuple[float, str]]:
    """The subject that the two articles have in common."""
    if a.claim.article == b.claim.article:
        return [(ONE_TEXT, "one text gives both, in two voices")] if answered_back(a, b) else []
    points = profiles.common(a.claim.article, b.claim.article)
    if (a.foreign or b.foreign) and profiles.across is not None:
        points = max(points, profiles.across.common(a.claim.article, b.claim.article))
    return [(points, "articles about the same")] if points > 0 else []


def answered_back(a: Keyed, b: Keyed) -> bool:
    """Whether one text gives the later of the two in the mouth of somebody who did not give the first, and dates both or neither.

    After somebody's words an article's own go on with these more often than they contradict them.
    """
    later = max(a, b, key=lambda one: one.claim.span)
    dated = bool(own_time(a.claim)) == bool(own_time(b.claim))
    return later.claim.attribution is not None and a.claim.attribution != b.claim.attribution and dated


def names_any(one: Keyed, keys: Keys) -> bool:
    """Whether the sentence names anybody or any place itself: "they" and "their" name nobody."""
    named = (span.of(keys.texts[one.claim.document]) for span in one.claim.names)
    return any(not words[:1].islower() and words.lower() not in pronouns() for words in named)


def rounds(one: Keyed, keys: Keys) -> frozenset[str]:
    """Which of several of a kind the sentence speaks of ("the second round")."""
    return rounds_in(keys.words(one.claim))


@lru_cache(MOST_KEPT)
def rounds_in(words: str) -> frozenset[str]:
    """The same, of the words of a sentence: each is held against many."""
    return frozenset(" ".join(found) for found in ROUND.findall(words.casefold()))


def within_season(a: Keyed, b: Keyed) -> bool:
    """Whether two times that are told to the quarter meet; what is told to the year or not at all meets everything."""
    one, other = own_time(a.claim), own_time(b.claim)
    return precision(one) > SEASON or precision(other) > SEASON or meet(days(one), days(other))


def near_in_time(a: Keyed, b: Keyed) -> bool:
    """Whether two texts may speak of one course of events: published in one season, or of the same years."""
    if a.published is None or b.published is None or abs(a.published - b.published) <= SEASON:
        return True
    past = [{year for year in one.years if year > 999} for one in (a, b)]
    return any(abs(mine - theirs) <= NEAR_YEARS for mine in past[0] for theirs in past[1])


def of_one_season(a: Keyed, b: Keyed) -> bool:
    """Whether the two texts are known to be of one season."""
    return a.published is not None and b.published is not None and abs(a.published - b.published) <= SEASON

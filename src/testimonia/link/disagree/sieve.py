"""What no comparison need be made for: pairs that the rules refuse by what a few numbers of the two claims say.

Nine of ten pairs that meet in a block answer no one question, and most of those fall on the same few rules. Held against the columns of
all claims at once these rules cost nothing, and the documents of what they drop need not be read. Only what `same_question` would refuse
is dropped: each rule here is a rule there, or something that several of them ask for.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping, Sequence

import numpy as np
import numpy.typing as npt

from testimonia.base.extractions import Claim
from testimonia.link.disagree.alike import NOBODY, WEEK
from testimonia.link.disagree.anchors import FIRST_NAMES, when
from testimonia.link.disagree.apart import OWNED, PRECISE, SAME_TURN, about_when, crowd, may_look_back
from testimonia.link.disagree.dated import MOST_OF_ORIGIN, MOST_YEARS
from testimonia.link.disagree.families import Classes
from testimonia.link.disagree.keys import Keyed, Keys, ownerless, plain
from testimonia.link.disagree.marks import Marks, Places, mark
from testimonia.link.disagree.opposition import OPPOSED, holding
from testimonia.link.disagree.ties import SEASON
from testimonia.link.disagree.values import Stretch, days, precision

# of each claim: what it is like; the days that both must meet in, and those in which two of one slot must; its families, where it is the
# only one of its article, and where it is the first; of whom or what it is said, whom it may mean, who owns it, and its noun; if it is a
# date, its days; of its article: the day, the names that lead it, and the incidents that it tells of
DAYS = ("from", "until", "slot from", "slot until", "date from", "date until", "published")
WORDS = ("lone", "foremost", "subjects", "stand for", "owners", "heads", "topics", "incidents")
COLUMNS = ("ways", *DAYS, *WORDS)
RIVAL, SILENT, NEGATIVE, BACK, SLOT, OPEN, FIGURE, CHARGE, DENIED, DATE, OWN, PLACE = (np.uint64(1 << n) for n in range(12))
CHARGED = "accusation"
OF_ONE = ("polarity", "status", "place")  # kinds in which only two claims of the same one answer one question
ALWAYS, NEVER = (-math.inf, math.inf), (math.nan, math.nan)
BUCKET = 32  # days: two incidents of nearly one time have a stretch of so many in common
BITS = 64
Told = npt.NDArray[np.bool_]


def sifted(claims: Sequence[Keyed], keys: Keys) -> dict[str, list[int]]:
    """The columns of some claims."""
    stretches = {
        "": [days_met(one) or ALWAYS for one in claims],
        "slot ": [days_of_slot(one, keys.classes) or ALWAYS for one in claims],
        "date ": [(days(one.claim.value) if one.claim.kind == "date" else None) or NEVER for one in claims],
    }
    held = {f"{name}from": bits([low for low, _ in told]) for name, told in stretches.items()}
    held |= {f"{name}until": bits([high for _, high in told]) for name, told in stretches.items()}
    return held | {
        "ways": [int(ways(one, keys.classes)) for one in claims],
        "published": bits([math.nan if one.published is None else one.published for one in claims]),
        "lone": [one_bit_each(keys.lone(one)) for one in claims],
        "foremost": [one_bit_each(keys.foremost(one)) for one in claims],
        "subjects": [one_bit_each(subjects(one)) for one in claims],
        "stand for": [one_bit_each(keys.taken_up(one)) for one in claims],
        "owners": [one_bit_each(owners(one, keys)) for one in claims],
        "heads": [one_bit_each(heads(one)) for one in claims],
        "topics": [one_bit_each(one.topics[:FIRST_NAMES]) for one in claims],
        "incidents": [one_bit_each(incidents(one, keys)) for one in claims],
    }


def worth_comparing(columns: Mapping[str, Marks], pairs: Places, *, small: bool = False) -> Told:
    """Which pairs must be looked at; `pairs` are two columns of places of claims, which are of one kind; in a `small` pile more."""
    a, b = pairs[:, 0], pairs[:, 1]
    either = columns["ways"][a] | columns["ways"][b]
    unlike = columns["ways"][a] ^ columns["ways"][b]
    named, opened = of_one(columns, a, b), OPEN | PLACE if small else OPEN
    refused = (either & SILENT != 0) | (unlike & NEGATIVE != 0) | ~(named | (either & opened != 0)) | ~meeting(columns, "", a, b)
    refused |= contrary(columns, a, b)
    dated = (
        (either & DATE == 0) | named | common(columns, "heads", a, b) | within_reach(columns, a, b, MOST_OF_ORIGIN if small else MOST_YEARS)
    )
    lone, foremost = columns["lone"], columns["foremost"]
    first = lone if not small else foremost
    family = ((first[a] & foremost[b]) | (first[b] & foremost[a]) != 0) & (columns["homes"][a] != columns["homes"][b])
    slot = (columns["bases"][a] == columns["bases"][b]) & (either & SLOT != 0) & (meeting(columns, "slot ", a, b) | (either & BACK != 0))
    return np.asarray((either & RIVAL != 0) | (~refused & dated & ((family & one_matter(columns, a, b)) | slot)))


def common(columns: Mapping[str, Marks], name: str, a: Places, b: Places) -> Told:
    """Whether two claims may have a word in common."""
    return np.asarray((columns[name][a] & columns[name][b]) != 0)


def of_one(columns: Mapping[str, Marks], a: Places, b: Places) -> Told:
    """Whether two claims may be of one subject (`Keys.same_one`)."""
    subjects, stand = columns["subjects"], columns["stand for"]
    return np.asarray(((subjects[a] & (subjects[b] | stand[b])) | (subjects[b] & stand[a])) != 0)


def contrary(columns: Mapping[str, Marks], a: Places, b: Places) -> Told:
    """Whether two figures are of two who have names (the first half of `contrary` in `apart`)."""
    one, other = columns["owners"][a], columns["owners"][b]
    return np.asarray((columns["ways"][a] & OWN != 0) & (one != 0) & (other != 0) & (one & other == 0))


def within_reach(columns: Mapping[str, Marks], a: Places, b: Places, most_years: int) -> Told:
    """Whether two dates lie so near that two texts may give them for one event: days by days, years by years, or a few days apart."""
    low, high = (columns[f"date {end}"].view(np.float64) for end in ("from", "until"))
    precise = high - low + 1 <= PRECISE
    with np.errstate(invalid="ignore"):  # between two without a beginning lies no number
        between = np.abs(low[a] - low[b])
    near = np.where(precise[a] & precise[b], between <= SAME_TURN, between <= most_years * 365.25)
    return np.asarray(near | (np.maximum(low[a] - high[b], low[b] - high[a]) <= WEEK))


def one_matter(columns: Mapping[str, Marks], a: Places, b: Places) -> Told:
    """Whether two articles may tell of one course of events (`one_matter` in `alike`)."""
    published = columns["published"].view(np.float64)
    season = np.abs(published[a] - published[b]) <= SEASON
    return np.asarray(season | common(columns, "topics", a, b) | common(columns, "incidents", a, b))


def meeting(columns: Mapping[str, Marks], which: str, a: Places, b: Places) -> Told:
    """Whether the days of two claims meet."""
    low, high = (columns[which + end].view(np.float64) for end in ("from", "until"))
    return np.asarray((low[a] <= high[b]) & (low[b] <= high[a]))


def ways(one: Keyed, classes: Classes) -> np.uint64:
    """What a claim is like, as bits."""
    claim, opposed = one.claim, one.claim.kind in OPPOSED
    told = (
        (RIVAL, claim.rival is not None),  # the text itself sets it against another
        (SILENT, claim.modality in ("conditional", "question") or (claim.phase == "part" and not opposed)),
        (NEGATIVE, claim.polarity == "negative" and not opposed),
        (BACK, may_look_back(one) or claim.predicate == "age"),  # the days of one slot need not meet
        (SLOT, slotted(claim, classes)),
        (OPEN, claim.kind not in OF_ONE or claim.predicate == CHARGED),  # the subjects need not be the same
        (FIGURE, claim.kind == "number"),
        (CHARGE, claim.predicate == CHARGED),
        (DENIED, claim.value == "denied"),
        (DATE, claim.kind == "date" and not claim.predicate.startswith("head ")),
        (PLACE, claim.kind == "place"),  # in a small pile the subjects need not be the same
        (OWN, claim.kind == "number" and claim.predicate != "age" and (claim.predicate not in classes or claim.predicate in OWNED)),
    )
    return np.uint64(sum(int(bit) for bit, holds in told if holds))


def slotted(claim: Claim, classes: Classes) -> bool:
    """Whether two claims of one slot may answer one question; dates of plain verbs do so by their families alone."""
    if claim.kind != "date" or claim.predicate.startswith("head "):
        return True
    return claim.predicate in classes and (any_time(claim, classes) or (precision(claim.value) <= PRECISE and not claim.inherited))


def any_time(claim: Claim, classes: Classes) -> bool:
    """Whether two dates of a class may be far apart and yet date one event."""
    return any(classes[claim.predicate].get(name) for name in ("once", "milestone"))


def days_met(one: Keyed) -> Stretch | None:
    """The days in which another claim must lie: those in which what is opposed holds, of a dated figure those of one turn of events."""
    claim = one.claim
    if claim.kind in OPPOSED:
        return holding(one)
    stretch = days(claim.time)
    if claim.kind != "number" or claim.predicate == "age" or (claim.predicate, claim.object) == ("stock", "member"):
        return None
    return (stretch[0], stretch[0] + SAME_TURN) if stretch is not None and precision(claim.time) <= PRECISE else None


def days_of_slot(one: Keyed, classes: Classes) -> Stretch | None:
    """The days in which another figure or date of one slot must lie."""
    claim = one.claim
    if claim.kind == "number":
        return about_when(one)
    stretch = days(claim.value) if claim.kind == "date" and claim.predicate in classes and not any_time(claim, classes) else None
    return (stretch[0], stretch[0] + SAME_TURN) if stretch is not None else None


def subjects(one: Keyed) -> set[str]:
    """Of whom or what a claim is said: by name, and in kinds in which plain nouns tell too, by the last word of the noun."""
    noun = ownerless(one.claim.subject)
    return {*one.subject, plain(one.claim.subject), noun, noun.rpartition(" ")[2]} if one.claim.kind in OF_ONE else {*one.subject}


def owners(one: Keyed, keys: Keys) -> set[str]:
    """Those with names that a claim is of, and the words of its subject; nothing where it is of none."""
    named = {key for key in one.subject if key in keys.names.entities}
    return named | set(plain(one.claim.subject).split()) if named else set()


def heads(one: Keyed) -> list[str]:
    """The noun of what undergoes it, if that is no crowd."""
    subject = plain(one.claim.subject)
    return [subject.rpartition(" ")[2]] if subject not in NOBODY and not crowd(one) else []


def incidents(one: Keyed, keys: Keys) -> set[str]:
    """The incidents of which a claim's article tells, each with the stretches of days in which one of nearly the same time lies too."""
    told = [(name, time) for name, times in keys.happened(one).items() if keys.classes[name].get("incident") for time in times]
    found = set()
    for name, time in told:
        if (stretch := when(time, one)) is not None:
            first, last = stretch[0] - SAME_TURN, stretch[1] + SAME_TURN
            found |= {f"{name} {bucket}" for bucket in range(int(first // BUCKET), int(last // BUCKET) + 1)}
    return found


def one_bit_each(words: Collection[str]) -> int:
    """Some words as bits: what has no bit in common has no word in common (Bloom 1970, with one hash)."""
    found = 0
    for word in words:
        found |= 1 << mark(word) % BITS
    return found


def bits(values: Sequence[float]) -> list[int]:
    """Numbers with a fraction as they lie in memory: all columns hold whole numbers."""
    found: list[int] = np.array(values, np.float64).view(np.uint64).tolist()
    return found

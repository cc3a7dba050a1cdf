"""Whether two claims answer the same question: the same event or thing, the same attribute, the same time and place."""

from __future__ import annotations

from dataclasses import dataclass

from testimonia.base.extractions import Claim
from testimonia.link.disagree.keys import Keyed, Keys, plain, shared
from testimonia.link.disagree.opposition import OPPOSED, opposed
from testimonia.link.disagree.values import days, meet, precision

NEAR = 900  # characters within which one article goes on about one event
ALIKE = 0.6  # share of content words from which two sentences say nearly the same
TELLING = 1.2  # the least weight of a shared name that tells one event from another
GENERAL = frozenset(
    """
    say tell report people person year day time country new number accord include state call take
    """.split()
)


@dataclass(frozen=True)
class Knowledge:
    """What the comparison knows besides the claims: classes of events, and the main subject of each article."""

    classes: dict[str, dict[str, object]]
    main: dict[str, str]
    contents: dict[str, set[str]]  # a place → the places that it is said to lie in

    def known(self, predicate: str) -> bool:
        """Whether the predicate is a class of events."""
        return predicate in self.classes

    def flag(self, predicate: str, name: str) -> bool:
        """Whether a class is marked (`once`, `milestone`)."""
        return bool(self.classes.get(predicate, {}).get(name))


def same_question(a: Keyed, b: Keyed, keys: Keys, knows: Knowledge) -> str | None:
    """Why two claims of one kind, predicate and counted group answer one question, in words; none when they do not."""
    if a.claim.kind in OPPOSED:
        return opposed(a, b, keys)
    if a.claim.sentence == b.claim.sentence and a.claim.document == b.claim.document:
        return None
    if {a.claim.modality, b.claim.modality} & {"conditional", "question", "future"} or a.claim.polarity != b.claim.polarity:
        return None
    if {"part"} & {a.claim.phase, b.claim.phase}:
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
    if keys.beside(a, b) or keys.beside(b, a):
        return None  # one sentence gives both figures: they count different things
    if predicate == "stock":
        return same_stock(a, b, keys, knows)
    if predicate == "age":
        return "the age of the same person" if a.subject & b.subject and person(a, keys) else None
    if not meet(days(a.claim.time), days(b.claim.time)):
        return None
    if {a.claim.phase, b.claim.phase} == {"first", "rest"}:
        return None
    if knows.known(predicate):
        return same_event(a, b, keys, knows)
    return same_wording(a, b)


def person(a: Keyed, keys: Keys) -> bool:
    """Whether the claim is about a person."""
    return any(keys.names.entities.get(key) == "person" for key in a.subject)


def own_time(claim: Claim) -> str | None:
    """The time that the claim's own sentence gives."""
    return None if claim.inherited else claim.time


def same_stock(a: Keyed, b: Keyed, keys: Keys, knows: Knowledge) -> str | None:
    """How many there are: the same counted group of the same owner, at times that can be the same."""
    one, other = own_time(a.claim), own_time(b.claim)
    if one and other and not meet(widened(one), widened(other)):
        return None
    if a.claim.object == "member":
        mine, theirs = owner(a, keys, knows), owner(b, keys, knows)
        if mine & theirs:
            return "members of the same organisation"
        return None
    if " " in a.claim.value:
        return same_wording(a, b)
    if a.subject & b.subject and content(a, b) >= 2:
        return "the same count of the same owner"
    return same_wording(a, b)


def widened(value: str) -> tuple[float, float] | None:
    """A time widened by some years: a stock said to be of one year is not another's a year later."""
    stretch = days(value)
    return None if stretch is None else (stretch[0] - 1100, stretch[1] + 1100)


def owner(one: Keyed, keys: Keys, knows: Knowledge) -> frozenset[str]:
    """Whose members are counted: the named owner, else the organisation that the article is about."""
    main = knows.main.get(one.claim.article)
    linked = frozenset(key for key in one.subject if key in keys.names.entities)
    return linked or (frozenset([main]) if main else one.subject)


def content(a: Keyed, b: Keyed) -> int:
    """How many telling words two sentences share, besides the predicate and the counted noun."""
    return len((a.words & b.words) - GENERAL - {a.claim.object, a.claim.predicate})


def same_event(a: Keyed, b: Keyed, keys: Keys, knows: Knowledge) -> str | None:
    """The same event: one day and one name or article, or several telling names."""
    together = shared(a.all_names, b.all_names)
    weight = sum(keys.weight(names) for names in together)
    near = a.claim.article == b.claim.article and abs(a.claim.span.start - b.claim.span.start) <= NEAR
    day = precision(a.claim.time) <= 7 and precision(b.claim.time) <= 7
    if day and (near or (together and weight >= TELLING) or content(a, b) >= 2):
        return f"the same kind of event on the same day ({a.claim.time})"
    apart = a.claim.time is not None and b.claim.time is not None and (precision(a.claim.time) > 400 or precision(b.claim.time) > 400)
    if apart or (a.claim.article == b.claim.article and not near):
        return None
    own = shared(a.names, b.names)
    if len(own) >= 2 and sum(keys.weight(names) for names in own) >= 2 * TELLING and content(a, b) >= 2:
        return "the same kind of event with the same names"
    if near and together and weight >= TELLING and content(a, b) >= 2:
        return "the same kind of event in one passage"
    return None


def same_wording(a: Keyed, b: Keyed) -> str | None:
    """A figure under a plain verb or of a plain thing: two sentences that name the same and say nearly the same in other figures."""
    if not a.names or not b.names or len(a.words & b.words) < 4:
        return None
    if a.claim.article == b.claim.article and a.claim.attribution == b.claim.attribution:
        return None  # one voice that says nearly the same twice, in other figures, sets two things against each other
    fewer, more = sorted((a, b), key=lambda one: len(one.names))
    alike = len(a.words & b.words) / min(len(a.words), len(b.words))
    if alike >= ALIKE and len(shared(fewer.names, more.names)) == len(fewer.names) and len(more.names) - len(fewer.names) <= 1:
        return "two sentences that name the same and say nearly the same"
    return None


def same_event_dated(a: Keyed, b: Keyed, keys: Keys, knows: Knowledge) -> str | None:
    """Two dates of one event: what happens once to the one named, or one turn of events among the same parties."""
    predicate = a.claim.predicate
    if predicate.startswith("head "):
        return "the date of one text, as the page gives it in several places" if a.claim.article == b.claim.article else None
    if {a.claim.phase, b.claim.phase} == {"first", "rest"}:
        return None
    if knows.flag(predicate, "once"):
        named = a.subject & b.subject and singular(a, keys) and singular(b, keys)
        return "what happens once to the one named" if named else None
    if not knows.flag(predicate, "milestone"):
        return None
    if precision(a.claim.value) <= 31 and precision(b.claim.value) <= 31:
        return None  # two days: more likely two events of one kind than one event
    if precision(a.claim.value) > 800 or precision(b.claim.value) > 800 or years_apart(a, b) > 8:
        return None
    patient = bool(a.subject & b.subject) or (a.claim.subject == b.claim.subject and a.claim.subject != "")
    own = shared(a.names, b.names)
    parties = predicate == "agree" and len(own) >= 1
    if (patient or parties) and len(own) >= 1 and content(a, b) >= 1:
        return "the same turn of events among the same parties"
    return None


def years_apart(a: Keyed, b: Keyed) -> float:
    """How many years lie between two dates."""
    one, other = days(a.claim.value), days(b.claim.value)
    return 99.0 if one is None or other is None else abs(one[0] - other[0]) / 365.25


def singular(one: Keyed, keys: Keys) -> bool:
    """Whether the claim's subject is a named person, work, event or organisation, not a plain noun."""
    span = one.claim.subject_span
    if span is None or not any(c.isupper() for c in span.of(keys.texts[one.claim.document])):
        return False
    return bool({keys.names.entities.get(key, "") for key in one.subject} & {"person", "organisation", "work", "event"})


def same_event_placed(a: Keyed, b: Keyed, keys: Keys, knows: Knowledge) -> str | None:
    """Two places of what happens once to the one named; none when one place is said to lie in the other."""
    if not knows.flag(a.claim.predicate, "once") or not a.subject & b.subject or not singular(a, keys):
        return None
    if not meet(days(a.claim.time), days(b.claim.time)):
        return None
    if inside_one_another(a.claim.value, b.claim.value, knows):
        return None
    return "where it happened to the one named"


def inside_one_another(one: str, other: str, knows: Knowledge) -> bool:
    """Whether one place is the other, or is said somewhere in the case to lie in it."""
    a, b = plain(one), plain(other)
    return a in b or b in a or b in knows.contents.get(a, ()) or a in knows.contents.get(b, ())

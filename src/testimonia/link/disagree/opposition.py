"""Whether two claims of who did it, of yes and no, or of a state answer the same question."""

from __future__ import annotations

import math
import re

from testimonia.base.phrases import any_of
from testimonia.base.pronouns import pronouns
from testimonia.link.disagree.anchors import anchored, particular
from testimonia.link.disagree.apart import SAME_TURN, Knowledge, one_voice
from testimonia.link.disagree.families import accusing, charges, telling
from testimonia.link.disagree.keys import (
    DEFINITE,
    FUNCTION,
    Keyed,
    Keys,
    described_as,
    described_kinds,
    ownerless,
    plain,
    shared,
    words_of_names,
)
from testimonia.link.disagree.piles import one_pile
from testimonia.link.disagree.profiles import Profiles
from testimonia.link.disagree.ties import SEASON, content, of_one_season, own_time, tie
from testimonia.link.disagree.values import Stretch, days, meet, precision
from testimonia.link.disagree.vocabulary import vocabulary
from testimonia.link.entities.forms import listed, normal
from testimonia.link.entities.places import country, of_country

OPPOSED = ("agent", "polarity", "status")
ANSWERED, FORESEEN = 1500, 300  # characters: how far behind an accusation, and how far before it, a denial may stand
PASSAGE = 600
LEFT_OPEN = 2  # days that the time of a refusal may leave open
BESIDE = 12  # characters before a claim in which it is said to be one more
ENOUGH_WORDS = 2  # that two sentences share besides an act that is done to nothing
TELLING = 1.2
ANYBODY, ABOUT = vocabulary("anything"), vocabulary("about")
CHARGES = re.compile(rf"\b(?:{any_of(charges())})s?\b")
AGAINST, OF = any_of(vocabulary("said_against")), any_of(vocabulary("said_of"))
SAID_OF = re.compile(rf"\b(?:{any_of(accusing())})s?(?: (?:{AGAINST}) [\w'’ ]{{1,40}}?)? (?:{OF}) ")
ONE_MORE = tuple(f" {word}" for word in sorted(vocabulary("one_more")))
WORDS = re.compile(r"[^\W\d_]+")
LONG = re.compile(r"[^\W\d_]{4,}")  # words of a clause that can tell it from another
ANY_ONE = re.compile(rf"(?:{any_of(listed('indefinite'))})\s")
A_CERTAIN = re.compile(rf"{DEFINITE.pattern}|{ANY_ONE.pattern}", re.I)
BOUND = re.compile(
    rf"\s+(?:{any_of(vocabulary('held_of'))})\s+(?:(?:{any_of(listed('articles') | vocabulary('held_all'))})\s+)?([^\W\d_]+)"
)
STEM = 5  # letters
NO_PERSON = pronouns("thing", "several", "speakers")
VERBS = vocabulary("accusing_stems")
IN_ONE_TEXT, ELSEWHERE = 2, 4  # words that an accusation and what is denied must share
ALIKE, DEED, MORE = 2.0, 3.0, 4.0  # points that tie two things called by one noun; two deeds; two without a name besides the doers'


def opposed(a: Keyed, b: Keyed, keys: Keys, knows: Knowledge) -> str | None:
    """Why two claims stand against each other or together on one question, in words."""
    if not meet(holding(a), holding(b)) or (a.claim.modality == "future") != (b.claim.modality == "future"):
        return None
    if {a.claim.modality, b.claim.modality} & {"conditional", "question"} or done_since(a, b) or done_since(b, a):
        return None
    if nothing(a, keys) or nothing(b, keys):
        return None
    if a.claim.kind == "agent":
        return same_deed(a, b, keys, knows) if anchored(a, b, keys, knows) else None
    if a.claim.predicate == "accusation":
        return answered(a, b, keys, knows)
    if (a.claim.phase == "other") != (b.claim.phase == "other"):
        return None  # "she had previously agreed", and now she does not
    together = a.claim.sentence == b.claim.sentence and a.claim.document == b.claim.document
    if together or one_voice(a, b) or not same_subject(a, b, keys, knows.profiles) or not particular(a, b, knows):
        return None
    if a.claim.kind == "status" and a.claim.article == b.claim.article and named_by_itself(a, b):
        return None  # of one thing a text says that it is safe, and of another of its sides that it is not
    if a.claim.kind == "status" and len({one for one in (held_of(a, keys), held_of(b, keys)) if one}) > 1:
        return None  # guilty of one thing and innocent of another
    if a.claim.kind == "status":
        return "two ends of one axis said of the same"
    if a.claim.object or b.claim.object:
        return None if of_another_thing(a, b, keys) or of_another_thing(b, a, keys) else same_act(a, b, keys)
    people = any(keys.names.entities.get(key) == "person" for key in a.subject & b.subject)
    return same_act(a, b, keys) if people and content(a, b) >= ENOUGH_WORDS else None


def maybe_one(a: Keyed, b: Keyed, keys: Keys) -> bool:
    """Whether two doers may be one: called by one noun, a person with and without a name, or told by two pronouns.

    "The video" and "an anti-Islamic video" may be one, "Ana Varga" and "the senator" too.
    """
    noun, others = (one.claim.value.split()[-1:] for one in (a, b))
    if noun == others and noun == [word.lower() for word in noun]:
        return True
    if all(plain(one.claim.subject) in pronouns() for one in (a, b)):
        return True
    if body_of(a.claim.value, b.claim.value) or body_of(b.claim.value, a.claim.value):
        return True
    return described_person(a, b, keys) or described_person(b, a, keys)


def body_of(land: str, body: str) -> bool:
    """Whether the first is a country alone, and the second what its name or adjective and common nouns name ("the X-ian government")."""
    code = country(FUNCTION.sub("", land))
    named = [word for word in WORDS.findall(FUNCTION.sub("", body)) if word[:1].isupper()]
    return code is not None and len(named) == 1 and code in (country(named[0]), of_country(normal(named[0])))


def described_person(one: Keyed, other: Keyed, keys: Keys) -> bool:
    """Whether the first doer is described as one person ("the senator", "a man"), and the second is a person with a name."""
    named = any(keys.names.entities.get(key) == "person" for key in other.subject) and has_capital(other.claim.value)
    role = described_as(one)
    return named and bool(A_CERTAIN.match(one.claim.subject)) and not has_capital(role) and described_kinds(role) == ("person",)


def has_capital(words: str) -> bool:
    """Whether words hold a name."""
    return any(map(str.isupper, words))


def holding(one: Keyed) -> Stretch | None:
    """When what is said holds: on its own day; without one before its text, and a state not long before it."""
    told = one.claim.time if one.claim.kind == "agent" else own_time(one.claim)  # a deed is that of the sentence before
    stretch = days(told)
    if stretch is not None and told and told.startswith("/") and (end := days(told[1:])):
        return stretch[0], end[0] - 1  # until a year began
    if stretch is not None and one.claim.kind == "agent":
        return stretch[0] - SAME_TURN / 2, stretch[1] + SAME_TURN / 2  # texts differ in the days that they give
    if stretch is not None or one.published is None or one.claim.modality == "future":
        return stretch
    return one.published - SEASON if one.claim.kind == "status" else -math.inf, one.published


def done_since(none: Keyed, done: Keyed) -> bool:
    """Whether the first says that something was not done on a day, the second in a later text, without a day, that it was: in between."""
    day, published = days(own_time(none.claim)), done.published
    if (none.claim.kind, none.claim.value, done.claim.value) != ("polarity", "no", "yes") or day is None or published is None:
        return False
    return precision(none.claim.time) <= LEFT_OPEN and own_time(done.claim) is None and published > day[1] + 1


def named_by_itself(a: Keyed, b: Keyed) -> bool:
    """Whether two states are told in one word, once with a negation ("liberal", "not liberal")."""
    return a.claim.value.removeprefix("not ") == b.claim.value.removeprefix("not ")


def held_of(one: Keyed, keys: Keys) -> str:
    """Of what, for what or against what somebody is said to be what they are ("guilty *of theft*"), where it stands right behind that."""
    told = BOUND.match(keys.texts[one.claim.document], one.claim.span.end)
    return told.group(1).casefold() if told is not None else ""


def nothing(one: Keyed, keys: Keys) -> bool:
    """Whether the subject is an "it" or "they" that was read as a person: it stands for what follows ("it is possible for her to win")."""
    span = one.claim.subject_span
    person = any(keys.names.entities.get(key) == "person" for key in one.subject)
    return person and span is not None and span.of(keys.texts[one.claim.document]).lower() in NO_PERSON


def same_subject(a: Keyed, b: Keyed, keys: Keys, profiles: Profiles) -> bool:
    """Whether both speak of the same: of one that has a name, or of what is called by the same noun in texts about the same."""
    if a.subject & b.subject and not all(key.startswith("n:") for key in a.subject & b.subject):
        return True
    if keys.same_one(a, b) and not a.subject & b.subject:
        return bool(a.claim.object) or content(a, b) >= ENOUGH_WORDS
    one, other = plain(a.claim.subject), plain(b.claim.subject)
    owned = one != ownerless(one) and other != ownerless(other)
    if not one or (owned and one != other) or one in pronouns() or not told_closer(ownerless(one), ownerless(other)):
        return False
    wanting = (a.claim.article == b.claim.article) + (ownerless(one) != ownerless(other))
    return tie(a, b, keys, profiles).points >= ALIKE + 1.0 * wanting


def told_closer(one: str, other: str) -> bool:
    """Whether two nouns are the same, or the one says closer which it is ("the paper mill", "the mill")."""
    return one == other or f" {one}".endswith(f" {other}") or f" {other}".endswith(f" {one}")


def distance(a: Keyed, b: Keyed) -> int | None:
    """How many characters lie from the first to the second, in one article; negative when the second stands first."""
    return b.claim.span.start - a.claim.span.start if a.claim.article == b.claim.article else None


def same_deed(a: Keyed, b: Keyed, keys: Keys, knows: Knowledge) -> str | None:
    """The same deed in one passage, or deeds of one kind whose sentences share telling names besides the doers."""
    far, profiles = distance(a, b), knows.profiles
    if a.claim.object_span is not None:
        return same_victim(a, b, keys, knows)
    if far is not None and abs(far) <= PASSAGE:
        later = b if far > 0 else a
        anew = later.claim.phase == "part" or in_other_places(a, b, keys)
        return None if anew else "who did it, in one passage"
    doers = a.subject | b.subject
    others = [names - doers for names in shared(a.names, b.names) if names - doers]
    if len(others) >= 2 and sum(keys.weight(names) for names in others) >= 2 * TELLING:
        return "who did it, of deeds with the same names"
    found = tie(a, b, keys, profiles)
    if far is None and found.points >= (DEED if others else MORE):
        return f"who did it, of deeds tied by {found}"
    return None


def done_to_itself(one: Keyed) -> bool:
    """Whether the doer is the one to whom it is done."""
    return bool(one.subject & one.object)


def of_one_time(a: Keyed, b: Keyed) -> bool:
    """Whether two deeds are told with a day, or by texts of one season."""
    dated = own_time(a.claim) and own_time(b.claim)
    return bool(dated) or a.published is None or b.published is None or of_one_season(a, b)


def in_other_places(a: Keyed, b: Keyed, keys: Keys) -> bool:
    """Whether the sentences of two deeds each name places, and none of them both."""
    one, other = ({key for names in told.names for key in names if keys.names.entities.get(key) == "place"} for told in (a, b))
    own = a.subject | b.subject
    return bool(one - own and other - own) and not one & other


def same_victim(a: Keyed, b: Keyed, keys: Keys, knows: Knowledge) -> str | None:
    """Two who are said to have done the same to the same one: one who has a name, or what one noun names in texts about the same."""
    if a.claim.article == b.claim.article and a.claim.attribution == b.claim.attribution:
        return None  # one voice tells of two deeds
    if not of_one_time(a, b) or done_to_itself(a) or done_to_itself(b):
        return None  # what is done to one in one year is done again in another; a pronoun was read as another's
    found = tie(a, b, keys, knows.profiles)
    named = [key for key in a.object & b.object if key in keys.names.entities]
    if named and all(keys.names.entities[key] in ("person", "work", "event") for key in named) and found.points >= ALIKE:
        return f"who did it to the same one, tied by {found}"
    others = [names - a.subject - b.subject for names in shared(a.names, b.names) if names - a.subject - b.subject]
    if (a.object & b.object) and (others or named or one_pile(a, b, knows)) and found.points >= DEED:
        return f"who did it to the same, tied by {found}"
    return None


def answered(a: Keyed, b: Keyed, keys: Keys, knows: Knowledge) -> str | None:
    """An accusation and the denial that answers it: the nearest before it in the article, or one with the same names elsewhere."""
    if {a.claim.value, b.claim.value} != {"accused", "denied"}:
        return None
    accused, denied = (a, b) if a.claim.value == "accused" else (b, a)
    far = distance(accused, denied)
    if accused.claim.sentence == denied.claim.sentence and far is not None and far < 0:
        return None  # "he denied the charges and accused her of battery"
    if also_accused(accused, keys) and not accused.subject & frozenset().union(*denied.names):
        return None
    if not denied.claim.object and not in_its_words(accused, denied, keys):
        return None  # it denies something in words of its own: they must be the accusation's
    if far is not None and denied.claim.object and nearer(accused, denied, keys):
        return None
    together = shared(accused.all_names, denied.all_names)
    if far is not None and -FORESEEN <= far <= ANSWERED and (together or far <= PASSAGE):
        return "an accusation and what denies it"
    if far is None and not (of_its_matter(accused, denied, keys) and particular(accused, denied, knows)):
        return None
    if far is None and accused.subject & denied.subject and denied.claim.object and said_by_accuser(accused, denied, keys):
        return "an accusation and what the accused answers elsewhere"
    named = accused.subject & denied.subject.union(*denied.names)  # the accused, who is named with the denial too
    if far is None and named and len(together) >= 2 and len(accused.words & denied.words) >= 3 and weight(together, keys) >= 2 * TELLING:
        return "an accusation and what denies it elsewhere"
    return None


def also_accused(one: Keyed, keys: Keys) -> bool:
    """Whether somebody is accused beside another ("at the same time, Y was also accused"): what is denied then is what the other did."""
    text = keys.texts[one.claim.document][max(one.claim.sentence.start, one.claim.span.start - BESIDE) : one.claim.span.start]
    return text.rstrip().endswith(ONE_MORE)


def said_by_accuser(accused: Keyed, denied: Keyed, keys: Keys) -> bool:
    """Whether a denial in another text names whose accusation it is, or shares words with it, besides the accused's own name."""
    own = accused.subject | denied.subject
    return bool(
        shared([names for names in accused.names if not names & own], [names for names in denied.names if not names & own])
        or (accused.words & denied.words) - words_of_names(accused, keys) - words_of_names(denied, keys)
    )


def of_its_matter(accused: Keyed, denied: Keyed, keys: Keys) -> bool:
    """Whether a denial that says of what ("the charges about his record") has words of the accusation; one that does not may answer any."""
    told = SAID_OF.search(denied.claim.span.of(keys.texts[denied.claim.document]).casefold())
    return told is None or in_its_words(accused, denied, keys) or bool(telling_words(accused, keys) & telling_words(denied, keys))


def telling_words(one: Keyed, keys: Keys) -> frozenset[str]:
    """The beginnings of the words of a claim's own clause that tell it from others, without those of names."""
    names = frozenset(stem(word) for word in words_of_names(one, keys))
    return frozenset(stem(word) for word in LONG.findall(one.claim.span.of(keys.texts[one.claim.document]).casefold())) - names - VERBS


def in_its_words(accused: Keyed, denied: Keyed, keys: Keys) -> bool:
    """Whether what is denied is what somebody is accused of, by the words of the two clauses themselves, names apart."""
    said = len((accused.words & denied.words) - words_of_names(accused, keys))
    names = frozenset(stem(word) for word in words_of_names(accused, keys) | words_of_names(denied, keys))
    one, other = (
        frozenset(stem(word) for word in LONG.findall(told.claim.span.of(keys.texts[told.claim.document]).casefold()))
        for told in (accused, denied)
    )
    charged = (one & other) - names - VERBS
    return bool(charged) and said + len(charged) >= (IN_ONE_TEXT if accused.claim.article == denied.claim.article else ELSEWHERE)


def stem(word: str) -> str:
    """The beginning of a word, which its forms have in common."""
    return word[:STEM]


def nearer(accused: Keyed, denied: Keyed, keys: Keys) -> bool:
    """Whether the text names other charges between an accusation (or, when it follows, a good stretch) and a denial: those are denied."""
    end = denied.claim.span.start
    start = accused.claim.sentence.end if accused.claim.span.start < end else max(0, end - PASSAGE)
    text = keys.texts[denied.claim.document][start:end].casefold()
    return CHARGES.search(text) is not None


def weight(names: list[frozenset[str]], keys: Keys) -> float:
    """What shared names tell together."""
    return sum(keys.weight(name) for name in names)


def of_another_thing(one: Keyed, other: Keyed, keys: Keys) -> bool:
    """Whether one text says of a thing of its own what it then brings up as done with one of the kind ("not its own net … a net")."""
    first, second = (
        told.claim.object_span.of(keys.texts[told.claim.document]).lower() if told.claim.object_span else "" for told in (one, other)
    )
    return one.claim.article == other.claim.article and bool(ANY_ONE.match(second) and DEFINITE.match(first))


def same_act(a: Keyed, b: Keyed, keys: Keys) -> str | None:
    """The same act of the same subject on the same object, asserted and negated."""
    one, other = a.claim.object, b.claim.object
    anybody = any(words.rpartition(" ")[2] in ANYBODY for words in (one, other) if words)
    if not (one or other) and a.claim.predicate.removeprefix("act ") in telling():
        return None  # who "answered" once and "did not answer" elsewhere
    objects = bool(a.object & b.object) or anybody or (topic(one) == topic(other) and not of_two_names(a, b, keys)) or not_at_all(a, b)
    return "the same act, asserted and negated" if objects else None


def topic(words: str) -> str:
    """What an act is about, whichever of the prepositions for that leads to it ("of the storm", "about the storm")."""
    before, _, noun = words.partition(" ")
    return f"about {noun}" if noun and before in ABOUT else words


def of_two_names(a: Keyed, b: Keyed, keys: Keys) -> bool:
    """Whether the objects of two acts have two names: "the contractor" may be the one who elsewhere is named."""
    one, other = (plain_name(told, keys) for told in (a, b))
    return bool(one and other and one != other)


def plain_name(one: Keyed, keys: Keys) -> str:
    """The name of a claim's object that is that of an entity, without capitals; none of a description."""
    span = one.claim.object_span
    words = span.of(keys.texts[one.claim.document]) if span is not None and has_name(one.object) else ""
    return plain(words) if words.split()[-1:] != words.lower().split()[-1:] else ""


def not_at_all(a: Keyed, b: Keyed) -> bool:
    """Whether one says without more that something was not done to its subject, the other in what way it was ("was held with others")."""
    none, some = (a, b) if a.claim.value == "no" else (b, a)
    return none.claim.predicate == f"undergo {none.claim.object}" and " " in some.claim.object and some.claim.object[-8:] != " oneself"


def has_name(keys: frozenset[str]) -> bool:
    """Whether one of the keys is that of an entity."""
    return any(key[1:2] != ":" for key in keys)

"""Claims of what state a thing is in: at which end of an axis it is put."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from spacy.tokens import Token

from testimonia.base.extractions import Claim
from testimonia.extract.claims.classes import Classes, persons, phrase
from testimonia.extract.claims.doers import BARE, described_as
from testimonia.extract.claims.frames import Frame, disowned, objects, only_wished, subjects_of
from testimonia.extract.claims.making import claim, parties, party, told_of
from testimonia.extract.claims.reading import Reading

STATES = ("ADJ", "NOUN", "ADV", "VERB", "ADP")
PREDICATED = ("acomp", "attr", "oprd", "advmod", "prep", "prt")  # how a state hangs on its verb without a preposition
MOST_BEFORE = 3  # words before one that names a state, articles among them
EMPTY, CLAUSES = "it", ("ccomp", "xcomp", "csubj", "advcl", "acl")  # a subject that stands for the clause behind it


def states(reading: Reading) -> Iterator[Claim]:
    """At which end of an axis ("alive" and "dead", "safe" and "unsafe") a thing is put."""
    axes = reading.known.poles
    for token in reading.tokens:
        if token.pos_ not in STATES:
            continue
        listed = (axes.get(words) for words in ends(token))
        found = next((end for end in listed if end is not None), None) or turning(reading, token) or prefixed(reading, token)
        unsure = found is not None and (supposed(token, reading.known) or measured(token, reading.known) or hyphened(token))
        if found is None or unsure or called_so(reading, token):
            continue  # "the Democratic candidate" has the name of a party
        axis, pole, word = found
        able = next((child.lemma_.lower() for child in token.children if child.dep_ in ("xcomp", "ccomp")), "")
        axis = f"{axis} to {able}" if able else axis  # able to do one thing, unable to do another
        holder, negative = bearer(reading, token)
        if holder is not None:
            told = "not " * (negative != denied(reading, token)) + word
            yield from (made for one in beside(reading, holder, token) for made in put(reading, token, one, (axis, pole, told)))


def ends(token: Token) -> Iterator[str]:
    """The words that may name an end of an axis, the longest first: up to three that lead to it ("out of order"), a verb's, its own."""
    lemma = token.lemma_.lower()
    before = [t for t in token.doc[max(token.sent.start, token.i - MOST_BEFORE) : token.i] if t.pos_ != "DET"]
    if before and (governed_by(token) or (before[-1].pos_ == "ADP" and token.dep_ in PREDICATED)):
        yield from (" ".join([*(t.lower_ for t in before[-many:]), lemma]) for many in (2, 1))
    if token.pos_ == "VERB":
        yield phrase(token)
    yield token.lower_
    if token.pos_ in ("NOUN", "VERB"):
        yield lemma


def hyphened(token: Token) -> bool:
    """Whether a word only ends a longer one ("a 20-year-old student", "well-armed")."""
    return token.i > 1 and token.nbor(-1).text == "-" and token.nbor(-2).whitespace_ == ""


def bound_to(token: Token) -> str:
    """For whom or what an adjective is said to hold ("available on tablets"), with a blank before it; times apart."""
    told = ((child, t) for child in token.children if child.dep_ == "prep" for t in child.children if t.dep_ == "pobj")
    return next((f" {prep.lower_} {t.lemma_.lower()}" for prep, t in told if t.ent_type_ not in ("DATE", "TIME")), "")


def denied(reading: Reading, token: Token) -> bool:
    """Whether a state stands in a clause that somebody denies ("denied that she was in custody"); of a verb its frame says so."""
    verb = clause_of(token)
    return token.pos_ != "VERB" and verb is not None and disowned(verb, reading.known)


def beside(reading: Reading, holder: Token, token: Token) -> list[Token]:
    """Who is said to be in a state, and those named beside them ("Ann and her brother, Tom, are in prison")."""
    named = [one for one in holder.conjuncts if one.i > holder.i and reading.named(one) is not None]
    return [holder, *(named if holder.dep_ in BARE and token.head.pos_ in ("AUX", "VERB", "ADP") else [])]


def put(reading: Reading, token: Token, holder: Token, found: tuple[str, int, str]) -> Iterator[Claim]:
    """The claim that one is at an end of an axis, if it is told who or what; `found` is the axis, the word's end, the value."""
    axis, pole, value = found
    if any(child.lower_ in reading.known.around("some") for child in holder.lefts) or (
        axis in reading.known.words("axes", "things") and somebody(reading, holder)
    ):
        return
    who, who_span = party(reading, holder) if reading.named(holder) is not None else described_as(reading, holder)
    if not who:
        return
    told = told_of(reading, reading.frames.get(token.head.i), [reading.at(token), *([who_span] if who_span else [])])
    end = 1 - pole if value.startswith("not ") else pole
    slot: dict[str, Any] = {"predicate": f"state {axis}", "subject": who, "subject_span": who_span, "object": str(end)}
    yield claim(reading, "status", value, {**told, **slot, "parties": parties(reading, (holder,))})


def somebody(reading: Reading, holder: Token) -> bool:
    """Whether who is said to be in a state is a person, or hangs on one ("her day")."""
    mention = reading.named(holder)
    return mention is not None and mention.type == "person"


def called_so(reading: Reading, token: Token) -> bool:
    """Whether a capital shows that a word is a name, inside a sentence or before the noun that it opens with."""
    inside = token.i > reading.tokens[0].i or token.dep_ in ("amod", "advmod", "compound")
    return inside and token.text[:1].isupper() and not token.is_upper


def supposed(token: Token, known: Classes) -> bool:
    """Whether a state is asked about, only held possible or denied, or held once ("whether she was honest", "while she was in office")."""
    verb = clause_of(token)
    if verb is None:
        return False
    opened = {child.lower_ for child in verb.children if child.dep_ in ("mark", "advmod")}
    if opened.intersection(known.around("whether")) or (verb.dep_ == "advcl" and opened.intersection(known.around("meanwhile"))):
        return True
    aux = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    if only_wished(verb) or (verb.i == token.i and (("to" in aux and "have" not in aux) or "being" in aux)):
        return True  # "calls on her to resign", "she was being shot down"
    return any(unsaid(above, known) for below, above in held_in(verb) if below.dep_ == "ccomp")


def clause_of(token: Token) -> Token | None:
    """The verb of the clause that a word stands in."""
    return next((one for one in (token, *token.ancestors) if one.pos_ in ("AUX", "VERB")), None)


def held_in(verb: Token) -> Iterator[tuple[Token, Token]]:
    """A verb and the one whose clause it is in, and so on upwards, no higher than clauses go."""
    while verb.dep_ in ("ccomp", "xcomp", "conj") and verb.head.i != verb.i:
        yield verb, verb.head
        verb = verb.head


def unsaid(verb: Token, known: Classes) -> bool:
    """Whether a verb that holds a clause says that it is not, or only may be ("does not show that", "would think that")."""
    return any(
        child.dep_ == "neg" or (child.dep_ == "aux" and child.lower_ in known.words("modality", "doubting")) for child in verb.children
    )


def measured(token: Token, known: Classes) -> bool:
    """Whether a state is only held against another ("more successful")."""
    return token.tag_ in ("JJR", "JJS", "RBR", "RBS") or any(child.lower_ in known.around("compared") for child in token.children)


def prefixed(reading: Reading, token: Token) -> tuple[str, int, str] | None:
    """The axis of a predicate adjective that a prefix can turn round ("safe", "unsafe"); the second end is the one with the prefix."""
    if token.pos_ != "ADJ" or token.tag_ != "JJ" or token.dep_ not in ("acomp", "attr", "oprd", "conj") or len(token) < 4:
        return None
    word = token.lower_
    for prefix in reading.known.raw.get("negating", {}).get("prefixes", ()):
        bare = word.removeprefix(prefix)
        if bare != word and len(bare) > 3 and token.vocab.has_vector(bare):
            return f"{bare}{bound_to(token)}", 1, word
    return f"{word}{bound_to(token)}", 0, word


def bearer(reading: Reading, token: Token) -> tuple[Token | None, bool]:
    """What is said to be in the state, if it has a name, and whether that is negated."""
    top = token
    while top.dep_ in ("advmod", "amod", "compound") and top.head.i > top.i and top.head.pos_ in ("ADJ", "VERB", "NOUN", "PROPN"):
        top = top.head
    negations = reading.known.negations
    if token.pos_ == "VERB":
        return going_on(reading, token)
    if top.i != token.i and top.pos_ in ("NOUN", "PROPN") and not human(top):
        negative = any(child.lower_ in negations for child in token.children)
        return named_in(reading, top), negative
    led = governed_by(top)
    verb = top.head.head if led else top.head
    verb = verb.head if led and verb.pos_ in ("ADV", "ADP") else verb  # "is out on bail", "is out of order"
    if verb.pos_ == "VERB" and (led or top.dep_ in ("oprd", "acomp", "ccomp")) and (holder := listed(reading, verb, top)) is not None:
        return holder, any(child.dep_ == "neg" for child in (*verb.children, *top.children))
    lasting = reading.known.around("lasting" if led else "changing")
    if verb.pos_ not in ("AUX", "VERB") or not (led or top.dep_ in PREDICATED) or verb.lemma_.lower() not in lasting:
        return None, False
    if any(child.lower_ in ("if", "would", "could", "might", "may", "will") for child in verb.children):
        return None, False
    subjects, _ = subjects_of(verb)
    if subjects and subjects[0].lower_ == EMPTY and any(child.dep_ in CLAUSES for child in (*verb.children, *top.children)):
        return None, False  # "it was not clear whether": nothing is said to be clear
    negative = any(child.dep_ == "neg" or child.lower_ in negations for child in (*verb.children, *top.children))
    return (named_in(reading, subjects[0]) if subjects else None), negative


def governed_by(token: Token) -> bool:
    """Whether a word stands right behind the preposition that it makes a state with ("in prison", "at large")."""
    return token.dep_ == "pobj" or (token.dep_ in ("amod", "pcomp") and token.head.pos_ == "ADP" and token.head.i == token.i - 1)


def human(noun: Token) -> bool:
    """Whether a noun says of its subject only that it is a human being ("is a free man"): the state before it is the subject's."""
    return noun.dep_ == "attr" and noun.lemma_.lower() in persons()


def turning(reading: Reading, verb: Token) -> tuple[str, int, str] | None:
    """The end of an axis at which what a verb says puts the one whom it befalls ("was killed", "resigned")."""
    frame = reading.frames.get(verb.i)
    if verb.pos_ != "VERB" or frame is None or not frame.known or not frame.patients or (frame.negated and not undone(reading, frame)):
        return None
    turns = reading.known.raw.get("turning", {}).get(frame.predicate)
    if turns is None or not lone_one(reading, frame.patients[0]):
        return None
    axis, end = turns
    if axis in reading.known.words("axes", "persons") and not somebody(reading, frame.patients[0]):
        return None  # a report that is released was in no prison
    return axis, end, reading.known.raw["opposites"][axis][end][0]


def undone(reading: Reading, frame: Frame) -> bool:
    """Whether it is said of one who is in a state that it never began ("was never arrested"); "has not been" may only mean not yet."""
    yet = any(child.dep_ == "aux" and child.lower_ in ("has", "have") for child in frame.token.children)
    known, done = reading.known, frame.predicate
    return not yet and done in known.words("turning", "undone") and (not frame.agents or done in known.words("turning", "wielded"))


def lone_one(reading: Reading, noun: Token) -> bool:
    """Whether a noun stands for one somebody or something: it has a name, or is in the singular."""
    mention = reading.named(noun)
    return (
        noun.tag_ == "NN"
        or (mention is not None and mention.form == "name")
        or (noun.tag_ == "PRP" and noun.lower_ in reading.known.around("lone"))
    )


def going_on(reading: Reading, verb: Token) -> tuple[Token | None, bool]:
    """The subject of a verb that is itself a state ("the strike continues"), or the one whom it puts into one ("she was killed")."""
    frame = reading.frames.get(verb.i)
    if frame is None or frame.modality != "asserted" or any(child.dep_ in ("xcomp", "ccomp") for child in verb.children):
        return None, False
    if turning(reading, verb) is not None:
        return frame.patients[0], frame.negated
    subjects = [child for child in verb.children if child.dep_ in BARE]
    through = verb.lemma_.lower() in reading.known.words("turning", "through")
    if not subjects or (not through and any(child.dep_ == "dobj" for child in verb.children)):
        return None, False
    over = reading.known.words("turning", "over")
    hearing = through and any(child.dep_ == "dobj" and child.lemma_.lower() in over for child in verb.children)
    return (None if hearing or (through and not lone_one(reading, subjects[0])) else subjects[0]), frame.negated


def listed(reading: Reading, verb: Token, word: Token) -> Token | None:
    """Whom a verb counts among some or calls something ("lists him among the dead", "was declared dead", "found him guilty")."""
    if verb.lemma_.lower() not in reading.known.words("listing", "verbs"):
        return None
    called = [child for child in verb.children if child.dep_ in ("dobj", "nsubjpass")]
    called += [child for child in word.children if word.dep_ == "ccomp" and child.dep_ == "nsubj"]
    return called[0] if called else None


def named_in(reading: Reading, noun: Token) -> Token | None:
    """The noun itself when it names something, else the name right below it ("the government of X", "people in X")."""
    own = reading.named(noun)
    if own is not None and (own.form == "name" or own.antecedent is not None):
        return noun
    if noun.lemma_.lower() not in reading.known.words("belonging", "nouns"):
        return noun if noun.dep_ in BARE and noun.pos_ == "NOUN" else None
    below = [t for child in noun.children if child.dep_ == "prep" and child.lower_ in ("of", "in") for t in objects(child)]
    below += [child for child in noun.children if child.dep_ == "poss"]
    for token in below:
        mention = reading.mention_of(token)
        if mention is not None and mention.form == "name":
            return token
    return None

"""Claims of what is asserted and negated."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from spacy.tokens import Token

from testimonia.base.extractions import Claim
from testimonia.extract.claims.charges import accusations, branded, denials
from testimonia.extract.claims.classes import Classes, phrase
from testimonia.extract.claims.doers import BARE, doer_named
from testimonia.extract.claims.frames import Frame, charged, disowned, modality, said_not
from testimonia.extract.claims.making import claim, party, told_of
from testimonia.extract.claims.people import several_people
from testimonia.extract.claims.reading import Reading
from testimonia.extract.claims.siding import members, taken

TO, HAVE, SINCE = "to", "have", "since"
STATED = ("asserted", "alleged", "future")


def stance_claims(reading: Reading) -> Iterator[Claim]:
    """The claims of kind polarity of one sentence."""
    for frame in list(reading.frames.values()):
        if frame.token.pos_ in ("VERB", "AUX"):
            yield from accusations(reading, frame)
            yield from denials(reading, frame)
            yield from assertions(reading, frame)
    yield from members(reading)
    yield from branded(reading)


def assertions(reading: Reading, frame: Frame) -> Iterator[Claim]:
    """A named or definite subject does something, to something or at all, or does not."""
    frame = planned(frame, reading.known)
    if not held(reading, frame) or frame.modality not in STATED or the_more(frame.token) or not_since(frame):
        return
    noun = told_by_noun(reading, frame)
    if noun is not None:
        yield from by_noun(reading, frame, noun)
        return
    owned = any(t.lemma_.lower() in reading.known.words("having", "nouns") for t in frame.patients)
    lemma = frame.token.lemma_.lower()
    if lemma in reading.known.words("light", "verbs") and not (lemma == HAVE and owned):
        return
    yield from turned(reading, frame)
    if not frame.agents:
        yield from befallen(reading, frame)
        yield from undergone(reading, frame)
        return
    yield from acted(reading, frame)


def held(reading: Reading, frame: Frame) -> bool:
    """Whether what a verb says is held to be so or not, in a clause of its own or by whoever denies it or accuses of it."""
    verb = frame.token
    return (
        (verb.dep_ == "acl" and disowned(verb, reading.known))  # "denied reports that they had arrested her"
        or frame.modality == "future"
        or verb.dep_ in ("ROOT", "ccomp", "conj", "parataxis", "relcl")
        or (frame.negated and verb.dep_ == "xcomp")
        or bool(charged(verb, reading.known))
    )


def not_since(frame: Frame) -> bool:
    """Whether it is only said when somebody did it last ("had not won it since 1974")."""
    return frame.negated and any(child.dep_ in ("prep", "mark") and child.lower_ == SINCE for child in frame.token.rights)


def acted(reading: Reading, frame: Frame) -> Iterator[Claim]:
    """What a subject that has a name or is described does, or does not."""
    subject, subject_span = doer_named(reading, frame.agents[0])
    if subject_span is None:
        return
    slot: dict[str, Any] = {"subject": subject, "subject_span": subject_span}
    took = taken(reading, frame)
    if took is not None:
        yes, what, noun = took
        told = told_of(reading, frame, [reading.at(frame.token), reading.at(noun), subject_span])
        yield claim(reading, "polarity", "yes" if yes else "no", {**told, "predicate": "act accept", **slot, "object": what})
        return
    below = infinitive(frame, reading.known)
    things = frame.patients or led_on(frame.token) if below is None else [child for child in below.children if child.dep_ == "dobj"]
    thing = next((t for t in things if t.pos_ in ("NOUN", "PROPN")), None)
    nobody = nobody_done_to(frame, reading.known)
    whole = below is not None or nobody is not None or not (frame.patients or not alone(frame.token) or gapped(frame.token))
    if thing is None and not whole:
        return
    own = reading.at(frame.agents[0]) if reading.speaking(frame.agents[0]) is not None else subject_span
    told = told_of(reading, frame, [*(reading.at(t) for t in (frame.token, below, thing) if t is not None), own])
    act, yes = act_of(reading, frame)
    slot |= {"predicate": f"act {act}{to_do(below)}"}
    if thing is not None:
        _, what_span = party(reading, thing)
        slot |= {"object": thing.lemma_.lower(), "object_span": what_span if reading.named(thing) is not None else None}
    elif (where := nobody or aimed_at(below or frame.token, reading.known)) is not None:
        slot |= {"object": where}
    yield claim(reading, "polarity", "yes" if yes else "no", {**told, **slot})


def led_on(verb: Token) -> list[Token]:
    """Whom somebody helps or lets do something, where the bare infinitive stands behind them ("helped *her* get a passport")."""
    clauses = (child for child in verb.children if child.dep_ == "ccomp" and child.tag_ == "VB" and child.i > verb.i)
    bare = (clause for clause in clauses if not any(t.dep_ in ("aux", "mark") for t in clause.lefts))
    return [t for clause in bare for t in clause.lefts if t.dep_ == "nsubj" and t.i > verb.i]


def nobody_done_to(frame: Frame, known: Classes) -> str | None:
    """The pronoun by which it is said that something was done to nobody and nothing ("hired nobody")."""
    return next((t.lower_ for t in frame.patients[:1] if t.lower_ in known.around("nothing")), None)


def infinitive(frame: Frame, known: Classes) -> Token | None:
    """What somebody is said to want, ask or try to do ("asked to be released"); what is planned or refused is told by its own verb."""
    verb = frame.token
    apart = known.words("modality", "planning") | known.words("polarity", "refusing") | known.words("light", "verbs")
    if frame.patients or verb.lemma_.lower() in apart:
        return None
    below = next((t for t in verb.children if t.dep_ == "xcomp" and any(child.lower_ == TO for child in t.lefts)), None)
    if below is None or any(child.dep_ in ("nsubj", "dobj") and child.i < below.i for child in (*below.children, *verb.rights)):
        return None  # "asked them to go"
    return below


def to_do(verb: Token | None) -> str:
    """What an infinitive adds to the verb above it, with a blank before it."""
    if verb is None:
        return ""
    passive = any(child.dep_ == "auxpass" for child in verb.children)
    return f" {TO} be {verb.lower_}" if passive else f" {TO} {verb.lemma_.lower()}"


def told_by_noun(reading: Reading, frame: Frame) -> Token | None:
    """The noun that tells the act of a verb which says little ("received no warning", "launched an inquiry")."""
    known, verb = reading.known, frame.token
    forms = {verb.lemma_.lower(), phrase(verb)}
    if not forms & (known.words("support", "giving") | known.words("support", "getting")):
        return None
    return next((t for t in verb.children if t.dep_ == "dobj" and t.lemma_.lower() in known.acts and t.pos_ == "NOUN"), None)


def by_noun(reading: Reading, frame: Frame, noun: Token) -> Iterator[Claim]:
    """The act that a noun tells: its subject does it, or it befalls the subject."""
    known, verb = reading.known, frame.token
    act = known.acts[noun.lemma_.lower()]
    named = known.verbs.get(act, act)
    passive = [t for t in verb.children if t.dep_ == "nsubjpass"]
    if passive or verb.lemma_.lower() in known.words("support", "getting"):
        undergoer = passive or frame.agents
        where = aimed_at(noun, known) or named
        yield from happened_to(reading, replace(frame, predicate=named, known=True, patients=undergoer), where) if undergoer else ()
        return
    subject, subject_span = doer_named(reading, frame.agents[0]) if frame.agents else ("", None)
    if subject_span is None:
        return
    told = told_of(reading, frame, [reading.at(verb), reading.at(noun), subject_span])
    whom = next((t for t in verb.children if t.dep_ == "dative" and t.pos_ in ("NOUN", "PROPN")), None)
    slot: dict[str, Any] = {"predicate": f"act {named if named in known.words('acting', 'classes') else act}", "subject": subject}
    slot |= {"subject_span": subject_span, "object": whom.lemma_.lower() if whom is not None else aimed_at(noun, known) or ""}
    slot |= {"object_span": party(reading, whom)[1] if whom is not None and reading.named(whom) is not None else None}
    yield claim(reading, "polarity", "no" if frame.negated else "yes", {**told, **slot})


def planned(frame: Frame, known: Classes) -> Frame:
    """A frame of what somebody plans or is to do, as one of what is to come: not to plan it is not to do it."""
    above = frame.token.head
    if frame.token.dep_ != "xcomp" or frame.token.tag_ != "VB" or above.lemma_.lower() not in known.words("modality", "planning"):
        return frame
    doubtful = above.i == frame.token.i or modality(above, known) in ("conditional", "question")
    return frame if doubtful else replace(frame, modality="future", negated=frame.negated != said_not(above, known))


def act_of(reading: Reading, frame: Frame) -> tuple[str, bool]:
    """What an act is called, and whether it is said to be done: by a class of verbs that tell one act, the verb, or one that it rules out.

    Who loses a vote does not win it, and who opposes a plan does not support it.
    """
    known, lemma = reading.known.of(frame.token), frame.token.lemma_.lower()
    if known in reading.known.words("acting", "classes"):
        return known, not frame.negated
    ruled_out = reading.known.contrary.get(lemma)
    return ruled_out or lemma, (ruled_out is None) != frame.negated


def befallen(reading: Reading, frame: Frame) -> Iterator[Claim]:
    """What is said to have befallen its subject, or not, by a verb of a known class without an object ("has not resigned")."""
    verb = frame.token
    own = verb.dep_ == "xcomp" or any(child.dep_ == "nsubj" for child in verb.children)
    if frame.known and own and frame.patients and alone(verb) and not describing(reading, verb):
        yield from happened_to(reading, frame, f"{frame.predicate} oneself")


def undergone(reading: Reading, frame: Frame) -> Iterator[Claim]:
    """What is said to have been done to somebody or something, nobody being named who did it, or not."""
    verb = frame.token
    if not frame.patients or not any(child.dep_ in ("nsubjpass", "auxpass") for child in verb.children) or describing(reading, verb):
        return
    if any(child.dep_ in ("xcomp", "ccomp", "oprd", "agent") for child in verb.children):
        return
    done = frame.predicate if frame.known else verb.lemma_.lower()
    where = aimed_at(verb, reading.known) or done
    first, known = where.partition(" ")[0], reading.known
    lying = first in known.around("timed") or (frame.known and first in known.around("lying"))
    yield from happened_to(reading, frame, done if lying else where)


def describing(reading: Reading, verb: Token) -> bool:
    """Whether a clause only says of which thing the noun before it speaks; one that tells what is denied does not."""
    return verb.dep_ == "relcl" and not disowned(verb, reading.known)


def turned(reading: Reading, frame: Frame) -> Iterator[Claim]:
    """What somebody is said to have done to one who has a name: it befell that one; where nobody did it, it did not."""
    verb = frame.token
    passive = any(child.dep_ == "nsubjpass" for child in verb.children)
    if not frame.agents or not frame.patients or passive or reading.known.undergone(verb):
        return
    if not frame.known and not personal(reading, frame):
        return
    nobody = frame.agents[0].lower_ in reading.known.words("polarity", "nobody") or wielded(reading, frame)
    named = reading.named(frame.patients[0])
    told = named is not None and (named.form == "name" or named.antecedent is not None)
    if (nobody or not frame.negated) and (told or frame.patients[0].dep_ == "dobj"):
        yield from happened_to(reading, frame, frame.predicate if frame.known else verb.lemma_.lower())


def wielded(reading: Reading, frame: Frame) -> bool:
    """Whether only those who have the power do it, so that what they did not do was not done ("denied that they had arrested her")."""
    return frame.negated and frame.predicate in reading.known.words("turning", "wielded")


def personal(reading: Reading, frame: Frame) -> bool:
    """Whether a verb without a class says what somebody did to human beings or one who has a name ("the guards beat her")."""
    mention = reading.named(frame.patients[0])
    did = frame.token.tag_ in ("VBD", "VBN") and frame.patients[0].dep_ == "dobj"
    named = mention is not None and (mention.type == "person" or mention.form == "name")
    return did and (named or several_people(reading, frame.patients[0]))


def happened_to(reading: Reading, frame: Frame, what: str) -> Iterator[Claim]:
    """The claim that something befell the first of those whom a frame says to undergo it, or did not."""
    verb = frame.token
    subject, subject_span = doer_named(reading, frame.patients[0])
    if subject_span is None:
        return
    told = told_of(reading, frame, [reading.at(verb), subject_span])
    done = frame.predicate if frame.known else verb.lemma_.lower()
    slot = {"predicate": f"undergo {done}", "subject": subject, "subject_span": subject_span, "object": what}
    yield claim(reading, "polarity", "no" if frame.negated else "yes", {**told, **slot})


def the_more(verb: Token) -> bool:
    """Whether the clause only measures another ("the sooner they pay, the better")."""
    compared = (child for child in verb.children if child.tag_ in ("RBR", "JJR") and 0 < child.i < verb.i)
    return any(child.nbor(-1).lower_ == "the" for child in compared)


def alone(verb: Token) -> bool:
    """Whether the verb says something by itself, without object or clause ("confessed")."""
    measured = any(child.dep_ == "advmod" and child.tag_ in ("RBR", "JJR") for child in verb.children)  # "never spoke longer than an hour"
    return not measured and not any(child.dep_ in ("ccomp", "xcomp", "attr", "acomp", "oprd", "prt", "agent") for child in verb.children)


def gapped(verb: Token) -> bool:
    """Whether a relative clause is about what is done to the noun before it ("the set-up she used"): its object is not in it."""
    return verb.dep_ == "relcl" and not any(child.tag_ in ("WP", "WDT") and child.dep_ in BARE for child in verb.children)


def aimed_at(verb: Token, known: Classes) -> str | None:
    """What an act without an object is about, by its first preposition ("worked on the case"); times apart."""
    ruled = (inner for child in verb.children if child.dep_ == "prep" for inner in child.children if inner.dep_ == "pobj")
    objects = (inner for inner in ruled if inner.ent_type_ not in ("DATE", "TIME") and inner.lower_ not in known.around("nothing"))
    return next((f"{inner.head.lower_} {inner.lemma_.lower()}" for inner in objects), None)

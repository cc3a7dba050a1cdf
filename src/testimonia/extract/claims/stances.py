"""Claims of who did it, and of what is asserted and negated."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from spacy.tokens import Token

from testimonia.base.extractions import Claim
from testimonia.base.spans import Span, hull
from testimonia.extract.claims.charges import accusations, branded, denials
from testimonia.extract.claims.classes import Classes
from testimonia.extract.claims.frames import Frame, disowned, governed, modality, said_not
from testimonia.extract.claims.making import claim, party, told_of
from testimonia.extract.claims.people import several_people
from testimonia.extract.claims.reading import Reading
from testimonia.extract.claims.siding import behind, members, taken

STATED = ("asserted", "alleged", "future")
BARE = ("nsubj", "nsubjpass")
CLEFT = "it"  # "it was X who did it"


def stance_claims(reading: Reading) -> Iterator[Claim]:
    """The claims of kind agent and polarity of one sentence."""
    for frame in list(reading.frames.values()):
        if frame.token.pos_ in ("VERB", "AUX"):
            yield from doer_claims(reading, frame)
            yield from deeds(reading, frame)
            yield from accusations(reading, frame)
            yield from denials(reading, frame)
            yield from assertions(reading, frame)
    yield from (made for doer, event in behind(reading) for made in doer_claim(reading, None, doer, event))
    yield from members(reading)
    yield from branded(reading)


# -- who did it ------------------------------------------------------------------------------------------------


def doer_claims(reading: Reading, frame: Frame) -> Iterator[Claim]:
    """Who is said to be behind an event: "faked by X", "blamed the raid on X", "accused X of the raid", "X claimed responsibility"."""
    for doer, event in () if frame.negated else doers(reading, frame):
        yield from doer_claim(reading, frame, doer, event)


def doer_claim(reading: Reading, frame: Frame | None, doer: Token, event: Token) -> Iterator[Claim]:
    """The claim that somebody or something is behind an event, if it is told who or what."""
    mention = reading.named(doer)
    if mention is not None and mention.form == "pronoun" and mention.antecedent is None:
        return
    wide = mention is not None and mention.start <= reading.at(event).start < mention.end  # "the raid on the bank on rebels"
    who, who_span = party(reading, doer) if mention is not None and not wide else told_thing(reading, doer)
    if not who:
        return
    spans = [reading.at(event), reading.at(frame.token if frame else doer), *([who_span] if who_span else [])]
    noun = event.lemma_.lower()
    slot = {"predicate": "doer", "subject": who, "subject_span": who_span}
    slot |= {"object": str(reading.known.raw["responsibility"]["called"].get(noun, noun))}
    phase = "part" if one_of_several(reading, event) else ""
    yield claim(reading, "agent", who, {**told_of(reading, frame, spans), **slot, "phase": phase})


def told_thing(reading: Reading, token: Token) -> tuple[str, Span | None]:
    """The words of a definite phrase, or of a thing that is brought up ("a faulty cable"); "a man" may be anybody who has a name."""
    found = described_as(reading, token)
    articles = [child for child in token.lefts if child.dep_ == "det" and child.lower_ in reading.known.words("elsewhere", "one")]
    if found[0] or token.tag_ != "NN" or not articles or acting(reading, token):
        return found
    return whole_noun(reading, token)


def one_of_several(reading: Reading, event: Token) -> bool:
    """Whether an event is brought up anew, as one of its kind ("an attack on a bridge", "another raid")."""
    return any(child.dep_ in ("det", "amod") and child.lower_ in reading.known.words("elsewhere", "one") for child in event.lefts)


def deeds(reading: Reading, frame: Frame) -> Iterator[Claim]:
    """Who is said to have done to whom what is done to somebody once: "X was killed by Y", "Y shelled the hospital in X"."""
    known, brought = reading.known, brought_out(frame)
    deed = frame.predicate if frame.predicate in known.words("deeds", "classes") else known.done.get(frame.token.lemma_.lower())
    deed = deed or (frame.token.lemma_.lower() if brought else None)
    if frame.negated or frame.modality not in ("asserted", "alleged") or deed is None:
        return
    if frame.token.tag_ == "VB" or not frame.agents or not frame.patients or any(t.i == frame.agents[0].i for t in frame.patients):
        return
    mention = reading.named(frame.agents[0])
    if frame.agents[0].lemma_.lower() in known.words("responsibility", "events"):
        return  # "the attack that killed four" says nothing of who did it
    crowd = mention is not None and mention.form == "role" and mention.type in ("group", "organisation")
    who, who_span = party(reading, frame.agents[0]) if crowd else doer_named(reading, frame.agents[0])
    if who_span is None and brought:
        who, who_span = whole_noun(reading, frame.agents[0])
    _, whom_span = doer_named(reading, frame.patients[0])
    if who_span is None or whom_span is None:
        return
    told = told_of(reading, frame, [reading.at(frame.token), who_span, whom_span])
    slot = {
        "predicate": f"doer {deed}",
        "subject": who,
        "subject_span": who_span,
        "object": deed,
        "object_span": whom_span,
    }
    yield claim(reading, "agent", who, {**told, **slot})


def brought_out(frame: Frame) -> bool:
    """Whether a sentence is built to say who did it: "it was a striker who fired", "was fired by a guard"."""
    token, above = frame.token, frame.token.head
    cleft = token.dep_ in ("relcl", "ccomp") and CLEFT in {child.lower_ for one in (above, above.head) for child in one.lefts}
    passive = any(child.dep_ == "agent" for child in token.children)
    return passive or (cleft and any(t.dep_ == "attr" and t.head.lemma_ == "be" for t in frame.agents[:1]))


def whole_noun(reading: Reading, token: Token) -> tuple[str, Span | None]:
    """The words of a noun with its article and what describes it, of something that is brought up anew ("a storm")."""
    if token.pos_ not in ("NOUN", "PROPN"):
        return "", None
    span = hull([reading.at(token), *(reading.at(child) for child in token.lefts if child.dep_ in ("det", "amod", "compound", "nummod"))])
    return span.of(reading.parsed.text), span


def described_as(reading: Reading, token: Token) -> tuple[str, Span | None]:
    """The words of a definite phrase without a name ("the company's guards"); none for what is not definite."""
    left = [child for child in token.lefts if child.dep_ in ("det", "poss", "amod", "compound")]
    if (
        token.tag_ in ("NNS", "NNPS")
        and not any(child.dep_ in ("det", "poss", "nummod") for child in token.lefts)
        and acting(reading, token)
    ):
        span = hull([reading.at(token), *(reading.at(child) for child in left)])
        return span.of(reading.parsed.text), span  # "police", "guards": who acts is not told closer
    definite = any(child.dep_ == "poss" or child.lower_ in reading.known.around("definite") for child in left)
    if token.pos_ not in ("NOUN", "PROPN") or not definite:
        return "", None
    span = hull([reading.at(token), *(reading.at(child) for child in left)])
    return span.of(reading.parsed.text), span


def acting(reading: Reading, token: Token) -> bool:
    """Whether a plural noun may mean human beings where it does something: it names some, or ends as the nouns for doers do."""
    return several_people(reading, token) or token.lower_.endswith(tuple(reading.known.words("human", "doers")))


def doers(reading: Reading, frame: Frame) -> Iterator[tuple[Token, Token]]:
    """The pairs of doer and event noun that a verb gives."""
    known = reading.known
    forms = verb_forms(frame.token)
    events = known.words("responsibility", "events")
    patients = [t for t in [*frame.patients, *described(frame.token)] if t.lemma_.lower() in events]
    if forms & known.words("responsibility", "by"):
        yield from ((agent, event) for event in patients[:1] for agent in frame.agents[:1])
    if forms & known.words("responsibility", "to"):
        blamed = governed(frame.token, ("to", "on")) + [t for event in patients[:1] for t in pinned(event)]
        yield from ((doer, event) for event in patients[:1] for doer in blamed[:1])
    if forms & known.words("responsibility", "of"):
        deeds = [t for t in governed(frame.token, ("of", "for")) if t.lemma_.lower() in events]
        yield from ((doer, event) for event in deeds[:1] for doer in frame.patients[:1] if doer.i != event.i)
    if any(f"{form} {t.lemma_.lower()}" in known.words("responsibility", "claim") for t in frame.patients for form in forms):
        deeds = [t for noun in frame.patients for t in governed(noun, ("for",)) if t.lemma_.lower() in events]
        deeds += [t for t in governed(frame.token, ("for",)) if t.lemma_.lower() in events]
        yield from ((doer, event) for event in deeds[:1] for doer in frame.agents[:1])


def pinned(event: Token) -> list[Token]:
    """What the last *on* below an event noun governs: who is blamed, where the parser hung it too low."""
    below = [t for t in event.subtree if t.dep_ == "prep" and t.lower_ == "on" and t.i > event.i]
    return [t for t in below[-1].children if t.dep_ == "pobj"] if below else []


def verb_forms(token: Token) -> frozenset[str]:
    """The lemma of a verb, and what its past form may go back to where the lemma was missed."""
    lower = token.lower_
    cut = (lower.removesuffix("d"), lower.removesuffix("ed")) if lower.endswith("ed") else ()
    return frozenset([token.lemma_.lower(), *cut])


def described(token: Token) -> list[Token]:
    """The nouns that a relative clause or participle may describe: the parse often takes its subject for what it hangs on."""
    found, at = [], token
    for _ in range(3):
        if at.dep_ not in ("relcl", "acl", "nsubj", "nsubjpass"):
            break
        at = at.head
        if at.pos_ == "NOUN" and at.i < token.i:
            found.append(at)
    return found


# -- asserted and negated --------------------------------------------------------------------------------------


def assertions(reading: Reading, frame: Frame) -> Iterator[Claim]:
    """A named or definite subject does something, to something or at all, or does not."""
    lemma = frame.token.lemma_.lower()
    below = frame.token.dep_ == "acl" and disowned(frame.token, reading.known)  # "denied reports that they had arrested her"
    frame = planned(frame, reading.known)
    held = (
        below
        or frame.modality == "future"
        or frame.token.dep_ in ("ROOT", "ccomp", "conj", "parataxis", "relcl")
        or (frame.negated and frame.token.dep_ == "xcomp")
    )
    owned = lemma == "have" and any(t.lemma_.lower() in reading.known.words("having", "nouns") for t in frame.patients)
    if not held or (lemma in reading.known.words("light", "verbs") and not owned) or frame.modality not in STATED or the_more(frame.token):
        return
    yield from turned(reading, frame)
    if not frame.agents:
        yield from befallen(reading, frame)
        yield from undergone(reading, frame)
        return
    subject, subject_span = doer_named(reading, frame.agents[0])
    took = taken(reading, frame)
    if took is not None and subject_span is not None:
        yes, what, noun = took
        told = told_of(reading, frame, [reading.at(frame.token), reading.at(noun), subject_span])
        owner = {"subject": subject, "subject_span": subject_span, "object": what}
        yield claim(reading, "polarity", "yes" if yes else "no", {**told, "predicate": "act accept", **owner})
        return
    thing = next((t for t in frame.patients if t.pos_ in ("NOUN", "PROPN")), None)
    if subject_span is None or (thing is None and (frame.patients or not alone(frame.token) or gapped(frame.token))):
        return
    own = reading.at(frame.agents[0]) if reading.speaking(frame.agents[0]) is not None else subject_span
    told = told_of(reading, frame, [reading.at(frame.token), *([reading.at(thing)] if thing is not None else []), own])
    act, yes = act_of(reading, frame)
    slot: dict[str, Any] = {"predicate": f"act {act}", "subject": subject, "subject_span": subject_span}
    if thing is not None:
        _, what_span = party(reading, thing)
        slot |= {"object": thing.lemma_.lower(), "object_span": what_span if reading.named(thing) is not None else None}
    elif (where := aimed_at(frame.token, reading.known)) is not None:
        slot |= {"object": where}
    yield claim(reading, "polarity", "yes" if yes else "no", {**told, **slot})


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
    if (nobody or not frame.negated) and named is not None and (named.form == "name" or named.antecedent is not None):
        yield from happened_to(reading, frame, frame.predicate if frame.known else verb.lemma_.lower())


def wielded(reading: Reading, frame: Frame) -> bool:
    """Whether only those who have the power do it, so that what they did not do was not done ("denied that they had arrested her")."""
    return frame.negated and frame.predicate in reading.known.words("turning", "wielded")


def personal(reading: Reading, frame: Frame) -> bool:
    """Whether a verb without a class says what somebody did to one who has a name ("the guards beat her"): it befell that one."""
    mention = reading.named(frame.patients[0])
    did = frame.token.tag_ in ("VBD", "VBN") and frame.patients[0].dep_ == "dobj" and not frame.negated
    return did and mention is not None and (mention.type == "person" or mention.form == "name")


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


def doer_named(reading: Reading, token: Token) -> tuple[str, Span | None]:
    """A subject that has a name, or stands for one, or is a definite description; none for anything else."""
    mention, speaker = reading.named(token), reading.speaking(token)
    if speaker is not None:
        return speaker.of(reading.parsed.text), speaker
    if mention is not None and (mention.form == "name" or mention.antecedent is not None):
        return mention.name, Span(mention.start, mention.end)
    return described_as(reading, token)


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

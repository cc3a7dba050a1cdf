"""Claims of who did it."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from testimonia.base.extractions import Claim
from testimonia.base.pronouns import pronouns
from testimonia.base.spans import Span, hull
from testimonia.extract.claims.classes import Classes, phrase
from testimonia.extract.claims.frames import Frame, charging, governed
from testimonia.extract.claims.making import claim, party, told_of
from testimonia.extract.claims.people import several_people
from testimonia.extract.claims.reading import Reading
from testimonia.extract.claims.siding import behind

BARE = ("nsubj", "nsubjpass")


def agent_claims(reading: Reading) -> Iterator[Claim]:
    """The claims of kind agent of one sentence."""
    for frame in list(reading.frames.values()):
        if frame.token.pos_ in ("VERB", "AUX"):
            yield from doer_claims(reading, frame)
        yield from deeds(reading, frame)
    yield from (made for doer, event in behind(reading) for made in doer_claim(reading, None, doer, event))


def doer_claims(reading: Reading, frame: Frame) -> Iterator[Claim]:
    """Who is said to be behind an event: "faked by X", "blamed the raid on X", "accused X of the raid", "X claimed responsibility"."""
    for doer, event in () if frame.negated else doers(reading, frame):
        yield from doer_claim(reading, frame, doer, event)


def doer_claim(reading: Reading, frame: Frame | None, doer: Token, event: Token) -> Iterator[Claim]:
    """The claim that somebody or something is behind an event, if it is told who or what."""
    doer = called(reading, doer)
    mention = reading.named(doer)
    if mention is not None and mention.form == "pronoun" and mention.antecedent is None:
        return
    wide = mention is not None and mention.start <= reading.at(event).start < mention.end  # "the raid on the bank on rebels"
    who, who_span = party(reading, doer) if mention is not None and not wide else told_thing(reading, doer)
    happened = event_of(reading, frame) if frame is not None and event.pos_ != "NOUN" else None
    if not who:
        return
    spans = [reading.at(event), reading.at(frame.token if frame else doer), *([who_span] if who_span else [])]
    noun = event.lemma_.lower() if event.pos_ == "NOUN" else happened or taken_up(reading, event)
    slot = {"predicate": "doer", "subject": who, "subject_span": who_span}
    slot |= {"object": str(reading.known.raw["responsibility"]["called"].get(noun, noun))}
    phase = "part" if one_of_several(reading, event) else ""
    yield claim(reading, "agent", who, {**told_of(reading, frame, spans), **slot, "phase": phase})
    told = reading.frames.get(event.i)
    deed = deed_of(reading, told) if told is not None and told.token.pos_ == "NOUN" else None
    if told is not None and deed is not None and told.patients:
        yield from done_to(reading, told, (who, who_span), told.patients[0], deed)  # "carried out the killing of X"


def called(reading: Reading, doer: Token) -> Token:
    """The name of one who is only said to be called by it ("a group calling itself Red Tide"), else the word itself."""
    verbs = [
        child for child in doer.children if child.dep_ == "acl" and child.lemma_.lower() in reading.known.words("responsibility", "calling")
    ]
    named = ((t, reading.named(t)) for verb in verbs for t in verb.subtree if t.i > verb.i)
    return next((t for t, mention in named if mention is not None and mention.form == "name"), doer)


def taken_up(reading: Reading, token: Token) -> str:
    """The event that a pronoun takes up: the one that the sentence before tells of, if it tells of one ("it was caused by")."""
    near = reading.index - reading.setting.before_at <= 1 and len(reading.setting.events) == 1
    return reading.setting.events[0] if near and token.lower_ in pronouns("thing", "pointing") else ""


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
    """Who is said to have done what to whom: "X was killed by Y", "Y shelled the hospital in X", "the murder of X by Y"."""
    token = frame.token
    brought, deed = brought_out(frame, reading.known), deed_of(reading, frame)
    victims = frame.patients or (aimed_at(token, reading.known) if brought or deed is not None else [])
    infinite = token.tag_ == "VB" or (token.tag_ == "VBG" and not charging(token))
    if frame.negated or frame.modality not in ("asserted", "alleged") or infinite or not frame.agents or not victims:
        return
    agent = frame.agents[0]
    if any(t.i == agent.i for t in victims) or agent.lemma_.lower() in reading.known.words("responsibility", "events"):
        return  # "the attack that killed four" says nothing of who did it
    if not brought and deed is None:
        return  # many may have brought or used it
    mention = reading.named(agent)
    crowd = mention is not None and mention.form == "role" and mention.type in ("group", "organisation")
    who, who_span = party(reading, agent) if crowd else doer_named(reading, agent)
    if who_span is None and brought:
        who, who_span = whole_noun(reading, agent)
    yield from done_to(reading, frame, (who, who_span), victims[0], deed or token.lemma_.lower())


def done_to(reading: Reading, frame: Frame | None, doer: tuple[str, Span | None], victim: Token, deed: str) -> Iterator[Claim]:
    """The claim that somebody did a deed to somebody or something that has a name or is described."""
    who, who_span = doer
    _, whom_span = doer_named(reading, victim)
    if who_span is None or whom_span is None:
        return
    spans = [*([reading.at(frame.token)] if frame is not None else []), who_span, whom_span]
    slot = {"predicate": f"doer {deed}", "subject": who, "subject_span": who_span, "object": deed, "object_span": whom_span}
    yield claim(reading, "agent", who, {**told_of(reading, frame, spans), **slot})


def deed_of(reading: Reading, frame: Frame) -> str | None:
    """The deed that a verb or noun tells of which it is asked who did it; none of what many do on many occasions."""
    known, lemma, whole = reading.known, frame.token.lemma_.lower(), phrase(frame.token)
    deed = frame.predicate if frame.predicate in known.words("deeds", "classes") else known.done.get(whole or lemma)
    return str(known.raw["deeds"]["called"].get(deed, deed)) if deed is not None else None


def aimed_at(verb: Token, known: Classes) -> list[Token]:
    """What a verb without an object is aimed at or turns from ("fired at the crowd", "walked away from the talks")."""
    return governed(verb, known.around("aimed")) if verb.pos_ == "VERB" else []


def brought_out(frame: Frame, known: Classes) -> bool:
    """Whether a sentence is built to say who did it: "it was a striker who fired", "was fired by a guard"."""
    token, above = frame.token, frame.token.head
    opened = not known.around("cleft").isdisjoint(child.lower_ for one in (above, above.head) for child in one.lefts)
    cleft = opened and token.dep_ in ("relcl", "ccomp")
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
    happened = event_of(reading, frame)
    yield from ((cause, frame.token) for cause in causes(frame.token, known) if happened is not None)
    patients = [t for t in [*frame.patients, *described(frame.token)] if t.lemma_.lower() in events or taken_up(reading, t)]
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


def event_of(reading: Reading, frame: Frame) -> str | None:
    """The event noun for what a verb says happened by itself ("the dam collapsed", "the train derailed")."""
    verbs = reading.known.raw["responsibility"]["happening"]
    forms = (phrase(frame.token), frame.token.lemma_.lower())
    return next((noun for noun, listed in sorted(verbs.items()) if any(form in listed for form in forms if form)), None)


def causes(verb: Token, known: Classes) -> list[Token]:
    """What something is said to have happened because of ("because of the rain", "due to a short circuit")."""
    found = [t for child in verb.children if child.lower_ in known.words("responsibility", "because") for t in child.children]
    below = [t for t in found if t.dep_ in ("pcomp", "prep")]
    return [t for prep in below for t in prep.children if t.dep_ == "pobj"] + [t for t in found if t.dep_ == "pobj"]


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


def doer_named(reading: Reading, token: Token) -> tuple[str, Span | None]:
    """A subject that has a name, or stands for one, or is a definite description; none for anything else."""
    mention, speaker = reading.named(token), reading.speaking(token)
    if speaker is not None:
        return speaker.of(reading.parsed.text), speaker
    if mention is not None and (mention.form == "name" or mention.antecedent is not None):
        return mention.name, Span(mention.start, mention.end)
    return described_as(reading, token)

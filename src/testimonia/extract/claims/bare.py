"""What is said to have been done with things that nobody brought up before ("stones were thrown", "no shots were fired")."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from testimonia.base.extractions import Claim
from testimonia.base.spans import hull
from testimonia.extract.claims.doers import acting
from testimonia.extract.claims.frames import SUBJECTS, Frame
from testimonia.extract.claims.making import claim, told_of
from testimonia.extract.claims.reading import Reading

BARE = ("NN", "NNS")
OPEN = ("nummod", "amod", "compound", "quantmod", "nmod")  # what may stand before a noun that takes up nothing
NOT_ANY = "no"


def bare_claims(reading: Reading) -> Iterator[Claim]:
    """The claims that something was done with things that no article or name tells closer, or was done with none of them."""
    for frame in reading.frames.values():
        things = [noun for noun in frame.patients[:1] if untold(reading, noun)]
        if (
            frame.token.pos_ != "VERB"
            or frame.token.dep_ == "relcl"
            or frame.modality != "asserted"
            or frame.token.lemma_.lower() in reading.known.words("light", "verbs")
            or not things
        ):
            continue
        passive = any(child.dep_ == "auxpass" for child in frame.token.children)
        if frame.negated and not (passive or nobody(reading, frame)):
            continue  # what one did not do another may have done
        yield done(reading, frame, things[0])


def nobody(reading: Reading, frame: Frame) -> bool:
    """Whether it is said that nobody did it."""
    return any(agent.lower_ in reading.known.words("polarity", "nobody") for agent in frame.agents)


def untold(reading: Reading, noun: Token) -> bool:
    """Whether a noun takes up nothing and nobody: several of a kind or some of a stuff, without an article, an owner or a name."""
    counted = noun.lemma_.lower() in reading.known.same or acting(reading, noun)  # a figure tells of these, or what they did
    if noun.tag_ not in BARE or noun.dep_ not in (*SUBJECTS, "dobj") or counted or reading.named(noun) is not None:
        return False
    if noun.lemma_.lower() in reading.known.words("bare", "nouns"):
        return False
    left = [child for child in noun.lefts if child.dep_ not in OPEN]
    none = any(child.lower_ == NOT_ANY for child in left)
    if noun.tag_ == "NN" and any(child.dep_ == "nummod" for child in noun.lefts):
        return False
    return none or not left


def done(reading: Reading, frame: Frame, noun: Token) -> Claim:
    """The claim that it was done with things of one noun, or with none."""
    words = [*(child for child in noun.lefts if child.dep_ == "compound"), noun]
    span = hull([reading.at(word) for word in words])
    subject, several = " ".join(word.lower_ for word in words), noun.tag_ == "NNS"
    predicate = frame.predicate if frame.known else frame.token.lemma_.lower()
    none = [reading.at(child) for child in noun.lefts if child.lower_ == NOT_ANY]
    told = told_of(reading, frame, [reading.at(frame.token), hull([*none, span])])
    slot = {"predicate": f"undergo {predicate}", "subject": subject, "subject_span": span, "object": "several" if several else "some"}
    return claim(reading, "polarity", "no" if frame.negated else "yes", {**told, **slot})

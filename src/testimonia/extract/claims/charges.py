"""Claims of what is accused and denied."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from testimonia.base.extractions import Claim
from testimonia.base.spans import Span, hull
from testimonia.extract.claims.frames import Frame
from testimonia.extract.claims.making import claim, party, told_of
from testimonia.extract.claims.reading import Reading


def accusations(reading: Reading, frame: Frame) -> Iterator[Claim]:
    """Somebody accuses somebody."""
    if frame.token.lemma_.lower() not in reading.known.words("accusing", "verbs") or not frame.patients or frame.negated:
        return
    if not any(child.dep_ in ("prep", "advcl", "xcomp", "oprd", "pcomp", "agent") for child in frame.token.children):
        return
    subject, subject_span = party(reading, frame.patients[0])
    told = told_of(reading, frame, [reading.at(frame.token), content_span(reading, frame.token)])
    yield claim(reading, "polarity", "accused", {**told, "predicate": "accusation", "subject": subject, "subject_span": subject_span})


def content_span(reading: Reading, token: Token) -> Span:
    """The words that a verb governs to its right."""
    right = [t for child in token.rights if child.dep_ not in ("punct", "conj", "cc") for t in child.subtree]
    last = max([token, *right], key=lambda t: t.i)
    return hull([reading.at(token), reading.at(last)])


def denials(reading: Reading, frame: Frame) -> Iterator[Claim]:
    """An accusation is denied, rejected, or called baseless."""
    known, lemma = reading.known, frame.token.lemma_.lower()
    nouns = known.words("accusing", "nouns")
    charged = [t for t in [*frame.patients, *small_clause(frame.token)] if t.lemma_.lower() in nouns]
    called = lemma in known.words("denying", "judging") and any(
        child.lower_ in known.words("denying", "adjectives") for t in (frame.token, *charged) for child in t.children
    )
    denies = lemma in known.words("denying", "verbs") and (
        charged or any(child.dep_ in ("ccomp", "xcomp") for child in frame.token.children)
    )
    if not ((called and charged) or denies) or frame.negated:
        return
    subject, subject_span = party(reading, frame.agents[0] if frame.agents else None)
    told = told_of(reading, frame, [reading.at(frame.token), content_span(reading, frame.token)])
    slot = {"predicate": "accusation", "subject": subject, "subject_span": subject_span, "object": charged[0].lemma_ if charged else ""}
    yield claim(reading, "polarity", "denied", {**told, **slot})


def small_clause(token: Token) -> list[Token]:
    """The subject of what a verb calls something: "called [these charges baseless]"."""
    inner = [child for child in token.children if child.dep_ in ("ccomp", "xcomp", "oprd")]
    return [t for child in inner for t in child.children if t.dep_ in ("nsubj", "dobj")] + [t for t in inner if t.pos_ == "NOUN"]


def branded(reading: Reading) -> Iterator[Claim]:
    """An accusation that the text itself calls false: "the baseless charges"."""
    known = reading.known
    nouns, adjectives = known.words("accusing", "nouns"), known.words("denying", "adjectives")
    for token in reading.tokens:
        if token.pos_ != "NOUN" or token.lemma_.lower() not in nouns:
            continue
        marks = [child for child in token.lefts if child.lower_ in adjectives]
        told_what = any(child.dep_ in ("acl", "ccomp", "relcl") for child in token.children)
        if marks and token.dep_ != "ROOT" and not told_what:
            told = told_of(reading, None, [reading.at(token), reading.at(marks[0])])
            yield claim(reading, "polarity", "denied", {**told, "predicate": "accusation", "subject": "", "object": token.lemma_.lower()})

"""Whose a figure is: who has what is counted, what thing a size is of, what money goes into."""

from __future__ import annotations

from spacy.tokens import Token

from testimonia.base.extractions import Quantity
from testimonia.base.spans import Span
from testimonia.extract.claims.frames import Frame, governed
from testimonia.extract.claims.making import party
from testimonia.extract.claims.reading import Reading
from testimonia.extract.claims.shapes import one_human


def apart(reading: Reading, token: Token | None, head: Token) -> bool:
    """Whether a name or description stands on the token, without the counted noun in it."""
    mention = reading.mention_of(token)
    return mention is not None and not Span(mention.start, mention.end).holds(reading.at(head))


def owner(reading: Reading, quantity: Quantity, head: Token, frame: Frame | None) -> tuple[str, Span | None]:
    """Whose count it is: "members of X", "X members", "X has members", "X's members"; for an age, the person; else who undergoes it."""
    bearer = aged(reading, quantity, head) if quantity.measure == "age" else None
    thing = bearer or spent_on(reading, head, frame) or tied_to(reading, quantity, head)
    if thing is not None:
        return party(reading, thing)
    telling = reading.known.words("telling", "verbs") if quantity.measure != "age" else ()
    if frame is not None and frame.token.lemma_.lower() not in telling:
        held = [*frame.patients, *frame.agents] if quantity.measure == "duration" else [*frame.agents, *frame.patients]
        others = [t for t in held if t.i != head.i and apart(reading, t, head)]
        if others:
            return party(reading, others[0])
    subject = subject_above(head)
    if subject is not None and subject.head.lemma_.lower() in telling:
        return "", None
    return party(reading, subject) if apart(reading, subject, head) else ("", None)


def aged(reading: Reading, quantity: Quantity, number: Token) -> Token | None:
    """The one human being whose age a figure is, where it hangs on a name or noun ("his wife Ri, 22", "has a two-year-old girl").

    What is set beside another word for the same one leads to that ("Ana Varga, a 40-year-old baker").
    """
    above = (token for token in number.ancestors if reading.at(token).start >= quantity.end or token.i < number.i)
    bearer = next((token for token in above if token.pos_ in ("NOUN", "PROPN")), None)
    while bearer is not None and bearer.dep_ == "appos" and bearer.head.pos_ in ("NOUN", "PROPN"):
        bearer = bearer.head
    return bearer if bearer is not None and bearer.dep_ != "attr" and one_human(reading, bearer) else None


def tied_to(reading: Reading, quantity: Quantity, head: Token) -> Token | None:
    """The name or description that the counted noun hangs together with: "members of X", "X members", "X's members"; none of a duration."""
    holding = reading.known.words("owning", "prepositions")
    for child in head.children if quantity.measure != "duration" else ():
        if child.dep_ == "prep" and child.lower_ in holding and (token := behind(reading, child, head)) is not None:
            return token
        if child.dep_ in ("poss", "compound", "nmod") and apart(reading, child, head):
            return child
    held = head.dep_ == "pobj" and head.head.lower_ == "of" and apart(reading, head.head.head, head)
    return head.head.head if held else None


def behind(reading: Reading, preposition: Token, head: Token) -> Token | None:
    """The name or description behind a preposition, without a number of its own."""
    objects = (token for token in preposition.children if token.dep_ == "pobj" and apart(reading, token, head))
    return next((token for token in objects if not any(child.dep_ == "nummod" for child in token.lefts)), None)


def thing_of(reading: Reading, stated: Token | None, of: tuple[Token, Frame | None]) -> Token | None:
    """Whose size it is that a noun gives ("its membership", "the cost of the dam"), or the definite subject that is measured."""
    number, frame = of
    if stated is not None:
        return next((t for t in [*(c for c in stated.lefts if c.dep_ == "poss"), *governed(stated, ("of",))] if t.pos_ != "NUM"), None)
    subject = subject_above(number) or (frame.agents[0] if frame is not None and frame.agents else None)
    if (
        subject is None
        or subject.pos_ != "NOUN"
        or (frame is not None and frame.token.lemma_.lower() in reading.known.words("telling", "verbs"))
    ):
        return None
    return subject if subject.n_lefts and subject.tag_ == "NN" else None


def spent_on(reading: Reading, head: Token, frame: Frame | None) -> Token | None:
    """What money goes into, where the verb is one of spending."""
    if frame is None or frame.token.lemma_.lower() not in reading.known.words("spending", "verbs"):
        return None
    verb = frame.token
    held = [verb, *(child for child in verb.children if child.dep_ == "dobj")]  # "spent a million on the bridge"
    return next((t for word in held for t in governed(word, ("on", "in")) if apart(reading, t, head)), None)


def subject_above(head: Token) -> Token | None:
    """The subject of the nearest verb above a noun that is its object."""
    at = head
    for _ in range(6):
        if at.head.i == at.i:
            return None
        at = at.head
        for child in at.children:
            if child.dep_ in ("nsubj", "nsubjpass") and child.i != head.i:
                return at.head if child.tag_ in ("WP", "WDT") and at.dep_ == "relcl" else child
        if at.pos_ in ("VERB", "AUX"):
            return None
    return None

"""What a figure says of human beings: that their lives were lost, that something carries them, what a verb means when it has them."""

from __future__ import annotations

from spacy.tokens import Token

from testimonia.base.languages import primary
from testimonia.extract.claims.frames import SUBJECTS, Frame, governed
from testimonia.extract.claims.reading import Reading
from testimonia.extract.quantities.counted import people_nouns


def lives(reading: Reading, head: Token) -> bool:
    """Whether lives are counted, or those whose they were ("the lives of 86 passengers", "the loss of 38 lives", "the bodies of 12")."""
    if head.dep_ != "pobj" or head.head.lower_ != "of":
        return False
    return head.head.head.lower_ in reading.known.words("human", "lives") or (
        head.lower_ == "lives" and head.head.head.lemma_.lower() == "loss"
    )


def of_people(reading: Reading, frame: Frame, head: Token) -> str | None:
    """What a verb that says many things says of people ("were held", "lost eleven men"); none when the counted are no people or do it."""
    lemma, noun = frame.token.lemma_.lower(), head.lemma_.lower()
    table = reading.known.raw.get("of_people", {})
    meant = table.get(lemma) or table.get(frame.predicate)
    holds = frame.token.tag_ in ("VBZ", "VBP") and lemma == "hold"  # a hall holds many
    if (
        meant is None
        or holds
        or not any(t.i == head.i for t in frame.patients)
        or head.dep_ == "pobj"
        or reading.known.set_phrase(frame.token) is not None
    ):
        return None
    limits = reading.known.words("of_people", f"{lemma}_only")
    people = noun in limits if limits else several_people(reading, head)
    return str(meant) if people else None


def being_in(reading: Reading, head: Token) -> str | None:
    """What befell people of whom it is only said where they are ("are behind bars", "240 of them are still in custody")."""
    if head.dep_ not in SUBJECTS or head.head.lemma_.lower() not in reading.known.words("being_in", "verbs"):
        return None
    places = (t.lemma_.lower() for t in governed(head.head, ("in", "behind", "under")))
    table = reading.known.raw.get("being_in", {})
    return next((str(table[place]) for place in places if place in table), None)


def carried(reading: Reading, head: Token) -> bool:
    """Whether people are named with what carries them ("a boat with 85 migrants")."""
    vessel = head.head.head if head.dep_ == "pobj" and head.head.lower_ == "with" else None
    return vessel is not None and vessel.lemma_.lower() in reading.known.words("carrying", "nouns") and several_people(reading, head)


def thing(reading: Reading, head: Token) -> bool:
    """Whether what is counted is a thing of those that are burned or lost, no work and nobody."""
    return reading.known.same.get(head.lemma_.lower()) in ("book", "work", "home")


def several_people(reading: Reading, token: Token) -> bool:
    """Whether a noun means human beings."""
    nouns = people_nouns(primary(reading.parsed.language))
    return token.lemma_.lower() in nouns or token.lower_ in nouns or reading.known.same.get(token.lemma_.lower()) in nouns
